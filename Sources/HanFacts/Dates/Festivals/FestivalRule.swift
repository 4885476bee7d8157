/// When a festival falls, as its row in `dates/festivals.tsv` says it.
///
/// | rule | meaning |
/// | --- | --- |
/// | `10-01` | the day of every year |
/// | `L01-15` | lunar month and day; `L12-00` is the last day of the lunar year |
/// | `W05-7-2` | the second Sunday of May; `W01-7--1` the last of January |
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
  package init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// Reads a rule from its UTF-8 bytes; nil when it is none.
  init?(_ text: ArraySlice<UInt8>) {
    var body = text
    if let star = text.lastIndex(of: UInt8(ascii: "*")) {
      guard let length = DateDigits.number(text[(star + 1)...]), (1...100).contains(length) else { return nil }
      self.length = length
      body = text[..<star]
    }
    guard let letter = body.first else { return nil }
    let rest = body.dropFirst()
    switch letter {
    case UInt8(ascii: "L"), UInt8(ascii: "I"), UInt8(ascii: "H"):
      guard let numbers = DateDigits.list(rest, separator: UInt8(ascii: "-")), (2...3).contains(numbers.count),
        (1...13).contains(numbers[0]), (0...30).contains(numbers[1])
      else { return nil }
      if numbers.count == 3 { offset = -min(numbers[2], 400) }
      base =
        letter == UInt8(ascii: "L")
        ? .lunar(month: numbers[0], day: numbers[1])
        : letter == UInt8(ascii: "I")
          ? .islamic(month: numbers[0], day: numbers[1]) : .hebrew(month: numbers[0], day: numbers[1])
    case UInt8(ascii: "W"):
      guard let rule = Self.nthWeekday(rest) else { return nil }
      base = rule
    case UInt8(ascii: "E"), UInt8(ascii: "O"), UInt8(ascii: "T"):
      guard let value = DateDigits.number(rest), (-200...200).contains(value) else { return nil }
      base =
        letter == UInt8(ascii: "E") ? .easter(value) : letter == UInt8(ascii: "O") ? .orthodox(value) : .term(value)
    case UInt8(ascii: "D"):
      guard let days = Self.days(rest) else { return nil }
      base = .listed(days)
    default:
      guard let cells = DateDigits.list(body, separator: UInt8(ascii: "-")), cells.count == 2,
        CivilDate(year: 2000, month: cells[0], day: cells[1]) != nil
      else { return nil }
      base = .fixed(month: cells[0], day: cells[1])
    }
  }

  /// `05-7-2`, `01-7--1`.
  private static func nthWeekday(_ text: ArraySlice<UInt8>) -> Base? {
    let bytes = Array(text)
    guard bytes.count >= 6, bytes[2] == UInt8(ascii: "-"), bytes[4] == UInt8(ascii: "-"),
      let month = DateDigits.number(bytes[..<2]), let weekday = DateDigits.number(bytes[3..<4]),
      let nth = DateDigits.number(bytes[5...]), (1...12).contains(month), (1...7).contains(weekday),
      (-5...5).contains(nth), nth != 0
    else { return nil }
    return .nthWeekday(month: month, weekday: weekday, nth: nth)
  }

  /// `2013-11-03,2014-10-23`.
  private static func days(_ text: ArraySlice<UInt8>) -> [CivilDate]? {
    var days: [CivilDate] = []
    for part in text.split(separator: UInt8(ascii: ",")) {
      guard let cells = DateDigits.list(part, separator: UInt8(ascii: "-")), cells.count == 3,
        let day = CivilDate(year: cells[0], month: cells[1], day: cells[2])
      else { return nil }
      days.append(day)
    }
    return days.isEmpty ? nil : days
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
