extension DateContext {
  /// The days that a point means.
  func extent(_ point: DatePoint) -> DateExtent {
    var extent = bareExtent(point)
    extent.phase = point.phase
    if case .third(let third) = point.day { extent.phase = DatePhase(rawValue: UInt8(third)) }
    if let phase = point.phase { narrow(&extent, to: phase, point) }
    return extent
  }

  private func bareExtent(_ point: DatePoint) -> DateExtent {
    switch point.day {
    case .relative(let offset): return relativeDay(offset, point)
    case .monthsAway(let offset):
      guard let date = today?.adding(months: offset) else { return DateExtent(unknown: "XXXX-XX-XX", isDay: true) }
      return DateExtent(day: date, anchor: .reference)
    case .text(let offset): return textDay(offset)
    case .span(let first, let last):
      guard let today, let start = today.adding(days: first), let stop = today.adding(days: last) else {
        return DateExtent(unknown: "XXXX-XX-XX/XXXX-XX-XX")
      }
      return DateExtent(first: start, last: stop, anchor: .reference)
    case .weekday, .week, .textWeek, .weekend, .halfWeek, .workday: return weekExtent(point)
    case .festival(let index): return festival(tables.festivals[index], point)
    case .term(let term):
      let year = year(point.year) { SolarTerms.date(term, in: $0) }
      guard let value = year.value, let date = SolarTerms.date(term, in: value) else {
        return DateExtent(unknown: DateFormat.year(year.value) + "-XX-XX", isDay: true)
      }
      return DateExtent(day: date, anchor: year.anchor)
    default: break
    }
    if point.isLunar, let lunar = lunarExtent(point) { return lunar }
    return monthExtent(point)
  }

  /// 今天, 去年的今天, 一九五六年的昨天.
  private func relativeDay(_ offset: Int, _ point: DatePoint) -> DateExtent {
    guard let today = todayInAnyYear else { return DateExtent(unknown: "XXXX-XX-XX", isDay: true) }
    var base = today
    var anchor: DateAnchor? = .reference
    if point.year != .none {
      let year = year(point.year)
      guard let value = year.value, let moved = CivilDate(year: value, month: today.month, day: min(today.day, 28)),
        let exact = moved.adding(days: today.day - moved.day)
      else { return DateExtent(unknown: "XXXX-XX-XX", isDay: true) }
      base = exact
      anchor = .reference
    }
    guard let date = base.adding(days: offset) else { return DateExtent(unknown: "XXXX-XX-XX", isDay: true) }
    if reference?.year == nil, point.year == .none {
      if date.year != base.year { anchor = nil }
      var extent = DateExtent(
        unknown: "XXXX-\(DateFormat.padded(date.month, 2))-\(DateFormat.padded(date.day, 2))", isDay: true)
      extent.anchor = anchor
      extent.yearless = date
      return extent
    }
    return DateExtent(day: date, anchor: anchor)
  }

  /// 当日, 次日: the last date of the text, else the reference.
  private func textDay(_ offset: Int) -> DateExtent {
    if let textDay, let date = textDay.adding(days: offset) {
      if isTextYearKnown { return DateExtent(day: date, anchor: .text) }
      var extent = DateExtent(
        unknown: "XXXX-\(DateFormat.padded(date.month, 2))-\(DateFormat.padded(date.day, 2))", isDay: true)
      extent.anchor = .text
      extent.yearless = date
      return extent
    }
    return relativeDay(offset, DatePoint())
  }

  /// Years, decades, centuries, months, days.
  private func monthExtent(_ point: DatePoint) -> DateExtent {
    if point.month == .none {
      switch point.day {
      case .none: return yearExtent(point)
      case .number(let day): return dayOfReferenceMonth(day)
      case .third, .thirds, .halfMonth: return thirdOfMonth(point)
      default: return ordinalInYear(point)
      }
    }
    switch point.month {
    case .number(let month): return numberedMonth(month, point)
    case .relative(let offset): return relativeMonth(offset, from: todayInAnyYear, .reference, point)
    case .text(let offset):
      if let textMonth { return relativeMonth(offset, from: textMonth.first, .text, point) }
      return relativeMonth(offset, from: todayInAnyYear, .reference, point)
    default: return partOfYear(point)
    }
  }

