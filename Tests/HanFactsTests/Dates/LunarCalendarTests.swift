import Testing

@testable import HanFacts

@Suite("Lunar calendar, solar terms and movable feasts") struct LunarCalendarTests {
  // Published dates of the Spring Festival.
  @Test(
    "Spring Festivals",
    arguments: [
      (1900, 1, 31), (1912, 2, 18), (1949, 1, 29), (1976, 1, 31), (1985, 2, 20), (1997, 2, 7), (2000, 2, 5),
      (2008, 2, 7), (2013, 2, 10), (2014, 1, 31), (2015, 2, 19), (2016, 2, 8), (2017, 1, 28), (2018, 2, 16),
      (2019, 2, 5), (2020, 1, 25), (2021, 2, 12), (2022, 2, 1), (2023, 1, 22), (2024, 2, 10), (2025, 1, 29),
      (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3), (2033, 1, 31), (2050, 1, 23),
      (2100, 2, 9),
    ])
  func newYears(year: Int, month: Int, day: Int) {
    #expect(LunarCalendar.newYear(year) == CivilDate(year: year, month: month, day: day))
  }

  @Test(
    "Leap months",
    arguments: [
      (1900, 8), (1903, 5), (1984, 10), (2001, 4), (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6),
      (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2033, 11),
    ])
  func leapMonths(year: Int, month: Int) {
    #expect(LunarCalendar.leapMonth(of: year) == month)
    #expect(LunarCalendar.leapMonth(of: 2024) == nil)
  }

  @Test(
    "Lunar days",
    arguments: [
      (2020, 5, false, 5, 2020, 6, 25), (2020, 8, false, 15, 2020, 10, 1), (2020, 4, true, 1, 2020, 5, 23),
      (2023, 8, false, 15, 2023, 9, 29), (2006, 5, false, 5, 2006, 5, 31), (2022, 12, false, 10, 2023, 1, 1),
    ])
  func days(year: Int, month: Int, leap: Bool, day: Int, y: Int, m: Int, d: Int) {
    let lunar = LunarCalendar.Month(year: year, number: month, isLeap: leap)
    #expect(LunarCalendar.date(lunar, day: day) == CivilDate(year: y, month: m, day: d))
  }

  @Test("A lunar year ends where the next begins") func continuity() throws {
    for year in 1900..<2100 {
      let last = try #require(LunarCalendar.extent(of: .init(year: year, number: 12)))
      #expect(last.first.adding(days: last.days) == LunarCalendar.newYear(year + 1))
    }
  }

  @Test("The cycle of sixty", arguments: [(1984, 0), (1894, 30), (1911, 47), (2020, 36), (2024, 40)])
  func cycle(year: Int, place: Int) {
    #expect(LunarCalendar.sexagenary(of: year) == place)
  }

  // The days of the almanac of the Purple Mountain Observatory.
  @Test(
    "Solar terms",
    arguments: [
      (6, 2008, 4, 4), (6, 2019, 4, 5), (6, 2020, 4, 4), (6, 2023, 4, 5), (2, 2021, 2, 3), (2, 2025, 2, 3),
      (23, 2020, 12, 21), (23, 2021, 12, 21), (23, 2023, 12, 22), (11, 2020, 6, 21), (10, 2021, 6, 5),
      (14, 2021, 8, 7), (17, 2022, 9, 23), (5, 2020, 3, 20), (6, 1949, 4, 5), (23, 1999, 12, 22),
    ])
  func terms(term: Int, year: Int, month: Int, day: Int) {
    #expect(SolarTerms.date(term, in: year) == CivilDate(year: year, month: month, day: day))
  }

  @Test("Easter", arguments: [(2013, 3, 31, 5, 5), (2018, 4, 1, 4, 8), (2020, 4, 12, 4, 19), (2025, 4, 20, 4, 20)])
  func easter(year: Int, month: Int, day: Int, orthodoxMonth: Int, orthodoxDay: Int) {
    #expect(EasterCalendar.western(year) == CivilDate(year: year, month: month, day: day))
    #expect(EasterCalendar.orthodox(year) == CivilDate(year: year, month: orthodoxMonth, day: orthodoxDay))
  }

  @Test("Hebrew and Islamic days") func others() {
    #expect(HebrewCalendar.date(year: 5779, month: 7, day: 1) == CivilDate(year: 2018, month: 9, day: 10))
    #expect(HebrewCalendar.date(year: 5778, month: 1, day: 15) == CivilDate(year: 2018, month: 3, day: 31))
    #expect(HebrewCalendar.date(year: 5784, month: 7, day: 10) == CivilDate(year: 2023, month: 9, day: 25))
    #expect(IslamicCalendar.date(year: 1434, month: 10, day: 1) == CivilDate(year: 2013, month: 8, day: 8))
    #expect(IslamicCalendar.date(year: 1441, month: 9, day: 1) == CivilDate(year: 2020, month: 4, day: 24))
    #expect(IslamicCalendar.date(year: 1445, month: 12, day: 10) == CivilDate(year: 2024, month: 6, day: 16))
  }
}
