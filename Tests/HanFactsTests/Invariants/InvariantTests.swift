import Foundation
import HanFacts
import HanText
import Testing

@Suite("Invariants of records") struct InvariantTests {
  static let texts = Repository.seedPages + InvariantTexts.all

  private static func document(_ text: TestText, layout: LayoutMode = .auto, nested: Bool = false) throws -> Document {
    var options = ExtractionOptions()
    options.layout = layout
    options.nested = nested
    return try Extractor().extract(text.text, id: text.name, options: options)
  }

  @Test("Every record is cut from the source, in order, once", arguments: texts, LayoutMode.allCases)
  func records(text: TestText, layout: LayoutMode) throws {
    let document = try Self.document(text, layout: layout)
    #expect(brokenInvariants(of: document, in: text.text).prefix(10).joined(separator: "\n") == "")
  }

  @Test("Also with the records inside others", arguments: texts)
  func nested(text: TestText) throws {
    let document = try Self.document(text, nested: true)
    #expect(brokenInvariants(of: document, in: text.text).prefix(10).joined(separator: "\n") == "")
  }

  /// Marks where a text begins and ends, names without words around them: what rules that look back and ahead must bear.
  @Test("Texts of a few words and marks, at random", arguments: 0..<8)
  func shortTexts(seed: Int) throws {
    let pieces = [
      "，", "。", "、", "：", "（", "）", "“", "”", "《", "》", "·", "-", " ", "\n", "王小明", "李", "埃隆·马斯克", "Elon", "北京", "江苏省",
      "南京市", "中", "美", "两国", "人民法院", "外交部", "新华社", "集团", "科技", "主席", "局长", "记者", "表示", "说", "任", "为", "的", "和",
      "与", "在", "第", "三", "两", "百", "万", "多", "约", "2020年", "5月", "3日", "12", "50%", "元", "个", "人", "届", "今天", "春节",
      "以来",
      "至", "增长", "同比", "由", "作为", "专家", "男", "字", "先生", "某", "×", "ST", "国道", "路", "湖", "边", "镇", "等", "简称", "即", "电",
    ]
    let extractor = try Extractor()
    var state = UInt64(seed + 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<500 {
      let text = (0...next(8)).map { _ in pieces[next(pieces.count)] }.joined()
      let document = extractor.extract(text)
      #expect(brokenInvariants(of: document, in: text) == [], "\(text)")
    }
  }

  @Test("Two runs give the same bytes", arguments: texts)
  func runs(text: TestText) throws {
    #expect(try Self.document(text).json() == Self.document(text).json())
  }

  @Test("A document comes back from its JSON", arguments: texts)
  func json(text: TestText) throws {
    let document = try Self.document(text, nested: true)
    #expect(try Document(json: document.json()) == document)
    #expect(try Document(json: document.json(isPretty: true)) == document)
    let encoded = try JSONEncoder().encode(document)
    let decoded = try JSONDecoder().decode(Document.self, from: encoded)
    #expect(decoded == document)
  }

  @Test("One worker for all texts, forward and back, gives the bytes of a fresh one each")
  func order() throws {
    let extractor = try Extractor()
    let options = ExtractionOptions()
    var worker = extractor.makeWorker()
    func record(_ text: TestText) throws -> String {
      var bytes = Array(text.text.utf8)
      return try bytes.withUnsafeMutableBufferPointer {
        try worker.extract(utf8: UnsafeBufferPointer($0), id: text.name, options: options).json()
      }
    }
    let fresh = try Self.texts.map { try Self.document($0).json() }
    #expect(try Self.texts.map(record) == fresh)
    #expect(try Self.texts.reversed().map(record).reversed() == fresh)
  }

  @Test("Types are filtered after nesting is settled", arguments: texts)
  func types(text: TestText) throws {
    var options = ExtractionOptions()
    options.types = [.place, .figure]
    let some = try Extractor().extract(text.text, id: text.name, options: options)
    let all = try Self.document(text).entities.filter { [.place, .figure].contains($0.type) }
    #expect(some.entities.map(\.range) == all.map(\.range))
    #expect(some.entities.map(\.value) == all.map(\.value))
  }

  @Test("An empty text is a document without records")
  func empty() throws {
    let document = try Extractor().extract("", id: "nothing")
    #expect(document == Document(id: "nothing", length: .init(utf8: 0, scalars: 0)))
    let json = #"{"schema":"hanfacts/1","id":"nothing","length":{"utf8":0,"scalars":0},"entities":[],"facts":[]}"#
    #expect(document.json() == json)
  }

  /// A checker that finds nothing wrong with anything would pass all of the above.
  @Test("The checker sees what is wrong")
  func checker() throws {
    let text = TestText(name: "text", text: "汪文\n斌在北京说")
    let right = SourceRange(utf8: 0..<10, scalars: 0..<4, utf16: 0..<4, line: 1, column: 1)
    func faults(_ string: String, _ range: SourceRange, count: Int = 1) -> Int {
      let entities = (1...count).map { number in
        Entity(
          id: "e\(number)", type: .person, text: string, canonical: string, entity: "p1", range: range,
          evidence: Evidence(rule: "test"))
      }
      let document = Document(id: "text", length: .init(utf8: 22, scalars: 8), entities: entities)
      return brokenInvariants(of: document, in: text.text).count
    }
    #expect(faults("汪文斌", right) == 0)
    #expect(faults("汪文\n斌", right) == 1)
    #expect(faults("汪文", right) == 1)
    #expect(faults("汪文斌", SourceRange(utf8: 0..<9, scalars: 0..<4, utf16: 0..<4, line: 1, column: 1)) == 1)
    #expect(faults("汪文斌", SourceRange(utf8: 0..<10, scalars: 0..<4, utf16: 0..<3, line: 1, column: 1)) == 1)
    #expect(faults("汪文斌", SourceRange(utf8: 0..<10, scalars: 0..<4, utf16: 0..<4, line: 2, column: 1)) == 1)
    #expect(faults("汪文斌", right, count: 2) == 1)
  }
}
