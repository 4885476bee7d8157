import Foundation
import Testing

/// `hanfacts explain`: rule, rows, costs and the best rejected reading of each record at a place.
@Suite struct ExplainTests {
  private static let text = "他们走了。\n\n外交部发言人汪文斌说，长春市去年增长了39.5%。\n"

  private func explanations(_ words: [String], _ folder: Scratch? = nil) throws -> [[String: Any]] {
    let result = try Program.run(["explain", "-f", "json"] + words, in: folder?.url)
    #expect(result.status == 0)
    let object = try #require(try result.json() as? [String: Any])
    return try #require(object["explanations"] as? [[String: Any]])
  }

  private func texts(_ explanations: [[String: Any]]) -> [String] {
    explanations.compactMap { ($0["record"] as? [String: Any])?["text"] as? String }
  }

  @Test func everyRecordOfAText() throws {
    let found = try explanations(["--text", "外交部发言人汪文斌说，长春市去年增长了39.5%。"])
    #expect(texts(found).contains("汪文斌") && texts(found).contains("长春市") && texts(found).contains("39.5%"))
    let place = try #require(found.first { ($0["record"] as? [String: Any])?["text"] as? String == "长春市" })
    let row = try #require((place["rows"] as? [[String: Any]])?.first)
    #expect(row["table"] as? String == "places/divisions.tsv" && (row["line"] as? Int ?? 0) > 1)
    #expect(row["code"] as? String == "220100")
    let costs = try #require(place["cost"] as? [String: Double])
    #expect((costs["surface"] ?? 0) > 0 && costs["transition"] != nil)
    let chosen = try #require(place["chosen"] as? [String: Any])
    let rejected = try #require(place["rejected"] as? [String: Any])
    let tokens = try #require(rejected["tokens"] as? [[String: Any]])
    // The rejected reading is another one, and the dearer one.
    #expect(!tokens.contains { $0["text"] as? String == "长春市" && $0["class"] as? String == "place" })
    #expect((rejected["cost"] as? Double ?? 0) >= (chosen["cost"] as? Double ?? .infinity))
  }

  /// The search counts margins on its way; `explain` reads the sentence again with the record's reading banned.
  @Test(arguments: [
    "外交部发言人汪文斌说，长春市去年增长了39.5%。", "高明到东方卖蓝莓，和平区的周中在武汉大学读书，李东进城了。",
    "中国科学院和浦东新区签约，董事长华明昨天到过米泉，带去66家企业。",
  ])
  func confidencesRiseWithMargins(_ text: String) throws {
    var found: [(margin: Double, confidence: Double, text: String)] = []
    for explanation in try explanations(["--text", text]) {
      let record = try #require(explanation["record"] as? [String: Any])
      guard let margin = explanation["margin"] as? Double, record["type"] as? String != "title" else { continue }
      found.append(
        (margin, record["confidence"] as? Double ?? 0, record["text"] as? String ?? ""))
    }
    found.sort { $0.margin < $1.margin }
    #expect(found.count >= 3)
    for (lower, higher) in zip(found, found.dropFirst()) {
      #expect(lower.confidence <= higher.confidence + 0.002, "\(lower) \(higher)")
    }
    #expect((found.first?.confidence ?? 1) < (found.last?.confidence ?? 0))
  }

  @Test func aLineAndAColumn() throws {
    let folder = try Scratch()
    try folder.write("a.txt", Self.text)
    #expect(texts(try explanations(["a.txt"], folder)).count >= 4)
    #expect(try explanations(["a.txt:1"], folder).isEmpty)
    #expect(texts(try explanations(["a.txt:3"], folder)).contains("汪文斌"))
    #expect(texts(try explanations(["a.txt:3:8"], folder)) == ["汪文斌"])
    for place in ["a.txt:40", "a.txt:3:400", "b.txt:1"] {
      let result = try Program.run(["explain", place], in: folder.url)
      #expect(result.status == 2 && result.output.isEmpty, "\(place)")
    }
  }

  @Test func forPeople() throws {
    let shown = try Program.run(["explain", "--text", "外交部发言人汪文斌说"])
    #expect(shown.status == 0)
    for part in ["汪文斌", "rule ", "row ", "organizations/", "chosen ", "rejected ", "margin "] {
      #expect(shown.output.contains(part), "\(part)")
    }
    #expect(!shown.output.contains("\u{1B}"))
    #expect(try Program.run(["explain", "--color=always", "--text", "外交部发言人汪文斌说"]).output.contains("\u{1B}["))
    let none = try Program.run(["explain", "--text", "他们走了。"])
    #expect(none.status == 0 && none.output.contains("no record"))
  }

  @Test func twoThingsToExplain() throws {
    #expect(try Program.run(["explain", "--text", "中国", "a.txt"]).status == 2)
  }
}
