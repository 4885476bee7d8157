import HanText

extension Fact {
  /// Reads the object that comes next; its arguments keep the order they stand in.
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", type: "", range: .zero, arguments: [], evidence: Evidence(rule: ""))
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": id = try reader.readString()
      case "type": type = FactType(rawValue: try reader.readString())
      case "range": range = try SourceRange(from: &reader)
      case "polarity": polarity = try reader.readString()
      case "modality": modality = try reader.readString()
      case "evidence": evidence = try Evidence(from: &reader)
      default:
        if let value = try FactValue(from: &reader) { arguments.append(Argument(name: key, value: value)) }
      }
    }
    moveSource()
  }

  /// `source` is an argument of a dateline, and of any other fact the speaker whose quotation holds it.
  mutating func moveSource() {
    guard type != .dateline, let index = arguments.firstIndex(where: { $0.name == "source" }),
      case .argument(let argument) = arguments[index].value
    else { return }
    source = argument
    arguments.remove(at: index)
  }
}

extension FactValue {
  /// Reads the value that comes next; nil for a shape that no argument has.
  init?(from reader: inout JSONReader) throws(JSONError) {
    switch try reader.peek() {
    case .object: self = .argument(try FactArgument(from: &reader))
    case .array:
      var arguments: [FactArgument] = []
      try reader.beginArray()
      while try reader.nextElement() { arguments.append(try FactArgument(from: &reader)) }
      self = .list(arguments)
    case .string: self = .word(try reader.readString())
    default:
      try reader.skipValue()
      return nil
    }
  }
}

extension FactArgument {
  /// Reads the object that comes next.
  init(from reader: inout JSONReader) throws(JSONError) {
    self.init(text: "", range: .zero)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "text": text = try reader.readString()
      case "range": range = try SourceRange(from: &reader)
      case "entity": entity = try reader.readString()
      case "value": value = try EntityValue(from: &reader)
      default: try reader.skipValue()
      }
    }
  }
}
