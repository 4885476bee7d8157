/// Checks the tables of a gazetteer folder: each by itself, then against each other.
///
/// Errors are what makes a table wrong: the form, a row that stands twice, one surface in two kinds without a `?`, a
/// code that cannot be, an empty alias. Warnings are what a row can do without.
///
/// ```swift
/// var validator = GazetteerValidator(vocabulary: vocabulary)
/// for table in tables { validator.add(table) }
/// let report = validator.finish()
/// ```
package struct GazetteerValidator {
  /// The words that cells of some columns may hold; what is not listed is not checked.
  package struct Vocabulary: Sendable {
    /// The classes of `words/`.
    package var wordClasses: Set<String>
    /// By type of record: its kinds.
    package var kinds: [String: Set<String>]

    /// Makes a vocabulary.
    package init(wordClasses: Set<String> = [], kinds: [String: Set<String>] = [:]) {
      self.wordClasses = wordClasses
      self.kinds = kinds
    }
  }

  /// What was found, and in how much.
  package struct Report: Sendable {
    /// In the order of files, lines and columns.
    package var diagnostics: [TableDiagnostic]
    package var tables: Int
    package var rows: Int
    /// How many of a severity there are.
    package func count(_ severity: TableDiagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
  }

  let vocabulary: Vocabulary
  private var diagnostics: [TableDiagnostic] = []
  private var names = NameChecks()
  private var words = WordChecks()
  private var codes = CodeChecks()
  private var order: [String: Int] = [:]
  private var rowCount = 0

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Checks a table by itself and keeps what the others are compared with.
  package mutating func add(_ source: SourceTable) {
    order[source.path] = order.count
    let table = Table(name: source.name, path: source.path, bytes: source.bytes, diagnostics: &diagnostics)
    rowCount += table.rows.count
    if table.folder == "model" { return }
    guard TableCheck.isUsable(table, isUser: false, diagnostics: &diagnostics),
      let category = TableCategory(table: table)
    else { return }
    SurfaceChecks.check(table, &diagnostics)
    if category.isWords {
      words.add(table, vocabulary.wordClasses, &diagnostics)
    } else if table.folder == "figures" {
      codes.checkFigures(table, &diagnostics)
    } else if table.folder != "dates" {
      if category.name == "places" { codes.add(table, &diagnostics) }
      checkKinds(table, category)
      names.add(table, category)
    }
  }

  /// Compares the tables with each other and gives all that was found.
  package mutating func finish() -> Report {
    codes.finish(&diagnostics)
    names.finish(&diagnostics)
    let order = self.order
    diagnostics.sort {
      (order[$0.file] ?? 0, $0.line, $0.column, $0.message) < (order[$1.file] ?? 0, $1.line, $1.column, $1.message)
    }
    return Report(diagnostics: diagnostics, tables: order.count, rows: rowCount)
  }

  private mutating func checkKinds(_ table: Table, _ category: TableCategory) {
    guard let type = TableCategory.recordTypes[category.name], let kinds = vocabulary.kinds[type],
      let column = table.index(of: "kind")
    else { return }
    for row in table.rows {
      guard let kind = table.cell(row, column), !kinds.contains(kind) else { continue }
      diagnostics.append(
        .init(
          file: table.path, line: row.line, column: table.column(of: table.cellRange(row, column).lowerBound, in: row),
          message: "'\(kind)' is no kind of \(type): \(kinds.sorted().joined(separator: ", "))"))
    }
  }
}

extension Table {
  /// A diagnostic at the start of a cell of a row.
  func diagnostic(
    _ row: Row, at offset: Int? = nil, _ message: String, severity: TableDiagnostic.Severity = .error
  ) -> TableDiagnostic {
    TableDiagnostic(
      file: path, line: row.line, column: offset.map { column(of: $0, in: row) } ?? 1, severity: severity,
      message: message)
  }
}
