import HanText
import Testing

@testable import HanFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What the date tests share: the tables of the repository, and marked texts.
enum DateTesting {
  static let tables: DateTables = {
    let root = #filePath.dropLast("Tests/HanFactsTests/Dates/DateTestSupport.swift".count)
    let files = DateTables.names.map { name in
      (name: "dates/\(name).tsv", bytes: readTable(String(root), name))
    }
    do { return try DateTables(files) } catch { fatalError("\(error)") }
  }()
  static let scanner = DateScanner(tables: tables)
  static let resolver = DateResolver(tables: tables)

  /// A table of the repository, wherever its folder of tables stands.
  static func readTable(_ root: String, _ name: String) -> [UInt8] {
    for folder in ["Gazetteers", "Sources/HanFacts/Gazetteers"] {
      let bytes = read("\(root)\(folder)/dates/\(name).tsv")
      if !bytes.isEmpty { return bytes }
    }
    return []
  }

  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  static func candidates(_ text: SourceText) -> [DateCandidate] {
    var found: [DateCandidate] = []
    scanner.scan(text, into: &found)
    return found
  }

  /// The values of a text, weak readings left out.
  static func values(_ text: String, reference: String? = nil) -> [DateValue] {
    let found = candidates(SourceText(text))
    let date = reference.flatMap { ReferenceDate(parsing: $0) }
    return zip(found, resolver.resolve(found, reference: date)).filter { $0.0.strength > .weak }.map(\.1)
  }

  /// The text with every date marked: `在[明年2月](2021-02)`; `mod` behind a semicolon.
  static func marked(_ text: String, reference: String? = nil, weak: Bool = false) -> String {
    let source = SourceText(text)
    let found = candidates(source)
    let date = reference.flatMap { ReferenceDate(parsing: $0) }
    var out = ""
    var position = 0
    for (candidate, value) in zip(found, resolver.resolve(found, reference: date))
    where weak || candidate.strength > .weak {
      out += source.text(position..<candidate.range.lowerBound)
      let mod = value.mod.map { ";" + $0.rawValue } ?? ""
      out += "[\(source.text(candidate.range))](\(value.value)\(mod))"
      position = candidate.range.upperBound
    }
    return out + source.text(position..<source.count)
  }

  /// The text without its marks.
  static func plain(_ marked: String) -> String {
    var out = ""
    var isValue = false
    var previous: Character = " "
    for character in marked {
      switch character {
      case "[": break
      case "]": break
      case "(" where previous == "]": isValue = true
      case ")" where isValue: isValue = false
      default: if !isValue { out.append(character) }
      }
      previous = character
    }
    return out
  }

  /// Checks marked texts: what is marked must come out so, and nothing else.
  static func check(
    _ cases: [String], reference: String? = "2020-09-15", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for expected in cases {
      let got = marked(plain(expected), reference: reference)
      #expect(got == expected, sourceLocation: sourceLocation)
    }
  }
}
