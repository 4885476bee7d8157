/// A row of the unit tables: a surface, what it makes of a number, and how it converts.
package struct UnitRow: Hashable, Sendable {
  /// What a number before the unit becomes.
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// A measured quantity with a UCUM code.
    case measure
    /// An amount of money with an ISO 4217 code.
    case money
    /// A count with a classifier or a noun.
    case classifier
    /// `%`, `‰`.
    case percent
    /// `百分点`, `基点`.
    case point
    /// `成`: tenths.
    case tenth
    /// `折`: the tenths that are left to pay.
    case discount
    /// `倍`.
    case multiple
    /// `番`: doublings.
    case doubling
    /// `岁`.
    case age
    /// `小时`: no figure, but a unit below a slash.
    case duration
  }

  /// Marks of a row.
  package struct Flags: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The characters are often something else.
    package static let weak = Flags(rawValue: 1)
    /// Takes elided decimals: `一米七`.
    package static let tail = Flags(rawValue: 2)
    /// The bare word of a currency: `元`.
    package static let bare = Flags(rawValue: 4)
    /// A subunit of a currency: `角`.
    package static let sub = Flags(rawValue: 8)
    /// Is itself what is counted: `人`.
    package static let noun = Flags(rawValue: 16)
    /// Makes a rank: `50强`.
    package static let rank = Flags(rawValue: 32)
    /// Spoken: `块`, `毛`.
    package static let spoken = Flags(rawValue: 64)
  }

  /// What a row says, shared by all copies of it.
  private final class Storage: Sendable {
    let surface: String
    let table: String
    let canonical: String
    let dimension: String
    let factor: (numerator: ExactDecimal, denominator: ExactDecimal)
    let si: String
    let excluded: [UInt32]
    let pardoned: [UInt32]
    let surfaceLength: Int
    let character: UInt32
    let isASCII: Bool

    init(
      surface: String, table: String, canonical: String, dimension: String,
      factor: (numerator: ExactDecimal, denominator: ExactDecimal), si: String, excluded: [UInt32], pardoned: [UInt32]
    ) {
      self.surface = surface
      self.table = table
      self.canonical = canonical
      self.dimension = dimension
      self.factor = factor
      self.si = si
      self.excluded = excluded
      self.pardoned = pardoned
      var length = 0
      var isASCII = true
      for byte in surface.utf8 {
        if byte & 0xC0 != 0x80 { length += 1 }
        if byte >= 0x80 { isASCII = false }
      }
      surfaceLength = length
      self.isASCII = isASCII
      character = length == 1 ? surface.unicodeScalars.first?.value ?? 0 : 0
    }
  }

  private let storage: Storage
  package let kind: Kind
  package let flags: Flags

  /// Makes a row.
  package init(
    surface: String, table: String, canonical: String, dimension: String,
    factor: (numerator: ExactDecimal, denominator: ExactDecimal), si: String, kind: Kind, flags: Flags,
    excluded: [UInt32], pardoned: [UInt32] = []
  ) {
    storage = Storage(
      surface: surface, table: table, canonical: canonical, dimension: dimension, factor: factor, si: si,
      excluded: excluded, pardoned: pardoned)
    self.kind = kind
    self.flags = flags
  }

  /// The characters as matched.
  package var surface: String { storage.surface }
  /// The table's file name.
  package var table: String { storage.table }
  /// UCUM, ISO 4217, `%`, or the classifier itself.
  package var canonical: String { storage.canonical }
  /// `length`, `mass`, …; empty for classifiers.
  package var dimension: String { storage.dimension }
  /// One unit in `si`, as numerator and denominator; for money in the main unit.
  package var factor: (numerator: ExactDecimal, denominator: ExactDecimal) { storage.factor }
  /// The UCUM code of the SI unit; empty where there is none.
  package var si: String { storage.si }
  /// Characters behind the surface that make another word of it.
  package var excluded: [UInt32] { storage.excluded }
  /// Pairs of an excluded character and one beside it that lets the surface stand nevertheless.
  package var pardoned: [UInt32] { storage.pardoned }
  /// The number of characters of the surface.
  package var surfaceLength: Int { storage.surfaceLength }

  /// The character of a surface of one character, else 0.
  var character: UInt32 { storage.character }
  /// Whether the surface is written in ASCII.
  var isASCII: Bool { storage.isASCII }

  /// The evidence of the row: `figures/units.tsv:公里`.
  package var evidence: String { "figures/\(table).tsv:\(surface)" }

  /// Two rows are equal when they are the same row of the same table.
  package static func == (left: UnitRow, right: UnitRow) -> Bool {
    left.storage === right.storage
      || left.surface == right.surface && left.table == right.table && left.canonical == right.canonical
  }

  /// Hashes the row's name.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(surface)
    hasher.combine(table)
  }

  /// True where the canonical unit is a Chinese one or a compound: the SI quantity is then given.
  package var showsSI: Bool {
    guard kind == .measure, !si.isEmpty else { return false }
    return canonical.utf8.contains { $0 > 127 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
  }
}
