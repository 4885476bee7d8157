/// Writes documents in one output format, one after the other, into one stream.
///
/// ```swift
/// var writer = JSONLinesWriter()
/// var out: [UInt8] = []
/// writer.begin(into: &out)
/// writer.write(document, source: Array(text.utf8), into: &out)
/// writer.end(into: &out)
/// ```
package protocol DocumentWriter {
  /// Appends what stands before the first document.
  mutating func begin(into out: inout [UInt8])
  /// Appends one document; `source` is the decoded text that its ranges index, as UTF-8.
  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8])
  /// Appends what stands behind the last document.
  mutating func end(into out: inout [UInt8])
}

/// Writes one compact record a line.
package struct JSONLinesWriter: DocumentWriter, Sendable {
  /// A writer of lines.
  package init() {}

  /// Appends nothing.
  package mutating func begin(into out: inout [UInt8]) {}

  /// Appends the line of a document.
  package mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    document.appendJSON(to: &out)
    out.append(0x0A)
  }

  /// Appends nothing.
  package mutating func end(into out: inout [UInt8]) {}
}

/// Writes one object, `{"schema": …, "documents": […]}`, whatever the number of documents.
package struct JSONWriter: DocumentWriter, Sendable {
  private let isPretty: Bool
  private var isFirst = true

  /// A writer of one object: a document a line, or laid out over lines for people.
  package init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// Appends the head of the object.
  package mutating func begin(into out: inout [UInt8]) {
    if isPretty {
      out.append("{\n  \"schema\": ")
      out.appendJSON(Document.schema)
      out.append(",\n  \"documents\": [")
    } else {
      out.append("{\"schema\":")
      out.appendJSON(Document.schema)
      out.append(",\"documents\":[")
    }
    isFirst = true
  }

  /// Appends a document.
  package mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    var bytes: [UInt8] = []
    render(document, into: &bytes)
    append(rendered: bytes[...], into: &out)
  }

  /// Appends the document as it stands in the object; needs no order, so that workers may do it.
  package func render(_ document: Document, into out: inout [UInt8]) {
    guard isPretty else { return document.appendJSON(to: &out) }
    JSONIndenter.append(document.jsonBytes(), level: 2, to: &out)
  }

  /// Appends what `render` gave, parted from the document before.
  package mutating func append(rendered: ArraySlice<UInt8>, into out: inout [UInt8]) {
    if !isFirst { out.append(",") }
    out.append(isPretty ? "\n    " : "\n")
    isFirst = false
    out.append(contentsOf: rendered)
  }

  /// Appends the end of the object.
  package mutating func end(into out: inout [UInt8]) {
    if !isFirst { out.append(isPretty ? "\n  " : "\n") }
    out.append(isPretty ? "]\n}\n" : "]}\n")
  }
}

/// A file that a format of several files makes.
package struct DocumentFile: Sendable {
  /// The name below the folder of the output.
  package var name: String
  /// What stands in it.
  package var bytes: [UInt8]

  /// Makes a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Writes documents in a format of several files in a folder, such as brat standoff.
package protocol DocumentFilesWriter {
  /// The files of one document.
  mutating func files(of document: Document, source: [UInt8]) -> [DocumentFile]
  /// The files that belong to no document; asked for once, behind the last.
  mutating func commonFiles() -> [DocumentFile]
}
