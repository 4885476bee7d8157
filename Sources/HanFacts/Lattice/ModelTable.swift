import HanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the rows of a table that the image keeps as written: cells parted by tabs, comments and header skipped.
///
/// Cells are read where they stand, one behind the other, and numbers without making a cell: the tables of the model
/// are read at every start of the program.
struct ModelTable {
  typealias Cell = UnsafeBufferPointer<UInt8>

  private let bytes: Cell

  init(_ bytes: Cell) { self.bytes = bytes }

  /// How many bytes it has.
  var size: Int { bytes.count }

  /// Calls `body` with each row, of which it reads as many cells as it needs. The cells point into the image.
  @inline(__always)
  func forEachRow(header: (inout Row) -> Void = { _ in }, _ body: (inout Row) -> Void) {
    guard var place = bytes.baseAddress else { return }
    let end = place + bytes.count
    var isHeader = true
    while place < end {
      var row = Row(place: place, end: end)
      if place.pointee != 0x0A, place.pointee != UInt8(ascii: "#") {
        if isHeader { header(&row) } else { body(&row) }
        isHeader = false
      }
      place = row.nextRow()
    }
  }

  /// A row, read from its first cell to its last.
  struct Row {
    private var place: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// Whether the last cell has been read.
    private var isRead = false

    fileprivate init(place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
      self.place = place
      self.end = end
    }

    /// The next cell; nil behind the last.
    @inline(__always)
    mutating func cell() -> Cell? {
      if isRead { return nil }
      let start = place
      var place = start
      // Most bytes of a cell are neither of the two that end it nor below them.
      while place < end, place.pointee > 0x0A || place.pointee != 0x09 && place.pointee != 0x0A { place += 1 }
      close(at: place)
      return Cell(start: start, count: place - start)
    }

    /// The one character that the next cell holds, 0 where it holds none or more; nil behind the last.
    @inline(__always)
    mutating func scalar() -> UInt32? {
      // Most are Chinese characters.
      if !isRead, end - place > 3, place.pointee & 0xF0 == 0xE0, place[3] == 0x09 || place[3] == 0x0A {
        let scalar = UTF8Decoding.scalar(place, at: 0).value
        close(at: place + 3)
        return scalar
      }
      return cell().map { ModelTable.scalar($0) ?? 0 }
    }

    /// The whole number that the next cell writes, 0 where it writes none; nil behind the last.
    @inline(__always)
    mutating func integer() -> Int32? {
      if isRead { return nil }
      var place = place
      var value: Int32 = 0
      let isNegative = place < end && place.pointee == UInt8(ascii: "-")
      if isNegative { place += 1 }
      while place < end {
        let digit = place.pointee &- 0x30
        if digit >= 10 {
          if place.pointee == 0x09 || place.pointee == 0x0A { break }
          return looseInteger()
        }
        value = value &* 10 &+ Int32(digit)
        place += 1
      }
      close(at: place)
      return isNegative ? 0 &- value : value
    }

    /// The same for a cell that holds more than a number: what is no digit is passed over.
    private mutating func looseInteger() -> Int32 {
      var place = place
      var value: Int32 = 0
      var isNegative = false
      while place < end, place.pointee != 0x09, place.pointee != 0x0A {
        let digit = place.pointee &- 0x30
        if digit < 10 {
          value = value &* 10 &+ Int32(digit)
        } else if place.pointee == UInt8(ascii: "-") {
          isNegative = true
        }
        place += 1
      }
      close(at: place)
      return isNegative ? 0 &- value : value
    }

    /// Goes on behind the tab that ends a cell.
    @inline(__always)
    private mutating func close(at end: UnsafePointer<UInt8>) {
      isRead = end == self.end || end.pointee != 0x09
      place = isRead ? end : end + 1
    }

    /// Where the next row begins.
    @inline(__always)
    fileprivate func nextRow() -> UnsafePointer<UInt8> {
      if place < end, place.pointee == 0x0A { return place + 1 }
      guard place < end, let found = memchr(place, 0x0A, end - place) else { return end }
      return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
    }
  }

  /// The scalar that a cell of one character holds; nil where it holds none or more.
  @inline(__always)
  static func scalar(_ cell: Cell) -> UInt32? {
    // The tables are well-formed UTF-8.
    guard let base = cell.baseAddress, let lead = cell.first, lead < 0x80 || lead >= 0xC2,
      UTF8Decoding.length(lead: lead) == cell.count
    else { return nil }
    return UTF8Decoding.scalar(base, at: 0).value
  }

  /// Whether a cell holds just these characters.
  static func holds(_ cell: Cell, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  /// Whether a cell holds just this text.
  static func spells(_ cell: Cell, _ text: String) -> Bool {
    guard text.utf8.count == cell.count else { return false }
    var text = text
    return text.withUTF8 { $0.elementsEqual(cell) }
  }

  /// The text of a cell.
  static func string(_ cell: Cell) -> String { String(decoding: cell, as: UTF8.self) }
}
