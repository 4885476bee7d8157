import HanFacts
import Testing

/// Measurements: subject, predicate, of, figure, date.
@Suite struct MeasurementTests {
  static let names = ["subject", "predicate", "of", "figure"]

  /// The paragraph on 江苏产研院, five measurements with one subject.
  @Test func oneSubjectForAListing() {
    let text = "目前，江苏产研院已培育建设了55家专业研究所，与细分产业领域的龙头企业合作建设了90余家联合创新中心，转移转化技术成果4500多项，衍生孵化科技型企业800多家，服务企业超过15000家。"
    #expect(
      FactTesting.facts(.measurement, Self.names, in: "江苏产研院成立了。" + text) == [
        "江苏产研院 | 培育建设 | 专业研究所 | 55家", "江苏产研院 | 合作建设 | 联合创新中心 | 90余家",
        "江苏产研院 | 转移转化 | 技术成果 | 4500多项", "江苏产研院 | 衍生孵化 | 科技型企业 | 800多家",
        "江苏产研院 | 服务 | 企业 | 超过15000家",
      ])
  }

  @Test(arguments: [
    ("本届大会展览总面积首次突破10万平方米。", ["本届大会 | 突破 | 展览总面积 | 10万平方米"]),
    ("1100余家企业参展，3000余项展品集中亮相。", [" | 参展 | 企业 | 1100余家", " | 集中亮相 | 展品 | 3000余项"]),
    ("国家发展改革委将发布2项成果。", ["国家发展改革委 | 发布 | 成果 | 2项"]),
    ("全市人才规模近30万人，约占全国三分之一。", ["全市 |  | 人才规模 | 近30万人", "全市 | 占 | 全国 | 三分之一"]),
    ("中国已与80多个国家签署合作协定，在共建国家建成20多个农业技术示范中心。", ["中国 | 建成 | 农业技术示范中心 | 20多个"]),
  ])
  func measurements(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).suffix(expected.count) == expected[...])
  }

  @Test(
    arguments: [
      ("国家发展改革委将发布2项成果。", "planned", nil), ("预计今年产量达到3万吨。", "estimated", nil),
      ("上海没有新增5例病例。", nil, "denied"), ("如果产量超过3万吨，公司将建设2座工厂。", "conditional", nil),
    ] as [(String, String?, String?)])
  func stance(_ text: String, _ modality: String?, _ polarity: String?) {
    let fact = FactTesting.extractor.extract(text).facts.last { $0.type == .measurement }
    #expect(fact?.modality == modality)
    #expect(fact?.polarity == polarity)
  }

  @Test func bodiesThatAreOnlyPointedAt() {
    let document = FactTesting.extractor.extract("江苏省产业技术研究院成立于2013年。该院已建设了55家专业研究所。")
    let fact = document.facts.last { $0.type == .measurement }
    #expect(fact?.argument("subject")?.text == "该院")
    #expect(fact?.argument("subject")?.entity == document.entities.first { $0.type == .organization }?.entity)
    #expect(fact?.evidence.rule.hasSuffix("+coreference.body") == true)
  }
}
