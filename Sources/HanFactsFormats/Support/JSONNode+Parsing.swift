import HanFacts

extension JSONNode {
  /// What is wrong in a JSON text, and at which byte of it.
  struct Failure: Error, Equatable {
    var message: String
    var offset: Int
  }

  /// Reads a text that holds one value and white space.
  init(parsing bytes: [UInt8]) throws(Failure) {
    try self.init(parsing: bytes[...])
  }

  /// Reads a part of a text that holds one value and white space; offsets of errors count from the part's start.
  init(parsing bytes: ArraySlice<UInt8>) throws(Failure) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, Failure> in
      var scanner = JSONScanner(buffer)
      do throws(JSONError) {
        let node = try JSONNode(reading: &scanner, depth: 0)
        guard scanner.isAtEnd() else {
          return .failure(Failure(message: "more than one value in the text", offset: scanner.position))
        }
        return .success(node)
      } catch { return .failure(Failure(message: error.message, offset: error.offset)) }
    }
    self = try result.get()
  }

  /// Reads the next value.
  init(reading scanner: inout JSONScanner, depth: Int) throws(JSONError) {
    // The scanner itself says that the text is nested too deep.
    if depth > JSONScanner.depthLimit { try scanner.skipValue(depth: depth) }
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try scanner.readObject { (scanner, key) throws(JSONError) in
        members.append(Member(key: key, value: try JSONNode(reading: &scanner, depth: depth + 1)))
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONNode] = []
      try scanner.readArray { (scanner) throws(JSONError) in
        elements.append(try JSONNode(reading: &scanner, depth: depth + 1))
      }
      self = .array(elements)
    case UInt8(ascii: "\""): self = .string(try scanner.readString())
    case UInt8(ascii: "-"), .some(0x30...0x39): self = .number(try scanner.readNumber())
    default: self = try scanner.readLiteral().map(JSONNode.bool) ?? .null
    }
  }
}
