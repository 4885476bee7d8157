import HanFacts
import Testing

@testable import HanFactsDiff

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the reports say, and how they escape it.
@Suite struct ReportTests {
  static var result: DiffResult {
    let differ = Differ()
    let old = MarkedPage(PageTests.page, id: "texts/a.txt")
    let new = MarkedPage(CheckTests.changedPage, id: "texts/a.txt")
    let odd = "[<甲&\"乙\">](work), [100%，:](work) [a|b](work) [c\u{1B}\u{7}d](work)"
    let line = MarkedPage([PageTests.fair], id: "texts/all.jsonl:7")
    return DiffResult(documents: [
      differ.compare(old: old.records, new: new.records),
      differ.compare(old: nil, new: MarkedPage([odd], id: "texts/空 格,:%.txt").records),
      differ.compare(old: MarkedPage([PageTests.fair], id: "texts/gone.txt").records, new: nil),
      differ.compare(old: line.records, new: MarkedPage([PageTests.agency], id: "texts/all.jsonl:7").records),
      differ.compare(old: line.records, new: line.records),
    ])
  }

  static func lines(_ format: ReportFormat, _ change: (inout ReportContext) -> Void = { _ in }) -> [String] {
    var context = ReportContext(oldName: "baseline", newName: "texts", programVersion: "1.0.0")
    context.listsWholeDocuments = true
    change(&context)
    return String(decoding: result.report(format, context), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func text() {
    let lines = Self.lines(.text)
    #expect(lines[0] == "texts/a.txt:2:12: changed figure.value: 55 → 56 (55家 → 56家), also in measurement")
    #expect(lines[1] == "texts/a.txt:4:1: removed organization: 新华社")
    #expect(lines.contains("texts/空 格,:%.txt: document added: 4 records"))
    #expect(lines.contains("texts/空 格,:%.txt:1:21: added work: c  d"))
    #expect(lines.contains("texts/gone.txt: document removed: its records are gone"))
    #expect(lines.contains { $0.hasPrefix("texts/all.jsonl:7: ") })
    #expect(lines.last?.hasPrefix("5 documents: ") == true)
    #expect(Self.lines(.text) { $0.showsIDs = true }[0].hasSuffix("[\(Self.result.documents[0].changes[0].id)]"))
    #expect(Self.lines(.text) { $0.usesColor = true }[0].contains("\u{1B}[33mchanged figure.value\u{1B}[0m"))
  }

  /// A document that is new or gone is one difference.
  @Test(arguments: ReportFormat.allCases.filter { $0 != .json })
  func wholeDocuments(_ format: ReportFormat) {
    let lines = Self.lines(format) { $0.listsWholeDocuments = false }
    #expect(!lines.contains { $0.contains("a|b") || $0.contains("a\\|b") })
    #expect(lines.contains { $0.contains("4 records") })
    #expect(Self.lines(.json) { $0.listsWholeDocuments = false }.joined().contains("a|b"))
  }

  @Test func longTextsAreShownAroundTheDifference() {
    let long = String(repeating: "甲乙丙丁", count: 30)
    #expect(Excerpt.shortened("短") == "短")
    #expect(Excerpt.shortened(long).unicodeScalars.count == 61)
    let sides = Excerpt.around(long + "五十五" + long, long + "五十六七" + long)
    #expect(sides.old == "…丙丁甲乙丙丁五十五甲乙丙丁甲乙丙丁…")
    #expect(sides.new == "…丙丁甲乙丙丁五十六七甲乙丙丁甲乙丙丁…")
    #expect(Excerpt.around("55", "56") == ("55", "56"))
    #expect(Excerpt.around(long, "") == (Excerpt.shortened(long), ""))
  }

  @Test func github() {
    let lines = Self.lines(.github) { $0.failOn = [.changed, .added] }
    #expect(
      lines[0]
        == "::error file=texts/a.txt,line=2,col=12,title=HanFacts%3A changed figure.value::55 → 56 (55家 → 56家), also in measurement"
    )
    // The removed record stood behind the last one of its neighbourhood that is still there.
    #expect(lines[1] == "::notice file=texts/a.txt,line=3,col=14,title=HanFacts%3A removed organization::新华社")
    #expect(lines.contains("::error file=texts/空 格%2C%3A%25.txt,line=1,col=10,title=HanFacts%3A added work::100%25，:"))
    #expect(lines.contains { $0.hasPrefix("::error file=texts/all.jsonl,line=7,title=") })
    #expect(GitHubReport.escapedMessage("a%\r\nb:c,") == "a%25%0D%0Ab:c,")
    #expect(GitHubReport.escapedProperty("a%\r\nb:c,") == "a%25%0D%0Ab%3Ac%2C")
  }

  @Test func markdown() {
    let lines = Self.lines(.markdown)
    #expect(lines[0] == "### HanFacts: records differ")
    #expect(
      lines.contains {
        $0.hasPrefix("| 2 | **changed** figure.value (also in measurement) | 55家 (55) | 56家 (56) | `")
      })
    #expect(lines.contains { $0.contains("| &lt;甲&amp;\"乙\"&gt; |") })
    #expect(lines.contains { $0.contains("a\\|b") })
  }

