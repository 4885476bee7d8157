/// The Islamic calendar: Umm al-Qura for the years 1343 … 1500 (1924 … 2077), tabular outside.
///
/// Where months begin with the sighting of the moon a festival may fall a day later or earlier.
package enum IslamicCalendar {
  /// The Gregorian day of an Islamic date.
  package static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (1...10_000).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
    if ummAlQura.contains(year) { return tableDate(year: year, month: month, day: day) }
    let number = day + 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year) / 30
    return CivilDate(dayNumber: number + 227_014 - 719_163)
  }

  /// The dates on which an Islamic day falls in a Gregorian year (none, one or two).
  package static func dates(month: Int, day: Int, inGregorian year: Int) -> [CivilDate] {
    guard (623...9000).contains(year) else { return [] }
    let first = (year - 622) * 33 / 32
    return (max(1, first - 1)...(first + 2)).compactMap { date(year: $0, month: month, day: day) }
      .filter { $0.year == year }
  }

  private static let ummAlQura = 1343...1500

  private static func tableDate(year: Int, month: Int, day: Int) -> CivilDate? {
    // 1 Muharram 1343 is 1 August 1924.
    var number = -16_589
    for earlier in 0..<(year - 1343) { number += 348 + lengths[earlier].nonzeroBitCount }
    let bits = lengths[year - 1343]
    for earlier in 0..<(month - 1) { number += bits >> UInt16(earlier) & 1 == 1 ? 30 : 29 }
    guard day <= (bits >> UInt16(month - 1) & 1 == 1 ? 30 : 29) else { return nil }
    return CivilDate(dayNumber: number + day - 1)
  }

  /// One number a year: bit n is 1 where month n + 1 has 30 days.
  private static let lengths: [UInt16] = [

  ]
}
