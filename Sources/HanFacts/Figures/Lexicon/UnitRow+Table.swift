extension UnitRow {
  /// The rows of one table line: the surface and its aliases.
  static func rows(table: String, cell: (String) -> String) -> [UnitRow] {
    let surfaces = [cell("surface")] + cell("aliases").cellParts
    let marks = cell("flags").cellWords
    let excluded = cell("not").unicodeScalars.map(\.value)
    let pardoned = cell("unless").pardonedPairs
    let dimension = table == "currencies" ? "money" : cell("dimension")
    let kind = kind(table: table, dimension: dimension, marks: marks)
    let factor = fraction(cell("factor"))
    return surfaces.map { surface in
      UnitRow(
        surface: surface, table: table, canonical: table == "classifiers" ? surface : cell("code"),
        dimension: dimension, factor: factor, si: cell("si"), kind: kind, flags: flags(marks), excluded: excluded,
        pardoned: pardoned)
    }
  }

  private static func kind(table: String, dimension: String, marks: [String]) -> Kind {
    switch table {
    case "currencies": return .money
    case "classifiers": return .classifier
    default: break
    }
    if marks.contains("date") { return .duration }
    switch dimension {
    case "percent": return .percent
    case "point": return .point
    case "tenth": return .tenth
    case "discount": return .discount
    case "multiple": return .multiple
    case "doubling": return .doubling
    case "age": return .age
    default: return .measure
    }
  }

  private static let flagNames: [String: Flags] = [
    "weak": .weak, "tail": .tail, "bare": .bare, "sub": .sub, "noun": .noun, "rank": .rank, "spoken": .spoken,
  ]

  private static func flags(_ marks: [String]) -> Flags {
    if marks.isEmpty { return [] }
    return marks.reduce(into: []) { flags, mark in if let flag = flagNames[mark] { flags.insert(flag) } }
  }

  /// Reads `1000`, `2000/3`, `1e-9`; one for an empty cell.
  private static func fraction(_ text: String) -> (numerator: ExactDecimal, denominator: ExactDecimal) {
    if text.isEmpty { return (.one, .one) }
    if let whole = Int(text), text.utf8.first != UInt8(ascii: "+") { return (ExactDecimal(whole), .one) }
    let parts = text.split(separator: "/").map { ExactDecimal($0) ?? .one }
    return (parts.first ?? .one, parts.count > 1 ? parts[1] : .one)
  }
}
