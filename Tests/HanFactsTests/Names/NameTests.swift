import HanFacts
import Testing

/// Names in sentences of our own: `[P …]` is a person, `[L …]` a place, `[O …]` an organization.
@Suite struct NameTests {
  /// Chinese, minority, Japanese and transliterated names; with titles, in lists, beside verbs and in terms.
  @Test(arguments: [
    "[P 江]总书记发表了重要讲话。",
    "[P 常]副局长表示，今后会加强管理。",
    "[P 张]医生的医术很好。",
    "[P 詹姆斯·莱德菲尔德]著的小说出版了。",
    "[P 马克思]主义是我们的指导思想。",
    "[P 邓小平]理论",
    "[P 王老]今年九十岁，[P 小李]去看他。",
    "[P 姜微]、[P 周琳]报道",
    "[P 埃隆·马斯克]说，[P 马斯克]的公司将发射火箭。",
    "记者[P 李明]报道，[P 潘晔]、[P 朱涵]、[P 孟含琪]参加了采访。",
    "[P 买买提·吐尔逊]同志是先进工作者。",
    "首相[P 桥本龙太郎]会见[P 金大中]总统。",
    "[P 江成]与大家见面，[P 王滨雁]说他很高兴。",
    "[P 格·阿·亚夫林斯基]参加了竞选。",
    "嫌疑人[P 张某某]、[P 罗×东]、[P 李××]和[P 王XX]被抓获，[P 赵某甲]逃走。",
    "被告人[P 吴某1]与[P 何某某2]到庭，[P 欧阳某]称[P 陈某华]不在场，[P 孙*军]驾车离开。",
    "小说《王之怒》和《[P 陈伊玲]的故事》出版了。",
    "[P 扎西多吉]和[P 乌云其木格]是同学。",
    "[P 刘翔]揉了揉腿。",
    "采访了[P 王]医生。",
    "[P 拉里·萨默斯]和[P 亚当·德安杰洛]加入了董事会。",
  ])
  func persons(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Where the text asks for a name, an ordinary word is one; so beside a sure one in a list.
  @Test(arguments: [
    "[P 李安全],男,苗族。",
    "选手[P 龙长春](侗族)上台。",
    "联系人：[P 王光明]，地址不详。",
    "名叫[P 黎明]的年轻人走了。",
    "演员[P 时光]表示，他很高兴。",
    "黎明前，他们出发了。",
    "强台风“苏拉”登陆，飓风“米尔顿”逼近。",
    "[P 冯某]案引发讨论。",
    "部长郑重指出，时光不等人。",
  ])
  func slots(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// A number or a date in a listed name is no figure; a body or place may bear a number.
  @Test(arguments: [
    "游客登上[L 五台山]。",
    "[O 百度]股价大涨。",
    "代表们出席[O 二十国集团]领导人会议。",
    "[O 第109师]师长[P 牛元峰]带队，[O 第七舰队]驶离港口。",
    "[O 市五届人大常委会]举行会议。",
    "他是[O 航天一院五部]主任。",
    "[L 中国]第一家私人钱庄开业。",
    "第三师傅来了。",
  ])
  func numbersInNames(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Chains, abbreviations in words and pairs, regions, sites; what is no place.
  @Test(arguments: [
    "[L 中][L 日]两国外长在[L 东京]会谈。",
    "[L 法国]人喜欢喝咖啡。",
    "[L 中]外记者参加了发布会。",
    "在[L 京]中央单位和在[L 沪]高校",
    "[L 华]侨[L 华]人回到祖国。",
    "飓风在[L 阿卡普尔科]登陆。",
    "[L 华盛顿]是[L 美国]第一任总统。",
    "[L 天津市][L 滨海新区]发布了规划。",
    "游客来到[L 河南]中西部的[L 嵩县]。",
    "[L 北京怀柔科学城]正在建设。",
    "[L 京津冀]和[L 长三角]、[L 成渝地区]协同发展。",
    "他从[L 港澳]回来。",
    "[L 坦帕]市长发表讲话。",
    "[L 桂]、[L 黔]、[L 湘]三省区交界处发生山火。",
    "东临[L 黄海]，风光秀丽。",
    "[L 川][L 渝]两省市签署协议。",
    "[L 川][L 渝]两地加强合作，推动[L 川渝高竹新区]建设。",
    "企业在[L 中关村国家自主创新示范区]注册。",
    "天文学家观测了[L 后发座星系团]。",
    "赴[L 港]旅游的人增加了，他在[L 沪]工作。",
    "飞机降落在[L 苏尔钦机场]，球队到了[L 卢塞尔球场]。",
    "[P 项羽]于[L 钜鹿]大败秦军，[P 诸葛亮]屯于[L 五丈原]，[P 左宗棠]收复[L 喀什噶尔]。",
    "王朝定都[L 长安]，他随部队开赴[L 冀中]、[L 晋察冀边区]，[L 浙省]各县亢旱。",
    "他们登上[L 布拉德山]，来到[L 萨姆纳湖]畔，[P 史密斯]镇长在等候。",
    "[L 霍顿平原]在[L 斯里兰卡]中部，[L 格兰德海滩]的浪很大。",
    "他从[L 哈米德·卡尔扎伊国际机场]出发，经过[L 阿肯哲空军基地]。",
    "[L 北京]小区很多，推进水库除险加固，新建大桥三座，建设高速公路。",
    "游客到[L 鲁迅公园]散步，[L 碧落塘水库]蓄水了。",
  ])
  func places(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Left edges, departments, marks inside, short forms, media in 《》, ministries in titles.
  @Test(arguments: [
    "[O 外交部]长[P 王毅]会见了来访的客人。",
    "[L 长沙市][O 芙蓉区人民法院]审理了此案。",
    "[L 江苏][O 如皋市民政局]发布了通知。",
    "[O “一带一路”农业科技创新联盟]昨天成立。",
    "据《[O 生活日报]》报道，当地已经降雨。",
    "[O 市教育局]和[O 县公安局]联合开展检查。",
    "[O 欧盟委员会]主席[P 冯德莱恩]访[L 华]。",
    "[O 北京大学]、[O 清华大学]等高校的学者参加会议。",
    "记者从[O 中国电子科技集团公司第十四研究所]获悉",
    "[O 西门子（中国）有限公司]总裁说",
    "[O 上海交通大学瑞金医院]的医生来到现场。",
    "[O 重庆日报]记者从[O 之江实验室]获悉",
    "[O 《新团结》报]总编辑说",
    "[O 清华大学经济管理学院]教授[P 陈国青]表示",
    "由[O 中国人民银行上海总部]发布",
    "[O 联合国教科文组织]总干事[P 阿祖莱]",
    "[O 四川省委]昨天召开会议",
    "[O 中国队]战胜了[O 日本队]。",
    "他毕业于[O 西南联合大学历史系]。",
    "[O 中国科学院高能物理研究所]研究员[P 张三丰]",
    "[O 首钢集团有限公司]董事长[P 张功焰]",
    "[O 中国科学院国家天文台] [O 贵州射电天文台]",
    "他在[O 东航江苏公司]工作。",
    "[O 民革江苏省委]主委到会。",
    "[L 珠江路]88号新世界中心开业。",
    "[O 电气和电子工程师协会标准学会]([O IEEE SA])发布标准，[O IEEE SA]的专家到会。",
    "[O 迈瑞]和[O 微创]两家企业入选，医院做了微创手术。",
  ])
  func organizations(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// A name inside a word is a record: the place of 抗日, the person of a doctrine or a prize.
  @Test(arguments: [
    "他们在抗[L 日]战争中牺牲了。",
    "[L 华]侨和[L 港]人都来参加庆祝活动。",
    "[L 中]外专家出席了研讨会。",
    "[L 中华]民族有悠久的历史。",
    "[L 瑞典]人和[L 巴西]人都喜欢足球。",
    "驻[L 华]大使出席了招待会。",
    "他志愿援[L 疆]三年。",
    "我们学习[P 毛泽东]思想和[P 邓小平]理论。",
    "她获得了[P 诺贝尔]文学奖。",
    "他想夺取[P 汤姆斯]杯。",
  ])
  func namesInWords(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// The body in the title of its chief, with the place or body before it; a meeting of ministers is no body.
  @Test(arguments: [
    "[O 外交部]长出席了会议。",
    "[O 芬兰农林部]长今天抵达。",
    "[O 埃及石油部]长会见了记者。",
    "[O 内政部]长宣布辞职。",
    "财政部长会议昨天结束。",
    "部长说，厂长和校长都同意。",
  ])
  func bodiesInTitles(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Departments behind a body, institutions without their state.
  @Test(arguments: [
    "[O 人民日报体育部]主任说",
    "[O 县医院骨科]主任[P 王芳]说。",
    "[O 交通银行个人金融部]总经理介绍了情况。",
    "他毕业于[O 南京大学税务系]。",
    "[O 国会]通过了预算案。",
    "[O 海军]和[O 空军]参加了演习。",
  ])
  func departments(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Listed names in Latin letters; the given name of a person that the text has named in full; a surname of Japan.
  @Test(arguments: [
    "[O OpenAI]联合创始人表示，[O DeepMind]将发布新模型。",
    "[P 王俊嵘]是医生。大家都说[P 俊嵘]医术好。",
    "[P 桥本]首相昨天会见了客人。",
  ])
  func shortNames(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Behind a title, or before a verb of speech, a surname and a festival are a name.
  @Test(arguments: [
    "总经理[P 张端午]表示，公司将扩大生产。", "院长[P 李中秋]带队走访农户。", "校长[P 王立春]指出，学生应当锻炼身体。",
    "他在端午回家。", "公司于春节宣布了计划。",
    "市长于春节慰问工人。", "他于中午说明了情况。",
  ])
  func festivals(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// What is counted is a common noun, unless the document also names it with its owner; one of a kind may be a name.
  @Test(arguments: [
    "派出3个玉米专家指导组。[O 农业农村部玉米专家指导组]说，玉米长势良好。"
  ])
  func countedBodies(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// What the members of a list, the words beside a name and the rest of the document say of a doubtful one.
  @Test(arguments: [
    "[O 商汤科技]、[O 寒武纪]、[O 依图科技]等企业参加了展会。",
    "邻县[L 方山]、[L 离石]、[L 柳林]也来了人。",
    "[L 苏州]、[L 无锡]、[L 南通]三市联合执法。",
    "[O 小米]总裁[P 林斌]出席了会议。",
    "[P 雷军]创办了[O 小米科技]。[O 小米]发布了新手机。",
    "预计小米全年亩产八百斤。",
    "队长[P 高峰]进球。",
    "建设[L 两江协同创新区]、[L 广阳湾][L 智创生态城]等地。",
  ])
  func doubtfulNames(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// What a list says of names that no table has, hidden names, names with 家, names that one character might begin.
  @Test(arguments: [
    "[L 建瓯市][L 迪口]、[L 川石]、[L 东游]等乡镇受灾。",
    "编者为[P 马敏]、[P 徐炳三]、[P 刘家峰]。",
    "法院判处[P 王某]有期徒刑，出于某种原因[P 何某]房屋被查封。",
    "[P 严家蓉]和[P 张家朗]出席，[L 李家庄]的李家人没有来。",
    "[O 华为]手机发布，[O 北约]24日宣布。",
    "[L 英国][O 诺丁汉大学]与[O 法国席勒研究所]合作。",
    "[O 优必选]的[P 王光明]来了。",
    "[L 华]侨来访。",
  ])
  func whatStandsAround(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Hyphens join the parts of a foreign name, but not two places, and not a word and a name.
  @Test(arguments: [
    "[P 达伦-本特]进球，[P 本特]很高兴。",
    "组图-[P 贝克汉姆]庆祝进球。",
    "[L 阿根廷]-[L 尼日利亚]之战打响。",
    "[P 里斯—帕塞尔]说，会议很成功。",
    "教练使用[P 罗西]和[P 达尼洛]。",
  ])
  func hyphens(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// A part of a body is one name with it; capitals in brackets are its short form; titles keep their characters.
  @Test(arguments: [
    "[O 佛山市公安局南海分局]民警赶到。",
    "[O 最高人民检察院反贪总局]局长[P 罗辑]说。",
    "[O 中宣部][O 全总]联合发文。",
    "[O 国际原子能机构]（[O IAEA]）发布报告，[O IAEA]表示满意。",
    "[O 省卫健委医政处]处长[P 俞军]说。",
    "[O 大公报]社长[P 王国华]与[O 湖人]队长[P 科比]见面。",
    "[L 湖北省]原副省长和[L 沈阳]原市长出席。",
    "[L 中][L 几]两国政府签署协定。",
  ])
  func partsAndTitles(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// A company behind a place is the company; a ministry behind a country is not ours.
  @Test(arguments: [
    ("河北首钢扩大了产量。", "河北首钢", "首钢集团有限公司"), ("山西太钢扩大了产量。", "山西太钢", "太原钢铁(集团)有限公司"),
    ("法国外交部发表声明。", "法国外交部", "法国外交部"),
  ])
  func canonicalForms(_ text: String, _ name: String, _ canonical: String) throws {
    let found = try Extractor().extract(text).entities.filter { $0.text == name }.map(\.canonical)
    #expect(found == [canonical])
  }

  /// Several types in one sentence.
  @Test(arguments: [
    "[L 俄罗斯]总统[P 普京]说，[L 俄]政府将采取措施。",
    "[P Elon Musk]在[L 上海]参观了工厂。",
    "[L 河北省][L 唐山市][L 丰润区]的农民[P 刘大力]",
  ])
  func mixed(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Roads by number and by word, cities in one character, shores, chains of divisions, companies without a legal form.
  @Test(arguments: [
    "[L 218国道]塌方，车辆绕行[L S209省道]和[L G318国道]。",
    "事故发生在[L 人民路]与[L 解放路]交叉口，他住[L 文化路]88号。",
    "他走在人民路上，幸福路还很长。",
    "专家来[L 昆]考察，客商来[L 甬]投资，[L 沪][L 深]两市上涨。",
    "他们来到[L 太湖]边，游客登上[L 嵩山]脚下的小楼。",
    "[L 江苏省][L 南京市][O 玄武区人民法院]开庭。",
    "[L 江苏省][O 扬州市公安局江都分局]民警赶到。",
    "[O 苏州桐力光电]董事长发言，[O 杭州深睿智能]宣布完成融资。",
    "[P 王芳]（[O 嵩县第二中学]）获奖。",
    "[O *ST康得]昨日复牌，[O ST中安]跌停，ST板块走强。",
    "[L 日]外相发表谈话，昨日外长会议开幕。",
    "政府军收复了[L 库尔塔巴德]。",
    "[L 美国]对[O 华为]部分业务解禁，代表团访[L 华]为期三天。",
    "[L 英][L 法][L 德]三国签署协议。",
  ])
  func roadsCitiesAndChains(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Newspapers and journals in 《》 that the tables list, bodies beside bodies, verbs behind names of two characters.
  @Test(arguments: [
    "[L 天津]《[O 大公报]》记者、《[O 当代]》主编和小说《收获》的作者",
    "论文登在《[O 科学]》《[O 细胞]》等期刊上。",
    "[O 北京医药集团有限责任公司]下属[O 北京制药厂研究所]",
    "[O 国际标准化组织][O 电气和电子工程师协会标准学会]",
    "[P 秦兵]均认为不妥，[P 刘涌]先由法院判处死缓，[P 叶汉]已离开。",
    "[P 李景]任主任，[P 王建国]任董事长，[L 英国]人[P 毛根]任总工程师。",
    "[L 嘉义]县长[P 李雅景]说。",
    "他毕业于[O Springfield University]，在[O Blue River Robotics]工作，[P Jane Doe]也来了。",
    "[L 川]人入[L 粤]，[L 日]机轰炸。",
    "[P 詹天佑]，字[P 眷诚]，号[P 达朝]，笔名[P 冷血]。",
    "这封信，字迹潦草，号召力强。",
    "[O 国民党]籍议员随[O 陆军第三十二师]撤退。",
  ])
  func mediaAndVerbs(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Companies by a brand and a word of trade before a post that companies have; what follows a name is no part of it.
  @Test(arguments: [
    "[O 蓝湖资本]创始合伙人[P 胡磊]说，[O 楚天资本]合伙人[P 王芳]也来了。",
    "[O 先驰汽车]总裁[P 王建国]说。",
    "人工智能创始人[P 图灵]出生于[L 伦敦]，新能源汽车董事长论坛开幕。",
    "电动汽车创始人和社会资本董事会成员到场。",
    "[P 欧阳天]则表示反对，[P 孔颖]则认为早该管了。",
    "部长[P 成岳]受市长委托发言，教练[P 李明]替主帅补了一句。",
    "[P 卢西娅·费雷罗]端来茶水，[P 卢茨·赖特尔]获奖。",
  ])
  func companyPostsAndClauses(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// Common words and generic nouns are no names.
  @Test(arguments: [
    "攀登科学高峰，增进人民福祉。",
    "他们建设了一座美丽的城市，城镇居民收入增加。",
    "发展两国人民的友谊。",
    "领导干部要带头，形成发展新格局。",
    "传统美德应该继承。",
    "他马上张开双手。",
    "我国加强了对该组织的管理，双方签署了协议。",
    "两国元首举行会谈，三省联合执法。",
    "人民群众踊跃参加，广大干部冲在一线。",
    "大家高高兴兴地过年，天气越来越冷。",
    "天更蓝、水更清、山更绿。",
    "开展科普活动，大到暴雪即将来临。",
    "学习“双流”模式的经验。",
    "建成了5个“智慧海洋”联合实验室。",
    "已有“智慧海洋”联合实验室12个，分布各地。",
    "抢抓国际科技合作的机遇。",
  ])
  func none(_ expected: String) throws { #expect(try Self.marked(Self.plain(expected)) == expected) }

  /// A word of time that the scanner reads as a date is one, whatever stands beside it.
  @Test(arguments: [("他说，去年中国增长5%。", "去年"), ("会上，今年北京的计划公布了。", "今年")])
  func datesBeforePlaces(_ text: String, _ date: String) throws {
    #expect(try Extractor().extract(text).entities.filter { $0.type == .date }.map(\.text) == [date])
  }

  /// The sentence without its marks.
  /// What several countries or levels have is that of the text.
  @Test(arguments: [
    ("日本国会开会，民主党提出法案。", "民主党", "日本民主党"), ("美国国会开会，美国总统致辞，民主党提出法案。", "民主党", "美国民主党"),
    ("民主党提出法案。", "民主党", "民主党"), ("德国举行选举，社民党居第二。", "社民党", "德国社会民主党"), ("日本举行选举，社民党得三席。", "社民党", "日本社会民主党"),
    ("他强调，人大任命不是终点。", "人大", "人大"), ("全国人大代表说，人大监督很重要。", "人大", "全国人民代表大会"),
    ("甘肃省纪委监委通报了案件。", "甘肃省纪委监委", "甘肃省纪委监委"),
    ("九三学社第十五届中央委员会开会。", "九三学社第十五届中央委员会", "九三学社第十五届中央委员会"), ("第三、四、五届全国人大代表。", "全国人大", "全国人民代表大会"),
    ("新华社联合国2月24日电", "新华社", "新华社"),
  ])
  func bodiesOfTheText(_ text: String, _ surface: String, _ canonical: String) {
    let entities = FactTesting.extractor.extract(text).entities
    #expect(entities.first { $0.type == .organization && $0.text == surface }?.canonical == canonical)
  }

  static func plain(_ expected: String) -> String {
    var text = ""
    var characters = expected[...]
    while let character = characters.popFirst() {
      if character == "[" {
        characters = characters.dropFirst(2)
      } else if character != "]" {
        text.append(character)
      }
    }
    return text
  }

  /// The sentence with its names marked as they were found.
  static func marked(_ text: String) throws -> String {
    let letters: [EntityType: String] = [.person: "P", .place: "L", .organization: "O"]
    let scalars = Array(text.unicodeScalars)
    var marked = ""
    var end = 0
    for entity in try Extractor().extract(text).entities {
      guard let letter = letters[entity.type] else { continue }
      let range = entity.range.scalars
      marked += String(String.UnicodeScalarView(scalars[end..<range.lowerBound]))
      marked += "[\(letter) " + String(String.UnicodeScalarView(scalars[range])) + "]"
      end = range.upperBound
    }
    return marked + String(String.UnicodeScalarView(scalars[end...]))
  }
}
