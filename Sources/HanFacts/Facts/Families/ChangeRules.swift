import HanText

/// Changes: what rose or fell, by how much, against what, from where to where.
///
/// ```
/// 同比增长39.5%                       up, 39.5%, basis 同比
/// 比去年增加3.2万吨                    up, 3.2万吨, basis 比去年
/// 由2000亿元扩容至5000亿元             up, from 2000亿元, to 5000亿元
/// 下降2.1个百分点                      down, 2.1个百分点
/// ```
enum ChangeRules {
  /// What stands behind 比; a comma ends it: 比上年增加3万吨，增长2%.
  private static let compared = Repeat(1...4) {
    Token(
      "noun", "date", "time", "place", "organization", "person", "title", "adjective", "adverb", "pronoun", "numeral",
      "classifier", "locality", "particle", "character", "latin", "other", "event", "verb", "preposition",
      "conjunction",
      "modal", "speechVerb", "roleVerb", "idiom")
  }

  private static let basis = RulePattern.joined([
    Maybe {
      Capture("basis") {
        OneOf {
          "同比"
          "环比"
          "按年"
          "按月"
          RulePattern.joined([OneOf("比", "较").pattern, compared.pattern])
        }
      }
      Maybe("，")
    }.pattern,
    Repeat(0...2) { Token("adverb", "adjective", "idiom") }.pattern,
  ])

  private static let up = [
    "增长", "增加", "上升", "上涨", "提高", "提升", "扩大", "攀升", "激增", "猛增", "净增", "上调", "扩容", "扩张", "回升", "反弹", "跃升",
    "飙升", "增", "涨", "升", "延长", "微涨", "微升", "微增", "上浮", "大增", "骤增", "大涨", "递增", "走高", "上扬", "增厚", "加深", "拓宽", "加长",
    "扩编", "调高", "调增", "收涨", "收高", "升值", "微升", "加快", "提速", "增产",
  ]
  private static let down = [
    "下降", "减少", "降低", "下滑", "下跌", "缩减", "缩短", "回落", "萎缩", "下调", "收窄", "下挫", "暴跌", "锐减", "压缩", "缩小", "减",
    "降", "跌", "微跌", "微降", "微减", "下浮", "骤降", "骤减", "大跌", "大降", "递减", "走低", "压减", "精简", "裁减", "削减",
    "调低", "调减", "压降", "收跌", "收低", "贬值", "缩水", "砍掉", "裁掉", "放缓", "减缓", "减产",
  ]

  private static func words(_ texts: [String]) -> RulePattern { .alternatives(texts.map(RulePattern.literal)) }

  /// 增加到, 升至: verbs with what leads to the new size.
  private static func reaching(_ verbs: [String]) -> RulePattern {
    words(verbs.flatMap { verb in ["至", "到", "为", "成"].map { verb + $0 } })
  }

  private static func arguments(_ direction: String) -> [Rule.Argument] {
    [
      Rule.Argument("figure", .capture("figure")), Rule.Argument("direction", .word(direction)),
      Rule.Argument("from", .capture("from")), Rule.Argument("to", .capture("to")),
      Rule.Argument("basis", .capture("basis")),
    ]
  }

