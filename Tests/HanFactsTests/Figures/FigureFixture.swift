import Foundation
import HanText

@testable import HanFacts

/// The scanner with the tables of this package, and figures written as marked text.
enum FigureFixture {
  static let lexicon: UnitLexicon = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let tables = ["units", "currencies", "classifiers", "qualifiers"].map { name in
      let file = root.appending(path: "Gazetteers/figures/\(name).tsv")
      return (name: name, bytes: [UInt8]((try? Data(contentsOf: file)) ?? Data()))
    }
    return UnitLexicon(tables: tables)
  }()
  static let scanner = FigureScanner(lexicon: lexicon)

  static func candidates(_ text: SourceText) -> [FigureCandidate] {
    var found: [FigureCandidate] = []
    scanner.scan(text, into: &found)
    return found
  }

  /// Takes the marks out of `已有[66家](66 家)伙伴`: the plain text.
  static func plain(_ marked: String) -> String {
    marked.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }
  }

  /// Marks the figures of a text; those weaker than `least` are left out.
  static func marked(_ string: String, least: FigureCandidate.Strength = .plain) -> String {
    let text = SourceText(string, layout: .verbatim)
    var result = ""
    var position = 0
    for candidate in candidates(text) where candidate.strength >= least {
      result += text.text(position..<candidate.range.lowerBound)
      result += "[\(text.text(candidate.range))](\(dump(lexicon.value(of: candidate, in: text))))"
      position = candidate.range.upperBound
    }
    return result + text.text(position..<text.count)
  }

  /// The short form of a value: `over 4500 项`, `20–36 mm`, `rank 4`.
  static func dump(_ value: FigureValue) -> String {
    var parts: [String] = []
    if ![.count, .money, .percent, .measure, .plain].contains(value.kind) { parts.append(value.kind.rawValue) }
    if value.approximation != .exact { parts.append(value.approximation.rawValue) }
    if let score = value.score {
      parts.append(score)
    } else if let number = value.value {
      parts.append(number.description)
    } else if let min = value.min, let max = value.max {
      parts.append("\(min)–\(max)")
    }
    if let unit = value.canonicalUnit ?? value.unit { parts.append(unit) }
    return parts.joined(separator: " ")
  }
}
