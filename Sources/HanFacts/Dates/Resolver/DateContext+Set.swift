extension DateContext {
  /// The value of a recurring date: what recurs is X.
  func recurring(_ point: DatePoint) -> String {
    let day = recurringDay(point)
    guard let clock = point.clock else { return day + (point.part?.code ?? "") }
    let hour = clock.isFixed ? clock.hour : point.part?.hour(clock.hour) ?? clock.hour
    return day + DateFormat.clock(hour: hour, minute: clock.minute, second: clock.second)
  }

  /// The part of the period that recurs: `每月初`, `每月上旬`.
  func recurringMod(_ point: DatePoint) -> DateMod? {
    if case .third(let third) = point.day { return third == 1 ? .start : third == 2 ? .mid : .end }
    switch point.phase {
    case .start: return .start
    case .mid: return .mid
    case .end: return .end
    case nil: return nil
    }
  }

  private func recurringDay(_ point: DatePoint) -> String {
    switch point.day {
    case .weekday(let weekday, _): return "XXXX-WXX-\(weekday)"
    case .workday: return "XXXX-WXX-WD"
    case .weekend: return "XXXX-WXX-WE"
    case .festival(let index):
      if let fixed = tables.festivals[index].fixedDay {
        return "XXXX-\(DateFormat.padded(fixed.month, 2))-\(DateFormat.padded(fixed.day, 2))"
      }
      return "P1Y"
    case .term: return "P1Y"
    case .nth(0): return "XXXX-XX-XX"
    default: break
    }
    let month: String
    switch point.month {
    case .number(let number): month = DateFormat.padded(number, 2)
    case .half(let half): return "XXXX-H\(half)"
    case .quarter(let quarter): return "XXXX-Q\(quarter)"
    case .season(let season): return "XXXX-" + ["SP", "SU", "FA", "WI"][(season - 1) & 3]
    case .span(let first, let last): return "XXXX-\(DateFormat.padded(first, 2))/XXXX-\(DateFormat.padded(last, 2))"
    case .lunar: return "P1Y"
    default: month = "XX"
    }
    switch point.day {
    case .number(let day): return "XXXX-\(month)-\(DateFormat.padded(day, 2))"
    case .nthWeekday(let nth, let weekday) where nth > 0: return "XXXX-\(month)-WXX-\(weekday)-\(nth)"
    case .none:
      if point.phase != nil { return point.slot == .year ? "XXXX" : "XXXX-\(month)" }
      return month == "XX" ? "XXXX-XX-XX" : "XXXX-\(month)"
    case .third where month == "XX": return "XXXX-XX"
    case .third, .thirds, .first, .nth, .nthWeek, .halfMonth, .firstWeeks:
      return month == "XX" ? "P1M" : "XXXX-\(month)"
    default: return "XXXX-\(month)-XX"
    }
  }
}
