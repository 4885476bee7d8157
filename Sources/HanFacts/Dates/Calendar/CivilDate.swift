/// A day of the proleptic Gregorian calendar.
///
/// Years are astronomical: 1 BC is year 0, 221 BC is −220. Arithmetic works on day numbers
/// (days since 1970-01-01, after Hinnant's `days_from_civil`) and never traps: a result outside
/// the years −9999 … 9999 is nil.
///
/// ```swift
/// CivilDate(year: 2020, month: 9, day: 15)?.adding(days: 5)   // 2020-09-20
/// ```
package struct CivilDate: Hashable, Sendable, Comparable {
  /// The astronomical year.
  package let year: Int
  /// The month, 1…12.
  package let month: Int
  /// The day of the month, 1…31.
  package let day: Int

  /// The years that dates may have.
  package static let years = -9999...9999

  /// Makes a date; nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the date with the number of days since 1970-01-01; nil outside the years of the calendar.
  package init?(dayNumber: Int) {
    guard dayNumber > -5_000_000, dayNumber < 5_000_000 else { return nil }
    let shifted = dayNumber + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    guard Self.years.contains(year) else { return nil }
    self.year = year
    self.month = month
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let cycle = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfCycle = shiftedYear - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  /// The day of the ISO week: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The ISO 8601 week that holds the day.
  package var week: CivilWeek {
    let thursday = dayNumber - weekday + 4
    guard let date = CivilDate(dayNumber: thursday) else { return CivilWeek(year: year, week: 1) }
    return CivilWeek(year: date.year, week: (date.dayOfYear - 1) / 7 + 1)
  }

  /// The day of the year, 1…366.
  package var dayOfYear: Int {
    var count = day
    for earlier in 1..<13 where earlier < month { count += Self.days(inMonth: earlier, of: year) }
    return count
  }

  /// The date so many days later (earlier where negative); nil outside the calendar.
  package func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }

  /// The date so many months later, on the same day or the last of the month; nil outside the calendar.
  package func adding(months: Int) -> CivilDate? {
    guard let target = CivilMonth(year: year, month: month).adding(months: months) else { return nil }
    return CivilDate(year: target.year, month: target.month, day: min(day, target.days))
  }

  /// Whether a year has 366 days.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A month of a year.
package struct CivilMonth: Hashable, Sendable {
  /// The astronomical year.
  package var year: Int
  /// The month, 1…12.
  package var month: Int

  /// Makes a month.
  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The number of its days.
  package var days: Int { CivilDate.days(inMonth: month, of: year) }
  /// Its first day.
  package var first: CivilDate? { CivilDate(year: year, month: month, day: 1) }
  /// Its last day.
  package var last: CivilDate? { CivilDate(year: year, month: month, day: days) }

  /// The month so many months later; nil outside the calendar.
  package func adding(months: Int) -> CivilMonth? {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    guard CivilDate.years.contains(newYear) else { return nil }
    return CivilMonth(year: newYear, month: index - newYear * 12 + 1)
  }
}

/// A week of ISO 8601.
package struct CivilWeek: Hashable, Sendable {
  /// The year that owns the week's Thursday.
  package var year: Int
  /// The number of the week, 1…53.
  package var week: Int

  /// Makes a week.
  package init(year: Int, week: Int) {
    self.year = year
    self.week = week
  }

  /// Its Monday; nil where the year has no such week.
  package var monday: CivilDate? {
    guard week >= 1, week <= 53, let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    guard let first = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1)), first.week == self else { return nil }
    return first
  }
}
