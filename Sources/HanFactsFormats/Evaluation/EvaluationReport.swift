import HanFacts

/// The scores of an evaluation and the list of what is wrong.
public struct EvaluationReport: Hashable, Sendable {
  /// The outcomes of one type.
  public struct OfType: Hashable, Sendable {
    /// The type.
    public var type: EntityType
    /// Its outcomes by scheme.
    public var counts: [EvaluationScheme: EvaluationCounts]
  }

  /// How many gold documents were compared.
  public var documents = 0
  /// The outcomes over all types: a mention of one type may pair with one of another.
  public var overall: [EvaluationScheme: EvaluationCounts] = [:]
  /// The outcomes of each type alone, in the order of the documentation.
  public var types: [OfType] = []
  /// The differences, document by document in text order.
  public var errors: [EvaluationFinding] = []
  /// What is doubtful: documents without partner, offsets that do not fit.
  public var notes: [String] = []

  /// The outcomes under a scheme over all types.
  public subscript(scheme: EvaluationScheme) -> EvaluationCounts { overall[scheme] ?? EvaluationCounts() }

  /// The outcomes of a type under a scheme.
  public subscript(type: EntityType, scheme: EvaluationScheme) -> EvaluationCounts {
    types.first { $0.type == type }?.counts[scheme] ?? EvaluationCounts()
  }
}

extension EvaluationReport {
  /// Tables of the scores and the list of errors, for people; lines end with LF.
  public var text: String { text(errorLimit: nil) }

  /// Tables of the scores and at most so many errors; nil lists all.
  public func text(errorLimit: Int?) -> String {
    var table = [["type", "scheme", "COR", "INC", "PAR", "MIS", "SPU", "precision", "recall", "F1"]]
    let all = [("all", overall)] + types.map { ($0.type.rawValue, $0.counts) }
    for (name, counts) in all {
      for scheme in EvaluationScheme.allCases {
        let row = counts[scheme] ?? EvaluationCounts()
        let numbers = [row.correct, row.incorrect, row.partial, row.missed, row.spurious].map(String.init)
        let scores = [row.precision, row.recall, row.f1].map { Self.score($0) }
        table.append([scheme == .strict ? name : "", scheme.rawValue] + numbers + scores)
      }
    }
    var text = notes.map { "note: \($0)\n" }.joined()
    text += Self.layOut(table)
    let listed = errorLimit.map { errors.prefix(max(0, $0)) } ?? errors[...]
    if !listed.isEmpty { text += "\n\(errors.count) error\(errors.count == 1 ? "" : "s")\n" }
    for finding in listed { text += finding.listing }
    if listed.count < errors.count, !listed.isEmpty { text += "… \(errors.count - listed.count) more\n" }
    return text
  }

  private static func layOut(_ table: [[String]]) -> String {
    let widths = (0..<10).map { column in table.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return table.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return column < 2 ? cell + blanks : blanks + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A score with four decimals.
  static func score(_ value: Double) -> String {
    let parts = Int((value * 10_000).rounded())
    return "\(parts / 10_000)." + String(String(10_000 + parts % 10_000).dropFirst())
  }
}

extension EvaluationFinding {
  /// `id:12:3: boundary: gold organization 江苏产研院, predicted organization 产研院: …目前，[江苏{产研院]}已培育…`.
  fileprivate var listing: String {
    var text = document
    if let line, let column { text += ":\(line):\(column)" }
    text += ": \(kind.rawValue):"
    if let gold { text += " gold \(Self.describe(gold))" }
    if gold != nil, predicted != nil { text += "," }
    if let predicted { text += " predicted \(Self.describe(predicted))" }
    if let context { text += ": \(context)" }
    return text + "\n"
  }

  private static func describe(_ mention: EvaluationDocument.Mention) -> String {
    let place = "\(mention.range.lowerBound)..<\(mention.range.upperBound)"
    return "\(mention.type.rawValue) \(mention.text ?? place)"
  }
}
