import HanText

/// One argument of a fact: a piece of the text, and the thing it mentions.
public struct FactArgument: Hashable, Sendable {
  /// The surface, layout removed.
  public var text: String
  /// Where it stands in the source.
  public var range: SourceRange
  /// The thing's name in the document, where the argument is a mention of one.
  public var entity: String?
  /// The normalised value, where the argument has one.
  public var value: EntityValue?

  /// Makes an argument.
  public init(text: String, range: SourceRange, entity: String? = nil, value: EntityValue? = nil) {
    self.text = text
    self.range = range
    self.entity = entity
    self.value = value
  }
}

/// What stands under an argument's name: one argument, several, or a plain word.
public enum FactValue: Hashable, Sendable {
  /// One piece of the text.
  case argument(FactArgument)
  /// Several pieces, in text order (`reporters`).
  case list([FactArgument])
  /// A word of the contract, not of the text (`up`, `quoted`, another fact's id).
  case word(String)
}

/// A typed record over mentions.
public struct Fact: Hashable, Sendable {
  /// An argument with its name.
  public struct Argument: Hashable, Sendable {
    /// The name, for example `speaker`.
    public var name: String
    /// What stands under it.
    public var value: FactValue

    /// Makes a named argument.
    public init(name: String, value: FactValue) {
      self.name = name
      self.value = value
    }
  }

  /// The fact's name in the document: `f1`, `f2`, … in text order.
  public var id: String
  /// What it states.
  public var type: FactType
  /// From the first to the last piece it was read from.
  public var range: SourceRange
  /// The arguments in the order of the contract.
  public var arguments: [Argument]
  /// `denied` where the sentence denies it, else nil.
  public var polarity: String?
  /// `planned`, `estimated` or `conditional` where the sentence says so, else nil.
  public var modality: String?
  /// The speaker whose quotation holds the fact.
  public var source: FactArgument?
  /// Why the fact stands.
  public var evidence: Evidence

  /// Makes a fact.
  public init(
    id: String, type: FactType, range: SourceRange, arguments: [Argument], polarity: String? = nil,
    modality: String? = nil, source: FactArgument? = nil, evidence: Evidence
  ) {
    self.id = id
    self.type = type
    self.range = range
    self.arguments = arguments
    self.polarity = polarity
    self.modality = modality
    self.source = source
    self.evidence = evidence
  }

  /// What stands under a name, or nil.
  public subscript(name: String) -> FactValue? {
    arguments.first { $0.name == name }?.value
  }

  /// The single argument under a name, or nil.
  public func argument(_ name: String) -> FactArgument? {
    if case .argument(let argument) = self[name] { argument } else { nil }
  }
}
