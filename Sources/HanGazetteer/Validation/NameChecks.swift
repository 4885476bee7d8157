/// What names say against each other: rows that stand twice, and one surface in two kinds.
struct NameChecks {
  /// A surface in one row.
  private struct Sight {
    var name: Int
    var column: Int
    var isAmbiguous: Bool
  }

  /// A row.
  private struct Name {
    var path: String
    var line: Int
    var surface: String
    var type: String
    var kind: String
    /// Code and parent: what tells places of one name apart.
    var code: String
  }

  private var names: [Name] = []
  private var sights: [String: [Sight]] = [:]
  private var surfaces: [String] = []

  mutating func add(_ table: Table, _ category: TableCategory) {
    let type = TableCategory.recordTypes[category.name] ?? category.name
    let columns = ["kind", "code", "parent", "aliases"].map { table.index(of: $0) }
    var cells: [Range<Int>] = []
    for row in table.rows {
      table.surfaces(of: row, columns[3], into: &cells)
      let number = names.count
      var name = Name(path: table.path, line: row.line, surface: "", type: type, kind: "", code: "")
      name.kind = table.cell(row, columns[0]) ?? ""
      name.code = [columns[1], columns[2]].map { table.cell(row, $0) ?? "" }.joined(separator: "/")
      for (index, range) in cells.enumerated() {
        var text = String(decoding: table.bytes[range], as: UTF8.self)
        let isAmbiguous = text.utf8.last == UInt8(ascii: "?")
        if isAmbiguous { text.removeLast() }
        if index == 0 { name.surface = text }
        if sights[text] == nil { surfaces.append(text) }
        sights[text, default: []].append(
          Sight(name: number, column: table.column(of: range.lowerBound, in: row), isAmbiguous: isAmbiguous))
      }
      names.append(name)
    }
  }

  /// Reports each surface once for each row that says again or otherwise what one before it says.
  func finish(_ diagnostics: inout [TableDiagnostic]) {
    for surface in surfaces {
      guard let found = sights[surface], found.count > 1 else { continue }
      for (index, sight) in found.enumerated().dropFirst() {
        for earlier in found[..<index] where earlier.name != sight.name {
          guard let (severity, message) = conflict(surface, earlier, sight) else { continue }
          let name = names[sight.name]
          diagnostics.append(
            .init(file: name.path, line: name.line, column: sight.column, severity: severity, message: message))
          break
        }
      }
    }
  }

  private func conflict(
    _ surface: String, _ earlier: Sight, _ later: Sight
  ) -> (TableDiagnostic.Severity, String)? {
    let first = names[earlier.name]
    let second = names[later.name]
    let place = "\(first.path):\(first.line)"
    let isStated = earlier.isAmbiguous || later.isAmbiguous
    if TableCategory.grammarTypes.contains(first.type) || TableCategory.grammarTypes.contains(second.type) {
      let isSame = first.type == second.type && first.kind == second.kind
      return isSame ? (.error, "'\(surface)' stands at \(place) already") : nil
    }
    guard first.type == second.type else {
      if isStated { return nil }
      return (
        .error, "'\(surface)' is a \(second.type) here and a \(first.type) at \(place): mark the rarer one with '?'"
      )
    }
    // Places of one name are told apart by their codes.
    if first.code != second.code, second.type == "place" { return nil }
    if first.surface == surface, second.surface == surface {
      if first.kind == second.kind || !isStated {
        return (.error, "'\(surface)' stands at \(place) already: keep one of the rows")
      }
      return nil
    }
    if isStated { return nil }
    if first.kind != second.kind {
      return (
        .error,
        "'\(surface)' is '\(second.surface)' (\(second.kind)) here and '\(first.surface)' (\(first.kind)) at \(place): mark the rarer one with '?'"
      )
    }
    return (
      .warning,
      "'\(surface)' is '\(second.surface)' here and '\(first.surface)' at \(place): mark the rarer one with '?'"
    )
  }
}
