/// The layout of the compiled image: little-endian, every section at a multiple of eight bytes.
///
/// ```
/// header   magic, then offset and size in bytes of each section
/// cells    the double array (see DoubleArrayBuilder)
/// tails    the ends of surfaces that share no more with others: length, then codes
/// entries  what a surface stands for: lists, each closed by a flag
/// rows     table, line and text of each row of the tables of names
/// scalars  the scalar of each character code, from code 1
/// text     the cells of rows, tab between them
/// symbols  names of tables, categories, kinds and contexts, one a line, parted by NUL
/// tables   the tables that are kept as written: name, NUL, bytes, NUL
/// ```
enum ImageFormat {
  static let magic: UInt64 = 0x3130_5A47_4E41_4821
  enum Section: Int, CaseIterable {
    case cells, tails, entries, rows, scalars, text, symbols, tables
  }
  static var headerSize: Int { 8 + Section.allCases.count * 16 }
}

/// What a surface stands for in one row of one table.
package struct GazetteerEntry: BitwiseCopyable {
  /// The cost in thousandths of a nat (natural logarithm).
  package var cost: Int16
  /// The category: the folder, and in `words/` the class. An index into `GazetteerImage.categories`.
  package var category: UInt8
  /// See the constants below.
  package var flags: UInt8
  /// The number of the word's own context, from 1; 0 where it has none.
  package var context: UInt16
  /// The kind, an index into `GazetteerImage.kinds`; 0 is no kind.
  package var kind: UInt16
  /// The table, an index into `GazetteerImage.tableNames`.
  package var table: UInt16
  /// The cost inside the name of an organization; `unseen` where it was not counted there.
  package var inside: Int16
  /// The row in `GazetteerImage` for a table of names; the line in the file for a table of words.
  package var row: UInt32

  /// The value of `inside` for a surface that was not counted inside organizations.
  package static let unseen = Int16.max

  /// The surface is also an ordinary word or something else's name.
  package static let ambiguous: UInt8 = 1
  /// The surface is an alias, not the canonical name.
  package static let alias: UInt8 = 2
  /// A one-character abbreviation of a place.
  package static let abbreviation: UInt8 = 4
  /// The last entry of the surface.
  package static let last: UInt8 = 8
  /// `row` is a line number: the table's rows are not kept.
  package static let isLine: UInt8 = 16
  /// The surface was counted as a name of this type.
  package static let seen: UInt8 = 32

  /// A head that makes no name with places alone: 中国政府.
  package static let generic: UInt8 = 64

  package func has(_ flag: UInt8) -> Bool { flags & flag != 0 }
}

/// Where a row of a table of names stands, and where its cells are.
struct ImageRow: BitwiseCopyable {
  var line: UInt32
  var textStart: UInt32
  var textLength: UInt32
}
