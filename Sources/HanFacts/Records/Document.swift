import HanText

/// All records of one text.
public struct Document: Hashable, Sendable {
  /// The length of the source text.
  public struct Length: Hashable, Sendable, Codable {
    /// In UTF-8 bytes.
    public var utf8: Int
    /// In Unicode scalars.
    public var scalars: Int

    /// Makes a length.
    public init(utf8: Int, scalars: Int) {
      self.utf8 = utf8
      self.scalars = scalars
    }
  }

  /// The version of the record format.
  public static let schema = "hanfacts/1"

  /// The path as given, `-` for standard input, or the id of the JSONL line.
  public var id: String
  /// The length of the source.
  public var length: Length
  /// The date that relative dates were resolved against, if one is known.
  public var referenceDate: ReferenceDate?
  /// The mentions in text order; an outer one before those inside it.
  public var entities: [Entity]
  /// The facts in text order.
  public var facts: [Fact]

  /// Makes a document record.
  public init(
    id: String, length: Length, referenceDate: ReferenceDate? = nil, entities: [Entity] = [], facts: [Fact] = []
  ) {
    self.id = id
    self.length = length
    self.referenceDate = referenceDate
    self.entities = entities
    self.facts = facts
  }
}
