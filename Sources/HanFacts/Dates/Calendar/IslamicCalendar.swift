/// The Islamic calendar: Umm al-Qura for the years 1365 … 1500 (1945 … 2077), tabular outside.
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

  private static let ummAlQura = 1365...1500

  private static func tableDate(year: Int, month: Int, day: Int) -> CivilDate? {
    // 1 Muharram 1365 is 5 December 1945.
    var number = -8793
    for earlier in 0..<(year - 1365) { number += 348 + lengths[earlier].nonzeroBitCount }
    let bits = lengths[year - 1365]
    for earlier in 0..<(month - 1) { number += bits >> UInt16(earlier) & 1 == 1 ? 30 : 29 }
    guard day <= (bits >> UInt16(month - 1) & 1 == 1 ? 30 : 29) else { return nil }
    return CivilDate(dayNumber: number + day - 1)
  }

  /// One number a year: bit n is 1 where month n + 1 has 30 days.
  private static let lengths: [UInt16] = [
    0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572, 0xDA9, 0x555,
    0xAAA, 0x555, 0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5, 0xD55, 0xD54,
    0xD45, 0x655, 0x52D, 0xA5D, 0x55A, 0xAD5, 0x6AA, 0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55,
    0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9, 0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2,
    0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A,
    0xB55, 0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA,
    0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB, 0x55A, 0xB55,
    0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA,
    0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D,
    0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
  ]
}
