import Foundation
import Testing

/// `hanfacts rules`, and users' rules on the command line.
@Suite struct RulesCommandTests {
  private static let rules = """
    entity doc_number {
      pattern: ("国发" | "国办发") "〔" digits{4} "〕" digits{1,4} "号"
      yes: "见国发〔2023〕15号。" => "国发〔2023〕15号"
      no: "见2023年第15号公告。"
    }
    fact issued {
      pattern: issuer:[organization] "印发" number:[doc_number]
      yes: "国务院印发国发〔2023〕15号。" => issuer="国务院", number="国发〔2023〕15号"
    }
    """

  @Test func rulesMakeRecordsOfTheirOwn() throws {
    let scratch = try Scratch()
    try scratch.write("own.rules", Self.rules)
    try scratch.write("page.txt", "国务院印发国发〔2023〕15号。")
    let result = try scratch.run("extract", "--rules", "own.rules", "--format", "json", "page.txt")
    #expect(result.status == 0, "\(result.errors)")
    let documents = try #require((try result.json() as? [String: Any])?["documents"] as? [[String: Any]])
    let entities = try #require(documents.first?["entities"] as? [[String: Any]])
    #expect(entities.contains { $0["type"] as? String == "doc_number" && $0["text"] as? String == "国发〔2023〕15号" })
    let facts = try #require(documents.first?["facts"] as? [[String: Any]])
    let number = facts.first { $0["type"] as? String == "issued" }?["number"] as? [String: Any]
    #expect(number?["text"] as? String == "国发〔2023〕15号")
  }

  @Test func severalFilesAreUsedTogether() throws {
    let scratch = try Scratch()
    let cut = try #require(Self.rules.range(of: "fact "))
    try scratch.write("facts.rules", String(Self.rules[cut.lowerBound...]))
    try scratch.write("types.rules", String(Self.rules[..<cut.lowerBound]))
    try scratch.write("page.txt", "国务院印发国发〔2023〕15号。")
    #expect(try scratch.run("rules", "test", "facts.rules", "types.rules").status == 0)
    #expect(try scratch.run("rules", "validate", "facts.rules").status == 1)
    let result = try scratch.run(
      "extract", "--rules", "facts.rules", "--rules=types.rules", "--format", "json", "page.txt")
    #expect(result.output.contains("\"type\":\"issued\"") || result.output.contains("\"type\": \"issued\""))
  }

  @Test func tablesOfUsersAreClasses() throws {
    let scratch = try Scratch()
    try scratch.write("tables/stocks/own.tsv", "type: stock\nsurface\n贵州茅台\n")
    try scratch.write(
      "own.rules",
      """
      fact price {
        pattern: of:[stock] "报" figure:[figure kind=money]
        yes: "贵州茅台报1500元。" => of="贵州茅台", figure="1500元"
      }
      """)
    #expect(try scratch.run("rules", "validate", "own.rules").status == 1)
    let result = try scratch.run("rules", "test", "--gazetteer", "tables", "own.rules")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func badRulesAreNamedWhereverTheyAreRead() throws {
    let scratch = try Scratch()
    try scratch.write("own.rules", "entity a {\n  pattern: (\"x\"\n}\nfact b {\n  pattern: x:[persn]\n}\n")
    try scratch.write("page.txt", "北京")
    try scratch.write("records.baseline", "")
    let messages = [
      "own.rules:2:12: error: '(' is not closed",
      "own.rules:5:14: error: unknown class 'persn'; did you mean 'person'?",
    ]
    let validated = try scratch.run("rules", "validate", "own.rules")
    #expect(validated.status == 1)
    #expect(validated.output.split(separator: "\n").map(String.init) == messages)
    for words in [
      ["extract", "page.txt"], ["diff", "page.txt", "page.txt"], ["explain", "page.txt"],
      ["check", "--baseline", "records.baseline", "page.txt"],
    ] {
      let result = try Program.run(words + ["--rules", "own.rules"], in: scratch.url)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").prefix(2).map(String.init) == messages, "\(result.errors)")
    }
  }

  @Test func failingExamplesAndMissingFiles() throws {
    let scratch = try Scratch()
    try scratch.write("own.rules", "entity a {\n  pattern: \"国发\"\n  yes: \"国办发\"\n}\n")
    let result = try scratch.run("rules", "test", "own.rules")
    #expect(result.status == 1)
    #expect(result.output == "own.rules:3:3: error: rule 'a' finds nothing in \"国办发\"\n")
    #expect(try scratch.run("rules", "test", "missing.rules").status == 2)
    #expect(try scratch.run("rules", "validate", "missing.rules").status == 2)
  }

  @Test func aHugeFileIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("own.rules", String(repeating: "(", count: 10 << 20))
    let result = try scratch.run("rules", "validate", "own.rules")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("own.rules:1:1: error: a rules file may have at most 1048576 bytes"))
  }
}
