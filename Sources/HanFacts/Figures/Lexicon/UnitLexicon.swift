/// The units, currencies, classifiers and qualifiers of the figure tables, looked up by position in the folded stream.
///
/// ```swift
/// let lexicon = UnitLexicon(tables: [("units", bytes)])
/// lexicon.longest(in: folded, at: 3)?.row.canonical  // "km"
/// ```
package struct UnitLexicon: Sendable {
  private let storage: UnitTables

  var rows: [UnitRow] { storage.rows }
  var qualifiers: [Qualifier] { storage.qualifiers }

  /// Reads the tables `units`, `currencies`, `classifiers` and `qualifiers`; others are ignored.
  ///
  /// Surfaces are folded already, as the tables' format asks.
  package init(tables: [(name: String, bytes: [UInt8])]) { storage = UnitTables(tables) }

  /// The longest surface that begins at a position, and its first row.
  package func longest(in text: UnsafeBufferPointer<UInt32>, at start: Int) -> (end: Int, row: UnitRow)? {
    var best: (end: Int, row: Int)?
    storage.units.forEachPrefix(in: text, at: start) { end, found in best = (end, found.lowerBound) }
    return best.map { ($0.end, storage.rows[storage.units.row(at: $0.row)]) }
  }

  /// The rows of every surface that begins at a position, longest first.
  func matches(in text: UnsafeBufferPointer<UInt32>, at start: Int) -> [(end: Int, row: UnitRow)] {
    var found: [(end: Int, row: UnitRow)] = []
    storage.units.forEachPrefix(in: text, at: start) { end, indices in
      found.insert(contentsOf: indices.lazy.map { (end, storage.rows[storage.units.row(at: $0)]) }, at: 0)
    }
    return found
  }

  /// The row of a unit by its surface.
  func unit(named surface: String) -> UnitRow? {
    let found = storage.units.rows(of: surface).first { storage.rows[storage.units.row(at: $0)].table == "units" }
    return found.map { storage.rows[storage.units.row(at: $0)] }
  }

  /// The longest qualifier that ends at a position and stands before numbers.
  func prefix(in text: UnsafeBufferPointer<UInt32>, endingAt end: Int, floor: Int) -> (start: Int, row: Qualifier)? {
    guard let found = storage.prefixes.longestSuffix(in: text, endingAt: end, floor: floor) else { return nil }
    return (found.start, storage.qualifiers[storage.prefixes.row(at: found.rows.lowerBound)])
  }

  /// The longest qualifier that begins at a position and stands behind units.
  func suffix(in text: UnsafeBufferPointer<UInt32>, at start: Int) -> (end: Int, row: Qualifier)? {
    var best: (end: Int, row: Int)?
    storage.suffixes.forEachPrefix(in: text, at: start) { end, found in best = (end, found.lowerBound) }
    return best.map { ($0.end, storage.qualifiers[storage.suffixes.row(at: $0.row)]) }
  }
}

/// What a lexicon holds; one object, so that a copy of the lexicon costs nothing.
private final class UnitTables: Sendable {
  let rows: [UnitRow]
  let qualifiers: [Qualifier]
  let units: ScalarTrie
  let prefixes: ScalarTrie
  let suffixes: ScalarTrie

  init(_ tables: [(name: String, bytes: [UInt8])]) {
    var rows: [UnitRow] = []
    var qualifiers: [Qualifier] = []
    for table in tables {
      let reader = TableReader(bytes: table.bytes)
      switch table.name {
      case "units", "currencies", "classifiers":
        reader.forEachRow { cell in rows += UnitRow.rows(table: table.name, cell: cell) }
      case "qualifiers":
        reader.forEachRow { cell in qualifiers += Qualifier.rows(cell: cell) }
      default: break
      }
    }
    self.rows = rows
    self.qualifiers = qualifiers
    units = ScalarTrie(rows.enumerated().map { ($1.surface, Int32($0)) })
    let named = qualifiers.enumerated().map { (index: Int32($0), row: $1) }
    prefixes = ScalarTrie(
      named.filter { $0.row.position == .prefix }.map { ($0.row.surface, $0.index) }, isBackward: true)
    suffixes = ScalarTrie(
      named.filter { $0.row.position == .suffix }.map { ($0.row.surface, $0.index) })
  }
}

/// A word that qualifies a number.
struct Qualifier: Sendable {
  /// Where it stands.
  enum Position: String, Sendable { case prefix, inner, suffix }
  /// The word.
  let surface: String
  /// Where it stands.
  let position: Position
  /// What it makes of the value.
  let approximation: Approximation
  /// Characters before a prefix that make another word of it: `节` before `约`.
  let excluded: [UInt32]

  /// The rows of one table line: the surface and its aliases.
  static func rows(cell: (String) -> String) -> [Qualifier] {
    guard let position = Position(rawValue: cell("position")) else { return [] }
    let approximation = Approximation(rawValue: cell("approximation"))
    let excluded = cell("not").unicodeScalars.map(\.value)
    return ([cell("surface")] + cell("aliases").cellParts)
      .map { Qualifier(surface: $0, position: position, approximation: approximation, excluded: excluded) }
  }

  /// The evidence of the row.
  var evidence: String { "figures/qualifiers.tsv:\(surface)" }
}
