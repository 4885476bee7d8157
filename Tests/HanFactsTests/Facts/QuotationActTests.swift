import HanFacts
import Testing

/// Speech told by what somebody does, over several paragraphs, or in two parts around what is told of it.
@Suite struct QuotationActTests {
  static func quotations(_ text: String) -> [String] {
    FactTesting.facts(.quotation, ["speaker", "content"], in: text)
  }

  @Test(arguments: [
    ("馆长把账本接回馆里。“字是歪的，账是正的。”临别，陈国栋只留下这句话。", ["陈国栋 | 字是歪的，账是正的。"]),
    ("王海涛送上慰问金。“这钱我交给学校。”陈国栋执意推辞。", ["陈国栋 | 这钱我交给学校。"]),
    ("村里通了水。“好日子来了！”陈国栋的母亲抹起了眼泪。", ["母亲 | 好日子来了！"]),
    ("“快跑！”陈国栋大喊一声，转身冲进楼里。", ["陈国栋 | 快跑！"]),
    ("“都先找水喝。”陈国栋这样解释歌词的来历，“喝水的声音就是前奏。”", ["陈国栋 | 都先找水喝。", "陈国栋 | 喝水的声音就是前奏。"]),
    ("“打球先做人。”发布会的最后，陈国栋对王海涛说，“记得关灯。”", ["陈国栋 | 打球先做人。", "陈国栋 | 记得关灯。"]),
    ("“那时候苦啊，”老人回忆起往事，“一天只吃两顿饭。”", ["老人 | 那时候苦啊，", "老人 | 一天只吃两顿饭。"]),
    ("当地宣传部门工作人员回应：“正在核实。”", ["当地宣传部门工作人员 | 正在核实。"]),
    ("用陈国栋的话说，“干一行爱一行，行行出状元”。", ["陈国栋 | 干一行爱一行，行行出状元"]),
    ("陈国栋仅称“一切以公告为准”。", ["陈国栋 | 一切以公告为准"]),
    ("由律师陈国栋提议，各方下周再谈。", ["陈国栋 | 各方下周再谈"]),
    ("陈国栋语记者，旱灾为近年所仅见。", ["陈国栋 | 旱灾为近年所仅见"]),
    ("陈国栋作出解释，称货物已经全部发出。", ["陈国栋 | 货物已经全部发出"]),
    ("陈国栋曰：“有罪，吾自当之。”", ["陈国栋 | 有罪，吾自当之。"]),
  ])
  func acts(_ text: String, _ expected: [String]) { #expect(Self.quotations(text) == expected) }

  /// A quotation over paragraphs that each open with a mark is one.
  @Test func paragraphs() {
    let text = "陈国栋说：\n\n“县里缺医生。我们送人去进修。\n\n“学成回来的，职称优先。”\n\n医院有病床。"
    #expect(Self.quotations(text) == ["陈国栋 | 县里缺医生。我们送人去进修。“学成回来的，职称优先。"])
  }

  /// What another says behind a semicolon is his.
  @Test func semicolon() {
    #expect(
      Self.quotations("陈国栋表示，公司会配合调查；王海涛则认为，时间已经不够。")
        == ["陈国栋 | 公司会配合调查", "王海涛 | 时间已经不够"])
  }

  /// He of the next sentence is the only person of one whose subject is nobody's name.
  @Test func object() {
    let facts = FactTesting.extractor.extract("我们找过学校校长陈国栋。他答复说：“经费没有着落。”").facts
    let quotation = facts.first { $0.type == .quotation }
    #expect(quotation?.argument("speaker")?.entity == "p1")
  }

  /// The object of a verb, and naming, are no speech.
  @Test(arguments: ["县委作出决定，号召干部向陈国栋学习。", "陈国栋未作正面回应，起身离开了会场。"])
  func none(_ text: String) { #expect(Self.quotations(text).isEmpty) }
}
