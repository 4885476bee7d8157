extension UnitRow {
  /// The columns of a table.
  struct Columns {
    let surface, aliases, code, dimension, factor, si, flags, excluded, pardoned: Int?

    init(_ reader: TableReader) {
      surface = reader.column("surface")
      aliases = reader.column("aliases")
      code = reader.column("code")
      dimension = reader.column("dimension")
      factor = reader.column("factor")
      si = reader.column("si")
      flags = reader.column("flags")
      excluded = reader.column("not")
      pardoned = reader.column("unless")
    }
  }

  /// Appends the rows of one table line: the surface and its aliases.
  static func add(_ line: TableReader.Row, of table: String, _ columns: Columns, to rows: inout [UnitRow]) {
    let marks = line[columns.flags].cellWords
    let excluded = line[columns.excluded].unicodeScalars.map(\.value)
    let pardoned = line[columns.pardoned].pardonedPairs
    let dimension = table == "currencies" ? "money" : line[columns.dimension]
    let kind = kind(table: table, dimension: dimension, marks: marks)
    let factor = fraction(line[columns.factor])
    let si = line[columns.si]
    let flags = flags(marks)
    let code = kind == .classifier ? nil : line[columns.code]
    func add(_ surface: String) {
      rows.append(
        UnitRow(
          surface: surface, table: table, canonical: code ?? surface, dimension: dimension, factor: factor, si: si,
          kind: kind, flags: flags, excluded: excluded, pardoned: pardoned))
    }
    add(line[columns.surface])
    for alias in line[columns.aliases].cellParts { add(alias) }
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
    if text.isEmpty || text == "1" { return (.one, .one) }
    if let whole = Int(text), text.utf8.first != UInt8(ascii: "+") { return (ExactDecimal(whole), .one) }
    if !text.utf8.contains(UInt8(ascii: "/")) { return (ExactDecimal(Substring(text)) ?? .one, .one) }
    let parts = text.split(separator: "/").map { ExactDecimal($0) ?? .one }
    return (parts.first ?? .one, parts.count > 1 ? parts[1] : .one)
  }
}
