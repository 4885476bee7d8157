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
  /// For every scalar of the basic plane what it can begin: a flat table.
  private let triggers: [UInt8]

  /// For every scalar of the basic plane how a scan stops at it: a flat table, 0 where it does not.
  private let stops: [UInt8]

  /// How a scan stops at a character.
  private enum Stop {
    /// Where the next character goes on with it in a word.
    static let word: UInt8 = 1
    /// Always.
    static let always: UInt8 = 2
  }

  /// Bits of the table.
  private enum Trigger {
    /// Begins a word of the tables.
    static let word: UInt8 = 1
    /// A Chinese numeral.
    static let numeral: UInt8 = 2
    /// An ASCII digit.
    static let digit: UInt8 = 4
    /// Begins an expression that is no word (每, 第, 公元).
    static let special: UInt8 = 8
    /// Stands behind a number in a date.
    static let follower: UInt8 = 16
    /// Stands behind 个 in a duration (个月, 个小时).
    static let measured: UInt8 = 32
    /// Is a word of the tables by itself.
    static let single: UInt8 = 64
    /// What makes a scan stop and look.
    static let any: UInt8 = 15
  }

  /// Makes a scanner over tables.
  package init(tables: DateTables) {
    self.tables = tables
    var triggers = [UInt8](repeating: 0, count: 0x10000)
    func mark(_ scalars: StaticString, _ bit: UInt8) {
      scalars.withUTF8Buffer { UTF8Decoding.forEach($0) { if $0 < 0x10000 { triggers[Int($0)] |= bit } } }
    }
    for scalar in tables.trie.firsts {
      triggers[Int(scalar)] |= tables.trie.isWord(Int(scalar)) ? Trigger.word | Trigger.single : Trigger.word
    }
    triggers[0x9031] |= triggers[0x5468]
    mark("〇零一二两三四五六七八九十百千万廿卅半几数", Trigger.numeral)
    mark("0123456789", Trigger.digit)
    mark("每隔公纪西农阴旧夏阳闰第前差“\"「『‘最末頭头首", Trigger.special)
    mark("〇零一二两三四五六七八九十百千万亿0123456789", Trigger.follower)
    mark("年月日号点时天周週星礼小分秒刻钟个季世多余几半来到至-—~ー、/.·•・:学财整昼 aApP加", Trigger.follower)
    mark("月半多余小星礼钟季世工把周年交昼", Trigger.measured)
    self.triggers = triggers
    stops = triggers.map { trigger in
      if trigger & Trigger.any == 0 { return 0 }
      return trigger & (Trigger.any | Trigger.single) == Trigger.word ? Stop.word : Stop.always
    }
  }

  /// Appends the temporal expressions of a text, in order and without overlaps.
  package func scan(_ text: SourceText, into out: inout [DateCandidate]) {
    text.folded.withUnsafeBufferPointer { folded in
      withTables { triggers, stops, pairs in
        var cursor = DateCursor(text: folded, tables: tables)
        var floor = 0
        var position = 0
        let end = folded.count
        while true {
          position = nextStop(folded, stops, pairs, from: position)
          if position >= end { break }
          let next = gate(&cursor, triggers, pairs, position)
          if next > position {
            position = next
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

  private func withTables(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt64>) -> Void
  ) {
    triggers.withUnsafeBufferPointer { triggers in
      stops.withUnsafeBufferPointer { stops in
        tables.trie.pairs.withUnsafeBufferPointer { body(triggers, stops, $0) }
      }
    }
  }

  /// The next place whose character, with the one behind it, can begin an expression.
  @inline(__always)
  private func nextStop(
    _ text: UnsafeBufferPointer<UInt32>, _ stops: UnsafeBufferPointer<UInt8>, _ pairs: UnsafeBufferPointer<UInt64>,
    from start: Int
  ) -> Int {
    let end = text.count
    var position = start
    while true {
      // U+FFFF, which is no character, stands for all beyond the basic plane.
      while position < end, stops[Int(min(text[position], 0xFFFF))] == 0 { position += 1 }
      guard position < end else { return end }
      if stops[Int(text[position])] == Stop.always { return position }
      if position + 1 < end, DateTrie.mayBegin(with: text[position], text[position + 1], in: pairs) { return position }
      position += 1
    }
  }

  /// The place itself where an expression may begin, else where to look next; cheap, and right for most triggers.
  @inline(__always)
  private func gate(
    _ cursor: inout DateCursor, _ triggers: UnsafeBufferPointer<UInt8>, _ pairs: UnsafeBufferPointer<UInt64>,
    _ start: Int
  ) -> Int {
    let text = cursor.text
    let trigger = triggers[Int(text[start])]
    if trigger & Trigger.special != 0, mayBegin(&cursor, start) { return start }
    let isPair = start + 1 < text.count && DateTrie.mayBegin(with: text[start], text[start + 1], in: pairs)
    if trigger & Trigger.word != 0, isPair || trigger & Trigger.single != 0,
      let word = tables.longest(text, at: start, end: text.count)
    {
      // What begins with neither a number nor a special character is read by its word alone.
      if trigger & (Trigger.numeral | Trigger.digit | Trigger.special) != 0 { return start }
      if word.word.kind == .stop, text[start] != code("新") { return word.end }
      return word.word.kind == .shortPart && !cursor.beginsNumber(word.end) ? start + 1 : start
    }
    if trigger & (Trigger.numeral | Trigger.digit) == 0 { return start + 1 }
    var next = start + 1
    if trigger & Trigger.digit != 0 {
      while next < text.count, text[next] &- 0x30 < 10 { next += 1 }
      if next == text.count { return next - start == 8 ? start : next }
      if next - start == 8 { return start }
    }
    guard next < text.count, text[next] < 0x10000 else { return next }
    let follower = triggers[Int(text[next])]
    if follower & Trigger.follower == 0 { return next }
    switch text[next] {
    case code("、"): if !cursor.beginsNumber(next + 1) { return next }
    case code("."): if trigger & Trigger.digit != 0, !cursor.isDigit(next + 1) { return next }
    case code("万"), code("亿"):
      // 5万人: no unit of time.
      guard trigger & Trigger.digit != 0 else { break }
      guard next + 1 < text.count, text[next + 1] < 0x10000 else { return next }
      if triggers[Int(text[next + 1])] & Trigger.follower == 0 { return next }
    default: break
    }
    // 一个, 两个: the commonest number of all asks for one look more.
    if text[next] == 0x4E2A {
      guard next + 1 < text.count, text[next + 1] < 0x10000 else { return next }
      if triggers[Int(text[next + 1])] & Trigger.measured == 0 { return next }
    }
    return start
  }

  /// Whether what stands behind a special character lets an expression begin: 公元, 农历, 最后三天, “十一”.
  private func mayBegin(_ cursor: inout DateCursor, _ start: Int) -> Bool {
    let next = cursor.at(start + 1)
    switch cursor.at(start) {
    case code("“"), code("\""), code("「"), code("『"), code("‘"): return cursor.quotesDate(at: start)
    case code("公"), code("纪"), code("西"): return next == code("元") || next == code("历")
    case code("农"), code("阴"), code("旧"), code("夏"), code("阳"): return next == code("历")
    case code("最"): return next == code("后") && cursor.beginsNumber(start + 2)
    case code("前"), code("头"), code("首"), code("末"), code("差"), code("闰"): return cursor.beginsNumber(start + 1)
    case code("第"): return cursor.beginsQuarter(start + 1)
    default: return true
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
      if clock.hour == 1, next - start == 2, !isDigit(start), !isBoundary(next) || !isBoundary(start - 1) {
        return true
      }
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
