import HanText
import Testing

@testable import HanFacts

/// No rule makes extraction worse than linear; counted in steps, not in time.
@Suite struct RuleCostTests {
  static func steps(_ rules: String, _ text: String) throws -> Int {
    let set = try RuleSet.file(Array(rules.utf8), name: "own.rules")
    var worker = Extractor(rules: [set]).makeWorker()
    var text = text
    return try text.withUTF8 { bytes in
      _ = try worker.extract(utf8: bytes, id: "", options: ExtractionOptions())
      return worker.ruleSteps
    }
  }

  static let hostile = [
    "fact a {\n  pattern: x:[noun] gap{0,64} gap{0,64} gap{0,64} \"绝不出现\"\n}\n",
    "fact a {\n  pattern: x:(([noun] | [verb] | [noun] [verb]){0,16}){1,16} [noun] \"绝不出现\"\n}\n",
    "fact a {\n  pattern: x:[noun]{1,64} [noun]{1,64} [noun]{1,64} [person]\n}\n",
    "entity a {\n  pattern: \"一\"{1,64} \"一\"{1,64} \"二\"\n}\n",
  ]

  @Test(arguments: hostile)
  func doublingTheTextAtMostDoublesTheSteps(_ rules: String) throws {
    let sentence = "中国科技创新合作发展研究中心建设国际科技合作平台，一一一一一一推动人工智能产业技术发展。"
    let short = try Self.steps(rules, String(repeating: sentence, count: 100))
    let long = try Self.steps(rules, String(repeating: sentence, count: 200))
    #expect(long <= short * 2 + RuleMatcher.freeSteps)
    let line = String(repeating: "中国科技创新合作发展研究中心建设国际科技合作平台推动人工智能产业技术发展", count: 200)
    #expect(
      try Self.steps(rules, line) <= (line.unicodeScalars.count * RuleMatcher.stepsPerToken) + RuleMatcher.freeSteps
        + RuleMachine.attemptLimit)
  }

  @Test func aThousandRulesCostLittleMoreThanTen() throws {
    func rules(_ count: Int) -> String {
      (0..<count).map { "fact r\($0) {\n  pattern: who:[person] gap{0,4} \"动词\($0)号\" what:[organization]\n}\n" }
        .joined()
    }
    let text = String(repeating: "外交部发言人汪文斌说，习近平主席在北京会见德国总理默克尔，双方动词3号外交部。", count: 50)
    let ten = try Self.steps(rules(10), text)
    let thousand = try Self.steps(rules(1_000), text)
    #expect(thousand < 2 * ten + 1_000)
  }
}
