import Testing

@testable import HanText

@Suite("Spacing")
struct SpacingTests {
  @Test(
    "white space is layout but between Latin words",
    arguments: [
      ("新华社北京 9 月 15 日电", "新华社北京9月15日电"),
      ("9月 14日", "9月14日"),
      ("从 0 到 1", "从0到1"),
      ("“ 90 后”工程师", "“90后”工程师"),
      ("前沿做好“AI 后盾”", "前沿做好“AI后盾”"),
      ("不规则星系NGC 6822、球状", "不规则星系NGC 6822、球状"),
      ("协会(IEEE SA)正式", "协会(IEEE SA)正式"),
      ("TOF  PET/MR等", "TOF PET/MR等"),
      ("全球 55 国", "全球55国"),
      ("增长 39.5 %，", "增长39.5%，"),
      ("气温 20 ℃", "气温20℃"),
      ("人名\u{3000}地名", "人名地名"),
      ("A\u{3000}B", "A B"),
      ("ＡＢ　ＣＤ", "ＡＢ ＣＤ"),
      ("中\u{200B}国\u{FEFF}人", "中国人"),
      ("\u{FEFF}中国", "中国"),
      ("say “hello world” to", "say “hello world” to"),
      ("AI “大脑”", "AI“大脑”"),
      ("中国 — 东盟", "中国—东盟"),
      ("A — B", "A — B"),
      ("Hello, world! 你好", "Hello, world!你好"),
      ("  \t 中国 \t ", "中国"),
      ("\u{0}中\u{1}国", "\u{0}中\u{1}国"),
      ("대한 민국", "대한 민국"),
      ("", ""),
      (" \n \u{3000}\n", ""),
    ])
  func spaces(source: String, expected: String) {
    #expect(stream(source) == expected)
  }

  @Test(
    "a wrapped line end is a blank between Latin words only; numbers run on",
    arguments: [
      ("记者姜\n微", "记者姜微"),
      ("推出了模型\nGrok，", "推出了模型Grok，"),
      ("the quick\nbrown fox", "the quick brown fox"),
      ("国际标准IEEE\r\nSA", "国际标准IEEE SA"),
      ("世界首款PET-\nCT", "世界首款PET-CT"),
      ("增长3.\n5万", "增长3.5万"),
      ("20\n25年", "2025年"),
      ("15,\n000", "15,000"),
      ("15\n,000", "15,000"),
      ("2020年,\n394家", "2020年,394家"),
      ("20—\n36毫米", "20—36毫米"),
      ("20\n—36毫米", "20—36毫米"),
      ("0°C\n,17日", "0°C,17日"),
      ("惠世界(\n2026)", "惠世界(2026)"),
      ("16\nP算力", "16P算力"),
      ("G\n20峰会", "G20峰会"),
      ("PET\n-CT", "PET-CT"),
      ("Windows\n10", "Windows 10"),
      ("in 2020\nChina", "in 2020 China"),
      ("欧洲—\n中国", "欧洲—中国"),
    ])
  func wrapped(source: String, expected: String) {
    #expect(stream(source, .wrapped) == expected)
  }
}

@Suite("Flags")
struct FlagTests {
  /// The flags of the characters as letters: s space, l line break, w wide gap, p paragraph start, - none.
  private func flags(_ source: String, _ layout: LayoutMode = .auto) -> String {
    let names: [(UInt8, Character)] = [(1, "s"), (2, "l"), (4, "w"), (8, "p")]
    return SourceText(source, layout: layout).flags.map { flag in
      let letters = names.filter { flag & $0.0 != 0 }.map(\.1)
      return letters.isEmpty ? "-" : String(letters)
    }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("9 月 15日", "p s s - -"),
      ("白洋 陈秋妤", "p - s - -"),
      ("白洋  陈秋", "p - sw -"),
      ("白洋\u{3000}陈秋", "p - sw -"),
      ("\u{3000}\u{3000}中国", "sp -"),
      ("IEEE SA", "p - - - - s -"),
      ("习 近 平", "p - -"),
      ("成果 习 近 平 说", "p - s - - -"),
      ("成果 习 近 平 表示", "p - s - - s -"),
      ("张 三", "p s"),
      ("习 近 平  总 书 记", "p - - sw - -"),
    ])
  func spaces(source: String, expected: String) {
    #expect(flags(source) == expected)
  }

  @Test("line ends and paragraphs")
  func lines() {
    #expect(flags("中国\n人", .wrapped) == "p - l")
    #expect(flags("中国\n\n人", .wrapped) == "p - - p")
    #expect(flags("中国\n人", .verbatim) == "p - - p")
  }
}
