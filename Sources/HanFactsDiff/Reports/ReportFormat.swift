/// How a comparison is written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// One line per difference, for people.
  case text
  /// One JSON object.
  case json
  /// A table per document, for a pull request or a step summary.
  case markdown
  /// Workflow commands that GitHub shows at the lines.
  case github
  /// JUnit XML: one test suite per document, one failure per difference.
  case junit
  /// SARIF 2.1.0.
  case sarif
}

/// What a report has to know besides the differences.
public struct ReportContext: Sendable {
  /// What was compared, as the user named it.
  public var oldName: String
  /// With what it was compared.
  public var newName: String
  /// The classes that make the comparison fail; the others are shown as notes.
  public var failOn: Set<ChangeClass> = ChangeClass.reported
  /// The version of the program, for formats that name the tool.
  public var programVersion: String
  /// Whether the text is coloured.
  public var usesColor = false
  /// Whether the records of a document that is on one side only are listed too, in every format but JSON, which always
  /// lists them.
  public var listsWholeDocuments = false
  /// Whether the text shows the names of the differences, for `--accept-only`.
  public var showsIDs = false

  /// Makes a context.
  public init(oldName: String, newName: String, programVersion: String = "") {
    self.oldName = oldName
    self.newName = newName
    self.programVersion = programVersion
  }
}

extension DiffResult {
  /// The report of the comparison.
  public func report(_ format: ReportFormat, _ context: ReportContext) -> [UInt8] {
    switch format {
    case .text: TextReport(context: context).write(self)
    case .json: JSONReport(context: context).write(self)
    case .markdown: MarkdownReport(context: context).write(self)
    case .github: GitHubReport(context: context).write(self)
    case .junit: JUnitReport(context: context).write(self)
    case .sarif: SARIFReport(context: context).write(self)
    }
  }

  /// One line that sums up: `2 added, 1 changed in 1 of 3 documents`.
  public var summary: String {
    var parts = ChangeClass.allCases.compactMap { one in count(one) > 0 ? "\(count(one)) \(one.rawValue)" : nil }
    for (presence, name) in [(DocumentChanges.Presence.added, "new"), (.removed, "missing")]
    where documentCount(presence) > 0 {
      parts.append("\(documentCount(presence)) \(documentCount(presence) == 1 ? "document" : "documents") \(name)")
    }
    if toleratedCount > 0 { parts.append("\(toleratedCount) within tolerance") }
    let total = "\(documents.count) \(documents.count == 1 ? "document" : "documents")"
    return "\(total): " + (parts.isEmpty ? "no differences" : parts.joined(separator: ", "))
  }
}

/// The file a document stands in and the line it begins at there: a line of a JSONL file is named `file.jsonl:7`.
struct SourceFile {
  var path: String
  /// The line of the document in the file; nil where the document is the whole file.
  var line: Int?

  init(document id: String) {
    path = id
    guard let colon = id.lastIndex(of: ":"), let line = Int(id[id.index(after: colon)...]), line > 0,
      id[..<colon].hasSuffix(".jsonl")
    else { return }
    path = String(id[..<colon])
    self.line = line
  }

  /// Line and column in the file of a place in the document.
  func position(of place: RecordPlace?) -> (line: Int, column: Int?)? {
    if let line { return (line, nil) }
    return place.map { ($0.line, $0.column) }
  }
}

extension DocumentChanges {
  /// The changes that a report lists. A document that is new or gone is one difference, not hundreds.
  func listed(_ context: ReportContext) -> [RecordChange] {
    presence == .both || context.listsWholeDocuments ? changes : []
  }
}
