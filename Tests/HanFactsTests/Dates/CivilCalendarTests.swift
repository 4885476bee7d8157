import Testing

@testable import HanFacts

@Suite("Civil calendar") struct CivilCalendarTests {
  @Test(
    "Day numbers of known days",
    arguments: [
      (1970, 1, 1, 0), (2000, 3, 1, 11_017), (1582, 10, 15, -141_427), (1, 1, 1, -719_162), (0, 12, 31, -719_163),
      (2020, 9, 15, 18_520),
    ])
  func dayNumbers(year: Int, month: Int, day: Int, number: Int) {
    #expect(CivilDate(year: year, month: month, day: day)?.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == CivilDate(year: year, month: month, day: day))
  }

  @Test("Every day number comes back") func roundTrip() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<20_000 {
      let number = Int.random(in: -4_300_000...2_900_000, using: &generator)
      guard let date = CivilDate(dayNumber: number) else { continue }
      #expect(date.dayNumber == number)
    }
  }

  @Test(
    "Weekdays and ISO weeks",
    arguments: [
      (2020, 9, 15, 2, 2020, 38), (2021, 1, 3, 7, 2020, 53), (2018, 12, 31, 1, 2019, 1), (2016, 1, 1, 5, 2015, 53),
      (2017, 3, 22, 3, 2017, 12),
    ])
  func weeks(year: Int, month: Int, day: Int, weekday: Int, weekYear: Int, week: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.weekday == weekday)
    #expect(date.week == CivilWeek(year: weekYear, week: week))
    #expect(date.week.monday == date.adding(days: 1 - weekday))
  }

  @Test("Days that no calendar has") func impossible() {
    #expect(CivilDate(year: 2019, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2020, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2020, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilWeek(year: 2019, week: 53).monday == nil)
  }

  @Test("Arithmetic stays inside or is nil") func bounds() throws {
    let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(days: Int.max) == nil)
    #expect(last.adding(months: Int.max) == nil)
    #expect(last.adding(months: -1) == CivilDate(year: 9999, month: 11, day: 30))
    #expect(CivilInstant(last, second: 86_399).adding(seconds: 1) == nil)
    #expect(CivilDate(year: 2020, month: 1, day: 31)?.adding(months: 1) == CivilDate(year: 2020, month: 2, day: 29))
  }
}
