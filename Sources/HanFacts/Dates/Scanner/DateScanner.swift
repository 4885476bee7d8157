import HanText

/// Finds temporal expressions in one pass over a text.
///
/// Only characters that can begin an expression are looked at (a flat table); each trigger reads a bounded
/// window, so the pass is linear in the text.
///
/// ```swift
/// var found: [DateCandidate] = []
/// DateScanner(tables: tables).scan(text, into: &found)
/// ```
package struct DateScanner: Sendable {
  /// The tables.
  package let tables: DateTables
  private let triggers: [UInt8]

  /// Makes a scanner over tables.
  package init(tables: DateTables) {
    self.tables = tables
    var triggers = [UInt8](repeating: 0, count: 0x10000)
    for scalar in tables.trie.firsts where scalar < 0x10000 { triggers[Int(scalar)] = 1 }
    let numbers: [UInt32] = [
      0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
      0x5343, 0x5EFF, 0x5345, 0x534A, 0x51E0, 0x6570,
    ]
    for scalar in numbers { triggers[Int(scalar)] = 1 }
    for scalar in UInt32(0x30)...0x39 { triggers[Int(scalar)] = 2 }
    // 每 隔 公 纪 西 农 阴 旧 闰 多 第 “ " 「 『 最
    let others: [UInt32] = [
      0x6BCF, 0x9694, 0x516C, 0x7EAA, 0x897F, 0x519C, 0x9634, 0x65E7, 0x95F0, 0x591A, 0x7B2C, 0x201C, 0x22, 0x300C,
      0x300E, 0x2018, 0x524D, 0x590F, 0x9633, 0x6700, 0x9031, 0x5DEE,
    ]
    for scalar in others where triggers[Int(scalar)] == 0 { triggers[Int(scalar)] = 1 }
    self.triggers = triggers
  }

  /// Appends the temporal expressions of a text, in order and without overlaps.
  package func scan(_ text: SourceText, into out: inout [DateCandidate]) {
    text.folded.withUnsafeBufferPointer { folded in
      triggers.withUnsafeBufferPointer { triggers in
        var cursor = DateCursor(text: folded, tables: tables)
        var floor = 0
        var position = 0
        let end = folded.count
        while position < end {
          let scalar = folded[position]
          guard scalar < 0x10000, triggers[Int(scalar)] != 0 else {
            position += 1
            continue
          }
          cursor.begin()
          if let reading = cursor.expression(at: position, floor: floor) {
            let start = reading.start
            var candidate = DateCandidate(
              range: start..<reading.end, expression: reading.expression, rule: reading.rule,
              evidenceRows: cursor.evidence, strength: reading.strength)
            candidate.continues = !out.isEmpty && cursor.isJoined(from: floor, to: start)
            out.append(candidate)
            position = reading.end
            floor = reading.end
          } else {
            position = cursor.skip(from: position)
          }
        }
      }
    }
  }
}

extension DateCursor {
  /// Forgets the evidence of the reading before.
  mutating func begin() {
    evidence.removeAll(keepingCapacity: true)
    isDoubtful = false
  }

  /// Reads the best expression that begins at a place.
  mutating func expression(at start: Int, floor: Int) -> DateReading? {
    let word = tables.longest(text, at: start, end: end)
    if let word, word.word.kind == .stop {
      return nil
    }
    if let word, word.word.kind == .hour {
      evidence = [word.word.row]
      return DateReading(
        start: start, end: word.end, expression: .adjacentHour(word.word.number), rule: "date.adjacent-hour")
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
    var best: DateReading?
    if var reading = rangeOrPoint(at: start), !rejects(reading) {
      reading = affixed(reading, floor: floor)
      reading.strength = min(reading.strength, pointStrength(reading))
      best = reading
    }
    let pointEvidence = evidence
    if let elliptical = ellipticalAmount(at: start, floor: floor), elliptical.end > (best?.end ?? 0) {
      best = elliptical
      evidence = []
    }
    if let reading = amountExpression(at: start, floor: floor), reading.end > (best?.end ?? 0) {
      best = reading
      evidence = []
    } else if best != nil {
      evidence = pointEvidence
    }
    if let word, word.word.kind == .vague, word.end > (best?.end ?? 0) {
      evidence = [word.word.row]
      best = DateReading(
        start: start, end: word.end, expression: .vague(word.word.number), rule: "date.vague", strength: .fair)
    }
    return best
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
      if isOne(of: "以比", at: start - 1) || isOne(of: "胜负平击败力险", at: next) { return true }
    }
    // 一点都不, 三点建议, 4点倡议
    if let clock = point.clock, clock.minute == nil, point.part == nil, point.day == .none, at(next - 1) == 0x70B9 {
      if !isBoundary(next), !isHourFollower(next) { return true }
      if isOne(of: "第这那有几下上以做些差早晚快慢大小多", at: start - 1), clock.hour < 10 { return true }
      if clock.hour == 1, next - start == 2, !isDigit(start), !isBoundary(next) || !isBoundary(start - 1) { return true }
    }
    return false
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
