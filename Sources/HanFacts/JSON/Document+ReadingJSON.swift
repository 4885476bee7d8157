import HanText

extension Document {
  /// Reads a document record that ``json(isPretty:)`` or the command line wrote.
  ///
  /// Keys may stand in any order and unknown ones are read over, so that records of later versions can be read.
  ///
  /// - Throws: ``JSONError`` where the text is no JSON, no document record, or of another schema
  /// - Complexity: linear in the text
  public init(json: String) throws(JSONError) { try self.init(json: Array(json.utf8)) }

  /// Reads a document record from UTF-8 bytes.
  ///
  /// - Throws: ``JSONError`` where the bytes are no UTF-8, no JSON, no document record, or of another schema
  public init(json bytes: [UInt8]) throws(JSONError) {
    do { _ = try SourceEncoding.utf8.decode(bytes) } catch {
      throw JSONError("invalid UTF-8", offset: error.byteOffset)
    }
    self = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var reader = JSONReader(buffer)
      let document = try Document(from: &reader)
      try reader.finish()
      return document
    }
  }

  /// Reads the object that comes next.
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", length: Length(utf8: 0, scalars: 0))
    let start = reader.offset
    var schema: String?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "schema":
        let offset = reader.offset
        schema = try reader.readString()
        if schema != Self.schema {
          throw JSONError("the schema is '\(schema ?? "")' where '\(Self.schema)' is read", offset: offset)
        }
      case "id": id = try reader.readString()
      case "length": length = try Length(from: &reader)
      case "referenceDate": referenceDate = try ReferenceDate(from: &reader)
      case "entities":
        try reader.beginArray()
        while try reader.nextElement() { entities.append(try Entity(from: &reader)) }
      case "facts":
        try reader.beginArray()
        while try reader.nextElement() { facts.append(try Fact(from: &reader)) }
      default: try reader.skipValue()
      }
    }
    if schema == nil { throw JSONError("no document record: the object has no \"schema\"", offset: start) }
  }
}

extension Document.Length {
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(utf8: 0, scalars: 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "utf8": utf8 = try reader.readInt()
      case "scalars": scalars = try reader.readInt()
      default: try reader.skipValue()
      }
    }
  }
}

extension ReferenceDate {
  init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    var value = ""
    var origin = ""
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "value": value = try reader.readString()
      case "from": origin = try reader.readString()
      default: try reader.skipValue()
      }
    }
    do { try self.init(reading: value, from: Origin(rawValue: origin), allowsUnknownYear: true) } catch {
      throw JSONError(error.description, offset: start)
    }
  }
}
