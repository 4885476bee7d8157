import Foundation
import HanFacts
import Testing

/// The tutorial of the documentation is run as it stands.
@Suite struct TutorialTests {
  static let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/HanFacts/HanFacts.docc/OwnRules.md").standardizedFileURL

  /// The fenced block of a language.
  static func block(_ language: String) throws -> String {
    let text = try String(contentsOf: article, encoding: .utf8)
    let opening = try #require(text.range(of: "```\(language)\n"))
    let closing = try #require(text.range(of: "\n```", range: opening.upperBound..<text.endIndex))
    return text[opening.upperBound..<closing.lowerBound] + "\n"
  }

  @Test func theRulesFileIsValid() throws {
    let bytes = Array(try Self.block("rules").utf8)
    #expect(RuleFile.validate(bytes, name: "own.rules") == [])
  }

  @Test func itsExamplesHold() throws {
    let report = RuleFile.test(Array(try Self.block("rules").utf8), name: "own.rules")
    #expect(report.diagnostics.map(\.description) == [])
    #expect(report.passed == 6)
  }
}
