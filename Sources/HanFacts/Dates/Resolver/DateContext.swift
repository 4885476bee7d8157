/// What a resolution stands on: the reference, the last date of the text, the point before.
struct DateContext {
  let tables: DateTables
  let reference: ReferenceDate?
  /// The last date in the text.
  var textDay: CivilDate?
  /// Whether the year of that date is known (else it is a stand-in).
  var isTextYearKnown = true
  /// The last year in the text.
  var textYear: Int?
  /// The last month in the text.
  var textMonth: CivilMonth?
  /// The last year of an era in the text, and the era's row.
  var era: (row: Int, year: Int)?
  /// The point of the candidate before, for what `、` joins.
  var previous: DatePoint?
  /// Whether the candidate before recurs.
  var previousRecurs = false

  /// The day of the reference.
  var today: CivilDate? { reference?.date }

  /// The day of the reference in a common year where its year is not known.
  var todayInAnyYear: CivilDate? {
    guard let reference else { return nil }
    return CivilDate(year: reference.year ?? 2001, month: reference.month, day: reference.day)
  }

  /// The year that a spec means, and what it was taken from.
  func year(_ spec: DatePoint.Year) -> (value: Int?, anchor: DateAnchor?) {
    switch spec {
    case .none: return (reference?.year, reference?.year == nil ? nil : .reference)
    case .absolute(let year): return (year, nil)
    case .short(let short): return (DateCursor.fullYear(short), nil)
    case .relative(let offset):
      guard let year = reference?.year, CivilDate.years.contains(year + offset) else { return (nil, nil) }
      return (year + offset, .reference)
    case .text(let offset):
      if let textYear { return (textYear + offset, .text) }
      return year(.relative(offset))
    case .cyclic(let place, let length):
      // Only a year near the reference is meant beyond doubt.
      guard let year = reference?.year else { return (nil, nil) }
      let ahead = ((place + 4 - year) % length + length) % length
      if ahead <= 2 { return (year + ahead, .reference) }
      return length - ahead <= (length == 60 ? 9 : 5) ? (year + ahead - length, .reference) : (nil, nil)
    case .span(let first, _), .fullDecade(let first): return (first, nil)
    default: return (nil, nil)
    }
  }

  /// The year in which a recurring day falls next after (last before) the reference.
  func year(_ spec: DatePoint.Year, of date: (Int) -> CivilDate?) -> (value: Int?, anchor: DateAnchor?) {
    guard case .adjacent(let step) = spec else { return year(spec) }
    guard let today else { return (nil, nil) }
    for offset in 0...2 {
      let candidate = today.year + offset * step
      if let day = date(candidate), step > 0 ? day > today : day < today { return (candidate, .reference) }
    }
    return (nil, nil)
  }

  /// Remembers a date for 同年, 当日, 次日.
  mutating func remember(_ extent: DateExtent) {
    if let yearless = extent.yearless {
      textDay = yearless
      isTextYearKnown = false
    }
    guard let year = extent.year, let last = extent.last else { return }
    textYear = year
    if extent.isDay {
      textDay = last
      isTextYearKnown = true
      textMonth = CivilMonth(year: last.year, month: last.month)
    } else if let first = extent.first, first.month == last.month, first.year == last.year {
      textMonth = CivilMonth(year: last.year, month: last.month)
    }
  }
}
