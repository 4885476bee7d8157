import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct AnnotationReaderTests {
  /// Documents as `id: type start-end, …`.
  private func shown(_ documents: [EvaluationDocument]) -> [String] {
    documents.map { document in
      let list = document.mentions.map { "\($0.type) \($0.range.lowerBound)-\($0.range.upperBound)" }
      return "\(document.id): " + list.joined(separator: ", ")
    }
  }

  private func read(_ text: String, file: String = "f") throws(AnnotationFileError) -> [EvaluationDocument] {
    try AnnotationReader.documents(in: Array(text.utf8), file: file)
  }

  @Test(arguments: [
    (#"{"id":"a","text":"北京","entities":[{"type":"place","start":0,"end":2}]}"#, ["a: place 0-2"]),
    (#"{"id":"a","entities":[{"type":"x","range":{"utf8":[0,6],"scalars":[0,2]},"text":"北京"}]}"#, ["a: x 0-2"]),
    (#"{"schema":"hanfacts/1","documents":[{"id":"a","entities":[]},{"id":"b","entities":[]}]}"#, ["a: ", "b: "]),
    (#"[{"id":"a","entities":[]},{"entities":[]}]"#, ["a: ", "f:2: "]),
    ("{\"id\":\"a\",\"entities\":[]}\n\n{\"id\":\"b\",\"entities\":[]}\r\n", ["a: ", "b: "]),
    ("\u{FEFF}{\"id\":7,\"entities\":[]}", ["7: "]), ("", []), (" \n ", []),
    (
      "# newdoc id = a\n北\tB-place\n京\tI-place\n\n说\tO\n# newdoc id = b\n王\tS-person\n",
      ["a: place 0-2", "b: person 0-1"]
    ),
    (
      "-DOCSTART- -X- O O\n\nU.N. NNP I-NP I-ORG\nsays VBZ I-VP O\nEU NNP I-NP B-ORG\nUN NNP I-NP B-ORG",
      ["f:1: ORG 0-4, ORG 8-10, ORG 10-12"]
    ),
    ("甲\tI-a\n乙\tI-b\n丙\tE-b\n丁\tI-b", ["f: a 0-1, b 1-3, b 3-4"]),
    ("甲\tB-a\n\n乙\tI-a\n", ["f: a 0-1, a 1-2"]), ("#\tO\n# comment\n甲\tB-a\r\n", ["f: a 1-2"]),
  ])
  func readsDocuments(text: String, documents: [String]) throws {
    #expect(shown(try read(text)) == documents)
  }

  @Test(arguments: [
    ("{\"id\":\"a\",", "f:1:11: error: the text ends inside a value"),
    ("{\"id\":\"a\",\n\"entities\":[}", "f:2:13: error: a value should stand here"),
    ("{\"id\":\"a\"}", "f:1:1: error: the document has no \"entities\""),
    ("{\"entities\":[]}\n{\"entities\":1}", "f:2:1: error: the document has no \"entities\""),
    ("{\"entities\":[]}\n{\"entities\":[}", "f:2:14: error: a value should stand here"),
    (#"{"id":"a","entities":[{"start":0,"end":2}]}"#, "f:1:1: error: document 'a', entity 1: no \"type\""),
    (
      #"[{"id":"a","entities":[{"type":"x","start":2,"end":2}]}]"#,
      "f:1:1: error: document 1: document 'a', entity 1: the range 2..<2 is empty or not a range"
    ),
    (
      #"{"id":"a","text":"北","entities":[{"type":"x","start":0,"end":2}]}"#,
      "f:1:1: error: document 'a', entity 1: the range ends at 2, the text at 1"
    ),
    (
      #"{"id":"a","entities":[{"type":"x","start":0,"end":9000000000}]}"#,
      "f:1:1: error: document 'a', entity 1: no text is so long that it has an offset 9000000000"
    ),
    ("王\tB-person\n宏\n", "f:2:2: error: expected a second column with the label"),
    ("王\tperson\n", "f:1:3: error: 'person' is no label: expected O, B-TYPE or I-TYPE"),
    ("王\tO\n\n宏 X B-\n", "f:3:5: error: 'B-' is no label: expected O, B-TYPE or I-TYPE"),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) {
    #expect { try read(text) } throws: { "\($0)" == message }
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect { try AnnotationReader.documents(in: [0x7B, 0x0A, 0x22, 0xFF], file: "f") } throws: {
      "\($0)" == "f:2:2: error: not valid UTF-8"
    }
  }

  @Test func readsBratWithoutFacts() throws {
    let annotations = """
      T1\tperson 2 3;4 5\t姜 微
      T2\trole 0 2\t记者
      E1\trole:T2 person:T1
      T3\targument 0 2\t记者
      A1\tkind T1 x
      #1\tAnnotatorNotes T1\tsure?

      """
    let document = try AnnotationReader.bratDocument(
      annotations: Array(annotations.utf8), text: Array("记者姜\n微".utf8), id: "a", file: "a.ann")
    #expect(shown([document]) == ["a: person 2-5"])
  }

  @Test(arguments: [
    ("T1\tperson 0 2", "a.ann:1:4: error: expected 'TYPE START END', a tabulator and the text"),
    ("T1\tperson\tx", "a.ann:1:4: error: expected 'TYPE START END'"),
    ("\nT1\tperson 0 x\t记", "a.ann:2:11: error: '0 x' is no range 'START END'"),
    ("T1\tperson 0 9\t记", "a.ann:1:11: error: the range ends at 9, the text at 2"),
    ("T1\tperson 1 2;0 1\t者 记", "a.ann:1:11: error: the pieces are not in order"),
    ("T1\tperson 0 2\t姜微", "a.ann:1:15: error: the text there is '记者', not '姜微'"),
    ("X1\tperson", "a.ann:1:1: error: expected the id of an annotation (T, E, R, A, M, N, # or *)"),
    ("E1\trole", "a.ann:1:4: error: expected 'TYPE:TRIGGER' behind 'E1'"),
    ("A1", "a.ann:1:3: error: expected a tabulator behind 'A1'"),
  ])
  func saysWhatIsWrongInBrat(annotations: String, message: String) {
    #expect {
      try AnnotationReader.bratDocument(
        annotations: Array(annotations.utf8), text: Array("记者".utf8), id: "a", file: "a.ann")
    } throws: { "\($0)" == message }
  }

  static let page =
    "[新华\r\n社](organization)[北 京](place)电。\n\n“好！”[[上海](place)交大](organization)[王\n宏升](person)说𠀀[9日](date)"

  @Test func readsWhatTheWritersWrite() throws {
    let text = MarkedText(Self.page)
    let gold = EvaluationDocument(text.document(), text: text.source)
    var brat = BratWriter()
    let files = brat.files(for: text.document(), source: text.utf8)
    let fromBrat = try AnnotationReader.bratDocument(
      annotations: files.annotations, text: files.text, id: files.name, file: "a.ann")
    let fromJSON = try read(output(JSONLinesWriter(), text), file: "a.jsonl")
    for read in [[fromBrat], fromJSON] {
      let report = try Evaluation.run(gold: [gold], predicted: read)
      #expect(report[.strict].f1 == 1 && report[.strict].possible == 6)
      #expect(report.notes.isEmpty)
    }
    // CoNLL has the outer mentions only.
    let report = try Evaluation.run(gold: [gold], predicted: read(output(CoNLLWriter(), text)))
    #expect(report[.strict].precision == 1)
    #expect(report.errors.map { "\($0.kind) \($0.gold?.text ?? "")" } == ["missed 上海"])
  }

  @Test(arguments: 0..<40)
  func noBytesCrashTheReaders(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let text = MarkedText(Self.page)
    var brat = BratWriter()
    let files = brat.files(for: text.document(), source: text.utf8)
    let samples = [
      Array(output(JSONLinesWriter(), text).utf8), Array(output(CoNLLWriter(), text).utf8), files.annotations,
    ]
    for sample in samples {
      for _ in 0..<25 {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          guard !bytes.isEmpty else { break }
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.insert(Array("{}[]\",:-9\\\t\nTE; B-".utf8).randomElement(using: &random) ?? 0, at: place)
          case 2: bytes.remove(at: place)
          default: bytes.removeSubrange(place...)
          }
        }
        check { () throws(AnnotationFileError) in try AnnotationReader.documents(in: bytes, file: "f") }
        check { () throws(AnnotationFileError) in
          [try AnnotationReader.bratDocument(annotations: bytes, text: files.text, id: "a", file: "f")]
        }
      }
    }
  }

  /// Mentions that are read have sound ranges, and messages a place.
  private func check(_ read: () throws(AnnotationFileError) -> [EvaluationDocument]) {
    do throws(AnnotationFileError) {
      for document in try read() { #expect(document.mentions.allSatisfy { !$0.range.isEmpty }) }
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
    }
  }
}
