import HanGazetteer

/// How many rows and things a table holds, as `hanfacts gazetteer list` shows it.
package struct TableCounts: Hashable, Sendable {
  /// The table's path below its folder, or the folder itself.
  package var name: String
  package var rows: Int
  /// Distinct canonical names.
  package var names: Int
}

extension Knowledge {
  /// The tables in byte order of their names, and the totals of their folders.
  package func tableCounts() -> (tables: [TableCounts], folders: [TableCounts]) {
    var rows: [String: Int] = [:]
    var names: [String: Set<String>] = [:]
    for image in base.images {
      Self.count(image, &rows, &names)
      for (name, bytes) in image.verbatimTables {
        var ignored: [TableDiagnostic] = []
        let table = Table(name: name, bytes: Array(bytes), diagnostics: &ignored)
        rows[name, default: 0] += table.rows.count
        names[name, default: []].formUnion(table.rows.map { table.surface($0) })
      }
    }
    let sorted = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let tables = sorted.map { TableCounts(name: $0, rows: rows[$0] ?? 0, names: names[$0]?.count ?? 0) }
    var folders: [TableCounts] = []
    var all: Set<String> = []
    for (index, table) in tables.enumerated() {
      let folder = String(table.name.prefix { $0 != "/" })
      all.formUnion(names[table.name] ?? [])
      if folders.last?.name != folder { folders.append(TableCounts(name: folder, rows: 0, names: 0)) }
      folders[folders.count - 1].rows += table.rows
      let isLast = index + 1 == tables.count || tables[index + 1].name.prefix { $0 != "/" } != folder[...]
      if isLast {
        folders[folders.count - 1].names = all.count
        all.removeAll()
      }
    }
    return (tables, folders)
  }

  /// Counts the rows of the tables that are compiled: those of names by row, those of words by line and surface.
  private static func count(_ image: GazetteerImage, _ rows: inout [String: Int], _ names: inout [String: Set<String>])
  {
    var seen: Set<UInt64> = []
    image.forEachSurface { surface, list in
      var index = list
      while true {
        let entry = image.entry(index)
        index += 1
        if image.categories[Int(entry.category)] != GazetteerImage.removedCategory,
          seen.insert(UInt64(entry.table) << 40 | UInt64(entry.row)).inserted
        {
          let table = image.tableNames[Int(entry.table)]
          rows[table, default: 0] += 1
          names[table, default: []].insert(entry.has(GazetteerEntry.isLine) ? surface() : image.cell(0, of: entry))
        }
        if entry.has(GazetteerEntry.last) { return }
      }
    }
  }
}