  private func yearExtent(_ point: DatePoint) -> DateExtent {
    switch point.year {
    case .span(let first, let last):
      var extent = DateExtent(unknown: DateFormat.year(first) + "/" + DateFormat.year(last))
      extent.first = CivilDate(year: first, month: 1, day: 1)
      extent.last = CivilDate(year: last, month: 12, day: 31)
      extent.year = first
      return extent
    case .fullDecade(let first): return decade(first, nil)
    case .fullDecades(let first, let last):
      var extent = decade(first, nil)
      let end = decade(last, nil)
      extent.text += "/" + end.text
      extent.last = end.last
      return extent
    case .decade(let short):
      let century = short >= 30 || (reference?.year ?? 0) < 2000 + short ? 1900 : 2000
      return decade(century + short, nil)
    case .relativeDecade(let offset, let short):
      guard let year = reference?.year else { return DateExtent(unknown: "XX\(short / 10)X") }
      return decade((year - 1) / 100 * 100 + offset * 100 + short, .reference)
    case .century(let number): return century(number, nil)
    case .relativeCentury(let offset):
      guard let year = reference?.year else { return DateExtent(unknown: "XXXX") }
      return century((year - 1) / 100 + 1 + offset, .reference)
    default:
      let year = year(point.year)
      guard let value = year.value else { return DateExtent(unknown: "XXXX") }
      return DateExtent(year: value, anchor: year.anchor)
    }
  }

  private func decade(_ first: Int, _ anchor: DateAnchor?) -> DateExtent {
    guard first >= 0, first < 9990 else { return DateExtent(unknown: "XXXX") }
    var extent = DateExtent(unknown: DateFormat.padded(first / 10, 3) + "X")
    extent.first = CivilDate(year: first, month: 1, day: 1)
    extent.last = CivilDate(year: first + 9, month: 12, day: 31)
    extent.anchor = anchor
    return extent
  }

  private func century(_ number: Int, _ anchor: DateAnchor?) -> DateExtent {
    if number < 0 {
      var extent = DateExtent(unknown: "BC" + DateFormat.padded(-number - 1, 2) + "XX")
      extent.first = CivilDate(year: 1 + number * 100, month: 1, day: 1)
      extent.last = CivilDate(year: 100 + number * 100, month: 12, day: 31)
      extent.edtf = DateExtent.interval(extent.first, extent.last)
      return extent
    }
    guard number >= 1, number <= 99 else { return DateExtent(unknown: "XXXX") }
    var extent = DateExtent(unknown: DateFormat.padded(number - 1, 2) + "XX")
    extent.first = CivilDate(year: max(1, (number - 1) * 100), month: 1, day: 1)
    extent.last = CivilDate(year: (number - 1) * 100 + 99, month: 12, day: 31)
    extent.anchor = anchor
    return extent
  }

  /// `15日`: the month and the year of the reference.
  private func dayOfReferenceMonth(_ day: Int) -> DateExtent {
    guard let reference else { return DateExtent(unknown: "XXXX-XX-" + DateFormat.padded(day, 2), isDay: true) }
    return dated(reference.year, reference.month, day, .reference)
  }

  private func dated(_ year: Int?, _ month: Int, _ day: Int, _ anchor: DateAnchor?) -> DateExtent {
    if let year, let date = CivilDate(year: year, month: month, day: day) {
      return DateExtent(day: date, anchor: anchor)
    }
    // A day that the reference's year does not have (29 February) keeps its year unknown.
    let isPossible = CivilDate(year: 2000, month: month, day: day) != nil
    var extent = DateExtent(
      unknown: (isPossible && anchor == .reference ? "XXXX" : DateFormat.year(year)) + "-" + DateFormat.padded(month, 2)
        + "-" + DateFormat.padded(day, 2), isDay: true)
    if !isPossible || anchor != .reference { extent.anchor = anchor }
    if reference?.year == nil { extent.yearless = CivilDate(year: 2001, month: month, day: day) }
    return extent
  }

  private func numberedMonth(_ month: Int, _ point: DatePoint) -> DateExtent {
    let year = year(point.year)
    if case .number(let day) = point.day { return dated(year.value, month, day, year.anchor) }
    guard let value = year.value else {
      let text = "XXXX-" + DateFormat.padded(month, 2)
      if case .none = point.day { return DateExtent(unknown: text) }
      return DateExtent(unknown: text)
    }
    let civil = CivilMonth(year: value, month: month)
    return within(civil, point, year.anchor)
  }

  private func relativeMonth(
    _ offset: Int, from base: CivilDate?, _ anchor: DateAnchor, _ point: DatePoint
  ) -> DateExtent {
    guard let base, let month = CivilMonth(year: base.year, month: base.month).adding(months: offset) else {
      if case .number(let day) = point.day {
        return DateExtent(unknown: "XXXX-XX-" + DateFormat.padded(day, 2), isDay: true)
      }
      return DateExtent(unknown: "XXXX-XX")
    }
    if anchor == .reference, reference?.year == nil {
      let text = "XXXX-" + DateFormat.padded(month.month, 2)
      if case .number(let day) = point.day {
        return DateExtent(unknown: text + "-" + DateFormat.padded(day, 2), isDay: true)
      }
      return DateExtent(unknown: text)
    }
    if case .number(let day) = point.day { return dated(month.year, month.month, day, anchor) }
    return within(month, point, anchor)
  }

