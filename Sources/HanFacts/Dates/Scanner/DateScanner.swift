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
  private let triggers = CharacterBytes()

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
    /// Makes a scan stop and look whatever stands behind it.
    static let always: UInt8 = 128
  }

  /// Makes a scanner over tables.
  package init(tables: DateTables) {
    self.tables = tables
    let triggers = triggers
    func mark(_ scalars: StaticString, _ bit: UInt8) {
      scalars.withUTF8Buffer { UTF8Decoding.forEach($0) { if $0 < 0x10000 { triggers[Int($0)] |= bit } } }
    }
    for scalar in tables.trie.firsts {
      triggers[Int(scalar)] |=
        tables.trie.isWord(Int(scalar)) ? Trigger.word | Trigger.single | Trigger.always : Trigger.word
    }
    triggers[0x9031] |= triggers[0x5468]
    mark("〇零一二两三四五六七八九十百千万廿卅半几数", Trigger.numeral | Trigger.always)
    mark("0123456789", Trigger.digit | Trigger.always)
    mark("每隔公纪西农阴旧夏阳闰第前差“\"「『‘最末頭头首初", Trigger.special | Trigger.always)
    mark("〇零一二两三四五六七八九十百千万亿0123456789", Trigger.follower)
    mark("年月日载号点时天周週星礼小分秒刻钟个季世多余几半来到至-—~ー、/.·•・:学财整昼夜日高考春秋中省国 aApP加,", Trigger.follower)
    mark("月半多余小星礼钟季世工把周年交昼晚夜日", Trigger.measured)
  }

  /// Appends the temporal expressions of a text, in order and without overlaps.
  package func scan(_ text: SourceText, into out: inout [DateCandidate]) {
    text.folded.withUnsafeBufferPointer { folded in
      withTables { triggers, pairs in
        var cursor = DateCursor(text: folded, tables: tables)
        var floor = 0
        var position = 0
        let end = folded.count
        while true {
          position = nextStop(folded, triggers, pairs, from: position)
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
            if reading.expression.hasYear {
              cursor.yearEnd = floor
              cursor.isRepublic = reading.expression.isRepublic
            }
            while let next = cursor.listedWeekday(behind: floor, of: out[out.count - 1]) {
              out.append(next)
              position = next.range.upperBound
              floor = position
            }
          } else {
            position = cursor.skip(from: position)
          }
        }
      }
    }
  }

  private func withTables(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt64>) -> Void) {
    tables.trie.pairs.withUnsafeBufferPointer { body(triggers.buffer, $0) }
  }

  /// The next place whose character, with the one behind it, can begin an expression.
  @inline(__always)
  private func nextStop(
    _ text: UnsafeBufferPointer<UInt32>, _ triggers: UnsafeBufferPointer<UInt8>, _ pairs: UnsafeBufferPointer<UInt64>,
    from start: Int
  ) -> Int {
    let end = text.count
    var position = start
    while true {
      // U+FFFF, which is no character, stands for all beyond the basic plane.
      while position < end, triggers[Int(min(text[position], 0xFFFF))] & Trigger.any == 0 { position += 1 }
      guard position < end else { return end }
      if triggers[Int(text[position])] & Trigger.always != 0 { return position }
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
    case code(","): if trigger & Trigger.digit == 0 || !cursor.isDigit(next + 1) { return next }
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
    case code("初"): return cursor.opensNewYearDay(at: start)
    case code("第"): return cursor.beginsQuarter(start + 1)
    default: return true
    }
  }
}
