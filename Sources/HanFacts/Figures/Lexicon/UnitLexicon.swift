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
    guard let hits = longestMatch(in: text, at: start, before: .max) else { return nil }
    return (hits.end, storage.rows[storage.units.row(at: hits.places.lowerBound)])
  }

  /// The longest surface that begins at a position and ends before another, and its rows; nil where there is none.
  @inline(__always)
  func longestMatch(in text: UnsafeBufferPointer<UInt32>, at start: Int, before limit: Int) -> UnitHits? {
    storage.units.longestPrefix(in: text, at: start, before: limit).map { UnitHits(end: $0.end, places: $0.rows) }
  }

  /// The row at a place of the hits.
  @inline(__always)
  func mark(at place: Int) -> UnitMark { storage.marks[storage.units.row(at: place)] }

  /// The longest surface that begins at a position, and its first row.
  @inline(__always)
  func longestMark(in text: UnsafeBufferPointer<UInt32>, at start: Int) -> (end: Int, row: UnitMark)? {
    guard let hits = longestMatch(in: text, at: start, before: .max) else { return nil }
    return (hits.end, mark(at: hits.places.lowerBound))
  }

  /// Whether a character behind the surface makes another word of it, unless the one behind that says otherwise.
  @inline(__always)
  func excludes(_ mark: UnitMark, _ scalar: UInt32, _ next: UInt32) -> Bool {
    if mark.excludedCount == 0 { return false }
    guard contains(storage.excluded, mark.excludedStart, mark.excludedCount, scalar) else { return false }
    return !pardons(mark.excludedStart + mark.excludedCount, mark.pardonedCount, scalar, next)
  }

  /// Whether a pair of characters stands among those that let a word stand nevertheless.
  private func pardons(_ start: Int32, _ count: Int32, _ first: UInt32, _ second: UInt32) -> Bool {
    var place = Int(start)
    let end = place + Int(count)
    while place + 1 < end, end <= storage.excluded.count {
      if storage.excluded[place] == first, storage.excluded[place + 1] == second { return true }
      place += 2
    }
    return false
  }

  private func contains(_ list: [UInt32], _ start: Int32, _ count: Int32, _ scalar: UInt32) -> Bool {
    for index in Int(start)..<Int(start + count) where list[index] == scalar { return true }
    return false
  }

  /// What a character says beside a number: bits of `NumberNeighbour`.
  @inline(__always)
  func neighbour(_ scalar: UInt32) -> UInt8 { scalar < 0x10000 ? storage.neighbours[Int(scalar)] : .max }

  /// The rows that the scanner asks for by name.
  var named: NamedUnits { storage.named }

  /// The row of a mark.
  func row(of mark: UnitMark) -> UnitRow { storage.rows[Int(mark.row)] }

  /// The text of a canonical unit.
  func text(of canonical: UnitMark.Canonical) -> String { storage.canonicals[Int(canonical.number)] }

  /// Whether two units have one canonical form.
  func haveOneCanonical(_ first: UnitMatch, _ second: UnitMatch) -> Bool {
    if first.canonical == second.canonical, first.canonicalBelow == second.canonicalBelow,
      first.countBelow == second.countBelow
    {
      return true
    }
    return text(of: first) == text(of: second)
  }

  /// The text of a unit's canonical form.
  func text(of unit: UnitMatch) -> String {
    guard let below = unit.canonicalBelow else { return text(of: unit.canonical) }
    let lower = unit.countBelow > 1 ? "(\(unit.countBelow).\(text(of: below)))" : text(of: below)
    return text(of: unit.canonical) + "/" + lower
  }

  /// An approximation by its code.
  func approximation(_ code: ApproximationCode) -> Approximation {
    let number = Int(code.rawValue)
    return number < storage.approximations.count ? storage.approximations[number] : .exact
  }

  /// The longest qualifier that ends at a position and stands before numbers.
  @inline(__always)
  func prefix(in text: UnsafeBufferPointer<UInt32>, endingAt end: Int, floor: Int) -> (start: Int, row: QualifierMark)?
  {
    guard let found = storage.prefixes.longestSuffix(in: text, endingAt: end, floor: floor) else { return nil }
    return (found.start, storage.qualifierMarks[storage.prefixes.row(at: found.rows.lowerBound)])
  }

  /// Whether a character stands before a qualifier that makes another word of it, unless the one before that says otherwise.
  func excludes(_ mark: QualifierMark, _ scalar: UInt32, _ next: UInt32) -> Bool {
    mark.excludedCount > 0 && contains(storage.excluded, mark.excludedStart, mark.excludedCount, scalar)
      && !pardons(mark.excludedStart + mark.excludedCount, mark.pardonedCount, scalar, next)
  }

  /// Whether the name of a series ends at a position, behind which a number tells a model: 麒麟980.
  func endsSeries(in text: UnsafeBufferPointer<UInt32>, at end: Int, floor: Int) -> Bool {
    storage.series.longestSuffix(in: text, endingAt: end, floor: floor) != nil
  }

  /// The longest qualifier that begins at a position and stands behind units.
  @inline(__always)
  func suffix(in text: UnsafeBufferPointer<UInt32>, at start: Int) -> (end: Int, row: QualifierMark)? {
    guard let found = storage.suffixes.longestPrefix(in: text, at: start, before: .max) else { return nil }
    return (found.end, storage.qualifierMarks[storage.suffixes.row(at: found.rows.lowerBound)])
  }

  /// The longest name of a currency that ends at a position.
  @inline(__always)
  func currency(in text: UnsafeBufferPointer<UInt32>, endingAt end: Int, floor: Int) -> (start: Int, row: UnitMark)? {
    guard let found = storage.currencies.longestSuffix(in: text, endingAt: end, floor: floor) else { return nil }
    return (found.start, storage.marks[storage.currencies.row(at: found.rows.lowerBound)])
  }
}

