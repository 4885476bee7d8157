import HanFacts

/// Reads the records of extractions, as `hanfacts extract --format json` and `jsonl` write them, for comparing.
///
/// Document by document, without building the records themselves. Fields that a later version adds to a value take
/// part in the comparison; others are passed over.
struct ExtractionReader {
  let file: String
  let keepsEvidence: Bool

  /// Whether bytes begin like an extraction: an object whose keys are those of a document record or of a list of them.
  static func looksLikeExtraction(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = RecordScanner(buffer, position: Self.startOfText(buffer))
      guard (try? scanner.expect(UInt8(ascii: "{"))) != nil else { return false }
      var isFirst = true
      while let key = try? scanner.nextKey(&isFirst) {
        if ["schema", "documents", "entities", "facts"].contains(key) { return true }
        if key == "text" { return false }
        guard (try? scanner.skipValue()) != nil else { return false }
      }
      return false
    }
  }

  /// Reads all documents of a file; several objects may follow each other, as in JSONL.
  func read(_ bytes: [UInt8], _ body: (DiffDocument) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { buffer in
      var scanner = RecordScanner(buffer, position: Self.startOfText(buffer))
      do {
        guard scanner.peek() != nil else { throw scanner.failure("the file is empty") }
        while scanner.peek() != nil { try object(&scanner, body) }
      } catch let error as RecordScanError {
        let line = buffer[..<min(error.offset, buffer.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        throw DiffError(file: file, line: line, "not an extraction: \(error.message)")
      }
    }
  }

  private static func startOfText(_ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// A document record, or an object that lists them.
  private func object(_ scanner: inout RecordScanner, _ body: (DiffDocument) throws -> Void) throws {
    try scanner.expect(UInt8(ascii: "{"))
    var id: String?
    var holdsDocuments = false
    var records = DocumentParts(keepsEvidence: keepsEvidence)
    var factsPosition: Int?
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key {
      case "schema": try checkSchema(&scanner)
      case "documents":
        holdsDocuments = true
        try scanner.expect(UInt8(ascii: "["))
        var isFirstDocument = true
        while try scanner.nextElement(&isFirstDocument) { try object(&scanner, body) }
      case "id": id = try scanner.string()
      case "entities": try records.readEntities(&scanner)
      case "facts":
        // Arguments are identified by the canonical forms that the entities carry.
        factsPosition = scanner.position
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    if let factsPosition {
      var facts = RecordScanner(scanner.bytes, position: factsPosition)
      try records.readFacts(&facts)
    }
    guard let id else {
      if holdsDocuments { return }
      throw scanner.failure("a document record needs an id")
    }
    try body(DiffDocument(records.builder, id: id, text: nil))
  }

  private func checkSchema(_ scanner: inout RecordScanner) throws {
    let schema = try scanner.string()
    guard schema == Document.schema else {
      throw scanner.failure("its schema is \(schema), and this program reads \(Document.schema)")
    }
  }
}
