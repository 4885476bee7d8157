import HanGazetteer
import Testing

/// Reading a table: the form of `Gazetteers/README.md`, and messages that point.
@Suite struct TableTests {
  private func read(_ text: String, name: String = "places/towns.tsv") -> (table: Table, messages: [String]) {
    var diagnostics: [TableDiagnostic] = []
    let table = Table(name: name, bytes: Array(text.utf8), diagnostics: &diagnostics)
    return (table, diagnostics.map(\.description))
  }

  @Test func commentsBlankLinesAndMissingCells() {
    let (table, messages) = read("# towns\n\nsurface\taliases\tkind\n周庄镇\t周庄\n# more\n乌镇\t\ttownship\n")
    #expect(messages.isEmpty)
    #expect(table.columns == ["surface", "aliases", "kind"])
    #expect(table.rows.map { table.cells($0) } == [["周庄镇", "周庄"], ["乌镇", "", "township"]])
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.cell(table.rows[0], table.index(of: "kind")) == nil)
    #expect(table.cell(table.rows[1], table.index(of: "aliases")) == nil)
    #expect(table.cell(table.rows[1], table.index(of: "kind")) == "township")
  }

  @Test func typeLineByteOrderMarkAndCRLF() {
    let (table, messages) = read("\u{FEFF}type: stock\r\nsurface\tcode\r\n贵州茅台\t600519\r\n", name: "shares.tsv")
    #expect(messages.isEmpty)
    #expect(table.type == "stock")
    #expect(table.folder == "")
    #expect(table.cells(table.rows[0]) == ["贵州茅台", "600519"])
  }

  @Test(arguments: [
    ("surface\tkind\n乌镇\ttownship\tx\n", "places/towns.tsv:2:13: error: 3 cells where the header names 2 columns"),
    ("surface\tkind\n\ttownship\n", "places/towns.tsv:2:1: error: the first cell is empty"),
    ("surface\tkind\tkind\n", "places/towns.tsv:1:14: error: the column 'kind' twice"),
    ("# nothing\n", "places/towns.tsv:1:1: error: no header: the first line names the columns"),
  ])
  func mistakesAreNamedWithTheirPlace(_ text: String, _ message: String) {
    #expect(read(text).messages == [message])
  }

  @Test func bytesThatAreNotUTF8() {
    var diagnostics: [TableDiagnostic] = []
    let bytes = Array("surface\n乌镇\n周".utf8) + [0xFF] + Array("\n西塘\n".utf8)
    let table = Table(name: "places/towns.tsv", bytes: bytes, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.description) == ["places/towns.tsv:3:2: error: not UTF-8: save the table as UTF-8"])
    #expect(table.rows.map { table.surface($0) } == ["乌镇", "西塘"])
  }
}
