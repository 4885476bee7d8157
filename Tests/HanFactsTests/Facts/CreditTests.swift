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
    ("光明日报哈尔滨5月27日电（光明日报全媒体记者陈晓东）普查启动。", "光明日报 | 哈尔滨 | 5月27日 | 陈晓东"),
    ("中国青年报客户端郑州4月2日电（中青报·中青网记者陈晓东）比赛开始。", "中国青年报客户端 | 郑州 | 4月2日 | 陈晓东"),
    ("新华社沈阳10月7日体育专电（记者陈晓东　李明哲）中国队获胜。", "新华社 | 沈阳 | 10月7日 | 陈晓东、李明哲"),
    ("新华社联合国2月24日电（记者陈晓东）安理会开会。", "新华社 | 联合国 | 2月24日 | 陈晓东"),
    ("本报华盛顿11月6日电　记者陈晓东报道：选举结束。", "本报 | 华盛顿 | 11月6日 | 陈晓东"),
    ("本报沈阳九月三日电　记者陈晓东、通讯员李明哲报道：工厂扩建。", "本报 | 沈阳 | 九月三日 | 陈晓东、李明哲"),
    ("（中央社記者陳曉東台北12日電）教育部今天公布統計。", "中央社 | 台北 | 12日 | 陳曉東"),
    ("（新华社北京9月15日电 记者陈晓东、李明哲）", "新华社 | 北京 | 9月15日 | 陈晓东、李明哲"),
  ])
  func datelines(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.dateline, ["source", "place", "date", "reporters"], in: text) == [expected])
  }

  @Test(arguments: [
    ("大河网讯 (河南日报记者 陈晓东 实习生 李明哲) 条例废止。", "大河网 | 陈晓东、李明哲"),
    ("【本報訊】（記者陳曉東）校長昨日榮休。", "本報 | 陳曉東"),
    ("南方日报讯（记者/陈晓东 通讯员/李明哲）大会召开。", "南方日报 | 陈晓东、李明哲"),
    ("本报讯（全媒体记者 陈晓东 文/图）大会召开。", "本报 | 陈晓东"),
    ("香港文汇报讯（记者 陈晓东 北京报道）大会召开。", "香港文汇报 | 陈晓东"),
  ])
  func reportsOfOnesOwn(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.dateline, ["source", "reporters"], in: text) == [expected])
    #expect(FactTesting.facts(.byline, ["reporters"], in: text) == [])
  }

  @Test(arguments: ["据参考消息网2月3日报道，营收下降。", "路透社2月3日报道说，营收下降。", "记者张亮报道了这件事。", "他用的是5月27日电费单。"])
  func reportsOfOthersAreNoDatelines(_ text: String) {
    #expect(FactTesting.facts(.dateline, ["source"], in: text) == [])
  }

  @Test(arguments: [
    ("图为大会现场。本报记者 温馨 张小明 摄", "本报记者 | 温馨、张小明"),
    ("◎ 本报记者 高峰", "本报记者 | 高峰"),
    ("责任编辑：时光", "责任编辑 | 时光"),
    ("新华社记者 谢吟 摄", "新华社记者 | 谢吟"),
    ("记者 白 洋 陈秋妤", "记者 | 白洋、陈秋妤"),
    ("（本报记者 陈晓东 发自北京）", "本报记者 | 陈晓东"),
    ("本报记者　陈晓东　发自柏林", "本报记者 | 陈晓东"),
    ("本报记者 陈晓东 北京、上海报道", "本报记者 | 陈晓东"),
    ("（实习生陈晓东对本文亦有贡献）", "实习生 | 陈晓东"),
    ("新华社“新华视点”记者 陈晓东 李明哲", "新华社“新华视点”记者 | 陈晓东、李明哲"),
    ("农民日报·中国农网记者 陈晓东", "农民日报·中国农网记者 | 陈晓东"),
    ("上图：两人握手。　何建农摄", "摄 | 何建农"),
    ("新华社发（唐可儿摄）", "摄 | 唐可儿"),
  ])
  func bylines(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.byline, ["credit", "reporters"], in: text) == [expected])
  }

  /// Reporters side by side are one byline; credits of other work are bylines of their own.
  @Test(arguments: [
    ("本报记者 陈晓东 通讯员 李明哲", ["本报记者 | 陈晓东、李明哲"]),
    ("（记者陈晓东 通讯员李明哲 实习生王小五）", ["记者 | 陈晓东、李明哲、王小五"]),
    ("【环球时报驻韩国特约记者 陈晓东 环球时报记者 李明哲】峰会闭幕。", ["环球时报驻韩国特约记者 | 陈晓东、李明哲"]),
    ("图/文 本报记者 陈晓东 通讯员 李明哲", ["图/文本报记者 | 陈晓东、李明哲"]),
    ("本报记者 陈晓东 实习记者 李明哲 报道", ["本报记者 | 陈晓东、李明哲"]),
    ("本报记者 陈晓东 责任编辑：李明哲", ["本报记者 | 陈晓东", "责任编辑 | 李明哲"]),
    ("文/陈晓东 图/李明哲", ["文 | 陈晓东", "图 | 李明哲"]),
    ("摄影 陈晓东 本报记者 李明哲", ["摄影 | 陈晓东", "本报记者 | 李明哲"]),
    ("记者 陈晓东 摄影 李明哲", ["记者 | 陈晓东", "摄影 | 李明哲"]),
  ])
  func reportersSideBySide(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.byline, ["credit", "reporters"], in: text) == expected)
  }

  @Test(arguments: [
    ("谁坐在桌子的另一头\n\n本刊特约记者　艾力江·买买提\n\n昨天深夜，酒店的会议室还亮着灯。", ["艾力江·买买提"]),
    ("比赛多踢了两分钟才结束。\n\n（陈晓东）", ["陈晓东"]),
    ("编辑同志：\n　　教室是危房，盼望有关部门快想办法。\n河南泌阳县  陈晓东", ["陈晓东"]),
    ("会议今天举行。\n（北京）", []),
    ("会议今天举行。\n河南泌阳县  陈晓东", []),
    ("（陈晓东）\n比赛多踢了两分钟才结束。", []),
  ])
  func signatures(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.byline, ["reporters"], in: text) == expected)
  }

  @Test func aCreditIsNoName() {
    #expect(Self.persons("本报记者 陈晓东 实习记者 李明哲 报道") == ["陈晓东", "李明哲"])
    #expect(Self.persons("（本报记者 陈晓东 本报摄影记者 李明哲）") == ["陈晓东", "李明哲"])
  }

  @Test(arguments: ["他的性格温馨而安宁。", "（记者手记）今天高兴。", "记者昨天到达上海。", "编辑部工作很忙。", "文化与时光。"])
  func wordsElsewhereAreNoNames(_ text: String) { #expect(Self.persons(text) == []) }

  @Test(arguments: ["记者 孙静 厦门报道", "本报记者 孙静 厦门 报道", "记者 孙静 厦门、福州报道", "（记者 孙静 发自厦门）"])
  func wherePeopleReportFromIsNoName(_ text: String) { #expect(Self.persons(text) == ["孙静"]) }

  @Test func aWordIsANameOnlyInTheList() {
    #expect(Self.persons("新华社北京9月15日电（记者温馨）这里的灯光十分温馨。") == ["温馨"])
  }
}
