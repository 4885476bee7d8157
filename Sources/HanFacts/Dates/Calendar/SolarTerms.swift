/// The twenty-four solar terms (节气), computed.
///
/// The term is the day, by Beijing time, on which the apparent longitude of the sun reaches a multiple of 15°.
/// The longitude is that of Meeus, *Astronomical Algorithms*, chapter 25, with the larger planetary terms:
/// good to a few minutes of time in the twentieth and twenty-first centuries.
package enum SolarTerms {
  /// The names in the order of the Gregorian year: 小寒 is 0, 大寒 1, 立春 2 … 冬至 23.
  package static let names = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  ]

  /// The day of a term in a Gregorian year; nil for years that the theory does not reach (before 1000, after 3000).
  package static func date(_ term: Int, in year: Int) -> CivilDate? {
    guard (1000...3000).contains(year), (0..<24).contains(term),
      let start = CivilDate(year: year, month: 1, day: 1)
    else { return nil }
    // 小寒 is 285° and falls about January 5; each term is about 15.2184 days later.
    let target = Double((285 + 15 * term) % 360)
    var day = Double(start.dayNumber) + 4.6 + 15.2184 * Double(term)
    for _ in 0..<6 {
      var difference = target - apparentLongitude(dayNumber: day)
      difference -= 360 * (difference / 360).rounded()
      day += difference * 365.2422 / 360
    }
    let computed = Int((day + 8.0 / 24 - deltaT(year) / 86_400).rounded(.down))
    return CivilDate(dayNumber: computed + (corrections[year * 24 + term] ?? 0))
  }

  /// The apparent longitude of the sun in degrees at a moment of dynamical time, in days since 1970-01-01T00.
  static func apparentLongitude(dayNumber: Double) -> Double {
    let century = (dayNumber + 2_440_587.5 - 2_451_545) / 36_525
    let mean = 280.46646 + 36_000.76983 * century + 0.0003032 * century * century
    let anomaly = 357.52911 + 35_999.05029 * century - 0.0001537 * century * century
    let center =
      (1.914602 - 0.004817 * century) * sine(anomaly) + (0.019993 - 0.000101 * century) * sine(2 * anomaly)
      + 0.000289 * sine(3 * anomaly)
    // Venus, Jupiter, the moon: the periodic terms of Meeus, *Astronomical Formulae for Calculators*.
    let since1900 = century + 1
    let periodic =
      0.00134 * sine(153.23 + 22_518.7541 * since1900 + 90) + 0.00154 * sine(216.57 + 45_037.5082 * since1900 + 90)
      + 0.002 * sine(312.69 + 32_964.3577 * since1900 + 90) + 0.00179 * sine(350.74 + 445_267.1142 * since1900)
      + 0.00178 * sine(231.19 + 20.2 * since1900)
    let node = 125.04 - 1934.136 * century
    let longitude = mean + center + periodic - 0.00569 - 0.00478 * sine(node)
    return longitude - 360 * (longitude / 360).rounded(.down)
  }

  /// The sine of an angle in degrees, by series: the same bits on every platform.
  static func sine(_ degrees: Double) -> Double {
    let turns = degrees / 360
    var x = (turns - turns.rounded()) * 2 * Double.pi
    if x > Double.pi / 2 { x = Double.pi - x }
    if x < -Double.pi / 2 { x = -Double.pi - x }
    let square = x * x
    var term = x
    var sum = x
    for n in 1..<11 {
      term *= -square / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return sum
  }

  /// Dynamical time minus universal time in seconds, after the polynomials of Espenak and Meeus, coarse.
  private static func deltaT(_ year: Int) -> Double {
    let t = (Double(year) - 1820) / 100
    if year < 1900 || year > 2050 { return max(0, -20 + 32 * t * t) * 0.55 + 10 }
    return 29 + 0.35 * Double(year - 1950)
  }

  /// The terms from 1900 to 2100 whose moment lies so near to midnight that the theory misses the day,
  /// keyed by year × 24 + term; compared with the almanac of every year.
  private static let corrections = [
    1917 * 24 + 22: 1, 1923 * 24 + 3: -1, 1948 * 24 + 4: -1, 1979 * 24 + 1: -1, 2008 * 24 + 9: 1,
  ]
}
