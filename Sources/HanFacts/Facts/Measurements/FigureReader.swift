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
    if let object, object.upperBound <= place {
      // 创新绩效和创新环境5个维度: what stands behind is what is counted.
      if value.kind == .count, figure + 1 < clause.upperBound, context.token(figure + 1).wordClass == .noun {
        return nil
      }
      return before(figure, value, object, clause)
    }
    // 占比高达80%的团队: what follows 的 is not what the percentage is of.
    let isAttributive = figure + 1 < clause.upperBound && context.isCharacter(figure + 1, 0x7684)
    let object =
      isAttributive && value.kind == .percent
        && object.map { $0.lowerBound > Int(context.token(figure + 1).start) } ?? false ? nil : object
    if figure > clause.lowerBound, context.isCharacter(figure - 1, 0x7B49) { return listing(figure, object, clause) }
    // 观测100亿光年范围内的数十亿个星系: how far, not what.
    if object == nil, isWithin(figure, clause) { return nil }
    if let verb = verb(endingAt: behindRange(figure, clause) - 1, clause.lowerBound) {
      var verb = verb
      if inList(verb.lowerBound, clause), let first = firstVerb(clause.lowerBound..<figure) {
        // 实施创新领航、…、制度创新五大工程
        verb = first
      }
      var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
      (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
      return reading
    }
    if value.kind == .fraction || value.kind == .percent, let reading = share(figure, clause) { return reading }
    guard let object else { return nil }
    return behind(figure, object, clause)
  }

  private func isFigure(_ index: Int) -> Bool { context.token(index).wordClass == .figure }

  /// Whether a figure says within what: `100亿光年范围内的`.
  private func isWithin(_ figure: Int, _ clause: Range<Int>) -> Bool {
    guard figure + 3 < clause.upperBound, context.token(figure + 1).wordClass == .noun else { return false }
    return context.token(figure + 2).wordClass == .locality && context.isCharacter(figure + 3, 0x7684)
  }

  /// The token that a figure stands behind, over a modifier that says within what.
  private func behindRange(_ figure: Int, _ clause: Range<Int>) -> Int {
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
    if let verb = verb(endingAt: first - 1, clause.lowerBound) {
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
    reading.subject = phrases.phrase(endingAt: end, floor: clause.lowerBound)
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
    default: false
    }
  }

  private static let equals = "为".foldedScalars
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
      index - first < 2, context.token(first - 1).traits.isDisjoint(with: [.copula])
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
      guard var phrase = phrases.phrase(endingAt: index, floor: clause.lowerBound) else { return (nil, true) }
      // 与蒙古国、塞尔维亚等国家
      if phrase.lowerBound - 2 >= clause.lowerBound, context.isCharacter(phrase.lowerBound - 1, 0x7B49),
        let list = phrases.phrase(endingAt: phrase.lowerBound - 2, floor: clause.lowerBound)
      {
        phrase = list
      }
      guard let governor = governor(of: phrase, clause) else {
        return isFillerOnly(phrase) ? (nil, true) : (completed(phrase, clause), false)
      }
      index = governor - 1
    }
    return (nil, true)
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
    while index >= clause.lowerBound {
      let token = context.token(index)
      let isSkipped =
        token.wordClass == .adverb || token.wordClass == .date || token.wordClass == .time
        || token.wordClass == .locality && index == from
        || index == from && Self.manners.contains { context.reads(index, as: $0) }
        || !token.traits.isDisjoint(with: [.filler, .plan, .estimate, .denial])
      guard isSkipped else { break }
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
      let phrase = phrases.phrase(endingAt: end - 1, floor: index), !isFillerOnly(phrase)
    else { return nil }
    return completed(phrase, clause)
  }

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
