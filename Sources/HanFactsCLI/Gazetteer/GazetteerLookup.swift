import HanFacts

/// `hanfacts gazetteer lookup`: every row that a word has.
struct GazetteerLookup {
  let knowledge: Knowledge
  let isJSON: Bool
  let isColored: Bool

  /// Writes the rows and returns 1 where a word has none.
  func run(_ words: [String]) throws -> Int32 {
    let output = try OutputFile(nil)
    var isMissing = false
    var bytes: [UInt8] = isJSON ? Array("[".utf8) : []
    for (index, word) in words.enumerated() {
      let rows = knowledge.rows(of: word)
      if rows.isEmpty { isMissing = true }
      if isJSON {
        bytes.append(contentsOf: index > 0 ? ",\n".utf8 : "\n".utf8)
        appendJSON(word, rows, to: &bytes)
      } else {
        bytes.append(contentsOf: text(word, rows).utf8)
      }
      if bytes.count > 1 << 16 {
        try output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    if isJSON { bytes.append(contentsOf: "\n]\n".utf8) }
    try output.write(bytes)
    return isMissing ? 1 : 0
  }

  private func text(_ word: String, _ rows: [GazetteerRow]) -> String {
    var text = isColored ? "\u{1B}[1m\(word)\u{1B}[0m\n" : word + "\n"
    if rows.isEmpty { return text + "  no row\n" }
    let cells = rows.map { row in
      [
        row.type, row.wordClass ?? row.kind ?? "", row.canonical, code(row),
        row.cost.map { "cost \($0)" + (row.isAmbiguous ? " ?" : "") } ?? "", "\(row.table):\(row.line)",
      ]
    }
    let widths = (0..<5).map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    for line in cells {
      var out = " "
      for (column, cell) in line.enumerated() {
        if column < 5, widths[column] == 0 { continue }
        out += " " + cell
        if column < 5 { out += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 1) }
      }
      text += out + "\n"
    }
    return text
  }

  private func code(_ row: GazetteerRow) -> String {
    guard let code = row.code else { return row.parent.map { "in \($0)" } ?? "" }
    return row.parent.map { "\(code) in \($0)" } ?? code
  }

  private func appendJSON(_ word: String, _ rows: [GazetteerRow], to out: inout [UInt8]) {
    out.append("{\"word\":")
    out.appendJSON(word)
    out.append(",\"rows\":[")
    for (index, row) in rows.enumerated() {
      if index > 0 { out.append(",") }
      out.append("{\"table\":")
      out.appendJSON(row.table)
      out.append(",\"line\":")
      out.appendJSON(row.line)
      out.append(",\"type\":")
      out.appendJSON(row.type)
      member("class", row.wordClass, &out)
      member("kind", row.kind, &out)
      member("canonical", row.canonical, &out)
      member("code", row.code, &out)
      member("parent", row.parent, &out)
      if row.isAlias { out.append(",\"alias\":true") }
      if row.isAmbiguous { out.append(",\"ambiguous\":true") }
      if let cost = row.cost {
        out.append(",\"cost\":")
        out.append(contentsOf: "\(cost)".utf8)
      }
      out.append("}")
    }
    out.append("]}")
  }

  private func member(_ name: String, _ value: String?, _ out: inout [UInt8]) {
    guard let value else { return }
    out.append(",")
    out.appendJSON(name)
    out.append(":")
    out.appendJSON(value)
  }
}