  private static func by(_ name: String, _ direction: String, _ verbs: [String], _ examples: [Rule.Example]) -> Rule {
    .fact(.change, "change.\(name)", arguments: arguments(direction), examples: examples) {
      basis
      words(verbs)
      Maybe("了", "达", "约", "近", "超", "幅度", "幅度为")
      Maybe("了", "达", "约", "近", "超")
      Capture("figure") {
        Token("figure").kind("percent", "count", "money", "measure", "fraction", "multiple", "plain")
      }
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

  private static func fromTo(_ name: String, _ direction: String, _ verbs: [String], _ examples: [Rule.Example]) -> Rule
  {
    .fact(.change, "change.\(name)", arguments: arguments(direction), priority: 10, examples: examples) {
      Maybe {
        OneOf("由", "从", "自")
        Maybe {
          Token("date", "time", "noun")
          "的"
        }
        Capture("from") {
          OneOf {
            Token("figure").kind("percent", "count", "money", "measure", "fraction", "multiple", "plain")
            Token("date")
          }
        }
        Repeat(0...3) { Token("adverb", "adjective", "noun", "time", "date", "particle") }
      }
      reaching(verbs)
      Maybe("了")
      Capture("to") {
        OneOf {
          Token("figure").kind("percent", "count", "money", "measure", "fraction", "multiple", "plain")
          Token("date")
        }
      }
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
      "up-to", "up", up + ["提", "扩", "跃"],
      [
        .finds("资金安排规模由2000亿元扩容至5000亿元。", "from=2000亿元", "to=5000亿元", "direction=up"),
        .finds("最长期限延长至3年。", "to=3年"),
        .finds("比率由五年前的38%升至51%。", "from=38%", "to=51%"), .skips("排名由第九位升至第五位。"),
      ]),
    compared(
      "more-than", "up", OneOf("多", "高", "高出", "多出", "大", "长", "重"),
      [.finds("报名人数比去年多3万人。", "figure=3万人", "basis=比去年"), .skips("药品价格高达上万元。")]),
    compared("less-than", "down", OneOf("少", "低", "短", "小", "轻"), [.finds("气温比往年低2度。", "direction=down")]),
    fromTo(
      "down-to", "down", down + ["缩", "砍", "压"], [.finds("价格从30元下降到20元。", "from=30元", "to=20元", "direction=down")]),
    .fact(
      .change, "change.times", arguments: arguments("up"),
      examples: [
        .finds("上缴利税翻了一番。", "figure=翻了一番", "direction=up"), .finds("工资翻了两千多倍。", "figure=两千多倍"),
        .skips("他翻了3座山。"),
      ]
    ) {
      basis
      OneOf {
        Capture("figure") { Token("figure").starts("翻") }
        RulePattern.joined([
          RulePattern.literal("翻"), Maybe("了").pattern,
          Capture("figure") { Token("figure").kind("multiple") }.pattern,
        ])
      }
    },
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

  /// Adds the other figures of `分别增长61.5%和26.2%`.
  static func addListed(to context: inout FactContext) {
    for draft in context.drafts where draft.type == .change {
      guard let figure = draft.piece("figure"), figure.mention >= 0,
        case .figure(let value) = context.mentions[figure.mention].value,
        var index = context.stream.token(endingAt: figure.range.upperBound),
        isDistributed(index, context)
      else { continue }
      for _ in 0..<8 {
        guard [.conjunction, .pause].contains(context.token(index + 1).wordClass) else { break }
        let next = context.token(index + 2)
        guard next.wordClass == .figure, next.mention >= 0,
          case .figure(let other) = context.mentions[Int(next.mention)].value, other.kind == value.kind
        else { break }
        var copy = draft
        copy.range = draft.range.lowerBound..<Int(next.end)
        for place in copy.arguments.indices where copy.arguments[place].name == "figure" {
          copy.arguments[place].value = .piece(FactPiece(range: next.range, mention: Int(next.mention)))
        }
        context.drafts.append(copy)
        index += 2
      }
    }
  }

  private static let each = "分别".foldedScalars

  /// Whether 分别 stands shortly before a figure.
  private static func isDistributed(_ figure: Int, _ context: FactContext) -> Bool {
    var index = figure - 1
    while index >= 0, figure - index < 8, !context.endsClause(index) {
      if context.reads(index, as: each) { return true }
      index -= 1
    }
    return false
  }

  /// Puts in what changed, and whether it is said, planned or expected: the noun phrase before, or what was measured in the
  /// clause before.
  static func complete(_ drafts: inout [FactDraft], _ context: FactContext, _ text: SourceText) {
    let changes = drafts.indices.filter { drafts[$0].type == .change }
    if changes.isEmpty { return }
    let phrases = NounPhrases(context: context)
    var measured: [Int: FactPiece] = [:]
    for draft in drafts where draft.type == .measurement {
      // 出口9.95万亿元，增长6.1%: the verb is what is measured.
      if let figure = draft.piece("figure"), let object = draft.piece("of") ?? activity(draft, context) {
        measured[figure.range.upperBound] = object
        measured[max(figure.range.upperBound, object.range.upperBound)] = object
      }
    }
    for index in changes.sorted(by: { drafts[$0].range.lowerBound < drafts[$1].range.lowerBound }) {
      let range = drafts[index].range
      let first = Int(context.stream.covering.base[range.lowerBound])
      guard first >= 0 else { continue }
      var clause = first
      while clause > 0, first - clause < 40, isSameSentence(clause - 1, clause, context),
        !context.endsClause(clause - 1)
      { clause -= 1 }
      let last = Int(context.stream.covering.base[range.upperBound - 1])
      Stance.read(clause..<last + 1, context, into: &drafts[index])
      var piece = counted(drafts[index], context, text) ?? what(before: first, clause, phrases, context)
      // 产业规模超6370亿元，同比增长39.5%; …，初步预测，今年还会有30%以上增速
      var comma = clause - 1
      while piece == nil, comma > 0, !hasOwn(clause..<first, context), clause - comma < 16,
        context.token(comma).wordClass == .comma
      {
        piece = measured[Int(context.token(comma).start)]
        let end = comma
        repeat { comma -= 1 } while comma > 0 && clause - comma < 24 && !context.endsClause(comma)
        let start = context.endsClause(comma) ? comma + 1 : comma
        if piece == nil { piece = openingSize(start..<end, phrases, context) }
        // What rose is not looked for behind another figure.
        if (start..<end).contains(where: { context.token($0).wordClass == .figure }) || clause - comma >= 24 {
          break
        }
      }
      if let piece {
        drafts[index].arguments.insert(("of", .piece(piece)), at: 0)
        measured[range.upperBound] = piece
      }
    }
  }

  /// Whether a noun of its own stands before the change: 平均住院日缩短至6天 says nothing of the clause before.
  private static func hasOwn(_ clause: Range<Int>, _ context: FactContext) -> Bool {
    clause.contains { index in
      let token = context.token(index)
      return token.wordClass == .noun && token.count > 1
        && token.traits.isDisjoint(with: [.basis, .filler, .plan, .estimate, .body, .human])
        && !context.reads(index, as: .setting) && !context.reads(index, as: .period)
    }
  }

  /// The predicate where it is a noun as well: 出口9.95万亿元，增长6.1%.
  private static func activity(_ draft: FactDraft, _ context: FactContext) -> FactPiece? {
    guard let predicate = draft.piece("predicate"),
      let token = context.stream.token(startingAt: predicate.range.lowerBound),
      Int(context.token(token).end) == predicate.range.upperBound, isActivity(token, context)
    else { return nil }
    return predicate
  }

  /// 毛利率下滑主要受涨价影响: the size that a clause opens with.
  private static func openingSize(_ clause: Range<Int>, _ phrases: NounPhrases, _ context: FactContext) -> FactPiece? {
    var index = clause.lowerBound
    while index < clause.upperBound,
      [.date, .time, .adverb, .conjunction, .open].contains(context.token(index).wordClass)
    { index += 1 }
    let first = index
    while index < clause.upperBound, index - first < 8,
      phrases.isHead(index) || context.token(index).wordClass == .adjective
    { index += 1 }
    guard index < clause.upperBound, let last = (first..<index).last(where: phrases.isSize) else { return nil }
    return context.piece(first, last)
  }

  private static func isSameSentence(_ left: Int, _ right: Int, _ context: FactContext) -> Bool {
    context.token(left).end == context.token(right).start
  }

  /// What its figures are of, where that stands before the change.
  private static func counted(_ draft: FactDraft, _ context: FactContext, _ text: SourceText) -> FactPiece? {
    for name in ["from", "to", "figure"] {
      guard let mention = draft.piece(name)?.mention, mention >= 0,
        case .figure(let value) = context.mentions[mention].value, let of = value.of
      else { continue }
      let range = text.normalizedRange(sourceScalars: of.range.scalars)
      if range.upperBound <= draft.range.lowerBound, let range = bare(range, context) { return FactPiece(range: range) }
      // 裁减5500个|岗位: those that became fewer.
      if value.kind == .count, let piece = draft.piece(name), range.lowerBound == piece.range.upperBound,
        range.count > 1
      {
        return FactPiece(range: range)
      }
    }
    return nil
  }

  private static let whose = [0x8BE5, 0x672C] as [UInt32]

  /// What changed without what only points at whose it is: 逆市 and 到发稿时 are none, 10年期|美债收益率, 该片|排片率,
  /// and with 每股 before 净资产.
  private static func bare(_ range: Range<Int>, _ context: FactContext) -> Range<Int>? {
    guard range.count > 1, context.folded[range.upperBound - 1] != 0x65F6 else { return nil }
    var start = range.lowerBound
    if let first = context.stream.token(startingAt: start), first > 0 {
      let token = context.token(first)
      let before = context.token(first - 1)
      if token.wordClass == .place || token.wordClass == .organization {
        // 股价在法兰克福证券交易所|上涨: where.
        if isWhere(first - 1, context) { return nil }
        // 对|越南|出口量: with whom.
        if context.reads(first - 1, as: .adjunct), Int(token.end) < range.upperBound { start = Int(token.end) }
      } else if context.reads(first - 1, as: .sphere), before.end == token.start, before.count == 2,
        before.wordClass != .place
      {
        // 海外|收入
        start = Int(before.start)
      } else if before.wordClass == .conjunction, before.end == token.start, first > 1,
        context.token(first - 2).wordClass == .noun
      {
        // 化学原料和|化学制品产量
        var place = first - 2
        while place > 0, first - place < 6, context.token(place - 1).wordClass == .noun,
          context.token(place - 1).end == context.token(place).start
        { place -= 1 }
        start = Int(context.token(place).start)
      }
    }
    if context.folded[start] == 0x671F, start > 0, context.folded[start - 1] == 0x5E74 { start += 1 }
    if let token = context.stream.token(startingAt: start), context.token(token).count == 2,
      context.token(token).wordClass == .pronoun, whose.contains(context.folded[start]), range.upperBound - start > 3
    {
      start += 2
    }
    if start > 1, context.folded[start - 2] == 0x6BCF, let token = context.stream.token(startingAt: start - 2),
      context.token(token).wordClass == .pronoun
    {
      start -= 2
    }
    return start..<range.upperBound
  }

  private static func isActivity(_ index: Int, _ context: FactContext) -> Bool {
    context.token(index).wordClass == .verb && context.reads(index, as: .activity)
  }

  private static func isWhere(_ index: Int, _ context: FactContext) -> Bool {
    context.reads(index, as: .locating)
  }

  /// 资金使用最长期限, 将|香港人民币业务资金安排规模: all of the clause, with the verbs in its nouns.
  private static func wholeClause(before end: Int, _ clause: Int, _ context: FactContext) -> Range<Int>? {
    var start = clause
    while start < end,
      [.date, .time, .adverb, .conjunction].contains(context.token(start).wordClass)
        && !context.reads(start, as: .disposal)
    { start += 1 }
    let isTaken = start < end && context.reads(start, as: .disposal)
    if isTaken { start += 1 }
    guard end - start >= 2, end - start <= 7, context.token(end - 1).wordClass == .noun else { return nil }
    // Without a verb inside, the noun phrase is found as it is.
    guard (start..<end).contains(where: { context.token($0).wordClass == .verb }),
      context.token(start).wordClass != .verb
    else { return nil }
    for index in start..<end {
      let token = context.token(index)
      switch token.wordClass {
      case .noun, .latin, .organization, .place: break
      case .adjective: if index == start { return nil }
      case .verb: if !token.traits.isDisjoint(with: [.copula, .cue, .weakCue, .up, .down, .link]) { return nil }
      default: return nil
      }
    }
    return start..<end
  }

  /// Where a phrase begins behind what only points at whose it is.
  private static func pointer(_ start: Int, _ last: Int, _ context: FactContext) -> Int? {
    guard context.reads(start, as: .pointer) else { return nil }
    let isSingle = context.token(start).traits.contains(.demonstrative) && context.token(start).count == 1
    return isSingle ? (start + 2 <= last ? start + 2 : nil) : start + 1
  }

  private static func what(
    before first: Int, _ clause: Int, _ phrases: NounPhrases, _ context: FactContext
  ) -> FactPiece? {
    var index = first - 1
    while index >= clause {
      let token = context.token(index)
      // 全球经济增速预期下调, 增速预期从2.7%降至1.8%
      if index > clause, context.reads(index, as: .expectation), phrases.isSize(index - 1) {
        var start = index - 1
        while start > clause, index - start < 6, context.token(start - 1).wordClass == .noun { start -= 1 }
        return context.piece(start, index)
      }
      // 逆|市, 逆|势
      if index > clause, context.isCharacter(index - 1, 0x9006),
        context.reads(index, as: .trend)
      {
        index -= 2
        continue
      }
      // 汽油价格|每|吨|下调
      if index - 1 > clause, context.isCharacter(index - 1, 0x6BCF) {
        index -= 2
        continue
      }
      // 到记者发稿时: when.
      if context.isCharacter(index, 0x65F6) { return nil }
      if token.wordClass == .close, let open = phrases.bracket(endingAt: index, floor: clause) {
        // 居民消费价格指数（CPI）同比下降
        index = open - 1
      } else if [.adverb, .date, .time, .preposition, .conjunction].contains(token.wordClass)
        || phrases.isFunction(index) || !token.traits.isDisjoint(with: [.plan, .estimate, .filler, .basis])
      {
        index -= 1
      } else {
        break
      }
    }
    if let whole = wholeClause(before: index + 1, clause, context) { return context.piece(whole.lowerBound, index) }
    let isNominal =
      index >= clause
      && (isActivity(index, context) || context.token(index).wordClass == .verb && phrases.isSize(index))
    // 房地产|开发|投资
    if isNominal, index > clause, context.token(index - 1).wordClass == .verb, context.token(index - 1).count > 1,
      phrases.isActivity(index - 1)
    {
      var start = index - 1
      while start > clause, index - start < 6, context.token(start - 1).wordClass == .noun { start -= 1 }
      return context.piece(start, index)
    }
    // 如果需求下降, 风力发电机组出口增长: the noun is a verb to the lexicon.
    guard var phrase = phrases.phrase(endingAt: isNominal ? index - 1 : index, floor: clause) else {
      return isNominal ? context.piece(index, index) : nil
    }
    // 股价在香港下跌: where.
    if !isNominal, phrase.lowerBound > clause, isWhere(phrase.lowerBound - 1, context) {
      index = phrase.lowerBound - 2
      while index >= clause, [.adverb, .date, .time].contains(context.token(index).wordClass) { index -= 1 }
      guard let outer = phrases.phrase(endingAt: index, floor: clause) else { return nil }
      phrase = outer
    }
    // Without what stands before 的 and without the place.
    var start = phrase.lowerBound
    for index in phrase
    where [.place, .locality].contains(context.token(index).wordClass) || context.isCharacter(index, 0x7684) {
      if index + 1 < phrase.upperBound || isNominal { start = index + 1 }
    }
    // 该地区|销售额, 这个|成绩, 沪市|融资余额, 10年|期|美债收益率
    if start + 1 < index, let first = pointer(start, index, context) { start = first }
    // 每股|净资产
    if start > clause, context.token(start - 1).wordClass == .pronoun, context.token(start - 1).count == 2,
      context.folded[Int(context.token(start - 1).start)] == 0x6BCF
    {
      start -= 1
    }
    // 对东盟进出口: with whom.
    if start == phrase.lowerBound, start > clause, phrases.isAdjunct(start - 1), start < index,
      context.token(start).wordClass == .organization
    {
      start += 1
    }
    return context.piece(min(start, index), index)
  }
}
