import HanFacts

/// `hanfacts gazetteer list`: the tables with their rows and distinct canonical names.
struct GazetteerList {
  let isJSON: Bool

  func run(_ knowledge: Knowledge) throws -> Int32 {
    let (tables, folders) = knowledge.tableCounts()
    var out: [UInt8] = []
    if isJSON {
      out.append("{\"tables\":[")
      append(tables, "table", to: &out)
      out.append("],\"folders\":[")
      append(folders, "folder", to: &out)
      out.append("],\"rows\":")
      out.appendJSON(tables.reduce(0) { $0 + $1.rows })
      out.append("}\n")
    } else {
      let width = (tables.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
      var text = Self.line("table", "rows", "names", width)
      var rest = tables[...]
      for folder in folders {
        while let table = rest.first, table.name.prefix(while: { $0 != "/" }) == folder.name[...] {
          text += Self.line(table.name, "\(table.rows)", "\(table.names)", width)
          rest.removeFirst()
        }
        text += Self.line(folder.name + "/", "\(folder.rows)", "\(folder.names)", width) + "\n"
      }
      text += Self.line("all", "\(tables.reduce(0) { $0 + $1.rows })", "", width)
      out = Array(text.utf8)
    }
    try FileSystem.write(out, to: Console.output, "standard output")
    return 0
  }

  private static func line(_ name: String, _ rows: String, _ names: String, _ width: Int) -> String {
    func pad(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    let left = name + pad(width - DisplayWidth.of(name)) + pad(8 - rows.count) + rows
    return names.isEmpty ? left + "\n" : left + pad(8 - names.count) + names + "\n"
  }

  private func append(_ counts: [TableCounts], _ key: String, to out: inout [UInt8]) {
    for (index, count) in counts.enumerated() {
      out.append(index > 0 ? ",\n{" : "\n{")
      out.appendJSON(key)
      out.append(":")
      out.appendJSON(count.name)
      out.append(",\"rows\":")
      out.appendJSON(count.rows)
      out.append(",\"names\":")
      out.appendJSON(count.names)
      out.append("}")
    }
    out.append("\n")
  }
}
