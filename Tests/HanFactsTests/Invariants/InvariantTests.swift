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
