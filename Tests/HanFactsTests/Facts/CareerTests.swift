import HanFacts
import Testing

/// Roles that a verb states, also over clauses, and the chains, bodies and countries of posts.
@Suite struct CareerTests {
  private static let arguments = ["person", "title", "organization"]

  @Test(arguments: [
    (
      "赵国强1985年参军，历任排长、连长，2005年任江岸区公安分局副局长，2011年升任局长。",
      ["赵国强 | 排长 | ", "赵国强 | 连长 | ", "赵国强 | 副局长 | 江岸区公安分局", "赵国强 | 局长 | "]
    ),
    (
      "市人大常委会决定任命孙丽华为市财政局局长，免去其市审计局副局长职务。",
      ["孙丽华 | 局长 | 市财政局", "孙丽华 | 副局长 | 市审计局"]
    ),
    ("董事会同意聘任钱建国、吴小红为公司副总经理。", ["钱建国 | 副总经理 | ", "吴小红 | 副总经理 | "]),
    ("张建军、李文当选为副会长，王玉梅任秘书长。", ["张建军 | 副会长 | ", "李文 | 副会长 | ", "王玉梅 | 秘书长 | "]),
    ("经理一职由何建军担任。", ["何建军 | 经理 | "]),
    ("公司董事长为周立明。", ["周立明 | 董事长 | "]),
    ("王芳加入南京大学任讲师。", ["王芳 | 讲师 | 南京大学"]),
    ("李婷的丈夫张伟是一名消防员。", ["张伟 | 消防员 | "]),
    (
      "周立明利用担任天水市委常委、副市长，省人大常委会副秘书长等职务上的便利收受财物。",
      ["周立明 | 常委 | 天水市委", "周立明 | 副市长 | ", "周立明 | 副秘书长 | 省人大常委会"]
    ),
    ("刘海峰，男，1972年生，高级工程师，现任北京大学教授。", ["刘海峰 | 高级工程师 | ", "刘海峰 | 教授 | 北京大学"]),
  ])
  func verbs(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("曾任上海市副市长的冯国勤昨天出席。", ["冯国勤 | 副市长 | 上海市"]),
    ("时任财政部部长的项怀诚签署了协议。", ["项怀诚 | 部长 | 财政部"]),
    ("副院长张三丰、李国栋、王志强先后发言。", ["张三丰 | 副院长 | ", "李国栋 | 副院长 | ", "王志强 | 副院长 | "]),
    ("如今轮到孙子陈立——诸暨市档案馆馆长。", ["陈立 | 馆长 | 诸暨市档案馆"]),
    ("阿曼队主教练、英格兰人伯纳德·辛普森认为，这很重要。", ["伯纳德·辛普森 | 主教练 | 阿曼队"]),
    (
      "县人民法院副院长、审判委员会委员、审判员赵志刚出席。",
      ["赵志刚 | 副院长 | 县人民法院", "赵志刚 | 委员 | 审判委员会", "赵志刚 | 审判员 | 县人民法院"]
    ),
    (
      "省文化和旅游厅党委书记、厅长何建军介绍情况。",
      ["何建军 | 党委书记 | 省文化和旅游厅", "何建军 | 厅长 | 省文化和旅游厅"]
    ),
  ])
  func chains(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("韩国前总统文在寅出席论坛。", ["文在寅 | 前总统 | 韩国"]),
    ("法国驻上海总领事柯瑞宇应邀出席。", ["柯瑞宇 | 驻上海总领事 | 法国"]),
    ("北京协和医院急诊科主任朱华栋介绍了情况。", ["朱华栋 | 主任 | 北京协和医院急诊科"]),
    ("急诊科护士长高海燕说，病人不少。", ["高海燕 | 护士长 | 急诊科"]),
    ("世界卫生组织（WHO）总干事谭德塞警告说，疫情仍未结束。", ["谭德塞 | 总干事 | 世界卫生组织"]),
    ("市公安局副局长（主持工作）刘海峰透露了案情。", ["刘海峰 | 副局长 | 市公安局"]),
    ("“蓝鲸出行”联合创始人陆志明表示，公司已完成融资。", ["陆志明 | 联合创始人 | 蓝鲸出行"]),
    ("美的集团首席数字官张小怡发言。", ["张小怡 | 首席数字官 | 美的集团"]),
  ])
  func bodies(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text) == expected)
  }

  /// A verb of a post that says nothing of the person named, and words for persons that are no posts.
  @Test(arguments: [
    "他的父亲是一名中学教师。", "郑志强任期届满。", "华侨陈国强回国。", "学生李建平来到北京。", "周立明去年获得工学博士学位。",
  ])
  func noRole(_ text: String) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).isEmpty)
  }

  @Test(arguments: [
    ("应李建平之邀任报社主笔。", "李建平"), ("杨志刚将接替王建军担任主教练。", "王建军"), ("省长周立明代表何建军发言。", "何建军"),
    ("安理会秘书长与伊拉克副总理阿齐兹会谈。", "秘书长"),
  ])
  func notHis(_ text: String, _ word: String) {
    #expect(!FactTesting.facts(.role, ["person", "title"], in: text).contains { $0.contains(word) })
  }

  /// Bodies that a post of the sentence, a place of work or the company spoken of gives to bare posts.
  @Test(arguments: [
    (
      "市政协主席赵志刚主持会议，副主席孙丽华、何建军及秘书长王玉梅出席。",
      ["赵志刚 | 主席 | 市政协", "孙丽华 | 副主席 | 市政协", "何建军 | 副主席 | 市政协", "王玉梅 | 秘书长 | 市政协"]
    ),
    ("省委书记周立明出席，副省长赵国强主持会议。", ["周立明 | 书记 | 省委", "赵国强 | 副省长 | "]),
    (
      "李建平1985年进大同钢铁厂当技术员，1990年起任车间主任，1998年当选市人大代表。",
      ["李建平 | 技术员 | 大同钢铁厂", "李建平 | 车间主任 | 大同钢铁厂", "李建平 | 代表 | 市人大"]
    ),
    ("格力电器昨日公告，董事长赵国强递交辞呈。", ["赵国强 | 董事长 | 格力电器"]),
    ("陈国强，1930年生。新中国成立后，历任南京大学教授，江苏省农业科学院院长。", ["陈国强 | 教授 | 南京大学", "陈国强 | 院长 | 江苏省农业科学院"]),
    ("村里的会计叫王建军，此前在县财政局当过科长。", ["王建军 | 会计 | ", "王建军 | 科长 | 县财政局"]),
    ("孙丽华（女）为市财政局局长。", ["孙丽华 | 局长 | 市财政局"]),
  ])
  func carried(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("法国财政部长勒梅尔发言。", ["勒梅尔 | 财政部长 | 法国"]),
    ("英国副首相兼能源、商业和贸易大臣戴维·布朗发言。", ["戴维·布朗 | 副首相 | 英国", "戴维·布朗 | 能源、商业和贸易大臣 | 英国"]),
    ("美国国务院负责亚洲事务的副国务卿戴维·布朗发言。", ["戴维·布朗 | 副国务卿 | 美国国务院"]),
    ("植物生理学家王志强去世。", ["王志强 | 植物生理学家 | "]),
    ("省水利厅党组书记、厅长何建军汇报。", ["何建军 | 党组书记 | 省水利厅", "何建军 | 厅长 | 省水利厅"]),
    ("招商局集团董事局主席李建平发言。", ["李建平 | 董事局主席 | 招商局集团"]),
    ("省军区副司令员赵国强出席。", ["赵国强 | 副司令员 | 省军区"]),
    ("现任校长王玉梅发言。", ["王玉梅 | 校长 | "]),
    ("市防汛指挥部指挥长、市长何建军赶到现场。", ["何建军 | 指挥长 | 市防汛指挥部", "何建军 | 市长 | "]),
    ("红旗小学校长王玉梅发言。", ["王玉梅 | 校长 | 红旗小学"]),
  ])
  func units(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, Self.arguments, in: text).sorted() == expected.sorted())
  }

  /// A title is a record only beside its person: in the sentence that names him.
  @Test func titlesOfCarriedPosts() {
    let text = "任命孙丽华为局长。2005年任江岸区公安分局副局长。"
    let titles = FactTesting.extractor.extract(text).entities.filter { $0.type == .title }.map(\.text)
    #expect(titles == ["局长"])
  }
}
