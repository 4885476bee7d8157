import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct BratWriterTests {
  private func annotations(_ marked: String) -> [String] {
    let text = MarkedText(marked)
    var writer = BratWriter()
    let files = writer.files(for: text.document(), source: text.utf8)
    return String(decoding: files.annotations, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("[姜微](person)", "T1\tperson 0 2\t姜微"),
    ("记者[姜\n微](person)", "T1\tperson 2 3;4 5\t姜 微"),
    ("[姜 \r\n  微](person)", "T1\tperson 0 1;6 7\t姜 微"),
    ("[9 月 15 日](date)", "T1\tdate 0 8\t9 月 15 日"),
    ("𠀀[上海](place)", "T1\tplace 1 3\t上海"),
    ("[a\tb](my type)", "T1\tmy_type 0 1;2 3\ta b"),
  ])
  func aMentionIsCutAtLineEnds(marked: String, line: String) {
    #expect(annotations(marked) == [line])
  }

  @Test func nestedMentionsAreBothWritten() {
    #expect(
      annotations("[[上海](place)交通大学](organization)") == ["T1\torganization 0 6\t上海交通大学", "T2\tplace 0 2\t上海"])
  }

  @Test func theTextKeepsItsOffsets() {
    var writer = BratWriter()
    let source = "\u{FEFF}一\r\n二\r三\n"
    let document = Document(id: "-", length: .init(utf8: 0, scalars: 0))
    let files = writer.files(for: document, source: Array(source.utf8))
    #expect(String(decoding: files.text, as: UTF8.self) == " 一 \n二\n三\n")
    #expect(files.annotations.isEmpty)
    #expect(files.name == "stdin")
  }

  @Test func valuesAndCodesAreAttributesAndNormalizations() {
    var text = MarkedText("[江苏](place)[650余天](date)")
    text.setFirst {
      $0.kind = "province"
      $0.canonical = "江苏省"
      $0.entity = "l1"
      $0.value = .place(PlaceValue(code: "320000", parents: ["CN"]))
    }
    text.setLast { $0.value = .date(DateValue(kind: .duration, value: "P650D", mod: .moreThan)) }
    var writer = BratWriter()
    let files = writer.files(for: text.document(), source: text.utf8)
    #expect(
      String(decoding: files.annotations, as: UTF8.self) == """
        T1\tplace 0 2\t江苏
        A1\tkind T1 province
        N1\tReference T1 GB2260:320000\t江苏省
        N2\tReference T1 HanFacts:l1\t江苏省
        T2\tdate 2 7\t650余天
        A2\tkind T2 duration
        A3\tvalue T2 P650D
        A4\tmodifier T2 more_than

        """)
    #expect(
      String(decoding: writer.configuration(), as: UTF8.self) == """
        [entities]

        date
        place

        [relations]

        <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

        [events]


        [attributes]

        kind\tArg:<ANY>, Value:duration|province
        modifier\tArg:<ANY>, Value:more_than
        value\tArg:<ANY>, Value:P650D

        """)
  }

  @Test func factsAreEventsAndAliasesRelations() {
    let text = MarkedText("[教科文组织](organization)([联合国教科文组织](organization))[说](cue)[好](content)")
    let facts = [
      Fact.over(text, type: .alias, id: "f1", [("full", text.argument(1)), ("short", text.argument(0))]),
      Fact.over(
        text, type: .quotation, id: "f2",
        [
          ("speaker", text.argument(0)), ("cue", text.argument(2)), ("content", text.argument(3)),
          ("form", .word("quoted")),
        ]),
      Fact.over(text, type: .quotation, id: "f3", [("content", text.argument(3)), ("continues", .word("f2"))]),
    ]
    var writer = BratWriter()
    let files = writer.files(for: text.document(facts: facts), source: text.utf8)
    let lines = String(decoding: files.annotations, as: UTF8.self).split(separator: "\n").dropFirst(4)
    #expect(
      Array(lines) == [
        "R1\talias Arg1:T2 Arg2:T1", "T5\tquotation 15 16\t说", "E1\tquotation:T5 speaker:T1 cue:T3 content:T4",
        "A1\tform E1 quoted", "T6\tquotation 16 17\t好", "E2\tquotation:T6 content:T4 continues:E1",
      ])
  }

  @Test(arguments: [
    ("a.txt", "a"), ("seeds/a.txt", "seeds__a"), ("./a.txt", "a"), ("-", "stdin"), ("", "_"), ("../x", "_.__x"),
    ("a b?c*.txt", "a_b_c_"), ("新闻/一.txt", "新闻__一"), ("--help", "_-help"), ("C:\\x", "C___x"),
  ])
  func namesAreSafe(id: String, name: String) {
    var names = BratNames()
    #expect(names.name(for: id) == name)
  }

  @Test func namesAreUniqueWithoutRegardToCase() {
    var names = BratNames()
    #expect(["a.txt", "A.txt", "a", "a-2"].map { names.name(for: $0) } == ["a", "A-2", "a-3", "a-2-2"])
  }
}
