import HanText
import Testing

@testable import HanFacts

/// Writes numbers in the notations of Chinese text.
enum NumeralWriter {
  static let lower = Array("零一二三四五六七八九").map(String.init)
  static let capital = Array("零壹贰叁肆伍陆柒捌玖").map(String.init)

  static func chinese(_ value: Int, capital isCapital: Bool = false) -> String {
    guard value > 0 else { return "零" }
    let digits = isCapital ? capital : lower
    let small = isCapital ? ["", "拾", "佰", "仟"] : ["", "十", "百", "千"]
    var groups: [Int] = []
    var rest = value
    while rest > 0 {
      groups.append(rest % 10000)
      rest /= 10000
    }
    var result = ""
    var needsZero = false
    for index in groups.indices.reversed() {
      let group = groups[index]
      if group == 0 {
        needsZero = true
        continue
      }
      if !result.isEmpty, needsZero || group < 1000 { result += "零" }
      needsZero = false
      var written = ""
      var gap = false
      for position in stride(from: 3, through: 0, by: -1) {
        let digit = [1, 10, 100, 1000].indices.contains(position) ? group / [1, 10, 100, 1000][position] % 10 : 0
        if digit == 0 {
          gap = !written.isEmpty
        } else {
          if gap { written += "零" }
          gap = false
          written += digits[digit] + small[position]
        }
      }
      result += written + ["", "万", "亿", "万亿"][index]
    }
    return result
  }

  static func grouped(_ value: Int) -> String {
    var text = Array(String(value))
    var index = text.count - 3
    while index > 0 {
      text.insert(",", at: index)
      index -= 3
    }
    return String(text)
  }

  static func fullWidth(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }
}

@Suite("Numerals read back")
struct NumeralPropertyTests {
  static let notations: [(name: String, write: @Sendable (Int) -> (String, ExactDecimal))] = [
    ("Arabic", { (String($0), ExactDecimal($0)) }),
    ("grouped", { (NumeralWriter.grouped($0), ExactDecimal($0)) }),
    ("full width", { (NumeralWriter.fullWidth(NumeralWriter.grouped($0)), ExactDecimal($0)) }),
    ("Chinese", { (NumeralWriter.chinese($0), ExactDecimal($0)) }),
    ("capital", { (NumeralWriter.chinese($0 + 10, capital: true), ExactDecimal($0 + 10)) }),
    (
      "decimal",
      { ("\($0 / 1000).\(String($0 % 1000 + 1000).dropFirst())", ExactDecimal($0).scaled(byPowerOfTen: -3)) }
    ),
    (
      "万",
      {
        let written = "\($0 / 100).\(String($0 % 100 + 100).dropFirst())万"
        return (written, ExactDecimal($0).scaled(byPowerOfTen: 2))
      }
    ),
  ]

  @Test("10,000 random values in each notation", arguments: notations.indices)
  func readsBack(notation: Int) {
    var generator = SeededGenerator(state: 0x5EED + UInt64(notation))
    let notation = Self.notations[notation]
    var written: [String] = []
    var expected: [ExactDecimal] = []
    for _ in 0..<10_000 {
      let digits = Int.random(in: 1...15, using: &generator)
      var limit = 1
      for _ in 0..<digits { limit *= 10 }
      let (text, value) = notation.write(Int.random(in: 1..<limit, using: &generator))
      written.append(text + "吨")
      expected.append(value)
    }
    let text = SourceText(written.joined(separator: "；"))
    let read = FigureFixture.candidates(text).map { FigureFixture.lexicon.value(of: $0, in: text).value }
    #expect(read.count == expected.count)
    let firstWrong = zip(read, expected).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(firstWrong == nil, "\(notation.name): \(firstWrong.map { written[$0] } ?? "")")
  }

  @Test("A numeral of a million characters is refused", arguments: ["1", "一", "十", "万", "三五", "1,", "〇", "1.", "百分之"])
  func million(unit: String) {
    let text = SourceText(
      String(repeating: unit, count: (unit == "1" || unit == "一" ? 1_000_000 : 100_000) / unit.unicodeScalars.count),
      layout: .verbatim)
    var found: [FigureCandidate] = []
    var refusals: [FigureRefusal]? = []
    FigureFixture.scanner.scan(text, into: &found, refusals: &refusals)
    if unit == "1" {
      #expect(found.isEmpty)
      #expect(refusals?.first?.reason == .tooLong)
    }
  }
}
