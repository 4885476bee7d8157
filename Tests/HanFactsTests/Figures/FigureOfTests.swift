import HanText
import Testing

@testable import HanFacts

@Suite("What a figure counts")
struct FigureOfTests {
  static let classes: [Character: PhraseClass] = [
    "n": .noun, "v": .verb, "a": .adjective, "d": .adverb, "u": .particle, "w": .punctuation, "p": .preposition,
    "c": .conjunction,
    "l": .latin, "s": .place, "r": .pronoun, "t": .date,
  ]

  /// Reads `转移转化/v 技术/n 成果/n #4500多项 ，/w`: words with classes, the figure behind a #.
  static func object(of tagged: String) -> String? {
    var string = ""
    var tokens: [PhraseToken] = []
    var figure = 0
    for word in tagged.split(separator: " ") {
      let start = string.unicodeScalars.count
      if word.hasPrefix("#") {
        figure = start
        string += word.dropFirst()
        tokens.append(PhraseToken(start: start, end: string.unicodeScalars.count, wordClass: .figure))
      } else {
        string += word.dropLast(2)
        let wordClass = word.last.flatMap { classes[$0] } ?? .other
        tokens.append(PhraseToken(start: start, end: string.unicodeScalars.count, wordClass: wordClass))
      }
    }
    let text = SourceText(string, layout: .verbatim)
    guard let candidate = FigureFixture.candidates(text).first(where: { $0.range.lowerBound == figure }) else {
      return "no figure"
    }
    return FigureOfFinder().object(of: candidate, tokens: tokens, text: text).map { text.text($0) }
  }

  @Test(
    "Behind the unit, before the number, over a verb",
    arguments: [
      ("平台/n 已/d 有/v #66家 生态/n 伙伴/n 。/w", "生态伙伴"),
      ("转移/v 转化/v 技术/n 成果/n #4500多项 ，/w", "技术成果"),
      ("，/w 服务/v 企业/n #超过15000家 。/w", "企业"),
      ("展览/n 总面积/n 首次/d 突破/v #10万平方米 ，/w", "展览总面积"),
      ("，/w GDP/l 同比/d 增长/v #5.2% 。/w", "GDP"),
      ("降雪量/n #20—36毫米 ，/w", "降雪量"),
      ("吸引/v #19个 国家/n 和/c 地区/n 参加/v 。/w", "国家和地区"),
      ("汇聚/v #200家 龙头/n 、/w 央企/n 及/c 外企/n 。/w", "龙头、央企及外企"),
      ("启动/v #5个 “/w 一带一路/n ”/w 科技/n 创新/v 合作/v 联盟/n 。/w", "“一带一路”科技创新合作联盟"),
      ("评出/v #10个 具有/v 影响/n 的/u 品牌/n 。/w", "品牌"),
      ("#80% 的/u 团队/n 承担/v", "团队"),
      ("营收/n 高达/v #316亿美元 ，/w", "营收"),
      ("回收/v #20万吨 废/a 电池/n ，/w", "废电池"),
      ("#55个 产品/n 上市/v ，/w", "产品"),
      ("今年/t 产量/n 达/v #1.3万亿斤以上 。/w", "产量"),
    ])
  func finds(tagged: String, expected: String) { #expect(Self.object(of: tagged) == expected) }

  @Test("Ages, ordinals and ranks count nothing", arguments: ["#96岁 老人/n", "#第40次 任务/n", "居/v #前十 。/w"])
  func none(tagged: String) { #expect(Self.object(of: tagged) == nil) }
}
