import HanText

extension Entity {
  /// Reads the object that comes next.
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", type: "", text: "", range: .zero, evidence: Evidence(rule: ""))
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": id = try reader.readString()
      case "type": type = EntityType(rawValue: try reader.readString())
      case "kind": kind = try reader.readString()
      case "text": text = try reader.readString()
      case "canonical": canonical = try reader.readString()
      case "entity": entity = try reader.readString()
      case "range": range = try SourceRange(from: &reader)
      case "value": value = try EntityValue(from: &reader)
      case "evidence": evidence = try Evidence(from: &reader)
      case "confidence": confidence = try reader.readDouble()
      case "parts":
        try reader.beginArray()
        while try reader.nextElement() { parts.append(try EntityPart(from: &reader)) }
      case "nested": isNested = try reader.readBool()
      default: try reader.skipValue()
      }
    }
  }
}

extension EntityPart {
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(type: "", text: "", range: .zero)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "type": type = EntityType(rawValue: try reader.readString())
      case "kind": kind = try reader.readString()
      case "text": text = try reader.readString()
      case "range": range = try SourceRange(from: &reader)
      default: try reader.skipValue()
      }
    }
  }
}

extension Evidence {
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(rule: "")
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "rule": rule = try reader.readString()
      case "gazetteer": gazetteer = try reader.readStrings()
      default: try reader.skipValue()
      }
    }
  }
}

extension SourceRange {
  static let zero = SourceRange(utf8: 0..<0, scalars: 0..<0, utf16: 0..<0, line: 1, column: 1)

  init(from reader: inout JSONReader) throws(JSONError) {
    var (utf8, scalars, utf16) = (0..<0, 0..<0, 0..<0)
    var (line, column) = (1, 1)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "utf8": utf8 = try reader.readRange()
      case "scalars": scalars = try reader.readRange()
      case "utf16": utf16 = try reader.readRange()
      case "line": line = try reader.readInt()
      case "column": column = try reader.readInt()
      default: try reader.skipValue()
      }
    }
    self.init(utf8: utf8, scalars: scalars, utf16: utf16, line: line, column: column)
  }
}

extension JSONReader {
  /// Reads `[lower, upper]`.
  mutating func readRange() throws(JSONError) -> Range<Int> {
    let start = offset
    var bounds = (0, 0)
    var count = 0
    try beginArray()
    while try nextElement() {
      if count == 0 { bounds.0 = try readInt() } else { bounds.1 = try readInt() }
      count += 1
    }
    guard count == 2, bounds.0 <= bounds.1 else {
      throw JSONError("a range should be two numbers in ascending order", offset: start)
    }
    return bounds.0..<bounds.1
  }

  /// Reads an array of strings.
  mutating func readStrings() throws(JSONError) -> [String] {
    var strings: [String] = []
    try beginArray()
    while try nextElement() { strings.append(try readString()) }
    return strings
  }
}
