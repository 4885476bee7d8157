import Testing

@testable import HanText

@Suite("Ranges")
struct RangeTests {
  @Test(
    "a range covers its layout inside, none around",
    arguments: [
      ("记者[姜\n微]、周琳", "姜微"),
      ("北京 [9 月 15 日] 电", "9月15日"),
      ("😀，[习 近 平] 😀", "习近平"),
      ("星系[NGC  6822]、", "NGC 6822"),
      ("\u{FEFF}[中国]", "中国"),
      ("一行。\r\n\r\n[二\r\n行]", "二行"),
    ])
  func cut(marked: String, expected: String) throws {
    let source = String(marked.filter { $0 != "[" && $0 != "]" })
    let text = SourceText(source, layout: .wrapped)
    let place = try #require(text.find(expected))
    let range = text.range(place)
    let before = String(marked.prefix { $0 != "[" })
    let inside = String(marked.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" })
    #expect(text.text(place) == expected)
    #expect(range.scalars.lowerBound == before.unicodeScalars.count)
    #expect(range.scalars.count == inside.unicodeScalars.count)
    #expect(range.utf8.lowerBound == before.utf8.count)
    #expect(range.utf8.count == inside.utf8.count)
    #expect(range.utf16.lowerBound == before.utf16.count)
    #expect(range.utf16.count == inside.utf16.count)
    #expect(text.normalizedRange(sourceScalars: range.scalars) == place)
  }

  @Test("line and column", arguments: [("甲", 1, 1), ("乙", 2, 2), ("丙", 4, 1), ("丁", 5, 3)])
  func lines(character: String, line: Int, column: Int) throws {
    let text = SourceText("甲\n 乙\r\n\r\n丙\r。😀丁", layout: .verbatim)
    let range = text.range(try #require(text.find(character)))
    #expect(range.line == line)
    #expect(range.column == column)
  }

  @Test("the examples of the documentation")
  func examples() {
    let dateline = SourceText("新华社北京 9 月 15 日电（记者姜\n微、周琳）")
    #expect(dateline.text(0..<dateline.count) == "新华社北京9月15日电（记者姜微、周琳）")
    #expect(dateline.range(14..<16).scalars == 18..<21)
    let two = SourceText("汪文斌\n说", layout: .wrapped).range(3..<4)
    #expect(two.utf8 == 10..<13)
    #expect(two.line == 2)
    #expect(SourceText("9 月 15 日").text(0..<5) == "9月15日")
  }

  @Test("empty ranges and empty text")
  func empty() {
    let none = SourceText("")
    #expect(none.range(0..<0) == SourceRange(utf8: 0..<0, scalars: 0..<0, utf16: 0..<0, line: 1, column: 1))
    #expect(none.sentences.isEmpty && none.paragraphs.isEmpty)
    #expect(none.normalizedRange(sourceScalars: 0..<0) == 0..<0)
    let text = SourceText("中 国 ")
    #expect(text.range(1..<1).scalars == 2..<2)
    #expect(text.range(2..<2).scalars == 4..<4)
  }

  @Test(
    "sentences end at end marks with what closes behind them",
    arguments: [
      ("他来了。她走了！", ["他来了。", "她走了！"]),
      ("“前进。”他说。", ["“前进。”", "他说。"]),
      ("坚持人民生命健康……越来越多", ["坚持人民生命健康……", "越来越多"]),
      ("多久?”“多少?”", ["多久?”", "“多少?”"]),
      ("标题\n\n正文；不断", ["标题", "正文；不断"]),
      ("见 a.cn/?b=1 页", ["见a.cn/?b=1页"]),
      ("什么？！", ["什么？！"]),
      ("（完。）", ["（完。）"]),
    ])
  func sentences(source: String, expected: [String]) {
    let text = SourceText(source)
    #expect(text.sentences.map { text.text($0) } == expected)
  }
}
