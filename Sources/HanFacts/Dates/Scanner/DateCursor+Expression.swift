extension DateCursor {
  /// Forgets the evidence of the reading before.
  mutating func begin() {
    evidence.removeAll(keepingCapacity: true)
    isDoubtful = false
  }

  /// Reads the best expression that begins at a place.
  mutating func expression(at start: Int, floor: Int) -> DateReading? {
    let word = tables.longest(text, at: start, end: end)
    if let word, word.word.kind == .hour {
      evidence.append(word.word.row)
      return DateReading(
        start: start, end: word.end, expression: .adjacentHour(word.word.number), rule: "adjacent-hour")
    }
    if at(start) == 0x6BCF || at(start) == 0x9694 { return recurrence(at: start) }
    if isDigit(start), isDigit(start - 1) || isLetter(start - 1) && !isDate(after: start) { return nil }
    if Self.digit(at(start)) >= 0 || Self.power(at(start)) > 0 {
      if at(start - 1) == 0x7B2C { return nil }
      if at(start - 1) == 0x2E, isDigit(start - 2) { return nil }
      if Self.digit(at(start - 1)) >= 0 || Self.power(at(start - 1)) > 0,
        word == nil || !isDigit(start - 1) && !isDigit(start)
      {
        return nil
      }
    }
    let isNumber = beginsNumber(start)
    if isNumber { keptNumber = number(at: start) }
    keptStart = start
    defer { keptStart = -1 }
    var best: DateReading?
    if var reading = rangeOrPoint(at: start), !rejects(reading) {
      affix(&reading, floor: floor)
      reading.strength = min(reading.strength, pointStrength(reading))
      best = reading
    }
    let pointEvidence = evidence.count
    if isNumber, let elliptical = ellipticalAmount(at: start, floor: floor), elliptical.end > (best?.end ?? 0) {
      best = elliptical
    }
    if isNumber, let reading = amountExpression(at: start, floor: floor), reading.end > (best?.end ?? 0) {
      best = reading
      evidence.removeAll(keepingCapacity: true)
    } else if best != nil {
      evidence.removeLast(evidence.count - pointEvidence)
    }
    if let word, word.word.kind == .vague, word.end > (best?.end ?? 0) {
      evidence.removeAll(keepingCapacity: true)
      evidence.append(word.word.row)
      best = DateReading(
        start: start, end: word.end, expression: .vague(word.word.number), rule: "vague", strength: .fair)
    }
    // A word that is none wins over what is not longer.
    if let word, word.word.kind == .stop, let reading = best, reading.end <= word.end { return nil }
    return best
  }

  /// Whether a number and 季度 follow: of all ordinals only `第三季度` is a date by itself.
  func beginsQuarter(_ start: Int) -> Bool {
    guard let number = number(at: start) else { return false }
    return at(number.end) == code("季")
  }

  /// Whether a quotation that opens at a place holds the name of a festival or of a plan.
  func quotesDate(at start: Int) -> Bool {
    guard let found = tables.longest(text, at: start + 1, end: end) else { return false }
    return (found.word.kind == .festival || found.word.kind == .plan) && isOne(of: "”\"」』’", at: found.end)
  }

  /// Where to go on after a place that begins nothing: behind a stop word, behind a run of digits.
  func skip(from start: Int) -> Int {
    if let word = tables.longest(text, at: start, end: end), word.word.kind == .stop { return word.end }
    if Self.isASCIIDigit(text[start]) {
      var position = start + 1
      while position < end, Self.isASCIIDigit(text[position]) { position += 1 }
      return position
    }
    return start + 1
  }

  /// Whether a digit behind a letter still begins a date (`v2` does not, `于T15:00` does not).
  private func isDate(after start: Int) -> Bool { false }

  /// Whether only a separator stands between two candidates.
  func isJoined(from floor: Int, to start: Int) -> Bool {
    guard floor > 0, start == floor + 1 else { return start == floor }
    return isOne(of: "、和及与或", at: floor)
  }

  /// What no date is, though it looks like one: a score, a version, half a word.
  private func rejects(_ reading: DateReading) -> Bool {
    let start = reading.start
    let next = reading.end
    // 《七日》
    if at(start - 1) == 0x300A, at(next) == 0x300B { return true }
    guard case .point(let point) = reading.expression else { return false }
    if point.slot == .day, at(next - 1) == code("日"), isCountOfDays(point, start, next) { return true }
    // 十|月初|五街
    if at(start) == 0x6708, at(start + 1) == 0x521D, next == start + 2,
      Self.digit(at(start - 1)) > 0 || Self.power(at(start - 1)) > 0
    {
      return true
    }
    // 十月初五街
    if point.isLunar, at(next) == code("街") { return true }
    // 最早|上报, 尽早|上市
    if isOne(of: "早晚", at: start), isOne(of: "最尽更很趁提较越", at: start - 1) { return true }
    // 天问一号, 长征5号
    if at(next - 1) == 0x53F7, point.month == .none, point.year == .none, !isBoundary(start - 1),
      !isOne(of: "在于到至从自和与及的是了将就我你他她们定约每等截", at: start - 1)
    {
      return true
    }
    // 比分 11:10, 以25:23
    if let clock = point.clock, point.slot == .clock, point.part == nil, point.day == .none, clock.minute != nil,
      at(start + 1) == 0x3A || at(start + 2) == 0x3A
    {
      if at(start - 1) == 0x3A, isScoreLabel(start - 1) { return true }
      if isInScores(start) { return true }
      if isOne(of: "以比", at: start - 1) || isOne(of: "胜负平击败力险落惜告逆领战完轻", at: next) { return true }
    }
    // 一点都不, 三点建议, 4点倡议
    if let clock = point.clock, clock.minute == nil, point.part == nil, point.day == .none, at(next - 1) == 0x70B9 {
      let stop = clockSuffix(at: next) ?? next
      if !isBoundary(stop), !isHourFollower(stop) { return true }
      if isOne(of: "第这那有几下上以做些差早晚快慢大小多", at: start - 1), clock.hour < 10 { return true }
      if clock.hour == 1, next - start == 2, !isDigit(start), !isBoundary(next) || !isBoundary(start - 1) {
        return true
      }
    }
    return false
  }

  /// `2比1（25:20、18:25）`: whether a clock time stands in a list of scores, one of which no clock shows or that follows one
  /// in brackets.
  private func isInScores(_ start: Int) -> Bool {
    var position = start
    for _ in 0..<8 {
      guard isOne(of: "、,，;； （(", at: position - 1) else { return false }
      let opens = isOne(of: "（(", at: position - 1)
      position -= 1
      if at(position - 1) == 0x20 { position -= 1 }
      var low = position
      while isDigit(low - 1) { low -= 1 }
      guard low < position, isOne(of: ":：∶比-", at: low - 1) else { return false }
      var high = low - 1
      while isDigit(high - 1) { high -= 1 }
      guard high < low - 1 else { return false }
      let isClock =
        at(low - 1) != code("比") && position - low == 2 && at(low) < 0x36
        && (low - 1 - high == 1 || at(high) < 0x32 || at(high) == 0x32 && at(high + 1) < 0x35)
      if opens || !isClock { return true }
      position = high
    }
    return false
  }

  /// `比分:3:15`, `结果:2:10`: whether a word of games or of ratios ends before a colon.
  private func isScoreLabel(_ colon: Int) -> Bool {
    isOne(of: "分例比局数胜负平盘战", at: colon - 1)
      || matchBack(any: ["结果", "赛果", "半场", "全场", "主场", "客场"], before: colon) != nil
  }

  /// Whether what follows a bare `三点` lets it be an hour.
  private func isHourFollower(_ position: Int) -> Bool {
    isOne(of: "的左右许前后之以开出起到至才就在我你他她吃睡见上下集从能没会可已还离回去来了呢吗吧整钟半准正或和与、是叫提发", at: position)
      && !isOne(of: "以来", at: position + 1)
  }

  /// How sure a reading of a point is.
  private func pointStrength(_ reading: DateReading) -> DateStrength {
    guard case .point(let point) = reading.expression else { return reading.strength }
    if isDoubtful { return isBoundary(reading.end) ? .weak : .fair }
    switch point.slot {
    case .day where point.month == .none:
      switch point.day {
      case .number, .weekday, .festival, .term, .workday: return .fair
      default: return .strong
      }
    case .clock where point.part == nil && point.day == .none:
      if let clock = point.clock, clock.minute == nil, !isDigit(reading.start) { return .fair }
      return .strong
    case .half where point.year == .none, .part where point.day == .none: return .fair
    default: return .strong
    }
  }
}
