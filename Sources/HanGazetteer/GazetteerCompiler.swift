#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compiles tables to the read-only image that `GazetteerImage` looks words up in.
///
/// The same compiler makes the image inside the binary at build time and the image of a user's tables at run time.
/// Costs are negative natural logarithms in thousandths: a word's from its count within its class, a name's from
/// how often counting saw it as that type (`model/names.tsv`), with the smoothing of `model/parameters.tsv`.
package struct GazetteerCompiler {
  /// Folders whose tables are kept as written: numbers and grammars, not names.
  static let verbatimFolders: Set<String> = ["model", "figures", "dates", "facts"]

  private var tables: [Table] = []
  private var verbatim: [(name: String, bytes: [UInt8])] = []
  private var parameters: [String: Double] = [:]
  /// How often a surface was counted as a type: `places\tdonghai` -> count.
  private var nameCounts: [String: Int] = [:]
  private var insideCosts: [String: Int16] = [:]
  private var contexts: [String] = []
  private var contextNumbers: [String: UInt16] = [:]
  private var wordCounts: [String: Int] = [:]

  package init() {}

  /// Adds the bytes of one table, named by its path below the gazetteer folder.
  package mutating func add(name: String, bytes: [UInt8], diagnostics: inout [TableDiagnostic]) {
    let folder = String(name.prefix { $0 != "/" })
    let table = Table(name: name, bytes: bytes, diagnostics: &diagnostics)
    if Self.verbatimFolders.contains(folder) {
      verbatim.append((name, bytes))
      readModel(table)
    } else {
      tables.append(table)
    }
  }

  private mutating func readModel(_ table: Table) {
    switch table.name {
    case "model/parameters.tsv":
      for row in table.rows where row.cells.count > 1 { parameters[row.cells[0]] = Double(row.cells[1]) }
    case "model/names.tsv":
      for row in table.rows where row.cells.count > 2 {
        nameCounts[row.cells[0] + "\t" + row.cells[1]] = Int(row.cells[2]) ?? 0
      }
    case "model/inside_words.tsv":
      for row in table.rows where row.cells.count > 2 {
        insideCosts[row.cells[0] + "\t" + row.cells[1]] = Int16(clamping: Int(row.cells[2]) ?? 9000)
      }
    case "model/contexts.tsv":
      for row in table.rows where contextNumbers[row.cells[0]] == nil && contexts.count < 60_000 {
        contexts.append(row.cells[0])
        contextNumbers[row.cells[0]] = UInt16(contexts.count)
      }
    default: break
    }
  }

  /// The value of a parameter of `model/parameters.tsv`, in nats.
  private func parameter(_ name: String, _ fallback: Double) -> Double { parameters[name] ?? fallback }

  /// The image. Time and space are near linear in the tables.
  package mutating func compile() -> [UInt8] {
    var writer = ImageWriter(contexts: contexts)
    countWords()
    for table in tables {
      if table.folder == "words", table.type == nil { addWords(table, to: &writer) } else { addNames(table, to: &writer) }
    }
    for (name, bytes) in verbatim { writer.addVerbatim(name: name, bytes: bytes) }
    return writer.finish()
  }

  private var classTotals: [String: Double] = [:]
  private var nameTotals: [String: (mass: Double, types: Double)] = [:]

  private mutating func countWords() {
    for table in tables {
      let count = table.index(of: "count")
      let kind = table.index(of: "class")
      if table.folder == "words", table.type == nil {
        for row in table.rows {
          let number = Int(table.cell(row, count) ?? "") ?? 0
          classTotals[table.cell(row, kind) ?? "other", default: 0] += Double(number) + 0.5
          wordCounts[row.cells[0], default: 0] += number
        }
      } else {
        let category = table.type ?? table.folder
        let aliases = table.index(of: "aliases")
        for row in table.rows {
          Self.eachSurface(row, aliases) { surface, _, _ in
            let seen = Double(nameCounts[surface + "\t" + category] ?? 0)
            let old = nameTotals[category] ?? (0, 0)
            nameTotals[category] = (old.mass + pow(seen, 0.75), old.types + 1)
          }
        }
      }
    }
  }

  private static func eachSurface(_ row: Table.Row, _ aliases: Int?, _ body: (String, Bool, Bool) -> Void) {
    func one(_ cell: Substring, _ isAlias: Bool) {
      if cell.isEmpty { return }
      if cell.utf8.last == UInt8(ascii: "?") { body(String(cell.dropLast()), true, isAlias) } else { body(String(cell), false, isAlias) }
    }
    one(row.cells[0][...], false)
    if let aliases, aliases < row.cells.count {
      for part in row.cells[aliases].split(separator: "|") { one(part, true) }
    }
  }

  private func addWords(_ table: Table, to writer: inout ImageWriter) {
    let bodies = table.index(of: "kind")
    let count = table.index(of: "count")
    let kind = table.index(of: "class")
    let cost = table.index(of: "cost")
    let tableNumber = writer.table(table.name, columns: table.columns)
    for row in table.rows {
      let name = table.cell(row, kind) ?? "other"
      let number = Int(table.cell(row, count) ?? "") ?? 0
      var nats = -log((Double(number) + 0.5) / (classTotals[name] ?? 1))
      if let own = Double(table.cell(row, cost) ?? "") { nats = own }
      writer.add(
        surface: row.cells[0],
        GazetteerEntry(
          cost: Self.milli(nats), category: writer.category("words/" + name), flags: GazetteerEntry.isLine,
          context: contextNumbers[row.cells[0]] ?? 0,
          kind: writer.kind(table.cell(row, bodies) ?? ""), table: tableNumber,
          inside: insideCosts[row.cells[0] + "\t" + name] ?? GazetteerEntry.unseen, row: UInt32(clamping: row.line)))
    }
  }

  private func addNames(_ table: Table, to writer: inout ImageWriter) {
    let aliases = table.index(of: "aliases")
    let kind = table.index(of: "kind")
    let cost = table.index(of: "cost")
    let weak = table.index(of: "weak")
    let category = table.type ?? table.folder
    let number = writer.category(category)
    let tableNumber = writer.table(table.name, columns: table.columns)
    let (mass, types) = nameTotals[category] ?? (0, 1)
    let prior = parameter("gazetteer.prior.type", 0.6)
    let constant = parameter("gazetteer.prior.constant", 100)
    let share = prior + constant / max(types, 1)
    let total = mass + prior * types + constant
    for row in table.rows {
      let rowNumber = writer.row(line: row.line, cells: row.cells)
      let kindNumber = writer.kind(table.cell(row, kind) ?? "")
      let own = Double(table.cell(row, cost) ?? "")
      Self.eachSurface(row, aliases) { surface, ambiguous, alias in
        let key = surface.first == "-" ? String(surface.dropFirst()) : surface
        let seen = nameCounts[key + "\t" + category] ?? 0
        var nats = -log((pow(Double(seen), 0.75) + share) / total)
        let length = key.unicodeScalars.count
        if seen == 0 {
          if ambiguous { nats += parameter("gazetteer.ambiguous", 2.5) }
          let asWord = wordCounts[key] ?? 0
          if asWord >= (length <= 2 ? 1 : 2) { nats += parameter("gazetteer.demotion", 1) + 0.5 * log(Double(asWord)) }
        }
        if let own { nats = own }
        var flags: UInt8 = (ambiguous ? GazetteerEntry.ambiguous : 0) | (alias ? GazetteerEntry.alias : 0)
        if let cell = table.cell(row, weak) {
          flags |= GazetteerEntry.ambiguous | (cell == "generic" ? GazetteerEntry.generic : 0)
        }
        if alias, length == 1, category == "places" { flags |= GazetteerEntry.abbreviation }
        if seen > 0 { flags |= GazetteerEntry.seen }
        writer.add(
          surface: key,
          GazetteerEntry(
            cost: Self.milli(nats), category: number, flags: flags, context: contextNumbers[key] ?? 0,
            kind: kindNumber, table: tableNumber, inside: insideCosts[key + "\t" + category] ?? GazetteerEntry.unseen, row: rowNumber))
      }
    }
  }

  private static func milli(_ nats: Double) -> Int16 { Int16(clamping: Int((nats * 1000).rounded())) }
}
