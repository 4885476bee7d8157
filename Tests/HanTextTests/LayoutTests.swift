import Testing

@testable import HanText

@Suite("Layout")
struct LayoutTests {
  /// Sources for `auto`; `|` parts the paragraphs that are expected.
  static let cases: [(name: String, source: String, expected: String)] = [
    (
      "hard-wrapped paragraph",
      "新华社北京 9 月 15 日电（记者姜\n微、周琳）“希望广大科学家和科技工\n作者肩负起历史责任，坚持面向世界\n科技前沿、面向经济主战场。”",
      "新华社北京9月15日电（记者姜微、周琳）“希望广大科学家和科技工作者肩负起历史责任，坚持面向世界科技前沿、面向经济主战场。”"
    ),
    (
      "blank line ends a paragraph",
      "汪文斌说，这次会晤取得一系列重要\n成果，双方正式签署协定。\n\n他说，下一阶段，中方将落实好此次\n会晤重要共识和成果。",
      "汪文斌说，这次会晤取得一系列重要成果，双方正式签署协定。|他说，下一阶段，中方将落实好此次会晤重要共识和成果。"
    ),
    (
      "column break inside a word",
      "构建人类命运共同体。欧方也表示，当今世\n义，抵制单边主义和保护主义，更加有效应对\n各种全球性挑战。法国席勒研究所研究员克\n\n里斯蒂娜·比埃认为，此次会晤就继续深化合\n作提出具体安排。",
      "构建人类命运共同体。欧方也表示，当今世义，抵制单边主义和保护主义，更加有效应对各种全球性挑战。法国席勒研究所研究员克里斯蒂娜·比埃认为，此次会晤就继续深化合作提出具体安排。"
    ),
    (
      "column break inside a figure",
      "“目前，我们的电池回收技术\n已非常完善，去年通过回收20万\n\n吨废电池，重新制造出了1.3万吨\n碳酸锂。”",
      "“目前，我们的电池回收技术已非常完善，去年通过回收20万吨废电池，重新制造出了1.3万吨碳酸锂。”"
    ),
    (
      "a short line ends a paragraph inside a block",
      "非三方合作”……会晤中，习近平主席就下\n一步中欧合作提出一系列倡议。\n分析人士指出，中方的倡议释放出真\n诚合作的积极信号，给中欧企业界、投资界\n投下“定心丸”。",
      "非三方合作”……会晤中，习近平主席就下一步中欧合作提出一系列倡议。|分析人士指出，中方的倡议释放出真诚合作的积极信号，给中欧企业界、投资界投下“定心丸”。"
    ),
    (
      "headline above wrapped text",
      "沟通，在会晤中没有回避问题和误解，即使\n涉及到中国内政，中方坚决反对外部干涉。\n\n为中欧务实合作注入新的动力\n\n“要加强宏观经济政策协调和配合，维\n护全球产业链供应链稳定，共同促进世界经\n济复苏。”",
      "沟通，在会晤中没有回避问题和误解，即使涉及到中国内政，中方坚决反对外部干涉。|为中欧务实合作注入新的动力|“要加强宏观经济政策协调和配合，维护全球产业链供应链稳定，共同促进世界经济复苏。”"
    ),
    (
      "indented lines are paragraphs",
      "　　汪文斌说，下一阶段，中方将落实好此次会晤\n重要共识和成果，为国际社会注入更多正能量，更\n多信心。\n　　他表示，双方同意加强沟通，增进客观了解和\n认知。",
      "汪文斌说，下一阶段，中方将落实好此次会晤重要共识和成果，为国际社会注入更多正能量，更多信心。|他表示，双方同意加强沟通，增进客观了解和认知。"
    ),
    (
      "letter-spaced headline",
      "为 中 欧 关 系 提 供 战 略 引 领\n解读习近平主席同德国欧盟领导人会晤",
      "为中欧关系提供战略引领|解读习近平主席同德国欧盟领导人会晤"
    ),
    (
      "unwrapped paragraphs at single line ends",
      "第一段讲的是科技创新，内容很长。\n第二段讲产业升级\n第三段，完",
      "第一段讲的是科技创新，内容很长。|第二段讲产业升级|第三段，完"
    ),
    ("names in a list", "张三\n李四\n王五", "张三|李四|王五"),
    ("companies in a list", "中国石油化工集团有限公司\n国家电网有限公司\n中国建筑集团", "中国石油化工集团有限公司|国家电网有限公司|中国建筑集团"),
    ("byline", "◎ 实习记者 李昭宇\n本报记者 叶青", "◎实习记者李昭宇|本报记者叶青"),
    (
      "signature table", "中华人民共和国主席 俄罗斯联邦总统\n习近平 弗·弗·普京\n二〇二三年三月二十一日于莫斯科",
      "中华人民共和国主席俄罗斯联邦总统|习近平弗·弗·普京|二〇二三年三月二十一日于莫斯科"
    ),
    ("headings", "正文的一行\n## 向新而行\n“手撕钢”，这种箔\n# 结尾", "正文的一行|##向新而行|“手撕钢”，这种箔|#结尾"),
    ("numbered list", "会议提出三点：\n1. 坚持创新\n2. 坚持开放\n（三）坚持合作", "会议提出三点：|1.坚持创新|2.坚持开放|（三）坚持合作"),
    (
      "a number at a line's start is no list",
      "目前，我们的电池回收技术已非常完善，共计\n1.3万吨碳酸锂，我们也愿意把储能技术与共\n建国家共享。",
      "目前，我们的电池回收技术已非常完善，共计1.3万吨碳酸锂，我们也愿意把储能技术与共建国家共享。"
    ),
    ("bracket open at the line end", "新华社北京电（记者姜\n微、周琳）", "新华社北京电（记者姜微、周琳）"),
    (
      "a name is cut at its middle dot", "葡萄牙前外交部长安东尼奥·马丁斯·\n\n达克鲁斯认为，这是会晤。\n\n波兰前总领事塞尔韦斯特\n·沙法什认为，这是见证。",
      "葡萄牙前外交部长安东尼奥·马丁斯·达克鲁斯认为，这是会晤。|波兰前总领事塞尔韦斯特·沙法什认为，这是见证。"
    ),
    ("line end forms", "中国。\r\n\r\n美国。\r\r法国。\n\n", "中国。|美国。|法国。"),
  ]

