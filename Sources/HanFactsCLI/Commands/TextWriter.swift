import HanFacts

/// Compact JSON laid out for people.
struct PrettyJSONWriter: DocumentWriter {
  private var inner = JSONWriter()
  private var bytes: [UInt8] = []

  mutating func begin(into out: inout [UInt8]) { inner.begin(into: &bytes) }
  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    inner.write(document, source: source, into: &bytes)
  }
  mutating func end(into out: inout [UInt8]) {
    inner.end(into: &bytes)
    out.append(contentsOf: indentedJSON(bytes))
  }
}

/// Records for people: aligned columns, colours on a terminal.
struct TextWriter: DocumentWriter {
  let isColored: Bool

  mutating func begin(into out: inout [UInt8]) {}
  mutating func end(into out: inout [UInt8]) {}

  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    var text = paint(document.id, "1")
    text += "  \(document.entities.count) records, \(document.facts.count) facts"
    if let reference = document.referenceDate { text += ", reference date \(reference.value) (\(reference.from.rawValue))" }
    text += "\n"
    for entity in document.entities {
      let place = "\(entity.range.line):\(entity.range.column)"
      text += "  " + pad(place, 9) + paint(pad(entity.type.rawValue, 14), Self.color(entity.type))
      text += pad(entity.text, 34) + " " + detail(entity) + "\n"
    }
    for fact in document.facts { text += "  " + FactLine.text(fact) + "\n" }
    out.append(contentsOf: text.utf8)
  }

  private func detail(_ entity: Entity) -> String {
    switch entity.value {
    case .date(let value):
      return [value.kind.rawValue, value.value, value.mod?.rawValue].compactMap { $0 }.joined(separator: " ")
    case .figure(let value):
      var parts = [value.kind.rawValue]
      if let number = value.value { parts.append("\(number)") }
      if let low = value.min { parts.append("\(low)–\(value.max.map { "\($0)" } ?? "")") }
      if let unit = value.canonicalUnit ?? value.unit { parts.append(unit) }
      if value.approximation != .exact { parts.append("(\(value.approximation.rawValue))") }
      if let of = value.of { parts.append("of \(of.text)") }
      return parts.joined(separator: " ")
    case .place(let value): return [entity.kind ?? "", value.code].joined(separator: " ")
    default:
      let canonical = entity.canonical.map { $0 == entity.text ? "" : "= \($0)" } ?? ""
      return [entity.kind ?? "", canonical].filter { !$0.isEmpty }.joined(separator: " ")
    }
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
    default: "37"
    }
  }

  /// Fills up to a width in columns of the terminal.
  private func pad(_ text: String, _ width: Int) -> String {
    let used = DisplayWidth.of(text)
    return used < width ? text + String(repeating: " ", count: width - used) : text + " "
  }
}

/// The columns that a text takes on a terminal.
enum DisplayWidth {
  /// Wide and full-width characters (Unicode Standard Annex 11) take two columns.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1.value) }
  }

  private static func of(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2014, 0xB7: 1
    default: 1
    }
  }
}

/// A fact as one short line.
enum FactLine {
  static func text(_ fact: Fact) -> String {
    var parts: [String] = []
    for argument in fact.arguments {
      switch argument.value {
      case .argument(let value): parts.append("\(argument.name)=\(short(value.text))")
      case .list(let values): parts.append("\(argument.name)=\(values.map(\.text).joined(separator: "、"))")
      case .word(let word): parts.append("\(argument.name)=\(word)")
      }
    }
    if let polarity = fact.polarity { parts.append(polarity) }
    if let modality = fact.modality { parts.append(modality) }
    return "\(fact.range.line):\(fact.range.column) \(fact.type.rawValue): " + parts.joined(separator: " ")
  }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count > 40 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…" : text
  }
}
