extension DateContext {
  /// An amount of time: as it is, next to now, or so far from now.
  mutating func amountValue(_ amount: DateAmount, _ use: DateAmountUse) -> DateValue {
    var value = DateValue(kind: .duration, value: amount.iso, mod: amount.mod?.mod)
    switch use {
    case .plain: return value
    case .regnal: return regnalYear(amount) ?? value
    case .past, .next:
      setPeriod(amount, use, &value)
      return value
    case .ago, .later:
      let distant = distant(amount, sign: use == .ago ? -1 : 1)
      if let distant, !amount.isHalf { return distant }
      value.mod = use == .ago ? .before : .after
      // 半年前: the amount is what was said, and when that was stands beside it.
      if let distant { (value.begin, value.end, value.anchor) = (distant.begin, distant.end, distant.anchor) }
      return value
    }
  }

  /// 三十三年 behind 康熙二十四年: the year of the era that the text counts in; nil where it counts in none, or where the
  /// number lies before the last year or behind the end.
  private mutating func regnalYear(_ amount: DateAmount) -> DateValue? {
    guard let era, let word = tables.words.first(where: { $0.row == era.row }) else { return nil }
    let year = word.number + amount.counts[.year]
    guard year >= era.year, amount.counts[.year] <= word.second else { return nil }
    var point = DatePoint()
    point.year = .absolute(year)
    point.slot = .year
    point.calendar = .era(row: era.row)
    point.isLunar = true
    let extent = extent(point)
    remember(extent)
    self.era = (era.row, year)
    return pointValue(point, extent)
  }

  /// 过去一年, 未来三天: the days from or up to the reference.
  private func setPeriod(_ amount: DateAmount, _ use: DateAmountUse, _ value: inout DateValue) {
    guard let today else { return }
    value.anchor = .reference
    if amount.hasClock {
      guard let now = reference?.instant, let other = amount.applied(to: now, sign: use == .past ? -1 : 1) else {
        value.anchor = nil
        return
      }
      value.begin = DateFormat.instant(min(now, other))
      value.end = DateFormat.instant(max(now, other))
      return
    }
    guard let other = amount.applied(to: CivilInstant(today), sign: use == .past ? -1 : 1)?.date, other != today else {
      value.anchor = nil
      return
    }
    value.begin = DateFormat.isoDay(min(today, other))
    value.end = DateFormat.isoDay(max(today, other))
  }

  /// 三年前, 5天后: a date at the unit's own grain; nil where the reference or the grain is missing.
  private func distant(_ amount: DateAmount, sign: Int) -> DateValue? {
    guard !amount.isUnnamed, amount.fraction.isEmpty else { return nil }
    var finest: DateUnit?
    for unit in DateUnit.allCases where amount.counts[unit] != 0 { finest = unit }
    guard let finest else { return nil }
    var extent: DateExtent
    if finest == .year {
      guard let year = reference?.year, amount.counts[.year] < 20_000,
        CivilDate.years.contains(year + sign * amount.counts[.year])
      else { return nil }
      extent = DateExtent(year: year + sign * amount.counts[.year], anchor: .reference)
    } else if finest >= .hour {
      guard let now = reference?.instant, let moment = amount.applied(to: now, sign: sign) else { return nil }
      return momentValue(moment, amount, sign)
    } else {
      guard let today, let day = amount.applied(to: CivilInstant(today), sign: sign)?.date else { return nil }
      switch finest {
      case .month: extent = DateExtent(month: CivilMonth(year: day.year, month: day.month), anchor: .reference)
      case .week: extent = DateExtent(week: day.week, anchor: .reference)
      default: extent = DateExtent(day: day, anchor: .reference)
      }
    }
    var value = dateValue(extent)
    value.mod = Self.mod(of: amount, sign: sign)
    value.edtf = value.edtf == nil ? EDTF.text(of: value) : EDTF.qualified(value)
    return value
  }

  private func momentValue(_ moment: CivilInstant, _ amount: DateAmount, _ sign: Int) -> DateValue {
    let hasSeconds = reference?.hasSeconds == true && moment.second % 60 != 0 || amount.counts[.second] != 0
    var value = DateValue(kind: .time, value: DateFormat.day(moment.date))
    value.value += DateFormat.clock(
      hour: moment.second / 3600, minute: moment.second / 60 % 60, second: hasSeconds ? moment.second % 60 : nil)
    value.begin = DateFormat.instant(moment)
    value.end = moment.adding(seconds: hasSeconds ? 0 : 59 - moment.second % 60).map(DateFormat.instant)
    value.anchor = .reference
    value.mod = Self.mod(of: amount, sign: sign)
    value.edtf = EDTF.text(of: value)
    return value
  }

  /// 三十多年前 lies before the year thirty back, 三十多年后 after the year thirty on.
  private static func mod(of amount: DateAmount, sign: Int) -> DateMod? {
    guard let mod = amount.mod else { return nil }
    switch mod {
    case .moreThan, .equalOrMore: return sign < 0 ? .before : .after
    case .lessThan, .equalOrLess: return sign < 0 ? .after : .before
    default: return mod.mod
    }
  }

  /// 上个小时: the sixty minutes before now; without a clock an hour.
  func adjacentHour(_ sign: Int) -> DateValue {
    guard let now = reference?.instant, let other = now.adding(seconds: sign * 3600) else {
      return DateValue(kind: .duration, value: "PT1H", mod: sign < 0 ? .before : .after)
    }
    var value = DateValue(kind: .time, value: "")
    let begin = min(now, other)
    let end = max(now, other)
    value.begin = DateFormat.instant(begin)
    value.end = DateFormat.instant(end)
    value.value = DateFormat.instant(begin) + "/" + DateFormat.instant(end)
    value.edtf = value.value
    value.anchor = .reference
    return value
  }

  /// 圣诞节的前一天, 9月16号的13个小时以前.
  func offsetValue(_ point: DatePoint, _ amount: DateAmount, _ sign: Int) -> DateValue {
    let base = extent(point)
    guard let first = base.first, let moment = amount.applied(to: CivilInstant(first), sign: sign) else {
      var value = dateValue(base)
      value.begin = nil
      value.end = nil
      value.mod = sign < 0 ? .before : .after
      return value
    }
    if amount.hasClock {
      var value = momentValue(moment, amount, sign)
      value.anchor = base.anchor
      return value
    }
    var value = dateValue(DateExtent(day: moment.date, anchor: base.anchor))
    value.edtf = EDTF.text(of: value)
    return value
  }

  /// 明天之后三天: so many days from a date on.
  func stretchValue(_ point: DatePoint, _ amount: DateAmount) -> DateValue {
    let base = extent(point)
    guard !amount.hasClock, let first = base.first,
      let last = amount.applied(to: CivilInstant(first), sign: 1)?.date.adding(days: -1), last >= first
    else { return DateValue(kind: .duration, value: amount.iso, mod: amount.mod?.mod) }
    var value = dateValue(DateExtent(first: first, last: last, anchor: base.anchor))
    value.edtf = DateExtent.interval(first, last)
    return value
  }
}
