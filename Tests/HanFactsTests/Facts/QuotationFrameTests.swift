import HanFacts
import Testing

/// Quotations by the frame that says who speaks, and what only looks like one.
@Suite struct QuotationFrameTests {
  static func quotations(_ text: String) -> [String] {
    FactTesting.facts(.quotation, ["speaker", "content", "form"], in: text)
  }

  /// A clause that ends in a colon has a speaker also without a verb of speech.
  @Test(arguments: [
    ("面对质疑，张建国并不回避：“我们确实走过弯路。”", "张建国 | 我们确实走过弯路。 | quoted"),
    ("周杰的看法则截然不同：“这是在浪费钱。”", "周杰 | 这是在浪费钱。 | quoted"),
    ("问及未来的打算，李小龙笑了：“继续种地。”", "李小龙 | 继续种地。 | quoted"),
    ("李明华接过奖杯，只说了一句话：“功劳是大家的。”", "李明华 | 功劳是大家的。 | quoted"),
    ("民進黨立委王定宇質疑：「為何不早說？」", "王定宇 | 為何不早說？ | quoted"),
    ("刘伟接过话头：“我来讲。”王海涛认为，时间不够。", "刘伟 | 我来讲。 | quoted"),
    ("警方提醒市民：凡是要求转账的，一律先挂断。", "警方 | 凡是要求转账的，一律先挂断 | reported"),
    ("李小龙算了一笔账：一亩地能增收800元。", "李小龙 | 一亩地能增收800元 | reported"),
    ("刘伟的判断是：明年房价难有起色。", "刘伟 | 明年房价难有起色 | reported"),
    ("王海涛说得更直接，烧钱换不来忠诚度。", "王海涛 | 烧钱换不来忠诚度 | reported"),
  ])
  func leading(_ text: String, _ expected: String) {
    #expect(Self.quotations(text).first == expected)
  }

