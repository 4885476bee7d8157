import HanText

/// Reads the rows of a table that the image keeps as written: cells parted by tabs, comments and header skipped.
package struct ModelTable {
  private let bytes: UnsafeBufferPointer<UInt8>

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `body` with the cells of each row. The buffers point into the image.
  package func forEachRow(
    header: ([UnsafeBufferPointer<UInt8>]) -> Void = { _ in }, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) {
    var start = 0
    var isHeader = true
    var cells: [UnsafeBufferPointer<UInt8>] = []
    while start < bytes.count {
      cells.removeAll(keepingCapacity: true)
      var cell = start
      var index = start
      while index < bytes.count, bytes[index] != 0x0A {
        if bytes[index] == 0x09 {
          cells.append(UnsafeBufferPointer(rebasing: bytes[cell..<index]))
          cell = index + 1
        }
        index += 1
      }
      cells.append(UnsafeBufferPointer(rebasing: bytes[cell..<index]))
      let isComment = index == start || bytes[start] == UInt8(ascii: "#")
      start = index + 1
      if isComment { continue }
      if isHeader {
        isHeader = false
        header(cells)
        continue
      }
      body(cells)
    }
  }

  /// The whole number that a cell writes; 0 where it writes none.
  package static func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Int32 {
    var value: Int32 = 0
    var negative = false
    for byte in cell {
      if byte == UInt8(ascii: "-") { negative = true }
      if byte >= 0x30, byte <= 0x39 { value = value &* 10 &+ Int32(byte &- 0x30) }
    }
    return negative ? 0 &- value : value
  }

  /// The scalar that a cell of one character holds; nil where it holds none or more.
  package static func scalar(_ cell: UnsafeBufferPointer<UInt8>) -> UInt32? {
    // The tables are well-formed UTF-8.
    guard let base = cell.baseAddress, let lead = cell.first, lead < 0x80 || lead >= 0xC2,
      UTF8Decoding.length(lead: lead) == cell.count
    else { return nil }
    return UTF8Decoding.scalar(base, at: 0).value
  }

  /// Sixty-four mixed bits of some bytes (FNV-1a): the few thousand words of a table are far from a collision.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The text of a cell.
  package static func string(_ cell: UnsafeBufferPointer<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }
}
