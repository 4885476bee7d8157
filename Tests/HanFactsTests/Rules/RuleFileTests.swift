import HanFacts
import Testing

/// Every fault of a rules file has a message with its place.
@Suite struct RuleFileTests {
  static func diagnostics(_ text: String) -> [String] {
    RuleFile.validate(Array(text.utf8), name: "own.rules").map(\.description)
  }

  @Test(arguments: [
    ("entity a {\n  pattern: (\"国发\" | \"国办发\"\n}\n", "own.rules:2:12: error: '(' is not closed"),
    ("entity a {\n  pattern: [noun \"x\"\n}\n", "own.rules:2:18: error: expected a class or a condition, found \"x\""),
    ("entity a {\n  pattern: \"x\" [noun\n}\n", "own.rules:2:16: error: '[' is not closed"),
    (
      "fact a {\n  pattern: x:[persn] \"说\"\n}\n",
      "own.rules:2:14: error: unknown class 'persn'; did you mean 'person'?"
    ),
    (
      "entity a {\n  pattern: \"x\" [noun]*\n}\n",
      "own.rules:2:22: error: unbounded repetition '*' is refused; give bounds, for example {1,8}"
    ),
    (
      "entity a {\n  pattern: \"x\" [noun]{2,}\n}\n",
      "own.rules:2:25: error: unbounded repetition is refused; give an upper bound, for example {2,8}"
    ),
    (
      "let a = \"x\" @a\nentity b {\n  pattern: @a\n}\n",
      "own.rules:1:5: error: 'a' refers to itself (a → a); a pattern cannot be recursive"
    ),
    (
      "let a = @b\nlet b = @a \"x\"\nentity c {\n  pattern: @a\n}\n",
      "own.rules:1:5: error: 'a' refers to itself (a → b → a); a pattern cannot be recursive"
    ),
    ("entity a {\n  pattern: @b\n}\n", "own.rules:1:1: error: unknown pattern '@b'; define it with 'let b = …'"),
    ("entity a {\n  pattern: \"国发\n}\n", "own.rules:2:12: error: string without closing \""),
    (
      "entity a {\n  patern: \"x\"\n}\n",
      "own.rules:2:3: error: unknown field 'patern'; known are pattern, args, span, priority, yes, no"
    ),
    ("entity a {\n  yes: \"x\"\n}\n", "own.rules:1:1: error: rule 'a' has no pattern"),
    (
      "entity a {\n  pattern: [] []\n}\n",
      "own.rules:1:1: error: rule 'a': the pattern has nothing to start from; it needs a word, a class or a type that is not optional"
    ),
    ("entity a {\n  pattern: x:\"国发\"\n}\n", "own.rules:1:1: warning: rule 'a': capture 'x' is not used"),
    (
      "fact a {\n  pattern: x:\"国发\" y:\"号\"\n  args: x\n}\n",
      "own.rules:1:1: warning: rule 'a': capture 'y' is not used"
    ),
    (
      "fact a {\n  pattern: x:\"国发\"\n  args: z\n}\n",
      "own.rules:1:1: error: rule 'a': argument 'z' needs a capture 'z'"
    ),
    (
      "entity a {\n  pattern: \"国发\"\n}\nentity a b {\n  pattern: \"国发\"\n}\n",
      "own.rules:4:1: warning: rule 'b' is never reached: rule 'a' in line 1 has the same pattern"
    ),
    (
      "entity a {\n  pattern: \"国发\" ^ \"号\"\n}\n",
      "own.rules:1:1: error: '^' behind a token never holds: a match stays inside one sentence"
    ),
    ("rule a { }\n", "own.rules:1:1: error: expected 'entity', 'fact' or 'let', found 'rule'"),
    ("let a = \"x\"\n", "own.rules:1:5: warning: 'a' is never used"),
    ("entity a {\n  pattern: \"x\"{0,65}\n}\n", "own.rules:2:18: error: a repetition has at most 64 rounds"),
    ("entity a {\n  pattern: \"x\"\n", "own.rules:1:10: error: '{' is not closed"),
  ])
  func messages(_ text: String, _ expected: String) {
    #expect(Self.diagnostics(text).contains(expected), "\(Self.diagnostics(text))")
  }

  @Test func aHugeFileIsRefused() {
    let bytes = [UInt8](repeating: UInt8(ascii: "("), count: 10 << 20)
    let diagnostics = RuleFile.validate(bytes, name: "own.rules")
    #expect(
      diagnostics.map(\.message) == [
        "a rules file may have at most 1048576 bytes, this one has 10485760; split it, or put words into a table"
      ])
  }

  @Test func deepNestingIsRefused() {
    let text = "entity a {\n  pattern: " + String(repeating: "(", count: 10_000) + "\n}\n"
    #expect(Self.diagnostics(text) == ["own.rules:2:76: error: brackets are nested more than 64 deep"])
  }

  @Test func growingDefinitionsAreRefused() {
    var text = "let a0 = \"国\" \"发\"\n"
    for level in 1...40 { text += "let a\(level) = @a\(level - 1) @a\(level - 1)\n" }
    text += "entity a {\n  pattern: @a40\n}\n"
    #expect(Self.diagnostics(text).contains { $0.contains("the pattern is too large") })
  }

  @Test func invalidUTF8IsRefused() {
    #expect(RuleFile.validate([0x65, 0xFF], name: "own.rules").map(\.message) == ["the file is not valid UTF-8"])
  }

  @Test func anErrorThrowsAllThatIsWrong() {
    #expect(throws: RuleFileError.self) { try RuleSet.file(Array("entity a { pattern: ( }".utf8), name: "own.rules") }
  }

  @Test func failingExamplesAreReportedWithTheirPlace() {
    let text = "entity a {\n  pattern: \"国发\"\n  yes: \"国办发\"\n  no: \"国发文件\"\n  yes: \"国发文件\" => \"国发\"\n}\n"
    let report = RuleFile.test(Array(text.utf8), name: "own.rules")
    #expect(report.passed == 1)
    #expect(report.diagnostics.map(\.line) == [3, 4])
  }
}
