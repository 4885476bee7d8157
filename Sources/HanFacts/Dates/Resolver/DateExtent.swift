/// The calendar part of a value: its TIMEX3 text and its first and last day, as far as they are known.
struct DateExtent {
  /// The TIMEX3 text of the date; empty where only a clock is known.
  var text = ""
  /// The first day.
  var first: CivilDate?
  /// The last day.
  var last: CivilDate?
  /// What was used to fill the rest.
  var anchor: DateAnchor?
  /// Whether it is one day, so that a part of the day or a clock may follow.
  var isDay = false
  /// The EDTF text, where it is not that of `text`.
  var edtf: String?
  /// The year, where it is known.
  var year: Int?
  /// The month and the day of a day whose year is not known.
  var yearless: CivilDate?
  /// The phase that the mod says.
  var phase: DatePhase?

  init() {}

  /// A day.
  init(day: CivilDate, anchor: DateAnchor? = nil) {
    text = DateFormat.day(day)
    first = day
    last = day
    isDay = true
    year = day.year
    self.anchor = anchor
  }

  /// A range of days.
  init(first: CivilDate, last: CivilDate, anchor: DateAnchor? = nil) {
    text = first == last ? DateFormat.day(first) : DateFormat.day(first) + "/" + DateFormat.day(last)
    self.first = first
    self.last = last
    isDay = first == last
    year = first.year
    self.anchor = anchor
  }

  /// A month.
  init(month: CivilMonth, anchor: DateAnchor? = nil) {
    text = DateFormat.year(month.year) + "-" + DateFormat.padded(month.month, 2)
    first = month.first
    last = month.last
    year = month.year
    self.anchor = anchor
  }

  /// A year.
  init(year: Int, anchor: DateAnchor? = nil) {
    text = DateFormat.year(year)
    first = CivilDate(year: year, month: 1, day: 1)
    last = CivilDate(year: year, month: 12, day: 31)
    self.year = year
    self.anchor = anchor
  }

  /// A week.
  init(week: CivilWeek, anchor: DateAnchor? = nil) {
    text = DateFormat.year(week.year) + "-W" + DateFormat.padded(week.week, 2)
    first = week.monday
    last = week.monday?.adding(days: 6)
    year = first?.year
    edtf = Self.interval(first, last)
    self.anchor = anchor
  }

  /// A text of which no day is known.
  init(unknown text: String, isDay: Bool = false) {
    self.text = text
    self.isDay = isDay
  }

  /// An EDTF interval.
  static func interval(_ first: CivilDate?, _ last: CivilDate?) -> String? {
    guard let first, let last else { return nil }
    return DateFormat.isoDay(first) + "/" + DateFormat.isoDay(last)
  }
}
