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

  /// Every paragraph is found whole. It may be part of a longer one: a page whose columns cut a paragraph in two shows
  /// that at some widths and not at others.
  @Test("widths", arguments: seedPages().map(\.name), Form.allCases)
  func widths(page: String, form: Form) throws {
    let source = try SourceText(utf8: try #require(seedPages().first { $0.name == page }).bytes)
    // A Markdown heading is one line.
    let paragraphs = source.paragraphs.map { source.text($0) }.filter { !$0.hasPrefix("#") }
    for width in stride(from: 12, through: 40, by: 1) {
      let again = SourceText(Self.set(paragraphs, form, width: width))
      let found = again.paragraphs.map { again.text($0).filter { $0 != " " } }
      let whole = Set(found)
      for paragraph in paragraphs.map({ $0.filter { $0 != " " } }) where !whole.contains(paragraph) {
        #expect(found.contains { $0.contains(paragraph) }, "\(page), \(width) characters: \(paragraph)")
      }
      #expect(found.count * 10 >= paragraphs.count * 9, "\(page), \(width) characters: paragraphs run together")
    }
  }
}
