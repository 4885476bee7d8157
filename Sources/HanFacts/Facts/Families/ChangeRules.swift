/// Changes: what rose or fell, by how much, against what, from where to where.
///
/// ```
/// 同比增长39.5%                       up, 39.5%, basis 同比
/// 比去年增加3.2万吨                    up, 3.2万吨, basis 比去年
/// 由2000亿元扩容至5000亿元             up, from 2000亿元, to 5000亿元
/// 下降2.1个百分点                      down, 2.1个百分点
/// ```
enum ChangeRules {
  private static let basis = RulePattern.joined([
    Maybe {
      Capture("basis") {
        OneOf {
          "同比"
          "环比"
          RulePattern.joined([OneOf("比", "较").pattern, Gap(1...4).pattern])
        }
      }
      Maybe("，")
    }.pattern,
    Repeat(0...2) { Token("adverb", "adjective", "idiom") }.pattern,
  ])

  private static let up = OneOf(
    "增长", "增加", "上升", "上涨", "提高", "提升", "扩大", "攀升", "激增", "猛增", "净增", "上调", "扩容", "扩张", "回升", "反弹", "跃升",
    "飙升", "增", "涨", "升", "延长")
  private static let down = OneOf(
    "下降", "减少", "降低", "下滑", "下跌", "缩减", "缩短", "回落", "萎缩", "下调", "收窄", "下挫", "暴跌", "锐减", "压缩", "缩小", "减",
    "降", "跌")

  private static func arguments(_ direction: String) -> [Rule.Argument] {
    [
      Rule.Argument("figure", .capture("figure")), Rule.Argument("direction", .word(direction)),
      Rule.Argument("from", .capture("from")), Rule.Argument("to", .capture("to")),
      Rule.Argument("basis", .capture("basis")),
    ]
  }

  private static func by(_ name: String, _ direction: String, _ verbs: OneOf, _ examples: [Rule.Example]) -> Rule {
    .fact(.change, "change.\(name)", arguments: arguments(direction), examples: examples) {
      basis
      verbs
      Maybe("了", "达", "约", "近", "超", "幅度", "幅度为")
      Maybe("了", "达", "约", "近", "超")
      Capture("figure") { Token("figure").kind("percent", "count", "money", "measure", "fraction", "multiple") }
    }
  }

  /// `比去年多3万人`: adjectives need what they are compared with.
  private static func compared(_ name: String, _ direction: String, _ words: OneOf, _ examples: [Rule.Example]) -> Rule
  {
    .fact(.change, "change.\(name)", arguments: arguments(direction), examples: examples) {
      Capture("basis") {
        OneOf("比", "较")
        Gap(1...4)
      }
      words
      Maybe("了", "出")
      Capture("figure") { Token("figure").kind("percent", "count", "money", "measure", "fraction", "multiple") }
    }
  }

  private static func fromTo(_ name: String, _ direction: String, _ verbs: OneOf, _ examples: [Rule.Example]) -> Rule {
    .fact(.change, "change.\(name)", arguments: arguments(direction), priority: 10, examples: examples) {
      Maybe {
        OneOf("由", "从")
        Capture("from") { Token("figure", "date") }
        Repeat(0...3) { Token("adverb", "adjective", "noun", "time", "date", "particle") }
      }
      verbs
      OneOf("至", "到", "为", "成")
      Capture("to") { Token("figure", "date") }
    }
  }

  static let rules: [Rule] = [
    by(
      "up-by", "up", up,
      [
        .finds("产业规模超6370亿元，同比增长39.5%。", "figure=39.5%", "direction=up", "basis=同比"),
        .finds("出口量比去年增加3.2万吨。", "figure=3.2万吨", "basis=比去年"), .skips("经济增长为民生打下基础。"),
      ]),
    by(
      "down-by", "down", down,
      [.finds("失业率下降2.1个百分点。", "figure=2.1个百分点", "direction=down"), .skips("下降的原因有三个。")]),
    fromTo(
      "up-to", "up", up,
      [
        .finds("资金安排规模由2000亿元扩容至5000亿元。", "from=2000亿元", "to=5000亿元", "direction=up"),
        .finds("最长期限延长至3年。", "to=3年"),
      ]),
    compared(
      "more-than", "up", OneOf("多", "高", "高出", "多出", "大", "长", "重"),
      [.finds("报名人数比去年多3万人。", "figure=3万人", "basis=比去年"), .skips("药品价格高达上万元。")]),
    compared("less-than", "down", OneOf("少", "低", "短", "小", "轻"), [.finds("气温比往年低2度。", "direction=down")]),
    fromTo("down-to", "down", down, [.finds("价格从30元下降到20元。", "from=30元", "to=20元", "direction=down")]),
    .fact(
      .change, "change.growth-of", arguments: arguments("up"),
      examples: [.finds("今年还会有30%以上增速。", "figure=30%以上", "direction=up")]
    ) {
      Capture("figure") { Token("figure").kind("percent") }
      Maybe("的")
      Repeat(0...1) { Token("adjective", "adverb") }
      OneOf("增速", "增幅", "涨幅", "升幅")
    },
  ]

  /// Puts in what changed, and whether it is said, planned or expected: the noun phrase before, or what was measured in the
  /// clause before.
  static func complete(_ drafts: inout [FactDraft], _ context: FactContext) {
    let phrases = NounPhrases(context: context)
    var measured: [Int: FactPiece] = [:]
    for draft in drafts where draft.type == .measurement {
      if let figure = draft.piece("figure"), let object = draft.piece("of") {
        measured[figure.range.upperBound] = object
      }
    }
    for index in drafts.indices where drafts[index].type == .change {
      let range = drafts[index].range
      let first = Int(context.stream.covering.base[range.lowerBound])
      guard first >= 0 else { continue }
      var clause = first
      while clause > 0, first - clause < 40, isSameSentence(clause - 1, clause, context),
        !context.endsClause(clause - 1)
      { clause -= 1 }
      let last = Int(context.stream.covering.base[range.upperBound - 1])
      Stance.read(clause..<last + 1, context, into: &drafts[index])
      var piece = what(before: first, clause, phrases, context)
      if piece == nil, clause > 0, context.token(clause - 1).wordClass == .comma {
        piece = measured[Int(context.token(clause - 1).start)]
      }
      if let piece { drafts[index].arguments.insert(("of", .piece(piece)), at: 0) }
    }
  }

  private static func isSameSentence(_ left: Int, _ right: Int, _ context: FactContext) -> Bool {
    context.token(left).end == context.token(right).start
  }

  private static func what(
    before first: Int, _ clause: Int, _ phrases: NounPhrases, _ context: FactContext
  ) -> FactPiece? {
    var index = first - 1
    while index >= clause,
      context.token(index).wordClass == .adverb || context.token(index).wordClass == .date
        || context.token(index).wordClass == .time || context.token(index).wordClass == .preposition
        || !context.token(index).traits.isDisjoint(with: [.plan, .estimate, .filler])
    { index -= 1 }
    guard let phrase = phrases.phrase(endingAt: index, floor: clause) else { return nil }
    // Without what stands before 的 and without the place.
    var start = phrase.lowerBound
    for index in phrase where context.token(index).wordClass == .place || context.isCharacter(index, 0x7684) {
      if index + 1 < phrase.upperBound { start = index + 1 }
    }
    return context.piece(start, phrase.upperBound - 1)
  }
}
