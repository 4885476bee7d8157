import HanText

/// Why a record stands: the rule that made it and the gazetteer rows it used.
public struct Evidence: Hashable, Sendable, Codable {
  /// The rule's name, for example `person.surname-given` or `figure.count`.
  public var rule: String
  /// The rows, each written `table:surface`, for example `organizations/media.tsv:新华社`.
  public var gazetteer: [String]

  /// Makes evidence of a rule and rows.
  public init(rule: String, gazetteer: [String] = []) {
    self.rule = rule
    self.gazetteer = gazetteer
  }
}

/// The parts of a Chinese personal name.
public struct PersonValue: Hashable, Sendable, Codable {
  /// The family name, `王` of `王宏升`.
  public var surname: String
  /// The given name, `宏升` of `王宏升`; empty where only the surname is written.
  public var given: String

  /// Makes the value of a personal name.
  public init(surname: String, given: String) {
    self.surname = surname
    self.given = given
  }
}

/// The code of a place.
public struct PlaceValue: Hashable, Sendable, Codable {
  /// ISO 3166-1 alpha-2 for countries, six digits of GB/T 2260 for Chinese divisions.
  public var code: String
  /// The codes of the divisions and the country above, nearest first.
  public var parents: [String]

  /// Makes the value of a place.
  public init(code: String, parents: [String]) {
    self.code = code
    self.parents = parents
  }
}

/// The normalised value of a record. Its JSON is the object of the case alone.
public indirect enum EntityValue: Hashable, Sendable {
  /// The parts of a personal name.
  case person(PersonValue)
  /// The code of a place.
  case place(PlaceValue)
  /// A TIMEX3 value.
  case date(DateValue)
  /// A quantity.
  case figure(FigureValue)
}

/// One mention of a thing in the text.
public struct Entity: Hashable, Sendable {
  /// The mention's name in the document: `e1`, `e2`, … in text order.
  public var id: String
  /// What it is.
  public var type: EntityType
  /// The kind within the type, for example `university`; nil where the type has no kinds.
  public var kind: String?
  /// The surface, layout removed.
  public var text: String
  /// The fullest form of the thing's name in the document or the tables; persons, organizations and places only.
  public var canonical: String?
  /// The thing's name in the document (`p3`, `o1`, `l7`), shared by all its mentions.
  public var entity: String?
  /// Where the mention stands in the source.
  public var range: SourceRange
  /// The normalised value, if it has one.
  public var value: EntityValue?
  /// Why the record stands.
  public var evidence: Evidence
  /// Between 0 and 1, three decimals; rises with the cost margin over the best reading without the record.
  public var confidence: Double?
  /// Records inside this one that it hides, for example the place in an organization's name.
  public var parts: [EntityPart]
  /// True for a record that stands inside another and is listed on request only.
  public var isNested: Bool

  /// Makes a record.
  public init(
    id: String, type: EntityType, kind: String? = nil, text: String, canonical: String? = nil,
    entity: String? = nil, range: SourceRange, value: EntityValue? = nil, evidence: Evidence,
    confidence: Double? = nil, parts: [EntityPart] = [], isNested: Bool = false
  ) {
    self.id = id
    self.type = type
    self.kind = kind
    self.text = text
    self.canonical = canonical
    self.entity = entity
    self.range = range
    self.value = value
    self.evidence = evidence
    self.confidence = confidence
    self.parts = parts
    self.isNested = isNested
  }

  /// The value of a figure, else nil.
  public var figure: FigureValue? {
    if case .figure(let value) = value { value } else { nil }
  }
  /// The value of a date, else nil.
  public var date: DateValue? {
    if case .date(let value) = value { value } else { nil }
  }
  /// The parts of a person's name, else nil.
  public var person: PersonValue? {
    if case .person(let value) = value { value } else { nil }
  }
  /// The code of a place, else nil.
  public var place: PlaceValue? {
    if case .place(let value) = value { value } else { nil }
  }
}

/// A named thing inside a record, which the record hides.
public struct EntityPart: Hashable, Sendable, Codable {
  /// What it is.
  public var type: EntityType
  /// The kind within the type.
  public var kind: String?
  /// The surface, layout removed.
  public var text: String
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes a part.
  public init(type: EntityType, kind: String? = nil, text: String, range: SourceRange) {
    self.type = type
    self.kind = kind
    self.text = text
    self.range = range
  }
}
