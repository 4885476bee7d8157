import HanFacts
import Testing

/// Quotations: who said what, quoted or reported.
@Suite struct QuotationTests {
  @Test(arguments: [
    ("“最近一年来，都是这样的工作节奏。”王宏升说。", ["王宏升 | 说 | 最近一年来，都是这样的工作节奏。 | quoted"]),
    ("习近平总书记说：“航天梦是强国梦的重要组成部分。”", ["习近平 | 说 | 航天梦是强国梦的重要组成部分。 | quoted"]),
    ("汪文斌说，这次会晤取得一系列重要成果。", ["汪文斌 | 说 | 这次会晤取得一系列重要成果 | reported"]),
    ("汪文斌在当日例行记者会上说，双方举行了会晤。", ["汪文斌 | 说 | 双方举行了会晤 | reported"]),
    ("分析人士认为，这是一次重要的会晤。", ["分析人士 | 认为 | 这是一次重要的会晤 | reported"]),
    ("会晤中，欧方领导人也表示，当今世界需要加强合作。", ["欧方领导人 | 表示 | 当今世界需要加强合作 | reported"]),
    (
      "3月20日，北京医院院长陈敏在接受科技日报记者采访时表示，应加快品牌建设。",
      ["陈敏 | 表示 | 应加快品牌建设 | reported"]
    ),
    ("特斯拉首席执行官马斯克称，公司拟裁员约10%。", ["马斯克 | 称 | 公司拟裁员约10% | reported"]),
    ("据王若蒙透露，今年将发布两项成果。", ["王若蒙 | 透露 | 今年将发布两项成果 | reported"]),
    ("据王若蒙团队介绍，新材料更轻。", ["王若蒙团队 | 介绍 | 新材料更轻 | reported"]),
    ("据xAI团队介绍，新模型更快。", ["xAI团队 | 介绍 | 新模型更快 | reported"]),
    ("刘庆主任向论坛发来贺信，指出推进产学研合作很有必要。", ["刘庆 | 指出 | 推进产学研合作很有必要 | reported"]),
    ("欧盟年度报告明确指出，能源转型是首要任务。", ["欧盟年度报告 | 明确指出 | 能源转型是首要任务 | reported"]),
    (
      "“要加强政策协调”“要有序恢复人员往来”……会晤中，习近平主席提出一系列倡议。",
      ["习近平 | 提出 | 要加强政策协调 | quoted", "习近平 | 提出 | 要有序恢复人员往来 | quoted"]
    ),
  ])
  func quotations(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.quotation, ["speaker", "cue", "content", "form"], in: text) == expected)
  }

  @Test func theSecondPartContinuesTheFirst() {
    let text = "“我们完成了几乎不可能完成的任务。”王宏升说，“刚刚组建团队的时候，大家心里都没底！”"
    #expect(
      FactTesting.facts(.quotation, ["speaker", "content", "continues"], in: text) == [
        "王宏升 | 我们完成了几乎不可能完成的任务。 | ", "王宏升 | 刚刚组建团队的时候，大家心里都没底！ | f1",
      ])
  }

  @Test func aQuotationBehindItsSpeakersSentence() {
    let text = "刘庆说，产研院进行了大刀阔斧的改革。“不与高校争学术之名，不与企业争产品之利。”"
    #expect(
      FactTesting.facts(.quotation, ["speaker", "content"], in: text) == [
        "刘庆 | 产研院进行了大刀阔斧的改革", "刘庆 | 不与高校争学术之名，不与企业争产品之利。",
      ])
  }

  @Test func pronounsStandForTheLastPerson() {
    let document = FactTesting.extractor.extract("薛其坤表示，人工智能快速发展。\n\n“我们期待与各地的朋友开展合作。”他说。")
    let speakers = document.facts.filter { $0.type == .quotation }.compactMap { $0.argument("speaker") }
    #expect(speakers.map(\.text) == ["薛其坤", "他"])
    #expect(Set(speakers.map(\.entity)).count == 1)
    #expect(document.facts.last?.evidence.rule == "quotation.behind+coreference.pronoun")
  }

  @Test func theAgencyOfTheDatelineSaysNothing() {
    let text = "新华社洛杉矶11月5日电 美国企业家埃隆·马斯克5日宣布，公司推出了首款人工智能模型。"
    #expect(FactTesting.facts(.quotation, ["speaker", "cue"], in: text) == ["埃隆·马斯克 | 宣布"])
  }

  @Test func titlesStandForTheirHolder() {
    let document = FactTesting.extractor.extract("外交部发言人汪文斌出席记者会。该发言人强调，双方应加强合作。")
    let quotation = document.facts.first { $0.type == .quotation }
    #expect(quotation?.argument("speaker")?.text == "该发言人")
    #expect(quotation?.argument("speaker")?.entity == document.entities.first { $0.text == "汪文斌" }?.entity)
  }

  @Test(arguments: [
    "“新三样”出口规模接近1.3万亿元。", "他们提出了“四个坚持”的主张。", "“当家人”走向更为广阔的道路。", "4点倡议：坚持开放合作。",
  ])
  func noQuotation(_ text: String) {
    #expect(FactTesting.facts(.quotation, ["speaker", "content"], in: text).isEmpty)
  }

  @Test func factsInsideHaveTheSpeakerAsSource() {
    let document = FactTesting.extractor.extract("陈杰介绍，大会展览总面积首次突破10万平方米。")
    #expect(document.facts.first { $0.type == .measurement }?.source?.text == "陈杰")
  }
}
