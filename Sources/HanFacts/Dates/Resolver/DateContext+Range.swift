extension DateContext {
  /// From one date or time to another, both included.
  func rangeValue(_ low: DatePoint, _ high: DatePoint) -> DateValue {
    var second = high
    var (a, b) = (pointValue(low, extent(low)), pointValue(second, extent(second)))
    let hasDate = !b.value.isClock
    // The second end lies after the first: next year's February, the next day's two o'clock.
    if let begin = a.begin, let end = b.begin, Self.precedes(end, begin), let moved = rolled(low, second) {
      second = moved
      b = pointValue(second, extent(second))
    }
    if hasDate, low.day == .text(0) || second.day == .text(1), let day = referenceDay(low) ?? extent(low).first {
      var context = self
      context.textDay = day
      context.isTextYearKnown = true
      b = context.pointValue(second, context.extent(second))
    }
    // 2月29日-3月1日: where one end has no year, neither has.
    if a.value.hasPrefix("XXXX-"), low.year == .none, second.year == .none, !b.value.hasPrefix("XXXX"),
      !b.value.isClock, a.value.utf8.count > 5, a.value.utf8.dropFirst(5).first != UInt8(ascii: "W")
    {
      b = withoutYear(b)
    } else if b.value.hasPrefix("XXXX-"), low.year == .none, second.year == .none, !a.value.hasPrefix("XXXX"),
      !a.value.isClock, low.month != .none
    {
      a = withoutYear(a)
    }
    if a.value.isClock, hasDate, !b.value.isClock, let day = referenceDay(low) {
      a.value = DateFormat.day(day) + a.value
      a.anchor = .reference
      a.begin = instantText(low, day)
    }
    var value = DateValue(
      kind: .date, value: first(of: a.value, isFirst: true) + "/" + first(of: b.value, isFirst: false))
    if a.kind == .time, b.kind == .time { value.kind = .time }
    value.begin = a.begin
    value.end = b.end
    if let begin = value.begin, let end = value.end {
      // Ends of different grain take the finer one's.
      let (first, last) = (begin.utf8.count, end.utf8.count)
      if first > last, last == 10 { value.end = end + "T23:59:59" }
      if last > first, first == 10 { value.begin = begin + "T00:00:00" }
      if Self.precedes(end, begin) {
        value.begin = nil
        value.end = nil
      }
    } else {
      value.begin = nil
      value.end = nil
    }
    value.anchor = a.anchor ?? b.anchor
    value.calendar = a.calendar ?? b.calendar
    value.zone = a.zone ?? b.zone
    if let mod = high.mod ?? low.mod { value.mod = mod.mod }
    if let first = a.edtf, let last = b.edtf, !first.utf8.contains(UInt8(ascii: "/")),
      !last.utf8.contains(UInt8(ascii: "/"))
    {
      value.edtf = first + "/" + last
    }
    return value
  }

  /// The first part of a value that is a range itself (as the end of a range: the last).
  private func first(of value: String, isFirst: Bool) -> String {
    guard let slash = value.utf8.firstIndex(of: UInt8(ascii: "/")) else { return value }
    return isFirst ? String(value[..<slash]) : String(value[value.index(after: slash)...])
  }

  private func referenceDay(_ point: DatePoint) -> CivilDate? {
    point.day == .none && point.month == .none && point.year == .none ? today : nil
  }

  private func instantText(_ point: DatePoint, _ day: CivilDate) -> String? {
    guard let clock = point.clock else { return DateFormat.isoDay(day) }
    let hour = clock.isFixed ? clock.hour : point.part?.hour(clock.hour) ?? clock.hour
    return CivilInstant(day).adding(seconds: hour * 3600 + (clock.minute ?? 0) * 60 + (clock.second ?? 0))
      .map(DateFormat.instant)
  }

  /// Whether one moment lies before another; both are ISO texts.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let isNegativeLeft = left.utf8.first == UInt8(ascii: "-")
    let isNegativeRight = right.utf8.first == UInt8(ascii: "-")
    if isNegativeLeft != isNegativeRight { return isNegativeLeft }
    if isNegativeLeft {
      let (early, late) = (left.utf8.prefix(5), right.utf8.prefix(5))
      if !early.elementsEqual(late) { return late.lexicographicallyPrecedes(early) }
    }
    let count = min(left.utf8.count, right.utf8.count)
    return left.utf8.prefix(count).lexicographicallyPrecedes(right.utf8.prefix(count))
  }

  /// The second end moved behind the first, where what it leaves out may be the next of its kind.
  private func rolled(_ low: DatePoint, _ high: DatePoint) -> DatePoint? {
    var point = high
    if case .weekday(let weekday, let week) = high.day, case .weekday = low.day {
      point.day = .weekday(weekday, week: (week ?? 0) + 1)
      return point
    }
    if high.clock != nil || high.part != nil, high.day == low.day, let day = extent(low).first?.adding(days: 1) {
      set(day, &point)
      return point
    }
    guard high.year == .none || high.year == low.year, high.month != .none || isFestival(high.day) else { return nil }
    if case .number = high.day, high.month == low.month { return nil }
    switch high.month {
    case .number, .none, .lunar: break
    default: return nil
    }
    guard let year = year(low.year).value, year < 9999 else { return nil }
    point.year = .absolute(year + 1)
    return point
  }

  private func isFestival(_ day: DatePoint.Day) -> Bool {
    if case .festival = day { return true }
    return false
  }

  private func set(_ day: CivilDate, _ point: inout DatePoint) {
    point.year = .absolute(day.year)
    point.month = .number(day.month)
    point.day = .number(day.day)
  }

  private func withoutYear(_ value: DateValue) -> DateValue {
    var copy = value
    copy.value = "XXXX" + value.value.dropFirst(4)
    copy.begin = nil
    copy.end = nil
    copy.anchor = nil
    copy.edtf = copy.value
    return copy
  }
}

extension String {
  /// Whether a TIMEX3 value begins with a time of day.
  fileprivate var isClock: Bool { utf8.first == UInt8(ascii: "T") }
}
