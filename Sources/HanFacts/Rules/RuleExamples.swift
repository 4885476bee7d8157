/// Tries the examples of rules.
enum RuleExamples {
  /// What an example shows otherwise than it says, or nil.
  static func failure(of example: Rule.Example, rule: Rule, extractor: Extractor) -> String? {
    let document = extractor.extract(example.text)
    var found: [Set<String>] = []
    switch rule.record {
    case .entity(let type):
      found = document.entities.filter { $0.type == type && $0.evidence.rule == rule.name }.map { [$0.text] }
    case .fact(let type):
      found = document.facts.filter { $0.type == type && $0.evidence.rule == rule.name }.map { Set(pairs(of: $0)) }
    }
    let shown = found.map { $0.sorted().joined(separator: " ") }.joined(separator: "; ")
    if !example.isPositive {
      return found.isEmpty ? nil : "rule '\(rule.name)' must find nothing in \"\(example.text)\", found \(shown)"
    }
    if found.isEmpty { return "rule '\(rule.name)' finds nothing in \"\(example.text)\"" }
    switch rule.record {
    case .entity:
      for text in example.expected where !found.contains([text]) {
        return "rule '\(rule.name)' must find \"\(text)\" in \"\(example.text)\", found \(shown)"
      }
    case .fact:
      if !found.contains(where: { $0.isSuperset(of: example.expected) }) {
        return
          "rule '\(rule.name)' must find \(example.expected.joined(separator: " ")) in \"\(example.text)\", found \(shown)"
      }
    }
    return nil
  }

  /// The arguments of a fact as `name=text`.
  static func pairs(of fact: Fact) -> [String] {
    fact.arguments.map { argument in
      switch argument.value {
      case .argument(let piece): "\(argument.name)=\(piece.text)"
      case .list(let pieces): "\(argument.name)=\(pieces.map(\.text).joined(separator: "、"))"
      case .word(let word): "\(argument.name)=\(word)"
      }
    }
  }
}
