/// What is checked before a table is compiled, at build time and when a user's tables are loaded.
///
/// The checks that need all tables at once are those of `hanfacts gazetteer validate`.
enum TableCheck {
  /// Costs in nats that an entry can hold.
  static let costs = 0.0...32.0

  /// Reports what is wrong with the table as a whole and with the cost column; false where it cannot be used at all.
  static func isUsable(_ table: Table, isUser: Bool, diagnostics: inout [TableDiagnostic]) -> Bool {
    if table.columns.isEmpty { return false }
    guard let category = TableCategory(table: table) else {
      let known = TableCategory.folders.sorted().joined(separator: "/, ")
      diagnostics.append(
        .init(
          file: table.path, line: 1, column: 1,
          message: "no type: put the table below one of the folders \(known)/, or begin it with a line 'type: NAME'"))
      return false
    }
    if let type = table.type, !isName(type) {
      diagnostics.append(
        .init(
          file: table.path, line: 1, column: 7,
          message: "'\(type)' is no type: write small letters, digits and '-', beginning with a letter"))
      return false
    }
    if isUser, category.name == "date" || category.name == "figure" {
      diagnostics.append(
        .init(
          file: table.path, line: 1, column: 7,
          message: "'\(category.name)' comes from the tables in dates/ and figures/; choose a type of your own"))
      return false
    }
    checkCosts(table, &diagnostics)
    return true
  }

  private static func isName(_ type: String) -> Bool {
    guard let first = type.utf8.first, first >= 0x61, first <= 0x7A, type.utf8.count <= 64 else { return false }
    return type.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D || $0 == 0x5F }
  }

  private static func checkCosts(_ table: Table, _ diagnostics: inout [TableDiagnostic]) {
    guard let column = table.index(of: "cost") else { return }
    for row in table.rows {
      let range = table.cellRange(row, column)
      if range.isEmpty { continue }
      let cell = String(decoding: table.bytes[range], as: UTF8.self)
      if let nats = Double(cell), costs.contains(nats) { continue }
      diagnostics.append(
        .init(
          file: table.path, line: row.line, column: table.column(of: range.lowerBound, in: row),
          message: "'\(cell)' is no cost: write nats from 0 to 32, such as 9.5"))
    }
  }
}
