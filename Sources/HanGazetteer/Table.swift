import HanText

/// One table of a gazetteer folder: its columns and its rows, as written.
///
/// The format is documented in `Gazetteers/README.md`. A row keeps where it stands in the bytes; cells are cut when
/// they are asked for, so that reading a table of a million rows costs little more than looking at its bytes.
package struct Table: Sendable {
  /// One row: its line in the file, and where its cells stand.
  package struct Row: Sendable {
    /// The line in the file, from 1.
    package var line: Int
    /// The bytes of the line, without its end.
    package var bytes: Range<Int>
  }

  /// The path below the gazetteer folder, for example `places/countries.tsv`.
  package let name: String
  /// The file as messages name it.
  package let path: String
  /// The name of the folder: `places`, `words`, …; empty for a table at the top.
  package let folder: String
  /// The type that a `type:` line gives to the rows, if there is one.
  package internal(set) var type: String?
  /// The names of the columns.
  package internal(set) var columns: [String] = []
  /// The line that names the columns, from 1; 0 where there is none.
  package internal(set) var headerLine = 0
  /// The rows in file order.
  package internal(set) var rows: [Row] = []
  /// The file.
  package let bytes: [UInt8]

  /// Where a column stands, or nil.
  package func index(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The cell of a row in a column; nil where it is missing or empty.
  package func cell(_ row: Row, _ column: Int?) -> String? {
    guard let column else { return nil }
    let range = cellRange(row, column)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first cell of a row: the surface.
  package func surface(_ row: Row) -> String { String(decoding: bytes[cellRange(row, 0)], as: UTF8.self) }

  /// All cells of a row.
  package func cells(_ row: Row) -> [String] {
    bytes[row.bytes].split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Where the cell of a row in a column stands in the bytes; empty where it is missing.
  package func cellRange(_ row: Row, _ column: Int) -> Range<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      var start = row.bytes.lowerBound
      var left = column
      while left > 0 {
        while start < row.bytes.upperBound, bytes[start] != 0x09 { start += 1 }
        if start >= row.bytes.upperBound { return row.bytes.upperBound..<row.bytes.upperBound }
        start += 1
        left -= 1
      }
      var end = start
      while end < row.bytes.upperBound, bytes[end] != 0x09 { end += 1 }
      return start..<end
    }
  }

  /// The column in scalars, from 1, at which a byte of a row stands.
  package func column(of offset: Int, in row: Row) -> Int {
    1 + bytes[row.bytes.lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
  }
}

extension Table {
  /// Reads a table from UTF-8 bytes. Rows that are wrong are left out and reported; linear in the bytes.
  ///
  /// - Parameters:
  ///   - name: the path below the gazetteer folder, which names the table in messages and evidence
  ///   - path: the file as messages name it; the name where it is nil
  ///   - bytes: the file
  ///   - diagnostics: receives what is wrong
  package init(name: String, path: String? = nil, bytes: [UInt8], diagnostics: inout [TableDiagnostic]) {
    self.name = name
    self.path = path ?? name
    self.folder = name.utf8.contains(UInt8(ascii: "/")) ? String(name.prefix { $0 != "/" }) : ""
    self.bytes = bytes
    let isWellFormed = bytes.withUnsafeBufferPointer { UTF8Validation.firstInvalidOffset(in: $0) == nil }
    var line = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.withUnsafeBufferPointer { buffer in
      while start < buffer.count {
        line += 1
        var end = start
        while end < buffer.count, buffer[end] != 0x0A { end += 1 }
        let next = end + 1
        if end > start, buffer[end - 1] == 0x0D { end -= 1 }
        read(line: line, start..<end, buffer, isWellFormed: isWellFormed, into: &diagnostics)
        start = next
      }
    }
    if columns.isEmpty {
      diagnostics.append(
        .init(file: self.path, line: max(line, 1), column: 1, message: "no header: the first line names the columns"))
    }
  }

  private mutating func read(
    line: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, isWellFormed: Bool,
    into diagnostics: inout [TableDiagnostic]
  ) {
    guard !range.isEmpty, bytes[range.lowerBound] != UInt8(ascii: "#") else { return }
    let row = Row(line: line, bytes: range)
    if !isWellFormed {
      let piece = UnsafeBufferPointer(rebasing: bytes[range])
      if let bad = UTF8Validation.firstInvalidOffset(in: piece) {
        let column = 1 + piece[..<bad].count { $0 & 0xC0 != 0x80 }
        diagnostics.append(
          .init(file: self.path, line: line, column: column, message: "not UTF-8: save the table as UTF-8"))
        return
      }
    }
    if columns.isEmpty {
      let cells = cells(row)
      if cells.count == 1, type == nil, cells[0].hasPrefix("type:") {
        type = String(cells[0].dropFirst(5).drop { $0 == " " })
      } else {
        readHeader(cells, line: line, into: &diagnostics)
      }
      return
    }
    var count = 1
    var extra = 0
    for index in range where bytes[index] == 0x09 {
      count += 1
      if count == columns.count + 1 { extra = index + 1 }
    }
    if count > columns.count {
      diagnostics.append(
        .init(
          file: self.path, line: line, column: column(of: extra, in: row),
          message: "\(count) cells where the header names \(columns.count) columns"))
    } else if bytes[range.lowerBound] == 0x09 {
      diagnostics.append(.init(file: self.path, line: line, column: 1, message: "the first cell is empty"))
    } else {
      rows.append(row)
    }
  }

  private mutating func readHeader(_ cells: [String], line: Int, into diagnostics: inout [TableDiagnostic]) {
    var column = 1
    for (index, cell) in cells.enumerated() {
      if cell.isEmpty || cells[..<index].contains(cell) {
        diagnostics.append(
          .init(
            file: self.path, line: line, column: column,
            message: cell.isEmpty ? "a column without a name" : "the column '\(cell)' twice"))
      }
      column += cell.unicodeScalars.count + 1
    }
    columns = cells
    headerLine = line
  }
}
