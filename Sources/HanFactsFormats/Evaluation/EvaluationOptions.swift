import HanFacts

/// What an evaluation compares and lists.
public struct EvaluationOptions: Sendable {
  /// The types to score; nil scores all that occur in the gold documents or in the predicted ones.
  public var types: Set<EntityType>?
  /// How many characters of the text stand on each side of an error.
  public var contextWidth = 12

  /// Makes the default options.
  public init() {}
}
