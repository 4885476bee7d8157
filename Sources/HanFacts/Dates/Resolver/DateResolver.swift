/// Gives the candidates of one document their values, in text order.
///
/// Anchors are the reference date, and for 同年, 当日, 次日 the last date in the text. What neither gives keeps X.
package struct DateResolver: Sendable {
  /// The tables the candidates were read with.
  package let tables: DateTables

  /// Makes a resolver.
  package init(tables: DateTables) { self.tables = tables }

  /// The values of candidates in text order, one each.
  package func resolve(_ candidates: [DateCandidate], reference: ReferenceDate?) -> [DateValue] {
    var context = DateContext(tables: tables, reference: reference)
    var values: [DateValue] = []
    values.reserveCapacity(candidates.count)
    for candidate in candidates {
      values.append(context.value(of: candidate.expression, continues: candidate.continues))
    }
    return values
  }
}

extension DateContext {
  /// The value of an expression; remembers it for what follows.
  mutating func value(of expression: DateExpression, continues: Bool) -> DateValue {
    if continues { return value(of: continued(expression), continues: false) }
    previousRecurs = false
    if case .point(let point) = expression {
      let extent = extent(point)
      let value = pointValue(point, extent)
      remember(extent)
      previous = point
      if case .era(let row) = point.calendar, case .absolute(let year) = point.year { era = (row, year) }
      return value
    }
    defer { remember(expression) }
    switch expression {
    case .point(let point): return pointValue(point, extent(point))
    case .range(let low, let high): return rangeValue(low, high)
    case .amount(let amount, let use): return amountValue(amount, use)
    case .amountRange(let low, let high):
      var value = DateValue(kind: .duration, value: low.iso + "/" + high.iso)
      value.mod = (low.mod ?? high.mod)?.mod
      return value
    case .offset(let point, let amount, let sign): return offsetValue(point, amount, sign)
    case .stretch(let point, let amount): return stretchValue(point, amount)
    case .every(let point):
      previousRecurs = true
      return DateValue(kind: .set, value: recurring(point), mod: recurringMod(point))
    case .everyRange(let low, let high):
      previousRecurs = true
      return DateValue(kind: .set, value: recurring(low) + "/" + recurring(high))
    case .everyAmount(let amount): return DateValue(kind: .set, value: amount.iso, mod: amount.mod?.mod)
    case .adjacentHour(let sign): return adjacentHour(sign)
    case .vague(let kind):
      return DateValue(kind: .date, value: kind == 1 ? "PAST_REF" : kind == 2 ? "PRESENT_REF" : "FUTURE_REF")
    }
  }

  /// What `、` joins takes over the larger periods: `3月5日、8日`, `每周二、周四`.
  private func continued(_ expression: DateExpression) -> DateExpression {
    guard case .point(var point) = expression, let previous else { return expression }
    if previousRecurs, point.year == .none, let recurring = recurring(point, behind: previous) {
      return .every(recurring)
    }
    guard point.year == .none else { return expression }
    switch (point.month, point.day) {
    case (.none, .number):
      guard case .number = previous.day else { return expression }
      point.month = previous.month
      point.year = previous.year
      if previous.isLunar { point.isLunar = true }
    case (.number, _), (.half, _), (.quarter, _):
      if previous.month != .none || previous.day == .none { point.year = previous.year }
    case (.none, .weekday(let weekday, nil)):
      if case .weekday(_, let week) = previous.day { point.day = .weekday(weekday, week: week) }
    default: break
    }
    return .point(point)
  }

  /// `每周二、周四`, `每月10日、25日`, `每年3月、9月`: a further point that recurs as the one before does; nil where it is another.
  private func recurring(_ point: DatePoint, behind previous: DatePoint) -> DatePoint? {
    switch (point.month, point.day) {
    case (.none, .weekday): return point
    case (.none, .number):
      guard case .number = previous.day else { return nil }
      var copy = point
      copy.month = previous.month
      return copy
    case (.number, _): return previous.month == .none ? nil : point
    default: return nil
    }
  }

  private mutating func remember(_ expression: DateExpression) {
    switch expression {
    case .point(let point):
      remember(extent(point))
      previous = point
    case .range(let low, let high):
      remember(extent(low))
      remember(extent(high))
      previous = high
    case .every(let point), .everyRange(_, let point): previous = point
    default: previous = nil
    }
  }

  /// A date or a time.
  func pointValue(_ point: DatePoint, _ extent: DateExtent) -> DateValue {
    let hasDate = point.year != .none || point.month != .none || point.day != .none
    var value: DateValue
    if hasDate { value = DateValue(extent) } else { value = DateValue(kind: .time, value: "") }
    if point.part != nil || point.clock != nil { setClock(point, hasDate ? extent : nil, &value) }
    if let mod = point.mod { value.mod = mod.mod }
    if let calendar = point.calendar {
      value.calendar = name(of: calendar)
    } else if isLunar(point) {
      value.calendar = "chinese"
    }
    if let zone = point.zone { value.zone = tables.zones[zone] }
    if let offset = point.clock?.offset {
      value.zone =
        offset == 0 ? "Z" : "+\(DateFormat.padded(offset / 60, 2)):\(DateFormat.padded(offset % 60, 2))"
    }
    if let edtf = value.edtf {
      value.edtf = EDTF.qualified(edtf, value.mod)
    } else {
      value.edtf = EDTF.text(value.value, begin: value.begin, end: value.end, mod: value.mod)
    }
    return value
  }

  private func name(of calendar: DatePoint.Calendar) -> String {
    switch calendar {
    case .chinese: "chinese"
    case .republic: "roc"
    case .era(let row): tables.rows[row].surface
    }
  }

  func isLunar(_ point: DatePoint) -> Bool {
    if point.isLunar, point.month != .none { return true }
    if case .lunar = point.month { return true }
    return false
  }

  func dateValue(_ extent: DateExtent) -> DateValue {
    DateValue(extent)
  }

  /// Puts the part of the day or the clock behind the date.
  func setClock(_ point: DatePoint, _ extent: DateExtent?, _ value: inout DateValue) {
    value.edtf = nil
    guard let clock = point.clock else {
      guard let part = point.part else { return }
      if extent == nil { value.kind = .time }
      value.value += part.code
      if let extent, extent.isDay { value.edtf = EDTF.text(of: dateValue(extent)) }
      return
    }
    value.kind = .time
    let hour = clock.isFixed ? clock.hour : point.part?.hour(clock.hour) ?? clock.hour
    value.value += DateFormat.clock(hour: hour, minute: clock.minute, second: clock.second)
    guard let extent, extent.isDay, let day = extent.first else {
      value.begin = nil
      value.end = nil
      return
    }
    let second = hour * 3600 + (clock.minute ?? 0) * 60 + (clock.second ?? 0)
    let grain = clock.second != nil || hour == 24 ? 0 : clock.minute != nil ? 59 : 3599
    guard let begin = CivilInstant(day).adding(seconds: second), let end = begin.adding(seconds: grain) else { return }
    value.begin = DateFormat.instant(begin)
    value.end = DateFormat.instant(end)
  }
}
