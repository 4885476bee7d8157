import Foundation
import Testing

/// `hanfacts gazetteer`, and users' tables on the command line.
@Suite struct GazetteerCommandTests {
  private func rows(_ result: Program.Result) throws -> [[[String: Any]]] {
    let words = try #require(try result.json() as? [[String: Any]])
    return words.map { $0["rows"] as? [[String: Any]] ?? [] }
  }

  @Test func lookupShowsEveryRow() throws {
    let result = try Program.run(["gazetteer", "lookup", "--format", "json", "嵩县", "xyzzy"])
    #expect(result.status == 1)
    let rows = try rows(result)
    #expect(rows.count == 2 && rows[1].isEmpty)
    let county = try #require(rows[0].first { $0["type"] as? String == "place" })
    #expect(county["table"] as? String == "places/divisions.tsv")
    #expect(county["code"] as? String == "410325")
    #expect(county["kind"] as? String == "county")
    #expect(county["canonical"] as? String == "嵩县")
    #expect((county["line"] as? Int ?? 0) > 1)
  }

  @Test func lookupFoldsTheWordAsTheTextIsFolded() throws {
    let rows = try rows(try Program.run(["gazetteer", "lookup", "-f", "json", "聯合國", "联合国"]))
    #expect(rows[0].compactMap { $0["line"] as? Int } == rows[1].compactMap { $0["line"] as? Int })
    #expect(!rows[0].isEmpty)
  }

  @Test func lookupFindsUnitsFestivalsAndWords() throws {
    let rows = try rows(try Program.run(["gazetteer", "lookup", "-f", "json", "千克", "春节", "经济"]))
    #expect(rows[0].contains { $0["table"] as? String == "figures/units.tsv" && $0["code"] as? String == "kg" })
    #expect(rows[1].contains { $0["type"] as? String == "date" && $0["kind"] as? String == "festival" })
    #expect(rows[2].contains { $0["type"] as? String == "word" && $0["class"] as? String == "noun" })
  }

  @Test func lookupReadsWordsFromStandardInput() throws {
    let result = try Program.run(["gazetteer", "lookup", "-"], input: Data("中国\r\n\n法国\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.contains("中国\n") && result.output.contains("法国\n"))
    #expect(result.output.contains("places/countries.tsv:"))
  }

  @Test func listCountsTablesAndFolders() throws {
    let object = try #require(try Program.run(["gazetteer", "list", "-f", "json"]).json() as? [String: Any])
    let tables = try #require(object["tables"] as? [[String: Any]])
    let countries = try #require(tables.first { $0["table"] as? String == "places/countries.tsv" })
    #expect((countries["rows"] as? Int ?? 0) >= 249)
    let folders = try #require(object["folders"] as? [[String: Any]])
    #expect(folders.compactMap { $0["folder"] as? String }.contains("organizations"))
    let sum = tables.compactMap { $0["rows"] as? Int }.reduce(0, +)
    #expect(object["rows"] as? Int == sum)
    #expect(try Program.run(["gazetteer", "list"]).output.contains("places/countries.tsv"))
  }

  @Test func theBuiltInTablesAreClean() throws {
    let result = try Program.run(["gazetteer", "validate"])
    #expect(result.status == 0)
    let errors = result.output.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(errors.isEmpty, "\(errors.prefix(20).joined(separator: "\n"))")
  }

  @Test func validateNamesFileLineAndColumn() throws {
    let folder = try Scratch()
    try folder.write("mine/places/a.tsv", "surface\tkind\n甲镇\ttown\n")
    let result = try Program.run(["gazetteer", "validate", "mine"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("mine/places/a.tsv:2:4: error: 'town' is no kind of place: "))
    #expect(result.errors == "hanfacts: 1 table, 1 row: 1 error, 0 warnings\n")
    try folder.write("mine/places/a.tsv", "surface\tkind\n甲镇\ttownship\n")
    #expect(try Program.run(["gazetteer", "validate", "mine"], in: folder.url).status == 0)
    #expect(try Program.run(["gazetteer", "validate", "nothing"], in: folder.url).status == 2)
    #expect(try Program.run(["gazetteer", "validate"], in: folder.url).status == 2)
  }

  @Test func tablesOfAUser() throws {
    let folder = try Scratch()
    try folder.write("mine/shares/a.tsv", "type: stock\nsurface\n贵州茅台\n")
    try folder.write("more/places/b.tsv", "surface\tkind\n-长春\n栩槐洼\tvillage\n")
    try folder.write("a.txt", "贵州茅台在长春和栩槐洼建厂。")
    let words = ["extract", "a.txt", "-f", "jsonl", "--gazetteer", "mine", "--gazetteer=more"]
    let objects = try Program.run(words, in: folder.url).objects()
    let entities = try #require(objects.first?["entities"] as? [[String: Any]])
    let found = entities.map { "\($0["type"] ?? "") \($0["text"] ?? "")" }
    #expect(found.contains("stock 贵州茅台") && found.contains("place 栩槐洼") && !found.contains("place 长春"))
    let only = ["extract", "a.txt", "-f", "jsonl", "--only-gazetteer", "mine"]
    let alone = try #require(try Program.run(only, in: folder.url).objects().first?["entities"] as? [[String: Any]])
    #expect(alone.contains { $0["type"] as? String == "stock" })
    #expect(!alone.contains { $0["text"] as? String == "长春" && $0["type"] as? String == "place" })
  }

  @Test func faultyTablesAreNamed() throws {
    let folder = try Scratch()
    try folder.write("mine/places/a.tsv", "surface\tcost\n甲镇\t9\t9\n乙镇\tx\n")
    let result = try Program.run(["extract", "--gazetteer", "mine", "-"], in: folder.url)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("mine/places/a.tsv:2:6: error: "))
    #expect(result.errors.contains("mine/places/a.tsv:3:4: error: "))
  }
}

extension Program.Result {
  /// The output as JSON.
  func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }

  /// Each line of the output as a JSON object.
  func objects() throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}
