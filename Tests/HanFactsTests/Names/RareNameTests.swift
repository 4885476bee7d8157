import HanFacts
import Testing

/// Rare names, names in old texts, and what is none; marked as in `NameTests`.
@Suite struct RareNameTests {
  private static func holds(_ expected: String) throws -> Bool {
    try NameTests.marked(NameTests.plain(expected)) == expected
  }

  /// What is said of an invitation, an action or a post is no part of the name beside it.
  @Test(arguments: [
    "外宾是应[P 姬鹏飞]外长的邀请来访的。",
    "应[P 彭真]委员长邀请，客人于三日到达。",
    "[P 应国权]校长说，他受到邀请。",
    "牧民[P 巴雅尔]牵来一匹马，[P 格日勒图]端上热茶。",
    "少佐[P 黑田义雄]逼其投降，校长[P 曹馥]暨各界人士到会。",
    "[P 申屠]心里装着百姓，[P 端木]手里有一本账。",
    "其妻[P 司徒蕙]任公司财务总监。",
    "皇帝闻而贤之，召入宫。",
    "好日子是[P 老马]领来的。",
  ])
  func invitations(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Villagers by 老 and a rare surname, surnames before a title that opens a clause.
  @Test(arguments: [
    "没有[P 老逄]，这条路修不成。",
    "别光怪[P 老卞]，大家都有责任。",
    "“[P 老盖]啊，你这辈子值了。",
    "投资老史料的人不多。",
    "老街，老井，老路。",
    "“[P 宗]团长笑了。",
    "“[P 丛]政委一直没有睡。",
    "全军欢呼，[P 韩]团长走上前去。",
    "[L 俄]总统发表讲话。",
    "小学校长[P 龙老耶]毕业于师范学院，[P 龙老耶]说他喜欢孩子。",
    "[P 李老]又说了一遍。",
    "瓦工[P 苗得雨]接过工钱。",
    "饰演女主人公[P 高山青]的演员今年22岁。",
  ])
  func villagers(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// A name with dots is one name, whatever its parts begin or end with.
  @Test(arguments: [
    "导演[P 帕尔哈提·吾守尔]和作曲家[P 康健夫]到会。",
    "前锋[P 买尔旦江·图尔荪]接队友长传。",
    "市议员[P 蘿莎·伊巴涅斯]在聲明中稱，此舉不當。",
    "主教练[P 德扬·斯托伊科维奇]换上两名前锋。",
    "[P 詹姆斯·费雷罗]端来一碗汤。",
    "村长[P 拉罕·罗幸]表示感谢。",
    "“一树花开·[L 中国]树木”文化展开幕。",
  ])
  func dotted(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Old texts: clans, surnames that speak, sons, provinces, roads and ways of their day.
  @Test(arguments: [
    "首由[P 裘氏]报告灾情，[P 苗氏]语记者称。",
    "母[P 王氏]，年八十卒，妻[P 陈氏]守节。",
    "[O 李氏集团]的摄氏度计坏了。",
    "[P 雷]答道：“我不去。”",
    "子[P 世昌]，官[O 户部]郎中。",
    "儿子世上，没有难事。",
    "[L 皖省]各县遭灾，[L 浙省]亢旱。",
    "[L 甘青公路]大修，[L 川滇公路]通车。",
    "客人由[L 宁]来[L 沪]，工人进[L 京]开会。",
    "军队沿[L 颍水]南下，攻破[L 许州]。",
  ])
  func old(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Countries that counting never met, networks, lanes, waters by what stands before them; a clause is no place.
  @Test(arguments: [
    "[L 马里]已派出代表团，[L 苏丹]累计报告病例。",
    "[L 湖南]高速公路出口流量上升，[L 长三角]铁路迎来高峰。",
    "[L 成渝铁路]通车。",
    "事发[L 澄江街道][L 凤麓路]一家饭店。",
    "老人们沿着街道散步。",
    "[L 桂花巷]的老人都来了。",
    "学校坐落在[L 翁密河]畔。",
    "[L 熊本]地震后，他去了[L 唐山]。",
    "古桥变危桥，旧城成新城。",
    "[L 石泉村]欠我三元。",
    "备战[L 多哈]世乒赛，[L 英国]混音师到了。",
  ])
  func places(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// A name that the text speaks of as of a shop or a team is no person, unless somebody speaks.
  @Test(arguments: [
    "记者发现[O 喜湘逢]的大门关了。[O 喜湘逢]共有217家门店。这不是[O 喜湘逢]独有的烦恼。",
    "多亏海岚门将扑救。易边再战，海岚主教练换人。",
    "记者发现[P 贺湘逢]的门店关了。店主[P 贺湘逢]说，他累了。",
  ])
  func things(_ expected: String) throws { #expect(try Self.holds(expected)) }
}
