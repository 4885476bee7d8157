import HanGazetteer

/// What finds dates, figures and facts: read from the tables that an image keeps as they are written.
package final class ScannerKnowledge: Sendable {
  /// The words and rules of dates.
  let dateTables: DateTables
  let dateScanner: DateScanner
  /// Finds figures.
  let figureScanner: LazyFigureScanner
  /// What words do in the statement of a fact.
  let factLexicon: FactLexicon
  /// What words do in and beside the names of bodies.
  let bodyWords: BodyWords

  /// - Parameters:
  ///   - images: the built-in image first, then that of the user's tables
  ///   - droppedFolders: folders whose tables in the first image are not read (`figures`, `dates`)
  init(images: [GazetteerImage], droppedFolders: Set<String> = []) {
    var tables: [(name: String, bytes: [UInt8])] = []
    for (number, image) in images.enumerated() {
      for (name, bytes) in image.verbatimTables {
        if name.hasPrefix("model/") { continue }
        if number == 0, droppedFolders.contains(String(name.prefix { $0 != "/" })) { continue }
        tables.append((name, Array(bytes)))
      }
    }
    // The built-in tables are tested; a user's faulty table has been refused before.
    dateTables = (try? DateTables(tables.filter { $0.name.hasPrefix("dates/") })) ?? DateTables.none
    dateScanner = DateScanner(tables: dateTables)
    factLexicon = FactLexicon(tables: tables)
    bodyWords = BodyWords(tables: tables)
    // Where a surface stands in several tables, the first one's row comes first.
    let figures = ["units", "currencies", "classifiers", "qualifiers"].flatMap { name in
      tables.filter { $0.name == "figures/\(name).tsv" }.map { (name: name, bytes: $0.bytes) }
    }
    figureScanner = LazyFigureScanner(tables: figures)
  }
}
