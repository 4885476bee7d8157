import HanText
import Testing

@testable import HanFacts

@Suite("Values and reference dates") struct DateValueTests {
  private func json(_ text: String, _ reference: String? = "2020-09-15") -> [String] {
    DateTesting.values(text, reference: reference).map { value in
      var bytes: [UInt8] = []
      value.appendJSON(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test("The JSON is that of the contract") func shapes() {
    #expect(
      json("明年2月") == [
        #"{"kind":"date","value":"2021-02","edtf":"2021-02","begin":"2021-02-01","end":"2021-02-28","anchor":"reference"}"#
      ])
    #expect(json("650余天") == [#"{"kind":"duration","value":"P650D","mod":"more_than"}"#])
    #expect(json("晚9时许") == [#"{"kind":"time","value":"T21","mod":"approx"}"#])
    #expect(json("每周") == [#"{"kind":"set","value":"P1W"}"#])
  }

  @Test(
    "EDTF",
    arguments: [
      ("2018年之后", "2018/.."), ("2018年左右", "2018~"), ("截至2018年", "../2018"), ("90年代", "199X"), ("第二季度", "2020-34"),
      ("今年下半年", "2020-41"), ("今年夏天", "2020-22"), ("公元前221年", "-0220"), ("2012年至2022年", "2012/2022"),
      ("下周", "2020-09-21/2020-09-27"), ("9月14日晚", "2020-09-14"), ("今天下午3点", "2020-09-15T15:00:00"),
    ])
  func edtf(text: String, expected: String) {
    #expect(DateTesting.values(text, reference: "2020-09-15").first?.edtf == expected)
  }

  @Test(
    "Forms of a reference date",
    arguments: [
      ("2020-09-15", "2020-09-15"), ("2020-09-15T08:30", "2020-09-15T08:30"),
      ("2020-09-15T08:30:05", "2020-09-15T08:30:05"),
      ("2020-09-15T08:30+08:00", "2020-09-15T08:30+08:00"), ("0001-01-01", "0001-01-01"),
      ("2020-02-29T00:00:00Z", "2020-02-29T00:00:00Z"),
    ])
  func forms(text: String, value: String) throws {
    #expect(try ReferenceDate(reading: text, from: .option).value == value)
  }

  @Test(
    "Errors say what is wrong",
    arguments: [
      ("2020-13-01", "there is no month 13"), ("2019-02-29", "the month has no day 29"),
      ("2020-9-15", "the month is not 2 digits"),
      ("2020-09-15T25:00", "there is no such time of day"), ("2020-09-15x", "'T' is missing at character 11"),
      ("", "the year is missing"), ("XXXX-09-15", "the year is not 4 digits"),
      ("2020-09-15T08:30+8", "the offset is missing"),
    ])
  func errors(text: String, reason: String) {
    #expect(throws: ReferenceDateError(text: text, reason: reason)) { try ReferenceDate(reading: text, from: .option) }
    #expect(ReferenceDate(parsing: text) == nil)
  }

  private func found(_ text: String) -> String? {
    let source = SourceText(text)
    let reference = ReferenceDateFinder(tables: DateTesting.tables).find(
      in: source, candidates: DateTesting.candidates(source))
    return reference.map { "\($0.value) \($0.from.rawValue)" }
  }

  @Test("Where a document says its date") func finder() {
    #expect(found("新华社北京9月15日电（记者张三）2020年8月1日，平台开源。") == "2020-09-15 dateline+text")
    #expect(found("新华社北京9月15日电 2019年8月1日开工，2020年8月1日竣工。") == "XXXX-09-15 dateline")
    #expect(found("新华社北京2023年3月21日电 国家主席") == "2023-03-21 dateline")
    #expect(found("新华社北京12月9日电 该社成立于1945年9月3日。") == "XXXX-12-09 dateline")
    #expect(found("新华社北京12月9日电 该校1945年9月3日成立。") == "XXXX-12-09 dateline")
    #expect(found("新华社北京12月9日电 条约自2011年1月1日起生效。") == "XXXX-12-09 dateline")
    #expect(found("新华社北京12月9日电 他因病于1998年12月3日在北京逝世。") == "1998-12-09 dateline+text")
    #expect(found("新华社沈阳2001年10月7日体育专电 中国队获胜。") == "2001-10-07 dateline")
    #expect(found("2023年11月8日 星期三\n\n要闻\n\n新华社北京11月7日电 昨天") == "2023-11-07 dateline+text")
    #expect(found("2023年11月8日 星期三\n\n要闻\n\n本报讯 昨天，首届大会开幕。") == "2023-11-08 masthead")
    #expect(found("各有关单位：\n\n现将事项通知如下。\n\n2022年5月6日") == "2022-05-06 signature")
    #expect(found("今天天气好。") == nil)
    #expect(found("他在9月15日电话联系了我。") == nil)
  }
}
