import HanText
import Testing

@testable import HanFacts

@Suite("Properties of dates") struct DatePropertyTests {
  private let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private func chinese(_ number: Int) -> String {
    switch number {
    case 0...9: digits[number]
    case 10: "十"
    case 11...19: "十" + digits[number - 10]
    default: digits[number / 10] + "十" + (number % 10 == 0 ? "" : digits[number % 10])
    }
  }

  private func byDigit(_ number: Int) -> String { String(number).map { digits[Int(String($0)) ?? 0] }.joined() }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test("Every writing of a day is read back") func days() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<600 {
      let year = Int.random(in: 1900...2099, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...CivilDate.days(inMonth: month, of: year), using: &generator)
      let value = "\(year)-\(two(month))-\(two(day))"
      let writings = [
        "\(year)年\(month)月\(day)日", "\(year)年\(two(month))月\(two(day))日", "\(year) 年 \(month) 月 \(day) 日",
        "\(byDigit(year))年\(chinese(month))月\(chinese(day))日", "\(year)-\(two(month))-\(two(day))",
        "\(year)/\(month)/\(day)",
        "\(year).\(month).\(day)", "\(year)年\(month)月\(day)号", "\(year)\(two(month))\(two(day))",
      ]
      for text in writings {
        let values = DateTesting.values("在" + text + "举行")
        #expect(values.map(\.value) == [value], "\(text)")
      }
    }
  }

  @Test("Every duration is read back") func durations() {
    var generator = SeededGenerator(state: 11)
    let units = [
      ("年", "P", "Y"), ("个月", "P", "M"), ("周", "P", "W"), ("天", "P", "D"), ("小时", "PT", "H"), ("分钟", "PT", "M"),
      ("秒", "PT", "S"),
    ]
    for _ in 0..<600 {
      let number = Int.random(in: 2...99, using: &generator)
      guard let (unit, prefix, letter) = units.randomElement(using: &generator) else { continue }
      // 两位数的年 may be a year (98年).
      if unit == "年", number >= 70 { continue }
      for text in ["历时\(number)\(unit)", "历时\(number == 2 ? "两" : chinese(number))\(unit)"] {
        let values = DateTesting.values(text)
        #expect(values.map(\.value) == ["\(prefix)\(number)\(letter)"], "\(text)")
      }
    }
  }

  @Test("Every time of day is read back") func clocks() {
    for hour in 0..<24 {
      for minute in 0..<60 {
        let value = "T\(two(hour)):\(two(minute))"
        for text in ["\(hour)时\(two(minute))分", "\(two(hour)):\(two(minute))", "\(hour)点\(two(minute))分"] {
          #expect(DateTesting.values("于\(text)到达").map(\.value) == [value], "\(text)")
        }
      }
    }
  }

  private static let expressions = [
    "今天", "昨天", "大后天", "明年2月", "去年春节", "年内", "上个月底", "下周三", "上上周末", "第二季度", "下半年", "本世纪末", "上世纪90年代", "三十多年前",
    "5天后", "两周前", "300个月后", "9999年后", "8000年前", "过去一年", "未来99999天", "近三年", "9月15日", "2月29日", "15日", "31日",
    "12月30日至1月2日",
    "除夕", "腊月二十三", "清明", "复活节", "母亲节", "光明节", "开斋节", "龙年", "甲子年", "下一个国庆节", "十月的第一周", "最后三天", "今年最后4个月",
    "前三季度", "暑假", "今明两天", "周五到下周一", "晚上11点到凌晨2点", "13:20~次日05:40", "5分钟后", "99999999小时前", "上个小时", "同年8月", "次日", "当晚十时",
    "康熙五年", "公元前221年", "每周三", "本周末", "寒假", "去年的前年的今天", "圣诞节的前一天", "2月13号31天前", "明天之后三天", "农历闰四月", "999999999年",
    "2000万小时",
  ]

  @Test("No reference date makes a resolution fail, and begin never lies behind end") func references() {
    var generator = SeededGenerator(state: 3)
    let text = SourceText(Self.expressions.joined(separator: "。"))
    let found = DateTesting.candidates(text)
    #expect(found.count >= Self.expressions.count - 3)
    let edges = [(1, 1, 1), (1, 12, 31), (9999, 12, 31), (9999, 1, 1), (2000, 2, 29), (1899, 12, 31), (2101, 2, 1)]
    for round in 0..<150 {
      let year = round < edges.count ? edges[round].0 : Int.random(in: 1...9999, using: &generator)
      let month = round < edges.count ? edges[round].1 : Int.random(in: 1...12, using: &generator)
      let day = round < edges.count ? edges[round].2 : Int.random(in: 1...28, using: &generator)
      guard var reference = ReferenceDate(year: year, month: month, day: day) else { continue }
      if round % 2 == 0 { reference.second = Int.random(in: 0..<86_400, using: &generator) }
      for value in DateTesting.resolver.resolve(found, reference: reference) {
        guard let begin = value.begin, let end = value.end else {
          #expect(value.begin == nil && value.end == nil)
          continue
        }
        #expect(begin.count == end.count || begin.first == "-")
        #expect(!DateContext.precedes(end, begin), "\(value) @\(reference.value)")
      }
    }
  }

  @Test("Hostile texts are read in linear time and without a trap") func hostile() {
    let parts = [
      "一", "年", "2", "0", "零", "点", "月", "日", "周", "前", "到", "-", "：", ":", "半", "几", "第", "每", "十", "“", "上", "的", "9",
      "时", "晚", "个", "亿", "节", "农历", "公元前",
    ]
    var generator = SeededGenerator(state: 5)
    for _ in 0..<600 {
      let text = (0..<40).compactMap { _ in parts.randomElement(using: &generator) }.joined()
      let source = SourceText(text)
      let found = DateTesting.candidates(source)
      var last = 0
      for candidate in found {
        #expect(candidate.range.lowerBound >= last && candidate.range.upperBound <= source.count)
        last = candidate.range.upperBound
      }
      #expect(
        DateTesting.resolver.resolve(found, reference: ReferenceDate(parsing: "2020-02-29T10:00")).count == found.count)
    }
    for part in parts {
      let source = SourceText(String(repeating: part, count: 5000))
      #expect(DateTesting.candidates(source).count <= source.count)
    }
  }
}
