import HanText

extension JSONReader {
  /// Reads a string; bytes that are not UTF-8 become U+FFFD.
  package mutating func readString() throws(JSONError) -> String {
    try openString()
    let start = offset
    let stop = JSONStringScan.firstSpecial(base, from: start, to: count)
    if stop < count, base[stop] == UInt8(ascii: "\"") {
      offset = stop + 1
      return String(decoding: UnsafeBufferPointer(start: base + start, count: stop - start), as: UTF8.self)
    }
    var bytes: [UInt8] = []
    try readRest(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a string and appends its bytes as they are, escapes decoded.
  package mutating func readString(into bytes: inout [UInt8]) throws(JSONError) {
    try openString()
    try readRest(into: &bytes)
  }

  /// Reads over a string.
  mutating func skipString() throws(JSONError) {
    var none: [UInt8] = []
    try openString()
    while true {
      let stop = JSONStringScan.firstSpecial(base, from: offset, to: count)
      offset = stop
      if try endsString() { return }
      try readEscape(into: &none)
      none.removeAll(keepingCapacity: true)
    }
  }

  /// Reads a whole number.
  package mutating func readInt() throws(JSONError) -> Int {
    guard try peek() == .number else { throw error("a number should stand here") }
    let start = offset
    var value = 0
    var position = offset
    let isNegative = base[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let first = position
    while position < count, position - first < 18, base[position] >= 0x30, base[position] <= 0x39 {
      value = value * 10 + Int(base[position] - 0x30)
      position += 1
    }
    let text = try takeNumber()
    if text.count == position - start { return isNegative ? -value : value }
    guard let value = Int(String(decoding: text, as: UTF8.self)) else {
      throw JSONError("a whole number should stand here", offset: start)
    }
    return value
  }

  /// Reads a number to the nearest binary one.
  package mutating func readDouble() throws(JSONError) -> Double {
    let start = offset
    guard let value = Double(try readNumber()) else { throw JSONError("no number", offset: start) }
    return value
  }

  /// Reads a number and gives it as it is written.
  package mutating func readNumber() throws(JSONError) -> String {
    String(decoding: try takeNumber(), as: UTF8.self)
  }

  /// Takes a number; its bytes belong to the text.
  mutating func takeNumber() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    guard try peek() == .number else { throw error("a number should stand here") }
    let start = offset
    if base[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < count, base[offset] == 0x30 {
      offset += 1
    } else {
      try takeDigits()
    }
    if offset < count, base[offset] == UInt8(ascii: ".") {
      offset += 1
      try takeDigits()
    }
    if offset < count, base[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < count, base[offset] == UInt8(ascii: "+") || base[offset] == UInt8(ascii: "-") { offset += 1 }
      try takeDigits()
    }
    return UnsafeBufferPointer(start: base + start, count: offset - start)
  }

  private mutating func takeDigits() throws(JSONError) {
    let start = offset
    while offset < count, base[offset] >= 0x30, base[offset] <= 0x39 { offset &+= 1 }
    if offset == start { throw error("a digit should stand here") }
  }

  private mutating func openString() throws(JSONError) {
    guard peekByte() == UInt8(ascii: "\"") else { throw error("a string should stand here") }
    offset &+= 1
  }

  private mutating func readRest(into bytes: inout [UInt8]) throws(JSONError) {
    while true {
      let stop = JSONStringScan.firstSpecial(base, from: offset, to: count)
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + offset, count: stop - offset))
      offset = stop
      if try endsString() { return }
      try readEscape(into: &bytes)
    }
  }

  /// Whether the string ends at the offset; its quotation mark is taken. False at a backslash.
  @inline(__always)
  private mutating func endsString() throws(JSONError) -> Bool {
    guard offset < count else { throw error("the text ends inside a string") }
    let byte = base[offset]
    if byte == UInt8(ascii: "\"") {
      offset &+= 1
      return true
    }
    if byte == UInt8(ascii: "\\") { return false }
    throw error("a control character in a string; write it as an escape")
  }

  /// Reads the escape whose backslash stands at the offset.
  private mutating func readEscape(into bytes: inout [UInt8]) throws(JSONError) {
    let start = offset
    guard offset + 1 < count else { throw error("the text ends inside a string") }
    let byte = base[offset + 1]
    offset += 2
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"): bytes.appendUTF8(try readEscapedScalar(from: start))
    default: throw JSONError("an unknown escape", offset: start)
    }
  }

  /// The scalar of a `\u` escape, or of two that make a surrogate pair.
  private mutating func readEscapedScalar(from start: Int) throws(JSONError) -> UInt32 {
    let unit = try readHexDigits(from: start)
    guard unit & 0xF800 == 0xD800 else { return unit }
    if unit < 0xDC00, count - offset >= 6, base[offset] == UInt8(ascii: "\\"), base[offset + 1] == UInt8(ascii: "u") {
      let second = offset
      offset += 2
      let low = try readHexDigits(from: second)
      if low & 0xFC00 == 0xDC00 { return 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF) }
      offset = second
    }
    if loneSurrogate == nil { loneSurrogate = start }
    return 0xFFFD
  }

  private mutating func readHexDigits(from start: Int) throws(JSONError) -> UInt32 {
    guard count - offset >= 4 else { throw JSONError("four hexadecimal digits should follow \\u", offset: start) }
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = base[offset + index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw JSONError("four hexadecimal digits should follow \\u", offset: start)
      }
      value = value << 4 | UInt32(digit)
    }
    offset += 4
    return value
  }
}
