// 第一季度, 十月的第一周, 前10天, 最后4个月, 第一个星期一, 最后一个周三, 前三季度

extension DateCursor {
  /// Reads `第N…`, `最后N…`, `前N…` inside a larger period.
  mutating func ordinalComponent(at start: Int, into point: inout DatePoint) -> Int? {
    switch at(start) {
    case code("第"): nth(at: start + 1, sign: 1, into: &point)
    case code("最"): at(start + 1) == code("后") ? counted(at: start + 2, sign: -1, into: &point) : nil
    case code("末"): counted(at: start + 1, sign: -1, into: &point)
    case code("前"), code("头"), code("首"): counted(at: start + 1, sign: 1, into: &point)
    default: nil
    }
  }

  private mutating func nth(at start: Int, sign: Int, into point: inout DatePoint) -> Int? {
    guard let number = number(at: start), number.isPlain, (1...366).contains(number.value) else { return nil }
    let isFree = point.slot == .nothing
    var next = number.end
    if at(next) == 0x5B63, at(next + 1) == 0x5EA6 || !isFree || isOfBusiness(next + 1) {
      guard point.slot < .half, number.value <= 4 else { return nil }
      point.month = .quarter(number.value)
      point.slot = .half
      return phased(at(next + 1) == 0x5EA6 ? next + 2 : next + 1, into: &point, slot: .half)
    }
    let hasMeasure = at(next) == 0x4E2A
    if hasMeasure { next += 1 }
    if let weekday = tables.longest(text, at: next, end: end), weekday.word.kind == .weekday {
      guard point.slot < .week, hasMeasure, number.value <= 5, !isFree else { return nil }
      point.day = .nthWeekday(number.value, weekday: weekday.word.number)
      point.slot = .day
      return weekday.end
    }
    guard !isFree, point.slot < .week else { return nil }
    if let week = match(any: ["星期", "礼拜", "周"], at: next) {
      guard number.value <= 53, !isOne(of: "年岁", at: week) else { return nil }
      point.day = .nthWeek(number.value)
      point.slot = .week
      return week
    }
    if at(next) == 0x5929 || at(next) == 0x65E5 {
      point.day = .nth(number.value)
      point.slot = .day
      return next + 1
    }
    if hasMeasure, at(next) == 0x6708, point.slot <= .year, number.value <= 12 {
      point.month = .number(number.value)
      point.slot = .month
      return next + 1
    }
    if hasMeasure, let quarter = match("季度", at: next), point.slot <= .year, number.value <= 4 {
      point.month = .quarter(number.value)
      point.slot = .half
      return quarter
    }
    return nil
  }

  /// `第三季营收`, `第二季AI服务器出货`: whether the clause behind a quarter speaks of business; the second 季 of a show is none.
  private func isOfBusiness(_ start: Int) -> Bool {
    var place = start
    while place < start + 10, place < end, at(place) == 0x20 || !isBoundary(place) {
      if match(any: Self.business, at: place) != nil { return true }
      place += 1
    }
    return false
  }

  private static let business: [StaticString] = [
    "营收", "营业", "净利", "毛利", "出货", "产量", "产能", "产值", "销量", "销售", "业绩", "财报", "盈利", "亏损", "收入", "利润", "获利", "订单",
    "季增", "季减", "年增", "年减", "同比", "环比", "经济", "增长", "展望", "淡季", "旺季", "每股", "GDP", "出口",
  ]

  private mutating func counted(at start: Int, sign: Int, into point: inout DatePoint) -> Int? {
    guard let number = number(at: start), number.isPlain, (1...366).contains(number.value) else { return nil }
    let isFree = point.slot == .nothing
    var next = number.end
    let hasMeasure = at(next) == 0x4E2A
    if hasMeasure { next += 1 }
    if has("季度", at: next), point.slot <= .year, sign > 0, (2...4).contains(number.value) {
      point.month = .quarters(1, number.value)
      point.slot = .half
      return next + 2
    }
    if let weekday = tables.longest(text, at: next, end: end), weekday.word.kind == .weekday, hasMeasure, sign < 0 {
      guard point.slot < .week else { return nil }
      point.day = .nthWeekday(-number.value, weekday: weekday.word.number)
      point.slot = .day
      return weekday.end
    }
    guard !isFree, point.slot < .week else { return nil }
    if let week = match(any: ["星期", "礼拜", "周"], at: next) {
      point.day = sign < 0 && number.value == 1 ? .nthWeek(-1) : .firstWeeks(sign * number.value)
      point.slot = .week
      return week
    }
    if at(next) == 0x5929 || at(next) == 0x65E5 && point.slot == .month {
      point.day = sign < 0 && number.value == 1 ? .nth(-1) : .first(sign * number.value)
      point.slot = number.value == 1 ? .day : .week
      return next + 1
    }
    if at(next) == 0x6708, hasMeasure, point.slot == .year, number.value <= 12 {
      point.month = .first(sign * number.value)
      point.slot = .month
      return next + 1
    }
    return nil
  }
}
