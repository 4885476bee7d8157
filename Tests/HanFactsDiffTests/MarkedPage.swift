import HanFacts
import HanFactsDiff
import HanText

/// A page whose records are written into its text: `[55家](figure 55 家 of:专业研究所)`.
///
/// What stands in the brackets after the type: of a `figure` its number and unit, of a `date` its value, of a `place` its
/// code; `name:value` sets `kind`, `canonical`, `of` or `approximation`. Facts are given by argument texts, each found
/// at its first place in a paragraph: `measurement: subject=江苏产研院 figure=55家`, one per line after `--`.
struct MarkedPage {
  var paragraphs: [String]
  /// The line width in characters; nil leaves paragraphs whole.
  var width: Int?
  var id = "page.txt"

  init(_ paragraphs: [String], width: Int? = nil, id: String = "page.txt") {
    self.paragraphs = paragraphs
    self.width = width
    self.id = id
  }

  /// The records, as an extraction would give them.
  var document: Document {
    var page = PageBuilder(width: width)
    for paragraph in paragraphs { page.append(paragraph) }
    return Document(
      id: id, length: .init(utf8: page.source.utf8.count, scalars: page.source.unicodeScalars.count),
      entities: page.entities, facts: page.facts)
  }

  var source: [UInt8] {
    var page = PageBuilder(width: width)
    for paragraph in paragraphs { page.append(paragraph) }
    return Array(page.source.utf8)
  }

  /// The records in the form that is compared, with the text.
  var records: DiffDocument { DiffDocument(document, text: source, keepsEvidence: true) }
}

/// Lays out marked paragraphs and makes the records.
private struct PageBuilder {
  let width: Int?
  var source = ""
  var entities: [Entity] = []
  var facts: [Fact] = []
  private var line = 1
  private var column = 1
  private var sizes = (utf8: 0, scalars: 0, utf16: 0)

  init(width: Int?) { self.width = width }

  private struct Position {
    var utf8: Int
    var scalars: Int
    var utf16: Int
    var line: Int
    var column: Int
  }

  private var position: Position {
    Position(utf8: sizes.utf8, scalars: sizes.scalars, utf16: sizes.utf16, line: line, column: column)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    source.unicodeScalars.append(scalar)
    sizes.utf8 += UTF8.width(scalar)
    sizes.scalars += 1
    sizes.utf16 += UTF16.width(scalar)
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private func range(_ start: Position, _ end: Position) -> SourceRange {
    SourceRange(
      utf8: start.utf8..<end.utf8, scalars: start.scalars..<end.scalars, utf16: start.utf16..<end.utf16,
      line: start.line, column: start.column)
  }

  mutating func append(_ marked: String) {
    let parts = marked.split(separator: "\n--", maxSplits: 1)
    let first = entities.count
    var rest = Substring(parts.first ?? "")
    while let open = rest.firstIndex(of: "[") {
      lay(rest[..<open])
      guard let close = rest.firstIndex(of: "]"), let end = rest[close...].firstIndex(of: ")") else { break }
      let text = rest[rest.index(after: open)..<close]
      let start = lay(text)
      let words = rest[rest.index(close, offsetBy: 2)..<end].split(separator: " ").map(String.init)
      mention(String(text), words, range(start, position))
      rest = rest[rest.index(after: end)...]
    }
    lay(rest)
    put("\n")
    if parts.count == 2 {
      for line in parts[1].split(separator: "\n") { fact(String(line), first) }
    }
  }

  /// Puts text down, broken at the width; where it starts, behind a line break.
  @discardableResult
  private mutating func lay(_ text: some StringProtocol) -> Position {
    var start: Position?
    for scalar in text.unicodeScalars {
      if let width, column > width { put("\n") }
      if start == nil { start = position }
      put(scalar)
    }
    return start ?? position
  }

  private static func isOption(_ word: String) -> Bool {
    ["kind:", "canonical:", "of:", "approximation:", "rule:"].contains { word.hasPrefix($0) }
  }

  private mutating func mention(_ text: String, _ words: [String], _ range: SourceRange) {
    let options = Dictionary(
      words.filter(Self.isOption).map { word in
        let halves = word.split(separator: ":", maxSplits: 1)
        return (String(halves[0]), String(halves[1]))
      }, uniquingKeysWith: { first, _ in first })
    let plain = words.filter { !Self.isOption($0) }
    let type = EntityType(rawValue: plain[0])
    var value: EntityValue?
    switch type {
    case .figure:
      var figure = FigureValue(kind: .count, value: ExactDecimal(plain[1]), unit: plain.count > 2 ? plain[2] : nil)
      figure.canonicalUnit = figure.unit
      figure.of = options["of"].map { FigureValue.Of(text: $0, range: range) }
      if let approximation = options["approximation"] { figure.approximation = Approximation(rawValue: approximation) }
      value = .figure(figure)
    case .date: value = .date(DateValue(kind: .date, value: plain[1]))
    case .place where plain.count > 1: value = .place(PlaceValue(code: plain[1], parents: ["CN"]))
    default: break
    }
    let isNamed = [.person, .organization, .place].contains(type)
    let canonical = isNamed ? options["canonical"] ?? text : nil
    entities.append(
      Entity(
        id: "e\(entities.count + 1)", type: type, kind: options["kind"], text: text, canonical: canonical,
        entity: canonical.map { "x\($0)" }, range: range, value: value,
        evidence: Evidence(rule: options["rule"] ?? "test"), confidence: 0.9))
  }

  private mutating func fact(_ line: String, _ firstEntity: Int) {
    let halves = line.split(separator: ":", maxSplits: 1)
    var arguments: [Fact.Argument] = []
    var ranges: [SourceRange] = []
    for word in halves[1].split(separator: " ") {
      let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
      if let entity = entities[firstEntity...].first(where: { $0.text == pair[1] }) {
        ranges.append(entity.range)
        let argument = FactArgument(
          text: entity.text, range: entity.range, entity: entity.entity, value: entity.value)
        arguments.append(.init(name: pair[0], value: .argument(argument)))
      } else {
        let range = ranges.last ?? entities[firstEntity].range
        arguments.append(.init(name: pair[0], value: .argument(FactArgument(text: pair[1], range: range))))
      }
    }
    let first = ranges.min { $0.scalars.lowerBound < $1.scalars.lowerBound } ?? entities[firstEntity].range
    let type = FactType(rawValue: halves[0].trimmingSpaces())
    facts.append(
      Fact(
        id: "f\(facts.count + 1)", type: type, range: first, arguments: arguments, evidence: Evidence(rule: "test")))
  }
}

extension StringProtocol {
  fileprivate func trimmingSpaces() -> String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension Sequence {
  fileprivate func drop(_ predicate: (Element) -> Bool) -> [Element] {
    var rest: [Element] = []
    for element in self where !rest.isEmpty || !predicate(element) { rest.append(element) }
    return rest
  }
}

extension DocumentChanges {
  /// Each change in one line, the test's language: `3:1 changed figure.value 55 → 56`.
  var dump: [String] {
    changes.map { change in
      let place = (change.new?.place ?? change.old?.place).map { "\($0.line):\($0.column) " } ?? ""
      let fields = change.fields.map { " \($0.old ?? "–") → \($0.new ?? "–")" }.joined(separator: ";")
      return "\(place)\(change.title)"
        + (change.changeClass == .changed ? fields : " \((change.new ?? change.old)?.text ?? "")")
    }
  }
}
