import HanFacts
import Testing

/// Roles whose body stands further off: with another member of a list, before a verb, in a title that the tables list whole.
@Suite struct RoleListTests {
  static func roles(_ text: String) -> [String] {
    FactTesting.facts(.role, ["person", "title", "organization"], in: text)
  }

  /// The members of a list share a body, or bring a part of it.
  @Test(arguments: [
    (
      "参加义诊的有北京医院骨科主任医师陈国栋、儿科主治医师王海涛。",
      ["陈国栋 | 主任医师 | 北京医院骨科", "王海涛 | 主治医师 | 儿科"]
    ),
    (
      "中国铁建副总裁陈国栋、总工程师王海涛出席。",
      ["陈国栋 | 副总裁 | 中国铁建", "王海涛 | 总工程师 | 中国铁建"]
    ),
    (
      "山东泰山队主教练崔康熙、队长王大雷和队医陈国栋到场。",
      ["崔康熙 | 主教练 | 山东泰山队", "王大雷 | 队长 | 山东泰山队", "陈国栋 | 队医 | 山东泰山队"]
    ),
    ("北京大学教授陈国栋、作家王海涛到场。", ["陈国栋 | 教授 | 北京大学", "王海涛 | 作家 | "]),
    ("德国总理默克尔、部长陈国栋到场。", ["默克尔 | 总理 | 德国", "陈国栋 | 部长 | "]),
  ])
  func lists(_ text: String, _ expected: [String]) { #expect(Self.roles(text) == expected) }

  /// The body of the post that was given before, or of who gives it.
  @Test(arguments: [
    (
      "陈国栋当选中国红十字会会长，王海涛、李小龙当选副会长。",
      ["陈国栋 | 会长 | 中国红十字会", "王海涛 | 副会长 | 中国红十字会", "李小龙 | 副会长 | 中国红十字会"]
    ),
    ("浦发银行聘任陈国栋为副行长。", ["陈国栋 | 副行长 | 浦发银行"]),
    ("国务院任命陈国栋为驻法国大使。", ["陈国栋 | 驻法国大使 | "]),
    ("陈国栋牵头成立海淀体育协会并出任理事长。", ["陈国栋 | 理事长 | 海淀体育协会"]),
    ("以轻工业部副部长陈国栋为团长的中国政府代表团抵达巴黎。", ["陈国栋 | 副部长 | 轻工业部", "陈国栋 | 团长 | 中国政府代表团"]),
    ("陈国栋现为该校航空政策研究中心主任。", ["陈国栋 | 主任 | 航空政策研究中心"]),
    ("陈国栋担任南京市鼓楼区副区长，兼县文教科科长。", ["陈国栋 | 副区长 | 鼓楼区", "陈国栋 | 科长 | 县文教科"]),
  ])
  func given(_ text: String, _ expected: [String]) { #expect(Self.roles(text).sorted() == expected.sorted()) }

  /// What the title takes with it, and what it leaves to the body.
  @Test(arguments: [
    ("南宁海关综合业务一处副处长陈国栋发言。", ["陈国栋 | 副处长 | 南宁海关综合业务一处"]),
    ("《人民音乐》杂志副主编陈国栋发言。", ["陈国栋 | 副主编 | 《人民音乐》杂志"]),
    ("法国国民议会议长陈国栋发言。", ["陈国栋 | 议长 | 法国国民议会"]),
    ("德国驻港总领事陈国栋发言。", ["陈国栋 | 驻港总领事 | 德国"]),
    ("中国移动品牌运营总监陈国栋发言。", ["陈国栋 | 品牌运营总监 | 中国移动"]),
    ("美籍顾问陈国栋发言。", ["陈国栋 | 顾问 | "]),
    ("教育部長潘文忠發言。", ["潘文忠 | 教育部長 | "]),
    ("總統府發言人郭雅慧表示尊重。", ["郭雅慧 | 發言人 | 總統府"]),
    ("该片由陈国栋、王海涛领衔主演。", []),
    ("本报评论员陈国栋发言。", ["陈国栋 | 评论员 | "]),
    ("全科医生陈国栋发言。", ["陈国栋 | 全科医生 | "]),
    ("他的接班人陈国栋发言。", []),
    ("陈国栋年轻时在新加坡当过焊工。", ["陈国栋 | 焊工 | "]),
    ("陈国栋在北京大学做过讲师。", ["陈国栋 | 讲师 | 北京大学"]),
  ])
  func titles(_ text: String, _ expected: [String]) { #expect(Self.roles(text) == expected) }

  /// A surname with its title says again what stands with the name.
  @Test(arguments: [
    ("负责此案的法官欧阳静说，判决已经生效。面对欧阳法官，他低下了头。", ["欧阳静 | 法官 | "]),
    ("北京大学教授邰昌丽来了。邰教授说，很好。", ["邰昌丽 | 教授 | 北京大学"]),
  ])
  func again(_ text: String, _ expected: [String]) { #expect(Self.roles(text) == expected) }
}
