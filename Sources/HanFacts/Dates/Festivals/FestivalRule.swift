/// When a festival falls, as its row in `dates/festivals.tsv` says it.
///
/// | rule | meaning |
/// | --- | --- |
/// | `10-01` | the day of every year |
/// | `L01-15` | lunar month and day; `L12-00` is the last day of the lunar year |
/// | `W05-7-2` | the second Sunday of May; `-1` for the last, `W00-…` counts in no month |
/// | `E-2`, `O+1` | days after Western or Orthodox Easter |
/// | `T6` | solar term 6 (清明) |
/// | `H07-10-1` | Hebrew month and day, and the evening before |
/// | `I10-01` | Islamic month and day |
/// | `D2013-11-03,2014-10-23` | listed days |
/// | `…*8` | lasts eight days |
package struct FestivalRule: Hashable, Sendable {
  /// How the first day is found.
  package enum Base: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    case lunar(month: Int, day: Int)
    case nthWeekday(month: Int, weekday: Int, nth: Int)
    case easter(Int)
    case orthodox(Int)
    case term(Int)
    case hebrew(month: Int, day: Int)
    case islamic(month: Int, day: Int)
    case listed([CivilDate])
  }
  /// How the first day is found.
  package var base: Base
  /// Days to add to the base.
  package var offset = 0
  /// How many days it lasts.
  package var length = 1

  /// Reads a rule; nil when it is none.
  package init?(_ text: String) {
    var body = text
    if let star = text.lastIndex(of: "*") {
      guard let length = Int(text[text.index(after: star)...]), (1...100).contains(length) else { return nil }
      self.length = length
      body = String(text[..<star])
    }
    guard let letter = body.first else { return nil }
    let rest = String(body.dropFirst())
    let numbers = rest.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? Int.min }
    switch letter {
    case "L", "I", "H":
      guard numbers.count >= 2, (1...13).contains(numbers[0]), (0...30).contains(numbers[1]) else { return nil }
      if numbers.count == 3 { offset = -numbers[2] }
      guard (-400...400).contains(offset) else { return nil }
      switch letter {
      case "L": base = .lunar(month: numbers[0], day: numbers[1])
      case "I": base = .islamic(month: numbers[0], day: numbers[1])
      default: base = .hebrew(month: numbers[0], day: numbers[1])
      }
    case "W":
      let last = numbers.count == 4 && numbers[2] == Int.min
      guard numbers.count == 3 || last, (1...12).contains(numbers[0]), (1...7).contains(numbers[1]) else { return nil }
      base = .nthWeekday(month: numbers[0], weekday: numbers[1], nth: last ? -numbers[3] : numbers[2])
    case "E", "O", "T":
      guard let value = Int(rest), (-200...200).contains(value) else { return nil }
      base = letter == "E" ? .easter(value) : letter == "O" ? .orthodox(value) : .term(value)
    case "D":
      var days: [CivilDate] = []
      for part in rest.split(separator: ",") {
        let cells = part.split(separator: "-").compactMap { Int($0) }
        guard cells.count == 3, let day = CivilDate(year: cells[0], month: cells[1], day: cells[2]) else { return nil }
        days.append(day)
      }
      base = .listed(days)
    default:
      let cells = body.split(separator: "-").map { Int($0) ?? 0 }
      guard cells.count == 2, CivilDate(year: 2000, month: cells[0], day: cells[1]) != nil else { return nil }
      base = .fixed(month: cells[0], day: cells[1])
    }
  }

  /// The first day in a Gregorian year; nil where it is not known.
  package func date(in year: Int) -> CivilDate? {
    switch base {
    case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
    case .lunar(let month, let day):
      if day == 0 { return LunarCalendar.yearsEve(year - 1) }
      return LunarCalendar.date(.init(year: year, number: month), day: day)?.adding(days: offset)
    case .nthWeekday(let month, let weekday, let nth):
      return CivilMonth(year: year, month: month).weekday(weekday, nth: nth)
    case .easter(let offset): return EasterCalendar.western(year)?.adding(days: offset)
    case .orthodox(let offset): return EasterCalendar.orthodox(year)?.adding(days: offset)
    case .term(let term): return SolarTerms.date(term, in: year)
    case .hebrew(let month, let day):
      for hebrew in [year + 3760, year + 3761] {
        if let date = HebrewCalendar.date(year: hebrew, month: month, day: day)?.adding(days: offset),
          date.year == year
        {
          return date
        }
      }
      return nil
    case .islamic(let month, let day):
      return IslamicCalendar.dates(month: month, day: day, inGregorian: year).first?.adding(days: offset)
    case .listed(let days): return days.first { $0.year == year }
    }
  }

  /// Whether the day is the same in every year.
  package var fixedDay: (month: Int, day: Int)? {
    if case .fixed(let month, let day) = base { return (month, day) }
    return nil
  }

  /// Whether it is the last day of the lunar year (除夕).
  package var isLunarYearsEve: Bool {
    if case .lunar(_, 0) = base { return true }
    return false
  }

  /// Whether it is reckoned by the Chinese lunar calendar.
  package var isLunar: Bool {
    if case .lunar = base { return true }
    return false
  }
}

extension CivilMonth {
  /// The nth weekday of the month, from the end where negative; nil where there is none.
  package func weekday(_ weekday: Int, nth: Int) -> CivilDate? {
    guard nth != 0, abs(nth) <= 5, let first, let last else { return nil }
    let day: Int
    if nth > 0 {
      day = 1 + (weekday - first.weekday + 7) % 7 + 7 * (nth - 1)
    } else {
      day = days - (last.weekday - weekday + 7) % 7 + 7 * (nth + 1)
    }
    return CivilDate(year: year, month: month, day: day)
  }
}
