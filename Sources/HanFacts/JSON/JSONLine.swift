/// One line of a JSONL input: `{"id": "…", "text": "…", "referenceDate": "2020-09-15"}`.
///
/// Keys may stand in any order, unknown ones are read over, and of a repeated one the last counts. The buffer of the
/// text is reused from line to line.
package struct JSONLine: Sendable {
  /// The document's name, if the line gives one; a number as it is written.
  package private(set) var id: String?
  /// The text as it stands in the string, escapes decoded; not checked for being UTF-8.
  package private(set) var text: [UInt8] = []
  /// The date as written, if the line gives one.
  package private(set) var referenceDate: String?
  /// The offset of a `\u` escape of half a surrogate pair; it was read as U+FFFD.
  package private(set) var loneSurrogate: Int?

  /// An empty line, to be filled by `read`.
  package init() {}

  /// Reads a line.
  ///
  /// - Throws: what is wrong, with the offset in the line
  /// - Complexity: linear in the line
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    id = nil
    referenceDate = nil
    text.removeAll(keepingCapacity: true)
    var hasText = false
    var reader = JSONReader(bytes)
    guard try reader.peek() == .object else { throw reader.error("a line should be an object {\"text\": …}") }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "text":
        guard try reader.peek() == .string else { throw reader.error("\"text\" should be a string") }
        text.removeAll(keepingCapacity: true)
        try reader.readString(into: &text)
        hasText = true
      case "id":
        switch try reader.peek() {
        case .string: id = try reader.readString()
        case .number: id = try reader.readNumber()
        case .null:
          _ = try reader.takeNull()
          id = nil
        default: throw reader.error("\"id\" should be a string or a number")
        }
      case "referenceDate":
        switch try reader.peek() {
        case .string: referenceDate = try reader.readString()
        case .null:
          _ = try reader.takeNull()
          referenceDate = nil
        default: throw reader.error("\"referenceDate\" should be a string such as \"2020-09-15\"")
        }
      default:
        let lone = reader.loneSurrogate
        try reader.skipValue()
        reader.loneSurrogate = lone
      }
    }
    try reader.finish()
    guard hasText else { throw JSONError("the object has no \"text\"", offset: 0) }
    loneSurrogate = reader.loneSurrogate
  }
}
