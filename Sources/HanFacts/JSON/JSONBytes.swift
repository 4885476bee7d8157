import HanText

/// Writing JSON straight to bytes.
extension [UInt8] {
  /// Appends the bytes of a literal.
  @inline(__always)
  package mutating func append(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a string with quotation marks, escaped as RFC 8259 asks.
  package mutating func appendJSON(_ string: String) {
    var string = string
    string.withUTF8 { appendJSON(utf8: $0) }
  }

  /// Appends well-formed UTF-8 as a JSON string.
  package mutating func appendJSON(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      if index > start { append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      start = index + 1
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      default:
        append("\\u00")
        append(Self.hex[Int(byte >> 4)])
        append(Self.hex[Int(byte & 15)])
      }
    }
    if bytes.count > start { append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<bytes.count])) }
    append(UInt8(ascii: "\""))
  }

  private static var hex: [UInt8] { Array("0123456789abcdef".utf8) }

  /// Appends a whole number in decimal digits.
  package mutating func appendJSON(_ number: Int) {
    var value = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
        value /= 10
      } while value > 0
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start..<24]))
    }
  }

  /// Appends a number between 0 and 1 in steps of a thousandth.
  package mutating func appendJSON(thousandths number: Double) {
    let value = Int((number * 1_000).rounded())
    if value >= 1_000 { return append("1") }
    append("0.")
    var digits: [UInt8] = [0x30 + UInt8(clamping: value / 100), 0x30 + UInt8(clamping: value / 10 % 10), 0x30 + UInt8(clamping: value % 10)]
    while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
    append(contentsOf: digits)
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
