/// One difference between the gold and the predicted mentions.
public struct EvaluationFinding: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    /// A gold mention that no prediction overlaps.
    case missed
    /// A prediction that no gold mention overlaps.
    case spurious
    /// The right type over another range.
    case boundary
    /// Another type over the right range.
    case type
    /// Another type over another range.
    case boundaryAndType = "boundary+type"
  }

  /// What is wrong.
  public var kind: Kind
  /// The document's id.
  public var document: String
  /// The gold mention; nil where none is near.
  public var gold: EvaluationDocument.Mention?
  /// The predicted mention; nil where none is near.
  public var predicted: EvaluationDocument.Mention?
  /// Line and column of the start, from 1, where the text is known.
  public var line: Int?
  /// The column, in scalars.
  public var column: Int?
  /// The text around, gold in `[…]` and predicted in `{…}`; nil where the text is not known.
  public var context: String?

  /// The differences of one document in text order.
  static func list(
    id: String, gold: [EvaluationDocument.Mention], predicted: [EvaluationDocument.Mention], context: MentionContext
  ) -> [EvaluationFinding] {
    var pairing = MentionPairing(gold: gold, predicted: predicted)
    _ = pairing.pairEqual { $0.type == $1.type }
    var pairs: [(Kind, Int?, Int?)] = pairing.pairEqual { _, _ in true }.map { (.type, $0.gold, $0.predicted) }
    for index in predicted.indices where pairing.predictedIsFree[index] {
      if let match = pairing.pairClosest(index, where: { $0.type == $1.type }) {
        pairs.append((.boundary, match, index))
      }
    }
    for index in predicted.indices where pairing.predictedIsFree[index] {
      if let match = pairing.pairClosest(index, where: { _, _ in true }) {
        pairs.append((.boundaryAndType, match, index))
      } else {
        pairs.append((.spurious, nil, index))
      }
    }
    pairs += gold.indices.filter { pairing.goldIsFree[$0] }.map { (.missed, $0, nil) }
    let findings = pairs.map { kind, first, second in
      context.finding(kind, document: id, gold: first.map { gold[$0] }, predicted: second.map { predicted[$0] })
    }
    return findings.enumerated().sorted {
      let (left, right) = ($0.element.start, $1.element.start)
      return left != right ? left < right : $0.offset < $1.offset
    }.map(\.element)
  }

  private var start: Int {
    min(gold?.range.lowerBound ?? .max, predicted?.range.lowerBound ?? .max)
  }
}

/// Shows mentions in the text they stand in.
struct MentionContext {
  private let text: [Unicode.Scalar]?
  private let width: Int
  private var lineStarts = [0]

  init(text: [Unicode.Scalar]?, width: Int) {
    self.text = text
    self.width = max(0, width)
    guard let text else { return }
    for (index, scalar) in text.enumerated() {
      let endsLine = scalar == "\n" || (scalar == "\r" && (index + 1 == text.count || text[index + 1] != "\n"))
      if endsLine { lineStarts.append(index + 1) }
    }
  }

  func finding(
    _ kind: EvaluationFinding.Kind, document: String, gold: EvaluationDocument.Mention?,
    predicted: EvaluationDocument.Mention?
  ) -> EvaluationFinding {
    var finding = EvaluationFinding(kind: kind, document: document, gold: gold, predicted: predicted)
    guard let text else { return finding }
    let whole = 0..<text.count
    let ranges = [gold, predicted].map { $0?.range.clamped(to: whole) }
    let start = ranges.compactMap { $0?.lowerBound }.min() ?? 0
    let line = lineStarts.partitioningIndex { $0 > start } - 1
    finding.line = line + 1
    finding.column = start - lineStarts[line] + 1
    finding.context = excerpt(gold: ranges[0], predicted: ranges[1], in: text)
    finding.gold?.text = ranges[0].map { surface(text[$0]) }
    finding.predicted?.text = ranges[1].map { surface(text[$0]) }
    return finding
  }

  private func surface(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.filter { !$0.isLayout || $0 == " " }))
  }

  /// The text from some characters before to some behind, line ends as ⏎.
  private func excerpt(gold: Range<Int>?, predicted: Range<Int>?, in text: [Unicode.Scalar]) -> String {
    let lower = min(gold?.lowerBound ?? .max, predicted?.lowerBound ?? .max)
    let upper = max(gold?.upperBound ?? 0, predicted?.upperBound ?? 0)
    var result = ""
    for index in max(0, lower - width)...min(text.count, upper + width) {
      if index == predicted?.upperBound { result += "}" }
      if index == gold?.upperBound { result += "]" }
      if index == gold?.lowerBound { result += "[" }
      if index == predicted?.lowerBound { result += "{" }
      guard index < min(text.count, upper + width) else { break }
      let scalar = text[index]
      if scalar == "\r" { continue }
      result.unicodeScalars.append(scalar.breaksLine ? (scalar == "\n" ? "⏎" : " ") : scalar)
    }
    return result
  }
}

extension [Int] {
  /// The first index whose element fulfils a predicate that stays true once it is; the count if none does.
  func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
