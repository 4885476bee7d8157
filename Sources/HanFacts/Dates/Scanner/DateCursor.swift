/// The folded text of one document and the tables, as the grammar reads them.
///
/// The buffer is valid only inside `DateScanner.scan`, which makes the cursor and lets none out.
struct DateCursor {
  let text: UnsafeBufferPointer<UInt32>
  let end: Int
  let tables: DateTables
  /// The rows that took part in the reading at hand.
  var evidence: [Int] = []
  /// Whether the reading at hand may as well be a plain number (`3.20`).
  var isDoubtful = false
  /// How deep points are nested in points (农历, 北京时间).
  var depth = 0
  /// The number at `keptStart`, where the reading at hand begins: many rules ask for it.
  var keptNumber: DateNumber?
  /// Where that number stands; -1 where none is kept.
  var keptStart = -1
  /// Whether the text speaks of the lunar new year; nil where nothing has asked yet.
  var isNewYearText: Bool?
  /// Whether that expression counts in years of the Republic.
  var isRepublic = false
  /// Where the last expression that names a year ends.
  var yearEnd = 0
  /// Where the second end of a range begins, which may follow a hyphen.
  var rangeEndStart = -1
  /// Whether the first end of that range is a month of a year.
  var isRangeOfMonths = false

  init(text: UnsafeBufferPointer<UInt32>, tables: DateTables) {
    self.text = text
    end = text.count
    self.tables = tables
  }

  /// The scalar at a place, 0 outside the text; 週 is read as 周.
  @inline(__always)
  func at(_ position: Int) -> UInt32 {
    guard position >= 0, position < end else { return 0 }
    let scalar = text[position]
    return scalar == 0x9031 ? 0x5468 : scalar
  }

  /// Whether a word stands at a place.
  @inline(__always)
  func has(_ word: StaticString, at position: Int) -> Bool { match(word, at: position) != nil }

  /// The end of a word that stands at a place; nil where it does not.
  @inline(never)
  func match(_ word: StaticString, at position: Int) -> Int? {
    var place = position
    var index = 0
    let count = word.utf8CodeUnitCount
    let bytes = word.utf8Start
    while index < count {
      var scalar = UInt32(bytes[index])
      if scalar < 0x80 {
        index += 1
      } else if scalar < 0xE0 {
        scalar = (scalar & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        index += 2
      } else {
        scalar = (scalar & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        index += 3
      }
      if at(place) != scalar { return nil }
      place += 1
    }
    return place
  }

  /// The end of the longest of some words that stands at a place (list longer words first).
  func match(any words: [StaticString], at position: Int) -> Int? {
    let scalar = at(position)
    for word in words where Self.first(word) == scalar {
      if let found = match(word, at: position) { return found }
    }
    return nil
  }

  /// The first scalar of a word of the basic plane, which is not empty.
  @inline(__always)
  private static func first(_ word: StaticString) -> UInt32 {
    let bytes = word.utf8Start
    let lead = UInt32(bytes[0])
    if lead < 0x80 { return lead }
    if lead < 0xE0 { return (lead & 0x1F) << 6 | UInt32(bytes[1] & 0x3F) }
    return (lead & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
  }

  /// The start of a word that ends before a place; nil where none does.
  func matchBack(any words: [StaticString], before position: Int) -> Int? {
    let last = at(position - 1)
    for word in words where Self.last(word) == last {
      let start = position - Self.length(word)
      if start >= 0, match(word, at: start) == position { return start }
    }
    return nil
  }

  /// The last scalar of a word of the basic plane, which is not empty.
  @inline(__always)
  private static func last(_ word: StaticString) -> UInt32 {
    let end = word.utf8Start + word.utf8CodeUnitCount
    let tail = UInt32(end[-1])
    if tail < 0x80 { return tail }
    if end[-2] >= 0xC0 { return UInt32(end[-2] & 0x1F) << 6 | tail & 0x3F }
    return UInt32(end[-3] & 0x0F) << 12 | UInt32(end[-2] & 0x3F) << 6 | tail & 0x3F
  }

  private static func length(_ word: StaticString) -> Int {
    var count = 0
    for index in 0..<word.utf8CodeUnitCount where word.utf8Start[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Whether a scalar at a place is one of some.
  func isOne(of scalars: StaticString, at position: Int) -> Bool { StaticScalars.contains(scalars, at(position)) }

  /// The place after a single space, if one stands there.
  @inline(__always)
  func skipSpace(_ position: Int) -> Int { at(position) == 0x20 ? position + 1 : position }

  /// Whether a place is no Chinese character, letter or digit: punctuation, a space, the edge.
  func isBoundary(_ position: Int) -> Bool {
    let scalar = at(position)
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF, 0x3007, 0x20000...0x3FFFF: return false
    default: return true
    }
  }

  /// Whether a place holds an ASCII digit.
  @inline(__always)
  func isDigit(_ position: Int) -> Bool { Self.isASCIIDigit(at(position)) }

  /// Whether a place holds an ASCII letter.
  func isLetter(_ position: Int) -> Bool {
    let scalar = at(position) | 0x20
    return scalar >= 0x61 && scalar <= 0x7A
  }
}