/// The rows of a surface that begins at a position.
struct UnitHits {
  /// Where the surface ends.
  let end: Int
  /// The places of its rows, for `UnitLexicon.mark(at:)`.
  let places: Range<Int>
}

/// The rows that the scanner asks for by name; nil where the tables lack them.
struct NamedUnits: Sendable {
  let metre, percent, permille, celsius, fahrenheit, tenth, discount, hour, second, minute: UnitMark?
}

/// What a lexicon holds; one object, so that a copy of the lexicon costs nothing.
private final class UnitTables: Sendable {
  let rows: [UnitRow]
  let qualifiers: [Qualifier]
  /// The rows and the qualifiers as the scanner reads them.
  let marks: [UnitMark]
  let qualifierMarks: [QualifierMark]
  /// The excluded characters of all rows and qualifiers, one behind the other.
  let excluded: [UInt32]
  /// The canonical units by number.
  let canonicals: [String]
  /// The approximations by code.
  let approximations: [Approximation]
  let named: NamedUnits
  /// By character of the basic plane: bits of `NumberNeighbour`.
  let neighbours: [UInt8]
  let units: ScalarTrie
  let prefixes: ScalarTrie
  let suffixes: ScalarTrie
  /// The names of series, backwards.
  let series: ScalarTrie
  /// The names of currencies, backwards.
  let currencies: ScalarTrie

  init(_ tables: [(name: String, bytes: [UInt8])]) {
    var rows: [UnitRow] = []
    var qualifiers: [Qualifier] = []
    for table in tables {
      let reader = TableReader(bytes: table.bytes)
      switch table.name {
      case "units", "currencies", "classifiers":
        let columns = UnitRow.Columns(reader)
        // A surface has some twenty bytes.
        rows.reserveCapacity(rows.count + table.bytes.count / 18)
        reader.forEachRow { UnitRow.add($0, of: table.name, columns, to: &rows) }
      case "qualifiers":
        let columns = Qualifier.Columns(reader)
        reader.forEachRow { qualifiers += Qualifier.rows($0, columns) }
      default: break
      }
    }
    self.rows = rows
    self.qualifiers = qualifiers
    neighbours = NumberNeighbour.table(rows, qualifiers)
    var maker = UnitMarkMaker()
    let marks = rows.enumerated().map { maker.mark(of: $1, number: $0) }
    self.marks = marks
    qualifierMarks = qualifiers.enumerated().map { maker.mark(of: $1, number: $0) }
    excluded = maker.excluded
    canonicals = maker.canonicals.texts
    approximations = maker.approximations
    let units = ScalarTrie(rows.enumerated().map { ($1.surface, Int32($0)) })
    self.units = units
    func unit(_ surface: String) -> UnitMark? {
      let found = units.rows(of: surface).first { rows[units.row(at: $0)].table == "units" }
      return found.map { marks[units.row(at: $0)] }
    }
    self.named = NamedUnits(
      metre: unit("米"), percent: unit("%"), permille: unit("‰"), celsius: unit("摄氏度"), fahrenheit: unit("华氏度"),
      tenth: unit("成"), discount: unit("折"), hour: unit("小时"), second: unit("秒"), minute: unit("分钟"))
    currencies = ScalarTrie(
      rows.enumerated().filter { $1.kind == .money && !$1.flags.contains(.bare) && !$1.flags.contains(.sub) }
        .map { ($1.surface, Int32($0)) }, isBackward: true)
    let named = qualifiers.enumerated().map { (index: Int32($0), row: $1) }
    prefixes = ScalarTrie(
      named.filter { $0.row.position == .prefix }.map { ($0.row.surface, $0.index) }, isBackward: true)
    suffixes = ScalarTrie(
      named.filter { $0.row.position == .suffix }.map { ($0.row.surface, $0.index) })
    series = ScalarTrie(
      named.filter { $0.row.position == .series }.map { ($0.row.surface, $0.index) }, isBackward: true)
  }
}

/// A word that qualifies a number.
struct Qualifier: Sendable {
  /// Where it stands.
  enum Position: String, Sendable { case prefix, inner, suffix, series }
  /// The word.
  let surface: String
  /// Where it stands.
  let position: Position
  /// What it makes of the value.
  let approximation: Approximation
  /// Characters before a prefix that make another word of it: `节` before `约`.
  let excluded: [UInt32]
  /// Pairs of such a character and one before it that lets the word stand nevertheless.
  let pardoned: [UInt32]

  /// The columns of the table.
  struct Columns {
    let surface, aliases, position, approximation, excluded, pardoned: Int?

    init(_ reader: TableReader) {
      surface = reader.column("surface")
      aliases = reader.column("aliases")
      position = reader.column("position")
      approximation = reader.column("approximation")
      excluded = reader.column("not")
      pardoned = reader.column("unless")
    }
  }

  /// The rows of one table line: the surface and its aliases.
  static func rows(_ line: TableReader.Row, _ columns: Columns) -> [Qualifier] {
    guard let position = Position(rawValue: line[columns.position]) else { return [] }
    let approximation = Approximation(rawValue: line[columns.approximation])
    let excluded = line[columns.excluded].unicodeScalars.map(\.value)
    let pardoned = line[columns.pardoned].pardonedPairs
    return ([line[columns.surface]] + line[columns.aliases].cellParts)
      .map {
        Qualifier(
          surface: $0, position: position, approximation: approximation, excluded: excluded, pardoned: pardoned)
      }
  }

  /// The evidence of the row.
  var evidence: String { "figures/qualifiers.tsv:\(surface)" }
}
