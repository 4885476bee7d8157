/// How the cost margin of a record becomes its confidence: the share of right names among those of that margin.
///
/// The curve is counted on annotated text by `Scripts/calibrate.py` and stands in `model/confidence.tsv`; between its
/// points it is linear, in whole numbers, so that every machine gives the same digits.
struct ConfidenceCurve: Sendable {
  /// A margin in thousandths of a nat, and the share of right names in thousandths.
  private var points: [(margin: Int, share: Int)] = []

  /// Adds a point; the margins rise from one to the next.
  mutating func add(margin: Int32, share: Int32) {
    guard margin >= 0, share >= 0, share <= 1_000, Int(margin) > points.last?.margin ?? -1 else { return }
    points.append((Int(margin), Int(share)))
  }

  /// The confidence of a margin, between 0 and 1 with three decimals; 0.5 where no curve was counted.
  func value(margin: Int32) -> Double {
    guard let first = points.first, let last = points.last else { return 0.5 }
    let margin = Int(margin)
    if margin <= first.margin { return Double(first.share) / 1_000 }
    var below = first
    for point in points {
      if margin <= point.margin {
        let width = point.margin - below.margin
        return Double(below.share + (point.share - below.share) * (margin - below.margin) / max(width, 1)) / 1_000
      }
      below = point
    }
    return Double(last.share) / 1_000
  }
}
