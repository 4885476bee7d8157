/// Reads JSON (RFC 8259) front to back without building a tree.
///
/// Values are pulled by the caller: `beginObject` then `nextKey` until it gives nil, `beginArray` then `nextElement`
/// until it gives false, and one read of a value in between. Linear in the bytes, no recursion, and no deeper than
/// ``depthLimit``. The bytes must outlive the reader; each access is checked against their count.
/// ```swift
/// try reader.beginObject()
/// while let key = try reader.nextKey() {
///   if key == "id" { id = try reader.readString() } else { try reader.skipValue() }
/// }
/// try reader.finish()
/// ```
package struct JSONReader {
  /// Arrays and objects may be nested so deep.
  package static let depthLimit = 256

  /// What a value is, by its first byte.
  package enum Kind: Sendable {
    /// `{`
    case object
    /// `[`
    case array
    /// `"`
    case string
    /// A digit or `-`.
    case number
    /// `true` or `false`.
    case bool
    /// `null`
    case null
  }

  let base: UnsafePointer<UInt8>
  let count: Int
  /// The offset of the next byte to read.
  package internal(set) var offset = 0
  /// The offset of a `\u` escape of half a surrogate pair, where one was read; it was read as U+FFFD.
  package internal(set) var loneSurrogate: Int?
  private var depth = 0
  /// Whether no key or element of the innermost object or array has been read.
  private var isFirst = true
  /// Stands in for the missing address of an empty buffer; never read.
  nonisolated(unsafe) private static let empty = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  /// Reads from the start of the bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress ?? Self.empty
    count = bytes.count
  }

  /// The error that a message makes at the next byte.
  package func error(_ message: String) -> JSONError { JSONError(message, offset: offset) }

  /// The next byte that is no white space, not taken; nil at the end.
  @inline(__always)
  mutating func peekByte() -> UInt8? {
    while offset < count {
      let byte = base[offset]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset &+= 1
    }
    return nil
  }

  /// What the next value is, not taken.
  package mutating func peek() throws(JSONError) -> Kind {
    switch peekByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), .some(0x30...0x39): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case nil: throw error("the text ends where a value should stand")
    default: throw error("a value should stand here")
    }
  }

  /// Takes the `{` of an object.
  package mutating func beginObject() throws(JSONError) { try begin(UInt8(ascii: "{"), "an object should stand here") }

  /// Takes the `[` of an array.
  package mutating func beginArray() throws(JSONError) { try begin(UInt8(ascii: "["), "an array should stand here") }

  private mutating func begin(_ byte: UInt8, _ message: String) throws(JSONError) {
    guard peekByte() == byte else { throw error(message) }
    guard depth < Self.depthLimit else { throw error("nested deeper than \(Self.depthLimit) levels") }
    offset &+= 1
    depth += 1
    isFirst = true
  }

  /// Takes the key of the next member and its colon, or the `}` of the object: then nil.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try goesOn(to: UInt8(ascii: "}"), "',' or '}' should stand here") else { return nil }
    guard peekByte() == UInt8(ascii: "\"") else { throw error("a key in quotation marks should stand here") }
    let key = try readString()
    try takeColon()
    return key
  }

  /// Takes the comma before the next element and gives true, or takes the `]` of the array and gives false.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try goesOn(to: UInt8(ascii: "]"), "',' or ']' should stand here")
  }

  /// Reads `true` or `false`.
  package mutating func readBool() throws(JSONError) -> Bool {
    if try peek() == .bool {
      if takeLiteral("true") { return true }
      if takeLiteral("false") { return false }
    }
    throw error("true or false should stand here")
  }

  /// Takes `null` if it comes next.
  package mutating func takeNull() throws(JSONError) -> Bool {
    guard try peek() == .null else { return false }
    guard takeLiteral("null") else { throw error("a value should stand here") }
    return true
  }

  /// Reads over one value of any shape.
  package mutating func skipValue() throws(JSONError) {
    var isObject: [Bool] = []
    while true {
      switch try peek() {
      case .object:
        try beginObject()
        isObject.append(true)
      case .array:
        try beginArray()
        isObject.append(false)
      case .string: try skipString()
      case .number: _ = try takeNumber()
      case .bool: _ = try readBool()
      case .null: _ = try takeNull()
      }
      // To the next value inside, or out of what ends here.
      while let object = isObject.last {
        if object ? try skipKey() : try nextElement() { break }
        isObject.removeLast()
      }
      if isObject.isEmpty { return }
    }
  }

  /// Fails unless nothing but white space is left.
  package mutating func finish() throws(JSONError) {
    if peekByte() != nil { throw error("something stands behind the value") }
  }

  private mutating func skipKey() throws(JSONError) -> Bool {
    guard try goesOn(to: UInt8(ascii: "}"), "',' or '}' should stand here") else { return false }
    guard peekByte() == UInt8(ascii: "\"") else { throw error("a key in quotation marks should stand here") }
    try skipString()
    try takeColon()
    return true
  }

  private mutating func takeColon() throws(JSONError) {
    guard peekByte() == UInt8(ascii: ":") else { throw error("':' should stand behind a key") }
    offset &+= 1
  }

  @inline(__always)
  private mutating func goesOn(to end: UInt8, _ message: String) throws(JSONError) -> Bool {
    let byte = peekByte()
    if byte == end {
      offset &+= 1
      depth -= 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      guard byte == UInt8(ascii: ",") else { throw error(byte == nil ? "the text ends inside a value" : message) }
      offset &+= 1
      if peekByte() == end { throw error("a comma stands before the end") }
    }
    if peekByte() == nil { throw error("the text ends inside a value") }
    return true
  }

  private mutating func takeLiteral(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard count - offset >= length else { return false }
    for index in 0..<length where base[offset + index] != literal.utf8Start[index] { return false }
    offset += length
    return true
  }
}
