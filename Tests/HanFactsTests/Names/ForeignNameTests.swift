import HanFacts
import Testing

/// Names of minorities and foreigners that are written without a dot, and what stands beside them; marked as in
/// `NameTests`.
@Suite struct ForeignNameTests {
  private static func holds(_ expected: String) throws -> Bool {
    try NameTests.marked(NameTests.plain(expected)) == expected
  }

  /// Two parts of one people: Tibetan, Mongolian, Yi.
  @Test(arguments: [
    "乡邮员[P 沙马石火]走了一天，[P 石火]回到家里。",
    "[P 吉木阿依]和[P 阿苏木加]是邻居。",
    "[P 尕藏才让]1990年生。",
    "[P 巴音那生]牵着马。",
    "牧民[P 洛桑尖措]是村医。",
    // The same part twice is no name.
    "牛牛牛牛，加油！",
  ])
  func joined(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Strange characters between a title and what somebody does.
  @Test(arguments: [
    "处长[P 昂梭温]在会上发言。",
    "村民[P 岩温罕]说，水退了。",
    // A surname that is none of the rare ones makes the name; a verb, a place, a longer title end it.
    "记者[P 康淼][P 沈汝发]报道。",
    "茶农[P 岩叫]说，收成好。",
    "社长[P 旺久]在座谈会上发言。",
    "快递员[P 小骆]搬完直喘。",
  ])
  func behindTitles(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// 氏 and a second surname in Vietnamese names, 在 in Korean ones, 也 at the end of Japanese ones.
  @Test(arguments: [
    "局长[P 阮氏梅香]表示欢迎。",
    "校长[P 黎氏秋玄]、[P 范氏青茶]到会。",
    "运动员[P 阮氏温]获得金牌。",
    "流行病学家[P 颂猜·拉达纳暖]在评论中说，女儿[P 埃米莉·科尔曼]远在海外。",
    "医生[P 阮黎明芳]告诉记者。",
    "张氏兄弟开了一家店。",
    "会长[P 卢在勋]说，谈判中断。",
    "大臣[P 宇佐美达也]、[P 林建国]到会。",
    "[P 宇佐美]也来了。",
  ])
  func eastAsian(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Surnames of two characters before an honorific or a title.
  @Test(arguments: [
    "他是听着[P 鲜于老]的书长大的。",
    "[P 尉迟]大夫今天不在。",
    "邻居[P 逯老栓]也当过支书。",
    "[P 李老]三次提出建议。",
    "船老大[P 应阿根]分文不取。",
    "聘任[P 王立新]为总经理，[P 许可]为财务总监。",
    "本报记者 [P 巫小菁] 实习记者 [P 柯蓉] 报道",
  ])
  func compoundSurnames(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// The document knows where a name ends, and whose it is.
  @Test(arguments: [
    "前锋[P 佟乐]首发。[P 佟乐]传球，[P 佟乐]后点抢射得手。",
    "[P 莱尔·杜邦]来了。[P 杜邦]说，她很高兴。",
  ])
  func byTheDocument(_ expected: String) throws { #expect(try Self.holds(expected)) }

  /// Places and bodies beside persons, countries and provinces.
  @Test(arguments: [
    "他生于[L 青海][L 玉树]。",
    "难民住进[L 扎姆扎姆难民营]。",
    "他在[L 中山路]上买水果。",
    "[P 岸田]内阁的政策变了。",
    "他曾任财务经理、[O 山东华为]副总经理。",
    "它同[L 伊朗]、[L 美国]和[O 哈马斯]都有来往。",
    "[P 沈知意]新剧杀青。",
    "她嫁到了[L 小李庄]。",
    "员工来自[L 水原]和[L 平泽]的工厂。",
  ])
  func placesAndBodies(_ expected: String) throws { #expect(try Self.holds(expected)) }
}
