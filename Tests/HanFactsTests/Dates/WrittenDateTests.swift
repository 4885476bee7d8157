import Testing

@testable import HanFacts

@Suite("Dates of papers, biographies and talk") struct WrittenDateTests {
  @Test("Words around an amount or in it") func amounts() {
    DateTesting.check([
      "持续[约2小时15分](PT2H15M;approx)", "续约[3年](P3Y)", "工期[240日历天](P240D)", "[一夜](P1D)没睡", "[一夜](P1D)之间", "一夜情",
      "等了[五个晚上](P5D)", "[三天三夜](P3D)", "[这几天](PXD)没人", "捷达[前七个月](P7M)销售", "婚前[三个月](P3M)", "[每季](P3M)两次",
      "每季节",
    ])
  }

  @Test("A festival in quotation marks, with its year or its day") func festivals() {
    DateTesting.check([
      "[去年“五一”](2019-05-01)", "[今年“双十一”前](2020-11-11;before)要", "[2018年“五一”节](2018-05-01)",
      "[2月11日除夕夜](2020-02-11TNI)", "[2024年9月17日中秋节](2024-09-17)", "[1月1日](2020-01-01)[元旦](2020-01-01)",
    ])
  }

  @Test("Days of the first month in a text of the new year") func newYear() {
    DateTesting.check([
      "[春节](2020-01-25)档：[初二](2020-01-26)预售，[初四](2020-01-28)开门", "[春节](2020-01-25)，初二学生放假", "初二预售，初四开门",
      "[除夕](2021-02-11)到，[初一至初三](2020-01-25/2020-01-27)休息", "十月初五街",
    ])
  }

  @Test("Years told by others: 是年, 这一年, 昨") func relative() {
    DateTesting.check([
      "[1936年](1936)入学，[是年冬](1936-WI)病故", "[1936年](1936)入学。[是年](1936)，",
      "[1936年](1936)，[这一年](1936)他", "就是[年底](2020;end)", "王某[昨](2020-09-14)赴沪", "[昨](2020-09-14)在港说", "今是昨非",
      "[这个秋天](2020-FA)",
    ])
  }

  @Test("Dynasties, eras, the Republic") func eras() {
    DateTesting.check([
      "[清末](1644/1911;end)改制", "说清末尾", "[民国初年](1912/1949;start)", "[民国六十年代](1971/1980)", "[光绪丁酉](1897)举人",
      "[咸丰庚申年](1860)", "[光绪壬寅秋](1902-FA)", "时[民国三十年五月初七日](1941-06-01)也", "[民国二十年](1931)入学，[二十三年春](1934-SP)毕业",
      "工龄[二十三年](P23Y)，",
    ])
  }

  @Test("Bare years and months") func years() {
    DateTesting.check([
      "[2016](2016)高考", "[2014秋冬](2014-09/2014-12)新款", "[2019春夏](2019-03/2019-08)系列", "2018高速",
      "[2007.5至2011.9](2007-05/2011-09)任职", "自[2007年5月至2011.9](2007-05/2011-09)任职", "[1961年冬](1961-WI)病故",
      "威廉（William，[1850—1921](1850/1921)）", "[第三季](2020-Q3)营收", "第二季开播",
    ])
  }

  @Test("The time of the place, and scores that look like hours") func clocks() {
    DateTesting.check([
      "当地时间[9月3日](2020-09-03)", "2比1（25:20、18:25、15:12）",
      "[8:30](T08:30)、[14:00](T14:00)各一场",
    ])
  }
}
