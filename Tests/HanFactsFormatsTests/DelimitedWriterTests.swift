import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct DelimitedWriterTests {
  static let header =
    "document,id,type,kind,text,canonical,entity,line,column,start,end,value,modifier,unit,of,rule,confidence\r\n"

  @Test func oneRowAnEntity() {
    var text = MarkedText("\n[王\n宏升](person)说")
    text.setFirst { entity in
      entity.canonical = "王宏升"
      entity.entity = "p1"
      entity.value = .person(PersonValue(surname: "王", given: "宏升"))
      entity.confidence = 0.9
    }
    #expect(
      output(CSVWriter(), text) == Self.header + "a.txt,e1,person,,王宏升,王宏升,p1,2,1,1,5,王 宏升,,,,test,0.9\r\n")
  }

  @Test func dateShowsValueAndModifier() {
    var text = MarkedText("[晚9时许](date)")
    text.setFirst { $0.value = .date(DateValue(kind: .time, value: "T21", mod: .approx)) }
    #expect(output(CSVWriter(), text) == Self.header + "a.txt,e1,date,time,晚9时许,,,1,1,0,4,T21,approx,,,test,\r\n")
  }

  @Test func figureShowsNumberBoundsUnitAndWhatIsCounted() {
    var text = MarkedText("[4500多项](figure)[20—36毫米](figure)")
    text.setFirst {
      $0.value = .figure(
        FigureValue(
          kind: .count, value: 4500, approximation: .over, unit: "项", canonicalUnit: "项",
          of: .init(text: "技术成果", range: $0.range)))
    }
    text.setLast { $0.value = .figure(FigureValue(kind: .measure, min: 20, max: 36, unit: "毫米", canonicalUnit: "mm")) }
    let rows = output(CSVWriter(), text).split(separator: "\r\n").dropFirst()
    #expect(
      Array(rows) == [
        "a.txt,e1,figure,count,4500多项,,,1,1,0,6,4500,over,项,技术成果,test,",
        "a.txt,e2,figure,measure,20—36毫米,,,1,7,6,13,20..36,,mm,,test,",
      ])
  }

  @Test(arguments: [
    ("plain", "plain", "plain"), ("a,b", "\"a,b\"", "a,b"), ("a\tb", "a\tb", "\"a\tb\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\"", "\"two\nlines\""),
    ("cr\r", "\"cr\r\"", "\"cr\r\""), (" blank ", " blank ", " blank "),
  ])
  func fieldsAreQuotedWhereNeeded(id: String, csv: String, tsv: String) {
    let text = MarkedText("[王](person)")
    #expect(output(CSVWriter(), text, id: id).hasPrefix(Self.header + csv + ",e1,"))
    #expect(output(TSVWriter(), text, id: id).contains("\n" + tsv + "\te1\t"))
  }

  @Test func oneRowAFact() throws {
    let text = MarkedText("[总理](title)[默克尔](person)、[姜微](person)")
    let fact = Fact.over(
      text, type: .role,
      [
        ("person", text.argument(1)), ("title", text.argument(0)), ("direction", .word("up")),
        ("witness", text.argument(2)),
      ])
    let lines = output(TSVWriter(rows: .facts), text, facts: [fact]).split(separator: "\n")
    let names = lines[0].split(separator: "\t")
    let fields = lines[1].split(separator: "\t", omittingEmptySubsequences: false)
    #expect(names.count == fields.count)
    let filled = zip(names, fields).filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
    #expect(
      filled == [
        "document=a.txt", "id=f1", "type=role", "person=默克尔", "title=总理", "direction=up", "other=witness=姜微",
        "line=1", "column=1", "start=0", "end=2", "rule=test",
      ])
  }

  @Test func nothingButTheHeaderForNoDocuments() {
    #expect(output(CSVWriter(), []) == Self.header)
  }
}

extension MarkedText {
  mutating func setFirst(_ change: (inout Entity) -> Void) { set(0, change) }
  mutating func setLast(_ change: (inout Entity) -> Void) { set(entities.count - 1, change) }
}
