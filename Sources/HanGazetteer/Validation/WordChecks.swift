/// What is checked in the tables of words: classes, counts, and rows that stand twice.
struct WordChecks {
  private var places: [String: (path: String, line: Int)] = [:]

  mutating func add(_ table: Table, _ classes: Set<String>, _ diagnostics: inout [TableDiagnostic]) {
    guard let wordClass = table.index(of: "class") else {
      diagnostics.append(
        .init(file: table.path, line: table.headerLine, column: 1, message: "a table of words needs a column 'class'"))
      return
    }
    let count = table.index(of: "count")
    for row in table.rows {
      let name = table.cell(row, wordClass) ?? ""
      if !classes.isEmpty, !classes.contains(name) {
        diagnostics.append(
          table.diagnostic(
            row, at: table.cellRange(row, wordClass).lowerBound,
            "'\(name)' is no class of words: \(classes.sorted().joined(separator: ", "))"))
      }
      if let cell = table.cell(row, count), Int(cell).map({ $0 < 0 }) ?? true, let count {
        diagnostics.append(
          table.diagnostic(
            row, at: table.cellRange(row, count).lowerBound, "'\(cell)' is no count: write a whole number"))
      }
      let surface = table.surface(row)
      if let first = places[surface + "\t" + name] {
        diagnostics.append(
          table.diagnostic(row, "'\(surface)' as \(name) stands at \(first.path):\(first.line) already"))
      } else {
        places[surface + "\t" + name] = (table.path, row.line)
      }
    }
  }
}
