import HanGazetteer
import HanText

/// A row of the tables as `hanfacts gazetteer lookup` shows it.
package struct GazetteerRow: Hashable, Sendable {
  /// The table's path below its folder, and the row's line in it.
  package var table: String
  package var line: Int
  /// `place`, `person`, …; `word` in the lexicon, `figure` and `date` in theirs.
  package var type: String
  /// The class of a word.
  package var wordClass: String?
  package var kind: String?
  package var canonical: String
  package var code: String?
  package var parent: String?
  /// Whether the word is another name of the thing, and whether it is also something else.
  package var isAlias = false
  package var isAmbiguous = false
  /// In nats; nil where the table has no costs.
  package var cost: Double?
}

extension Knowledge {
  /// The rows that a word has, in the order of the tables: built-in ones first.
  package func rows(of word: String) -> [GazetteerRow] {
    let folded = word.unicodeScalars.map { FoldingTable.shared.fold($0.value) }
    var rows: [GazetteerRow] = []
    for image in base.images {
      image.withEntries(of: folded) { _, entry in
        let category = image.categories[Int(entry.category)]
        if category == GazetteerImage.removedCategory { return }
        rows.append(Self.row(entry, category, word: folded, image))
      }
    }
    return rows + verbatimRows(of: folded)
  }

  private static func row(
    _ entry: GazetteerEntry, _ category: String, word: [UInt32], _ image: GazetteerImage
  ) -> GazetteerRow {
    func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
    let isWord = category.hasPrefix("words/")
    let type = isWord ? "word" : TableCategory.recordTypes[category] ?? category
    let surface = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    return GazetteerRow(
      table: image.tableNames[Int(entry.table)], line: image.line(of: entry), type: type,
      wordClass: isWord ? String(category.dropFirst(6)) : nil, kind: filled(image.kinds[Int(entry.kind)]),
      canonical: filled(image.cell(0, of: entry)) ?? surface, code: filled(image.cell(named: "code", of: entry)),
      parent: filled(image.cell(named: "parent", of: entry)), isAlias: entry.has(GazetteerEntry.alias),
      isAmbiguous: entry.has(GazetteerEntry.ambiguous), cost: Double(entry.cost) / 1_000)
  }

  /// Rows of the tables that are kept as written: units, currencies, festivals.
  private func verbatimRows(of word: [UInt32]) -> [GazetteerRow] {
    var rows: [GazetteerRow] = []
    for image in base.images {
      for (name, bytes) in image.verbatimTables where !name.hasPrefix("model/") {
        var ignored: [TableDiagnostic] = []
        let table = Table(name: name, bytes: Array(bytes), diagnostics: &ignored)
        let columns = ["aliases", "kind", "code"].map { table.index(of: $0) }
        for row in table.rows {
          let surfaces =
            [table.surface(row)] + (table.cell(row, columns[0]) ?? "").split(separator: "|").map(String.init)
          guard let found = surfaces.firstIndex(where: { $0.unicodeScalars.map(\.value) == word }) else { continue }
          rows.append(
            GazetteerRow(
              table: name, line: row.line, type: table.folder == "dates" ? "date" : "figure",
              kind: table.cell(row, columns[1]), canonical: surfaces[0], code: table.cell(row, columns[2]),
              isAlias: found > 0))
        }
      }
    }
    return rows
  }
}
