/// Aliases: a full form and the short form that the text gives it.
///
/// ```
/// 数字视网膜系统国际标准（以下简称标准）       full 数字视网膜系统国际标准, short 标准
/// 《…实施方案》(以下简称《方案》)
/// 联合国教育科学文化组织 … 联合国教科文组织     two names of one body
/// 国际热核聚变实验堆(ITER)                     full 国际热核聚变实验堆, short ITER
/// ```
enum AliasRules {
  private static let arguments = [Rule.Argument("full", .capture("full")), Rule.Argument("short", .capture("short"))]

  static let rules: [Rule] = [
    .fact(
      .alias, "alias.declared", arguments: arguments,
      examples: [
        .finds("数字视网膜系统国际标准（以下简称标准）正式发布。", "short=标准"),
        .finds("江苏省产业技术研究院(以下简称“产研院”)成立。", "full=江苏省产业技术研究院", "short=产研院"),
        .skips("他(以下是原话)说了很多。"),
      ]
    ) {
      Capture("full") {
        OneOf {
          RulePattern.joined([
            Repeat(0...3) {
              Token("person", "organization", "place")
              OneOf("和", "与", "、", "及")
            }.pattern,
            Token("person", "organization", "place", "work", "event").pattern,
          ])
          Repeat(1...8) { Token("noun", "verb", "adjective", "latin", "organization", "place", "character") }
        }
      }
      Maybe("》")
      "（"
      OneOf("以下简称", "下称", "简称", "以下称", "下文简称")
      Maybe("为", "：")
      Maybe("“", "《", "‘")
      Capture("short") { Repeat(1...8) { Token("punctuation").negated } }
      Maybe("”", "》", "’")
      "）"
    }
  ]

  /// Names with a short form of Latin capitals in brackets behind them.
  static func addCapitals(to context: inout FactContext) {
    let phrases = NounPhrases(context: context)
    let stream = context.stream
    for number in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[number].tokens
      for open in sentence.dropFirst() where context.isCharacter(open, 0x28) {
        var close = open + 1
        while close < sentence.upperBound, close - open < 6, !context.isCharacter(close, 0x29) { close += 1 }
        guard close < sentence.upperBound, context.isCharacter(close, 0x29), close > open + 1,
          isCapitals(Int(context.token(open).end)..<Int(context.token(close).start), context),
          let full = fullForm(endingAt: open - 1, floor: sentence.lowerBound, phrases, context)
        else { continue }
        let short = context.piece(open + 1, close - 1)
        var draft = FactDraft(
          type: .alias, rule: "alias.capitals", range: full.range.lowerBound..<Int(context.token(close).end))
        draft.set("full", full)
        draft.set("short", short)
        context.drafts.append(draft)
      }
    }
  }

  /// `ITER`, `IEEE SA`, `COP28`: two capitals at least, and nothing but capitals, digits and marks between them.
  private static func isCapitals(_ range: Range<Int>, _ context: FactContext) -> Bool {
    guard range.count >= 2, range.count <= 12 else { return false }
    var capitals = 0
    for place in range {
      switch context.folded[place] {
      case 0x41...0x5A: capitals += 1
      case 0x30...0x39, 0x20, 0x2D, 0x26: break
      default: return false
      }
    }
    return capitals >= 2 && context.folded[range.lowerBound] > 0x39
  }

  /// The name before the bracket: a record, or the nouns that make a name of four characters at least.
  private static func fullForm(
    endingAt last: Int, floor: Int, _ phrases: NounPhrases, _ context: FactContext
  ) -> FactPiece? {
    let token = context.token(last)
    if token.wordClass == .organization || token.mention >= 0 && [.work, .event].contains(type(last, context))
      || token.wordClass == .place && context.kind(last) == "facility"
    {
      return context.piece(last, last)
    }
    guard token.wordClass == .noun || token.wordClass == .verb || token.wordClass == .character else { return nil }
    var first = last
    while first > floor, last - first < 8 {
      let before = context.token(first - 1)
      switch before.wordClass {
      case .noun, .adjective, .character, .latin, .title, .place, .organization: break
      // 平方公里|阵列
      case .classifier where phrases.isHead(first): break
      case .verb where phrases.isActivity(first - 1): break
      default: return piece(first, last, context)
      }
      first -= 1
    }
    return piece(first, last, context)
  }

  private static func piece(_ first: Int, _ last: Int, _ context: FactContext) -> FactPiece? {
    let piece = context.piece(first, last)
    return piece.range.count >= 4 ? piece : nil
  }

  private static func type(_ index: Int, _ context: FactContext) -> MentionType {
    context.mentions[Int(context.token(index).mention)].type
  }

  /// Two names of one body in the document: the fullest and each shorter one, where each was said first.
  static func addNames(to context: inout FactContext) {
    var first: [Int: [(canonicalLength: Int, mention: Int)]] = [:]
    var order: [Int] = []
    var seen: Set<[UInt32]> = []
    // 世界卫生组织(WHO): what brackets declare is said already.
    let declared = Set(context.drafts.compactMap { $0.type == .alias ? $0.piece("short")?.range : nil })
    for (index, mention) in context.mentions.enumerated()
    where mention.type == .organization && mention.thing > 0 && !mention.isNested {
      let scalars = Array(
        UnsafeBufferPointer(start: context.folded + mention.range.lowerBound, count: mention.range.count))
      guard seen.insert([UInt32(truncatingIfNeeded: mention.thing)] + scalars).inserted else { continue }
      if first[mention.thing] == nil { order.append(mention.thing) }
      first[mention.thing, default: []].append((scalars.count, index))
    }
    for thing in order {
      guard let names = first[thing], names.count > 1,
        let full = names.max(by: { $0.canonicalLength < $1.canonicalLength })
      else { continue }
      for name in names
      where name.mention != full.mention && name.canonicalLength < full.canonicalLength
        && !declared.contains(context.mentions[name.mention].range)
      {
        let pieces = [full.mention, name.mention].map { FactPiece(range: context.mentions[$0].range, mention: $0) }
        var draft = FactDraft(type: .alias, rule: "alias.names", range: pieces[1].range)
        draft.set("full", pieces[0])
        draft.set("short", pieces[1])
        context.drafts.append(draft)
      }
    }
  }
}
