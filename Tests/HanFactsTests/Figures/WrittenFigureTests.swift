import HanText
import Testing

@testable import HanFacts

@Suite("Figures of papers, biographies and product news") struct WrittenFigureTests {
  @Test(
    "Taels, ages, posts on a road, units below a slash with a number",
    arguments: [
      "筹银[八十万两](800000 两)", "罚款[2400两](2400 两)了结", "集资[30万两](300000 两)设厂", "[五万两](50000 两)，",
      "[八旬](age 80 a)老人", "[近六旬](age under 60 a)的", "[七八旬](age vague 70–80 a)", "行至[12公里+600米](12.6 km)处",
      "[5元](5 CNY)/[100克](100 g)", "捐米[三石](3 石)",
      "享年[八十有一](age 81)。", "年[十九](age 19)，", "春秋[六十有四](age 64)。", "支持[65W](65 W)快充",
    ])
  func amounts(marked: String) { check(marked) }

  @Test(
    "A character that makes another word, unless the next one does not",
    arguments: [
      "[五人](5 人)均未到场", "[两人](2 人)均为教师", "人均[3亩](3 亩)", "其中[三人](3 人)为股东",
      "[百余人](over 100 人)均安", "[六支](6 支)队伍", "六支队", "[两头](2 头)牛", "两头备战", "零片酬", "2字头", "上下九则以餐饮为主",
      "过一本线", "四、六级考试", "持续[约5公里](about 5 km)", "续约5年", "看不到[30人](30 人)", "达[不到30%](under 30 %)",
      "[3万](30000)球迷", "三道沟", "[三道](3 道)沟壑", "二级英雄奖章", "[三级](3 级)台阶",
    ])
  func words(marked: String) { check(marked) }

  @Test(
    "Names with a number are no figures unless they are counted",
    arguments: [
      "麒麟990，", "马自达3的", "天玑9200、", "高通8295芯片", "调到405厂", "共有[305厂](305 厂)", "研究院所36所研制",
      "新建[36所](36 所)学校", "1202钻井队", "兵工署第二十一厂", "数位经济", "[数位](vague 2–9 位)专家", "其中[数人](vague 2–9 人)获救",
      "718大集会", "[300大](300 大)企业", "[第三大](rank 3 大)城市", "第三大街", "十月三日二版《", "牵手百度。",
      "李文五任经理", "历经[五任](5 任)校长", "号码7、12、19、33，", "总机65431转2301。", "电挂：2045。",
    ])
  func names(marked: String) { check(marked) }

  @Test(
    "Scores in brackets, the minute of a game, tens, first parts",
    arguments: [
      "[3比1](score 3:1)（[25:20](score 25:20)、[18:25](score 18:25)、[15:12](score 15:12)）", "[第67分钟](ordinal 67 分钟)进球",
      "[十大](10 大)工程", "十大召开", "评选“年度十大优秀工程”", "[第一部](ordinal 1 部)电影", "[第一部分](ordinal 1 部分)，大部分人，一部分人", "《封神第二部》",
      "[第四届](ordinal 4 届)董事会", "三党不过半",
      "[过半](fraction over 0.5)",
    ])
  func games(marked: String) { check(marked) }

  @Test(
    "A unit below a slash with a number",
    arguments: [("每升酒精95毫克/100毫升", "mg/(100.mL)"), ("80mg/100ml", "mg/(100.mL)"), ("12克/10平方米", "g/(10.m2)")])
  func slashes(text: String, unit: String) {
    let source = SourceText(text, layout: .verbatim)
    let values = FigureFixture.candidates(source).map { FigureFixture.lexicon.value(of: $0, in: source) }
    #expect(values.map(\.canonicalUnit) == [unit])
  }

  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let got = FigureFixture.marked(FigureFixture.plain(marked), least: .plain)
    #expect(got == marked, sourceLocation: sourceLocation)
  }
}
