import HanFacts
import Testing

/// Datelines and bylines: whoever stands in a list of reporters is a person, whatever the lexicon says.
@Suite struct CreditTests {
  static func persons(_ text: String) -> [String] {
    FactTesting.extractor.extract(text).entities.filter { $0.type == .person }.map(\.text)
  }

  @Test(arguments: [
    ("新华社北京9月15日电（记者温馨、邹多为）会议今天举行。", "新华社 | 北京 | 9月15日 | 温馨、邹多为"),
    ("新华社重庆11月7日电(记者 赵宇飞 高兴)大会7日闭幕。", "新华社 | 重庆 | 11月7日 | 赵宇飞、高兴"),
    ("(记者郑汉根)新华社北京9月15日电", "新华社 | 北京 | 9月15日 | 郑汉根"),
    ("本报兰州3月5日讯（记者 方向 通讯员 安宁）今天，会议召开。", "本报 | 兰州 | 3月5日 | 方向、安宁"),
  ])
  func datelines(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.dateline, ["source", "place", "date", "reporters"], in: text) == [expected])
  }

  @Test(arguments: [
    ("图为大会现场。本报记者 温馨 张小明 摄", "本报记者 | 温馨、张小明"),
    ("◎ 本报记者 高峰", "本报记者 | 高峰"),
    ("责任编辑：时光", "责任编辑 | 时光"),
    ("新华社记者 谢吟 摄", "新华社记者 | 谢吟"),
    ("记者 白 洋 陈秋妤", "记者 | 白洋、陈秋妤"),
  ])
  func bylines(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.byline, ["credit", "reporters"], in: text) == [expected])
  }

  @Test(arguments: ["他的性格温馨而安宁。", "（记者手记）今天高兴。", "记者昨天到达上海。", "编辑部工作很忙。", "文化与时光。"])
  func wordsElsewhereAreNoNames(_ text: String) { #expect(Self.persons(text) == []) }

  @Test(arguments: ["记者 孙静 厦门报道", "本报记者 孙静 厦门 报道"])
  func wherePeopleReportFromIsNoName(_ text: String) { #expect(Self.persons(text) == ["孙静"]) }

  @Test func aWordIsANameOnlyInTheList() {
    #expect(Self.persons("新华社北京9月15日电（记者温馨）这里的灯光十分温馨。") == ["温馨"])
  }
}
