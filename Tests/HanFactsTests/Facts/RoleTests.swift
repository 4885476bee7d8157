import HanFacts
import Testing

/// Roles: person, title, organization.
@Suite struct RoleTests {
  @Test(arguments: [
    ("中国现代国际关系研究院研究员陈凤英说，这很重要。", ["陈凤英 | 研究员 | 中国现代国际关系研究院"]),
    ("宁德时代董事长兼CEO曾毓群发言。", ["曾毓群 | 董事长 | 宁德时代", "曾毓群 | CEO | 宁德时代"]),
    ("德国总理默克尔、欧盟委员会主席冯德莱恩举行会晤。", ["默克尔 | 总理 | 德国", "冯德莱恩 | 主席 | 欧盟委员会"]),
    ("作为产研院的“当家人”，刘庆从专业科学研究走向了“科技转化”之路。", ["刘庆 | 当家人 | 产研院"]),
    ("鹏城实验室主任、中国工程院院士高文提出这一概念。", ["高文 | 主任 | 鹏城实验室", "高文 | 院士 | 中国工程院"]),
    ("王栋现任江苏省产业技术研究院院长。", ["王栋 | 院长 | 江苏省产业技术研究院"]),
    ("陈敏是北京医院院长。", ["陈敏 | 院长 | 北京医院"]),
    ("郭文善（农业农村部专家组组长）说，降雪有利。", ["郭文善 | 组长 | 农业农村部专家组"]),
    (
      "北京医院放射科主任兼医学影像中心主任陈敏表示欢迎。", ["陈敏 | 主任 | 北京医院放射科", "陈敏 | 主任 | 医学影像中心"]
    ),
    ("全国政协委员、北京大学教授张颐武建议减少考试。", ["张颐武 | 委员 | 全国政协", "张颐武 | 教授 | 北京大学"]),
    ("习近平总书记站在历史高度作出部署。", ["习近平 | 总书记 | "]),
    ("王毅部长所作的报告很重要。", ["王毅 | 部长 | "]),
    ("任命王毅为外交部部长。", ["王毅 | 部长 | 外交部"]),
    ("江苏省南京市玄武区人民法院院长李明说，案件复杂。", ["李明 | 院长 | 玄武区人民法院"]),
    ("希腊学者乔治·措戈普洛斯认为，这很重要。", ["乔治·措戈普洛斯 | 学者 | "]),
  ])
  func roles(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.role, ["person", "title", "organization"], in: text) == expected)
  }

  @Test func theSameRoleIsOneFact() {
    let text = "外交部发言人汪文斌出席记者会。外交部发言人汪文斌还介绍了情况。"
    #expect(FactTesting.facts(.role, ["person", "title"], in: text) == ["汪文斌 | 发言人"])
  }

  @Test(arguments: ["新华社北京9月15日电（记者姜微、周琳）会议举行。", "诺贝尔物理学奖得主康斯坦丁·诺沃肖洛夫发言。"])
  func noRole(_ text: String) {
    #expect(FactTesting.facts(.role, ["person", "title"], in: text).isEmpty)
  }

  @Test(arguments: ["免去秦刚的外交部部长职务。", "秦刚辞去外交部部长职务。", "秦刚不再担任外交部部长。"])
  func dismissed(_ text: String) {
    let roles = FactTesting.extractor.extract(text).facts.filter { $0.type == .role }
    #expect(roles.map { $0.argument("organization")?.text } == ["外交部"])
    #expect(roles.map(\.polarity) == ["denied"])
  }

  @Test func plannedAndDenied() {
    let document = FactTesting.extractor.extract("郭文善拟任江苏省产业技术研究院院长。刘庆不再担任江苏省产业技术研究院院长。")
    let roles = document.facts.filter { $0.type == .role }
    #expect(roles.map(\.modality) == ["planned", nil])
    #expect(roles.map(\.polarity) == [nil, "denied"])
  }
}
