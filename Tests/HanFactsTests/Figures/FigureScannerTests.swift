import HanText
import Testing

@testable import HanFacts

@Suite("Figures in marked text")
struct FigureScannerTests {
  @Test(
    "Numerals",
    arguments: [
      "收到[贰仟万元](20000000 CNY)", "共[34,567份](34567 份)", "[１２，０００名](12000 名)学生", "约占[1.3万亿元](about 1300000000000 CNY)",
      "有[三千五百户](3500 户)", "[三万五千人](35000 人)到场", "价格[一百二十元](120 CNY)", "[3千5百米](3500 m)长跑",
      "[二十一万三千亿元](21300000000000 CNY)", "温度[零下5摄氏度](-5 Cel)", "亏损[-3.5%](-3.5 %)", "[两千零八十页](2080 页)",
      "[五十兆瓦](50 MW)", "[202107211321363588510367美元](202107211321363588510367 USD)",
    ])
  func numerals(marked: String) { #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked) }

  @Test(
    "Qualifiers",
    arguments: [
      "转化成果[4500多项](over 4500 项)", "服务企业[超过15000家](over 15000 家)", "[近1000位](under 1000 位)嘉宾",
      "[80余项](over 80 项)案例", "[不超过10个](atMost 10 个)人", "[至少三件](atLeast 3 件)", "积雪[5厘米以上](atLeast 5 cm)",
      "[约80余项](over 80 项)", "[18周岁以下](age under 18 a)的人",
      "增长[3%左右](about 3 %)", "[不低于3%](atLeast 3 %)", "每天节约[大概60万桶](about 600000 [bbl_us])汽油", "误差[±2毫米](about 2 mm)",
      "规模突破[16万P](over 160000 P{FLOPS})", "附近[3家](3 家)店",
    ])
  func qualifiers(marked: String) {
    let plain = FigureFixture.plain(marked)
    #expect(FigureFixture.marked(plain, least: .weak) == marked)
  }

  @Test(
    "Vague numbers",
    arguments: [
      "[数百次](vague 200–999 次)试验", "[几十万人](vague 200000–990000 人)", "[数十亿个](vague 2000000000–9900000000 个)星系",
      "[十几条](vague 11–19 条)", "[数千吨](vague 2000–9999 t)", "[上万元](vague 10000 CNY)", "[三五个](vague 3–5 个)",
      "[七八百户](vague 700–800 户)", "[成百上千名](vague 100–9999 名)", "[十余万人](over 100000 人)", "[千余项](over 1000 项)合作",
      "[二十几岁](age vague 21–29 a)", "[一两个](vague 1–2 个)", "[好几百元](vague 200–999 CNY)",
    ])
  func vague(marked: String) { #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked) }

  @Test(
    "Ranges",
    arguments: [
      "[6—8家](6–8 家)企业", "[3至5万元](30000–50000 CNY)", "[20~36毫米](20–36 mm)", "[10%到15%](10–15 %)",
      "[2到3倍](multiple 2–3 倍)",
      "[8500到3万港元](8500–30000 HKD)", "[八百到九百亿泰铢](80000000000–90000000000 THB)", "[两到三千人](2000–3000 人)",
      "气温[零下5至零下2摄氏度](-5–-2 Cel)", "[-5℃~3℃](-5–3 Cel)", "[百分之三十到四十](30–40 %)", "[20与30元之间](20–30 CNY)",
      "[大于10](over 10)[小于20](under 20)",
    ])
  func ranges(marked: String) {
    #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked)
  }

  @Test(
    "Money",
    arguments: [
      "[3元5角](3.5 CNY)", "[五块八毛](5.8 CNY)", "[九块九](9.9 CNY)", "[￥3.5](3.5 CNY)", "[$20亿](2000000000 USD)",
      "[USD 5m](5000000 USD)", "[316亿美元](31600000000 USD)", "[2000亿元人民币](200000000000 CNY)", "[人民币50元](50 CNY)",
      "[两美元又三美分](2.03 USD)", "[32美元/盎司](32 USD/[oz_av])", "[肆佰叁拾万圆整](4300000 CNY)", "[三块零四](3.04 CNY)",
      "[九千块钱](9000 CNY)",
    ])
  func money(marked: String) { #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked) }

  @Test(
    "Measures",
    arguments: [
      "[1米75](1.75 m)", "[一吨半](1.5 t)", "[六斤八两](6.8 斤)", "[10万平方米](100000 m2)", "[60公里每小时](60 km/h)", "[每秒30米](30 m/s)",
      "[1.2万亿千瓦时](1200000000000 kW.h)", "[0°C](0 Cel)", "[华氏70度](70 [degF])", "[5.0T](5 T)磁共振",
      "[3.5万海里](35000 [nmi_i])",
      "[4.5亿吨公里](450000000 t.km)", "[两米五](2.5 m)", "[四分之一公升](0.25 L)", "[30微克/立方米](30 ug/m3)",
    ])
  func measures(marked: String) { #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked) }

  @Test(
    "Ratios, ordinals, ages",
    arguments: [
      "[39.5%](39.5 %)", "[百分之五](5 %)", "[三成](30 %)", "[八五折](85 %)", "[千分之三](3 [ppth])", "[0.5个百分点](0.5 百分点)",
      "[三分之一](fraction 0.333333333333333)", "[一半](fraction 0.5)", "[翻两番](multiple 4 倍)", "[3.5倍](multiple 3.5 倍)",
      "比分[78:96](score 78:96)", "[3比1](score 3:1)", "[第40次](ordinal 40 次)", "全球[第二大](rank 2 大)经济体", "[50强](rank 50 强)",
      "位居[全球第4](rank 4)", "[96岁](age 96 a)", "[三岁半](age 3.5 a)", "[45周年](45 周年)", "指数[前十](rank 10)。",
    ])
  func ratios(marked: String) { #expect(FigureFixture.marked(FigureFixture.plain(marked)) == marked) }

  @Test(
    "No figures",
    arguments: [
      "一个人，一种办法，一系列措施", "出席G20峰会", "星系NGC 6822", "5G网络", "拨打12306", "从0到1的突破", "“90后”工程师", "一、加强领导",
      "1.加强领导", "（二）落实责任", "三年前，24小时，半个月，5个工作日", "第三季度", "首次，首个，首批", "电话：010-62345678", "版本1.2.3发布",
      "A320客机", "新建“四个面向”", "十分高兴", "“最后一公里”", "万一下雨", "神舟二十三号", "2026世界人工智能大会",
      "139****8821", "(020)87185735", "传闻四起", "三包规定", "叶兆佳",
    ])
  func none(text: String) { #expect(FigureFixture.marked(text, least: .weak) == text) }

  @Test("Blanks inside an expression belong to the layout")
  func layout() {
    let text = SourceText("成果 4500 多项，占 39.5 %", layout: .verbatim)
    let figures = FigureFixture.candidates(text)
    #expect(figures.map { text.text($0.range) } == ["4500多项", "39.5%"])
    #expect(text.range(figures[0].range).scalars == 3..<10)
  }
}
