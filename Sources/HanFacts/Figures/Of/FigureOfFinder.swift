import HanText

/// Finds what a figure counts or measures, over the decoded tokens of its sentence.
///
/// The noun phrase stands behind the unit (`66家生态伙伴`), directly before the number (`技术成果4500多项`) or before a verb
/// that leads to it (`展览总面积首次突破10万平方米`). It has no modifiers that end in 的 and never cuts a token; whose size it
/// is, is left out (`本届大会`). Facts take it as it is found here.
package struct FigureOfFinder: Sendable {
  /// Makes a finder.
  package init() {}

  /// The range of what is counted, or nil.
  ///
  /// - Parameters:
  ///   - candidate: the figure; one of the tokens begins where it does.
  ///   - tokens: the decoded tokens of its sentence or document, in order, without gaps.
  ///   - text: the text of both.
  /// - Complexity: O(log n) in the tokens; at most some twenty of them are read.
  package func object(of candidate: FigureCandidate, tokens: [PhraseToken], text: SourceText) -> Range<Int>? {
    tokens.withUnsafeBufferPointer { object(of: candidate, tokens: $0, text: text) }
  }

  /// The same, over any tokens.
  func object<Tokens: PhraseTokens>(of candidate: FigureCandidate, tokens: Tokens, text: SourceText) -> Range<Int>? {
    guard let position = index(of: candidate.range.lowerBound, in: tokens) else { return nil }
    var after = position + 1
    while after < tokens.count, tokens[after].start < candidate.range.upperBound { after += 1 }
    return text.folded.withUnsafeBufferPointer { folded in
      let figure = candidate.content
      let phrase = NounPhrase(text: folded, tokens: tokens, isPeople: Self.countsPeople(figure, text))
      switch figure.kind {
      case .count: return phrase.behind(after, figure: figure) ?? phrase.before(position, figure: figure)
      // 四度夺得大奖: times
      case .measure where figure.unit?.isCanonical(.degree) == true: return phrase.before(position, figure: figure)
      case .measure where figure.isAmount:
        return phrase.behind(after, figure: figure) ?? phrase.before(position, figure: figure)
      case .percent, .money, .fraction:
        let before = phrase.before(position, figure: figure)
        // 持有公司23.4%的股份, 华为有3.5亿元的订单: the noun behind.
        if phrase.isCharacter(after, "的") || figure.kind == .percent && phrase.isNoun(after),
          phrase.governs(position, before)
        {
          return phrase.behind(after, figure: figure) ?? before
        }
        return before ?? phrase.behind(after, figure: figure)
      case .measure, .multiple:
        return phrase.before(position, figure: figure) ?? phrase.behind(after, figure: figure)
      case .plain where figure.approximation != .exact || phrase.isRound(position):
        // 安徽有430多万农民工
        if phrase.isOwned(position), phrase.isNoun(after), let object = phrase.behind(after, figure: figure) {
          return object
        }
        return figure.approximation != .exact || phrase.isLed(position)
          ? phrase.before(position, figure: figure) : nil
      default: return nil
      }
    }
  }

  /// Whether the unit as written is one of people.
  private static func countsPeople(_ figure: FigureContent, _ text: SourceText) -> Bool {
    guard let range = figure.unit?.range, range.count == 1 else { return false }
    switch text.scalars[range.lowerBound] {
    case code("名"), code("位"), code("员"), code("人"): return true
    default: return false
    }
  }

  private func index(of start: Int, in tokens: some PhraseTokens) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start == start ? low : nil
  }
}
