import HanFacts

/// Reads labelled tokens, one a line.
struct CoNLLAnnotations {
  let file: String

  /// A document while it is read.
  private struct Draft {
    var document: EvaluationDocument
    var scalars: [Unicode.Scalar] = []
    var open: (type: String, start: Int)?

    init(id: String) { document = EvaluationDocument(id: id, isSqueezed: true) }

    mutating func close() {
      if let open {
        document.mentions.append(.init(type: EntityType(rawValue: open.type), range: open.start..<scalars.count))
      }
      open = nil
    }

    mutating func add(_ token: String, prefix: Character, type: String) {
      let begins = "BSUW".contains(prefix) || open?.type != type
      if prefix == "O" || begins { close() }
      if prefix != "O", begins { open = (type, scalars.count) }
      scalars += token.unicodeScalars.filter { !$0.isLayout }
      if "ELSUW".contains(prefix) { close() }
    }

    /// The document, its text complete; mentions without a character are left out.
    mutating func finished() -> EvaluationDocument {
      close()
      document.text = String(String.UnicodeScalarView(scalars))
      document.mentions.removeAll { $0.range.isEmpty }
      return document
    }
  }

  func documents(in bytes: ArraySlice<UInt8>) throws(AnnotationFileError) -> [EvaluationDocument] {
    var documents: [EvaluationDocument] = []
    var draft: Draft?
    for (number, line) in AnnotationLines(bytes) {
      let text = String(decoding: line, as: UTF8.self)
      if let id = documentStart(text) {
        if var last = draft { documents.append(last.finished()) }
        draft = Draft(id: id.isEmpty ? "\(file):\(number)" : id)
      } else if text.hasPrefix("# "), !text.contains("\t") {
        continue
      } else if !line.contains(where: { $0 > 0x20 }) {
        draft?.close()
      } else {
        var current = draft ?? Draft(id: file)
        try read(line, number: number, into: &current)
        draft = current
      }
    }
    if var last = draft { documents.append(last.finished()) }
    return documents
  }

  /// The id where a line begins a document; empty where it gives none.
  private func documentStart(_ line: String) -> String? {
    if line.hasPrefix("-DOCSTART-") { return "" }
    guard line.hasPrefix("# newdoc"), !line.contains("\t") else { return nil }
    guard let sign = line.firstIndex(of: "=") else { return "" }
    let id = line[line.index(after: sign)...]
    return id.hasPrefix(" ") ? String(id.dropFirst()) : String(id)
  }

  private func read(_ line: ArraySlice<UInt8>, number: Int, into draft: inout Draft) throws(AnnotationFileError) {
    // Columns are parted by tabulators, else by blanks, as in files of the shared tasks.
    let separator: UInt8 = line.contains(0x09) ? 0x09 : 0x20
    let columns = line.split(separator: separator, omittingEmptySubsequences: separator == 0x20)
    guard columns.count >= 2, let first = columns.first, let last = columns.last else {
      throw AnnotationFileError(
        file: file, line: number, byte: line.count, in: line, "expected a second column with the label")
    }
    let label = String(decoding: last, as: UTF8.self)
    let token = String(decoding: first, as: UTF8.self)
    let place = last.startIndex - line.startIndex
    if label == "O" || label == "_" {
      draft.add(token, prefix: "O", type: "")
      return
    }
    guard let prefix = label.first, "BIESMLUW".contains(prefix), label.dropFirst().hasPrefix("-"), label.count > 2
    else {
      throw AnnotationFileError(
        file: file, line: number, byte: place, in: line, "'\(label)' is no label: expected O, B-TYPE or I-TYPE")
    }
    draft.add(token, prefix: prefix, type: String(label.dropFirst(2)))
  }
}
