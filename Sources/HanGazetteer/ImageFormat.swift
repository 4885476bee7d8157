/// The layout of the compiled image: a binary part, then a part of plain UTF-8.
///
/// The binary part is little-endian, every section at a multiple of eight bytes:
/// ```
/// header   magic, then offset and size in bytes of each section
/// cells    the double array (see DoubleArrayBuilder)
/// tails    the ends of surfaces that share no more with others: length, then codes
/// entries  what a surface stands for: cost and number of the class; lists, each closed by a flag
/// classes  what many entries have in common
/// scalars  the scalar of each character code, from code 1
/// ```
/// The rest is well-formed UTF-8, so that it stands in the program as it is and is read where it stands:
/// ```
/// numbers  the row of each entry (see TextNumber)
/// rows     line and start in `text` of each row of the tables of names, and one more start
/// text     the cells of rows, tab between them
/// symbols  names of tables, categories, kinds, contexts and columns, one a line, parted by NUL
/// tables   the tables that are kept as written: name, NUL, bytes, NUL
/// ```
package enum ImageFormat {
  static let magic: UInt64 = 0x3230_5A47_4E41_4821
  enum Section: Int, CaseIterable {
    case cells, tails, entries, classes, scalars, numbers, rows, text, symbols, tables
  }
  static var headerSize: Int { 8 + Section.allCases.count * 16 }

  /// The size of the binary part of an image.
  package static func binarySize(of image: [UInt8]) -> Int {
    image.withUnsafeBytes { $0.baseAddress.map { start in binarySize(of: start, size: image.count) } ?? 0 }
  }

  /// The size of the binary part of what stands at an address.
  static func binarySize(of image: UnsafeRawPointer, size: Int) -> Int {
    guard size >= headerSize else { return size }
    let offset = image.loadUnaligned(fromByteOffset: 8 + Section.numbers.rawValue * 16, as: UInt64.self).littleEndian
    return Int(min(offset, UInt64(size)))
  }
}

/// A number as four characters of six bits, or as five where an image has a number of 2²⁴ or more: how the sections of
/// plain text hold numbers.
enum TextNumber {
  static let widths = 4...5

  /// How many characters a number of an image has whose largest is this.
  static func width(upTo largest: Int) -> Int { largest < 1 << 24 ? 4 : 5 }

  static func append(_ number: Int, width: Int, to text: inout [UInt8]) {
    for place in 0..<width { text.append(UInt8(truncatingIfNeeded: (number >> (6 * place)) & 63) + 0x30) }
  }

  /// The number at a place; it lies below 2³⁰ whatever stands there.
  @inline(__always)
  static func read(_ text: UnsafePointer<UInt8>, at index: Int, width: Int) -> Int {
    let start = text + index &* width
    var number =
      Int((start[0] &- 0x30) & 63) | Int((start[1] &- 0x30) & 63) << 6 | Int((start[2] &- 0x30) & 63) << 12
      | Int((start[3] &- 0x30) & 63) << 18
    if width > 4 { number |= Int((start[4] &- 0x30) & 63) << 24 }
    return number
  }
}

/// What the decoder reads of an entry first: four bytes, so that those of frequent words stay in the cache.
@frozen
package struct CompactEntry: BitwiseCopyable, Sendable {
  /// The cost in thousandths of a nat.
  package var cost: Int16
  /// The number of the class in the lower bits; the highest marks the last entry of a surface.
  package var bits: UInt16

  static let lastBit: UInt16 = 0x8000
  /// An image has at most so many classes.
  static let classLimit = 0x8000

  /// The number of its class.
  package var classNumber: Int { Int(bits & 0x7FFF) }
  /// Whether it is the last entry of the surface.
  package var isLast: Bool { bits & 0x8000 != 0 }
}

/// What many entries have in common; the meaning of each is told at `GazetteerEntry`.
package struct EntryClass: BitwiseCopyable, Hashable {
  package var category: UInt8
  package var flags: UInt8
  package var context: UInt16
  package var kind: UInt16
  package var table: UInt16
  package var inside: Int16
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
  @inlinable package static var unseen: Int16 { Int16.max }

  /// The surface is also an ordinary word or something else's name.
  @inlinable package static var ambiguous: UInt8 { 1 }
  /// The surface is an alias, not the canonical name.
  @inlinable package static var alias: UInt8 { 2 }
  /// A one-character abbreviation of a place.
  @inlinable package static var abbreviation: UInt8 { 4 }
  /// The last entry of the surface.
  @inlinable package static var last: UInt8 { 8 }
  /// `row` is a line number: the table's rows are not kept.
  @inlinable package static var isLine: UInt8 { 16 }
  /// The surface was counted as a name of this type.
  @inlinable package static var seen: UInt8 { 32 }

  /// A head that makes no name with places alone: 中国政府.
  @inlinable package static var generic: UInt8 { 64 }

  package func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

  /// What it has in common with others.
  var entryClass: EntryClass {
    EntryClass(
      category: category, flags: flags & ~Self.last, context: context, kind: kind, table: table, inside: inside)
  }
}
