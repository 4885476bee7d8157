import Testing

@testable import HanText

/// The five newspaper pages; nothing is tested where they are not at hand.
@Suite("Pages")
struct PageTests {
  @Test("every character of every page maps back", arguments: seedPages().map(\.name), LayoutMode.allCases)
  func invariants(name: String, layout: LayoutMode) throws {
    let page = try #require(seedPages().first { $0.name == name })
    #expect(brokenInvariant(of: try SourceText(utf8: page.bytes, layout: layout)) == nil)
  }

  @Test(
    "words and figures that the pages break over lines, columns and blanks are whole",
    arguments: [
      ("000", "新华社北京9月15日电（记者姜微、周琳）", 1),
      ("000", "克里斯蒂娜·比埃", 2),
      ("000", "习近平总书记关切事", 1),
      ("000", "为中欧关系提供战略引领", 1),
      ("000", "中国科学院长春光学精密机械与物理研究所空间光学三部", 1),
      ("000", "前所长伊诺陶伊·安德拉什说", 1),
      ("000", "双方宣布签署《中欧地理标志协定》，确认", 2),
      ("001", "身体更健康,老百姓", 1),
      ("001", "航天梦是强国梦的重要组成部分", 1),
      ("001", "前所未有的密集活跃期", 1),
      ("001", "还会有30%以上增速", 1),
      ("002", "螺旋星系IC 342、不规则星系NGC 6822", 1),
      ("003", "回收20万吨废电池", 1),
      ("003", "第二届“一带一路”科技交流大会在成都召开，开幕式环节不仅", 1),
      ("003", "诺贝尔生理学或医学奖得主巴里·马歇尔", 2),
      ("003", "依托全球55国1100多个技术转移中心", 1),
      ("004", "嵩县深山区最大积雪深度26厘米", 1),
      ("004", "今年政府工作报告", 1),
      ("004", "提升通关和查验效率", 1),
    ])
  func whole(page: String, wanted: String, times: Int) throws {
    guard let bytes = seedPages().first(where: { $0.name.hasPrefix(page) })?.bytes else { return }
    let text = try SourceText(utf8: bytes)
    #expect(text.text(0..<text.count).components(of: wanted) == times)
  }

  @Test(
    "headlines, bylines and signatures are paragraphs of their own",
    arguments: [
      ("000", "为中欧务实合作注入新的动力"),
      ("000", "共同发出维护多边主义的时代强音"),
      ("000", "坚持多边主义，共同应对全球性挑战"),
      ("000", "（参与记者：潘晔、朱涵、孟含琪）"),
      ("001", "##向新而行:深化改革拓宽发展之路"),
      ("001", "新华社记者谢吟摄"),
      ("002", "重庆日报记者张亦霖"),
      ("002", "打开一扇窗与会嘉宾期待更多未来合作机会"),
      ("003", "启动“一带一路”人工智能科技创新专项合作计划"),
      ("003", "中外嘉宾发表主旨演讲"),
      ("004", "中华人民共和国主席俄罗斯联邦总统"),
      ("004", "习近平弗·弗·普京"),
      ("004", "二〇二三年三月二十一日于莫斯科"),
      ("004", "本报记者叶青"),
      ("004", "对标国际顶尖水准,突破关键核心技术"),
    ])
  func own(page: String, paragraph: String) throws {
    guard let bytes = seedPages().first(where: { $0.name.hasPrefix(page) })?.bytes else { return }
    let text = try SourceText(utf8: bytes)
    #expect(text.paragraphs.contains { text.text($0) == paragraph })
  }
}

extension String {
  /// How often a string occurs.
  fileprivate func components(of wanted: String) -> Int { ranges(of: wanted).count }
}
