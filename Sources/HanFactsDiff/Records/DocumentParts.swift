/// The records of one document record in JSON.
struct DocumentParts {
  private(set) var builder: DiffDocument.Builder
  private var canonicals: [String: String] = [:]

  init(keepsEvidence: Bool) { builder = DiffDocument.Builder(keepsEvidence: keepsEvidence) }

  mutating func readEntities(_ scanner: inout RecordScanner) throws(RecordScanError) {
    try scanner.expect(UInt8(ascii: "["))
    var isFirst = true
    while try scanner.nextElement(&isFirst) { try readEntity(&scanner) }
  }

  mutating func readFacts(_ scanner: inout RecordScanner) throws(RecordScanError) {
    try scanner.expect(UInt8(ascii: "["))
    var isFirst = true
    while try scanner.nextElement(&isFirst) { try readFact(&scanner) }
  }

  private mutating func readEntity(_ scanner: inout RecordScanner) throws(RecordScanError) {
    var mention = RecordLine.Mention()
    var name: String?
    var place: PlacedRange?
    var evidence = EvidenceParts()
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "type": mention.type = try scanner.string()
      case "kind": mention.kind = try scanner.string()
      case "text": mention.text = try scanner.string()
      case "canonical": mention.canonical = try scanner.string()
      case "entity": name = try scanner.string()
      case "range": place = try PlacedRange(scanning: &scanner)
      case "value": mention.value = try ValueFields(scanning: &scanner)
      case "evidence": try evidence.read(&scanner)
      case "confidence": evidence.confidence = try scanner.literal()
      case "parts": mention.parts = try Self.parts(&scanner)
      case "nested", "isNested": mention.isNested = try scanner.literal() == "true"
      default: try scanner.skipValue()
      }
    }
    guard !mention.type.isEmpty else { throw scanner.failure("a record needs a type") }
    guard let place else { throw scanner.failure("a record needs a range") }
    if let name, let canonical = mention.canonical { canonicals[name] = canonical }
    builder.append(RecordLine(mention), place: place.place, utf8Start: place.utf8Start, evidence: evidence.text)
  }

  private static func parts(_ scanner: inout RecordScanner) throws(RecordScanError) -> [String] {
    var parts: [String] = []
    try scanner.expect(UInt8(ascii: "["))
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      let part = try ValueFields(scanning: &scanner)
      parts.append("\(part["type"] ?? ""):\(part["text"] ?? "")")
    }
    return parts
  }

  private mutating func readFact(_ scanner: inout RecordScanner) throws(RecordScanError) {
    var fact = RecordLine.FactParts()
    var place: PlacedRange?
    var evidence = EvidenceParts()
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "id": _ = try scanner.string()
      case "type": fact.type = try scanner.string()
      case "range": place = try PlacedRange(scanning: &scanner)
      case "evidence": try evidence.read(&scanner)
      case "confidence": evidence.confidence = try scanner.literal()
      case "polarity": fact.polarity = try scanner.string()
      case "modality": fact.modality = try scanner.string()
      default: try readArgument(key, of: &fact, &scanner)
      }
    }
    guard !fact.type.isEmpty else { throw scanner.failure("a fact needs a type") }
    guard let place else { throw scanner.failure("a fact needs a range") }
    builder.append(RecordLine(fact), place: place.place, utf8Start: place.utf8Start, evidence: evidence.text)
  }

  /// One argument, a list of them, or a word. `source` is the frame's where it stands in a fact other than a dateline,
  /// which has an argument of this name.
  private func readArgument(
    _ name: String, of fact: inout RecordLine.FactParts, _ scanner: inout RecordScanner
  ) throws(RecordScanError) {
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      let argument = try readPiece(&scanner)
      if name == "source", fact.type != "dateline" {
        fact.source = argument
      } else {
        fact.append(name, [argument])
      }
    case UInt8(ascii: "["):
      var arguments: [RecordLine.Argument] = []
      try scanner.expect(UInt8(ascii: "["))
      var isFirst = true
      while try scanner.nextElement(&isFirst) { arguments.append(try readPiece(&scanner)) }
      fact.append(name, arguments)
    default: fact.append(name, word: try scanner.scalarText())
    }
  }

  private func readPiece(_ scanner: inout RecordScanner) throws(RecordScanError) -> RecordLine.Argument {
    var argument = RecordLine.Argument()
    guard scanner.peek() == UInt8(ascii: "{") else {
      argument.text = try scanner.scalarText()
      return argument
    }
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "text": argument.text = try scanner.string()
      case "entity": argument.canonical = canonicals[try scanner.string()]
      case "value": argument.value = try ValueFields(scanning: &scanner)
      default: try scanner.skipValue()
      }
    }
    return argument
  }
}

/// A `range` of the JSON.
struct PlacedRange {
  var place = RecordPlace(line: 1, column: 1, scalars: 0..<0)
  var utf8Start = 0

  init(scanning scanner: inout RecordScanner) throws(RecordScanError) {
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "utf8": utf8Start = try Self.pair(&scanner).lowerBound
      case "scalars": place.scalars = try Self.pair(&scanner)
      case "line": place.line = try scanner.integer()
      case "column": place.column = try scanner.integer()
      default: try scanner.skipValue()
      }
    }
  }

  private static func pair(_ scanner: inout RecordScanner) throws(RecordScanError) -> Range<Int> {
    try scanner.expect(UInt8(ascii: "["))
    let lower = try scanner.integer()
    try scanner.expect(UInt8(ascii: ","))
    let upper = try scanner.integer()
    try scanner.expect(UInt8(ascii: "]"))
    guard lower >= 0, lower <= upper, upper < 1 << 48 else { throw scanner.failure("a range runs forwards from 0") }
    return lower..<upper
  }
}

/// An `evidence` object and a confidence.
struct EvidenceParts {
  var rule = ""
  var rows: [String] = []
  var confidence: String?

  var text: String { EvidenceText.of(rule, rows, confidence) }

  mutating func read(_ scanner: inout RecordScanner) throws(RecordScanError) {
    try scanner.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "rule": rule = try scanner.string()
      case "gazetteer":
        try scanner.expect(UInt8(ascii: "["))
        var isFirstRow = true
        while try scanner.nextElement(&isFirstRow) { rows.append(try scanner.string()) }
      default: try scanner.skipValue()
      }
    }
  }
}
