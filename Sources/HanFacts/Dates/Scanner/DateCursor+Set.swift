// 每周二上午九点, 每年3月, 每隔两天, 每天, 每三年, 隔周

extension DateCursor {
  /// Reads a recurring time at 每, 逐, 隔.
  mutating func recurrence(at start: Int) -> DateReading? {
    var position = start
    if at(position) == 0x9694 {
      guard isBoundary(position - 1) || isOne(of: "是要会了", at: position - 1) else { return nil }
      if isOne(of: "天日", at: position + 1) { return every(DateAmount(2, .day), start, position + 2) }
      if at(position + 1) == 0x5468 { return every(DateAmount(2, .week), start, position + 2) }
      if at(position + 1) == 0x5E74 { return every(DateAmount(2, .year), start, position + 2) }
      return nil
    }
    guard at(position) == 0x6BCF else { return nil }
    position += 1
    if at(position) == 0x9694 {
      guard let found = amount(at: position + 1), found.high == nil else { return nil }
      var amount = found.amount
      if let unit = amount.singleUnit, unit <= .day, amount.counts[unit] == 1 {
        amount.counts[unit] = 2
      }
      return every(amount, start, found.end)
    }
    if at(position) == 0x9022 { position += 1 }
    // 每年3月, 每周三, 每月4日, 每天晚上8点, 每个工作日
    let measured = at(position) == 0x4E2A ? position + 1 : position
    if let found = recurringPoint(at: measured) {
      if let connector = rangeConnector(at: found.end), let second = rangeEndOfSet(at: connector, low: found.point) {
        return DateReading(
          start: start, end: second.end, expression: .everyRange(found.point, second.point), rule: "recurring")
      }
      return DateReading(start: start, end: found.end, expression: .every(found.point), rule: "recurring")
    }
    if let unit = bareUnit(at: measured) {
      // 每秒1000万亿次 is a rate.
      if unit.unit >= .hour, let number = number(at: unit.end), !isTurn(number) { return nil }
      return every(DateAmount(unit.count, unit.unit), start, unit.end)
    }
    if let found = amount(at: position), found.high == nil { return every(found.amount, start, found.end) }
    return nil
  }

  /// `每小时一班车`, `每分钟两毛钱`: what comes so often, no rate like `每小时350公里`.
  private func isTurn(_ number: DateNumber) -> Bool {
    number.style == .positional && number.value < 100 && isOne(of: "班趟次辆列个名块元毛角张遍轮回滴杯件", at: number.end)
  }

  private func every(_ amount: DateAmount, _ start: Int, _ end: Int) -> DateReading {
    DateReading(start: start, end: end, expression: .everyAmount(amount), rule: "every")
  }

  private mutating func rangeEndOfSet(at start: Int, low: DatePoint) -> (point: DatePoint, end: Int)? {
    if case .weekday = low.day {
      if let found = point(at: start), case .weekday = found.point.day { return found }
      let weekday = isOne(of: "日天", at: start) ? 7 : Self.digit(at(start))
      guard (1...7).contains(weekday), isBoundary(start + 1) || isOne(of: "的上下早晚", at: start + 1) else { return nil }
      var high = DatePoint()
      high.day = .weekday(weekday, week: nil)
      high.slot = .day
      return (high, start + 1)
    }
    guard var found = point(at: start), found.point.year == .none, found.point.slot >= .month else { return nil }
    inherit(from: low, into: &found.point)
    return found
  }

  private func bareUnit(at position: Int) -> (unit: DateUnit, count: Int, end: Int)? {
    let words: [(StaticString, DateUnit)] = [
      ("季度", .month), ("季", .month), ("小时", .hour), ("钟头", .hour), ("分钟", .minute), ("星期", .week), ("礼拜", .week),
      ("秒钟", .second),
      ("年", .year), ("月", .month), ("周", .week), ("天", .day), ("日", .day), ("秒", .second), ("晚", .day), ("夜", .day),
    ]
    for (word, unit) in words {
      if let found = match(word, at: position) {
        if unit == .year && isOne(of: "级龄", at: found) || unit == .week && isOne(of: "末边围岁", at: found) { return nil }
        let isQuarter = at(position) == 0x5B63
        if isQuarter, isOne(of: "节军候风赛播常", at: found) { return nil }
        return (unit, isQuarter ? 3 : 1, found)
      }
    }
    return nil
  }

  /// A point whose larger periods are all of them: `周三`, `年3月`, `月4日20时`, `天晚上8点`.
  private mutating func recurringPoint(at start: Int) -> (point: DatePoint, end: Int)? {
    var context = DatePoint()
    switch at(start) {
    case 0x5E74:
      context.slot = .year
      return finer(at: start + 1, context) ?? phase(behind: start + 1, context)
    case 0x6708:
      context.slot = .month
      return finer(at: start + 1, context) ?? phase(behind: start + 1, context)
    case 0x5929, 0x65E5:
      context.slot = .day
      context.day = .nth(0)
      return finer(at: start + 1, context)
    case 0x665A:
      context.slot = .day
      context.day = .nth(0)
      return finer(at: start, context)
    default:
      guard let found = tables.longest(text, at: start, end: end) else { return nil }
      // 每周一次, 每周三场
      if found.word.kind == .weekday, Self.digit(at(found.end - 1)) > 0, isOne(of: "次个项场期篇轮名家回趟更休天", at: found.end) {
        return nil
      }
      switch found.word.kind {
      case .weekday, .festival, .recurring, .season, .part, .weekend, .term: return point(at: start)
      default: return nil
      }
    }
  }

  /// `每月初`, `每年年底`, `每月上旬`: a part of every period.
  private mutating func phase(behind start: Int, _ context: DatePoint) -> (point: DatePoint, end: Int)? {
    var point = context
    let reached = phased(start, into: &point, slot: context.slot)
    return reached > start ? (point, reached) : nil
  }

  /// The next weekday of a list behind a weekday: `三` of `每周一、三、五`, `日` of `周六、日`.
  func listedWeekday(behind start: Int, of candidate: DateCandidate) -> DateCandidate? {
    switch at(start) {
    case code("、"), code("和"), code("及"), code("与"): break
    default: return nil
    }
    // What recurs, or a list that has begun, lets a word follow: 每周二、四开放.
    var isSure = candidate.range.count == 1
    if case .every = candidate.expression { isSure = true }
    switch candidate.expression {
    case .point(let point), .every(let point):
      guard case .weekday = point.day, point.slot == .day else { return nil }
    default: return nil
    }
    let weekday = isOne(of: "日天", at: start + 1) ? 7 : Self.digit(at(start + 1))
    guard (1...7).contains(weekday), at(start + 1) != code("七"), at(start + 1) != code("两"),
      isBoundary(start + 2) || isOne(of: "的上下早晚各和及与", at: start + 2)
        || isSure && !isOne(of: "线名个位楼级年月日人家条部次届号车区期场中环路队代等手类流种层组岁点时分万千百十座国省市县川亚台洲季通方", at: start + 2)
    else { return nil }
    var point = DatePoint()
    point.day = .weekday(weekday, week: nil)
    point.slot = .day
    return DateCandidate(
      range: start + 1..<start + 2, expression: .point(point), rule: "weekday-list", evidenceRows: [],
      strength: candidate.strength, continues: true)
  }

  private mutating func finer(at start: Int, _ context: DatePoint) -> (point: DatePoint, end: Int)? {
    var position = start
    if at(position) == 0x7684 { position += 1 }
    guard let found = point(at: position, context: context), found.end > position, found.point.slot > context.slot
    else {
      return nil
    }
    return found
  }
}
