import HanFacts
import Testing

@testable import HanFactsFormats

@Suite struct CoNLLWriterTests {
  /// The lines as `字/label`, sentences parted by `|`.
  private func shown(_ marked: String) -> String {
    let lines = output(CoNLLWriter(), MarkedText(marked)).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst().dropLast(2).map { $0.isEmpty ? "|" : $0.replacing("\t", with: "/") }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("[新华社](organization)[北京](place)", "新/B-organization 华/I-organization 社/I-organization 北/B-place 京/I-place"),
    ("[一](a)[二](a)三", "一/B-a 二/B-a 三/O"),
    ("记者[姜\n微](person)说", "记/O 者/O 姜/B-person 微/I-person 说/O"),
    ("[9 月](date)底", "9/B-date 月/I-date 底/O"),
    ("[[上海](place)交大](organization)", "上/B-organization 海/I-organization 交/I-organization 大/I-organization"),
    ("好。[他](p)说。", "好/O 。/O | 他/B-p 说/O 。/O"),
    ("[好。好](w)。", "好/B-w 。/I-w 好/I-w 。/O"),
    ("一\n\n二", "一/O | 二/O"),
    ("[甲](my type)", "甲/B-my_type"),
  ])
  func charactersAreLabelled(marked: String, lines: String) {
    #expect(shown(marked) == lines)
  }

  @Test func documentsBeginWithTheirIds() {
    let text = MarkedText("一")
    let result = output(CoNLLWriter(), [(text.document(id: "a"), text.utf8), (text.document(id: "b\nc"), text.utf8)])
    #expect(result == "# newdoc id = a\n一\tO\n\n# newdoc id = b c\n一\tO\n\n")
  }

  @Test func aTextThatIsNotUTF8IsEmpty() {
    let document = Document(id: "a", length: .init(utf8: 1, scalars: 1))
    #expect(output(CoNLLWriter(), [(document, [0xFF])]) == "# newdoc id = a\n\n")
  }
}
