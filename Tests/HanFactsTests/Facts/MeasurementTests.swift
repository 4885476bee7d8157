import HanFacts
import Testing

/// Measurements: subject, predicate, of, figure, date.
@Suite struct MeasurementTests {
  static let names = ["subject", "predicate", "of", "figure"]

  /// The paragraph on 江苏产研院, five measurements with one subject.
  @Test func oneSubjectForAListing() {
    let text = "目前，江苏产研院已培育建设了55家专业研究所，与细分产业领域的龙头企业合作建设了90余家联合创新中心，转移转化技术成果4500多项，衍生孵化科技型企业800多家，服务企业超过15000家。"
    #expect(
      FactTesting.facts(.measurement, Self.names, in: "江苏产研院成立了。" + text) == [
        "江苏产研院 | 培育建设 | 专业研究所 | 55家", "江苏产研院 | 合作建设 | 联合创新中心 | 90余家",
        "江苏产研院 | 转移转化 | 技术成果 | 4500多项", "江苏产研院 | 衍生孵化 | 科技型企业 | 800多家",
        "江苏产研院 | 服务 | 企业 | 超过15000家",
      ])
  }

  @Test(arguments: [
    ("本届大会展览总面积首次突破10万平方米。", ["本届大会 | 突破 | 展览总面积 | 10万平方米"]),
    ("国家发展改革委将发布2项成果。", ["国家发展改革委 | 发布 | 成果 | 2项"]),
    ("全市人才规模近30万人，约占全国三分之一。", ["全市 | 占 | 全国 | 三分之一"]),
    ("中国已与80多个国家签署合作协定，在共建国家建成20多个农业技术示范中心。", ["中国 | 建成 | 农业技术示范中心 | 20多个"]),
    ("智能算力规模突破16万P。", ["智能算力规模 | 突破 | 智能算力规模 | 16万P"]),
    ("一个“90后”成员占比高达80%的团队。", ["“90后”成员占比 | 高达 | “90后”成员占比 | 80%"]),
    ("主席提出4点倡议。", ["主席 | 提出 | 倡议 | 4点"]),
    ("中国签署百余份政府间科技合作协定。", ["中国 | 签署 | 政府间科技合作协定 | 百余份"]),
    ("中国深度参与60余项国际大科学计划。", ["中国 | 参与 | 国际大科学计划 | 60余项"]),
    ("天津港保税区重点实施创新领航、要素集聚、制度创新五大工程。", ["天津港保税区 | 实施 | 工程 | 五大"]),
    ("中国已在卫生、交通、能源等领域建成20多个农业技术示范中心。", ["中国 | 建成 | 农业技术示范中心 | 20多个"]),
    ("全市开源社区汇聚模型超15万个，吸引全球开发者超千万。", ["全市开源社区 | 汇聚 | 模型 | 超15万个", "全市开源社区 | 吸引 | 全球开发者 | 超千万"]),
    ("美敦力的营收高达316亿美元，营收为39亿美元。", ["美敦力 | 高达 | 营收 | 316亿美元", "美敦力 | 为 | 营收 | 39亿美元"]),
    ("我国日均词元调用量达数百万亿次。", ["我国 | 达 | 词元调用量 | 数百万亿次"]),
    ("华为公司去年研发投入1647亿元，占全年收入的23.4%。", ["华为公司 | 占 | 收入 | 23.4%"]),
    ("这家医院现有床位1200张。", ["这家医院 | 现有 | 床位 | 1200张"]),
    ("郑和于1405年率领27800余人下西洋。", ["郑和 | 率领 |  | 27800余人"]),
    ("队长朱婷得到28分。", ["朱婷 | 得到 |  | 28分"]),
    ("上海浦东机场全年旅客吞吐量突破7000万人次。", ["上海浦东机场 | 突破 | 旅客吞吐量 | 7000万人次"]),
    ("圈养总数达到244只。", ["圈养总数 | 达到 | 圈养总数 | 244只"]),
    ("上海建成20多个示范中心和70多个海外产业园。", ["上海 | 建成 | 示范中心 | 20多个", "上海 | 建成 | 海外产业园 | 70多个"]),
    ("华为公司排名第三，营收为39亿美元。", ["华为公司 | 为 | 营收 | 39亿美元"]),
    ("苏州市集聚软件企业超400家，营业收入超10亿元的企业13家。", ["企业 | 超 | 营业收入 | 超10亿元", "苏州市 | 集聚 | 企业 | 13家"]),
    ("望远镜观测了60亿光年范围内的数十亿个星系。", ["望远镜 | 观测 | 星系 | 数十亿个"]),
    ("苏州市高端装备企业研发投入强度达到3.7%。", ["苏州市高端装备企业 | 达到 | 研发投入强度 | 3.7%"]),
    ("黄淮南部、江淮大部降水量达10毫米。", ["黄淮南部、江淮大部 | 达 | 降水量 | 10毫米"]),
    ("农业农村部第一时间组派3个专家组。", ["农业农村部 | 组派 | 专家组 | 3个"]),
  ])
  func measurements(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).suffix(expected.count) == expected[...])
  }

  @Test(arguments: [
    // Compounds with a verb inside.
    ("全市新建社区养老服务站点35个，居民满意。", ["全市 | 新建 | 社区养老服务站点 | 35个"]),
    ("去年全国商用车零售量达20万辆。", ["全国 | 达 | 商用车零售量 | 20万辆"]),
    ("学校将聘用专职辅导人员30名。", ["学校 | 聘用 | 专职辅导人员 | 30名"]),
    ("全区引进人才120名。", ["全区 | 引进 | 人才 | 120名"]),
    // What only sets the scene is no subject and belongs to none.
    ("他一生发表论文80篇。", ["他 | 发表 | 论文 | 80篇"]), ("该校本学年共有学生900人。", ["该校 | 共有 | 学生 | 900人"]),
    ("毛利率仍有三成多。", ["毛利率 | 有 | 毛利率 | 三成多"]), ("公司盈利5亿元，海外收入突破2亿元。", ["公司 | 突破 | 海外收入 | 2亿元"]),
    ("中国向日本出口电池2亿美元。", ["中国 | 出口 | 电池 | 2亿美元"]), ("每万名工人拥有机器人300台。", ["每万名工人 | 拥有 | 机器人 | 300台"]),
    ("民意调查显示，内阁支持率为40%。", ["内阁支持率 | 为 | 内阁支持率 | 40%"]),
    ("嫌疑人李某（男，34岁，湖南人）辞职后购买信息2万条。", ["李某 | 购买 | 信息 | 2万条"]),
    ("长篇小说《大河》被译成20种语言。", ["大河 | 译成 | 语言 | 20种"]),
    ("首批款项30万元由基金会提供。", ["基金会 | 提供 | 首批款项 | 30万元"]),
    ("外贸企业达6万家，历史同期首次突破5万家。", ["外贸企业 | 突破 | 外贸企业 | 5万家"]),
    // Shares.
    ("其中，中级职称者占40%。", ["中级职称者 | 占 |  | 40%"]), ("收到来信300封，赞成修改的占六成。", ["赞成修改的 | 占 |  | 六成"]),
    // What stands behind 的.
    ("宁德时代持有腾讯公司25%的股份。", ["宁德时代 | 持有 | 股份 | 25%"]), ("华为公司有3.5亿元的订单。", ["华为公司 | 有 | 订单 | 3.5亿元"]),
    ("中国队获得5个项目中的4枚金牌。", ["中国队 | 获得 | 金牌 | 4枚"]), ("比赛吸引了来自40个国家的3000名选手。", ["比赛 | 吸引 | 选手 | 3000名"]),
    ("湖南有300多万农民工。", ["湖南 | 有 | 农民工 | 300多万"]), ("省里拨款200万元修缮校舍。", ["省里 | 拨款 |  | 200万元"]),
    // Lists and what goes on.
    ("公司营业收入分别为1亿元、2亿元和3亿元。", ["公司 | 为 | 营业收入 | 1亿元", "公司 | 为 | 营业收入 | 2亿元", "公司 | 为 | 营业收入 | 3亿元"]),
    ("地震造成300人死亡，2000人受伤。", ["地震 | 造成 |  | 300人", "地震 | 造成 |  | 2000人"]),
    ("知晓率为30%，2020年达到45%。", ["知晓率 | 达到 | 知晓率 | 45%"]),
  ])
  func phrases(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).suffix(expected.count) == expected[...])
  }

  @Test(arguments: [
    "老人三次到过曲阜。", "他只说了三句话。", "观众坐在二层。", "国家防总启动四级应急响应。", "这件事要几个部门商量。", "省里出台“人才新政20条”。",
    "三局比分为21∶16、21∶13和21∶17。", "民政部等11部门去年印发的方案公布。",
  ])
  func nothingMeasured(_ text: String) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text) == [])
  }

  /// A fact takes what its figure counts, however the clause is built.
  @Test(arguments: [
    "本届大会展览总面积首次突破10万平方米。", "全市人才规模为30万人。", "中国签署百余份政府间科技合作协定。", "上海累计举办技术对接活动300余场。",
    "气温由10°C降至0°C以下。",
  ])
  func theFactAgreesWithItsFigure(_ text: String) {
    let document = FactTesting.extractor.extract(text)
    let counted = document.entities.compactMap { entity -> String? in
      if case .figure(let value) = entity.value { value.of?.text } else { nil }
    }
    let said = document.facts.compactMap { $0.argument("of")?.text }
    #expect(!said.isEmpty)
    #expect(Set(said).isSubset(of: counted))
  }

  @Test(arguments: [
    "在倡议提出十周年之际，大会举行。", "苏炳添在男子100米半决赛中获胜。", "创新绩效和创新环境5个维度构建指标体系。", "世界首款2米动态设备问世。",
  ])
  func noMeasurement(_ text: String) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text) == [])
  }

  @Test func whatIsSaidHasASubjectAndADateOfItsOwn() {
    let text = "7月7日，上海市举行发布会，副市长陈杰介绍，企业数量达到1100家。"
    #expect(FactTesting.facts(.measurement, ["subject", "of", "date"], in: text) == ["企业数量 | 企业数量 | "])
  }

  @Test(
    arguments: [
      ("国家发展改革委将发布2项成果。", "planned", nil), ("预计今年产量达到3万吨。", "estimated", nil),
      ("上海没有新增5例病例。", nil, "denied"), ("服务费只有6%。", nil, nil), ("“石油换食品”计划运送小麦230万吨。", nil, nil),
      ("如果产量超过3万吨，公司将建设2座工厂。", "conditional", nil),
    ] as [(String, String?, String?)])
  func stance(_ text: String, _ modality: String?, _ polarity: String?) {
    let fact = FactTesting.extractor.extract(text).facts.last { $0.type == .measurement }
    #expect(fact?.modality == modality)
    #expect(fact?.polarity == polarity)
  }

  @Test func bodiesThatAreOnlyPointedAt() {
    let document = FactTesting.extractor.extract("江苏省产业技术研究院成立于2013年。该院已建设了55家专业研究所。")
    let fact = document.facts.last { $0.type == .measurement }
    #expect(fact?.argument("subject")?.text == "该院")
    #expect(fact?.argument("subject")?.entity == document.entities.first { $0.type == .organization }?.entity)
    #expect(fact?.evidence.rule.hasSuffix("+coreference.body") == true)
  }

  /// Subjects over stops, lists of verbs, adverbs and times.
  @Test(arguments: [
    ("华为公司总资产为900亿元，较上年末增长6%；全年实现净利润19亿元。", ["华为公司 | 实现 | 净利润 | 19亿元"]),
    ("我们在全国建成充电站300座。", ["我们 | 建成 | 充电站 | 300座"]),
    ("全市今年要新建、修建中小学20所。", ["全市 | 修建 | 中小学 | 20所"]),
    ("李明昨天来了，民政部紧急调拨帐篷800顶。", ["民政部 | 调拨 | 帐篷 | 800顶"]),
    ("姚明全场得到31分、7个篮板和6次助攻。", ["姚明 | 得到 |  | 31分", "姚明 | 得到 | 篮板 | 7个", "姚明 | 得到 | 助攻 | 6次"]),
    ("姚明末节独得15分。", ["姚明 | 独得 |  | 15分"]),
    ("李明同志发表论文30篇。", ["李明 | 发表 | 论文 | 30篇"]),
    ("美国政府宣布，向花旗银行（CITI）、摩根大通等三家银行注资370亿美元。", ["美国政府 | 注资 |  | 370亿美元"]),
    ("检方已传唤7名证人。", ["检方 | 传唤 | 证人 | 7名"]),
  ])
  func subjectsOverClauses(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).suffix(expected.count) == expected[...])
  }

  /// Verbs before, inside and behind what is counted.
  @Test(arguments: [
    ("全省完成水库除险加固1127座。", ["全省 | 完成 | 水库除险加固 | 1127座"]),
    ("中华慈善总会接收捐款2亿元。", ["中华慈善总会 | 接收 | 捐款 | 2亿元"]),
    ("华为公司募集资金3亿元。", ["华为公司 | 募集 | 资金 | 3亿元"]), ("郭艾伦出现8次失误。", ["郭艾伦 | 出现 | 失误 | 8次"]),
    ("松江电机厂现有在册职工300人。", ["松江电机厂 | 现有 | 职工 | 300人"]),
    ("王刚收受李明等人所送现金80万元。", ["王刚 | 收受 | 现金 | 80万元"]),
    ("该地区销售额为28亿元。", ["该地区 | 为 | 销售额 | 28亿元"]),
    ("华为公司完成3亿元A轮融资。", ["华为公司 | 完成 | A轮融资 | 3亿元"]),
  ])
  func verbsAmongNouns(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).suffix(expected.count) == expected[...])
  }

  @Test(arguments: [
    "广东队豪取七连胜。", "他执教六十载。", "全镇教师没有领到一分钱的补贴。", "沪指失守3300点。", "民政部启动国家四级应急响应。",
    "全村干了三个冬天。",
  ])
  func idioms(_ text: String) {
    #expect(FactTesting.facts(.measurement, Self.names, in: text).isEmpty)
  }

  /// A size of things is a measurement though a level of alarm is none.
  @Test func sizesStay() {
    #expect(
      FactTesting.facts(.measurement, Self.names, in: "四川九寨沟县发生7.0级地震。") == ["四川九寨沟县 | 发生 | 地震 | 7.0级"])
  }
}
