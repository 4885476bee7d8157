/// How a figure stands in its clause.
struct FigureReading {
  var rule: String
  /// The tokens of the subject.
  var subject: Range<Int>?
  /// The characters of the predicate.
  var predicate: Range<Int>?
  /// The characters of what is counted or measured.
  var object: Range<Int>?
  /// Whether the subject is that of the clause before.
  var inherits = false
  /// Whether only what was measured and the figure are said.
  var isElliptic = false
  /// Whether it only says which things another figure counts.
  var isAside = false
  /// Whether what was measured opens the clause and nobody is named whose it is.
  var isBare = false
  /// One past the last token that was read.
  var end: Int
}

/// Reads the clause around a figure: the verb before it, what stands before the verb, what stands behind.
struct FigureReader {
  let context: FactContext
  let phrases: NounPhrases

  init(context: FactContext) {
    self.context = context
    phrases = NounPhrases(context: context)
  }

  /// How a figure stands in its clause, or nil where nothing is stated.
  func reading(of figure: Int, _ value: FigureValue, _ object: Range<Int>?, _ clause: Range<Int>) -> FigureReading? {
    let place = Int(context.token(figure).start)
    // 历史同期首次突破60万家: compared with what.
    let isClosed = value.kind == .money && figure > clause.lowerBound && isAction(figure - 1)
    let given =
      (isClosed ? trailing(figure, value, clause) : nil)
      ?? object.flatMap {
        $0.count == 2 && context.reads(Self.history, at: $0.lowerBound, before: $0.upperBound) ? nil : $0
      }
    if isBase(figure, clause) || isNone(figure, value, given, clause) { return nil }
    if let object = given, object.upperBound <= place {
      // 创新绩效和创新环境5个维度: what stands behind is what is counted.
      if value.kind == .count, figure + 1 < clause.upperBound, context.token(figure + 1).wordClass == .noun {
        return nil
      }
      return before(figure, value, object, clause)
    }
    // 占比高达80%的团队: what follows 的 is not what the percentage is of.
    let isAttributive = figure + 1 < clause.upperBound && context.isCharacter(figure + 1, 0x7684)
    let governor = verb(endingAt: figure - 1, clause.lowerBound)
    let isReached =
      governor.map { !context.token($0.upperBound - 1).traits.isDisjoint(with: [.link, .copula]) }
      ?? !opensClause(figure, clause)
    let object =
      given == nil
      ? trailing(figure, value, clause)
      : value.unit == "分"
        || isAttributive && value.kind == .percent && isReached
          && given.map { $0.lowerBound > Int(context.token(figure + 1).start) } ?? false
        ? nil : given
    if figure > clause.lowerBound, context.isCharacter(figure - 1, 0x7B49) { return listing(figure, object, clause) }
    if let whole = given, value.kind != .count, isAttributive || whole.lowerBound == Int(context.token(figure).end),
      let reading = part(figure, whole, clause)
    {
      return reading
    }
    // 观测100亿光年范围内的数十亿个星系: how far, not what.
    if object == nil, isWithin(figure, clause) { return nil }
    let start = behindRange(figure, clause)
    if let verb = verb(endingAt: start - 1, clause.lowerBound) {
      var verb = verb
      // 投资|达134亿元: what is measured is a verb to the lexicon.
      if object == nil, value.kind != .count, verb.count == 2, context.reads(verb.lowerBound, as: .activity),
        context.reads(verb.lowerBound + 1, as: .figureLead)
      {
        var reading = FigureReading(
          rule: "of-figure", predicate: range(verb.lowerBound + 1..<verb.upperBound),
          object: range(verb.lowerBound..<verb.lowerBound + 1), end: figure + 1)
        (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
        return reading
      }
      // 吸引来自90个国家的3.5万人: where they come from is part of the modifier.
      if start < figure, context.reads(verb.upperBound - 1, as: .origin) {
        if verb.count > 1 {
          verb = verb.dropLast()
        } else if let outer = self.verb(endingAt: verb.lowerBound - 1, clause.lowerBound) {
          verb = outer
        } else if let object, let reading = predicateBehind(figure, object, clause) {
          return reading
        }
      }
      if start == figure, object == nil, let reading = activity(figure, verb, value, clause) { return reading }
      if inList(verb.lowerBound, clause), let first = firstVerb(clause.lowerBound..<figure),
        !(first.lowerBound..<figure).contains(where: isFigure)
      {
        // 实施创新领航、…、制度创新五大工程
        verb = first
      }
      var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
      if let group = headless(before: verb.lowerBound, clause) {
        reading.subject = group
      } else {
        (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      }
      return completed(reading, verb, value, clause)
    }
    if value.kind == .fraction || value.kind == .percent, let reading = share(figure, clause) { return reading }
    guard let object else { return nil }
    if value.kind == .count, let verb = handed(before: figure, clause) ?? visited(before: figure, clause) {
      var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    return behind(figure, object, clause)
  }

  /// `塞给我三罐泡菜`: the verb before the one to whom it is given.
  private func handed(before figure: Int, _ clause: Range<Int>) -> Range<Int>? {
    guard figure - 2 >= clause.lowerBound,
      [.pronoun, .person, .organization].contains(context.token(figure - 1).wordClass),
      context.token(figure - 2).wordClass == .verb, context.folded[Int(context.token(figure - 2).end) - 1] == 0x7ED9
    else { return nil }
    return verb(endingAt: figure - 2, clause.lowerBound)
  }

  /// `走访了滨湖新区的三家售楼处`: the verb before whose the counted are.
  private func visited(before figure: Int, _ clause: Range<Int>) -> Range<Int>? {
    guard figure - 3 >= clause.lowerBound, context.isCharacter(figure - 1, 0x7684) else { return nil }
    // 关闭|长沙的两家门店
    if [.place, .organization].contains(context.token(figure - 2).wordClass),
      context.token(figure - 3).wordClass == .verb, !context.reads(figure - 3, as: .origin),
      figure + 2 == clause.upperBound
    {
      return verb(endingAt: figure - 3, clause.lowerBound)
    }
    guard figure - 3 > clause.lowerBound,
      let owner = phrases.phrase(endingAt: figure - 2, floor: clause.lowerBound), owner.count < 5,
      owner.lowerBound - 2 >= clause.lowerBound, context.isCharacter(owner.lowerBound - 1, 0x4E86),
      context.token(owner.lowerBound - 2).wordClass == .verb
    else { return nil }
    return verb(endingAt: owner.lowerBound - 2, clause.lowerBound)
  }

  func isVerbal(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .verb, .roleVerb, .speechVerb: !context.reads(index, as: .noVerb) && !isOutlook(index)
    // 现有床位1200张
    case .adjective: context.reads(index, as: .having)
    // 营收为39亿美元
    case .preposition: context.reads(index, as: Self.equals) && context.token(index + 1).wordClass == .figure
    // 开盘报186元, 高达80%
    case .noun:
      (context.reads(index, as: Self.quotes) || context.reads(index, as: .figureLead))
        && context.token(index + 1).wordClass == .figure
    // 种|了6亩洋芋
    case .classifier: context.reads(index, as: Self.plants) && isPlanting(index)
    case .conjunction: context.reads(index, as: Self.only) && context.token(index + 1).wordClass == .figure
    default: false
    }
  }

  /// 种 as a verb, not a kind: before 了, or between who plants and what.
  private func isPlanting(_ index: Int) -> Bool {
    if context.isCharacter(index + 1, 0x4E86) { return true }
    guard context.token(index + 1).wordClass == .noun else { return false }
    return [.person, .adverb, .comma, .date].contains(context.token(index - 1).wordClass)
  }

  static let plants = "种".foldedScalars
  static let equals = "为".foldedScalars
  static let quotes = "报".foldedScalars
  static let only = "只有".foldedScalars

  /// 预计, 拟: what comes behind is the verb.
  func isOutlook(_ index: Int) -> Bool {
    let traits = context.token(index).traits
    if context.reads(index, as: .intention) { return true }
    return traits.contains(.estimate) && traits.isDisjoint(with: [.up, .down, .link, .copula])
  }

  func isFiller(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .adverb && token.count < 2 || !token.traits.isDisjoint(with: [.filler, .plan])
  }

  func range(_ tokens: Range<Int>) -> Range<Int> {
    Int(context.token(tokens.lowerBound).start)..<Int(context.token(tokens.upperBound - 1).end)
  }

  /// The verbs in a row that end at a token, over 了, adverbs and 在.
  func verb(endingAt last: Int, _ floor: Int) -> Range<Int>? {
    var index = last
    var isPerfect = false
    while index >= floor, last - index < 4 {
      let token = context.token(index)
      if token.wordClass == .particle, !context.isCharacter(index, 0x7684), !context.isCharacter(index, 0x7B49) {
        isPerfect = true
      } else if !(token.wordClass == .adverb || token.traits.contains(.filler) && !isVerbal(index)
        || context.reads(index, as: .summing)
        || context.isCharacter(index, 0x5728) && index > floor && isVerbal(index - 1))
      {
        break
      }
      index -= 1
    }
    guard index >= floor else { return nil }
    // 栽|下固沙林, 系|上安全绳
    let end = index + 1
    if isComplement(index), index > floor { index -= 1 }
    // 布局了: whatever stands before 了 is the verb.
    guard isVerbal(index) || isPerfect && context.token(index).wordClass == .noun else { return nil }
    var first = index
    // 秋粮收购|有三个特点
    if context.isCharacter(index, 0x6709) { return first..<end }
    while first > floor, context.token(first).wordClass == .verb, context.token(first - 1).wordClass == .verb,
      isVerbal(first - 1),
      index - first < 2, context.token(first - 1).traits.isDisjoint(with: [.copula]),
      // 农业税费负担|是, 展览|展出
      context.token(first).traits.isDisjoint(with: [.copula]), !phrases.isHead(first - 1)
    { first -= 1 }
    // 累计|接收, 要|翻过
    while first < index,
      context.reads(first, as: .summing)
        || context.token(first).count == 1 && context.token(first).traits.contains(.plan)
    { first += 1 }
    return first..<end
  }

  /// Whether 上 or 下 stands behind a verb of one character: `系上`, `栽下`.
  private func isComplement(_ index: Int) -> Bool {
    guard context.isCharacter(index, 0x4E0A) || context.isCharacter(index, 0x4E0B) else { return false }
    let verb = context.token(index - 1)
    return verb.wordClass == .verb && verb.count == 1 && verb.end == context.token(index).start
  }

  func firstVerb(_ tokens: Range<Int>) -> Range<Int>? {
    tokens.first(where: isVerbal).map { $0..<$0 + 1 }
  }

  func inList(_ index: Int, _ clause: Range<Int>) -> Bool {
    var place = index - 1
    while place >= clause.lowerBound, index - place <= 3 {
      if context.token(place).wordClass == .pause { return true }
      if context.token(place).wordClass != .noun { return false }
      place -= 1
    }
    return false
  }
}
