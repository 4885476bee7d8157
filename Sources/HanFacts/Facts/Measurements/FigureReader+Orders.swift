/// The orders in which a noun, a verb and a figure stand.
extension FigureReader {
  /// `转移转化技术成果4500多项`, `展览总面积首次突破10万平方米`, `全市人才规模近30万人`
  func before(_ figure: Int, _ value: FigureValue, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard let first = context.stream.token(startingAt: object.lowerBound),
      let last = context.stream.token(endingAt: object.upperBound),
      first >= clause.lowerBound
    else { return nil }
    var reading = FigureReading(rule: "of-figure", object: object, end: figure + 1)
    var link = verb(endingAt: figure - 1, last + 1)
    // 标间|要|三百多元
    if let verb = link, verb.count == 1, isOutlook(verb.lowerBound) || context.isCharacter(verb.lowerBound, 0x8981) {
      link = nil
    }
    // 该地区|销售额, 沪市|融资余额: whose it is.
    if let owner = owner(first..<last + 1) {
      reading.subject = owner
      reading.object = range(owner.upperBound..<last + 1)
      reading.predicate = link.map(range)
      return reading
    }
    // 中国对欧盟|出口|太阳能电池, 对东盟|进出口: the other side is no part of it.
    if first > clause.lowerBound, first < last, phrases.isAdjunct(first - 1),
      [.place, .organization, .person].contains(context.token(first).wordClass)
    {
      let isGoverned = context.token(first + 1).wordClass == .verb && first + 1 < last
      reading.predicate = isGoverned ? range(first + 1..<first + 2) : link.map(range)
      reading.object = range((isGoverned ? first + 2 : first + 1)..<last + 1)
      (reading.subject, reading.inherits) = subject(before: first - 1, clause)
      return reading
    }
    // 设立总额6000万美元的基金: the verb governs what has the size.
    if link == nil, value.kind != .percent, value.kind != .count, first == last, context.reads(last, as: .dimension),
      figure + 2 < clause.upperBound, context.isCharacter(figure + 1, 0x7684)
    {
      var end = figure + 2
      while end < clause.upperBound, phrases.isHead(end) || phrases.isActivity(end) { end += 1 }
      reading.isAside = true
      if end > figure + 2, phrases.isHead(end - 1), range(figure + 2..<end).count > 1 {
        reading.subject = figure + 2..<end
      }
      return reading
    }
    if let special = aside(figure, value, first..<last + 1, link, clause) { return special }
    if let special = acted(figure, value, first..<last + 1, link, clause) { return special }
    if var verb = verb(endingAt: first - 1, clause.lowerBound) {
      // 现有|在册|职工
      if context.reads(verb.upperBound - 1, as: .attributive),
        let outer = self.verb(endingAt: verb.upperBound - 2, clause.lowerBound)
      {
        verb = outer
      }
      // 收受余某等人所送现金: the verb behind 所 belongs to the noun.
      if verb.lowerBound > clause.lowerBound, context.isCharacter(verb.lowerBound - 1, 0x6240),
        let main = firstVerb(clause.lowerBound..<verb.lowerBound - 1)
      {
        verb = main
      }
      // 新建|集中|供水|工程
      if let action = verb.dropLast().last(where: { isAction($0) || context.reads($0, as: .having) }) {
        reading.object = range(action + 1..<last + 1)
        verb = action..<action + 1
      }
      // 交付|车载|显示|驱动|芯片: verbs among the nouns that an action governs.
      if value.kind == .count || value.kind == .measure, let action = outerAction(verb, clause) {
        reading.object = range(action + 1..<last + 1)
        verb = action..<action + 1
      }
      reading.predicate = range(verb)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    // 核定|年生产能力
    if first - 1 > clause.lowerBound, context.reads(first - 1, as: .dateUnit),
      let verb = verb(endingAt: first - 2, clause.lowerBound)
    {
      reading.object = range(first - 1..<last + 1)
      reading.predicate = range(verb)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    // 培养博士、硕士研究生120余名
    if first - 1 > clause.lowerBound, [.pause, .conjunction].contains(context.token(first - 1).wordClass),
      let list = phrases.phrase(endingAt: last, floor: clause.lowerBound), list.lowerBound < first - 1,
      let verb = verb(endingAt: list.lowerBound - 1, clause.lowerBound)
    {
      reading.predicate = range(verb)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    reading.predicate = link.map(range)
    // 男子100米半决赛: the figure is part of what follows.
    if link == nil, figure + 1 < clause.upperBound, context.token(figure + 1).wordClass == .noun { return nil }
    let isAttributive = figure + 1 < clause.upperBound && context.isCharacter(figure + 1, 0x7684)
    reading.isElliptic =
      link == nil && !isAttributive
      && (first == clause.lowerBound || context.token(first - 1).wordClass == .pause
        || context.reads(first - 1, as: Self.among)
        || context.isCharacter(first - 1, 0x7684) && (clause.lowerBound..<first).contains(where: isFigure))
    if object.count < 2 { return nil }
    var end = first - 1
    let isOwner = end >= clause.lowerBound && context.isCharacter(end, 0x7684)
    if isOwner { end -= 1 }
    // 华为公司去年研发投入, 我国日均词元调用量
    while !isOwner, end >= clause.lowerBound,
      [.date, .time].contains(context.token(end).wordClass) || isPeriod(end)
        || isFiller(end) && [.noun, .numeral].contains(context.token(end).wordClass) || context.reads(end, as: .summing)
    { end -= 1 }
    // 拥有|先进的|设备300台
    if isOwner, link == nil, value.kind == .count, end > clause.lowerBound, context.token(end).wordClass == .adjective {
      var start = end
      while start > clause.lowerBound, context.token(start - 1).wordClass == .adverb { start -= 1 }
      if let verb = verb(endingAt: start - 1, clause.lowerBound) {
        reading.predicate = range(verb)
        (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
        return reading
      }
    }
    reading.subject = phrases.phrase(endingAt: end, floor: clause.lowerBound).flatMap { trimmed($0, clause) }
    // 归属于上市公司股东的净利润: a modifier.
    if isOwner, let phrase = reading.subject, phrase.lowerBound > clause.lowerBound,
      context.token(phrase.lowerBound - 1).wordClass == .preposition || isVerbal(phrase.lowerBound - 1)
    {
      // 实现|归属于上市公司股东的|净利润
      if link == nil, let verb = achieved(before: phrase.lowerBound, clause) {
        reading.predicate = range(verb)
        (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
        return reading
      }
      if !isVerbal(phrase.lowerBound - 1) {
        reading.subject = nil
        reading.inherits = true
      }
    }
    // 在华|越南留学生: where they are.
    if !isOwner, let phrase = reading.subject, phrase.lowerBound > clause.lowerBound,
      context.isCharacter(phrase.lowerBound - 1, 0x5728)
    {
      reading.subject = nil
      reading.inherits = true
    }
    // 对东盟|进出口
    if !isOwner, let phrase = reading.subject, phrase.lowerBound > clause.lowerBound,
      phrases.isAdjunct(phrase.lowerBound - 1)
    {
      (reading.subject, reading.inherits) = subject(before: phrase.lowerBound - 1, clause)
    }
    // 治疗类似疾病的其他药品: what a verb governs before 的 owns nothing.
    if isOwner, let phrase = reading.subject, phrase.lowerBound > clause.lowerBound, isVerbal(phrase.lowerBound - 1) {
      reading.subject = nil
    }
    // 此次降水|黄淮南部、江淮大部: what is spoken of, and where.
    if let phrase = reading.subject, isDemonstrative(phrase.lowerBound, clause),
      let place = phrase.dropFirst(2).first(where: { context.token($0).wordClass == .place })
    {
      reading.subject = place..<phrase.upperBound
    }
    reading.isBare = link != nil && reading.subject == nil && isDated(clause.lowerBound..<first)
    if isDemonstrative(end, clause) { reading.subject = nil }
    // 海外|收入突破…: where, not whose.
    if reading.subject == nil, !isOwner, end >= clause.lowerBound, isAbroad(end) {
      reading.inherits = true
      if end == first - 1 { reading.object = range(end..<last + 1) }
    }
    // 营业收入超10亿元的企业: whose it is stands behind 的.
    if isAttributive, reading.subject == nil, value.kind != .percent, figure + 2 < clause.upperBound,
      phrases.opensPhrase(figure + 2)
    {
      var end = figure + 3
      while end < clause.upperBound, context.token(end).wordClass == .noun { end += 1 }
      reading.isAside = true
      if range(figure + 2..<end).count > 1 { reading.subject = figure + 2..<end }
    }
    return reading
  }

  static let among = "其中".foldedScalars

  /// A verb that does something with the noun behind it, also where the lexicon takes that for a verb: 接收捐款.
  func isAction(_ index: Int) -> Bool {
    context.token(index).wordClass == .verb && context.reads(index, as: .action)
  }

  /// The action before nouns and the verbs among them, which name what it acts on; nil where those lead to the figure.
  private func outerAction(_ verb: Range<Int>, _ clause: Range<Int>) -> Int? {
    guard
      verb.allSatisfy({
        context.token($0).wordClass == .verb
          && context.token($0).traits.isDisjoint(with: [.link, .copula, .up, .down, .plan])
          && !context.reads($0, as: .action)
      })
    else { return nil }
    var index = verb.lowerBound - 1
    while index > clause.lowerBound, verb.lowerBound - index < 5,
      [.noun, .adjective, .latin].contains(context.token(index).wordClass)
    { index -= 1 }
    return index < verb.lowerBound - 1 && index >= clause.lowerBound && isAction(index) ? index : nil
  }

  /// Whether tokens only say when.
  private func isDated(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { [.date, .time, .adverb].contains(context.token($0).wordClass) }
  }

  /// The verb of reaching a size before a modifier of it: `实现归属于上市公司股东的净利润`.
  private func achieved(before last: Int, _ clause: Range<Int>) -> Range<Int>? {
    var index = last - 1
    while index >= clause.lowerBound, last - index < 6 {
      if context.reads(index, as: .achieving) { return index..<index + 1 }
      if isFigure(index) || context.isCharacter(index, 0x7684) { return nil }
      index -= 1
    }
    return nil
  }

  /// The owner inside what is measured: 该地区销售额, 沪市融资余额.
  func owner(_ object: Range<Int>) -> Range<Int>? {
    let first = object.lowerBound
    if object.count > 1, context.reads(first, as: .market) { return first..<first + 1 }
    guard object.count > 2, context.token(first).traits.contains(.demonstrative), context.token(first).count == 1,
      context.token(first + 1).wordClass == .noun, phrases.isSize(object.upperBound - 1)
    else { return nil }
    return first..<first + 2
  }

  /// A verb inside what was taken for one noun: `产成品占用资金4690亿元`, `募集资金3.2亿元`.
  func acted(
    _ figure: Int, _ value: FigureValue, _ object: Range<Int>, _ link: Range<Int>?, _ clause: Range<Int>
  ) -> FigureReading? {
    guard link == nil else { return nil }
    var reading = FigureReading(rule: "of-figure", end: figure + 1)
    let isTraded =
      value.kind != .count && context.reads(object.lowerBound, as: .trade)
      && context.token(object.lowerBound).wordClass == .verb && context.token(object.upperBound - 1).wordClass == .noun
    if let verb = object.dropLast().last(where: isAction) ?? (isTraded && object.count > 1 ? object.lowerBound : nil),
      !phrases.endsAsSize(object.upperBound - 1),
      context.token(object.upperBound - 1).wordClass != .verb
    {
      reading.predicate = range(verb..<verb + 1)
      reading.object = range(verb + 1..<object.upperBound)
      (reading.subject, reading.inherits) = subject(before: verb, clause)
      return reading
    }
    // 年产|关节模组
    if object.count > 1, value.kind == .count || value.kind == .measure, context.reads(object.lowerBound, as: .yielding)
    {
      reading.predicate = range(object.lowerBound..<object.lowerBound + 1)
      reading.object = range(object.lowerBound + 1..<object.upperBound)
      (reading.subject, reading.inherits) = subject(before: object.lowerBound, clause)
      return reading
    }
    // 募集资金 is one word of the lexicon.
    let token = context.token(object.lowerBound)
    guard object.count == 1, token.count == 4, token.wordClass == .noun, object.upperBound == figure,
      context.begins(token.range, as: .action)
    else { return nil }
    reading.predicate = Int(token.start)..<Int(token.start) + 2
    reading.object = Int(token.start) + 2..<Int(token.end)
    (reading.subject, reading.inherits) = subject(before: object.lowerBound, clause)
    return reading
  }

  /// `完成病险水库除险加固1127座`, `接收捐款2亿元`, `发放各类签证41.6万份`: the word before the figure is a verb to the lexicon,
  /// and what is acted on all the same.
  func activity(_ figure: Int, _ verb: Range<Int>, _ value: FigureValue, _ clause: Range<Int>) -> FigureReading? {
    let last = figure - 1
    guard verb.upperBound == figure, value.kind == .count || value.kind == .money || value.kind == .measure,
      context.token(last).wordClass == .verb,
      context.token(last).traits.isDisjoint(with: [.link, .copula, .up, .down, .filler])
    else { return nil }
    var index = last - 1
    while index >= clause.lowerBound, last - index < 8 {
      // 新建|商品住宅|成交: what is new-built may have a verb of its own.
      if isAction(index), !context.reads(index, as: .hiring) {
        var start = index + 1
        if context.token(start).wordClass == .pronoun, start < last { start += 1 }
        var reading = FigureReading(rule: "of-figure", predicate: range(index..<index + 1), end: figure + 1)
        reading.object = range(start..<figure)
        (reading.subject, reading.inherits) = subject(before: index, clause)
        return reading
      }
      switch context.token(index).wordClass {
      case .noun, .verb, .adjective, .place, .character, .latin, .preposition: break
      case .pronoun where index == last - 1: break
      default: return nil
      }
      index -= 1
    }
    return nil
  }

  static let rounds = ["次", "起", "宗"]

  /// What stands behind a figure and is a noun only there: `8次失误`, `1260亩地`, `3.2亿元A轮融资`.
  func trailing(_ figure: Int, _ value: FigureValue, _ clause: Range<Int>) -> Range<Int>? {
    let next = figure + 1
    guard next < clause.upperBound, figure > clause.lowerBound else { return nil }
    let isLast =
      next + 1 == clause.upperBound || [.pause, .conjunction].contains(context.token(next + 1).wordClass)
    if isLast, let unit = value.unit, Self.rounds.contains(unit), context.token(next).wordClass == .verb,
      context.token(next).count > 1
    {
      return range(next..<next + 1)
    }
    // 创作了18首|配乐, 开放5个|过境|点
    if value.kind == .count, context.token(figure).wordClass == .figure, context.token(next).wordClass == .verb,
      context.token(next).count > 1, let verb = verb(endingAt: figure - 1, clause.lowerBound),
      context.token(verb.upperBound - 1).wordClass == .verb,
      context.token(verb.upperBound - 1).traits.isDisjoint(with: [.link, .copula, .up, .down])
    {
      let last = context.token(next + 1)
      if isLast, context.isCharacter(figure - 1, 0x4E86) { return range(next..<next + 1) }
      if last.count == 1, last.start == context.token(next).end, [.classifier, .numeral].contains(last.wordClass),
        phrases.isSuffix(next + 1), next + 2 == clause.upperBound
      {
        return range(next..<next + 2)
      }
    }
    if isLast, value.unit == "亩", context.isCharacter(next, 0x5730) { return range(next..<next + 1) }
    guard value.kind == .money, isAction(figure - 1), clause.upperBound - next < 6, clause.upperBound - next > 1,
      [.noun, .verb].contains(context.token(clause.upperBound - 1).wordClass)
    else { return nil }
    for index in next..<clause.upperBound {
      switch context.token(index).wordClass {
      case .noun, .latin, .character, .date, .classifier: break
      case .verb where index == clause.upperBound - 1: break
      default: return nil
      }
    }
    return range(next..<clause.upperBound)
  }

  static let by = "由".foldedScalars

  /// What stands before a figure and is not what it counts alone: `「个人因素」占43%`, `全村312户`, `将新种猕猴桃1500亩`,
  /// `引进人才316名`, `款项30万元由校友会捐出`.
  func aside(
    _ figure: Int, _ value: FigureValue, _ object: Range<Int>, _ link: Range<Int>?, _ clause: Range<Int>
  ) -> FigureReading? {
    let (first, last) = (object.lowerBound, object.upperBound - 1)
    var reading = FigureReading(rule: "of-figure", object: range(object), end: figure + 1)
    if let link, link.count == 1, context.reads(link.lowerBound, as: .share) {
      reading.rule = "share"
      reading.predicate = range(link)
      reading.subject =
        phrases.phrase(endingAt: last, floor: clause.lowerBound).flatMap { trimmed($0, clause) } ?? object
      reading.object = nil
      return reading
    }
    // 服务业务增速只有6%: before a size that has its own verb the word names what it is of.
    if let link, first - 1 >= clause.lowerBound, first - clause.lowerBound < NounPhrases.reach,
      phrases.isSize(last) || phrases.isActivity(last),
      context.token(first - 1).wordClass == .verb, phrases.isActivity(first - 1),
      (clause.lowerBound..<first - 1).allSatisfy({ isSetting($0) || context.token($0).wordClass == .open })
    {
      reading.object = range(first - 1..<last + 1)
      reading.predicate = range(link)
      return reading
    }
    if value.kind == .count, object.count == 1, context.token(first).count == 2, link == nil,
      context.folded[Int(context.token(first).start)] == 0x5168, context.token(first).wordClass == .noun
    {
      reading.subject = object
      reading.object = nil
      return reading
    }
    let isPlanned = first > clause.lowerBound && context.reads(first - 1, as: .aspect)
    let isHired = context.reads(first, as: .hiring) && context.token(first).wordClass == .verb
    if first < last, link == nil, value.kind == .count || value.kind == .measure,
      isPlanned && context.token(first).wordClass == .noun || isHired
    {
      reading.predicate = range(first..<first + 1)
      reading.object = range(first + 1..<last + 1)
      (reading.subject, reading.inherits) = subject(before: first, clause)
      return reading
    }
    if link == nil, figure + 2 < clause.upperBound, context.reads(figure + 1, as: Self.by) {
      var end = figure + 2
      while end < clause.upperBound, end - figure < 8, phrases.isHead(end), !isVerbal(end) { end += 1 }
      guard end > figure + 2, end < clause.upperBound, isVerbal(end) else { return nil }
      reading.subject = figure + 2..<end
      reading.predicate = range(end..<end + 1)
      reading.end = end + 1
      return reading
    }
    return nil
  }

  /// `1100余家企业参展`, `169款大模型通过备案`
  func behind(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard opensClause(figure, clause) else { return nil }
    return predicateBehind(figure, object, clause)
  }

  func predicateBehind(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard let last = context.stream.token(endingAt: object.upperBound), last < clause.upperBound else { return nil }
    var first = last + 1
    while first < clause.upperBound, isFiller(first) { first += 1 }
    var end = first
    while end < clause.upperBound, context.token(end).wordClass != .figure { end += 1 }
    guard first < end, context.token(first).wordClass != .particle, context.token(first).wordClass != .pause else {
      return nil
    }
    // 80多个国家和国际组织的近1000位嘉宾: a modifier states nothing.
    if end < clause.upperBound, (first..<end).contains(where: { context.isCharacter($0, 0x7684) }) { return nil }
    var reading = FigureReading(rule: "figure-of-verb", object: object, end: end)
    let length = Int(context.token(end - 1).end - context.token(first).start)
    if length <= 6, end == clause.upperBound {
      // 十首歌全是自己写的
      if context.isCharacter(end - 1, 0x7684) { return nil }
      guard let verb = (first..<end).first(where: isVerbal) else {
        // 被|一网打尽
        guard length >= 4, end - first == 1 || context.token(end - 1).wordClass == .idiom else { return nil }
        reading.predicate = range(end - 1..<end)
        return reading
      }
      // 日夜|轰鸣, 会聚|河内, 合|了|影
      var stop = stop(behind: verb, end)
      if stop + 2 == end, context.token(stop).wordClass == .particle, context.token(end - 1).count == 1 { stop = end }
      // 通过|备案
      let isPassed = verb > first && context.reads(verb - 1, as: Self.passing)
      reading.predicate = range((isPassed ? verb - 1 : verb)..<stop)
      return reading
    }
    guard let start = (first..<end).first(where: { isVerbal($0) }) else { return nil }
    // 11部门印发的方案
    if start + 1 < end, context.isCharacter(start + 1, 0x7684) { return nil }
    if context.reads(start, as: .coVerb), isVerbal(end - 1), end - 1 > start {
      reading.predicate = range(end - 1..<end)
    } else {
      reading.predicate = range(start..<stop(behind: start, end))
    }
    return reading
  }

  private static let passing = "通过".foldedScalars

  /// One past the verbs in a row from the first on: 集中亮相, but 遍布|共建国家.
  private func stop(behind verb: Int, _ end: Int) -> Int {
    var stop = verb + 1
    while stop < end, isVerbal(stop), stop - verb < 2, !(stop + 1 < end && phrases.opensPhrase(stop + 1)) { stop += 1 }
    return stop
  }

  /// `包括…、…等8个方面`; `…等50余项技术达到领先水平`
  func listing(_ figure: Int, _ object: Range<Int>?, _ clause: Range<Int>) -> FigureReading? {
    // 民政部等11部门去年印发的方案: what stands behind has a verb of its own.
    if let object, object.lowerBound > Int(context.token(figure).end),
      let start = context.stream.token(startingAt: object.lowerBound), start < clause.upperBound,
      (figure + 1..<start).contains(where: { context.token($0).wordClass == .date })
    {
      return nil
    }
    if let object, let reading = predicateBehind(figure, object, clause), (reading.end - figure) > 3 { return reading }
    guard let verb = firstVerb(clause.lowerBound..<figure) else { return nil }
    var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
    (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
    return reading
  }

  /// `约占全国三分之一`
  func share(_ figure: Int, _ clause: Range<Int>) -> FigureReading? {
    // 占全年收入的23.4%
    let isOwner = figure > clause.lowerBound && context.isCharacter(figure - 1, 0x7684)
    guard let phrase = whole(endingAt: isOwner ? figure - 2 : figure - 1, clause),
      phrase.lowerBound > clause.lowerBound,
      context.reads(phrase.lowerBound - 1, as: .share)
    else { return nil }
    let verb = phrase.lowerBound - 1
    var reading = FigureReading(
      rule: "share", predicate: range(verb..<verb + 1), object: range(phrase), end: figure + 1)
    (reading.subject, reading.inherits) = subject(before: verb, clause)
    return reading
  }

  /// What something is a share of; its noun may be a verb to the lexicon: 全年收入.
  func whole(endingAt last: Int, _ clause: Range<Int>) -> Range<Int>? {
    if let phrase = phrases.phrase(endingAt: last, floor: clause.lowerBound) { return phrase }
    guard last > clause.lowerBound, context.token(last).wordClass == .verb else { return nil }
    var first = last
    while first > clause.lowerBound, last - first < 4,
      [.noun, .numeral, .adjective, .place, .pronoun].contains(context.token(first - 1).wordClass)
    { first -= 1 }
    return first..<last + 1
  }
}
