/// How the cost margin of a record becomes its confidence: the share of right names among those of that margin.
///
/// The curve is counted on annotated text by `Scripts/calibrate.py` and stands in `model/confidence.tsv`; between its
/// points it is linear, in whole numbers, so that every machine gives the same digits.
struct ConfidenceCurve: Sendable {
  /// A margin in thousandths of a nat, and the share of right names in thousandths.
  private var points: [(margin: Int, share: Int)] = []
  /// By the upper bits of a margin: the first point that is not below all margins that have them.
  private var firstPoints: [Int] = []
  private static let step = 256
  private static let stepLimit = 4_096

  /// Adds a point; the margins rise from one to the next.
  mutating func add(margin: Int32, share: Int32) {
    guard margin >= 0, share >= 0, share <= 1_000, Int(margin) > points.last?.margin ?? -1 else { return }
    while firstPoints.count * Self.step <= Int(margin), firstPoints.count < Self.stepLimit {
      firstPoints.append(points.count)
    }
    points.append((Int(margin), Int(share)))
  }

  /// The confidence of a margin, between 0 and 1 with three decimals; 0.5 where no curve was counted.
  func value(margin: Int32) -> Double { Double(share(margin: margin)) / 1_000 }

  /// The same in thousandths.
  func share(margin: Int32) -> Int {
    guard let first = points.first, let last = points.last else { return 500 }
    let margin = Int(margin)
    if margin <= first.margin { return first.share }
    if margin >= last.margin { return last.share }
    var place = firstPoints[min(margin / Self.step, firstPoints.count - 1)]
    while points[place].margin < margin { place += 1 }
    let (below, above) = (points[place - 1], points[place])
    return below.share + (above.share - below.share) * (margin - below.margin) / (above.margin - below.margin)
  }
}
