/// Reads one JSON text (RFC 8259). Linear in the bytes; nesting beyond 200 levels is refused.
struct JSONParser {
  /// What is wrong, and at which byte.
  struct Failure: Error, Equatable {
    var message: String
    var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private static let deepest = 200

  /// Reads a text that holds one value and white space.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, Failure> in
      var parser = JSONParser(bytes: buffer)
      do throws(Failure) { return .success(try parser.document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func document() throws(Failure) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let node = try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw failure("expected the end of the text") }
    return node
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: position) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONNode {
    skipSpace()
    guard depth < Self.deepest else { throw failure("nested more than \(Self.deepest) levels deep") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || Self.isDigit(byte): return .number(try number())
    case nil: throw failure("expected a value, found the end")
    default: throw failure("expected a value")
    }
  }

  private mutating func literal(_ word: StaticString, _ node: JSONNode) throws(Failure) -> JSONNode {
    let length = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: length)
    guard bytes.count - position >= length, bytes[position..<position + length].elementsEqual(expected) else {
      throw failure("expected a value")
    }
    position += length
    return node
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONNode {
    position += 1
    var members: [JSONNode.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("expected a key in quotation marks") }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("expected ':' behind the key") }
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONNode {
    position += 1
    var elements: [JSONNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw failure("expected ',' or ']'") }
    }
  }
}

extension JSONParser {
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func digits() throws(Failure) {
    guard let byte = next, Self.isDigit(byte) else { throw failure("expected a digit") }
    while let byte = next, Self.isDigit(byte) { position += 1 }
  }

  private mutating func number() throws(Failure) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    var text = try utf8(start..<position)
    while true {
      guard let byte = next else { throw failure("the string does not end") }
      if byte == UInt8(ascii: "\"") {
        position += 1
        return text
      }
      if byte < 0x20 { throw failure("a control character stands in the string") }
      if byte == UInt8(ascii: "\\") {
        position += 1
        text.unicodeScalars.append(try escape())
      } else {
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        text += try utf8(start..<position)
      }
    }
  }

  private func utf8(_ range: Range<Int>) throws(Failure) -> String {
    // `String(validating:as:)` needs macOS 15.
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard text.utf8.elementsEqual(bytes[range]) else {
      throw Failure(message: "the string is not valid UTF-8", offset: range.lowerBound)
    }
    return text
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let byte = next else { throw failure("the string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try codePoint()
    default:
      position -= 1
      throw failure("unknown escape")
    }
  }

  private mutating func codePoint() throws(Failure) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw failure("half a surrogate pair") }
    let second = try codeUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half a surrogate pair") }
    return scalar
  }

  private mutating func codeUnit() throws(Failure) -> UInt32 {
    guard bytes.count - position >= 4 else { throw failure("expected four hexadecimal digits") }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw failure("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
