import HanFacts

extension JSONNode {
  /// The message where a second value stands behind the first.
  static let secondValue = "more than one value in the text"

  /// Reads a text that holds one value and white space.
  init(parsing bytes: [UInt8]) throws(JSONError) {
    try self.init(parsing: bytes[...])
  }

  /// Reads a part of a text that holds one value and white space; offsets of errors count from the part's start.
  init(parsing bytes: ArraySlice<UInt8>) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, JSONError> in
      var reader = JSONReader(buffer)
      do throws(JSONError) {
        let node = try JSONNode(reading: &reader)
        do throws(JSONError) { try reader.finish() } catch {
          return .failure(JSONError(Self.secondValue, offset: error.offset))
        }
        return .success(node)
      } catch { return .failure(error) }
    }
    self = try result.get()
  }

  /// Reads the next value. The reader bounds the depth.
  init(reading reader: inout JSONReader) throws(JSONError) {
    switch try reader.peek() {
    case .object:
      var members: [Member] = []
      try reader.beginObject()
      while let key = try reader.nextKey() {
        members.append(Member(key: key, value: try JSONNode(reading: &reader)))
      }
      self = .object(members)
    case .array:
      var elements: [JSONNode] = []
      try reader.beginArray()
      while try reader.nextElement() { elements.append(try JSONNode(reading: &reader)) }
      self = .array(elements)
    case .string: self = .string(try reader.readString())
    case .number: self = .number(try reader.readNumber())
    case .bool: self = .bool(try reader.readBool())
    case .null:
      _ = try reader.takeNull()
      self = .null
    }
  }
}
