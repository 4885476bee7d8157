import HanText

extension Fact: Codable {
  /// A key of the object: one of the fixed ones, or the name of an argument.
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static let id = Key(stringValue: "id")
    static let type = Key(stringValue: "type")
    static let range = Key(stringValue: "range")
    static let polarity = Key(stringValue: "polarity")
    static let modality = Key(stringValue: "modality")
    static let source = Key(stringValue: "source")
    static let evidence = Key(stringValue: "evidence")
    static let fixed: Set<String> = ["id", "type", "range", "polarity", "modality", "evidence"]
  }

  /// The names of arguments in the order of the contract. Decoders do not tell the order of keys.
  private static let argumentOrder: [FactType: [String]] = [
    .dateline: ["source", "place", "date", "reporters"],
    .byline: ["credit", "reporters"],
    .role: ["person", "title", "organization"],
    .quotation: ["speaker", "cue", "content", "form", "continues"],
    .measurement: ["subject", "predicate", "of", "figure", "date"],
    .change: ["of", "figure", "direction", "from", "to", "basis"],
    .alias: ["full", "short"],
    .event: ["event", "date", "place"],
  ]

  /// The arguments in the order of the contract; those of users' types as they stand in the text, words behind.
  private static func ordered(_ arguments: [Argument], _ type: FactType) -> [Argument] {
    let order = argumentOrder[type] ?? []
    func place(_ argument: Argument) -> (Int, Int, Int, String) {
      let first: SourceRange? =
        switch argument.value {
        case .argument(let piece): piece.range
        case .list(let pieces): pieces.first?.range
        case .word: nil
        }
      return (
        order.firstIndex(of: argument.name) ?? order.count, first?.utf8.lowerBound ?? .max,
        -(first?.utf8.upperBound ?? 0), argument.name
      )
    }
    return arguments.sorted { place($0) < place($1) }
  }

  /// Reads a fact; its arguments come in the order of the contract, those of users' types in text order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      type: try container.decode(FactType.self, forKey: .type),
      range: try container.decode(SourceRange.self, forKey: .range), arguments: [],
      polarity: try container.decodeIfPresent(String.self, forKey: .polarity),
      modality: try container.decodeIfPresent(String.self, forKey: .modality),
      evidence: try container.decode(Evidence.self, forKey: .evidence))
    for key in container.allKeys where !Key.fixed.contains(key.stringValue) {
      arguments.append(Argument(name: key.stringValue, value: try container.decode(FactValue.self, forKey: key)))
    }
    arguments = Self.ordered(arguments, type)
    moveSource()
  }

  /// Writes a fact.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encode(range, forKey: .range)
    for argument in arguments { try container.encode(argument.value, forKey: Key(stringValue: argument.name)) }
    try container.encodeIfPresent(polarity, forKey: .polarity)
    try container.encodeIfPresent(modality, forKey: .modality)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encode(evidence, forKey: .evidence)
  }
}

extension FactValue: Codable {
  /// Reads an object, an array of objects or a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self) {
      self = .word(word)
    } else if let list = try? container.decode([FactArgument].self) {
      self = .list(list)
    } else {
      self = .argument(try container.decode(FactArgument.self))
    }
  }

  /// Writes an object, an array of objects or a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .word(let word): try container.encode(word)
    case .list(let list): try container.encode(list)
    case .argument(let argument): try container.encode(argument)
    }
  }
}

extension FactArgument: Codable {
  private enum CodingKeys: String, CodingKey {
    case text, range, entity, value
  }

  /// Reads an argument.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      text: try container.decode(String.self, forKey: .text),
      range: try container.decode(SourceRange.self, forKey: .range),
      entity: try container.decodeIfPresent(String.self, forKey: .entity),
      value: try container.decodeIfPresent(EntityValue.self, forKey: .value))
  }

  /// Writes an argument.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(range, forKey: .range)
    try container.encodeIfPresent(entity, forKey: .entity)
    try container.encodeIfPresent(value, forKey: .value)
  }
}
