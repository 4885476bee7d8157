import Testing

@testable import HanFacts

/// What patterns match, element by element.
@Suite struct RuleMatchingTests {
  static func matches(_ pattern: String, _ text: String) throws -> [String] {
    let set = try RuleSet.file(Array("entity probe {\n  pattern: \(pattern)\n}\n".utf8), name: "probe.rules")
    let document = Extractor(rules: [.standard, set]).extract(text)
    return document.entities.filter { $0.type == "probe" }.map(\.text)
  }

  @Test(arguments: [
    ("\"国发\" \"〔\" digits{4} \"〕\" digits{1,4} \"号\"", "见国发〔2023〕15号文件", ["国发〔2023〕15号"]),
    ("\"国发\" \"〔\" digits{4} \"〕\" digits{1,4} \"号\"", "见国发〔23〕15号文件", []),
    ("\"国发\"", "中国发展很快", []),
    ("[organization] \"发布\"", "外交部发布公告", ["外交部发布"]),
    ("[organization|place] \"发布\"", "上海发布公告", ["上海发布"]),
    ("\"超过\"? [figure kind=percent]", "产量增长39.5%", ["39.5%"]),
    ("[figure unit=元]", "投资3亿元，共5个项目", ["3亿元"]),
    ("[organization ends=\"部\"]", "外交部和新华社参加", ["外交部"]),
    ("[organization length=3..3]", "外交部和联合国教科文组织参加", ["外交部"]),
    ("[organization] gap{0,3} \"发布\"", "外交部昨天正式发布公告", ["外交部昨天正式发布"]),
    ("[organization] gap{0,3} \"发布\"", "外交部，发布公告", []),
    ("^ [organization]", "外交部表示欢迎。外交部说明情况。我在外交部。", ["外交部", "外交部"]),
    ("[organization] next([!title])", "外交部发言人说，外交部支持", ["外交部"]),
    ("(\"甲\" | \"乙\"){2,3} \"号\"", "甲乙号和甲号", ["甲乙号"]),
    ("[person] (\"、\" [person]){1,4}", "王毅、汪文斌、习近平出席", ["王毅、汪文斌、习近平"]),
    ("[title table=\"titles/posts.tsv\"] [person]", "外交部发言人汪文斌", ["发言人汪文斌"]),
    // What stands before and behind the word that starts a rule.
    ("^ \"于\"? [figure kind=percent] $", "39.5%。增长39.5%。于39.5%。", []),
    ("^ \"于\"? [figure kind=percent] ([stop] | $)", "39.5%。增长39.5%。于39.5%。", ["39.5%。", "于39.5%。"]),
    ("digits{0,2} \"第\"? [person] digits{0,2}", "2王毅3", ["2王毅3"]),
    ("[person] next([!comma])", "王毅，汪文斌说", ["汪文斌"]),
    ("[person] next([!comma]) $", "汪文斌", ["汪文斌"]),
    ("previous([!comma]) [person]", "王毅，汪文斌说", ["王毅"]),
    ("[ends=\"迎\"] [person] [starts=\"出\"]", "欢迎汪文斌出席", ["欢迎汪文斌出席"]),
    ("([any] | \"，\") [person]", "，汪文斌", ["，汪文斌"]),
  ])
  func patterns(_ pattern: String, _ text: String, _ expected: [String]) throws {
    #expect(try Self.matches(pattern, text) == expected)
  }

  @Test func theTextFormatAndTheBuilderMakeTheSamePattern() throws {
    let text = """
      fact stake {
        pattern: holder:[organization] gap{0,3} ("持有" | "拥有") share:[figure kind=percent] "的"? (@word | digits{2}){1,2}
      }
      let word = "股份"
      """
    let rules = try RuleSet.file(Array(text.utf8), name: "own.rules").rules
    let built = Rule.fact("stake", "stake") {
      Capture("holder") { Token(.organization) }
      Gap(0...3)
      OneOf("持有", "拥有")
      Capture("share") { Token(.figure).kind("percent") }
      Maybe { "的" }
      Repeat(1...2) {
        OneOf {
          "股份"
          RulePattern.run(.digits, 2...2)
        }
      }
    }
    #expect(rules.map(\.pattern) == [built.pattern])
    #expect(rules.map(\.record) == [built.record])
  }

  @Test func priorityDecidesBetweenEntities() throws {
    let text = """
      entity probe low { pattern: "国发" "文件" }
      entity probe high { pattern: "国发" priority: 5 }
      """
    let set = try RuleSet.file(Array(text.utf8), name: "own.rules")
    let document = Extractor(rules: [.standard, set]).extract("国发文件")
    #expect(document.entities.filter { $0.type == "probe" }.map(\.evidence.rule) == ["high"])
  }

  @Test func listsAndWords() throws {
    let text = """
      fact meeting {
        pattern: (who:[person] "、"?){1,5} "举行" "会谈"
        args: people=who[] form="talks"
      }
      """
    let set = try RuleSet.file(Array(text.utf8), name: "own.rules")
    let facts = Extractor(rules: [.standard, set]).extract("王毅、汪文斌举行会谈。").facts.filter { $0.type == "meeting" }
    #expect(facts.map { FactTesting.show($0["people"]) } == ["王毅、汪文斌"])
    #expect(facts.map { FactTesting.show($0["form"]) } == ["talks"])
  }

  @Test(arguments: RuleSet.standard.rules.map(\.name))
  func builtInRulesHaveExamples(_ name: String) {
    let rule = RuleSet.standard.rules.first { $0.name == name }
    #expect(rule?.examples.isEmpty == false)
    for example in rule?.examples ?? [] {
      let failure = rule.flatMap { RuleExamples.failure(of: example, rule: $0, extractor: FactTesting.extractor) }
      #expect(failure == nil)
    }
  }
}