  @Test func markdownStaysBelowTheLimit() {
    let paragraph = MarkedPage((0..<9_000).map { "[第\($0)研究院](organization)。" })
    let result = DiffResult(documents: [Differ().compare(old: nil, new: paragraph.records)])
    let report = result.report(.markdown, ReportContext(oldName: "a", newName: "b"))
    #expect(report.count < 1_000_000)
  }

  @Test func junit() {
    let text = Self.lines(.junit).joined(separator: "\n")
    #expect(text.contains("<testsuite name=\"texts/a.txt\" tests=\"5\" failures=\"5\""))
    #expect(text.contains("&lt;甲&amp;&quot;乙&quot;&gt;"))
    #expect(text.contains("c\u{FFFD}\u{FFFD}d"))
    #expect(text.contains("name=\"records unchanged\""))
    #expect(Self.lines(.junit) { $0.failOn = [] }[1].contains("failures=\"0\""))
  }

  @Test func sarif() {
    let text = Self.lines(.sarif).joined()
    #expect(text.contains("\"uri\": \"texts/%E7%A9%BA%20%E6%A0%BC%2C%3A%25.txt\""))
    #expect(text.contains("\"region\": {\"startLine\": 2, \"startColumn\": 12, \"charOffset\": 23, \"charLength\": 3}"))
    #expect(text.contains("\"columnKind\": \"unicodeCodePoints\""))
    #expect(SARIFReport.uri("/a b") == "file:///a%20b")
  }

  /// Every JSON report is one value and nothing behind it.
  @Test(arguments: [ReportFormat.json, .sarif])
  func isJSON(_ format: ReportFormat) throws {
    let bytes = Self.result.report(format, ReportContext(oldName: "a\"\\\n\u{1}", newName: "b"))
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      try reader.skipValue()
      try reader.finish()
    }
  }

  @Test func json() {
    let text = Self.lines(.json).joined()
    #expect(
      text.hasPrefix(
        "{\"schema\": \"hanfacts-diff/1\", \"old\": \"baseline\", \"new\": \"texts\", \"summary\": {\"documents\": 5, \"documentsAdded\": 1, \"documentsRemoved\": 1, \"added\": 4, "
      ))
    #expect(text.contains("\"fields\": [{\"name\": \"figure.value\", \"old\": \"55\", \"new\": \"56\"}]"))
    #expect(text.contains("\"alsoIn\": [\"measurement\"]"))
  }

  /// Writes one report of each format for `.ci/sarif-check`, where that asks for them.
  @Test func samples() throws {
    guard let folder = getenv("HANFACTS_REPORT_SAMPLES").map({ String(cString: $0) }) else { return }
    for format in ReportFormat.allCases {
      for (name, result) in [("differences", Self.result), ("none", DiffResult())] {
        let file = try #require(fopen("\(folder)/\(name).\(format.rawValue)", "w"))
        let bytes = result.report(format, ReportContext(oldName: "baseline", newName: "texts", programVersion: "1.0.0"))
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        fclose(file)
      }
    }
  }
}
