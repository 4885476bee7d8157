import HanText
import Testing

@testable import HanFacts

@Suite("What a figure counts")
struct FigureOfTests {
  static let classes: [Character: PhraseClass] = [
    "n": .noun, "v": .verb, "a": .adjective, "d": .adverb, "u": .particle, "w": .punctuation, "p": .preposition,
    "c": .conjunction,
    "l": .latin, "s": .place, "r": .pronoun, "t": .date, "f": .locality, "m": .numeral, "o": .organization,
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
    "What a verb leads to, what somebody says, and what something is compared with are not counted",
    arguments: [
      ("#60万元 捐给/v 学校/n ，/w", nil), ("#20万元 用于/v 教育/n ，/w", nil),
      ("#18个 成员国/n “/w 要么/c 反对/v ，/w 要么/c 弃权/v ”/w", "成员国"), ("#三次 航天员/n “/w 天地/n 通话/v ”/w 。/w", "天地通话"),
      ("支持率/n 比/p 内阁/n 末期/n 上升/v #28个百分点", "支持率"), ("较/p 前/m 学年/n 减少/v #11.3%", nil),
      ("比/p 去年/t 出口量/n 增长/v #11.3%", "出口量"), ("#四度 夺得/v 最佳/a 剪辑/n", nil),
    ] as [(String, String?)])
  func comparisons(tagged: String, expected: String?) { #expect(Self.object(of: tagged) == expected) }

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

  @Test(
    "The whole compound, over what binds its nouns",
    arguments: [
      ("签署/v #30份 部门/n 间/f 技术/n 合作/v 协议/n 。/w", "部门间技术合作协议"),
      ("参与/v #12项 国际/n 大/a 科学/n 工程/n 和/c 重大/a 项目/n 。/w", "国际大科学工程和重大项目"),
      ("来自/v #50个 国家/n 和/c 国际/n 组织/v 的/u 代表/n", "国家和国际组织"),
      ("与/p #90个 国家/n 地区/n 建立/v 联系/n 。/w", "国家地区"),
      ("举办/v #8场 项目/n 对接/v 活动/v 。/w", "项目对接活动"),
      ("累计/v 举办/v 产品/n 推介/v 活动/v #60余场 ，/w", "产品推介活动"),
      ("数据/n 调用/v 量/n 达/v #500万次 。/w", "数据调用量"),
      ("，/w 将/d 外贸/n 信贷/n 安排/v 规模/n 由/p #300亿元 扩容/v 至/p #500亿元 。/w", "外贸信贷安排规模"),
      ("参观/v 人数/n 达/v #3万人 。/w", "参观人数"),
      ("账户/n 管理/v 手续费/n 为/v #20元 。/w", "账户管理手续费"),
      ("吸引/v 全球/n 设计师/n #超千万 。/w", "全球设计师"),
      ("是/v 中/s 法/s 建交/v #60周年 。/w", "中法建交"),
      ("，/w 总/d 投资/v #58亿元 。/w", "总投资"),
      ("减少/v 甲烷/n 排放/v #20万吨 。/w", "甲烷排放"),
      ("推动/v 企业/n 投资/v #3亿元 。/w", nil),
      ("拨款/v #150万元 翻修/v 校舍/n 。/w", nil),
      ("人均/n 可/d 支配/v 收入/n 增长到/v #2.8万元 。/w", "人均可支配收入"),
      ("货运/n 总量/n 由/p #3亿吨 增至/v #5亿吨 。/w", "货运总量"),
      ("药品/n 价格/n 从/p 每/r 盒/n #120元 降/v 至/p #36元 。/w", "药品价格"),
      ("现有/a 在校/v 学生/n #2.1万人 。/w", "在校学生"),
      ("新增/v 就业/v 岗位/n #300个 。/w", "就业岗位"),
      ("新建/v 社区/n 康复/v 病房/n #30间 。/w", "社区康复病房"),
      ("，/w 受/v 援/v 职工/n 人数/n 达/v #3万人 。/w", "受援职工人数"),
      ("认购/v 价/n #42元 ，/w", "认购价"),
      ("毛利率/n 仍/d 有/v #三成多 。/w", "毛利率"),
    ])
  func compounds(tagged: String, expected: String?) { #expect(Self.object(of: tagged) == expected) }

  @Test(
    "Whose it is, is left out",
    arguments: [
      ("本届/r 展会/n 展位/n 总面积/n 突破/v #6万平方米 ，/w", "展位总面积"),
      ("全省/n 发明/v 专利/n 数量/n 达/v #6万件 。/w", "发明专利数量"),
      ("，/w 江淮/s 大部/n 降雪量/n 达/v #10毫米 。/w", "降雪量"),
      ("南部/f 两/m 省/n 交界/n 区域/n 部分/n 山区/n 气温/n 降至/v #0°C 。/w", "气温"),
      ("全省/n 地区/n 生产/v 总值/n 达/v #5万亿元 。/w", "地区生产总值"),
      ("华为/o 研发/v 投资/v 规模/n 达/v #5亿元 。/w", "研发投资规模"),
      ("华为/o 奖/n #1项 。/w", "华为奖"),
      ("#394家 生物/n 医药/n 企业/n 产业/n 规模/n 达/v #60亿元 。/w", "产业规模"),
      ("服务/v 江苏/s 企业/n #600家 。/w", "江苏企业"),
      ("该/r 社区/n 注册用户/n 达/v #300万人 。/w", "注册用户"),
      ("今年/t 北京/s 接待/v 游客/n #3万人次 。/w", "游客"),
      ("占/v 整体/n 银行/n 利润/n 的/u #60% 。/w", "整体银行利润"),
      ("持有/v 公司/n #20% 的/u 股权/n 。/w", "股权"),
      ("安徽/s 有/v #430多万 农民/n 务工/v", "农民"),
      ("增设/v #3间 社区/n 流动/v 诊所/n 。/w", "社区流动诊所"),
      ("设立/v #5亿元 赔付/v 基金/n 。/w", "赔付基金"),
    ])
  func owners(tagged: String, expected: String) { #expect(Self.object(of: tagged) == expected) }

  @Test(
    "What only stands beside a number is not counted",
    arguments: [
      ("#十几人 分工/v 协作/v 的/u 任务/n 。/w", nil),
      ("村/n 、/w 镇/n 、/w 县/n #三级 管理/v 体系/n 。/w", "管理体系"),
      ("二等奖/n #3项 、/w 三等奖/n #2项 。/w", "三等奖"),
      ("进行/v #两次 同/p 队员/n 的/u 航天员/n “/w 太空/n 授课/v ”/w 。/w", "太空授课"),
      ("有/v #0.6万亩 墒情/n 不足/a ，/w", nil),
      ("世界/n 首款/n #3米 动态/n 设备/n 。/w", "动态设备"),
      ("#三条 生产线/n 全部/n 投产/v 。/w", "生产线"),
      ("其中/n #8项 达到/v 先进/a 水平/n 。/w", nil),
      ("观测/v #60亿光年 范围/n 内/f 的/u 星系/n", nil),
    ])
  func beside(tagged: String, expected: String?) { #expect(Self.object(of: tagged) == expected) }

  @Test("Ages, ordinals and ranks count nothing", arguments: ["#96岁 老人/n", "#第40次 任务/n", "居/v #前十 。/w"])
  func none(tagged: String) { #expect(Self.object(of: tagged) == nil) }
}
