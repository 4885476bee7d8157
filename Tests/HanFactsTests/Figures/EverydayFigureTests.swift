import Testing

@testable import HanFacts

@Suite("Figures of notices, prices and games") struct EverydayFigureTests {
  @Test(
    "A denied bound is turned round",
    arguments: [
      "每班[不得少于12人](atLeast 12 人)", "[不应低于6%](atLeast 6 %)", "[不应超过40人](atMost 40 人)", "[没有超过20套](atMost 20 套)",
      "[未超过5吨](atMost 5 t)", "可能[超过30人](over 30 人)", "淹没[超过2米](over 2 m)", "分别[高于8分](over 8 分)",
    ])
  func bounds(marked: String) { check(marked) }

  @Test(
    "Spoken prices, and what stands behind them",
    arguments: [
      "土豆[一块五](1.5 CNY)一斤", "[两块三](2.3 CNY)一瓶", "[三毛五](0.35 CNY)一根", "[一块八毛五](1.85 CNY)一个", "[四块一](4.1 CNY)一张",
      "电视[三千五](3500)一台", "售价[￥89](89 CNY)包邮", "[￥39.9](39.9 CNY)起售", "[千把块](about 1000 CNY)", "[万把人](about 10000 人)",
      "[百十来人](about 110 人)", "[三成五](35 %)的股份",
    ])
  func prices(marked: String) { check(marked) }

  @Test(
    "Heat and cold",
    arguments: [
      "气温[-8～2℃](-8–2 Cel)", "气温[-4至1℃](-4–1 Cel)", "[零下6到零上5℃](-6–5 Cel)", "[零下3度到零上4度](-3–4 Cel)",
      "[零下9度到零下2度](-9–-2 Cel)", "烤箱[160度](160 Cel)预热", "空调开[25度](25 Cel)", "[38度2](38.2 Cel)", "转体[180度](180 deg)",
      "净胜球[-3个](-3 个)", "[零下40摄氏度至80摄氏度](-40–80 Cel)", "[零下10至20摄氏度](-20–-10 Cel)",
    ])
  func heat(marked: String) { check(marked) }

  @Test(
    "Games won, drawn and lost",
    arguments: [
      "[12胜](12 胜)[3负](3 负)", "[两胜](2 胜)[一平](1 平)[三负](3 负)", "[1平](1 平)[2负](2 负)", "[7胜](7 胜)[2负](2 负)[3平](3 平)",
      "一胜难求", "以[21比15](score 21:15)连胜",
      "比分为[21∶16](score 21:16)、[21∶13](score 21:13)和[21∶17](score 21:17)", "减负[380万元](3800000 CNY)",
      "盈亏[负20万元](-200000 CNY)",
      "居[全球第一](rank 1)；每[万名](10000 名)工人",
      "[9.8环](9.8 环)", "[8核](8 核)CPU", "[20万吨级](200000 t)码头",
    ])
  func games(marked: String) { check(marked) }

  @Test(
    "Words with a digit, addresses, parts of documents",
    arguments: [
      "二手车行情", "二手钢琴", "三轮车", "二战老兵", "苏-30战机", "换零件", "没有零钱", "5栋3单元1202", "2单元301室", "9号楼1单元住户", "见表3-2", "附件4",
      "三伏", "万吨级泊位", "每逢初一十五", "三班倒", "两班制", "四班三运转", "两位数的增长", "零百加速",
    ])
  func words(text: String) { check(text) }

  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let got = FigureFixture.marked(FigureFixture.plain(marked), least: .plain)
    #expect(got == marked, sourceLocation: sourceLocation)
  }
}
