/// Easter, Western and Orthodox.
package enum EasterCalendar {
  /// Easter Sunday of a Gregorian year (the anonymous Gregorian algorithm).
  package static func western(_ year: Int) -> CivilDate? {
    guard year >= 1583 else { return nil }
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// Orthodox Easter Sunday as a Gregorian date (Meeus's Julian algorithm).
  package static func orthodox(_ year: Int) -> CivilDate? {
    guard year >= 326 else { return nil }
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let sum = d + e + 114
    guard let julian = CivilDate(year: year, month: sum / 31, day: sum % 31 + 1) else { return nil }
    return julian.adding(days: year / 100 - year / 400 - 2)
  }
}

/// The arithmetic Hebrew calendar (Dershowitz and Reingold, *Calendrical Calculations*).
package enum HebrewCalendar {
  /// The day number (since 1970-01-01) of 1 Tishri of a Hebrew year.
  static func newYear(_ year: Int) -> Int { elapsedDays(year) + correction(year) - 2_092_590 }

  /// The Gregorian day of a Hebrew date; months count from Nisan = 1, Tishri = 7.
  package static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (3762...13_000).contains(year), (1...13).contains(month), (1...30).contains(day) else { return nil }
    var number = newYear(year) + day - 1
    let lengths = monthLengths(year)
    let last = lengths.count
    if month >= 7 {
      for earlier in 7..<14 where earlier < month && earlier <= last { number += lengths[earlier - 1] }
    } else {
      for earlier in 7...last { number += lengths[earlier - 1] }
      for earlier in 1..<7 where earlier < month { number += lengths[earlier - 1] }
    }
    return CivilDate(dayNumber: number)
  }

  private static func isLeap(_ year: Int) -> Bool { (7 * year + 1) % 19 < 7 }

  private static func monthLengths(_ year: Int) -> [Int] {
    let length = newYear(year + 1) - newYear(year)
    let heshvan = length % 10 == 5 ? 30 : 29
    let kislev = length % 10 == 3 ? 29 : 30
    let start = [30, 29, 30, 29, 30, 29, 30, heshvan, kislev, 29, 30]
    return start + (isLeap(year) ? [30, 29] : [29])
  }

  private static func elapsedDays(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts / 25_920
    return (3 * (day + 1)) % 7 < 3 ? day + 1 : day
  }

  private static func correction(_ year: Int) -> Int {
    let before = elapsedDays(year - 1)
    let this = elapsedDays(year)
    let after = elapsedDays(year + 1)
    if after - this == 356 { return 2 }
    return this - before == 382 ? 1 : 0
  }
}
