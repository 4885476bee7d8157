import HanFacts

/// A fact as one short line for people: `role  person 王宏升, title 工程师`.
enum FactLine {
  private static let widest = 60

  /// The arguments and what qualifies them.
  static func text(_ fact: Fact) -> String {
    var parts = fact.arguments.map { "\($0.name) \(text($0.value))" }
    if let source = fact.source { parts.append("source \(source.text)") }
    if let polarity = fact.polarity { parts.append(polarity) }
    if let modality = fact.modality { parts.append(modality) }
    return parts.joined(separator: ", ")
  }

  private static func text(_ value: FactValue) -> String {
    switch value {
    case .argument(let argument): DisplayWidth.cut(argument.text, widest)
    case .list(let arguments): DisplayWidth.cut(arguments.map(\.text).joined(separator: "、"), widest)
    case .word(let word): word
    }
  }
}