  /// Who acts in the clause behind a quotation, or between two parts of it, speaks.
  @Test(arguments: [
    ("“这条路我走了三十年。”老支书赵大山指着山腰，声音有些颤抖。", ["赵大山 | 这条路我走了三十年。 | quoted"]),
    ("“太难了。”谈起创业经历，王海涛连连摇头。", ["王海涛 | 太难了。 | quoted"]),
    ("“我从没想过放弃。”——林丹", ["林丹 | 我从没想过放弃。 | quoted"]),
    ("“写我女儿。”王海涛笑了笑，“她说她的故乡是一个小区。”", ["王海涛 | 写我女儿。 | quoted", "王海涛 | 她说她的故乡是一个小区。 | quoted"]),
    ("“这一天盼了十九年。”在瑙鲁经商的华侨陈国强在电话里说。", ["陈国强 | 这一天盼了十九年。 | quoted"]),
    ("“房子没了。”在县中学安置点，61岁的村民吴桂香回忆道。", ["吴桂香 | 房子没了。 | quoted"]),
    ("“最要紧的是人心。\n\n“现在是群众干。”周亚军说这话时，目光落在远处。", ["周亚军 | 最要紧的是人心。“现在是群众干。 | quoted"]),
  ])
  func behind(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  /// A paragraph of speech, and the next that begins with who says it; not one that leads to what follows.
  @Test(arguments: [
    (
      "“路修好了。大家都高兴。”\n\n村主任陈国强说，明年还要通公交。",
      ["陈国强 | 路修好了。大家都高兴。 | quoted", "陈国强 | 明年还要通公交 | reported"]
    ),
    ("“路修好了。”\n\n村主任陈国强起身走了。", []),
    ("“路修好了。”\n\n村主任陈国强说：“还要通公交。”", ["陈国强 | 还要通公交。 | quoted"]),
  ])
  func paragraphBefore(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  /// The head of the phrase before the verb speaks, not the first name.
  @Test(arguments: [
    ("王海涛的妻子陈静补充说，他那时候天天睡在厂里。", "陈静"), ("陈静的父亲、退休教师陈国栋告诉记者，女儿从小要强。", "陈国栋"),
    ("安理会轮值主席、加蓬常驻联合国代表让·奥邦格宣布，安理会欢迎这一结果。", "让·奥邦格"),
    ("英国首相苏纳克的发言人说，首相将访问印度。", "发言人"), ("路透社援引知情人士的话报道称，谈判已经破裂。", "知情人士"),
    ("一位要求匿名的前政府官员对路透社透露，谈判已经破裂。", "前政府官员"), ("有村民向记者反映，水质近来明显变差。", "村民"),
    ("马克龙致电泽连斯基说，法国支持乌克兰。", "马克龙"), ("陈杰接受新华社记者王磊采访时说，项目年底完工。", "陈杰"),
    ("法院审理认为，被告人的行为构成盗窃罪。", "法院"), ("公司方面回应称，产品符合国家标准。", "公司方面"),
    ("这名“80后”干部说，请大家监督。", "这名“80后”干部"), ("他们一致认为，时间不够了。", "他们"),
  ])
  func speakers(_ text: String, _ expected: String) {
    #expect(FactTesting.facts(.quotation, ["speaker"], in: text) == [expected])
  }

  /// The clause around speech tells who speaks, whatever it says.
  @Test(arguments: [
    ("“水来得太快。”村支书陈国栋嗓子已经沙哑，“大家先往坡上走。”", ["陈国栋 | 水来得太快。 | quoted", "陈国栋 | 大家先往坡上走。 | quoted"]),
    ("展厅里空无一人。“上个月还要排队。”售楼顾问刘伟苦笑。", ["刘伟 | 上个月还要排队。 | quoted"]),
    ("“手续还差哪一步？”刘伟问得仔细。", ["刘伟 | 手续还差哪一步？ | quoted"]),
    ("对此刘伟并不回避：“账上确实没钱了。”", ["刘伟 | 账上确实没钱了。 | quoted"]),
    ("面对追问，刘伟不愿多谈：“先把房子盖好。”", ["刘伟 | 先把房子盖好。 | quoted"]),
    ("刘伟把炉子捅旺，招呼刚进门的同事：“来烤烤火。”", ["刘伟 | 来烤烤火。 | quoted"]),
    ("提起救人的战士，陈静的眼圈红了。\n\n“他上来的时候脸都紫了。”", ["陈静 | 他上来的时候脸都紫了。 | quoted"]),
    ("我妈：“周末早点回家吃饭。”", ["我妈 | 周末早点回家吃饭。 | quoted"]),
    ("美国医生卡尔·亨特路过县城，给学生做过体检后在日记中写道，孩子们都很瘦。", ["卡尔·亨特 | 孩子们都很瘦 | reported"]),
    ("刘伟介绍，今年已有三批货出口，他同时提醒客户，合同要看仔细。", ["刘伟 | 今年已有三批货出口 | reported", "他 | 合同要看仔细 | reported"]),
    ("会议指出，各地要抓紧秋收。", ["会议 | 各地要抓紧秋收 | reported"]),
    ("刘伟主持会议。会议昨天强调，各地要抓紧秋收。", ["会议 | 各地要抓紧秋收 | reported"]),
    ("【本报记者 刘伟】三星电子昨天宣布，工厂将迁往南京。", ["三星电子 | 工厂将迁往南京 | reported"]),
  ])
  func clauses(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  /// What only looks like speech.
  @Test(arguments: [
    "陈静加油！世界排名第8的她值得期待，大家定好闹钟。", "得到两党推荐的刘伟主张交由议员表决。", "校长刘伟先后11次到乡里、县里反映，每次都空手而回。",
    "根据县里文件要求，全体干部30人下乡。",
  ])
  func noSpeech(_ text: String) { #expect(Self.quotations(text) == []) }

  /// Who spoke last is the subject of a verb that has none.
  @Test func droppedSubject() {
    #expect(
      Self.quotations("王海涛说：“今年。”想了想，又说，“明年还要好。”") == ["王海涛 | 今年。 | quoted", "王海涛 | 明年还要好。 | quoted"])
  }

  /// A pronoun without a person near it is no speaker.
  @Test func anUnknownPronoun() {
    let document = FactTesting.extractor.extract("“放心吧。”她说。")
    let speaker = document.facts.first?.argument("speaker")
    #expect(speaker == nil)
  }

  /// Wholly between marks it is quoted, and once; a part of a statement between marks is not said twice.
  @Test(arguments: [
    ("陈振林强调，“极端天气将成为常态”。", ["陈振林 | 极端天气将成为常态 | quoted"]),
    ("陈振林认为，今年汛期“旱涝并重”，防汛形势严峻。", ["陈振林 | 今年汛期“旱涝并重”，防汛形势严峻 | reported"]),
    ("陈振林指出，海拔并非唯一解释，“训练才是”。", ["陈振林 | 海拔并非唯一解释，“训练才是” | reported"]),
    ("刘伟坦言“压力不小”。", ["刘伟 | 压力不小 | quoted"]),
  ])
  func once(_ text: String, _ expected: [String]) {
    #expect(Self.quotations(text) == expected)
  }

  /// Names between marks, texts on walls, what only tells when or what somebody did.
  @Test(arguments: [
    "墙上写着：“为人民服务。”", "他在墙上看到一行字：“禁止吸烟。”", "会议的主题是：“开放、合作、共赢。”", "他把这种现象称为“内卷”。",
    "“双十一”购物节创始人王海涛走进会场。", "评委王海涛宣布结果时，全场起立。", "王海涛说这话时，目光落在远处。", "据当地媒体分析，灾区工业产值占全国的三分之一。",
    "公安局局长刘伟向公众道歉，责令工厂停产。", "李小龙笑了。“继续种地。”", "周恩来接见他，称其为“味精大王”。", "她说到这里，“天河一号”服务用户近千家。",
  ])
  func none(_ text: String) {
    #expect(Self.quotations(text).isEmpty)
  }
}
