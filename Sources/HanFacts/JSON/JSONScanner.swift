/// What is wrong in a JSON text, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package var message: String
  /// The offset of the byte where it was found, from 0.
  package var offset: Int

  package var description: String { "\(message) at byte \(offset)" }
}

/// Reads JSON (RFC 8259) from bytes, value by value; linear, and no deeper than `depthLimit`.
package struct JSONScanner {
  /// Arrays and objects may be nested so deep.
  package static let depthLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to read.
  package private(set) var position = 0

  /// Reads from the start of the bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether only white space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return position >= bytes.count
  }

  private func error(_ message: String) -> JSONError { JSONError(message: message, offset: position) }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// The next byte that is not white space, not taken; nil at the end.
  package mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  /// Takes a byte if it comes next.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// Reads the members of an object: `body` is called behind each name and has to read the value.
  package mutating func readObject(_ body: (inout JSONScanner, String) throws(JSONError) -> Void) throws(JSONError) {
    guard take(UInt8(ascii: "{")) else { throw error("an object '{' should stand here") }
    if take(UInt8(ascii: "}")) { return }
    while true {
      let name = try readString()
      guard take(UInt8(ascii: ":")) else { throw error("':' should follow a name") }
      try body(&self, name)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw error("',' or '}' should stand here") }
      return
    }
  }

  /// Reads the elements of an array: `body` is called before each and has to read it.
  package mutating func readArray(_ body: (inout JSONScanner) throws(JSONError) -> Void) throws(JSONError) {
    guard take(UInt8(ascii: "[")) else { throw error("an array '[' should stand here") }
    if take(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw error("',' or ']' should stand here") }
      return
    }
  }

  /// Reads a string.
  package mutating func readString() throws(JSONError) -> String {
    var text: [UInt8] = []
    try readString(into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a string and appends its UTF-8; a lone surrogate becomes U+FFFD.
  package mutating func readString(into text: inout [UInt8]) throws(JSONError) {
    guard take(UInt8(ascii: "\"")) else { throw error("a string should stand here") }
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
        position += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
        try readEscape(into: &text)
        start = position
      } else if byte < 0x20 {
        throw error("a control character in a string")
      } else {
        position += 1
      }
    }
    throw error("a string that does not end")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    position += 1
    guard position < bytes.count else { throw error("a string that does not end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      var code = try readHex()
      if code >= 0xD800, code < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let mark = position
        position += 2
        let low = try readHex()
        if low >= 0xDC00, low < 0xE000 {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          position = mark
        }
      }
      text.append(contentsOf: String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
    default:
      position -= 1
      throw error("an unknown escape")
    }
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Self.hexDigit(bytes[position]) else {
        throw error("four hexadecimal digits should follow \\u")
      }
      code = code << 4 | digit
      position += 1
    }
    return code
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Reads a number and gives it as it is written.
  package mutating func readNumber() throws(JSONError) -> String {
    skipSpace()
    let start = position
    func digit(_ at: Int) -> Bool { at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard digit(position) else { throw error("a number should stand here") }
    if bytes[position] == 0x30 { position += 1 } else { while digit(position) { position += 1 } }
    if position < bytes.count, bytes[position] == UInt8(ascii: "."), digit(position + 1) {
      position += 1
      while digit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      var end = position + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      if digit(end) {
        position = end
        while digit(position) { position += 1 }
      }
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
  }

  /// Reads `true`, `false` or `null`; nil is `null`.
  package mutating func readLiteral() throws(JSONError) -> Bool? {
    skipSpace()
    for (name, value) in [("true", true), ("false", false), ("null", nil)] as [(StaticString, Bool?)] {
      let count = name.utf8CodeUnitCount
      guard position + count <= bytes.count else { continue }
      if (0..<count).allSatisfy({ bytes[position + $0] == name.utf8Start[$0] }) {
        position += count
        return value
      }
    }
    throw error("a value should stand here")
  }

  /// Reads over one value of any shape.
  package mutating func skipValue(depth: Int = 0) throws(JSONError) {
    if depth > Self.depthLimit { throw error("nested deeper than \(Self.depthLimit)") }
    switch peek() {
    case UInt8(ascii: "{"): try readObject { (scanner, _) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["): try readArray { (scanner) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""):
      var ignored: [UInt8] = []
      try readString(into: &ignored)
    case UInt8(ascii: "-"), .some(0x30...0x39): _ = try readNumber()
    default: _ = try readLiteral()
    }
  }
}

/// One line of a JSONL input: `{"id": "…", "text": "…", "referenceDate": "…"}`.
package struct JSONLine {
  /// The document's name, if the line gives one.
  package var id: String?
  /// The text as UTF-8.
  package var text: [UInt8] = []
  /// The date as written, if the line gives one.
  package var referenceDate: String?

  /// Reads a line; keys in any order, others skipped.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    var id: String?
    var text: [UInt8] = []
    var hasText = false
    var referenceDate: String?
    try scanner.readObject { (scanner, name) throws(JSONError) in
      switch name {
      case "text":
        text.removeAll()
        text.reserveCapacity(bytes.count)
        try scanner.readString(into: &text)
        hasText = true
      case "id":
        id = scanner.peek() == UInt8(ascii: "\"") ? try scanner.readString() : try scanner.readNumber()
      case "referenceDate":
        if scanner.peek() == UInt8(ascii: "\"") { referenceDate = try scanner.readString() } else { _ = try scanner.readLiteral() }
      default: try scanner.skipValue()
      }
    }
    if !scanner.isAtEnd() { throw JSONError(message: "more than one value in the line", offset: scanner.position) }
    if !hasText { throw JSONError(message: "no \"text\" in the object", offset: 0) }
    self.id = id
    self.text = text
    self.referenceDate = referenceDate
  }
}
