import HanFacts

/// Reads the records of extractions, as `hanfacts extract --format json` and `jsonl` write them, for comparing.
///
/// Document by document, without building the records themselves. Fields that a later version adds to a value take
/// part in the comparison; others are passed over.
struct ExtractionReader {
  let file: String
  let keepsEvidence: Bool

  /// Whether bytes begin like an extraction: an object whose keys are those of a document record or of a list of them,
  /// not those of a text.
  static func looksLikeExtraction(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(afterMark(buffer))
      guard (try? reader.beginObject()) != nil else { return false }
      while let key = try? reader.nextKey() {
        if ["schema", "documents", "entities", "facts"].contains(key) { return true }
        if key == "text" { return false }
        guard (try? reader.skipValue()) != nil else { return false }
      }
      return false
    }
  }

  /// Reads all documents of a file; several objects may follow each other, as in JSONL.
  func read(_ bytes: [UInt8], _ body: (DiffDocument) throws -> Void) throws {
    do {
      try bytes.withUnsafeBufferPointer { buffer in
        var reader = JSONReader(Self.afterMark(buffer))
        var end = reader
        guard (try? end.finish()) == nil else { throw reader.error("the file is empty") }
        repeat {
          try readObject(&reader, body)
          end = reader
        } while (try? end.finish()) == nil
      }
    } catch let error as JSONError {
      throw DiffError(file: file, line: error.position(in: bytes).line, "not an extraction: \(error.message)")
    }
  }

  /// A byte order mark is no part of the text.
  private static func afterMark(_ buffer: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: buffer.dropFirst(3)) : buffer
  }

  /// A document record, or an object that lists them.
  private func readObject(_ reader: inout JSONReader, _ body: (DiffDocument) throws -> Void) throws {
    try reader.beginObject()
    var id: String?
    var holdsDocuments = false
    var records = DocumentParts(keepsEvidence: keepsEvidence)
    var facts: JSONReader?
    while let key = try reader.nextKey() {
      switch key {
      case "schema": try checkSchema(&reader)
      case "documents":
        holdsDocuments = true
        try reader.beginArray()
        while try reader.nextElement() { try readObject(&reader, body) }
      case "id": id = try reader.readString()
      case "entities": try records.readEntities(&reader)
      case "facts":
        // Read at the end: arguments are identified by the canonical forms that the entities carry.
        facts = reader
        try reader.skipValue()
      default: try reader.skipValue()
      }
    }
    if var facts { try records.readFacts(&facts) }
    guard let id else {
      if holdsDocuments { return }
      throw reader.error("a document record needs an id")
    }
    try body(DiffDocument(records.builder, id: id, text: nil))
  }

  private func checkSchema(_ reader: inout JSONReader) throws {
    let schema = try reader.readString()
    guard schema == Document.schema else {
      throw reader.error("its schema is \(schema), and this program reads \(Document.schema)")
    }
  }
}
