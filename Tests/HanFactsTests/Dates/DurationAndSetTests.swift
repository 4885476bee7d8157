import Testing

@testable import HanFacts

@Suite("Durations, sets, festivals") struct DurationAndSetTests {
  @Test("Durations and their qualifiers") func durations() {
    DateTesting.check([
      "历时[650余天](P650D;more_than)", "持续[近半个月](P15D;less_than)", "花了[近一个半月时间](P45D;less_than)",
      "[三年多](P3Y;more_than)", "[8天20小时](P8DT20H)", "[两年半](P30M)", "[半年](P6M)", "[半小时](PT30M)",
      "[三年时间](P3Y)", "[24小时](PT24H)", "[十余年来](P10Y;more_than)", "[过去一年](P1Y)", "[不超过3天](P3D;equal_or_less)",
      "[两年零三个月](P2Y3M)", "[一小时零九分](PT1H9M)", "[五分半钟](PT5M30S)", "[1.5小时](PT1.5H)", "[2000万小时](PT20000000H)",
      "[一刻钟](PT15M)", "[三个季度](P9M)", "[半个世纪](P50Y)", "[3至5天](P3D/P5D)", "[两三天](P2D/P3D)", "[几个月](PXM)",
      "[三天半](P3DT12H)", "[17个多月](P17M;more_than)", "[五日内](P5D)", "[3年以上7年以下](P3Y/P7Y)",
      "[10年](P10Y)期国债", "[2024年](2024)期末",
    ])
  }

  @Test("Days and years as annals count them, and a year of the reign spoken of") func annals() {
    DateTesting.check([
      "居夷[四载](P4Y)，教授诸生", "往返凡[二十七日](P27D)而毕", "车行[七日](P7D)可达", "一船满载而归",
      "[康熙二十四年](1685)举人。[三十三年](1694)，擢御史。[三十五年](1696)，疏劾总督。[三年](P3Y)，河工成。",
      "他走遍全国。[三十三年](P33Y)，从未停步。",
    ])
    #expect(DateTesting.values("康熙二十四年举人。三十三年，擢御史。").last?.calendar == "康熙")
  }

  @Test("Periods next to now have their ends") func periods() {
    let value = DateTesting.values("过去一年", reference: "2020-09-15").first
    #expect(value?.begin == "2019-09-15")
    #expect(value?.end == "2020-09-15")
    #expect(value?.anchor == .reference)
    let next = DateTesting.values("未来48小时", reference: "2020-09-15T10:00").first
    #expect(next?.begin == "2020-09-15T10:00:00")
    #expect(next?.end == "2020-09-17T10:00:00")
  }

  @Test("So long before and after a moment") func moments() {
    DateTesting.check(["[5分钟后](2020-09-15T10:05)", "[6个小时前](2020-09-15T04:00)"], reference: "2020-09-15T10:00")
    DateTesting.check(["[5分钟后](PT5M;after)"], reference: "2020-09-15")
  }

  @Test("Recurring times") func sets() {
    DateTesting.check([
      "[每周](P1W)一次", "[每周三](XXXX-WXX-3)", "[每月4日晚上8点](XXXX-XX-04T20)", "[每年3月](XXXX-03)", "[每隔两天](P2D)",
      "[每隔一天](P2D)", "[每三年](P3Y)", "[每周一至周五](XXXX-WXX-1/XXXX-WXX-5)", "[每天早上九点](XXXX-XX-XXT09)",
      "[每周二](XXXX-WXX-2)、[周四上午九点](XXXX-WXX-4T09)", "[每年秋天](XXXX-FA)", "[工作日](XXXX-WXX-WD)",
    ])
    #expect(DateTesting.values("每周二、周四上午九点").map(\.kind) == [.set, .set])
  }

  @Test("Festivals and lunar days") func festivals() {
    DateTesting.check([
      "[春节](2020-01-25)", "[2021年中秋节](2021-09-21)", "[清明](2020-04-04)", "[端午](2020-06-25)", "[国庆节](2020-10-01)",
      "[双十一](2020-11-11)", "[母亲节](2020-05-10)", "[2025年复活节](2025-04-20)", "[去年感恩节](2019-11-28)", "[除夕](2021-02-11)",
      "[农历八月十五](2020-10-01)", "[腊月二十三](2021-02-04)", "[闰四月](2020-05-23/2020-06-20)", "[正月初七](2020-01-31)",
      "[圣诞节的前一天](2020-12-24)", "[国庆节晚上](2020-10-01TEV)", "[“五一”假期](2020-05-01)", "[冬至](2020-12-21)",
      "[康熙五年](1666)", "[民国三年](1914)", "[雍正十六年](1738)", "[庚子年](2020)", "[开斋节](2020-05-24)",
    ])
    #expect(DateTesting.values("民国三年").first?.calendar == "roc")
    #expect(DateTesting.values("康熙五年").first?.calendar == "康熙")
    #expect(DateTesting.values("正月初七").first?.calendar == "chinese")
  }

  @Test("At least 150 festivals, each of them has a day in most years") func table() {
    #expect(DateTesting.tables.festivals.count >= 150)
    for rule in DateTesting.tables.festivals {
      let days = (2013...2025).compactMap { rule.date(in: $0) }
      #expect(days.count >= 12)
    }
  }
}
