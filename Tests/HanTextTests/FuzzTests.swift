import Testing

@testable import HanText

@Suite("Fuzz")
struct FuzzTests {
  private static let pieces = [
    "中", "国", "姜", "。", "，", "、", "“", "”", "（", "）", "《", "》", "；", "：", "…", "—", "·", "\n", "\n\n", "\r\n",
    "\r", " ", "  ", "\t", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{200D}", "A", "b", "1", "20", ".", ",", "-", "/", "%",
    "# ", "- ", "1. ", "一、", "一是", "😀", "𠀀", "\u{0}", "\u{85}", "\u{2028}", "한", "é", "！", "?", "\"",
    "会晤期间中德欧领导人就中欧关系以及双方在经贸", "新华社北京电", "long latin words here",
  ]

  @Test("texts of random pieces keep the invariants", arguments: 0..<8)
  func randomTexts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      let length = Int.random(in: 0..<40, using: &generator)
      let source = (0..<length).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      for layout in LayoutMode.allCases {
        let broken = brokenInvariant(of: SourceText(source, layout: layout))
        #expect(broken == nil, "\(source.debugDescription) \(layout)")
      }
    }
  }

  @Test("random bytes are refused where the standard library repairs them, and never crash", arguments: 0..<4)
  func randomBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let likely: [UInt8] = [
      0x0A, 0x20, 0x41, 0x80, 0xBF, 0xC2, 0xE4, 0xB8, 0xAD, 0xED, 0xA0, 0xF0, 0x9F, 0x98, 0xF4, 0xFF,
    ]
    for _ in 0..<1000 {
      let length = Int.random(in: 0..<24, using: &generator)
      let bytes = (0..<length).map { _ in likely.randomElement(using: &generator) ?? 0 }
      let repaired = try SourceEncoding.utf8.decode(bytes, lossy: true)
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(((try? SourceText(utf8: bytes)) != nil) == (repaired == bytes))
      #expect(brokenInvariant(of: try SourceText(utf8: repaired)) == nil)
      for encoding in [SourceEncoding.gb18030, .utf16] {
        let decoded = try encoding.decode(bytes, lossy: true)
        #expect(try SourceEncoding.utf8.decode(decoded) == decoded)
      }
    }
  }

  @Test("a long line is handled like a short one")
  func longLine() {
    let source = String(repeating: "中国 9 月", count: 100_000)
    let text = SourceText(source)
    #expect(text.count == 400_000)
    #expect(text.paragraphs == [0..<400_000])
    #expect(text.range(399_999..<400_000).scalars == 599_999..<600_000)
  }
}
