import HanFacts

extension DiffDocument {
  /// The records of an extraction.
  ///
  /// - Parameters:
  ///   - document: the records
  ///   - text: the decoded source in UTF-8, if it is at hand; it helps to say which of several equal records is gone
  ///   - keepsEvidence: whether evidence is to be compared
  public init(_ document: Document, text: [UInt8]? = nil, keepsEvidence: Bool = false) {
    var builder = Builder(keepsEvidence: keepsEvidence)
    var canonicals: [String: String] = [:]
    for entity in document.entities {
      if let name = entity.entity, let canonical = entity.canonical { canonicals[name] = canonical }
      builder.append(
        RecordLine(RecordLine.Mention(entity)), place: RecordPlace(entity.range),
        utf8Start: entity.range.utf8.lowerBound,
        evidence: EvidenceText.of(entity.evidence.rule, entity.evidence.gazetteer, entity.confidence.map { "\($0)" }))
    }
    for fact in document.facts {
      builder.append(
        RecordLine(RecordLine.FactParts(fact, canonicals)), place: RecordPlace(fact.range),
        utf8Start: fact.range.utf8.lowerBound,
        evidence: EvidenceText.of(fact.evidence.rule, fact.evidence.gazetteer, nil))
    }
    self.init(builder, id: document.id, text: text)
  }
}

/// Evidence in one line.
enum EvidenceText {
  static func of(_ rule: String, _ rows: [String], _ confidence: String?) -> String {
    var parts = [rule]
    if !rows.isEmpty { parts.append("[\(rows.joined(separator: ", "))]") }
    if let confidence { parts.append(confidence) }
    return parts.joined(separator: " ")
  }
}

extension RecordLine.Mention {
  init(_ entity: Entity) {
    self.init(
      type: entity.type.rawValue, kind: entity.kind, text: entity.text, canonical: entity.canonical,
      value: entity.value.map { ValueFields($0) },
      isNested: entity.isNested)
  }
}

extension RecordLine.Argument {
  init(_ argument: FactArgument, _ canonicals: [String: String]) {
    self.init(
      text: argument.text, canonical: argument.entity.flatMap { canonicals[$0] },
      value: argument.value.map { ValueFields($0) })
  }
}

extension RecordLine.FactParts {
  init(_ fact: Fact, _ canonicals: [String: String]) {
    self.init(type: fact.type.rawValue, polarity: fact.polarity, modality: fact.modality)
    source = fact.source.map { .init($0, canonicals) }
    for argument in fact.arguments {
      switch argument.value {
      case .argument(let one): append(argument.name, [.init(one, canonicals)])
      case .list(let several): append(argument.name, several.map { .init($0, canonicals) })
      case .word(let word): append(argument.name, word: word)
      }
    }
  }
}
