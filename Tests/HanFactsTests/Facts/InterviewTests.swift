import HanFacts
import Testing

/// Interviews, addressees and further frames of speech.
@Suite struct InterviewTests {
  @Test(arguments: [
    (
      "《新周刊》：为什么选择现在？\n刘庆：标准快统一了。我们等了十年。\n《新周刊》：可是还在亏损。\n刘庆：不怕。",
      [
        "《新周刊》 | 为什么选择现在", "刘庆 | 标准快统一了。我们等了十年", "《新周刊》 | 可是还在亏损", "刘庆 | 不怕",
      ]
    ),
    // Lists are no turns: nobody asks, and nobody comes again.
    ("陈敏：北京医院院长。\n刘庆：产研院院长。", []),
    ("主办：北京医院\n承办：南京大学", []),
  ])
  func turns(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.quotation, ["speaker", "content"], in: text) == expected)
  }

  @Test(arguments: [
    ("刘庆告诉媒体，今年将发布两项成果。", ["刘庆 | 告诉媒体 | 今年将发布两项成果"]),
    ("刘庆提醒家长，“孩子宁可多歇一天”。", ["刘庆 | 提醒 | 孩子宁可多歇一天"]),
    ("“脑子是空的。”刘庆告诉中新社记者。", ["刘庆 | 告诉 | 脑子是空的。"]),
    ("他建议设立联络机制。", []),
    ("刘庆建议设立中小企业联络机制。", ["刘庆 | 建议 | 设立中小企业联络机制"]),
    ("刘庆拒绝评论裁判，球队缺了三名主力。", []),
    ("刘庆丢下一句话：你们的库存能压死一头牛。", ["刘庆 | 话 | 你们的库存能压死一头牛"]),
    ("英国政府同日宣布，将向三家银行注资370亿英镑。", ["英国政府 | 宣布 | 将向三家银行注资370亿英镑"]),
    ("县委宣传部一位不愿透露姓名的干部认为，这不是一个人干得成的事。", ["县委宣传部一位不愿透露姓名的干部 | 认为 | 这不是一个人干得成的事"]),
    ("“水漫过了脚踝。”黄先生回忆说。", ["黄先生 | 回忆说 | 水漫过了脚踝。"]),
    ("他说，这次会晤取得一系列重要成果。", []),
  ])
  func frames(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.quotation, ["speaker", "cue", "content"], in: text) == expected)
  }

  @Test func namesBelowTheHeadline() {
    let text = "公交车上那二十分钟\n刘庆\n昨天早上，我在公交车上遇到一位老人，他没有手机。"
    #expect(FactTesting.facts(.byline, ["reporters"], in: text) == ["刘庆"])
    #expect(FactTesting.facts(.byline, ["reporters"], in: "会议今天举行。\n刘庆\n陈敏").isEmpty)
  }
}
