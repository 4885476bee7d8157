import HanFacts
import Testing

/// Lives of executives, as reports of companies tell them: a name at the beginning of a line, posts over many clauses.
@Suite struct ExecutiveTests {
  private static let arguments = ["person", "title", "organization"]

  /// Posts that are clauses of their own behind a name.
  @Test(arguments: [
    ("陈国强先生，52岁，本公司创办人，持有本科学历。", ["陈国强 | 创办人 | "]),
    ("孙丽华女士，公司董事兼财务总监，女，1970年生。", ["孙丽华 | 董事 | ", "孙丽华 | 财务总监 | "]),
    ("王建军　　1971年生，高级工程师。", ["王建军 | 高级工程师 | "]),
    ("王玉梅　　女，高级会计师。", ["王玉梅 | 高级会计师 | "]),
    ("李建平先生：副总经理，中共党员。", ["李建平 | 副总经理 | "]),
    ("赵志刚：男，1958年生，南京大学教授。", ["赵志刚 | 教授 | 南京大学"]),
    ("周立明，男，工程师，张丽华，女，律师。", ["周立明 | 工程师 | ", "张丽华 | 律师 | "]),
    ("何建军，男，研究生，高级经济师。", ["何建军 | 高级经济师 | "]),
    (
      "1、王建军，男，工程师，2001年任美的集团总经理。\n2、李建平，副董事长，曾任格力电器会计。\n（三）孙丽华，监事，女。",
      ["王建军 | 工程师 | ", "王建军 | 总经理 | 美的集团", "李建平 | 副董事长 | ", "李建平 | 会计 | 格力电器", "孙丽华 | 监事 | "]
    ),
  ])
  func entries(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  /// The verbs and pronouns that lives are told with.
  @Test(arguments: [
    ("陈国强先生，52岁，工程师。彼曾任美的集团董事。", ["陈国强 | 工程师 | ", "陈国强 | 董事 | 美的集团"]),
    ("王建军2010年任职于美的集团，最后职位为采购总监。", ["王建军 | 采购总监 | 美的集团"]),
    ("李建平1998年创办美的集团，任执行董事。", ["李建平 | 执行董事 | 美的集团"]),
    ("赵志刚曾供职于美的集团，现任财务总监。", ["赵志刚 | 财务总监 | "]),
    ("赵志刚2001年任美的集团经理，2010年至今任公司董事长。", ["赵志刚 | 经理 | 美的集团", "赵志刚 | 董事长 | "]),
    ("赵志刚2001年加入美的集团，2010年任本公司董事。", ["赵志刚 | 董事 | "]),
    ("赵志刚调任美的集团，任党委委员、副总经理。", ["赵志刚 | 党委委员 | 美的集团", "赵志刚 | 副总经理 | 美的集团"]),
    ("孙丽华先生及张丽华女士为本公司联席公司秘书。", ["孙丽华 | 联席公司秘书 | ", "张丽华 | 联席公司秘书 | "]),
    (
      "会议聘任何建军为总经理、孙丽华、赵国强为副总经理。",
      ["何建军 | 总经理 | ", "孙丽华 | 副总经理 | ", "赵国强 | 副总经理 | "]
    ),
    ("后来成为复旦大学教授的王建军回忆说，那时很苦。", ["王建军 | 教授 | 复旦大学"]),
    ("北京协和医院的王医生说，病人不多。", ["王 | 医生 | 北京协和医院"]),
  ])
  func verbs(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  /// Members of a chain that bring a part of the body, and organs without a name.
  @Test(arguments: [
    (
      "王建军现任美的集团独立董事、审计委员会主任。",
      ["王建军 | 独立董事 | 美的集团", "王建军 | 主任 | 审计委员会"]
    ),
    ("王建军曾任美的集团纪委书记、公司监事。", ["王建军 | 书记 | 纪委", "王建军 | 监事 | "]),
    ("六中队指导员何建军来了。", ["何建军 | 指导员 | 六中队"]),
    ("三大队教导员何建军来了。", ["何建军 | 教导员 | 三大队"]),
    ("俄代表伊万诺夫发言。", ["伊万诺夫 | 代表 | 俄"]),
  ])
  func parts(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  /// Whose life goes on: not that of one who is named in passing, of a line before, or in a comparison.
  @Test(arguments: [
    ("刘志强曾任县长。在他任内，副县长王建军离开。2011年任市水务局局长。", "刘志强 | 局长 | 市水务局"),
    ("刘志强曾任县长；王建军女士，工程师。2011年任市水务局局长。", "王建军 | 局长 | 市水务局"),
    ("与深耕多年的刘志强不同，王建军来自外地。她2011年任市水务局局长。", "王建军 | 局长 | 市水务局"),
  ])
  func goesOn(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).contains(expected))
  }

  @Test func otherLife() {
    let text = "刘志强　　1960年生，曾任科长。\n尕藏　　1985年出生，藏族。2009年任处长。"
    #expect(!FactTesting.facts(.role, Self.arguments, in: text).contains { $0.hasPrefix("刘志强 | 处长") })
  }

  @Test(arguments: ["赵先生是工学博士。", "王建军：董事长，您好。"])
  func noPost(_ text: String) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).isEmpty)
  }

  /// 公司 is the company of the text where it names one only, or where the sentence says which.
  @Test(
    arguments: [
      ("腾讯公司发布财报。公司总经理王建军出席。", "腾讯公司"), ("腾讯公司起诉美的集团。公司总经理王建军出席。", nil),
      ("美的集团停牌。腾讯公司宣布，董事长王建军辞职。", "腾讯公司"), ("美的集团停牌，腾讯公司宣布，董事长王建军辞职。", nil),
      ("腾讯公司发布财报。会议选举王建军为公司董事长。", nil), ("腾讯公司发布财报。本公司总经理王建军出席。", nil),
    ] as [(String, String?)])
  func company(_ text: String, _ expected: String?) {
    let document = FactTesting.extractor.extract(text)
    let role = document.facts.first { $0.type == .role }
    let entity = role?.argument("organization")?.entity
    #expect(role != nil)
    #expect(entity == document.entities.first { $0.text == expected }?.entity)
  }
}
