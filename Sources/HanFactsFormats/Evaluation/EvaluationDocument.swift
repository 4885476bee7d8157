import HanFacts

/// The mentions of one text, from a gold file or from an extraction.
public struct EvaluationDocument: Hashable, Sendable {
  /// One mention.
  public struct Mention: Hashable, Sendable {
    /// What it is.
    public var type: EntityType
    /// Where it stands, in Unicode scalars of the text.
    public var range: Range<Int>
    /// The surface, where the file gives it.
    public var text: String?
    /// Other ranges that are as good; gold only.
    public var alternatives: [Range<Int>]
    /// True where finding it is neither right nor wrong; gold only.
    public var isOptional: Bool

    /// Makes a mention.
    public init(
      type: EntityType, range: Range<Int>, text: String? = nil, alternatives: [Range<Int>] = [],
      isOptional: Bool = false
    ) {
      self.type = type
      self.range = range
      self.text = text
      self.alternatives = alternatives
      self.isOptional = isOptional
    }
  }

  /// The document's name.
  public var id: String
  /// The text, where the file gives it.
  public var text: String?
  /// True where the text has lost its white space, as in CoNLL files; offsets then count the other characters.
  public var isSqueezed: Bool
  /// The mentions in any order.
  public var mentions: [Mention]

  /// Makes a document.
  public init(id: String, text: String? = nil, isSqueezed: Bool = false, mentions: [Mention] = []) {
    self.id = id
    self.text = text
    self.isSqueezed = isSqueezed
    self.mentions = mentions
  }

  /// The mentions of an extraction.
  public init(_ document: Document, text: String? = nil) {
    self.init(
      id: document.id, text: text,
      mentions: document.entities.map { Mention(type: $0.type, range: $0.range.scalars, text: $0.text) })
  }
}
