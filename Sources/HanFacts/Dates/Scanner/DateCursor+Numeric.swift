// 2020-09-15, 2020/9/15, 2019·2·10, 2022 11 23, 13.5.2015, 12/1, 3.20, 20240307

extension DateCursor {
  /// Reads a date in figures with separators.
  mutating func numericDate(at start: Int, into point: inout DatePoint, isFirst: Bool) -> Int? {
    guard isFirst, point.slot == .nothing, isDigit(start), !isDigit(start - 1) else { return nil }
    if isLetter(start - 1) { return nil }
    if start != rangeEndStart, isOne(of: "./-·", at: start - 1), isDigit(start - 2) { return nil }
    guard let first = digits(at: start, most: 8) else { return nil }
    if first.width == 8 { return compactDate(first, into: &point) }
    guard let separator = separator(at: first.end), first.width <= 4,
      let second = digits(at: separator.end, most: 4)
    else { return nil }
    if first.width == 4, second.width <= 2, (1...12).contains(second.value) {
      return yearFirst(first, second, separator.scalar, into: &point)
    }
    guard first.width <= 2, second.width <= 2 else { return nil }
    if let again = self.separator(at: second.end), let third = digits(at: again.end, most: 4),
      again.scalar == separator.scalar, separator.scalar != 0x20
    {
      return dayFirst(first, second, third, separator.scalar, into: &point)
    }
    return monthAndDay(first, second, separator.scalar, into: &point)
  }

  /// `20240307`.
  private func compactDate(_ run: Digits, into point: inout DatePoint) -> Int? {
    let year = run.value / 10_000
    guard (1900...2099).contains(year),
      let date = CivilDate(year: year, month: run.value / 100 % 100, day: run.value % 100),
      !isDigit(run.end), !isLetter(run.end), at(run.end) != 0x2E || !isDigit(run.end + 1)
    else { return nil }
    set(date, into: &point)
    return run.end
  }

  /// `2020-09-15`, `2020.9`, `2022 11 23`, `1994.01-19`.
  private func yearFirst(_ year: Digits, _ month: Digits, _ separator: UInt32, into point: inout DatePoint) -> Int? {
    guard (1...9999).contains(year.value) else { return nil }
    if let again = self.separator(at: month.end), separator != 0x20 || again.scalar == 0x20,
      let day = digits(at: again.end, most: 2), day.width <= 2,
      let date = CivilDate(year: year.value, month: month.value, day: day.value), endsNumber(day.end)
    {
      set(date, into: &point)
      return isOne(of: "日号", at: day.end) ? day.end + 1 : day.end
    }
    guard separator != 0x20, (1800...2199).contains(year.value),
      month.width == 2 || separator == 0x2F || isEndOfMonths(year, month, separator),
      endsNumber(month.end),
      isBoundary(month.end) || isOne(of: "月至到的以之前后起", at: month.end) || opensRange(month.end) || closesMonths(year)
    else { return nil }
    if separator == 0x2D, month.value > 12 || month.width == 1 { return nil }
    point.year = .absolute(year.value)
    point.month = .number(month.value)
    point.slot = .month
    return at(month.end) == 0x6708 ? month.end + 1 : month.end
  }

  /// `2008.3至2012.7`: whether a month of one digit is an end of a range of months.
  private func isEndOfMonths(_ year: Digits, _ month: Digits, _ separator: UInt32) -> Bool {
    guard separator == 0x2E, !isOne(of: "万亿元%％米吨倍点个", at: month.end) else { return false }
    return opensRange(month.end) || closesMonths(year)
  }

  /// `1995.10-2001.04`: whether a second year and month follow behind a connector.
  private func opensRange(_ position: Int) -> Bool {
    guard let start = rangeConnector(at: position), let year = digits(at: start, most: 4), year.width == 4,
      let separator = separator(at: year.end), separator.scalar != 0x20,
      let month = digits(at: separator.end, most: 2)
    else { return false }
    return (1800...2199).contains(year.value) && (1...12).contains(month.value)
  }

  /// `1995.10-2001.04 江宁县`: behind a year and month a second one needs no mark behind it.
  private func closesMonths(_ year: Digits) -> Bool { year.end - year.width == rangeEndStart && isRangeOfMonths }

