/// Why a piece of JSON could not be read.
struct RecordScanError: Error {
  /// What was expected or wrong.
  var message: String
  /// Where, as a byte offset from the start of the input.
  var offset: Int
}

/// Reads JSON front to back without building a tree.
///
/// The bytes must outlive the scanner. Every read is checked against the end of the buffer.
struct RecordScanner {
  /// Values nested deeper than this are refused.
  static let maximumDepth = 256

  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next byte that is no white space, not consumed; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
      position += 1
    }
    return nil
  }

  /// Consumes one punctuation byte.
  mutating func expect(_ byte: UInt8) throws(RecordScanError) {
    guard peek() == byte else { throw failure("expected '\(Character(Unicode.Scalar(byte)))'") }
    position += 1
  }

  /// The next key of the object that was opened with `{`, or nil after consuming its `}`.
  mutating func nextKey(_ isFirst: inout Bool) throws(RecordScanError) -> String? {
    if try closes(with: UInt8(ascii: "}"), &isFirst) { return nil }
    let key = try string()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// Whether another element of the array that was opened with `[` follows; consumes the `]` otherwise.
  mutating func nextElement(_ isFirst: inout Bool) throws(RecordScanError) -> Bool {
    try !closes(with: UInt8(ascii: "]"), &isFirst)
  }

  private mutating func closes(with end: UInt8, _ isFirst: inout Bool) throws(RecordScanError) -> Bool {
    if peek() == end {
      position += 1
      return true
    }
    if isFirst { isFirst = false } else { try expect(UInt8(ascii: ",")) }
    return false
  }

  /// A number, `true`, `false` or `null` as it is written.
  mutating func literal() throws(RecordScanError) -> String {
    _ = peek()
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        position += 1
        continue
      default: break
      }
      break
    }
    guard position > start else { throw failure("expected a value") }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
  }

  /// A string or a literal.
  mutating func scalarText() throws(RecordScanError) -> String {
    if peek() == UInt8(ascii: "\"") { try string() } else { try literal() }
  }

  /// An integer.
  mutating func integer() throws(RecordScanError) -> Int {
    guard let value = Int(try literal()) else { throw failure("expected an integer") }
    return value
  }

  /// Reads past one value of any kind.
  mutating func skipValue() throws(RecordScanError) {
    var depth = 0
    repeat {
      switch peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        guard depth <= Self.maximumDepth else { throw failure("nested too deeply") }
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { throw failure("expected a value") }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw failure("expected a value") }
        position += 1
      case UInt8(ascii: "\""): try skipString()
      case nil: throw failure("the input ends inside a value")
      default: _ = try literal()
      }
    } while depth > 0
  }

  func failure(_ message: String) -> RecordScanError { RecordScanError(message: message, offset: position) }
}

// MARK: - Strings

extension RecordScanner {
  /// A string, its escapes resolved.
  mutating func string() throws(RecordScanError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        defer { position += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      position += 1
    }
    throw failure("the input ends inside a string")
  }

  private mutating func skipString() throws(RecordScanError) {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return }
    }
    position = min(position, bytes.count)
    throw failure("the input ends inside a string")
  }

  private mutating func escapedString(from start: Int) throws(RecordScanError) -> String {
    var result = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
      case UInt8(ascii: "u"): result.append(contentsOf: String(try unicodeEscape()).utf8)
      default: throw failure("unknown escape in a string")
      }
    }
    throw failure("the input ends inside a string")
  }

  /// The scalar of `\uXXXX`, the `\u` already read; a pair of surrogates is one scalar, a lone one U+FFFD.
  private mutating func unicodeEscape() throws(RecordScanError) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let unit = try fourHexDigits()
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? replacement }
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return replacement }
    let mark = position
    position += 2
    let low = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(low) else {
      position = mark
      return replacement
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? replacement
  }

  private mutating func fourHexDigits() throws(RecordScanError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw failure("the input ends inside a string") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        throw failure("\\u needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
