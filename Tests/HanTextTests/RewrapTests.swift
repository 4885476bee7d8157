import Foundation
import Testing

@testable import HanText

/// The width of a column is no part of a text: a page set anew at another width has the same paragraphs.
@Suite("Re-wrapping")
struct RewrapTests {
  /// How paragraphs are told apart in print.
  enum Form: CaseIterable, Sendable {
    case blankLines, indents
  }

  /// Paragraphs at a width in Chinese characters. Print cuts numbers anywhere, and Latin words nowhere.
  static func set(_ paragraphs: [String], _ form: Form, width: Int) -> String {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A }
    let lines = paragraphs.map { paragraph in
      let scalars = Array(((form == .indents ? "\u{3000}\u{3000}" : "") + paragraph).unicodeScalars)
      var out = String.UnicodeScalarView()
      var start = 0
      while start < scalars.count {
        var end = start
        var columns = 0
        while end < scalars.count {
          columns += scalars[end].value < 0x2000 ? 1 : 2
          if columns > 2 * width { break }
          end += 1
        }
        let full = end
        while end < scalars.count, end > start + 1, isLetter(scalars[end]), isLetter(scalars[end - 1]) { end -= 1 }
        if end == start + 1 { end = full }
        if start > 0 { out.append("\n") }
        out.append(contentsOf: scalars[start..<end].drop { start > 0 && $0 == " " })
        start = end
      }
      return String(out)
    }
    return lines.joined(separator: form == .indents ? "\n" : "\n\n")
  }

  /// The paragraphs of a text, without blanks: a blank at a line end is lost.
  static func found(_ source: String) -> [String] {
    let text = SourceText(source)
    return text.paragraphs.map { text.text($0).filter { $0 != " " } }
  }

  @Test("the same paragraphs at every width", arguments: seedPages().map(\.name), Form.allCases)
  func widths(page: String, form: Form) throws {
    let source = try SourceText(utf8: try #require(seedPages().first { $0.name == page }).bytes)
    // A Markdown heading is one line.
    let paragraphs = source.paragraphs.map { source.text($0) }.filter { !$0.hasPrefix("#") }
    let wanted = paragraphs.map { $0.filter { $0 != " " } }
    for width in 10...60 {
      let again = Self.found(Self.set(paragraphs, form, width: width))
      #expect(again == wanted, "\(page), \(width) characters: \(Set(wanted).symmetricDifference(again))")
    }
  }

  /// Headlines and bylines have no end mark; at some width each is as wide as a full line.
  static let paragraphs = [
    "江苏如皋：花木盆景，香飘四海",
    "本报记者周琳",
    "近日在江苏如皋市城西乡，一千多个品种的花木盆景千姿百态，新颖别致，吸引了成千上万的游客驻足观赏、选购。",
    "当地负责人介绍，今年以来已有六十多家企业在这里设立了苗圃，产品销往二十多个国家和地区，带动了三千多户农民增收。",
    "游客在观赏盆景，孩子们在写生。本报记者姜微摄",
    "下一步，他们还将建设一座盆景博物馆，举办国际盆景大会，并与高校合作培养园艺人才，把这一产业做得更大更强。",
    "图为盆景园一角，远处是苗圃。新华社记者温馨摄",
    "专家认为，这样的做法值得推广，但也要防止一哄而上，避免重复建设，特别要重视品种的保护和市场秩序的维护。",
  ]

  @Test("a headline as wide as the page", arguments: Form.allCases)
  func headlines(form: Form) {
    for width in 10...60 {
      #expect(Self.found(Self.set(Self.paragraphs, form, width: width)) == Self.paragraphs, "\(width) characters")
    }
  }

  @Test("a column break inside a paragraph", arguments: 14...24)
  func columnBreaks(width: Int) {
    // Every paragraph of two lines or more has a blank line behind its first line but one.
    let prose = Self.paragraphs.filter { $0.hasSuffix("。") }
    let columns = prose.map { paragraph in
      var lines = Self.set([paragraph], .blankLines, width: width).components(separatedBy: "\n")
      lines.insert("", at: 2)
      return lines.joined(separator: "\n")
    }
    #expect(Self.found(columns.joined(separator: "\n\n")) == prose)
  }
}
