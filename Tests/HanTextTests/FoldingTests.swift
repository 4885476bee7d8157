import Testing

@testable import HanText

@Suite("Folding")
struct FoldingTests {
  private func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      Unicode.Scalar(FoldingTable.shared.fold(scalar.value)).map { result.append($0) }
    }
    return String(result)
  }

  @Test(
    arguments: [
      ("３９．５％", "39.5%"), ("ＡＩ＋／：", "AI+/:"), ("（，；！？）", "(,;!?)"), ("。、《》“”『』「」", "。、《》“”『』「」"),
      ("甘‧巴•尔・代·拉", "甘·巴·尔·代·拉"), ("－﹣‐‑–−", "------"), ("——―", "———"), ("～〜∼~", "~~~~"),
      ("中華人民共和國國務院", "中华人民共和国国务院"), ("頭髮發財後來", "头发发财后来"), ("裏裡爲為説說", "里里为为说说"),
      ("臺灣海峽颱風", "台湾海峡台风"), ("歐盟於", "欧盟于"), ("乾坤著作藉口瞭望徵羽", "乾坤著作藉口瞭望徵羽"), ("㎡℃Ⅲ①", "㎡℃Ⅲ①"),
      ("二○二三", "二〇二三"), ("Abc", "Abc"), ("😀𠀀", "😀𠀀"),
    ])
  func folds(text: String, expected: String) {
    #expect(fold(text) == expected)
  }

  @Test("folding twice changes nothing more")
  func idempotent() {
    for scalar in UInt32(0)..<0x10000 {
      let once = FoldingTable.shared.fold(scalar)
      #expect(FoldingTable.shared.fold(once) == once)
    }
  }

  @Test("simplified text is left alone")
  func simplified() {
    let text = "我国牵头制定全球首个端边云协同技术国际标准，乾隆、於菟、年釐、大阪、雄于天下"
    #expect(fold(text).replacing("于菟", with: "於菟") == text.replacing("，", with: ","))
  }
}
