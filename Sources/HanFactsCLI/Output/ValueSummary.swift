import HanFacts

/// A value in a few words for people: `4500 项, over, of 技术成果`.
enum ValueSummary {
  /// The words of a record: its value, else its kind.
  static func text(_ entity: Entity) -> String {
    let parts: [String?]
    switch entity.value {
    case .figure(let value): return text(value)
    case .date(let value): return text(value)
    case .place(let value): parts = [entity.kind, value.code]
    case .person(let value): parts = [value.given.isEmpty ? nil : "\(value.surname) \(value.given)"]
    case nil: parts = [entity.kind]
    }
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private static func text(_ value: DateValue) -> String {
    var text = value.value
    if let mod = value.mod { text += ", \(mod.rawValue)" }
    if let begin = value.begin, let end = value.end, value.kind == .duration { text += ", \(begin) to \(end)" }
    return text
  }

  private static func text(_ value: FigureValue) -> String {
    var text = value.score ?? value.value.map { "\($0)" } ?? ""
    if let low = value.min, let high = value.max {
      text = "\(low)–\(high)"
    } else if let bound = value.min ?? value.max, text.isEmpty {
      text = "\(bound)"
    }
    if let numerator = value.numerator, let denominator = value.denominator { text = "\(numerator)/\(denominator)" }
    if let unit = value.canonicalUnit ?? value.unit { text += unit == "%" ? "%" : " \(unit)" }
    if value.approximation != .exact { text += ", \(value.approximation.rawValue)" }
    if value.kind != .count, value.kind != .percent, value.kind != .money { text += ", \(value.kind.rawValue)" }
    if let of = value.of { text += ", of \(of.text)" }
    return text
  }
}
