import HanText

extension EntityValue {
  /// Reads the object that comes next; what it holds tells the case.
  init(from reader: inout JSONReader) throws(JSONError) {
    let start = reader.offset
    var fields = ValueFields()
    try reader.beginObject()
    while let key = try reader.nextKey() { try fields.read(key, &reader) }
    guard let value = fields.value else { throw JSONError("no value of a record", offset: start) }
    self = value
  }
}

/// The members of a value's object, whatever its case.
private struct ValueFields {
  private var strings: [String: String] = [:]
  private var numbers: [String: ExactDecimal] = [:]
  private var parents: [String] = []
  private var parts: [ExactDecimal] = []
  private var si: FigureValue.SI?
  private var of: FigureValue.Of?

  mutating func read(_ key: String, _ reader: inout JSONReader) throws(JSONError) {
    switch key {
    case "parents": parents = try reader.readStrings()
    case "parts":
      try reader.beginArray()
      while try reader.nextElement() { parts.append(try reader.readDecimal()) }
    case "si": si = try FigureValue.SI(from: &reader)
    case "of": of = try FigureValue.Of(from: &reader)
    default:
      switch try reader.peek() {
      case .string: strings[key] = try reader.readString()
      case .number: numbers[key] = try reader.readDecimal()
      default: try reader.skipValue()
      }
    }
  }

  /// The value that the members make; nil where they make none.
  var value: EntityValue? {
    if let surname = strings["surname"] { return .person(PersonValue(surname: surname, given: strings["given"] ?? "")) }
    if let code = strings["code"] { return .place(PlaceValue(code: code, parents: parents)) }
    guard let kind = strings["kind"] else { return nil }
    switch DateKind(rawValue: kind) {
    case .date, .time, .duration, .set: return strings["value"].map { .date(date(DateKind(rawValue: kind), $0)) }
    default: return .figure(figure(FigureKind(rawValue: kind)))
    }
  }

  private func date(_ kind: DateKind, _ text: String) -> DateValue {
    var value = DateValue(kind: kind, value: text, mod: strings["mod"].map(DateMod.init(rawValue:)))
    value.edtf = strings["edtf"]
    value.begin = strings["begin"]
    value.end = strings["end"]
    value.anchor = strings["anchor"].map(DateAnchor.init(rawValue:))
    value.calendar = strings["calendar"]
    value.zone = strings["zone"]
    return value
  }

  private func figure(_ kind: FigureKind) -> FigureValue {
    FigureValue(
      kind: kind, value: numbers["value"], min: numbers["min"], max: numbers["max"], numerator: numbers["numerator"],
      denominator: numbers["denominator"], parts: parts,
      approximation: strings["approximation"].map(Approximation.init(rawValue:)) ?? .exact, unit: strings["unit"],
      canonicalUnit: strings["canonicalUnit"], si: si, of: of)
  }
}

extension FigureValue.SI {
  fileprivate init(from reader: inout JSONReader) throws(JSONError) {
    self.init(unit: "")
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "value": value = try reader.readDecimal()
      case "min": min = try reader.readDecimal()
      case "max": max = try reader.readDecimal()
      case "unit": unit = try reader.readString()
      default: try reader.skipValue()
      }
    }
  }
}

extension FigureValue.Of {
  fileprivate init(from reader: inout JSONReader) throws(JSONError) {
    self.init(text: "", range: .zero)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "text": text = try reader.readString()
      case "range": range = try SourceRange(from: &reader)
      default: try reader.skipValue()
      }
    }
  }
}

extension JSONReader {
  /// Reads a number without loss.
  fileprivate mutating func readDecimal() throws(JSONError) -> ExactDecimal {
    let start = offset
    guard let number = ExactDecimal(try readNumber()) else {
      throw JSONError("a number of more than 38 digits", offset: start)
    }
    return number
  }
}
