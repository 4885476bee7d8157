/// Pairs the gold and the predicted mentions of one text, each used once.
///
/// Equal mentions are paired first, then each prediction in text order takes the first gold mention left that it
/// overlaps. Where mentions do not overlap among themselves this is what nervaluate 1.2 does; where they nest, an
/// equal pair is never lost to an outer mention that came before it.
struct MentionPairing {
  typealias Mention = EvaluationDocument.Mention

  let gold: [Mention]
  let predicted: [Mention]
  private let longest: Int
  private(set) var goldIsFree: [Bool]
  private(set) var predictedIsFree: [Bool]

  /// Takes mentions in text order.
  init(gold: [Mention], predicted: [Mention]) {
    self.gold = gold
    self.predicted = predicted
    longest = gold.map(\.range.count).max() ?? 0
    goldIsFree = Array(repeating: true, count: gold.count)
    predictedIsFree = Array(repeating: true, count: predicted.count)
  }

  /// Text order: by start, the longer first, then by type.
  static func sorted(_ mentions: [Mention]) -> [Mention] {
    mentions.sorted {
      if $0.range.lowerBound != $1.range.lowerBound { return $0.range.lowerBound < $1.range.lowerBound }
      if $0.range.upperBound != $1.range.upperBound { return $0.range.upperBound > $1.range.upperBound }
      return $0.type.rawValue < $1.type.rawValue
    }
  }

  /// The outcomes under a scheme.
  static func counts(gold: [Mention], predicted: [Mention], scheme: EvaluationScheme) -> EvaluationCounts {
    var pairing = MentionPairing(gold: gold, predicted: predicted)
    var counts = EvaluationCounts()
    let needsType = scheme == .strict || scheme == .type
    counts.correct = pairing.pairEqual { !needsType || $0.type == $1.type }.count
    for index in predicted.indices where pairing.predictedIsFree[index] {
      if scheme == .type, pairing.pairClosest(index, where: { $0.type == $1.type }) != nil {
        counts.correct += 1
      } else if pairing.pairFirst(index) != nil {
        if scheme == .partial { counts.partial += 1 } else { counts.incorrect += 1 }
      } else {
        counts.spurious += 1
      }
    }
    counts.missed = pairing.goldIsFree.count { $0 }
    return counts
  }

  /// Pairs the mentions of equal range for which the condition holds; returns the pairs.
  mutating func pairEqual(where holds: (Mention, Mention) -> Bool) -> [(gold: Int, predicted: Int)] {
    var pairs: [(gold: Int, predicted: Int)] = []
    for index in predicted.indices where predictedIsFree[index] {
      let match = candidates(index).first {
        goldIsFree[$0] && gold[$0].range == predicted[index].range && holds(gold[$0], predicted[index])
      }
      guard let match else { continue }
      take(match, index)
      pairs.append((match, index))
    }
    return pairs
  }

  /// Pairs a prediction with the first free gold mention it overlaps.
  mutating func pairFirst(_ index: Int) -> Int? {
    let match = candidates(index).first { goldIsFree[$0] && overlaps(gold[$0], predicted[index]) }
    if let match { take(match, index) }
    return match
  }

  /// Pairs a prediction with the free gold mention it overlaps whose ends are the closest.
  mutating func pairClosest(_ index: Int, where holds: (Mention, Mention) -> Bool) -> Int? {
    let range = predicted[index].range
    var best: (match: Int, distance: Int)?
    for match in candidates(index)
    where goldIsFree[match] && overlaps(gold[match], predicted[index]) && holds(gold[match], predicted[index]) {
      let other = gold[match].range
      let distance = abs(other.lowerBound - range.lowerBound) + abs(other.upperBound - range.upperBound)
      if distance < best?.distance ?? .max { best = (match, distance) }
    }
    if let best { take(best.match, index) }
    return best?.match
  }

  private mutating func take(_ match: Int, _ index: Int) {
    goldIsFree[match] = false
    predictedIsFree[index] = false
  }

  /// Overlap counts from a hundredth of the gold mention on, as in nervaluate.
  private func overlaps(_ gold: Mention, _ predicted: Mention) -> Bool {
    let overlap = gold.range.clamped(to: predicted.range).count
    return overlap > 0 && overlap > (gold.range.count - 1) / 100
  }

  /// The gold mentions that may overlap a prediction.
  private func candidates(_ index: Int) -> Range<Int> {
    let range = predicted[index].range
    let lower = firstGold { $0.range.lowerBound >= range.lowerBound - longest }
    return lower..<max(lower, firstGold { $0.range.lowerBound >= range.upperBound })
  }

  private func firstGold(where holds: (Mention) -> Bool) -> Int {
    var low = 0
    var high = gold.count
    while low < high {
      let middle = (low + high) / 2
      if holds(gold[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
