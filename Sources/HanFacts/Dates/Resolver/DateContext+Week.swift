extension DateContext {
  /// Weekdays, weeks and weekends.
  func weekExtent(_ point: DatePoint) -> DateExtent {
    switch point.day {
    case .weekday(let weekday, let week):
      guard let monday = monday(week ?? 0), let date = monday.adding(days: weekday - 1) else {
        return DateExtent(unknown: "XXXX-WXX-\(weekday)", isDay: true)
      }
      return DateExtent(day: date, anchor: .reference)
    case .week(let offset):
      guard let monday = monday(offset) else { return DateExtent(unknown: "XXXX-WXX") }
      return DateExtent(week: monday.week, anchor: .reference)
    case .textWeek(let offset):
      guard let textDay, isTextYearKnown else { return weekExtent(week(offset)) }
      guard let day = textDay.adding(days: 7 * offset) else { return DateExtent(unknown: "XXXX-WXX") }
      return DateExtent(week: day.week, anchor: .text)
    case .weekend(let offset):
      guard let monday = monday(offset) else { return DateExtent(unknown: "XXXX-WXX-WE") }
      var extent = DateExtent(week: monday.week, anchor: .reference)
      extent.text += "-WE"
      extent.first = monday.adding(days: 5)
      extent.last = monday.adding(days: 6)
      extent.edtf = DateExtent.interval(extent.first, extent.last)
      return extent
    case .halfWeek(let half):
      guard let monday = monday(0), let first = monday.adding(days: half == 1 ? 0 : 3),
        let last = monday.adding(days: half == 1 ? 2 : 6)
      else { return DateExtent(unknown: "XXXX-WXX") }
      return DateExtent(first: first, last: last, anchor: .reference)
    default: return DateExtent(unknown: "XXXX-WXX-WD")
    }
  }

  private func week(_ offset: Int) -> DatePoint {
    var point = DatePoint()
    point.day = .week(offset)
    return point
  }

  /// The Monday of the week so many weeks from the reference's.
  private func monday(_ offset: Int) -> CivilDate? {
    guard let today else { return nil }
    return today.adding(days: 1 - today.weekday + 7 * offset)
  }

  /// 上半年, 第二季度, 春季, 前三季度, 前五个月, 暑假.
  func partOfYear(_ point: DatePoint) -> DateExtent {
    var year = year(point.year)
    var month = point.month
    switch month {
    case .relativeQuarter(let offset):
      guard let reference, let now = reference.year else { return DateExtent(unknown: "XXXX-QX") }
      let index = now * 4 + (reference.month - 1) / 3 + offset
      year = (index / 4, .reference)
      month = .quarter(index % 4 + 1)
    case .relativeHalf(let offset):
      guard let reference, let now = reference.year else { return DateExtent(unknown: "XXXX-HX") }
      let index = now * 2 + (reference.month - 1) / 6 + offset
      year = (index / 2, .reference)
      month = .half(index % 2 + 1)
    default: break
    }
    let prefix = DateFormat.year(year.value)
    switch month {
    case .half(let half):
      return part(prefix + "-H\(half)", year, half * 6 - 5, half * 6, code: 39 + half)
    case .quarter(let quarter):
      return part(prefix + "-Q\(quarter)", year, quarter * 3 - 2, quarter * 3, code: 32 + quarter)
    case .quarters(let first, let last):
      return part("\(prefix)-Q\(first)/\(prefix)-Q\(last)", year, first * 3 - 2, last * 3, code: nil)
    case .season(let season):
      let codes = ["SP", "SU", "FA", "WI"]
      return part(prefix + "-" + codes[(season - 1) & 3], year, season * 3, season * 3 + 2, code: 20 + season)
    case .span(let first, let last): return part(nil, year, first, last < first ? last + 12 : last, code: nil)
    case .first(let count):
      let first = count > 0 ? 1 : 13 + count
      return part(nil, year, max(1, first), count > 0 ? min(12, count) : 12, code: nil)
    default: return DateExtent(unknown: prefix)
    }
  }

  /// The months of a year from one to another (above 12: of the next).
  private func part(
    _ text: String?, _ year: (value: Int?, anchor: DateAnchor?), _ first: Int, _ last: Int, code: Int?
  ) -> DateExtent {
    guard let value = year.value else {
      return DateExtent(
        unknown: text ?? "XXXX-\(DateFormat.padded(first, 2))/XXXX-\(DateFormat.padded((last - 1) % 12 + 1, 2))")
    }
    let start = CivilMonth(year: value, month: 1).adding(months: first - 1)
    let stop = CivilMonth(year: value, month: 1).adding(months: last - 1)
    var extent = DateExtent()
    extent.first = start?.first
    extent.last = stop?.last
    extent.year = value
    extent.anchor = year.anchor
    if let text {
      extent.text = text
    } else if let start, let stop {
      let a = DateExtent(month: start).text
      let b = DateExtent(month: stop).text
      extent.text = a == b ? a : a + "/" + b
    }
    if let code, value > 0 { extent.edtf = DateFormat.isoYear(value) + "-\(code)" }
    if extent.edtf == nil { extent.edtf = DateExtent.interval(extent.first, extent.last) }
    return extent
  }

  /// Narrows first and last to the early, middle or late part of a period: of a year two months, of a decade three
  /// years (four in the middle), of a century twenty years, of anything else a third.
  func narrow(_ extent: inout DateExtent, to phase: DatePhase, _ point: DatePoint) {
    guard let first = extent.first, let last = extent.last else { return }
    let years = last.year - first.year + 1
    let isWhole = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31
    func set(_ from: CivilDate?, _ to: CivilDate?) {
      guard let from, let to, from <= to else { return }
      extent.first = from
      extent.last = to
    }
    if isWhole, years == 1 {
      let month = phase == .start ? 1 : phase == .mid ? 6 : 11
      set(CivilMonth(year: first.year, month: month).first, CivilMonth(year: first.year, month: month + 1).last)
    } else if isWhole {
      let edge = years >= 100 ? 20 : max(1, years / 3)
      let middle = years >= 100 ? 40 : edge
      switch phase {
      case .start: set(first, CivilDate(year: first.year + edge - 1, month: 12, day: 31))
      case .mid:
        set(
          CivilDate(year: first.year + middle, month: 1, day: 1),
          CivilDate(year: last.year - middle, month: 12, day: 31))
      case .end: set(CivilDate(year: last.year - edge + 1, month: 1, day: 1), last)
      }
    } else {
      let third = max(1, (last.dayNumber - first.dayNumber + 1) / 3)
      switch phase {
      case .start: set(first, first.adding(days: third - 1))
      case .mid: set(first.adding(days: third), last.adding(days: -third))
      case .end: set(last.adding(days: 1 - third), last)
      }
    }
  }
}
