import HanFacts
import Testing

/// Bodies in sentences of our own, marked as in `NameTests`.
@Suite struct BodyTests {
  /// A mark and a word of trade that the text proves: by a code, by what only companies do, by a company beside it.
  @Test(arguments: [
    "[O 砚溪电子]（688991）昨日发布年报，市场看好[O 砚溪电子]。",
    "公司[O 恒岳智造](688123.SH)股价上涨。",
    "[O 鹭翎航天]完成近亿元B轮融资，[O 鹭翎]团队很年轻。",
    "[O 远见智能]完成C轮融资，投资者看好[O 远见智能]。",
    "[O 海棠教育]登陆[O 港交所]。",
    "近日，[O 青松医疗]宣布完成A轮融资。",
    "[O 砺岫资本]、[O 启明创投]跟投。",
    "证券代码（600000）已经变更，材料科技发展迅速，绿色能源成为趋势。",
    "广大健康产品热销，大众文旅产品上市。",
  ])
  func shortNamesOfCompanies(_ expected: String) throws { try expect(expected) }

  /// What the text declares, and what it goes on with.
  @Test(arguments: [
    "[O 江苏雁荡精工股份有限公司]（以下简称“[O 雁荡精工]”）上市。[O 雁荡精工]始建于1996年。",
    "[O 海底捞西单店]排起长队，[O 盒马鲜生朝阳大悦城店]店长到了。",
    "[L 西单]店铺很多，[O 海底捞][L 西单]新店开业。",
    "[O 沃斯坦集团]换帅。他2017年加入[O 沃斯坦]。",
    "[O 大连海岚队]获胜，[O 海岚]主帅很高兴。",
  ])
  func shortNamesOfTheText(_ expected: String) throws { try expect(expected) }

  /// A place in brackets inside the name of a company, and listed names beside what may be a part of them.
  @Test(arguments: [
    "建设单位[O 粤海新能（惠州）有限公司]已完成工程。",
    "[O 莱茵贝格（中国）投资有限公司]总裁[P 邱以恒]说。",
    "某公司（[L 北京]）开业。",
    "[L 中国]移动游戏市场规模增长，[O 中国移动]发布公告。",
    "[L 伊朗]、[L 美国]和[O 哈马斯]都派出代表。",
  ])
  func brackets(_ expected: String) throws { try expect(expected) }

  /// Behind a noun that says what a company is, its name begins; a verb stands between two bodies.
  @Test(arguments: [
    "[L 德国]零部件巨头[O 沃斯贝格集团]换帅。",
    "[L 韩国]芯片设备企业[O 大江精工]宣布停产。",
    "[L 美国]芯片设计公司[O 思朗科技]宣布收购[L 以色列]初创企业[O 纳沃科技]。",
    "[O 上海外企服务集团公司]成立，[O 浙江中小企业发展集团有限公司]开业，[O 中国汽车制造商协会]表示关注。",
    "[O 合肥市中级人民法院]公开宣判[O 皖江航运集团有限公司]原董事长受贿案。",
    "[O 国家林业局调查规划设计院]公布了结果。",
  ])
  func bodiesBesideWords(_ expected: String) throws { try expect(expected) }

  /// Parts of bodies before the post of their chief.
  @Test(arguments: [
    "[O 合肥市公安局刑侦支队]支队长[P 王建国]说。",
    "[L 江苏省][O 南京市中级人民法院民二庭]副庭长[P 李芳]介绍。",
    "[O 国网江苏省电力有限公司南通供电分公司变电检修中心]主任[P 王建国]说。",
    "[O 那曲支队]政委[P 王建国]和[O 六中队]指导员[P 李芳]到场。",
    "[O 剑桥大学阿拉伯与伊斯兰研究院]成立。",
    "他受[O 三星电子工会]委托做过调查。",
    "[L 韩国]芯片企业[O 大江精工]停产。[O 全国金属工会大江精工分会]会长反对。",
    "[O 台州市金融办]主任[P 柳承志]到场。",
    "[O 韩国行政安全部]次官到访。",
    "[L 中国]常驻[O 联合国]副代表[P 戴兵]发言。",
    "他是一位中学校长，学校团委书记也来了。",
  ])
  func parts(_ expected: String) throws { try expect(expected) }

