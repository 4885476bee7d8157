// 14时30分, 9:05, 下午三点半, 3pm, 11:30:10 p.m., 晏晝三點踏半

extension DateCursor {
  /// Reads a time of day.
  func clock(at start: Int, point: DatePoint) -> (clock: DateClock, end: Int)? {
    guard let number = number(at: start) else { return nil }
    return clock(number, part: point.part)
  }

  /// Reads a time of day that begins with a number, perhaps behind a part of the day.
  func clock(_ number: DateNumber, part: DatePart?) -> (clock: DateClock, end: Int)? {
    guard number.fraction.isEmpty, !number.isUnnamed, !number.isMore, !number.isHalf,
      number.high == nil, number.value <= 24, number.width <= 3, number.style != .sequence || number.hasLeadingZero
    else { return nil }
    let next = number.end
    switch at(next) {
    case 0x3A where number.style == .arabic: return colonClock(number)
    case 0x70B9: return spokenClock(number, unit: next, part: part)
    case 0x65F6:
      if isOne(of: "间代候期段装尚效速区差空", at: next + 1), !has("空间站", at: next + 1) { return nil }
      return spokenClock(number, unit: next, part: part)
    default:
      guard number.style == .arabic, number.width <= 2, let half = halfOfDay(at: next), !half.isShort else {
        return nil
      }
      return fixed(DateClock(hour: number.value), half)
    }
  }

  /// `9:05`, `11:30:10 p.m.`, `11:00时`.
  private func colonClock(_ hour: DateNumber) -> (clock: DateClock, end: Int)? {
    let start = hour.end - hour.width
    if isBehindDigits(start) || at(start - 1) == 0x3A && isLetter(start - 2) { return nil }
    guard let minute = twoDigits(at: hour.end + 1), minute.value < 60 else { return nil }
    var clock = DateClock(hour: hour.value, minute: minute.value)
    var position = minute.end
    if at(position) == 0x3A {
      guard let second = twoDigits(at: position + 1), second.value < 60 else { return nil }
      clock.second = second.value
      position = second.end
    }
    if at(position) == 0x2E, isDigit(position + 1) { return nil }
    if at(position) == 0x3A || at(position) == 0x25 { return nil }
    if hour.value == 24, minute.value != 0 { return nil }
    if let half = halfOfDay(at: position) { return fixed(clock, half) }
    if at(position) == 0x65F6, !isOne(of: "间代候期", at: position + 1) { position += 1 }
    if at(position) == 0x6574, !isOne(of: "个体", at: position + 1) { position += 1 }
    if let offset = offset(at: position) {
      clock.offset = offset.minutes
      position = offset.end
    }
    return (clock, position)
  }

  /// Whether digits and a colon or a point stand before a place: `1:2:30`, `3.11:15`; but not `时间:14:00`.
  func isBehindDigits(_ start: Int) -> Bool {
    (at(start - 1) == 0x3A || at(start - 1) == 0x2E) && isDigit(start - 2)
  }

  /// `Z`, `+08:00` behind a clock.
  private func offset(at start: Int) -> (minutes: Int, end: Int)? {
    if at(start) == 0x5A, !isLetter(start + 1) { return (0, start + 1) }
    guard at(start) == 0x2B || at(start) == 0x2D, let hours = twoDigits(at: start + 1), at(hours.end) == 0x3A,
      let minutes = twoDigits(at: hours.end + 1), hours.value <= 14, minutes.value % 15 == 0, minutes.value < 60
    else { return nil }
    // 13:00-14:00 is a range.
    if at(start) == 0x2D, hours.value != 0 || minutes.value != 0 { return nil }
    return (hours.value * 60 + minutes.value, minutes.end)
  }

