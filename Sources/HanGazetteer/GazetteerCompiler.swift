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
/// how often counting saw it as that type (`model/names.tsv`), with the smoothing of `model/parameters.tsv`. A user's
/// tables are compiled over a base image: see `UserLayer` for what their rows cost and what they change in the base.
package struct GazetteerCompiler {
  /// Folders whose tables are kept as written: numbers and grammars, not names.
  package static let verbatimFolders: Set<String> = ["model", "figures", "dates", "facts"]

  private var tables: [Table] = []
  private var verbatim: [(name: String, bytes: [UInt8])] = []
  /// What is below the tables of a user; nil for the built-in tables.
  var user: UserLayer?
  var costs = CountedCosts()

  /// A compiler of built-in tables.
  package init() {}

  /// A compiler of a user's tables that lie over an image.
  package init(over base: GazetteerImage) { user = UserLayer(base: base) }

  /// What the user's tables change in the image below them; known once they are compiled.
  package var patch: GazetteerPatch { user?.patch ?? GazetteerPatch() }

  /// Whether a table of one of these folders was added.
  package func hasTables(in folder: String) -> Bool {
    tables.contains { $0.folder == folder } || verbatim.contains { $0.name.hasPrefix(folder + "/") }
  }

  /// The types of the tables of names that were added: folders, and what `type:` lines say.
  package var categories: Set<String> { Set(tables.compactMap(TableCategory.init(table:)).map(\.name)) }

  /// Adds the bytes of one table, named by its path below the gazetteer folder.
  ///
  /// - Parameter path: the file as messages name it; the table's name where it is nil
  package mutating func add(
    name: String, bytes: [UInt8], path: String? = nil, diagnostics: inout [TableDiagnostic]
  ) {
    let table = Table(name: name, path: path ?? name, bytes: bytes, diagnostics: &diagnostics)
    if Self.verbatimFolders.contains(table.folder) {
      verbatim.append((name, bytes))
      costs.read(table)
    } else if TableCheck.isUsable(table, isUser: user != nil, diagnostics: &diagnostics) {
      tables.append(table)
    }
  }

  /// Adds a table that is kept as written.
  package mutating func addVerbatim(name: String, bytes: [UInt8]) { verbatim.append((name, bytes)) }

  /// The image. Time and space are near linear in the tables.
  package mutating func compile() -> [UInt8] {
    var writer = ImageWriter(contexts: costs.contexts, isDense: user == nil)
    if user == nil { costs.count(tables) }
    for table in tables {
      guard let category = TableCategory(table: table) else { continue }
      if category.isWords { addWords(table, to: &writer) } else { addNames(table, category.name, to: &writer) }
    }
    for (name, bytes) in verbatim { writer.addVerbatim(name: name, bytes: bytes) }
    return writer.finish()
  }

  private mutating func addWords(_ table: Table, to writer: inout ImageWriter) {
    let kind = table.index(of: "kind")
    let count = table.index(of: "count")
    let wordClass = table.index(of: "class")
    let cost = table.index(of: "cost")
    let tableNumber = writer.table(table.name, columns: table.columns)
    var surface = SurfaceCell()
    for row in table.rows {
      surface.read(table, table.cellRange(row, 0), folded: user != nil, allowsRemoval: user != nil)
      if surface.isRemoval, user != nil {
        user?.remove(surface.scalars, words: true)
        continue
      }
      let name = table.cell(row, wordClass) ?? "other"
      let number = Int(table.cell(row, count) ?? "") ?? 0
      let own = Double(table.cell(row, cost) ?? "")
      var entry = GazetteerEntry(
        cost: 0, category: writer.category("words/" + name), flags: GazetteerEntry.isLine, context: 0,
        kind: writer.kind(table.cell(row, kind) ?? ""), table: tableNumber, inside: GazetteerEntry.unseen,
        row: UInt32(clamping: row.line))
      if user != nil {
        let hasCount = table.cell(row, count) != nil
        entry.cost = user?.cost(ofWord: surface.scalars, class: name, count: hasCount ? number : nil, own: own) ?? 0
      } else {
        let text = surface.text
        entry.cost = Self.milli(own ?? costs.word(count: number, class: name))
        entry.context = costs.context(text)
        entry.inside = costs.inside(text, name)
      }
      writer.add(surface: surface.scalars, entry)
    }
  }

  private mutating func addNames(_ table: Table, _ category: String, to writer: inout ImageWriter) {
    let aliases = table.index(of: "aliases")
    let kind = table.index(of: "kind")
    let cost = table.index(of: "cost")
    let weak = table.index(of: "weak")
    let number = writer.category(category)
    let tableNumber = writer.table(table.name, columns: table.columns)
    let kept = ["code", "parent"].compactMap { table.index(of: $0) }
    let share = costs.share(of: category)
    var surface = SurfaceCell()
    var cells: [Range<Int>] = []
    for row in table.rows {
      let isRemoval = table.bytes[row.bytes.lowerBound] == UInt8(ascii: "-") && user != nil
      let rowNumber = isRemoval ? 0 : writer.row(line: row.line, text: table.bytes[row.bytes], keeping: kept)
      let kindNumber = writer.kind(table.cell(row, kind) ?? "")
      let own = Double(table.cell(row, cost) ?? "")
      table.surfaces(of: row, aliases, into: &cells)
      for (index, range) in cells.enumerated() {
        surface.read(table, range, allowsRemoval: user != nil)
        if surface.scalars.isEmpty { continue }
        if isRemoval {
          user?.remove(surface.scalars, words: false)
          continue
        }
        var flags: UInt8 = (surface.isAmbiguous ? GazetteerEntry.ambiguous : 0) | (index > 0 ? GazetteerEntry.alias : 0)
        if let cell = table.cell(row, weak) {
          flags |= GazetteerEntry.ambiguous | (cell == "generic" ? GazetteerEntry.generic : 0)
        }
        if index > 0, surface.scalars.count == 1, category == "places" { flags |= GazetteerEntry.abbreviation }
        var entry = GazetteerEntry(
          cost: 0, category: number, flags: flags, context: 0, kind: kindNumber, table: tableNumber,
          inside: GazetteerEntry.unseen, row: rowNumber)
        if user != nil {
          entry.cost = user?.cost(ofName: surface, category: category, own: own) ?? 0
        } else {
          let text = surface.text
          let seen = costs.seen(text, category)
          if seen > 0 { entry.flags |= GazetteerEntry.seen }
          entry.cost = Self.milli(
            own ?? costs.name(text, seen: seen, length: surface.scalars.count, isAmbiguous: surface.isAmbiguous, share))
          entry.context = costs.context(text)
          entry.inside = costs.inside(text, category)
        }
        writer.add(surface: surface.scalars, entry)
      }
    }
  }

  /// Thousandths of a nat; what parameters of a user's table make no number of is as dear as can be.
  static func milli(_ nats: Double) -> Int16 {
    nats.isNaN ? .max : Int16(max(-32_000, min(32_000, (nats * 1000).rounded())))
  }
}