  /// `13.5.2015`, `3-7-27`, `05/05/89`: day, month, year, unless only the other order is a date.
  private func dayFirst(
    _ first: Digits, _ second: Digits, _ third: Digits, _ separator: UInt32, into point: inout DatePoint
  ) -> Int? {
    guard third.width == 4 || third.width == 2, endsNumber(third.end), separator != 0xB7 || third.width == 4 else {
      return nil
    }
    if separator == 0x2E, third.width == 2, first.value > 31 || first.value == 0 { return nil }
    let year = third.width == 4 ? third.value : Self.fullYear(third.value)
    guard (1800...2199).contains(year) else { return nil }
    guard
      let date = CivilDate(year: year, month: second.value, day: first.value)
        ?? CivilDate(year: year, month: first.value, day: second.value)
    else { return nil }
    set(date, into: &point)
    return third.end
  }

  /// `12/1`, `09-01`, `6·30`, `3.20`, `11/3号`.
  private mutating func monthAndDay(
    _ month: Digits, _ day: Digits, _ separator: UInt32, into point: inout DatePoint
  ) -> Int? {
    guard (1...12).contains(month.value), CivilDate(year: 2000, month: month.value, day: day.value) != nil,
      endsNumber(day.end), separator != 0x20
    else { return nil }
    let hasUnit = isOne(of: "日号", at: day.end)
    if separator == 0xB7, !hasUnit, isOne(of: "“‘\"", at: month.end - month.width - 1) { return nil }
    if separator == 0x2D, !hasUnit, month.width < 2 || day.width < 2 { return nil }
    let isHoliday = separator == 0x2E && !hasUnit && opensHoliday(day.end)
    if !hasUnit, !isHoliday, !isBoundary(day.end), !isDayContext(day.end, separator) { return nil }
    if at(day.end) == 0x25 || separator == 0x2E && day.width == 1 && !hasUnit && !isHoliday { return nil }
    point.month = .number(month.value)
    point.day = .number(day.value)
    point.slot = .day
    if !hasUnit { isDoubtful = true }
    return hasUnit ? day.end + 1 : day.end
  }

  /// `5.1放假`, `6.1-6.3调休`: whether what is done on days stands at a place, or the second end of a range before it.
  private func opensHoliday(_ start: Int) -> Bool {
    var position = start
    if let connector = rangeConnector(at: start), let month = digits(at: connector, most: 2), at(month.end) == 0x2E,
      (1...12).contains(month.value), let day = digits(at: month.end + 1, most: 2), (1...31).contains(day.value)
    {
      position = day.end
    }
    return match(any: ["放假", "调休", "休息", "休假", "入住", "出差", "补班", "开售", "开抢"], at: position) != nil
  }

  /// Whether a word that follows days stands at a place.
  private func isDayContext(_ position: Int, _ separator: UInt32) -> Bool {
    if isOne(of: "晚早", at: position) { return true }
    if separator != 0x2E, isOne(of: "至到的起前后", at: position) { return true }
    guard let found = tables.longest(text, at: position, end: end) else { return false }
    return found.word.kind == .part || found.word.kind == .weekday
  }

  /// The Gregorian year that two digits mean: 50–99 are 19xx.
  package static func fullYear(_ short: Int) -> Int { short >= 50 ? 1900 + short : 2000 + short }

  private func set(_ date: CivilDate, into point: inout DatePoint) {
    point.year = .absolute(date.year)
    point.month = .number(date.month)
    point.day = .number(date.day)
    point.slot = .day
  }

  private struct Digits {
    var value: Int
    var end: Int
    var width: Int
  }

  private func digits(at start: Int, most: Int) -> Digits? {
    var position = start
    var value = 0
    while position < end, isDigit(position) {
      if position - start >= most { return nil }
      value = value * 10 + Int(at(position) - 0x30)
      position += 1
    }
    return position == start ? nil : Digits(value: value, end: position, width: position - start)
  }

  private func separator(at position: Int) -> (scalar: UInt32, end: Int)? {
    switch at(position) {
    case 0x2D, 0x2F, 0x2E, 0x20: return (at(position), position + 1)
    case 0xB7, 0x30FB, 0x2022: return (0xB7, position + 1)
    default: return nil
    }
  }

  /// Whether no further digit or separator with digits follows.
  private func endsNumber(_ position: Int) -> Bool {
    if at(position) == 0x54, isDigit(position + 1) { return true }
    if isDigit(position) || isLetter(position) { return false }
    if isOne(of: "./·", at: position), isDigit(position + 1) { return false }
    return true
  }
}
