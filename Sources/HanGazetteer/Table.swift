/// One table of a gazetteer folder: its columns and its rows, as written.
///
/// The format is documented in `Gazetteers/README.md`.
public struct Table: Sendable {
  /// One row: its line in the file and its cells.
  public struct Row: Sendable {
    /// The line in the file, from 1.
    public var line: Int
    /// The cells, in the order of the columns; missing ones at the end are left out.
    public var cells: [String]
  }

  /// The path below the gazetteer folder, for example `places/countries.tsv`.
  public var name: String
  /// The name of the folder: `places`, `words`, …; empty for a table at the top.
  public var folder: String
  /// The type that a `type:` line gives to the rows, if there is one.
  public var type: String?
  /// The names of the columns.
  public var columns: [String]
  /// The rows in file order.
  public var rows: [Row]

  /// Where a column stands, or nil.
  public func index(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The cell of a row in a column; nil where it is missing or empty.
  public func cell(_ row: Row, _ column: Int?) -> String? {
    guard let column, column < row.cells.count, !row.cells[column].isEmpty else { return nil }
    return row.cells[column]
  }
}

extension Table {
  /// Reads a table from UTF-8 bytes. Rows that are wrong are left out and reported; linear in the bytes.
  ///
  /// - Parameters:
  ///   - name: the path below the gazetteer folder, which names the table in messages and evidence
  ///   - bytes: the file
  ///   - diagnostics: receives what is wrong
  public init(name: String, bytes: [UInt8], diagnostics: inout [TableDiagnostic]) {
    self.name = name
    self.folder = name.utf8.contains(UInt8(ascii: "/")) ? String(name.prefix { $0 != "/" }) : ""
    self.type = nil
    self.columns = []
    self.rows = []
    var line = 0
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var last = end
      if last > start, bytes[last - 1] == 0x0D { last -= 1 }
      read(line: line, bytes[start..<last], into: &diagnostics)
      start = end + 1
    }
    if columns.isEmpty {
      diagnostics.append(
        .init(file: name, line: max(line, 1), column: 1, message: "no header: the first line names the columns"))
    }
  }

  private mutating func read(line: Int, _ bytes: ArraySlice<UInt8>, into diagnostics: inout [TableDiagnostic]) {
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return }
    if let bad = Self.firstInvalidByte(in: bytes) {
      diagnostics.append(
        .init(
          file: name, line: line, column: bad, message: "not UTF-8: save the table as UTF-8"))
      return
    }
    var cells: [String] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x09 {
      cells.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    cells.append(String(decoding: bytes[start..<bytes.endIndex], as: UTF8.self))
    if columns.isEmpty {
      if cells.count == 1, type == nil, cells[0].hasPrefix("type:") {
        type = String(cells[0].dropFirst(5).drop { $0 == " " })
        return
      }
      readHeader(cells, line: line, into: &diagnostics)
      return
    }
    if cells.count > columns.count {
      let column = 1 + cells[..<columns.count].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      diagnostics.append(
        .init(
          file: name, line: line, column: column,
          message: "\(cells.count) cells where the header names \(columns.count) columns"))
      return
    }
    if cells[0].isEmpty {
      diagnostics.append(.init(file: name, line: line, column: 1, message: "the first cell is empty"))
      return
    }
    rows.append(Row(line: line, cells: cells))
  }

  private mutating func readHeader(_ cells: [String], line: Int, into diagnostics: inout [TableDiagnostic]) {
    var column = 1
    for (index, cell) in cells.enumerated() {
      if cell.isEmpty || cells[..<index].contains(cell) {
        diagnostics.append(
          .init(
            file: name, line: line, column: column,
            message: cell.isEmpty ? "a column without a name" : "the column '\(cell)' twice"))
      }
      column += cell.unicodeScalars.count + 1
    }
    columns = cells
  }

  /// The 1-based column of the first byte that is not UTF-8, in scalars; nil where all is well.
  private static func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var column = 1
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: column += 1
      case .emptyInput: return nil
      case .error: return column
      }
    }
  }
}
