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
    if isBase(figure, clause) || isNone(figure, value, object, clause) { return nil }
    if let object, object.upperBound <= place {
      // 创新绩效和创新环境5个维度: what stands behind is what is counted.
      if value.kind == .count, figure + 1 < clause.upperBound, context.token(figure + 1).wordClass == .noun {
        return nil
      }
      return before(figure, value, object, clause)
    }
    // 占比高达80%的团队: what follows 的 is not what the percentage is of.
    let given = object
    let isAttributive = figure + 1 < clause.upperBound && context.isCharacter(figure + 1, 0x7684)
    let governor = verb(endingAt: figure - 1, clause.lowerBound)
    let isReached = governor.map { !context.token($0.upperBound - 1).traits.isDisjoint(with: [.link, .copula]) } ?? true
    let object =
      isAttributive && value.kind == .percent && isReached
        && object.map { $0.lowerBound > Int(context.token(figure + 1).start) } ?? false ? nil : object
    if figure > clause.lowerBound, context.isCharacter(figure - 1, 0x7B49) { return listing(figure, object, clause) }
    if isAttributive, let whole = given, value.kind != .count,
      let reading = part(figure, whole, clause) {
      return reading
    }
    // 观测100亿光年范围内的数十亿个星系: how far, not what.
    if object == nil, isWithin(figure, clause) { return nil }
    let start = behindRange(figure, clause)
    if let verb = verb(endingAt: start - 1, clause.lowerBound) {
      var verb = verb
      // 吸引来自90个国家的3.5万人: where they come from is part of the modifier.
      if start < figure, Self.origins.contains(where: { context.reads(verb.upperBound - 1, as: $0) }) {
        if verb.count > 1 {
          verb = verb.dropLast()
        } else if let outer = self.verb(endingAt: verb.lowerBound - 1, clause.lowerBound) {
          verb = outer
        } else if let object, let reading = predicateBehind(figure, object, clause) {
          return reading
        }
      }
      if inList(verb.lowerBound, clause), let first = firstVerb(clause.lowerBound..<figure) {
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
    return behind(figure, object, clause)
  }

  /// `持有公司23.4%的股份`: of whom stands between the verb and the figure.
  private func part(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard object.lowerBound > Int(context.token(figure).start),
      let owner = phrases.phrase(endingAt: figure - 1, floor: clause.lowerBound), owner.count < 4,
      let verb = verb(endingAt: owner.lowerBound - 1, clause.lowerBound),
      context.token(verb.upperBound - 1).traits.isDisjoint(with: [.link, .copula])
    else { return nil }
    var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
    (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
    return reading
  }

  private static let origins = ["来自", "位于", "涵盖", "覆盖"].map(\.foldedScalars)

  /// Whether a figure is part of a modifier of another one: `7个项目中的6枚金牌`, `31个省份的262家医院`.
  private func isBase(_ figure: Int, _ clause: Range<Int>) -> Bool {
    var index = figure + 1
    while index < clause.upperBound, index - figure < 6 {
      let token = context.token(index)
      if context.isCharacter(index, 0x7684) {
        return index > figure + 1 && index + 1 < clause.upperBound && isFigure(index + 1)
          && isCount(index + 1) && isCount(figure)
      }
      // 17名阁僚中有15人
      if token.wordClass == .locality, index > figure + 1, index + 2 < clause.upperBound, isVerbal(index + 1),
        isFigure(index + 2)
      {
        return isCount(index + 2) && isCount(figure)
      }
      switch token.wordClass {
      case .noun, .adjective, .latin, .locality, .conjunction, .title, .place, .pause: break
      default: return false
      }
      index += 1
    }
    return false
  }

  private func isCount(_ index: Int) -> Bool {
    let mention = context.token(index).mention
    guard mention >= 0, case .figure(let value) = context.mentions[Int(mention)].value else { return false }
    return value.kind == .count
  }

  private static let opaque = ["级", "层", "楼", "页"]
  private static let turns = ["次", "度", "回", "趟", "遍"]
  private static let match = "比分".foldedScalars

  /// Whether a figure counts nothing that is stated: `说了三句话`, `启动四级应急响应`, `坐在二层`, `三次到过曲阜`,
  /// `“人才新政20条”`.
  private func isNone(_ figure: Int, _ value: FigureValue, _ object: Range<Int>?, _ clause: Range<Int>) -> Bool {
    guard value.kind == .count || value.kind == .plain else { return false }
    let token = context.token(figure)
    let isBefore = object.map { $0.upperBound <= Int(token.start) } ?? false
    if let unit = value.unit {
      if unit == "句" || Self.opaque.contains(unit) && object == nil { return true }
      if Self.turns.contains(unit), isBefore, figure + 1 < clause.upperBound, isVerbal(figure + 1) { return true }
      if unit == "位", context.isCharacter(figure + 1, 0x6570) { return true }
    }
    // 用三个“一”作答
    if let object, object.count == 3, context.folded[object.lowerBound] == 0x201C { return true }
    if let object, context.reads(Self.match, at: object.lowerBound, before: object.upperBound) { return true }
    // 几个部门: no more than some.
    if context.folded[Int(token.start)] == 0x51E0, token.count == 2 { return true }
    return isInMarks(figure, clause)
  }

  /// Whether a figure closes what stands in marks without a verb of its own.
  private func isInMarks(_ figure: Int, _ clause: Range<Int>) -> Bool {
    guard figure + 1 < clause.upperBound, context.token(figure + 1).wordClass == .close,
      !context.isCharacter(figure + 1, 0x29)
    else { return false }
    var index = figure - 1
    while index >= clause.lowerBound, figure - index < 7 {
      if context.token(index).wordClass == .open { return !context.isCharacter(index, 0x28) }
      if isVerbal(index) { return false }
      index -= 1
    }
    return false
  }

  private static let trade = ["出口", "进口"].map(\.foldedScalars)

  /// With what is measured where the verb or the subject names it: `出口13万亿元`, `他家的农业税费负担是846元`.
  private func completed(
    _ reading: FigureReading, _ verb: Range<Int>, _ value: FigureValue, _ clause: Range<Int>
  ) -> FigureReading {
    guard reading.object == nil, value.kind != .count else { return reading }
    var reading = reading
    if verb.count == 1, value.kind == .money, (clause.lowerBound..<verb.lowerBound).allSatisfy(isSetting),
      Self.trade.contains(where: { context.reads(verb.lowerBound, as: $0) })
    {
      reading.object = reading.predicate
      reading.predicate = nil
    } else if verb.count == 1, !context.token(verb.lowerBound).traits.isDisjoint(with: [.copula]),
      let phrase = reading.subject, let joint = phrase.last(where: { context.isCharacter($0, 0x7684) }),
      joint > phrase.lowerBound, joint + 1 < phrase.upperBound
    {
      reading.object = range(joint + 1..<phrase.upperBound)
      reading.subject = phrase.lowerBound..<joint
    }
    return reading
  }

  /// Whether nothing but the scene is set in the clause before a predicate.
  func opens(_ predicate: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard let token = context.stream.token(startingAt: predicate.lowerBound), clause.contains(token) else {
      return false
    }
    return (clause.lowerBound..<token).allSatisfy { isSetting($0) || isOutlook($0) }
  }

  /// Those of whom only a part is told, without a noun of their own: `高级职称者占56%`, `支持立法的占87.6%`.
  private func headless(before verb: Int, _ clause: Range<Int>) -> Range<Int>? {
    guard Self.parts.contains(where: { context.reads(verb, as: $0) }) else { return nil }
    var end = verb
    while end > clause.lowerBound, context.token(end - 1).wordClass == .adverb { end -= 1 }
    guard end - clause.lowerBound > 1, context.isCharacter(end - 1, 0x7684) || context.isCharacter(end - 1, 0x8005)
    else { return nil }
    var start = clause.lowerBound
    while start < end - 1, isSetting(start) { start += 1 }
    return end - start > 1 && end - start < 12 ? start..<end : nil
  }

  private static let parts = ["占", "约占", "仅占"].map(\.foldedScalars)

  private func isFigure(_ index: Int) -> Bool { context.token(index).wordClass == .figure }

  /// Whether a figure says within what: `100亿光年范围内的`.
  private func isWithin(_ figure: Int, _ clause: Range<Int>) -> Bool {
    guard figure + 3 < clause.upperBound, context.token(figure + 1).wordClass == .noun else { return false }
    return context.token(figure + 2).wordClass == .locality && context.isCharacter(figure + 3, 0x7684)
  }

  /// The token that a figure stands behind, over a modifier that says within what.
  private func behindRange(_ figure: Int, _ clause: Range<Int>) -> Int {
    if figure - 2 > clause.lowerBound, context.isCharacter(figure - 1, 0x7684) {
      var index = figure - 2
      while index >= clause.lowerBound, figure - index < 7 {
        if isFigure(index) {
          if isBase(index, clause) { return index }
          break
        }
        index -= 1
      }
    }
    let range = figure - 4
    return range >= clause.lowerBound && isFigure(range) && isWithin(range, clause) ? range : figure
  }

  // MARK: Three orders

  /// `转移转化技术成果4500多项`, `展览总面积首次突破10万平方米`, `全市人才规模近30万人`
  private func before(_ figure: Int, _ value: FigureValue, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading?
  {
    guard let first = context.stream.token(startingAt: object.lowerBound),
      let last = context.stream.token(endingAt: object.upperBound),
      first >= clause.lowerBound
    else { return nil }
    var reading = FigureReading(rule: "of-figure", object: object, end: figure + 1)
    let link = verb(endingAt: figure - 1, last + 1)
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
    if let special = aside(figure, value, first..<last + 1, link, clause) { return special }
    if let verb = verb(endingAt: first - 1, clause.lowerBound) {
      reading.predicate = range(verb)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    // 核定|年生产能力
    if first - 1 > clause.lowerBound, Self.units.contains(where: { context.reads(first - 1, as: $0) }),
      let verb = verb(endingAt: first - 2, clause.lowerBound)
    {
      reading.object = range(first - 1..<last + 1)
      reading.predicate = range(verb)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    // 培养博士、硕士研究生120余名
    if first - 1 > clause.lowerBound, context.token(first - 1).wordClass == .pause,
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
        || context.isCharacter(first - 1, 0x7684) && (clause.lowerBound..<first).contains(where: isFigure))
    if object.count < 2 { return nil }
    var end = first - 1
    let isOwner = end >= clause.lowerBound && context.isCharacter(end, 0x7684)
    if isOwner { end -= 1 }
    // 华为公司去年研发投入, 我国日均词元调用量
    while !isOwner, end >= clause.lowerBound,
      [.date, .time].contains(context.token(end).wordClass)
        || isFiller(end) && [.noun, .numeral].contains(context.token(end).wordClass)
    { end -= 1 }
    reading.subject = phrases.phrase(endingAt: end, floor: clause.lowerBound).flatMap { trimmed($0, clause) }
    // 归属于上市公司股东的净利润: a modifier.
    if isOwner, let phrase = reading.subject, phrase.lowerBound > clause.lowerBound,
      context.token(phrase.lowerBound - 1).wordClass == .preposition
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
    reading.isBare = link != nil && reading.subject == nil && first == clause.lowerBound
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

  private static let units = ["年", "月", "日"].map(\.foldedScalars)
  private static let will = ["将", "已", "拟"].map(\.foldedScalars)
  private static let hiring = ["引进", "引育", "培养", "培训", "招聘", "招收", "录用", "选派", "聘用", "新增"].map(\.foldedScalars)
  private static let by = "由".foldedScalars

  /// What stands before a figure and is not what it counts alone: `「个人因素」占43%`, `全村312户`, `将新种猕猴桃1500亩`,
  /// `引进人才316名`, `款项30万元由校友会捐出`.
  private func aside(
    _ figure: Int, _ value: FigureValue, _ object: Range<Int>, _ link: Range<Int>?, _ clause: Range<Int>
  ) -> FigureReading? {
    let (first, last) = (object.lowerBound, object.upperBound - 1)
    var reading = FigureReading(rule: "of-figure", object: range(object), end: figure + 1)
    if let link, link.count == 1, Self.share.contains(where: { context.reads(link.lowerBound, as: $0) }) {
      reading.rule = "share"
      reading.predicate = range(link)
      reading.subject = object
      reading.object = nil
      return reading
    }
    if value.kind == .count, object.count == 1, context.token(first).count == 2, link == nil,
      context.folded[Int(context.token(first).start)] == 0x5168, context.token(first).wordClass == .noun
    {
      reading.subject = object
      reading.object = nil
      return reading
    }
    let isPlanned = first > clause.lowerBound && Self.will.contains { context.reads(first - 1, as: $0) }
    let isHired = Self.hiring.contains { context.reads(first, as: $0) } && context.token(first).wordClass == .verb
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
  private func behind(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard opensClause(figure, clause) else { return nil }
    return predicateBehind(figure, object, clause)
  }

  private static let coVerbs = ["携", "带", "与", "同", "随", "用"].map(\.foldedScalars)

  private func predicateBehind(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
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
      guard (first..<end).contains(where: { isVerbal($0) }) || length >= 4 else { return nil }
      reading.predicate = range(first..<end)
      return reading
    }
    guard let start = (first..<end).first(where: { isVerbal($0) }) else { return nil }
    // 11部门印发的方案
    if start + 1 < end, context.isCharacter(start + 1, 0x7684) { return nil }
    if Self.coVerbs.contains(where: { context.reads(start, as: $0) }), isVerbal(end - 1), end - 1 > start {
      reading.predicate = range(end - 1..<end)
    } else {
      var stop = start + 1
      // 集中亮相, but 遍布|共建国家
      while stop < end, isVerbal(stop), stop - start < 2, !(stop + 1 < end && phrases.opensPhrase(stop + 1)) {
        stop += 1
      }
      reading.predicate = range(start..<stop)
    }
    return reading
  }

  /// `包括…、…等8个方面`; `…等50余项技术达到领先水平`
  private func listing(_ figure: Int, _ object: Range<Int>?, _ clause: Range<Int>) -> FigureReading? {
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

  private static let share = ["占", "占据", "约占", "仅占"].map(\.foldedScalars)

  /// `约占全国三分之一`
  private func share(_ figure: Int, _ clause: Range<Int>) -> FigureReading? {
    // 占全年收入的23.4%
    let isOwner = figure > clause.lowerBound && context.isCharacter(figure - 1, 0x7684)
    guard let phrase = whole(endingAt: isOwner ? figure - 2 : figure - 1, clause),
      phrase.lowerBound > clause.lowerBound,
      Self.share.contains(where: { context.reads(phrase.lowerBound - 1, as: $0) })
    else { return nil }
    let verb = phrase.lowerBound - 1
    var reading = FigureReading(
      rule: "share", predicate: range(verb..<verb + 1), object: range(phrase), end: figure + 1)
    (reading.subject, reading.inherits) = subject(before: verb, clause)
    return reading
  }

  /// What something is a share of; its noun may be a verb to the lexicon: 全年收入.
  private func whole(endingAt last: Int, _ clause: Range<Int>) -> Range<Int>? {
    if let phrase = phrases.phrase(endingAt: last, floor: clause.lowerBound) { return phrase }
    guard last > clause.lowerBound, context.token(last).wordClass == .verb else { return nil }
    var first = last
    while first > clause.lowerBound, last - first < 4,
      [.noun, .numeral, .adjective, .place, .pronoun].contains(context.token(first - 1).wordClass)
    { first -= 1 }
    return first..<last + 1
  }

  // MARK: Verbs

  private static let noVerbs = ["相关", "有关", "如", "例如", "比如", "面向"].map(\.foldedScalars)

  func isVerbal(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .verb, .roleVerb, .speechVerb: !Self.noVerbs.contains { context.reads(index, as: $0) } && !isOutlook(index)
    // 现有床位1200张
    case .adjective: Self.having.contains { context.reads(index, as: $0) }
    // 营收为39亿美元
    case .preposition: context.reads(index, as: Self.equals) && context.token(index + 1).wordClass == .figure
    // 开盘报186元
    case .noun: context.reads(index, as: Self.quotes) && context.token(index + 1).wordClass == .figure
    case .conjunction: context.reads(index, as: Self.only) && context.token(index + 1).wordClass == .figure
    default: false
    }
  }

  private static let equals = "为".foldedScalars
  private static let quotes = "报".foldedScalars
  private static let only = "只有".foldedScalars
  private static let having = ["现有", "共有", "设有", "拥有"].map(\.foldedScalars)
  private static let outlooks = ["拟", "拟于", "将", "欲", "力争", "争取", "有望"].map(\.foldedScalars)

  /// 预计, 拟: what comes behind is the verb.
  private func isOutlook(_ index: Int) -> Bool {
    let traits = context.token(index).traits
    if Self.outlooks.contains(where: { context.reads(index, as: $0) }) { return true }
    return traits.contains(.estimate) && traits.isDisjoint(with: [.up, .down, .link, .copula])
  }

  private func isFiller(_ index: Int) -> Bool {
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
        || context.isCharacter(index, 0x5728) && index > floor && isVerbal(index - 1))
      {
        break
      }
      index -= 1
    }
    guard index >= floor else { return nil }
    // 布局了: whatever stands before 了 is the verb.
    guard isVerbal(index) || isPerfect && context.token(index).wordClass == .noun else { return nil }
    var first = index
    while first > floor, context.token(first).wordClass == .verb, context.token(first - 1).wordClass == .verb,
      isVerbal(first - 1),
      index - first < 2, context.token(first - 1).traits.isDisjoint(with: [.copula]),
      // 农业税费负担|是, 展览|展出
      context.token(first).traits.isDisjoint(with: [.copula]), !phrases.isHead(first - 1)
    { first -= 1 }
    return first..<index + 1
  }

  private func firstVerb(_ tokens: Range<Int>) -> Range<Int>? {
    tokens.first(where: isVerbal).map { $0..<$0 + 1 }
  }

  private func inList(_ index: Int, _ clause: Range<Int>) -> Bool {
    var place = index - 1
    while place >= clause.lowerBound, index - place <= 3 {
      if context.token(place).wordClass == .pause { return true }
      if context.token(place).wordClass != .noun { return false }
      place -= 1
    }
    return false
  }

  // MARK: Subjects

  private static let governors = ["面向", "围绕", "通过", "依托", "聚焦", "根据", "按照", "针对", "会同"].map(\.foldedScalars)

  private func isGovernor(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .preposition || token.wordClass == .conjunction
      || Self.governors.contains { context.reads(index, as: $0) }
  }

  /// The noun phrase before a verb, over adverbs, dates and phrases of prepositions; without one the subject is that of
  /// the clause before.
  func subject(before verb: Int, _ clause: Range<Int>) -> (Range<Int>?, inherits: Bool) {
    var index = verb - 1
    for _ in 0..<3 {
      index = skipFillers(index, clause)
      if index >= clause.lowerBound, context.isCharacter(index, 0x7B49) { index -= 1 }
      guard var phrase = phrases.phrase(endingAt: index, floor: clause.lowerBound) else {
        // 最远的一户|离学校11公里: somebody else.
        return (nil, !(index >= clause.lowerBound && context.token(index).wordClass == .numeral))
      }
      // 与蒙古国、塞尔维亚等国家
      if phrase.lowerBound - 2 >= clause.lowerBound, context.isCharacter(phrase.lowerBound - 1, 0x7B49),
        let list = phrases.phrase(endingAt: phrase.lowerBound - 2, floor: clause.lowerBound)
      {
        phrase = list
      }
      guard let governor = governor(of: phrase, clause) else {
        guard let own = trimmed(phrase, clause), !isFillerOnly(own) else { return (nil, true) }
        // 他一生, 该校本学年: the time is no part of it.
        if own.upperBound < phrase.upperBound, own.isEmpty { return (nil, true) }
        return (completed(own, clause), false)
      }
      index = governor - 1
    }
    return (nil, true)
  }

  private static let settings = [
    "其中", "同比", "环比", "较", "比", "但", "而", "连", "光", "仅", "则", "目前", "同期", "历史同期", "历史",
  ].map(\.foldedScalars)
  private static let periods = ["一生", "生前", "学年", "年度", "赛季", "任期", "期间", "时期", "时", "首年", "当年"].map(\.foldedScalars)
  private static let abroad = ["海外", "国外", "境外", "线上", "线下", "网上", "全球"].map(\.foldedScalars)

  private static let sources = ["讯", "电"].map(\.foldedScalars)

  private func isAbroad(_ index: Int) -> Bool { Self.abroad.contains { context.reads(index, as: $0) } }

  /// A token that only sets the scene of a clause: a time, 其中, 同比.
  private func isSetting(_ index: Int) -> Bool {
    let token = context.token(index)
    return [.date, .time, .adverb, .conjunction].contains(token.wordClass) || phrases.isFunction(index)
      || token.traits.contains(.basis) || Self.settings.contains { context.reads(index, as: $0) }
  }

  /// A subject without what only sets the scene, and nil where nothing is left or it is a place or a source alone.
  private func trimmed(_ phrase: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
    var (first, end) = (phrase.lowerBound, phrase.upperBound)
    while first < end, isSetting(first) { first += 1 }
    while first < end, Self.periods.contains(where: { context.reads(end - 1, as: $0) }) {
      end -= 1
      // 本|学年
      if first < end, context.token(end - 1).traits.contains(.demonstrative) { end -= 1 }
    }
    while first < end, isSetting(end - 1) { end -= 1 }
    guard first < end else { return nil }
    if end - first == 1, isAbroad(first) { return nil }
    // 上证报讯
    if Self.sources.contains(where: { context.reads(end - 1, as: $0) }) { return nil }
    // 新华社|沈阳: where a text comes from.
    if end - first == 2, context.token(first).wordClass == .organization, context.kind(first) == "media",
      context.token(first + 1).wordClass == .place
    {
      return nil
    }
    return first..<end
  }

  /// The preposition that governs a phrase, also over a verb that belongs to it: 在共建国家.
  private func governor(of phrase: Range<Int>, _ clause: Range<Int>) -> Int? {
    var before = phrase.lowerBound - 1
    guard before >= clause.lowerBound else { return nil }
    if isGovernor(before) { return before }
    // 在卫生、交通、能源等领域: to what governs the list.
    while before > clause.lowerBound, phrase.lowerBound - before < NounPhrases.reach,
      context.token(before).wordClass == .pause || context.token(before + 1).wordClass == .pause
    {
      before -= 1
      if isGovernor(before) { return before }
    }
    guard context.token(before).wordClass == .verb, before > clause.lowerBound, isGovernor(before - 1) else {
      return nil
    }
    return before - 1
  }

  private func skipFillers(_ from: Int, _ clause: Range<Int>) -> Int {
    var index = from
    var isPlace = false
    while index >= clause.lowerBound {
      let token = context.token(index)
      let isSkipped =
        token.wordClass == .adverb || token.wordClass == .date || token.wordClass == .time
        || token.wordClass == .locality && !isPlace
        || index == from && Self.manners.contains { context.reads(index, as: $0) }
        || !token.traits.isDisjoint(with: [.filler, .plan, .estimate, .denial]) && token.wordClass != .noun
        || !token.traits.isDisjoint(with: [.filler, .basis]) || isSetting(index)
      if !isSkipped, let open = phrases.bracket(endingAt: index, floor: clause.lowerBound) {
        index = open - 1
        continue
      }
      guard isSkipped else { break }
      // 汉中南部仍有: one word of where.
      if token.wordClass == .locality { isPlace = true }
      index -= 1
      // 于1405年, 在去年
      if [.date, .time].contains(token.wordClass), index > clause.lowerBound,
        context.token(index).wordClass == .preposition
      {
        index -= 1
      }
    }
    return index
  }

  /// Nouns that say how before a verb: 重点实施, 深度参与.
  private static let manners = ["重点", "深度", "全程", "全面", "联合", "集中", "同步", "现场"].map(\.foldedScalars)

  private func isFillerOnly(_ phrase: Range<Int>) -> Bool {
    if phrase.count == 1, Self.manners.contains(where: { context.reads(phrase.lowerBound, as: $0) }) { return true }
    return phrase.allSatisfy { !context.token($0).traits.isDisjoint(with: [.filler, .plan, .estimate]) }
  }

  /// The noun phrase that a clause opens with, for the clauses behind it.
  func openingSubject(_ clause: Range<Int>) -> Range<Int>? {
    var index = clause.lowerBound
    while index < clause.upperBound,
      [.date, .time, .adverb].contains(context.token(index).wordClass) || isFillerOnly(index..<index + 1)
        || index == clause.lowerBound && context.token(index).wordClass == .conjunction
    {
      index += 1
    }
    // 第2项是《…》: the next clauses speak of what it is.
    if index + 2 < clause.upperBound, context.token(index).wordClass == .figure,
      context.token(index + 1).traits.contains(.copula),
      let phrase = phrases.phrase(endingAt: clause.upperBound - 1, floor: index + 2)
    {
      return phrase
    }
    var end = index
    while end < clause.upperBound,
      phrases.isHead(end) || context.token(end).wordClass == .adjective || context.isCharacter(end, 0x7684)
        || !isVerbal(end) && context.token(end).wordClass == .verb
    { end += 1 }
    // 比亚迪|计划在…
    while end > index + 1, !context.token(end - 1).traits.isDisjoint(with: [.plan, .estimate]) { end -= 1 }
    guard end > index, end < clause.upperBound, !isGovernor(index),
      let whole = phrases.phrase(endingAt: end - 1, floor: index), let phrase = trimmed(whole, clause),
      !isFillerOnly(phrase)
    else { return nil }
    // 增幅近100%，今年突破…: a size has no size.
    if phrases.isSize(phrase.upperBound - 1) { return nil }
    return completed(phrase, clause)
  }

  /// `…铸造车间工人出身的厂长韩德福，`: whom a clause does nothing but name.
  func closingPerson(_ clause: Range<Int>) -> Range<Int>? {
    guard let last = clause.last, context.token(last).wordClass == .person, last - 1 > clause.lowerBound,
      context.token(last - 1).wordClass == .title, context.isCharacter(last - 2, 0x7684)
    else { return nil }
    return last..<last + 1
  }

  /// The size that a clause opens with: `知晓率比2015年提高…，达到46.1%`.
  func openingSize(_ clause: Range<Int>) -> Range<Int>? {
    var index = clause.lowerBound
    while index < clause.upperBound, isSetting(index) { index += 1 }
    let start = index
    while index < clause.upperBound, index - start < 10,
      phrases.isHead(index) || [.adjective, .verb].contains(context.token(index).wordClass)
        && context.token(index).traits.isDisjoint(with: [.up, .down, .link, .copula])
    { index += 1 }
    guard let last = (start..<index).last(where: phrases.isSize), last + 1 < clause.upperBound,
      let phrase = phrases.phrase(endingAt: last, floor: start)
    else { return nil }
    // Without who has it.
    var first = phrase.lowerBound
    while first < last, [.organization, .place, .pronoun, .person].contains(context.token(first).wordClass) { first += 1 }
    return first..<last + 1
  }

  /// Whether a predicate only leads to a number: 达, 为, 突破, 报.
  func isLink(_ predicate: Range<Int>) -> Bool {
    guard let token = context.stream.token(startingAt: predicate.lowerBound),
      Int(context.token(token).end) == predicate.upperBound
    else { return false }
    return Self.leading.contains { context.reads(token, as: $0) }
  }

  private static let leading = ["达", "达到", "高达", "为", "约为", "报", "超过", "突破", "超", "只有", "仅有"].map(\.foldedScalars)

  /// 本展览: a pronoun that points takes what it points at.
  private func completed(_ phrase: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
    guard phrase.count == 1, isDemonstrative(phrase.lowerBound, clause) else { return phrase }
    guard phrase.upperBound < clause.upperBound, [.noun, .verb].contains(context.token(phrase.upperBound).wordClass),
      phrase.upperBound + 1 < clause.upperBound
    else { return nil }
    return phrase.lowerBound..<phrase.upperBound + 1
  }

  private static let kinds = ["这种", "那种", "此类", "这类"].map(\.foldedScalars)

  private func isDemonstrative(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard clause.contains(index) else { return false }
    return context.token(index).traits.contains(.demonstrative) || isEdition(index)
      || Self.kinds.contains { context.reads(index, as: $0) }
  }

  private static let editions = ["本届", "本次", "此次", "上届", "首届", "今次"].map(\.foldedScalars)

  private func isEdition(_ index: Int) -> Bool { Self.editions.contains { context.reads(index, as: $0) } }

  /// Whether only dates, adverbs and 其中 stand before a figure in its clause.
  private func opensClause(_ figure: Int, _ clause: Range<Int>) -> Bool {
    (clause.lowerBound..<figure).allSatisfy { index in
      switch context.token(index).wordClass {
      case .date, .time, .adverb, .pronoun, .close, .open, .conjunction: true
      default: context.token(index).traits.contains(.filler)
      }
    }
  }
}
