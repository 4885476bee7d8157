/// What a figure is part of, and what states nothing.
extension FigureReader {
  /// `持有公司23.4%的股份`: of whom stands between the verb and the figure.
  func part(_ figure: Int, _ object: Range<Int>, _ clause: Range<Int>) -> FigureReading? {
    guard object.lowerBound > Int(context.token(figure).start),
      let owner = phrases.phrase(endingAt: figure - 1, floor: clause.lowerBound), owner.count < 4,
      let verb = verb(endingAt: owner.lowerBound - 1, clause.lowerBound),
      context.token(verb.upperBound - 1).traits.isDisjoint(with: [.link, .copula])
    else { return nil }
    var reading = FigureReading(rule: "verb-figure", predicate: range(verb), object: object, end: figure + 1)
    (reading.subject, reading.inherits) = subject(before: verb.lowerBound, clause)
    return reading
  }

  /// Whether a figure is part of a modifier of another one: `7个项目中的6枚金牌`, `31个省份的262家医院`.
  func isBase(_ figure: Int, _ clause: Range<Int>) -> Bool {
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

  func isCount(_ index: Int) -> Bool {
    let mention = context.token(index).mention
    guard mention >= 0, case .figure(let value) = context.mentions[Int(mention)].value else { return false }
    return value.kind == .count
  }

  /// `二期装置`, `30米长的桥`: which one and of what size, not how many.
  private func isOrdinal(_ figure: Int, _ value: FigureValue, _ clause: Range<Int>) -> Bool {
    let token = context.token(figure)
    if value.unit == "期", token.count == 2 {
      return context.folded[Int(token.start)] == 0x4E8C
        || figure + 1 < clause.upperBound && context.reads(figure + 1, as: .phase)
          && !context.isCharacter(figure - 1, 0x4E86)
    }
    guard value.kind == .measure else { return false }
    // 冒着零下20摄氏度的严寒
    if value.canonicalUnit == "Cel", figure + 1 < clause.upperBound, context.isCharacter(figure + 1, 0x7684) {
      return true
    }
    // 大连多云15℃／25℃, 距球门约25米|处
    if figure > clause.lowerBound, context.reads(figure - 1, as: .weather) { return true }
    if figure + 1 < clause.upperBound, context.isCharacter(figure + 1, 0x5904) { return true }
    guard figure + 2 < clause.upperBound, context.reads(figure + 1, as: .extent) else { return false }
    return context.isCharacter(figure + 2, 0x7684) || context.token(figure + 2).wordClass == .pause
  }

  static let opaque = ["级", "层", "楼", "页", "单元", "班"]
  static let never = ["载", "单元", "胜", "平", "负"]

  /// Whether a figure is part of an idiom, a place or a length of time: 七连胜, 三单元, 六十载, 三个冬天, 没领到一分钱, 失守3300点.
  func isIdiom(_ figure: Int, _ value: FigureValue, _ clause: Range<Int>) -> Bool {
    let token = context.token(figure)
    if let unit = value.unit, Self.never.contains(unit) { return true }
    if context.ends(token.range, as: .streak) || context.reads(figure, as: .pittance) { return true }
    // 干了三个冬天, but not 3个2020年出生的
    if value.kind == .count, value.of == nil, figure + 1 < clause.upperBound,
      context.token(figure + 1).wordClass == .date, figure + 2 == clause.upperBound
    {
      return true
    }
    guard figure > clause.lowerBound else { return false }
    if value.unit == "点", context.reads(figure - 1, as: .threshold) { return true }
    // 想在三块大陆上同时盖厂
    if context.isCharacter(figure - 1, 0x5728), value.kind == .count, token.count < 4 {
      return (figure + 1..<min(figure + 4, clause.upperBound)).contains { context.token($0).wordClass == .locality }
    }
    // 这两样
    if token.count == 2, [0x8FD9, 0x90A3].contains(where: { context.isCharacter(figure - 1, $0) }) { return true }
    // 启动国家四级救灾应急响应
    return value.unit == "级"
      && (figure + 1..<max(figure + 1, min(figure + 5, clause.upperBound))).contains { index in
        context.reads(index, as: .alert)
      }
  }

  static let turns = ["次", "度", "回", "趟", "遍"]
  static let history = "历史".foldedScalars
  static let match = "比分".foldedScalars

  /// Whether a figure counts nothing that is stated: `说了三句话`, `启动四级应急响应`, `坐在二层`, `三次到过曲阜`,
  /// `“人才新政20条”`.
  func isNone(_ figure: Int, _ value: FigureValue, _ object: Range<Int>?, _ clause: Range<Int>) -> Bool {
    if isIdiom(figure, value, clause) || isOrdinal(figure, value, clause) { return true }
    guard value.kind == .count || value.kind == .plain else { return false }
    let token = context.token(figure)
    let isBefore = object.map { $0.upperBound <= Int(token.start) } ?? false
    if let unit = value.unit {
      if unit == "句" || Self.opaque.contains(unit) && (object == nil || !isBefore && opensClause(figure, clause)) {
        return true
      }
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
  func isInMarks(_ figure: Int, _ clause: Range<Int>) -> Bool {
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

  /// With what is measured where the verb or the subject names it: `出口13万亿元`, `他家的农业税费负担是846元`.
  func completed(
    _ reading: FigureReading, _ verb: Range<Int>, _ value: FigureValue, _ clause: Range<Int>
  ) -> FigureReading {
    var reading = reading
    // 首站的门票|已售出|1500张
    if reading.object == nil, value.kind == .count, let phrase = reading.subject, let last = phrase.last,
      context.token(last).wordClass == .noun, !context.token(last).traits.contains(.body),
      context.reads(verb.upperBound - 1, as: .parting)
    {
      reading.object = range(last..<last + 1)
    }
    guard reading.object == nil, value.kind != .count else { return reading }
    if verb.count == 1, value.kind == .money, verb.lowerBound - clause.lowerBound < NounPhrases.reach,
      (clause.lowerBound..<verb.lowerBound).allSatisfy(isSetting),
      context.reads(verb.lowerBound, as: .trade)
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
    guard let token = context.stream.token(startingAt: predicate.lowerBound), clause.contains(token),
      token - clause.lowerBound < NounPhrases.reach
    else {
      return false
    }
    return (clause.lowerBound..<token).allSatisfy {
      isSetting($0) || isOutlook($0) || context.token($0).traits.contains(.filler)
    }
  }

  /// Those of whom only a part is told, without a noun of their own: `高级职称者占56%`, `支持立法的占87.6%`.
  func headless(before verb: Int, _ clause: Range<Int>) -> Range<Int>? {
    guard context.reads(verb, as: .share) else { return nil }
    var end = verb
    while end > clause.lowerBound, context.token(end - 1).wordClass == .adverb { end -= 1 }
    guard end - clause.lowerBound > 1, context.isCharacter(end - 1, 0x7684) || context.isCharacter(end - 1, 0x8005)
    else { return nil }
    guard end - clause.lowerBound < NounPhrases.reach else { return nil }
    var start = clause.lowerBound
    while start < end - 1, isSetting(start) { start += 1 }
    return end - start > 1 && end - start < 12 ? start..<end : nil
  }

  func isFigure(_ index: Int) -> Bool { context.token(index).wordClass == .figure }

  /// Whether a figure says within what: `100亿光年范围内的`.
  func isWithin(_ figure: Int, _ clause: Range<Int>) -> Bool {
    guard figure + 3 < clause.upperBound, context.token(figure + 1).wordClass == .noun else { return false }
    return context.token(figure + 2).wordClass == .locality && context.isCharacter(figure + 3, 0x7684)
  }

  /// The token that a figure stands behind, over a modifier that says within what.
  func behindRange(_ figure: Int, _ clause: Range<Int>) -> Int {
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
}
