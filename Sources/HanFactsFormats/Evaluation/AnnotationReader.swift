import HanFacts

/// Reads annotated documents: our JSON and JSONL, the light form of them, brat's standoff format, and CoNLL.
///
/// - JSON: a document record, the object with `documents`, or an array of either.
/// - The light form: `{"id": "…", "text": "…", "entities": [{"type": "place", "start": 4, "end": 6}]}` with half-open
///   offsets in Unicode scalars; a mention may be `"optional": true` and may list `"alt": [[4, 7]]`, ranges as good.
/// - CoNLL: the first column is a character or word, the last its label in BIO or BIOES; `# newdoc id = …` or
///   `-DOCSTART-` begins a document. The text is the tokens, one behind the other.
public enum AnnotationReader {
  /// Reads the documents of a JSON, JSONL or CoNLL file; its first character says which it is.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, UTF-8
  ///   - file: its name, for messages and for documents without id
  /// - Throws: ``AnnotationFileError`` with line and column.
  public static func documents(in bytes: [UInt8], file: String) throws(AnnotationFileError) -> [EvaluationDocument] {
    try check(bytes, file: file)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    switch content.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try JSONAnnotations(file: file).documents(in: content)
    case nil: return []
    default: return try CoNLLAnnotations(file: file).documents(in: content)
    }
  }

  /// Reads one document of brat's standoff format.
  ///
  /// Triggers of events and annotations of type `argument`, which ``BratWriter`` makes for facts, are left out; a
  /// mention in pieces runs from the first to the last.
  /// - Parameters:
  ///   - annotations: the content of the `.ann` file
  ///   - text: the content of the `.txt` file
  ///   - id: the document's name
  ///   - file: the name of the `.ann` file, for messages
  public static func bratDocument(
    annotations: [UInt8], text: [UInt8], id: String, file: String
  ) throws(AnnotationFileError) -> EvaluationDocument {
    try check(annotations, file: file)
    try check(text, file: file)
    return try BratAnnotations(file: file, text: text).document(in: annotations, id: id)
  }

  private static func check(_ bytes: [UInt8], file: String) throws(AnnotationFileError) {
    // Decoding repairs what is not UTF-8; the first byte that differs is where it is not.
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    if repaired.count == bytes.count, repaired == bytes { return }
    let offset = zip(bytes, repaired).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    throw AnnotationFileError(
      file: file, offset: offset ?? min(bytes.count, repaired.count), in: bytes[...], "not valid UTF-8")
  }
}

/// The lines of a file, without LF or CR LF.
struct AnnotationLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var number = 0
  private var isDone: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
    isDone = bytes.isEmpty
  }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    guard !isDone else { return nil }
    number += 1
    let end = rest.firstIndex(of: 0x0A)
    var line = rest[..<(end ?? rest.endIndex)]
    if let end, end + 1 < rest.endIndex { rest = rest[(end + 1)...] } else { isDone = true }
    if line.last == 0x0D { line = line.dropLast() }
    return (number, line)
  }
}
