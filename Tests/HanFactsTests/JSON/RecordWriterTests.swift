import HanGazetteer
import HanText
import Testing

@testable import HanFacts

/// A worker writes lines from what it found, without making the document: the bytes must be the document's.
@Suite("Lines written at once") struct RecordWriterTests {
  private static func line(_ worker: inout ExtractionWorker, _ text: TestText, _ options: ExtractionOptions) throws
    -> String
  {
    var bytes: [UInt8] = []
    let source = Array(text.text.utf8)
    try source.withUnsafeBufferPointer { buffer in
      try worker.appendJSON(utf8: buffer, id: text.name, options: options, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let variants: [ExtractionOptions] = {
    var plain = ExtractionOptions()
    plain.facts = false
    var nested = ExtractionOptions()
    nested.nested = true
    nested.layout = .verbatim
    var filtered = ExtractionOptions()
    filtered.types = [.place, .date, .organization]
    filtered.layout = .wrapped
    return [ExtractionOptions(), plain, nested, filtered]
  }()

  @Test("They are the document's", arguments: InvariantTests.texts)
  func lines(text: TestText) throws {
    let extractor = try Extractor()
    var worker = extractor.makeWorker()
    for options in Self.variants {
      let document = extractor.extract(text.text, id: text.name, options: options)
      #expect(try Self.line(&worker, text, options) == document.json())
    }
  }

  @Test("Also with tables of a user, whose rows lack cells and whose names need escapes")
  func userTables() throws {
    let tables = [
      (
        "places/own.tsv",
        "surface\tkind\tcode\tparent\n栩槐洼\tvillage\t110105\t110000\n桅栩城\tcity\n枢栩湾\twater\tTOO-LONG-CODE\tZZ\n"
      ),
      ("shares/own.tsv", "type: stock\nsurface\taliases\n栩\"枢\\股份\t栩股?\n"), ("events/own.tsv", "surface\n枢栩会\n"),
    ].map { SourceTable(name: $0.0, bytes: Array($0.1.utf8)) }
    let rules = try RuleSet.file(Array("entity decree {\n  pattern: \"国发\"\n}\n".utf8), name: "own.rules")
    let extractor = Extractor(
      knowledge: try Knowledge.standard.adding(tables: tables), rules: [.standard, rules])
    let text = TestText(
      name: "\"own\"\n", text: "他从栩槐洼到北京桅栩城，在枢栩湾买了栩\"枢\\股份，又去枢栩会。😀中国栩槐洼的栩股涨了3.5%。\n《栩\u{1}槐报》国发，")
    var worker = extractor.makeWorker()
    for options in Self.variants {
      let document = extractor.extract(text.text, id: text.name, options: options)
      #expect(try Self.line(&worker, text, options) == document.json())
    }
    let types = Set(extractor.extract(text.text).entities.map(\.type))
    #expect(types.isSuperset(of: ["stock", "decree", "place", "event", "figure"]))
  }
}
