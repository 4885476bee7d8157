import HanFacts
import Testing

/// Events: listed, counted, and named where they are held.
@Suite struct EventTests {
  @Test(arguments: [
    ("第二届“丝路科技”交流大会昨天开幕。", ["第二届“丝路科技”交流大会"]),
    ("各地代表参加了“一带一路”科技交流大会。", ["“一带一路”科技交流大会"]),
    ("他出席两院院士大会。", ["两院院士大会"]),
    // The year of an edition, but not the year in which it was.
    ("2026世界人工智能大会在上海举行。", ["2026世界人工智能大会"]),
    ("2026年世界人工智能大会在上海举行。", ["世界人工智能大会"]),
    // Congresses of the party.
    ("党的十八大以来，经济稳定增长。", ["党的十八大"]),
    ("二十大报告提出了目标。", ["二十大"]),
    // Behind a verb or preposition of meetings.
    ("他在推进粮食安全座谈会上强调，要保护耕地。", ["推进粮食安全座谈会"]),
    ("博物馆举办了“大河上下”水利工程成就展。", ["“大河上下”水利工程成就展"]),
    ("双方在中法总理第十二次定期会晤期间签署文件。", ["中法总理第十二次定期会晤"]),
    ("“春风化雨·古籍修复艺术展”在西安开展。", ["春风化雨·古籍修复艺术展"]),
    ("平台举办的全国智能制造公开赛吸引了两百支队伍。", ["全国智能制造公开赛"]),
    // Chiefs of several countries.
    ("中日韩领导人会议在首尔举行，中法元首视频会晤推迟。", ["中日韩领导人会议", "中法元首视频会晤"]),
    ("出席中国领导人会议。", []),
    // Common nouns.
    ("他参加大会，双方举行会晤。", []),
    ("学校举办高端学术会议和论坛。", []),
    ("两国元首举行双边会晤。", []),
    ("单位召开了一次工作座谈会。", []),
  ])
  func events(_ text: String, _ expected: [String]) throws {
    #expect(try Extractor().extract(text).entities.filter { $0.type == .event }.map(\.text) == expected)
  }
}
