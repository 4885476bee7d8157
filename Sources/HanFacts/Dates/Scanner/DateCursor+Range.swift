// 2023年3月20日至22日, 2013—2023年, 凌晨四到六点, 周二到周五, 2007年与2009年间, 从昨天5:00-6:00

extension DateCursor {
  /// The end of a connector between the ends of a range.
  func rangeConnector(at start: Int) -> Int? {
    var position = skipSpace(start)
    if at(position) == 0x8D77, isOne(of: "至到", at: position + 1) { position += 1 }
    switch at(position) {
    case code("—"): return skipSpace(at(position + 1) == code("—") ? position + 2 : position + 1)
    case code("直"): return at(position + 1) == code("到") ? skipSpace(position + 2) : nil
    case code("-") where at(position + 1) == code("-"): return skipSpace(position + 2)
    case code("到"), code("-"), code("~"), code("ー"), code("−"): return skipSpace(position + 1)
    case code("至"): return isOne(of: "今此", at: position + 1) ? nil : skipSpace(position + 1)
    default: return nil
    }
  }

  /// Whether a range of numbers may go on with a scalar behind the first of them.
  private static func mayJoin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("点"), 0x20, code("起"), code("—"), code("直"), code("到"), code("至"), code("-"), code("~"), code("ー"),
      code("−"), code("、"):
      true
    default: false
    }
  }

  /// Whether a scalar is one of 和与及跟.
  private static func isJoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("和"), code("与"), code("及"), code("跟"): true
    default: false
    }
  }

  /// `7、8月`, `50、60年代`: two neighbours with one unit.
  private func listConnector(at position: Int, _ first: DateNumber) -> Int? {
    guard at(position) == 0x3001, let second = number(at: position + 1) else { return nil }
    let isDecade = has("年代", at: second.end)
    let isUnit = isDecade || isOne(of: "月日", at: second.end)
    return isUnit && second.value == first.value + (isDecade ? 10 : 1) ? position + 1 : nil
  }

  /// Reads a range or a single point.
  mutating func rangeOrPoint(at start: Int) -> DateReading? {
    if let elliptical = ellipticalRange(at: start, context: DatePoint()) { return elliptical }
    guard let first = weekdayAndDate(at: start) ?? point(at: start) else { return nil }
    var low = first.point
    let single = DateReading(start: start, end: first.end, expression: .point(low), rule: "point")
    // 凌晨四到六点, 一月19到20日, 大前天晚上9~11点
    let next = at(first.end) == 0x7684 ? first.end + 1 : first.end
    if let inner = ellipticalRange(at: next, context: low) { return inner.from(start) }
    if let connector = rangeConnector(at: first.end), let second = rangeEnd(at: connector, low: low) {
      var high = second.point
      // 6月14日起到9月14日之前 are two.
      if at(skipSpace(first.end)) == 0x8D77, match(any: ["之前", "以前"], at: second.end) != nil { return single }
      inherit(from: low, into: &high)
      if let fixed = high.clock, fixed.isFixed, low.clock?.isFixed == false, low.part == nil, fixed.hour >= 12,
        let hour = low.clock?.hour, hour < 12, high.day == low.day, hour + 12 < fixed.hour
      {
        low.clock?.hour = hour + 12
      }
      var end = second.end
      if let stop = match(any: ["止", "为止", "期间", "之间", "间"], at: end), !isOne(of: "隔接", at: stop) { end = stop }
      return DateReading(start: start, end: end, expression: .range(low, high), rule: "range")
    }
    if Self.isJoint(at(first.end)), low.slot >= .year, case let and = first.end + 1, let second = point(at: and) {
      var end = second.end
      if let between = match(any: ["之间", "期间", "间"], at: end) {
        end = between
        var high = second.point
        inherit(from: low, into: &high)
        return DateReading(start: start, end: end, expression: .range(low, high), rule: "between")
      }
    }
    if let after = match(any: ["之后", "以后", "后"], at: first.end),
      let second = point(at: after),
      let before = match(any: ["之前", "以前", "前"], at: second.end), second.point.slot == low.slot
    {
      var high = second.point
      inherit(from: low, into: &high)
      return DateReading(start: start, end: before, expression: .range(low, high), rule: "after-before")
    }
    return single
  }

  /// `周日, 二月十号`, `星期五（3月1日）`: the weekday before its day; the day decides.
  private mutating func weekdayAndDate(at start: Int) -> (point: DatePoint, end: Int)? {
    guard let word = tables.longest(text, at: start, end: end), word.word.kind == .weekday else { return nil }
    var position = word.end
    switch at(position) {
    case 0x2C, 0xFF0C, 0x20: position = skipSpace(position + 1)
    case 0x28, 0xFF08: position += 1
    default: break
    }
    guard position > word.end, let found = point(at: position), case .number = found.point.day,
      found.point.month != .none, found.point.slot == .day
    else { return nil }
    if at(word.end) == 0x28 || at(word.end) == 0xFF08 {
      return at(found.end) == 0x29 || at(found.end) == 0xFF09 ? (found.point, found.end + 1) : nil
    }
    return found
  }

  /// The second end of a range: a point, or what the first lets understand (`周二到五`, `2016到2018`).
  private mutating func rangeEnd(at start: Int, low: DatePoint) -> (point: DatePoint, end: Int)? {
    rangeEndStart = start
    if case .absolute = low.year { isRangeOfMonths = low.slot == .month } else { isRangeOfMonths = false }
    defer { rangeEndStart = -1 }
    if let found = point(at: start), found.point.slot != .nothing {
      if found.point.part != nil, found.point.clock == nil, found.point.day == .none, low.clock != nil { return nil }
      return found
    }
    // 周二到五
    if case .weekday(_, let week) = low.day, low.slot == .day {
      let weekday = isOne(of: "日天", at: start) ? 7 : Self.digit(at(start))
      if (1...7).contains(weekday), isBoundary(start + 1) || isOne(of: "的上下早晚", at: start + 1) {
        var high = DatePoint()
        high.day = .weekday(weekday, week: week)
        high.slot = .day
        return (high, start + 1)
      }
    }
    // 晚7点到7点30 is a point; 2月3日到5 is not read.
    return lunarEnd(at: start, low: low)
  }

  /// `大年初一至初五`, `正月初一至十五`, `大年三十到初六`: a lunar day of the month of the first end.
  private mutating func lunarEnd(at start: Int, low: DatePoint) -> (point: DatePoint, end: Int)? {
    guard low.slot == .day else { return nil }
    var month = low.month
    var first = 0
    switch low.day {
    case .number(let day) where low.isLunar: first = day
    case .festival(let index):
      guard case .lunar(let number, let day) = tables.festivals[index].base, tables.festivals[index].length == 1 else {
        return nil
      }
      // 除夕 is the eve of the first month.
      month = .lunar(day == 0 ? 1 : number, leap: false)
      first = day
    default: return nil
    }
    var point = DatePoint()
    point.month = month
    point.isLunar = true
    point.slot = .month
    var end = lunarDay(at: start, into: &point)
    if end == nil, let number = number(at: start), number.isPlain, isLunarDay(number) {
      point.day = .number(number.value)
      point.slot = .day
      end = number.end
    }
    guard let end, case .number(let last) = point.day, last > first else { return nil }
    return (point, end)
  }

  /// `19到20日`, `2013—2023年`, `3—5月`, `四到六点`: the first number has no unit.
  private mutating func ellipticalRange(at start: Int, context: DatePoint) -> DateReading? {
    guard let first = number(at: start), Self.mayJoin(at(first.end)) else { return nil }
    if let pair = pairedHours(first, start, context: context) { return pair }
    guard first.isPlain || first.style == .sequence, first.width <= 4,
      let connector = rangeConnector(at: first.end) ?? listConnector(at: first.end, first),
      let second = number(at: connector), second.isPlain || second.style == .sequence
    else { return nil }
    if at(first.end) == 0x3001, context.slot == .nothing, second.width == 4 { return nil }
    if isDigit(start - 1) || isBehindDigits(start) { return nil }
    if context.slot == .nothing, first.style == .arabic, first.width == 4 {
      return bareYears(first, second, start: start)
    }
    if isOne(of: "-/", at: second.end), isDigit(second.end + 1) { return nil }
    var high = context
    let saved = evidence.count
    guard let reached = numberComponent(at: connector, into: &high, isFirst: false), high.slot > context.slot else {
      evidence.removeLast(evidence.count - saved)
      return nil
    }
    var low = context
    switch high.slot {
    case .clock:
      guard first.value <= 24, let clock = high.clock else { return nil }
      low.clock = DateClock(hour: first.value)
      low.slot = .clock
      if clock.hour <= 12, high.part != nil { low.part = high.part }
    case .day:
      guard case .number = high.day, (1...31).contains(first.value), at(reached - 1) != 0x53F7 || true else {
        return nil
      }
      if context.slot == .nothing || context.slot == .month || context.slot == .year {
        low.day = .number(first.value)
        low.slot = .day
      } else {
        return nil
      }
    case .month:
      guard case .number = high.month, (1...12).contains(first.value), first.style != .sequence else { return nil }
      low.month = .number(first.value)
      low.slot = .month
    case .half:
      guard case .quarter = high.month, (1...4).contains(first.value) else { return nil }
      low.month = .quarter(first.value)
      low.slot = .half
    case .year:
      guard case .short = high.year, first.width == 2 else { return nil }
      low.year = .short(first.value)
      low.slot = .year
    case .decade:
      switch high.year {
      case .decade(let last) where first.value < last: low.year = .decade(first.value)
      case .fullDecade(let last) where first.value < last % 100:
        low.year = .fullDecade(last / 100 * 100 + first.value / 10 * 10)
      default: return nil
      }
    case .century: low.year = .century(first.value)
    default: return nil
    }
    // The second end may go on: 2月3—5日上午.
    var position = reached
    if let more = point(at: position, context: high), more.end > position, high.slot < .clock {
      high = more.point
      position = more.end
      if high.clock == nil { low.part = high.part }
    }
    var end = position
    if let between = match(any: ["之间", "期间"], at: end) { end = between }
    return DateReading(start: start, end: end, expression: .range(low, high), rule: "elliptical-range")
  }

  /// `两三点`, `四五点钟`.
  private func pairedHours(_ number: DateNumber, _ start: Int, context: DatePoint) -> DateReading? {
    guard context.slot < .clock, number.style == .sequence, let last = number.high,
      at(number.end) == 0x70B9, at(number.end + 1) == 0x949F || context.part != nil
    else { return nil }
    var low = context
    low.clock = DateClock(hour: number.value / 10)
    low.slot = .clock
    var high = low
    high.clock = DateClock(hour: last)
    let end = at(number.end + 1) == 0x949F ? number.end + 2 : number.end + 1
    return DateReading(start: start, end: end, expression: .range(low, high), rule: "paired-hours")
  }

  /// `2013—2023年`, `2016到2018`.
  private func bareYears(_ first: DateNumber, _ second: DateNumber, start: Int) -> DateReading? {
    guard (1...2999).contains(first.value), second.style == .arabic, second.width == 4 || second.width == 2,
      !isLetter(start - 1)
    else { return nil }
    let last = second.width == 4 ? second.value : first.value / 100 * 100 + second.value
    guard (first.value...2999).contains(last) else { return nil }
    var end = second.end
    var strength = DateStrength.strong
    if at(end) == 0x5E74 {
      if isOne(of: "级龄薪", at: end + 1) { return nil }
      end += 1
      if at(end) == 0x5EA6 || at(end) == 0x4EE3 { end += 1 }
      if at(end) == 0x95F4 { end += 1 }
      if number(at: end) != nil || at(end - 1) == 0x4EE3 { return nil }
    } else {
      guard second.width == 4, first.value >= 1000 else { return nil }
      if let academic = match(any: ["学年", "赛季", "财年"], at: end) {
        end = academic
      } else {
        guard isBoundary(end) || isOne(of: "的", at: end), !isOne(of: "-/.", at: end) else { return nil }
        // 胡适(1891—1962)
        let isBracketed =
          isOne(of: "(（", at: start - 1) && isOne(of: ")）,，;；", at: end)
          || isOne(of: ",，;； ", at: start - 1) && isOne(of: ")）", at: end) && isInBrackets(start)
        strength = isBracketed ? .strong : isOne(of: "到至", at: first.end) ? .fair : .weak
      }
    }
    var low = DatePoint()
    low.year = .absolute(first.value)
    low.slot = .year
    var high = low
    high.year = .absolute(last)
    return DateReading(
      start: start, end: end, expression: .range(low, high), rule: "years", strength: strength)
  }

  /// `（Timothy Richard，1845—1919）`: whether brackets have opened shortly before and not closed.
  private func isInBrackets(_ position: Int) -> Bool {
    var place = position - 1
    while place >= 0, position - place < 60 {
      if isOne(of: "(（", at: place) { return true }
      if isOne(of: ")）。", at: place) || at(place) == 0x0A { return false }
      place -= 1
    }
    return false
  }

  /// Takes over from the first end of a range what the second leaves out.
  func inherit(from low: DatePoint, into high: inout DatePoint) {
    if high.year == .none {
      switch high.day {
      case .none, .number, .festival, .term, .nth, .nthWeekday, .first, .nthWeek, .third, .thirds, .halfMonth:
        if !isRelative(high.month) { high.year = low.year }
      default: break
      }
    } else {
      return
    }
    if high.isLunar == false, low.isLunar, high.month == .none { high.isLunar = true }
    if high.calendar == nil { high.calendar = low.calendar }
    if high.month == .none {
      switch high.day {
      case .none, .number, .nth, .third, .thirds:
        if isMonth(low.month) { high.month = low.month }
      default: break
      }
    }
    if high.day == .none, high.month == .none || isMonth(low.month) && high.month == low.month,
      high.clock != nil || high.part != nil
    {
      high.day = low.day
      high.month = low.month
      high.year = low.year
    }
    if case .weekday(let weekday, nil) = high.day, case .weekday(_, .some(let week)) = low.day {
      high.day = .weekday(weekday, week: week)
    }
    if high.part == nil, let clock = high.clock, !clock.isFixed, clock.hour <= 12, let part = low.part,
      high.day == low.day,
      let lowHour = low.clock?.hour
    {
      let moved = part.hour(clock.hour)
      if moved >= part.hour(lowHour) || clock.hour < lowHour && part != .evening { high.part = part }
    }
    if high.zone == nil { high.zone = low.zone }
  }

  private func isRelative(_ month: DatePoint.Month) -> Bool {
    switch month {
    case .relative, .text, .relativeHalf, .relativeQuarter: true
    default: false
    }
  }

  private func isMonth(_ month: DatePoint.Month) -> Bool {
    switch month {
    case .number, .lunar, .relative, .text: true
    default: false
    }
  }
}
