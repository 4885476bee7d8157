import HanFacts
import Testing

/// What is only pointed at is the thing that was named before, with the rule as evidence; and how facts are meant.
@Suite struct CoreferenceTests {
  static func entity(_ text: String, in document: Document) -> String? {
    document.entities.first { $0.text == text }?.entity
  }

  @Test func theBodyThatSpeaks() {
    let document = FactTesting.extractor.extract("腾讯公司发布财报。该公司表示，今年将增加投入。")
    let quotation = document.facts.first { $0.type == .quotation }
    #expect(quotation?.argument("speaker")?.text == "该公司")
    #expect(quotation?.argument("speaker")?.entity == Self.entity("腾讯公司", in: document))
    #expect(quotation?.evidence.rule == "quotation.reported+coreference.body")
  }

  @Test func theBodyOfAPost() {
    let document = FactTesting.extractor.extract("腾讯公司发布财报。该公司副总裁蔡光忠出席会议。")
    let role = document.facts.first { $0.type == .role }
    #expect(role?.argument("organization")?.text == "该公司")
    #expect(role?.argument("organization")?.entity == Self.entity("腾讯公司", in: document))
    #expect(role?.evidence.rule.hasSuffix("+coreference.body") == true)
  }

  @Test func thePersonWhoActs() {
    let document = FactTesting.extractor.extract("中国科学院院士薛其坤出席会议。他带领30多名研究人员开展研究。")
    let fact = document.facts.last { $0.type == .measurement }
    #expect(fact?.argument("subject")?.text == "他")
    #expect(fact?.argument("subject")?.entity == Self.entity("薛其坤", in: document))
    #expect(fact?.evidence.rule.hasSuffix("+coreference.pronoun") == true)
  }

  @Test func notOverTheEndOfAParagraph() {
    let document = FactTesting.extractor.extract("中国科学院院士薛其坤出席会议。\n\n他带领30多名研究人员开展研究。")
    #expect(document.facts.last { $0.type == .measurement }?.argument("subject")?.entity == nil)
  }

  @Test(
    arguments: [
      ("第二届“一带一路”科技交流大会将于6月11日在成都开幕。", "planned", nil), ("第二届“一带一路”科技交流大会6月11日在成都开幕。", nil, nil),
      ("第二届“一带一路”科技交流大会没有在成都举行。", nil, "denied"),
    ] as [(String, String?, String?)])
  func eventsAreMeant(_ text: String, _ modality: String?, _ polarity: String?) {
    let fact = FactTesting.extractor.extract(text).facts.first { $0.type == .event }
    #expect(fact?.argument("place")?.text == "成都")
    #expect(fact?.modality == modality)
    #expect(fact?.polarity == polarity)
  }
}