  /// Bodies of villages and townships that no table lists, and of persons.
  @Test(arguments: [
    "[O 石关村小学]成了安置点，[L 天池镇][O 石关村党支部]书记也来了。",
    "他在[L 河南省][O 泌阳县石门小学]教书。",
    "[L 桐梓县][O 马鬃乡中学]教师[P 王建国]说。",
    "[O 李明工作室]发声明，女儿幼儿园毕业。",
    "[O 新疆天山雪药业股份有限公司]上市。",
    "[L 沙坪镇][O 清溪村小学]开学了，[L 镇雄县][O 塘房镇人民政府]发布通告。",
    "[L 鱼峰区][L 里雍镇][O 立冲村党总支]书记说。",
  ])
  func villages(_ expected: String) throws { try expect(expected) }

  /// Departments that only the post of their chief shows.
  @Test(arguments: [
    "[O 江阴市交通局公路养护段]段长[P 陈海波]到场。",
    "他任[O 常州海关查验二处]副处长。",
    "[O 沛县法院执行局]局长[P 李芳]说。",
    "他历任[O 红四方面军第九师政治部]主任。",
    "他当过[O 青崖公社革委会]副主任。",
    "[O 枫树巷社区党委]书记[P 王建国]说。",
    "他会见了[O 马里国民议会]议长。",
    "[O 工部]侍郎[P 王建国]到任，[O 建设厅]科长[P 李芳]随行。",
    "[O 浙江大学]党委书记到会，[O 南京市公安局]局长[P 王建国]说。",
    "[O 常山县政府]发布通告，[L 中国]政府表示欢迎，[O 常山县政府采购中心]开业。",
    "[O 育才小学]开学了，学校立足育才，小学生守则发布。",
    "他在[O 《无线电》杂志]发表文章，《[O 人民日报]》刊登了消息。",
  ])
  func departments(_ expected: String) throws { try expect(expected) }

  /// What the text or the line shows to be a body.
  @Test(arguments: [
    "[O 腾冲市法律援助中心]成立了。去年，[O 法律援助中心]办理案件64件。",
    "来源：[O 丝路商报]",
    "[O 中国—东盟青年创新中心]揭牌，[L 中国]—[O 东盟]关系升温。",
    "[O 交通运输部南海第二救助飞行队]出动，[O 农业农村部种植业管理司]负责人到会。",
    "[O 腾冲市劳动人事争议仲裁委员会]裁决[O 恒隽木业]赔偿。",
  ])
  func bodiesByLines(_ expected: String) throws { try expect(expected) }

  /// What stands before a body and is no part of it.
  @Test(arguments: [
    "签约时乐队提出了条件。",
    "[L 山西][O 大同煤矿集团公司]董事长[P 王建国]说，[O 中国长江电力股份有限公司]上市。",
    "[O 南京金陵饭店集团有限公司]开业。",
    "[L 青石村]欠[O 白桥供销社]化肥款。",
    "他用刚学会的方法干活。",
  ])
  func bodiesBehindOthers(_ expected: String) throws { try expect(expected) }

  /// Teams and bands that what they do proves.
  @Test(arguments: [
    "[O 南通启澜]客场逆转[O 苏州东吴队]，[O 启澜]门将[P 王建国]受伤。",
    "不敌[O 青岛海澜队]后，教练说，[O 青岛海澜]门将[P 王建国]和[O 海澜]前锋[P 李芳]都受了伤。",
    "[O 合肥ORCA]队长[P 王建国]说，[O ORCA]新赛季要提速。",
    "[O 保定长城]击败[O 苏州东吴队]。",
    "[O 旧车站乐队]主唱[P 王建国]说，[O 旧车站]吉他手走了。[O 旧车站]成立于2014年。",
    "民谣乐队主唱来了，校园乐队签约，[L 上海]球迷迎战[L 北京]球迷，[L 北京]主场很大。",
  ])
  func teams(_ expected: String) throws { try expect(expected) }

  /// Companies whose mark is a word or a place, or has no word of trade.
  @Test(arguments: [
    "[O 云岭证券]首席分析师[P 李芳]说，市场看好[O 云岭证券]。",
    "监管部门对[O 鹭岳投资]及其总经理[P 王建国]出具警示函。",
    "她在[O 瑞丽恒隽木业有限公司]上班，[O 恒隽木业]拒绝赔偿。",
    "[O 喜澧逢]拿到1.2亿元A轮融资，[O 喜澧逢]的门店很多。",
    "去年底，[O 喜澧逢]共有217家门店。大家都爱[O 喜澧逢]。",
    "[O 中金公司]、[O 华泰国际]和[O 摩根士丹利]担任保荐人。",
    "[L 日本]便利店企业[O 三叶屋]社长[P 远藤隆之]到访，公司财务总监、品牌创始人也来了。",
  ])
  func companiesOfWords(_ expected: String) throws { try expect(expected) }

  private func expect(_ expected: String) throws {
    #expect(try NameTests.marked(NameTests.plain(expected)) == expected)
  }
}