  private func thirdOfMonth(_ point: DatePoint) -> DateExtent {
    guard let reference, let year = reference.year else { return DateExtent(unknown: "XXXX-XX") }
    return within(CivilMonth(year: year, month: reference.month), point, .reference)
  }

  /// 上旬, 第一个星期一, 最后一天: inside a month.
  private func within(_ month: CivilMonth, _ point: DatePoint, _ anchor: DateAnchor?) -> DateExtent {
    let whole = DateExtent(month: month, anchor: anchor)
    guard let first = month.first, let last = month.last else { return whole }
    func days(_ from: Int, _ to: Int) -> DateExtent {
      guard let start = CivilDate(year: month.year, month: month.month, day: from),
        let stop = CivilDate(year: month.year, month: month.month, day: to)
      else { return whole }
      return DateExtent(first: start, last: stop, anchor: anchor)
    }
    switch point.day {
    case .third(let third):
      var extent = whole
      extent.first = CivilDate(year: month.year, month: month.month, day: third * 10 - 9)
      if third < 3 { extent.last = CivilDate(year: month.year, month: month.month, day: third * 10) }
      return extent
    case .thirds(let first, let last): return days(first * 10 - 9, last < 3 ? last * 10 : month.days)
    case .halfMonth(let half): return half == 1 ? days(1, 15) : days(16, month.days)
    case .nth(let nth): return nth > 0 ? days(nth, nth) : days(month.days + 1 + nth, month.days + 1 + nth)
    case .first(let count):
      return count > 0 ? days(1, min(count, month.days)) : days(max(1, month.days + 1 + count), month.days)
    case .nthWeekday(let nth, let weekday):
      return month.weekday(weekday, nth: nth).map { DateExtent(day: $0, anchor: anchor) } ?? whole
    case .nthWeek(let nth):
      // The weeks whose Monday lies in the month.
      guard let monday = month.weekday(1, nth: nth) else { return whole }
      return DateExtent(week: monday.week, anchor: anchor)
    case .firstWeeks(let count): return weeks(count, from: first, to: last, anchor) ?? whole
    default: return whole
    }
  }

  private func weeks(_ count: Int, from first: CivilDate, to last: CivilDate, _ anchor: DateAnchor?) -> DateExtent? {
    guard abs(count) <= 53, count != 0 else { return nil }
    if count > 0 {
      guard let monday = first.adding(days: (8 - first.weekday) % 7), let stop = monday.adding(days: 7 * count - 1)
      else {
        return nil
      }
      return DateExtent(first: monday, last: stop, anchor: anchor)
    }
    guard let sunday = last.adding(days: -(last.weekday % 7)), let start = sunday.adding(days: 7 * count + 1) else {
      return nil
    }
    return DateExtent(first: start, last: sunday, anchor: anchor)
  }

  /// 第二周, 前10天, 最后4个月: inside a year.
  private func ordinalInYear(_ point: DatePoint) -> DateExtent {
    let year = year(point.year)
    guard let value = year.value, let first = CivilDate(year: value, month: 1, day: 1),
      let last = CivilDate(year: value, month: 12, day: 31)
    else { return DateExtent(unknown: "XXXX") }
    let whole = DateExtent(year: value, anchor: year.anchor)
    switch point.day {
    case .nth(let nth):
      let date = nth > 0 ? first.adding(days: nth - 1) : last.adding(days: nth + 1)
      return date.map { DateExtent(day: $0, anchor: year.anchor) } ?? whole
    case .first(let count):
      let start = count > 0 ? first : last.adding(days: count + 1)
      let stop = count > 0 ? first.adding(days: count - 1) : last
      guard let start, let stop else { return whole }
      return DateExtent(first: start, last: stop, anchor: year.anchor)
    case .nthWeek(let nth):
      if nth > 0 {
        guard CivilWeek(year: value, week: nth).monday != nil else { return whole }
        return DateExtent(week: CivilWeek(year: value, week: nth), anchor: year.anchor)
      }
      guard let day = CivilDate(year: value, month: 12, day: 28) else { return whole }
      return DateExtent(week: day.week, anchor: year.anchor)
    case .firstWeeks(let count):
      if count > 0, let monday = CivilWeek(year: value, week: 1).monday, let stop = monday.adding(days: 7 * count - 1) {
        return DateExtent(first: monday, last: stop, anchor: year.anchor)
      }
      return weeks(count, from: first, to: last, year.anchor) ?? whole
    default: return whole
    }
  }
}
