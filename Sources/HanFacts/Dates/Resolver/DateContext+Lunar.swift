extension DateContext {
  /// A festival, in the year that is said or the reference's.
  func festival(_ rule: FestivalRule, _ point: DatePoint) -> DateExtent {
    let year = year(point.year) { rule.date(in: $0) }
    if rule.isLunarYearsEve, point.year == .none, let today, let lunar = LunarCalendar.year(of: today),
      let eve = LunarCalendar.yearsEve(lunar)
    {
      return DateExtent(day: eve, anchor: .reference)
    }
    if point.calendar != nil, rule.isLunar, !LunarCalendar.years.contains(year.value ?? 0) {
      return DateExtent(unknown: DateFormat.year(year.value) + "-XX-XX", isDay: true)
    }
    if let value = year.value, let first = rule.date(in: value) {
      guard rule.length > 1, let last = first.adding(days: rule.length - 1) else {
        return DateExtent(day: first, anchor: year.anchor)
      }
      return DateExtent(first: first, last: last, anchor: year.anchor)
    }
    let prefix = DateFormat.year(year.value)
    if let fixed = rule.fixedDay {
      return DateExtent(
        unknown: "\(prefix)-\(DateFormat.padded(fixed.month, 2))-\(DateFormat.padded(fixed.day, 2))", isDay: true)
    }
    if case .nthWeekday(let month, _, _) = rule.base {
      return DateExtent(unknown: "\(prefix)-\(DateFormat.padded(month, 2))-XX", isDay: true)
    }
    return DateExtent(unknown: prefix + "-XX-XX", isDay: true)
  }

  /// Lunar months and days in Gregorian days; nil where the point has no lunar part.
  func lunarExtent(_ point: DatePoint) -> DateExtent? {
    let number: Int
    let isLeap: Bool
    switch point.month {
    case .lunar(let month, let leap): (number, isLeap) = (month, leap)
    case .number(let month): (number, isLeap) = (month, false)
    default: return nil
    }
    var year = year(point.year)
    if point.year == .none, let today, number > 10, let lunar = LunarCalendar.year(of: today) { year.value = lunar }
    guard let value = year.value, LunarCalendar.years.contains(value) else {
      if point.calendar != nil, let value = year.value {
        var extent = DateExtent(year: value)
        if point.day != .none {
          extent.text += "-XX-XX"
          extent.isDay = true
        }
        return extent
      }
      return DateExtent(
        unknown: DateFormat.year(year.value) + (point.day == .none ? "-XX" : "-XX-XX"), isDay: point.day != .none)
    }
    var month = LunarCalendar.Month(year: value, number: number, isLeap: isLeap)
    if isLeap, LunarCalendar.extent(of: month) == nil { month.isLeap = false }
    guard let extent = LunarCalendar.extent(of: month) else { return nil }
    if case .number(let day) = point.day {
      if let date = LunarCalendar.date(month, day: day) { return DateExtent(day: date, anchor: year.anchor) }
      // 腊月三十 in a year whose last month has 29 days is its last day.
      if day == 30, let last = extent.first.adding(days: extent.days - 1) {
        return DateExtent(day: last, anchor: year.anchor)
      }
      return DateExtent(unknown: DateFormat.year(value) + "-XX-XX", isDay: true)
    }
    guard let last = extent.first.adding(days: extent.days - 1) else { return nil }
    var whole = DateExtent(first: extent.first, last: last, anchor: year.anchor)
    if let (start, end) = point.day.thirds {
      whole.first = extent.first.adding(days: start * 10 - 10)
      if end < 3 { whole.last = extent.first.adding(days: end * 10 - 1) }
      if let first = whole.first, let last = whole.last {
        whole = DateExtent(first: first, last: last, anchor: year.anchor)
      }
    }
    return whole
  }
}

extension DatePoint.Day {
  /// The first and the last third of a month that are meant.
  fileprivate var thirds: (Int, Int)? {
    switch self {
    case .third(let third): (third, third)
    case .thirds(let first, let last): (first, last)
    default: nil
    }
  }
}
