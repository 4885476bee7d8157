import Testing

/// A title is a post, rank or profession next to a person; 前 原 副 belong to it, quotation marks do not.
@Suite struct TitleTests {
  @Test(arguments: [
    "外交部[发言人]汪文斌今天出席记者会。",
    "习近平[主席]发表讲话。",
    "[国家主席]习近平会见来宾。",
    "项目由[副主任设计师]王栋负责。",
    "他就是上海交通大学瑞金医院[内科血液学专家]，如今已96岁高龄的王振义。",
    "宁德时代[董事长]兼[CEO]曾毓群发言。",
    "葡萄牙[前外交部长]安东尼奥·马丁斯·达克鲁斯认为，这很重要。",
    "波兰[前驻上海总领事]塞尔韦斯特·沙法什认为，这很重要。",
    "作为产研院的“[当家人]”，刘庆从专业科学研究走向了“科技转化”之路。",
    "中国科学院[院士]薛其坤表示，合作很重要。",
    "腾讯公司[副总裁]蔡光忠出席会议。",
  ])
  func marked(_ expected: String) {
    let text = expected.filter { $0 != "[" && $0 != "]" }
    #expect(FactTesting.markedTitles(text) == expected)
  }

  @Test(arguments: ["发言人出席了记者会。", "会议由专家和学者参加。", "父亲王建国今年八十岁。"])
  func noTitleWithoutAPerson(_ text: String) { #expect(FactTesting.markedTitles(text) == text) }
}
