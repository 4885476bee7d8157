/// Reads the cells of a gazetteer table.
struct TableReader {
  private let bytes: [UInt8]
  /// Where the rows begin, behind the line that names the columns.
  private var start = 0
  /// The names of the columns; of two of one name the first counts.
  private var columns: [String] = []

  /// Splits a table's bytes; the first line that is neither blank nor a comment names the columns.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        var cells: [Range<Int>] = []
        let isRow = Self.readLine(bytes, from: &start, into: &cells)
        if !isRow { continue }
        columns = cells.map { Self.string(bytes, $0) }
        return
      }
    }
  }

  /// A row, whose cells are read by the places of their columns.
  struct Row {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let cells: [Range<Int>]

    /// The cell in a column; empty where the table has no such column, or the row no such cell.
    subscript(column: Int?) -> String {
      guard let column, column < cells.count, !cells[column].isEmpty else { return "" }
      return TableReader.string(bytes, cells[column])
    }
  }

  /// The place of a column, nil where there is none of the name.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Calls back with each row.
  func forEachRow(_ body: (Row) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var cells: [Range<Int>] = []
      var place = start
      while place < bytes.count {
        guard Self.readLine(bytes, from: &place, into: &cells) else { continue }
        body(Row(bytes: bytes, cells: cells))
      }
    }
  }

  fileprivate static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Reads the cells of a line and goes on behind it; false where it is blank or a comment.
  private static func readLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from place: inout Int, into cells: inout [Range<Int>]
  ) -> Bool {
    cells.removeAll(keepingCapacity: true)
    let first = place
    var cell = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "\t") {
        cells.append(cell..<place)
        cell = place + 1
      }
      place += 1
    }
    cells.append(cell..<place)
    let isRow = place > first && bytes[first] != UInt8(ascii: "#")
    place += 1
    return isRow
  }
}

extension String {
  /// The parts of a cell between bars.
  var cellParts: [String] { parts(between: UInt8(ascii: "|")) }
  /// The parts of a cell between blanks.
  var cellWords: [String] { parts(between: UInt8(ascii: " ")) }

  /// The pairs of a cell of the column `unless`: of `均未有|队伍` 均 with 未, 均 with 有, 队 with 伍, one behind the other.
  var pardonedPairs: [UInt32] {
    cellParts.flatMap { part -> [UInt32] in
      guard let first = part.unicodeScalars.first?.value else { return [] }
      return part.unicodeScalars.dropFirst().flatMap { [first, $0.value] }
    }
  }

  private func parts(between mark: UInt8) -> [String] {
    if isEmpty { return [] }
    if !utf8.contains(mark) { return [self] }
    var parts: [String] = []
    var text = self
    text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == mark {
        if index > start { parts.append(TableReader.string(bytes, start..<index)) }
        start = index + 1
      }
    }
    return parts
  }
}
