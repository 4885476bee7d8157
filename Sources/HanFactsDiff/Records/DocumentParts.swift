import HanFacts

/// The records of one document record in JSON.
struct DocumentParts {
  private(set) var builder: DiffDocument.Builder
  private var canonicals: [String: String] = [:]

  init(keepsEvidence: Bool) { builder = DiffDocument.Builder(keepsEvidence: keepsEvidence) }

  mutating func readEntities(_ reader: inout JSONReader) throws(JSONError) {
    try reader.beginArray()
    while try reader.nextElement() { try readEntity(&reader) }
  }

  mutating func readFacts(_ reader: inout JSONReader) throws(JSONError) {
    try reader.beginArray()
    while try reader.nextElement() { try readFact(&reader) }
  }

  private mutating func readEntity(_ reader: inout JSONReader) throws(JSONError) {
    var mention = RecordLine.Mention()
    var name: String?
    var place: PlacedRange?
    var evidence = EvidenceParts()
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "type": mention.type = try reader.readString()
      case "kind": mention.kind = try reader.readString()
      case "text": mention.text = try reader.readString()
      case "canonical": mention.canonical = try reader.readString()
      case "entity": name = try reader.readString()
      case "range": place = try PlacedRange(from: &reader)
      case "value": mention.value = try ValueFields(from: &reader)
      case "evidence": try evidence.read(&reader)
      case "confidence": evidence.confidence = try reader.readNumber()
      case "nested", "isNested": mention.isNested = try reader.readBool()
      default: try reader.skipValue()
      }
    }
    guard !mention.type.isEmpty else { throw reader.error("a record needs a type") }
    guard let place else { throw reader.error("a record needs a range") }
    if let name, let canonical = mention.canonical { canonicals[name] = canonical }
    builder.append(RecordLine(mention), place: place.place, utf8Start: place.utf8Start, evidence: evidence.text)
  }

  private mutating func readFact(_ reader: inout JSONReader) throws(JSONError) {
    var fact = RecordLine.FactParts()
    var place: PlacedRange?
    var evidence = EvidenceParts()
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": _ = try reader.readString()
      case "type": fact.type = try reader.readString()
      case "range": place = try PlacedRange(from: &reader)
      case "evidence": try evidence.read(&reader)
      case "confidence": evidence.confidence = try reader.readNumber()
      case "polarity": fact.polarity = try reader.readString()
      case "modality": fact.modality = try reader.readString()
      default: try readArgument(key, of: &fact, &reader)
      }
    }
    guard !fact.type.isEmpty else { throw reader.error("a fact needs a type") }
    guard let place else { throw reader.error("a fact needs a range") }
    builder.append(RecordLine(fact), place: place.place, utf8Start: place.utf8Start, evidence: evidence.text)
  }

  /// One argument, a list of them, or a word. `source` is the frame's where it stands in a fact other than a dateline,
  /// which has an argument of this name.
  private func readArgument(
    _ name: String, of fact: inout RecordLine.FactParts, _ reader: inout JSONReader
  ) throws(JSONError) {
    switch try reader.peek() {
    case .object:
      let argument = try readPiece(&reader)
      if name == "source", fact.type != "dateline" {
        fact.source = argument
      } else {
        fact.append(name, [argument])
      }
    case .array:
      var arguments: [RecordLine.Argument] = []
      try reader.beginArray()
      while try reader.nextElement() { arguments.append(try readPiece(&reader)) }
      fact.append(name, arguments)
    case .string: fact.append(name, word: try reader.readString())
    case .number: fact.append(name, word: try reader.readNumber())
    case .bool: fact.append(name, word: try reader.readBool() ? "true" : "false")
    case .null: _ = try reader.takeNull()
    }
  }

  private func readPiece(_ reader: inout JSONReader) throws(JSONError) -> RecordLine.Argument {
    var argument = RecordLine.Argument()
    if try reader.peek() == .string {
      argument.text = try reader.readString()
      return argument
    }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "text": argument.text = try reader.readString()
      case "entity": argument.canonical = canonicals[try reader.readString()]
      case "value": argument.value = try ValueFields(from: &reader)
      default: try reader.skipValue()
      }
    }
    return argument
  }
}

/// A `range` of the JSON.
struct PlacedRange {
  var place = RecordPlace(line: 1, column: 1, scalars: 0..<0)
  var utf8Start = 0

  init(from reader: inout JSONReader) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "utf8": utf8Start = try Self.pair(&reader).lowerBound
      case "scalars": place.scalars = try Self.pair(&reader)
      case "line": place.line = try reader.readInt()
      case "column": place.column = try reader.readInt()
      default: try reader.skipValue()
      }
    }
  }

  private static func pair(_ reader: inout JSONReader) throws(JSONError) -> Range<Int> {
    var ends: [Int] = []
    try reader.beginArray()
    while try reader.nextElement() { ends.append(try reader.readInt()) }
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] < 1 << 48 else {
      throw reader.error("a range is two offsets, the first not behind the second")
    }
    return ends[0]..<ends[1]
  }
}

/// An `evidence` object and a confidence.
struct EvidenceParts {
  var rule = ""
  var rows: [String] = []
  var confidence: String?

  var text: String { EvidenceText.of(rule, rows, confidence) }

  mutating func read(_ reader: inout JSONReader) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "rule": rule = try reader.readString()
      case "gazetteer":
        try reader.beginArray()
        while try reader.nextElement() { rows.append(try reader.readString()) }
      default: try reader.skipValue()
      }
    }
  }
}