  /// `八点零五分`, `下午三点半`, `5点1刻`, `16时40分50秒`, `十一点钟`.
  private func spokenClock(_ hour: DateNumber, unit: Int, part: DatePart?) -> (clock: DateClock, end: Int)? {
    var clock = DateClock(hour: hour.value)
    var position = unit + 1
    let isPoint = at(unit) == 0x70B9
    if let full = match(any: ["钟", "整"], at: position) {
      return (clock, at(full) == 0x6574 ? full + 1 : full)
    }
    if let half = halfOfDay(at: position), !half.isShort { return fixed(clock, half) }
    if isPoint, isOne(of: "踏搭", at: position) {
      if at(position + 1) == 0x534A {
        clock.minute = 30
        return (clock, position + 2)
      }
      let stroke = Self.digit(at(position + 1))
      if (1...11).contains(stroke) {
        clock.minute = stroke * 5
        return (clock, position + 2)
      }
    }
    if at(position) == 0x534A {
      clock.minute = 30
      position += 1
      if let second = number(at: position), second.isPlain, second.value < 60, at(second.end) == 0x79D2 {
        clock.second = second.value
        position = second.end + 1
      }
      return (clock, position)
    }
    if at(position) == 0x5DEE, let short = minutesShort(at: position + 1), hour.value > 0 {
      clock.hour = hour.value - 1
      clock.minute = 60 - short.minutes
      return (clock, short.end)
    }
    let isPadded = at(position) == 0x8FC7 || at(position) == 0x96F6 && isDigit(position + 1)
    let past = isPadded ? position + 1 : position
    if let minute = number(at: past), minute.fraction.isEmpty, !minute.isHalf, !minute.isUnnamed, !minute.isMore {
      if at(minute.end) == 0x523B, (1...3).contains(minute.value) {
        clock.minute = minute.value * 15
        return (clock, minute.end + 1)
      }
      if has("个字", at: minute.end), (1...11).contains(minute.value) {
        clock.minute = minute.value * 5
        return (clock, minute.end + 2)
      }
      if at(minute.end) == 0x5206, at(minute.end + 1) == 0x949F, minute.value < 60, minute.style != .sequence,
        part != nil || minute.value >= 10 && hour.style == .arabic
      {
        clock.minute = minute.value
        return (clock, minute.end + 2)
      }
      if minute.value < 60, at(minute.end) == 0x5206, !isOne(of: "钟之", at: minute.end + 1) {
        clock.minute = minute.value
        position = minute.end + 1
        if let second = number(at: position), second.isPlain, second.value < 60, at(second.end) == 0x79D2 {
          clock.second = second.value
          position = second.end + 1
        }
        return (clock, position)
      }
      if at(minute.end) == 0x5206, isPoint, hour.style != .arabic { return nil }
      if past == position, isPoint, let bare = bareMinute(minute, part: part) {
        clock.minute = bare
        if let half = halfOfDay(at: minute.end) { return fixed(clock, half) }
        return (clock, minute.end)
      }
      if isPoint, past == position { return nil }
    }
    if isPoint, isDigit(position) { return nil }
    return (clock, position)
  }

  /// `差五分六点`: an hour told by what is missing to it.
  func shortClock(at start: Int) -> (clock: DateClock, end: Int)? {
    guard at(start) == 0x5DEE, let short = minutesShort(at: start + 1), let hour = number(at: short.end), hour.isPlain,
      (1...24).contains(hour.value), at(hour.end) == 0x70B9
    else { return nil }
    let end = at(hour.end + 1) == 0x949F ? hour.end + 2 : hour.end + 1
    return (DateClock(hour: hour.value - 1, minute: 60 - short.minutes), end)
  }

  /// `五分`, `一刻` behind 差.
  private func minutesShort(at start: Int) -> (minutes: Int, end: Int)? {
    guard let number = number(at: start), number.isPlain, (1...59).contains(number.value) else { return nil }
    if at(number.end) == 0x523B, number.value < 4 { return (number.value * 15, number.end + 1) }
    return at(number.end) == 0x5206
      ? (number.value, at(number.end + 1) == 0x949F ? number.end + 2 : number.end + 1) : nil
  }

  /// The minute that a number without unit says: `三点十五`, `7点30`, `九点零九`, in Cantonese also `三點三` (3:15).
  private func bareMinute(_ number: DateNumber, part: DatePart?) -> Int? {
    guard number.value < 60 else { return nil }
    let follows = isBoundary(number.end) || !isOne(of: "万亿千百倍度个元米公吨%个名", at: number.end)
    guard follows, at(number.end) != 0x25 else { return nil }
    switch number.style {
    case .arabic: return number.width == 2 ? number.value : nil
    case .sequence: return number.hasLeadingZero && number.width == 2 ? number.value : nil
    case .positional:
      if number.value >= 10 { return number.value }
      // Only behind a part of the day, where nobody writes a decimal.
      return part != nil && number.width == 1 && number.value > 0 && isBoundary(number.end) ? number.value * 5 : nil
    }
  }

  /// Two ASCII digits.
  private func twoDigits(at start: Int) -> (value: Int, end: Int)? {
    guard isDigit(start), isDigit(start + 1), !isDigit(start + 2) else { return nil }
    return (Int(at(start) - 0x30) * 10 + Int(at(start + 1) - 0x30), start + 2)
  }

  /// `am`, `p.m.`, `PM`, `p`.
  private func halfOfDay(at start: Int) -> (isAfternoon: Bool, end: Int, isShort: Bool)? {
    let position = skipSpace(start)
    let letter = at(position) | 0x20
    guard letter == 0x61 || letter == 0x70 else { return nil }
    var next = position + 1
    if at(next) == 0x2E { next += 1 }
    var isShort = true
    if at(next) | 0x20 == 0x6D {
      next += 1
      isShort = false
      if at(next) == 0x2E, at(next - 2) == 0x2E { next += 1 }
    } else {
      next = position + 1
      if position != start { return nil }
    }
    return isLetter(next) || isDigit(next) ? nil : (letter == 0x70, next, isShort)
  }

  private func fixed(_ clock: DateClock, _ half: (isAfternoon: Bool, end: Int, isShort: Bool)) -> (DateClock, Int) {
    var clock = clock
    if half.isAfternoon, clock.hour < 12 { clock.hour += 12 }
    if !half.isAfternoon, clock.hour == 12 { clock.hour = 0 }
    clock.isFixed = true
    return (clock, half.end)
  }
}
