import HanFacts

/// Writes records for people: a header a document, aligned columns, colours by type.
///
/// ```
/// seeds/000.txt  9001 characters, 310 records, 42 facts, reference date 2020-09-15 (dateline+text)
///    1:2  organization  新华社    media       新华社
/// ```
struct TextWriter: DocumentWriter {
  private let isColored: Bool
  private var isFirst = true
  private static let widestText = 44
  private static let widestValue = 44

  /// A writer with or without colours.
  init(isColored: Bool) { self.isColored = isColored }

  mutating func begin(into out: inout [UInt8]) {}

  mutating func end(into out: inout [UInt8]) {}

  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    if !isFirst { out.append(0x0A) }
    isFirst = false
    var lines = header(document)
    let rows = document.entities.map(Row.init)
    let place = rows.map(\.place.count).max() ?? 0
    let type = document.entities.map { $0.type.rawValue.count }.max() ?? 0
    let text = min(rows.map { DisplayWidth.of($0.text) }.max() ?? 0, Self.widestText)
    let value = min(rows.map { DisplayWidth.of($0.value) }.max() ?? 0, Self.widestValue)
    for (row, entity) in zip(rows, document.entities) {
      var line = "  " + String(repeating: " ", count: place - row.place.count) + paint(row.place, "2") + "  "
      line += paint(DisplayWidth.padded(entity.type.rawValue, type), Self.color(entity.type)) + "  "
      line += DisplayWidth.padded(DisplayWidth.cut(row.text, Self.widestText), text) + "  "
      line += row.canonical.isEmpty ? row.value : DisplayWidth.padded(row.value, value) + "  " + row.canonical
      lines += Self.withoutTrailingBlanks(line) + "\n"
    }
    if !document.facts.isEmpty { lines += "\n" }
    let factPlaces = document.facts.map { "\($0.range.line):\($0.range.column)" }
    let factPlace = max(factPlaces.map(\.count).max() ?? 0, place)
    let factType = document.facts.map { $0.type.rawValue.count }.max() ?? 0
    for (fact, position) in zip(document.facts, factPlaces) {
      lines += "  " + String(repeating: " ", count: factPlace - position.count) + paint(position, "2") + "  "
      lines += paint(DisplayWidth.padded(fact.type.rawValue, factType), "1") + "  " + FactLine.text(fact) + "\n"
    }
    out.append(contentsOf: lines.utf8)
  }

  /// The words of a record.
  private struct Row {
    var place: String
    var text: String
    var value: String
    var canonical: String

    init(_ entity: Entity) {
      place = "\(entity.range.line):\(entity.range.column)"
      text = entity.text
      value = ValueSummary.text(entity)
      canonical = entity.canonical.map { $0 == entity.text ? "" : $0 } ?? ""
    }
  }

  private func header(_ document: Document) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    var text = paint(document.id, "1") + "  " + count(document.length.scalars, "character")
    text += ", " + count(document.entities.count, "record")
    if !document.facts.isEmpty { text += ", " + count(document.facts.count, "fact") }
    if let date = document.referenceDate { text += ", reference date \(date.value) (\(date.from.rawValue))" }
    return text + "\n"
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func color(_ type: EntityType) -> String {
    switch type {
    case .person: "35"
    case .organization: "34"
    case .place: "32"
    case .date: "33"
    case .figure: "36"
    default: "39"
    }
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
