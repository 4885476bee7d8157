import HanText

/// Finds what a figure counts or measures, over the decoded tokens of its sentence.
///
/// The noun phrase stands behind the unit (`66家生态伙伴`), directly before the number (`技术成果4500多项`) or before a verb
/// that leads to it (`展览总面积首次突破10万平方米`). It has no modifiers that end in 的 and never cuts a token.
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
    guard let position = index(of: candidate.range.lowerBound, in: tokens) else { return nil }
    var after = position + 1
    while after < tokens.count, tokens[after].start < candidate.range.upperBound { after += 1 }
    return text.folded.withUnsafeBufferPointer { folded in
      let phrase = NounPhrase(text: folded, tokens: tokens)
      let behind = { phrase.behind(after, candidate: candidate) }
      let before = { phrase.before(position, candidate: candidate) }
      switch candidate.value.kind {
      case .count: return behind() ?? before()
      case .measure where Self.isAmount(candidate): return behind() ?? before()
      case .measure, .percent, .multiple: return before() ?? behind()
      case .money, .fraction: return before() ?? behind()
      default: return nil
      }
    }
  }

  /// Units of mass, volume and energy stand before what they measure.
  private static func isAmount(_ candidate: FigureCandidate) -> Bool {
    let unit = candidate.value.canonicalUnit ?? ""
    return [
      "t", "kg", "g", "斤", "两", "L", "mL", "m3", "亩", "har", "[bbl_us]", "kW.h", "MW.h", "{TEU}", "km", "P", "桶", "W",
      "kW", "MW", "GW",
    ].contains(unit)
  }

  private func index(of start: Int, in tokens: [PhraseToken]) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start == start ? low : nil
  }
}