  @Test("auto", arguments: cases)
  func automatic(name: String, source: String, expected: String) {
    #expect(paragraphs(source) == expected.split(separator: "|").map(String.init), "\(name)")
  }

  @Test("rows of a table are paragraphs")
  func tableRows() {
    #expect(paragraphs("| 名称，型号 | 数量 |\n| 汽车，轿车 | 一百 |\n| 轮船，客轮 | 二百 |").count == 3)
  }

  @Test("a long unwrapped paragraph goes on behind a blank line when it breaks off")
  func longParagraphs() {
    let long = String(repeating: "科技创新正在为技术突破锻造硬核支撑,重塑现代化产业体系;", count: 4)
    #expect(paragraphs("\(long)让身体更健\n\n康,老百姓的获得感更强。").count == 1)
    #expect(paragraphs("\(long)。\n\n康,老百姓的获得感更强。").count == 2)
    #expect(paragraphs("\(long)让身体更健\n\n## 康,老百姓").count == 2)
    #expect(paragraphs("\(long)让身体更健\n\n新华社记者 谢吟 摄").count == 2)
    #expect(paragraphs("\(long)让身体更健\n\n\n\n康,老百姓的获得感更强。").count == 2)
  }

  @Test("verbatim keeps every line end")
  func verbatim() {
    #expect(stream("新华社（记者姜\n微）\n\n 完 了\r\n", .verbatim) == "新华社（记者姜\n微）\n\n完了\n")
    #expect(paragraphs("新华社（记者姜\n微）\n\n完", .verbatim) == ["新华社（记者姜", "微）", "完"])
  }

  @Test("wrapped joins every single line end but a heading's")
  func wrapped() {
    #expect(paragraphs("张三\n李四\n\n王五。\n赵六", .wrapped) == ["张三李四", "王五。赵六"])
    #expect(paragraphs("# 标题\n正文", .wrapped) == ["#标题", "正文"])
  }

  @Test("a reused text gives what a fresh one gives")
  func reload() throws {
    var text = SourceText(String(repeating: "较长的一段文字。😀\n\n", count: 50))
    let fresh = SourceText("9 月\n\n15 日")
    try Array("9 月\n\n15 日".utf8).withUnsafeBufferPointer { try text.reload(utf8: $0) }
    #expect(text.scalars == fresh.scalars)
    #expect(text.flags == fresh.flags)
    #expect(text.range(0..<text.count) == fresh.range(0..<fresh.count))
    #expect(text.sentences == fresh.sentences)
    #expect(text.utf16Count == 9)
  }
}
