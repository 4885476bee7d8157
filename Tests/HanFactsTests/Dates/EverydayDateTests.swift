import Testing

@testable import HanFacts

@Suite("Dates of notices, laws and talk") struct EverydayDateTests {
  @Test("A denied bound is turned round") func bounds() {
    DateTesting.check([
      "学制[不少于4年](P4Y;equal_or_more)", "借期[不得超过六十天](P60D;equal_or_less)", "停车[不应超过半小时](PT30M;equal_or_less)",
      "间隔[不应短于两周](P2W;equal_or_more)", "[没有超过三年](P3Y;equal_or_less)", "[未超过五天](P5D;equal_or_less)",
      "[最多不超过一个月](P1M;equal_or_less)", "误差[不大于3秒](PT3S;equal_or_less)", "可能[超过三年](P3Y;more_than)",
      "[不满两年](P2Y;less_than)", "[最短7天](P7D;equal_or_more)",
      "[不迟于9月30日](2020-09-30;on_or_before)报名", "[不得早于8:30](T08:30;on_or_after)入场",
    ])
  }

  @Test("Days that are counted, not named") func days() {
    DateTesting.check([
      "处[三日以上七日以下](P3D/P7D)拘留", "罚[十日以下](P10D;less_than)", "被拘留[十二日](P12D)。", "处[十日](P10D)拘留", "请假[2日](P2D)，",
      "工期[不得少于30日](P30D;equal_or_more)", "提前[3日](P3D)通知", "放假[1日至3日](2020-09-01/2020-09-03)",
      "[一日](P1D)两次", "[1日](P1D)2次", "[三日](P3D)一次", "[20日](2020-09-20)拘留了两人", "[8日](2020-09-08)以上海为首站",
      "处[18日](2020-09-18)起火", "[6月1日](2020-06-01)三次开会",
    ])
  }

  @Test("A year of two digits is no length of time, and an idiom no date") func lengths() {
    DateTesting.check([
      "做了[20年](P20Y)[圣诞](2020-12-25)饰品生意", "办了[10年](P10Y)[春节](2020-01-25)晚会", "[20年春节](2020-01-25)档",
      "[七十年](P70Y)如一日守在山里",
      "[一日](P1D)两次",
    ])
  }

  @Test("The year that the sentence names") func namedYears() {
    DateTesting.check([
      "[2015年](2015)入学，[那年3月](2015-03)参军", "[1998年](1998)毕业，[那一年夏天](1998-SU)结婚", "那年的事", "[3月](2020-03)",
      "[1997年](1997)产值3亿元，比[上年](1996)增长5%", "比[上年](2019)增长5%", "[1997年](1997)投产。比[上年](2019)增长5%",
      "[1997年](1997)投产，[去年](2019)停产",
    ])
  }

  @Test("A clock time behind a label") func labels() {
    DateTesting.check([
      "闭馆时间：[17:30](T17:30)", "办公时间:[8:30-17:00](T08:30/T17:00)", "发车：[6:05](T06:05)", "门诊：[8:00至11:30](T08:00/T11:30)",
      "末班：[22:10](T22:10)，", "比分：3:15", "总比分：25:20", "比例：1:20", "用时1:02:03:04",
    ])
  }

  @Test("An hour and some minutes") func hours() {
    DateTesting.check([
      "[早上七点多](T07;approx)出门", "[8点多钟](T08;approx)", "[九点来钟](T09;approx)", "[下午四点多](T16;approx)，", "讲了三点多项内容",
    ])
  }

  @Test("The larger half, and when a half of a unit was") func halves() {
    DateTesting.check(["[大半年](P6M;more_than)过去了", "[大半个月前](P15D;before)", "最大[半年](P6M)降幅"])
    let past = DateTesting.values("一年半前", reference: "2024-05-10").first
    #expect(past?.value == "P18M" && past?.mod == .before)
    #expect(past?.begin == "2022-11-01" && past?.end == "2022-11-30" && past?.anchor == .reference)
    let soon = DateTesting.values("半小时后", reference: "2024-05-10T10:00:00").first
    #expect(soon?.value == "PT30M" && soon?.begin == "2024-05-10T10:30:00")
    #expect(DateTesting.values("半年前", reference: nil).first?.begin == nil)
  }

