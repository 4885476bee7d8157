/// Aliases: a full form and the short form that the text gives it.
///
/// ```
/// 数字视网膜系统国际标准（以下简称标准）       full 数字视网膜系统国际标准, short 标准
/// 《…实施方案》(以下简称《方案》)
/// 联合国教育科学文化组织 … 联合国教科文组织     two names of one body
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

  /// Two names of one body in the document: the fullest and each shorter one, where each was said first.
  static func addNames(to context: inout FactContext) {
    var first: [Int: [(canonicalLength: Int, mention: Int)]] = [:]
    var order: [Int] = []
    var seen: Set<[UInt32]> = []
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
      for name in names where name.mention != full.mention && name.canonicalLength < full.canonicalLength {
        let pieces = [full.mention, name.mention].map { FactPiece(range: context.mentions[$0].range, mention: $0) }
        var draft = FactDraft(type: .alias, rule: "alias.names", range: pieces[1].range)
        draft.set("full", pieces[0])
        draft.set("short", pieces[1])
        context.drafts.append(draft)
      }
    }
  }
}
