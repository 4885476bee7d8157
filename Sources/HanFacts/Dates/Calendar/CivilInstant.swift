/// A moment of civil time: a day and the seconds since its midnight, without a zone.
package struct CivilInstant: Hashable, Sendable, Comparable {
  /// The day.
  package var date: CivilDate
  /// Seconds since midnight, 0…86399.
  package var second: Int

  /// Makes a moment.
  package init(_ date: CivilDate, second: Int = 0) {
    self.date = date
    self.second = second
  }

  /// The moment so many seconds later; nil outside the calendar.
  package func adding(seconds: Int) -> CivilInstant? {
    let (sum, overflow) = second.addingReportingOverflow(seconds)
    guard !overflow else { return nil }
    let days = sum >= 0 ? sum / 86_400 : (sum - 86_399) / 86_400
    guard let day = date.adding(days: days) else { return nil }
    return CivilInstant(day, second: sum - days * 86_400)
  }

  package static func < (left: CivilInstant, right: CivilInstant) -> Bool {
    (left.date, left.second) < (right.date, right.second)
  }
}
