/// Reads the cells of a gazetteer table by column name.
struct TableReader {
  private let lines: [[String]]
  private let columns: [String]

  /// Splits a table's bytes; the first line that is neither blank nor a comment names the columns.
  init(bytes: [UInt8]) {
    var rows: [[String]] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      rows.append(cells.map { String(decoding: $0, as: UTF8.self) })
    }
    columns = rows.first ?? []
    lines = Array(rows.dropFirst())
  }

  /// Calls back with a lookup of each row's cells by column name; a missing cell is empty.
  func forEachRow(_ body: ((String) -> String) -> Void) {
    for line in lines {
      body { name in
        guard let column = columns.firstIndex(of: name), column < line.count else { return "" }
        return line[column]
      }
    }
  }
}

extension String {
  /// The parts of a cell between bars.
  var cellParts: [String] { split(separator: "|").map(String.init) }
  /// The parts of a cell between blanks.
  var cellWords: [String] { split(separator: " ").map(String.init) }
}
