import HanText

/// The surface that a cell writes: `东方?` is 东方, also an ordinary word; `-东方` takes 东方 away.
struct SurfaceCell {
  private(set) var scalars: [UInt32] = []
  private(set) var isAmbiguous = false
  private(set) var isRemoval = false

  /// The surface as text.
  var text: String {
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return text
  }

  /// Reads a cell and folds its surface as texts are folded.
  mutating func read(_ table: Table, _ range: Range<Int>, folded: Bool = true, allowsRemoval: Bool = false) {
    scalars.removeAll(keepingCapacity: true)
    isAmbiguous = false
    isRemoval = false
    table.bytes.withUnsafeBufferPointer { bytes in
      var range = range
      if allowsRemoval, let first = range.first, bytes[first] == UInt8(ascii: "-") {
        isRemoval = true
        range = (range.lowerBound + 1)..<range.upperBound
      }
      if let last = range.last, bytes[last] == UInt8(ascii: "?") {
        isAmbiguous = true
        range = range.lowerBound..<(range.upperBound - 1)
      }
      UTF8Decoding.forEach(UnsafeBufferPointer(rebasing: bytes[range])) { scalar in
        scalars.append(folded ? FoldingTable.shared.fold(scalar) : scalar)
      }
    }
  }
}

extension Table {
  /// Where the surface and the aliases of a row stand in the bytes.
  func surfaces(of row: Row, _ aliases: Int?, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    cells.append(cellRange(row, 0))
    guard let aliases else { return }
    let range = cellRange(row, aliases)
    if range.isEmpty { return }
    bytes.withUnsafeBufferPointer { bytes in
      var start = range.lowerBound
      for index in range where bytes[index] == UInt8(ascii: "|") {
        if index > start { cells.append(start..<index) }
        start = index + 1
      }
      if start < range.upperBound { cells.append(start..<range.upperBound) }
    }
  }
}