  @Test("A season of one character behind a year") func seasons() {
    DateTesting.check([
      "[1975年冬](1975-WI)开工修渠", "[2006年夏](2006-SU)高温少雨", "[去年秋](2019-FA)搬家", "[今年春](2020-SP)开业", "[2011年初春](2011-SP)",
      "[1990年](1990)春耕", "[2016年](2016)夏令营", "[2014年](2014)秋收以后", "[2022年](2022)冬奥会", "[2018年夏至](2018-06-21)",
      "[1971年夏至1973年春](1971-SU/1973-SP)", "[2000年左右](2000;approx)", "距今[2000年左右](P2000Y;approx)",
    ])
  }

  @Test("Thirds of a month") func thirds() {
    DateTesting.check([
      "[6月中下旬](2020-06-11/2020-06-30)", "[2月上中旬](2020-02-01/2020-02-20)", "[8月中上旬](2020-08-01/2020-08-20)",
      "[5月上、中旬](2020-05-01/2020-05-20)", "[7月中旬至下旬](2020-07-11/2020-07-31)", "[3月上旬](2020-03;start)，",
      "[腊月中下旬](2021-01-23/2021-02-11)",
    ])
  }

  @Test("Lunar days before a word, in ranges, with their festival") func lunar() {
    DateTesting.check([
      "[腊月二十四](2021-02-05)扫房子", "[农历六月二十四](2020-08-13)赶集", "[正月](2020-01-25/2020-02-22)二十家店开门",
      "[大年初二至初六](2020-01-26/2020-01-30)", "[正月初八到十五](2020-02-01/2020-02-08)", "[五月初五端午节](2020-06-25)",
      "[2019年八月十五中秋节](2019-09-13)", "[九月九日重阳节](2020-10-25)", "[天宝十五载](0756)",
    ])
  }

  @Test("当年 behind a year of its sentence") func thatYear() {
    DateTesting.check([
      "[1986年](1986)投资，[当年](1986)见效", "[2002年](2002)动工，[当年10月](2002-10)通车", "[2002年](2002)动工，[当年年底](2002;end)通车",
      "[1986年](1986)投资。当年他还小", "想当年", "[1986年](1986)的人，回忆当年往事", "[今年](2020)六十，当年的兵",
    ])
  }

  @Test("Lists and parts of what recurs") func sets() {
    DateTesting.check([
      "[每周二](XXXX-WXX-2)、[四](XXXX-WXX-4)、[六](XXXX-WXX-6)开放", "[每周三](XXXX-WXX-3)、四川菜打折",
      "[每周六](XXXX-WXX-6)、[日](XXXX-WXX-7)",
      "[周一](2020-09-14)、[三](2020-09-16)上课",
      "[周一](2020-09-14)、二线城市", "[每月5日](XXXX-XX-05)、[20日](XXXX-XX-20)", "[每年4月](XXXX-04)、[10月](XXXX-10)",
      "[每月初](XXXX-XX;start)发放",
      "[每月上旬](XXXX-XX;start)", "[每年年底](XXXX;end)", "[每小时](PT1H)一趟车", "[每分钟](PT1M)三毛钱", "每小时80公里",
    ])
  }

  @Test("Holidays in figures and seasons of heat and cold") func holidays() {
    DateTesting.check([
      "[10.1-10.7](2020-10-01/2020-10-07)放假", "[5.1](2020-05-01)调休", "[十一期间](2020-10-01)",
      "[三伏天](2020-07/2020-08)", "三伏贴",
    ])
  }
}
