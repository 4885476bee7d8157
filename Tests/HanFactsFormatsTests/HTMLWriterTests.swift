import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct HTMLWriterTests {
  /// The marked text of a page, without the blocks around it and the numbers of lines.
  private func body(_ text: MarkedText) -> String {
    var out: [UInt8] = []
    var html = HTMLText(source: text.utf8, entities: text.entities)
    html.write(into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func inner(_ marked: String) -> String {
    body(MarkedText(marked)).replacing(/<i data-n="\d+"><\/i>/, with: "").replacing(
      /<div class="b"[^>]*>|<\/div>/, with: ""
    )
    .replacing(/<mark class="[^"]*" data-r="(\d+)" data-t="[^"]*">/, with: { "{\($0.1):" }).replacing(
      "</mark>", with: "}")
  }

  @Test(arguments: [
    ("说", "说"), ("[王](person)说", "{0:王}说"), ("[[上海](place)交大](organization)", "{0:{1:上海}交大}"),
    ("[a](x)[b](x)", "{0:a}{1:b}"), ("[甲\n乙](x)", "{0:甲\n乙}"), ("<&>\"", "&lt;&amp;&gt;&quot;"),
    ("一\r\n二\r三", "一&#13;\n二&#13;<br>三"), ("\u{1}\u{0}\u{7F}", "␁␀␡"), ("[[a](x)](y)", "{0:{1:a}}"),
  ])
  func mentionsAreMarked(marked: String, html: String) {
    #expect(inner(marked) == html)
  }

  @Test func crossingMentionsAreClosedAndOpenedAgain() {
    var text = MarkedText("[甲乙](x)丙[丁](y)")
    let scalars = Array(text.source.unicodeScalars)
    text.setLast { $0.range = MarkedText.range(1..<3, in: scalars) }
    let html = body(text)
    #expect(
      html.replacing(#/ class="[^"]*"| data-t="[^"]*"/#, with: "")
        == "<div data-o=\"0\" style=\"--h:1\"><i data-n=\"1\"></i>"
        + "<mark data-r=\"0\">甲<mark data-r=\"1\">乙</mark></mark><mark data-r=\"1\">丙</mark>丁</div>")
  }

  @Test func blocksCarryOffsetsAndLineNumbers() {
    let lines = (1...100).map { "第\($0)行𠀀" }.joined(separator: "\n")
    let html = body(MarkedText(lines))
    let offsets = html.matches(of: /data-o="(\d+)"/).compactMap { Int($0.1) }
    let starts = [0, 40, 80].map { count in (1...100).prefix(count).reduce(0) { $0 + "第\($1)行𠀀\n".utf16.count } }
    #expect(offsets == starts)
    #expect(html.matches(of: /data-n="(\d+)"/).compactMap { Int($0.1) } == Array(1...100))
  }

  @Test func aLongLineIsCutBehindAFullStopAndItsMarkGoesOn() {
    let sentence = String(repeating: "字", count: 99) + "。"
    let text = MarkedText("[" + String(repeating: sentence, count: 100) + "](work)")
    let html = body(text)
    #expect(html.matches(of: #/<div /#).count == 5)
    #expect(html.matches(of: #/<mark /#).count == 5)
    #expect(html.matches(of: #/<\/mark>/#).count == 5)
    #expect(html.matches(of: /data-n=/).count == 1)
    #expect(html.matches(of: /。<\/mark><\/div>/).count == 5)
  }

  @Test func nothingOfTheTextIsMarkup() {
    let hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;\u{2028}"
    var text = MarkedText("[人](person)")
    text.setFirst {
      $0 = Entity(
        id: hostile, type: EntityType(rawValue: hostile), kind: hostile, text: hostile, canonical: hostile,
        entity: hostile, range: $0.range, evidence: Evidence(rule: hostile, gazetteer: [hostile]))
    }
    let fact = Fact.over(
      text, type: FactType(rawValue: hostile), [(hostile, .word(hostile)), (hostile, text.argument(0))])
    let page = output(HTMLWriter(title: hostile), text, id: hostile, facts: [fact])
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script/).count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("http:") && !page.contains("https:"))
    #expect(page.firstMatch(of: /<script type="application\/json">[^<]*\u{2028}/) == nil)
  }

  @Test func theDataIsJSONWithEveryRecord() throws {
    var text = MarkedText("[王](person)[9](figure)")
    text.setLast {
      $0.value = .figure(FigureValue(kind: .plain, value: ExactDecimal("12345678901234567890" as String)))
    }
    let fact = Fact.over(text, type: .role, [("person", text.argument(0)), ("direction", .word("up"))])
    let page = output(HTMLWriter(), text, facts: [fact])
    let match = try #require(page.firstMatch(of: /<script type="application\/json">([^<]*)<\/script>/))
    let data = try JSONNode(parsing: Array(match.1.utf8))
    #expect(data["r"]?.elements?.map { $0["x"]?.text } == ["王", "9"])
    #expect(data["r"]?.elements?.last?["v"]?["value"] == .string("12345678901234567890"))
    #expect(data["f"]?.elements?.first?["a"]?.elements?.last == .array([.string("direction"), .string("up")]))
  }

  @Test func theSameDocumentsGiveTheSameBytes() {
    let text = MarkedText("[王](person)[他](mine)")
    #expect(output(HTMLWriter(), text) == output(HTMLWriter(), text))
  }
}
