/// What codes say by their own structure: ISO 3166-1 alpha-2, GB/T 2260, ISO 4217.
struct CodeChecks {
  private struct Reference {
    var diagnostic: TableDiagnostic
    var parent: String
  }

  /// Codes that rows have; ISO 3166-1 also lists three divisions of China.
  private var known: Set<String> = ["HK", "MO", "TW"]
  private var references: [Reference] = []

  /// Reads a table of places.
  mutating func add(_ table: Table, _ diagnostics: inout [TableDiagnostic]) {
    let code = table.index(of: "code")
    let parent = table.index(of: "parent")
    let kind = table.index(of: "kind")
    for row in table.rows {
      let own = table.cell(row, code) ?? ""
      let above = table.cell(row, parent) ?? ""
      let isCountry = table.cell(row, kind) == "country"
      if !own.isEmpty, let code, let problem = Self.problem(code: own, isCountry: isCountry) {
        diagnostics.append(table.diagnostic(row, at: table.cellRange(row, code).lowerBound, problem))
        continue
      }
      if !own.isEmpty { known.insert(own) }
      guard !above.isEmpty, let parent else { continue }
      let offset = table.cellRange(row, parent).lowerBound
      if let problem = Self.problem(code: above, isCountry: false) {
        diagnostics.append(table.diagnostic(row, at: offset, problem))
      } else if let problem = Self.problem(code: own, parent: above) {
        diagnostics.append(table.diagnostic(row, at: offset, problem))
      } else {
        references.append(
          Reference(
            diagnostic: table.diagnostic(row, at: offset, "no row has the code '\(above)' of the parent"), parent: above
          ))
      }
    }
  }

  /// Reports parents that no table has, once all tables are read. Without any country nothing can be said.
  func finish(_ diagnostics: inout [TableDiagnostic]) {
    let hasCountries = known.contains("CN")
    for reference in references where !known.contains(reference.parent) {
      if reference.parent.utf8.count == 2, !hasCountries { continue }
      if reference.parent.utf8.count == 6, !known.contains("110000") { continue }
      diagnostics.append(reference.diagnostic)
    }
  }

  private static func problem(code: String, isCountry: Bool) -> String? {
    let bytes = Array(code.utf8)
    let isAlpha = bytes.count == 2 && bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    let isDivision = bytes.count == 6 && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isCountry, !isAlpha { return "'\(code)' is no code of a country: ISO 3166-1 has two capital letters" }
    if isAlpha { return nil }
    guard isDivision else {
      return "'\(code)' is no code: two capital letters (ISO 3166-1) or six digits (GB/T 2260)"
    }
    // Provinces are numbered in six regions and, for Taiwan, Hong Kong and Macao, in two more.
    guard let region = bytes.first, region >= 0x31, region <= 0x38, bytes[1] != 0x30 || region == 0x35 else {
      return "'\(code)' begins with no province of GB/T 2260"
    }
    if bytes[2...3].elementsEqual([0x30, 0x30]), !bytes[4...5].elementsEqual([0x30, 0x30]) {
      return "'\(code)' has a county without a prefecture"
    }
    return nil
  }

  /// Whether one division may lie directly in the other.
  private static func problem(code: String, parent: String) -> String? {
    guard code.utf8.count == 6, parent.utf8.count == 6, code != parent else { return nil }
    let isInProvince = code.utf8.prefix(2).elementsEqual(parent.utf8.prefix(2))
    let isProvince = parent.hasSuffix("0000")
    let isInPrefecture = code.utf8.prefix(4).elementsEqual(parent.utf8.prefix(4))
    if isInProvince, isProvince || isInPrefecture { return nil }
    return "'\(code)' does not lie in '\(parent)'"
  }

  /// Currencies have three capital letters; factors are numbers.
  func checkFigures(_ table: Table, _ diagnostics: inout [TableDiagnostic]) {
    let code = table.index(of: "code")
    let factor = table.index(of: "factor")
    for row in table.rows {
      if table.name == "figures/currencies.tsv", let code {
        let cell = table.cell(row, code) ?? ""
        if cell.utf8.count != 3 || !cell.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
          diagnostics.append(
            table.diagnostic(
              row, at: table.cellRange(row, code).lowerBound,
              "'\(cell)' is no code of a currency: ISO 4217 has three capital letters"))
        }
      }
      if let cell = table.cell(row, factor), Double(cell) == nil, !isFraction(cell), let factor {
        diagnostics.append(
          table.diagnostic(row, at: table.cellRange(row, factor).lowerBound, "'\(cell)' is no number"))
      }
    }
  }

  private func isFraction(_ cell: String) -> Bool {
    let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Double($0) != nil }
  }
}
