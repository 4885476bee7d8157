/// When a predicted mention counts as right: the four schemes of SemEval-2013 task 9.1, as nervaluate defines them.
public enum EvaluationScheme: String, Sendable, CaseIterable, Hashable {
  /// Same range and same type.
  case strict
  /// Same range, whatever the type.
  case exact
  /// Overlap, whatever the type; a range that is not the same counts half.
  case partial
  /// Overlap and same type.
  case type
}

/// The outcomes of one scheme, by the categories of MUC-5.
public struct EvaluationCounts: Hashable, Sendable {
  /// COR: right under the scheme.
  public var correct = 0
  /// INC: overlaps a gold mention, but is not right.
  public var incorrect = 0
  /// PAR: overlaps a gold mention under the scheme `partial`.
  public var partial = 0
  /// MIS: a gold mention that nothing overlaps.
  public var missed = 0
  /// SPU: a prediction that overlaps no gold mention.
  public var spurious = 0

  /// Makes counts of nought.
  public init() {}

  /// Gold mentions: COR + INC + PAR + MIS.
  public var possible: Int { correct + incorrect + partial + missed }
  /// Predicted mentions: COR + INC + PAR + SPU.
  public var actual: Int { correct + incorrect + partial + spurious }
  /// The share of predictions that are right, a partial one counting half; 0 without predictions.
  public var precision: Double { actual == 0 ? 0 : (Double(correct) + 0.5 * Double(partial)) / Double(actual) }
  /// The share of gold mentions that were found, a partial one counting half; 0 without gold mentions.
  public var recall: Double { possible == 0 ? 0 : (Double(correct) + 0.5 * Double(partial)) / Double(possible) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  /// Adds the outcomes of another text.
  public static func += (left: inout EvaluationCounts, right: EvaluationCounts) {
    left.correct += right.correct
    left.incorrect += right.incorrect
    left.partial += right.partial
    left.missed += right.missed
    left.spurious += right.spurious
  }
}
