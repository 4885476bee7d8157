import HanFacts
import HanGazetteer

/// `hanfacts gazetteer validate`: what is wrong with tables, a line for each mistake.
struct GazetteerValidate {
  /// The built-in tables where the program is run from its own source.
  private static let standardFolder = "Gazetteers"
  let isJSON: Bool

  /// Checks folders and files together; 1 where a row is wrong.
  func run(_ paths: [String]) throws -> Int32 {
    var paths = paths
    if paths.isEmpty {
      guard FileSystem.status(Self.standardFolder)?.kind == .folder else {
        throw UsageError("'gazetteer validate' needs a folder of tables: there is no ./\(Self.standardFolder) here")
      }
      paths = [Self.standardFolder]
    }
    var validator = GazetteerValidator(vocabulary: GazetteerVocabulary.standard)
    var dateErrors: [TableDiagnostic] = []
    for path in paths {
      for table in try TableFolder.read(path) {
        validator.add(table)
        dateErrors += GazetteerVocabulary.dateErrors(table)
      }
    }
    var report = validator.finish()
    report.diagnostics += dateErrors
    let errors = report.count(.error)
    let output = isJSON ? json(report) : Array(report.diagnostics.map { "\($0)\n" }.joined().utf8)
    try FileSystem.write(output, to: Console.output, "standard output")
    Console.message(
      Self.count(report.tables, "table") + ", " + Self.count(report.rows, "row") + ": "
        + Self.count(errors, "error") + ", " + Self.count(report.count(.warning), "warning")
    )
    return errors > 0 ? 1 : 0
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func json(_ report: GazetteerValidator.Report) -> [UInt8] {
    var out: [UInt8] = []
    out.append("{\"tables\":")
    out.appendJSON(report.tables)
    out.append(",\"rows\":")
    out.appendJSON(report.rows)
    out.append(",\"errors\":")
    out.appendJSON(report.count(.error))
    out.append(",\"warnings\":")
    out.appendJSON(report.count(.warning))
    out.append(",\"diagnostics\":[")
    for (index, diagnostic) in report.diagnostics.enumerated() {
      out.append(index > 0 ? ",\n{\"file\":" : "\n{\"file\":")
      out.appendJSON(diagnostic.file)
      out.append(",\"line\":")
      out.appendJSON(diagnostic.line)
      out.append(",\"column\":")
      out.appendJSON(diagnostic.column)
      out.append(",\"severity\":")
      out.appendJSON(diagnostic.severity.rawValue)
      out.append(",\"message\":")
      out.appendJSON(diagnostic.message)
      out.append("}")
    }
    out.append("]}\n")
    return out
  }
}
