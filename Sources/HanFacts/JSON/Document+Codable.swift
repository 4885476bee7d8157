import HanText

/// The shapes of ``Document/json(isPretty:)``, for encoders and decoders of any format.
extension Document: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, id, length, referenceDate, entities, facts
  }

  /// Reads a document record; one of another schema is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "the schema is '\(schema)' where '\(Self.schema)' is read")
    }
    self.init(
      id: try container.decode(String.self, forKey: .id),
      length: try container.decode(Length.self, forKey: .length),
      referenceDate: try container.decodeIfPresent(ReferenceDate.self, forKey: .referenceDate),
      entities: try container.decodeIfPresent([Entity].self, forKey: .entities) ?? [],
      facts: try container.decodeIfPresent([Fact].self, forKey: .facts) ?? [])
  }

  /// Writes a document record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(id, forKey: .id)
    try container.encode(length, forKey: .length)
    try container.encodeIfPresent(referenceDate, forKey: .referenceDate)
    try container.encode(entities, forKey: .entities)
    try container.encode(facts, forKey: .facts)
  }
}

extension Entity: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, type, kind, text, canonical, entity, range, value, evidence, confidence, parts
    case isNested = "nested"
  }

  /// Reads a record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      type: try container.decode(EntityType.self, forKey: .type),
      kind: try container.decodeIfPresent(String.self, forKey: .kind),
      text: try container.decode(String.self, forKey: .text),
      canonical: try container.decodeIfPresent(String.self, forKey: .canonical),
      entity: try container.decodeIfPresent(String.self, forKey: .entity),
      range: try container.decode(SourceRange.self, forKey: .range),
      value: try container.decodeIfPresent(EntityValue.self, forKey: .value),
      evidence: try container.decode(Evidence.self, forKey: .evidence),
      confidence: try container.decodeIfPresent(Double.self, forKey: .confidence),
      parts: try container.decodeIfPresent([EntityPart].self, forKey: .parts) ?? [],
      isNested: try container.decodeIfPresent(Bool.self, forKey: .isNested) ?? false)
  }

  /// Writes a record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(kind, forKey: .kind)
    try container.encode(text, forKey: .text)
    try container.encodeIfPresent(canonical, forKey: .canonical)
    try container.encodeIfPresent(entity, forKey: .entity)
    try container.encode(range, forKey: .range)
    try container.encodeIfPresent(value, forKey: .value)
    try container.encode(evidence, forKey: .evidence)
    try container.encodeIfPresent(confidence, forKey: .confidence)
    if !parts.isEmpty { try container.encode(parts, forKey: .parts) }
    if isNested { try container.encode(true, forKey: .isNested) }
  }
}

extension Evidence {
  private enum CodingKeys: String, CodingKey {
    case rule, gazetteer
  }

  /// Reads evidence; `gazetteer` may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rule: try container.decode(String.self, forKey: .rule),
      gazetteer: try container.decodeIfPresent([String].self, forKey: .gazetteer) ?? [])
  }

  /// Writes evidence; `gazetteer` is left out where no row was used.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    if !gazetteer.isEmpty { try container.encode(gazetteer, forKey: .gazetteer) }
  }
}

extension EntityValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case surname, code, kind
  }

  /// Reads the object of a case; what it holds tells which.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if container.contains(.surname) {
      self = .person(try PersonValue(from: decoder))
    } else if container.contains(.code) {
      self = .place(try PlaceValue(from: decoder))
    } else {
      switch try container.decode(DateKind.self, forKey: .kind) {
      case .date, .time, .duration, .set: self = .date(try DateValue(from: decoder))
      default: self = .figure(try FigureValue(from: decoder))
      }
    }
  }

  /// Writes the object of the case alone.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .person(let value): try value.encode(to: encoder)
    case .place(let value): try value.encode(to: encoder)
    case .date(let value): try value.encode(to: encoder)
    case .figure(let value): try value.encode(to: encoder)
    }
  }
}
