import HanFacts

/// The fields of a normalised value, flat: `{"kind": "count", "of": {"text": "企业", "range": …}}` has `kind` and `of`.
///
/// Read from the value's JSON, so that every field a value may have, also one of a user's type, takes part. Ranges are
/// left out: a record's identity has no offsets.
struct ValueFields {
  private(set) var fields: [RecordLine.Field] = []

  init() {}

  init(_ value: EntityValue) {
    switch value {
    case .person(let person):
      append("surname", person.surname)
      append("given", person.given)
    case .place(let place):
      append("code", place.code)
      append("parents", place.parents.joined(separator: ","))
    case .date(let date):
      var json: [UInt8] = []
      date.appendJSON(to: &json)
      readOwnJSON(json)
    case .figure(let figure):
      var json: [UInt8] = []
      figure.appendJSON(to: &json)
      readOwnJSON(json)
    }
  }

  /// The fields of the JSON value that comes next.
  init(from reader: inout JSONReader) throws(JSONError) {
    try read(&reader, name: "")
  }

  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  private mutating func append(_ name: String, _ value: String) {
    if !value.isEmpty { fields.append(.init(name: name, value: value)) }
  }

  private mutating func readOwnJSON(_ json: [UInt8]) {
    json.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      // A value writes well-formed JSON; what is read before a fault is kept.
      try? read(&reader, name: "")
    }
  }

  private mutating func read(_ reader: inout JSONReader, name: String) throws(JSONError) {
    switch try reader.peek() {
    case .object:
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key == "range" {
          try reader.skipValue()
        } else {
          try read(&reader, name: name.isEmpty ? key : key == "text" ? name : "\(name).\(key)")
        }
      }
    case .array: append(name, try list(&reader))
    case .string: append(name, try reader.readString())
    case .number: append(name, try reader.readNumber())
    case .bool: append(name, try reader.readBool() ? "true" : "false")
    case .null: _ = try reader.takeNull()
    }
  }

  /// The elements of an array, joined with commas; those of an element with several fields by spaces.
  private func list(_ reader: inout JSONReader) throws(JSONError) -> String {
    try reader.beginArray()
    var parts: [String] = []
    while try reader.nextElement() {
      var element = ValueFields()
      try element.read(&reader, name: "")
      parts.append(element.fields.map(\.value).joined(separator: " "))
    }
    return parts.joined(separator: ",")
  }
}

// MARK: - The short form

extension ValueFields {
  /// The value in a few words, as an argument of a fact is identified by it: `over 4500 项`, `20..36 mm`, `2021-02`,
  /// `P650D more_than`. Nil for persons and places, whose canonical form says more.
  var brief: String? { Self.brief { self[$0] } }

  /// The short form of the value whose fields a function gives.
  static func brief(_ field: (String) -> String?) -> String? {
    var words: [String] = []
    if let approximation = field("approximation"), approximation != "exact" { words.append(approximation) }
    if let value = field("value") {
      words.append(value)
    } else if let minimum = field("min"), let maximum = field("max") {
      words.append("\(minimum)..\(maximum)")
    } else {
      return nil
    }
    if let unit = field("canonicalUnit") ?? field("unit") { words.append(unit) }
    if let mod = field("mod") { words.append(mod) }
    return words.joined(separator: " ")
  }
}
