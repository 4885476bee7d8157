import Foundation
import HanFacts
import Testing

/// The tutorial of the documentation is run as it stands.
@Suite struct TutorialTests {
  static let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/HanFacts/HanFacts.docc/OwnRules.md").standardizedFileURL

  /// The file that the page writes first: the lines behind `$ cat > own.rules`.
  static func rules() throws -> String {
    let lines = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("$ cat > own.rules") })
    return lines[(first + 1)...].prefix { $0 != "> END" }.map { $0.dropFirst(2) + "\n" }.joined()
  }

  @Test func theRulesFileIsValid() throws {
    let bytes = Array(try Self.rules().utf8)
    #expect(RuleFile.validate(bytes, name: "own.rules") == [])
  }

  @Test func itsExamplesHold() throws {
    let report = RuleFile.test(Array(try Self.rules().utf8), name: "own.rules")
    #expect(report.diagnostics.map(\.description) == [])
    #expect(report.passed == 6)
  }
}
