import HanText

/// Writing JSON straight to bytes.
///
/// Everything appends compact JSON after RFC 8259; keys and separators are literals of the caller.
extension [UInt8] {
  /// Appends the bytes of a literal.
  @inline(__always)
  package mutating func append(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a string with quotation marks.
  @inline(__always)
  package mutating func appendJSON(_ string: String) {
    var string = string
    string.withUTF8 { appendJSON(utf8: $0) }
  }

  /// Appends well-formed UTF-8 as a JSON string. O(n), runs without marks to escape are copied whole.
  package mutating func appendJSON(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if let base = bytes.baseAddress {
      var start = 0
      while true {
        let stop = JSONStringScan.firstSpecial(base, from: start, to: bytes.count)
        append(contentsOf: UnsafeBufferPointer(start: base + start, count: stop - start))
        if stop == bytes.count { break }
        appendEscape(of: base[stop])
        start = stop + 1
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the escape of a quotation mark, a backslash or a control character.
  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append(byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 0x0F
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// Appends a whole number in decimal digits.
  package mutating func appendJSON(_ number: Int) {
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    if rest < 10 { return append(0x30 + UInt8(truncatingIfNeeded: rest)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest > 0
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start..<20]))
    }
  }

  /// Appends a number between 0 and 1 in steps of a thousandth, as `0.99`.
  package mutating func appendJSON(thousandths number: Double) {
    let value = Int((number * 1_000).rounded())
    if value <= 0 { return append("0") }
    if value >= 1_000 { return append("1") }
    append("0.")
    append(0x30 + UInt8(truncatingIfNeeded: value / 100))
    if value % 100 == 0 { return }
    append(0x30 + UInt8(truncatingIfNeeded: value / 10 % 10))
    if value % 10 > 0 { append(0x30 + UInt8(truncatingIfNeeded: value % 10)) }
  }

  /// Appends `[lower,upper]`.
  package mutating func appendJSON(_ range: Range<Int>) {
    append(UInt8(ascii: "["))
    appendJSON(range.lowerBound)
    append(UInt8(ascii: ","))
    appendJSON(range.upperBound)
    append(UInt8(ascii: "]"))
  }

  /// Appends the object of a range: `utf8`, `scalars`, `utf16`, `line`, `column`.
  package mutating func appendJSON(_ range: SourceRange) {
    append("{\"utf8\":")
    appendJSON(range.utf8)
    append(",\"scalars\":")
    appendJSON(range.scalars)
    append(",\"utf16\":")
    appendJSON(range.utf16)
    append(",\"line\":")
    appendJSON(range.line)
    append(",\"column\":")
    appendJSON(range.column)
    append("}")
  }

  /// Appends an array of strings.
  package mutating func appendJSON(_ strings: [String]) {
    append("[")
    for (index, string) in strings.enumerated() {
      if index > 0 { append(",") }
      appendJSON(string)
    }
    append("]")
  }
}

/// Finds the bytes of a JSON string that are not copied as they are.
enum JSONStringScan {
  /// Whether a string has a quotation mark, a backslash or a control character.
  ///
  /// Short strings are the most: nothing is decided before all their words are read, the last one overlapping.
  @inline(__always)
  static func hasSpecial(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(base)
    if count < 8 {
      if count < 4 { return firstSpecial(base, from: 0, to: count) < count }
      let first = raw.loadUnaligned(as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return specials(UInt64(first) << 32 | UInt64(last)) != 0
    }
    var found = specials(raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    var offset = 0
    while offset < count &- 8 {
      found |= specials(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    return found != 0
  }

  /// Not 0 where one of eight bytes is such a byte; the lowest bit that is set stands in the first of them.
  @inline(__always)
  private static func specials(_ word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let low: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ 0x2222_2222_2222_2222
    let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    // A borrow can only mark a byte above the first true one, and the first is what is asked for.
    return ((quote &- low) & ~quote | (slash &- low) & ~slash | (word &- 0x2020_2020_2020_2020) & ~word) & high
  }

  /// The first quotation mark, backslash or control character at or behind `start`, or `end`.
  ///
  /// Eight bytes are looked at together. Reads only `start ..< end`, which must lie in the buffer.
  @inline(__always)
  static func firstSpecial(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var offset = start
    while end &- offset >= 8 {
      let found = specials(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end {
      let byte = base[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return offset }
      offset &+= 1
    }
    return end
  }
}
