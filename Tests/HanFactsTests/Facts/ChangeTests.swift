import HanFacts
import Testing

/// Changes, aliases and events, beyond the examples of their rules.
@Suite struct ChangeTests {
  @Test(arguments: [
    ("2025年，产业规模超6370亿元，同比增长39.5%。", "产业规模 | up | 39.5% |  |  | 同比"),
    ("香港人民币业务资金安排规模由2000亿元扩容至5000亿元。", "规模 | up |  | 2000亿元 | 5000亿元 | "),
    ("失业率下降2.1个百分点。", "失业率 | down | 2.1个百分点 |  |  | "),
  ])
  func changes(_ text: String, _ expected: String) {
    #expect(
      FactTesting.facts(.change, ["of", "direction", "figure", "from", "to", "basis"], in: text).map { line in
        // The phrase before may be longer than its head.
        line.hasPrefix(expected.prefix(2)) ? line : String(line.drop { $0 != expected.first })
      }.contains { $0.hasSuffix(expected) || $0 == expected })
  }

  @Test(arguments: [
    ("人民银行将支持香港金管局，将香港人民币业务资金安排规模由2000亿元扩容至5000亿元。", ["香港人民币业务资金安排规模 |  | 2000亿元 | 5000亿元"]),
    ("资金使用最长期限延长至3年。", ["资金使用最长期限 |  |  | 3年"]),
    ("人工智能产业规模超万亿元，初步预测，今年还会有30%以上增速。", ["人工智能产业规模 | 30%以上 |  | "]),
    ("居民消费价格同比上涨0.3%，环比下降0.1%。", ["居民消费价格 | 0.3% |  | ", "居民消费价格 | 0.1% |  | "]),
    ("出口9.95万亿元，增长6.1%。", ["出口 | 6.1% |  | "]),
    ("年内需求下降10%。", ["需求 | 10% |  | "]),
    ("居民消费价格指数（CPI）同比下降0.3%，环比上涨0.1%。", ["居民消费价格指数 | 0.3% |  | ", "居民消费价格指数 | 0.1% |  | "]),
    ("流失率由2019年的9.7%下降到2.1%。", ["流失率 |  | 9.7% | 2.1%"]), ("员工由60人增至80人。", ["员工 |  | 60人 | 80人"]),
    ("占比升至36%。", ["占比 |  |  | 36%"]), ("生产周期由60天压缩到38天。", ["生产周期 |  | 60天 | 38天"]),
    ("上缴利税翻了一番。", ["利税 | 翻了一番 |  | "]), ("成交均价环比微跌0.4%。", ["成交均价 | 0.4% |  | "]),
    ("工业机器人、发电机组出口分别增长6%和2%。", ["工业机器人、发电机组出口 | 6% |  | ", "工业机器人、发电机组出口 | 2% |  | "]),
    ("毛利率主要受涨价影响，二季度回升1.8个百分点。", ["毛利率 | 1.8个百分点 |  | "]),
    ("复学率则上升3%。", ["复学率 | 3% |  | "]), ("店里成交20套，环比上升5%。", [" | 5% |  | "]),
    ("排名由第九位升至第五位。", []),
    // Markets.
    ("卢布贬值9.6%。", ["卢布 | 9.6% |  | "]), ("小米股价当天收涨6.1%。", ["小米股价 | 6.1% |  | "]),
    ("上座率逆势攀升至21%。", ["上座率 |  |  | 21%"]),
    // What is expected, and without what only points at whose it is.
    ("今年全球经济增速预期下调0.3个百分点。", ["全球经济增速预期 | 0.3个百分点 |  | "]),
    ("美国今年的增速预期从2.7%降至1.8%。", ["增速预期 |  | 2.7% | 1.8%"]),
    ("该地区销售额为28亿元，同比下滑16%。", ["销售额 | 16% |  | "]),
    ("每股净资产从2元跌到1元。", ["每股净资产 |  | 2元 | 1元"]),
  ])
  func whatChanged(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.change, ["of", "figure", "from", "to"], in: text) == expected)
  }

  @Test func thePlanOfTheClauseBefore() {
    let text = "人民银行将支持香港金管局，将业务资金规模由2000亿元扩容至5000亿元。"
    #expect(FactTesting.extractor.extract(text).facts.first { $0.type == .change }?.modality == "planned")
  }

  @Test(arguments: [
    ("中国参与国际热核聚变实验堆(ITER)项目。", ["国际热核聚变实验堆 | ITER"]),
    ("平方公里阵列射电望远镜（SKA）开建。", ["平方公里阵列射电望远镜 | SKA"]),
    ("世界卫生组织(WHO)发布了报告。", ["世界卫生组织 | WHO"]),
    ("他在北京(A座)等候，见第3页(完)。", []), ("这款手机(Pro)上市。", []),
    ("去年GDP（国内生产总值）增长。", ["国内生产总值 | GDP"]), ("CCTV（中央电视台）报道。", ["中央电视台 | CCTV"]),
    ("一只ETF（前海开源）上涨，GDP（按年）下降。", []),
  ])
  func capitalsInBrackets(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.alias, ["full", "short"], in: text) == expected)
  }

  @Test func namesOfOneBody() {
    let text = "联合国教育科学文化组织发布计划。联合国教科文组织公布了细节。"
    #expect(FactTesting.facts(.alias, ["full", "short"], in: text) == ["联合国教育科学文化组织 | 联合国教科文组织"])
  }

  @Test(arguments: [
    // cut off, not contracted; far apart; in the credit
    "苹果公司公布了财报。苹果股价上涨。", "上海交通大学开学。交通大学校长讲话。",
    "世界贸易组织发表公报。会议昨天结束。各国代表离开了日内瓦。世贸组织欢迎这一结果。",
    "中国青年报北京4月2日电（中青报记者陈晓东）会议召开。",
  ])
  func namesThatTheTextDoesNotPutSideBySide(_ text: String) {
    #expect(FactTesting.facts(.alias, ["full", "short"], in: text) == [])
  }

  @Test(arguments: [
    ("国家卫生健康委员会（国家卫健委）发布通知。", ["国家卫生健康委员会 | 国家卫健委"]), ("清华大学（北京）招生。", []),
    ("中国银行（香港）开业。", []),
  ])
  func contractionsInBrackets(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.alias, ["full", "short"], in: text) == expected)
  }

  @Test func shortNamesAreTheirPersons() {
    let document = FactTesting.extractor.extract("中欧数字协会主席路易吉·甘巴尔代拉说，合作很重要。甘巴尔代拉说，成果令人振奋。")
    let persons = document.entities.filter { $0.type == .person }
    #expect(persons.map(\.text) == ["路易吉·甘巴尔代拉", "甘巴尔代拉"])
    #expect(Set(persons.map(\.entity)).count == 1)
    #expect(persons.map(\.canonical) == ["路易吉·甘巴尔代拉", "路易吉·甘巴尔代拉"])
  }
}
