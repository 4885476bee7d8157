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

  /// The fields of the JSON value the scanner stands before.
  init(scanning scanner: inout RecordScanner) throws(RecordScanError) {
    try read(&scanner, name: "", depth: 0)
  }

  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  private mutating func append(_ name: String, _ value: String) {
    if !value.isEmpty { fields.append(.init(name: name, value: value)) }
  }

  private mutating func readOwnJSON(_ json: [UInt8]) {
    json.withUnsafeBufferPointer { bytes in
      var scanner = RecordScanner(bytes)
      // A value writes well-formed JSON; what is read before a fault is kept.
      try? read(&scanner, name: "", depth: 0)
    }
  }

  private mutating func read(_ scanner: inout RecordScanner, name: String, depth: Int) throws(RecordScanError) {
    guard depth < RecordScanner.maximumDepth else { throw scanner.failure("nested too deeply") }
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      try scanner.expect(UInt8(ascii: "{"))
      var isFirst = true
      while let key = try scanner.nextKey(&isFirst) {
        if key == "range" {
          try scanner.skipValue()
        } else {
          let path = name.isEmpty ? key : key == "text" ? name : "\(name).\(key)"
          try read(&scanner, name: path, depth: depth + 1)
        }
      }
    case UInt8(ascii: "["):
      append(name, try list(&scanner, depth: depth))
    default:
      let value = try scanner.scalarText()
      if value != "null" { append(name.isEmpty ? "value" : name, value) }
    }
  }

  /// The elements of an array, joined with commas; those of an element with several fields by spaces.
  private func list(_ scanner: inout RecordScanner, depth: Int) throws(RecordScanError) -> String {
    try scanner.expect(UInt8(ascii: "["))
    var parts: [String] = []
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      var element = ValueFields()
      try element.read(&scanner, name: "", depth: depth + 1)
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
