/// Pairs records that are alike within one stretch between two pairs of equal ones.
struct NearPairing {
  let old: DiffDocument
  let new: DiffDocument
  /// How far the text was shifted before and behind the stretch, in scalars; nil where places are not known.
  private let shifts: [Int]?
  /// The records to pair; afterwards those that have no partner.
  var oldIndices: [Int] = []
  var newIndices: [Int] = []
  private(set) var pairs: [RecordPairing.Pair] = []

  /// Stretches of more combinations than this are paired within a window.
  static let smallStretch = 16_384
  /// How far apart in rank two records of a large stretch may stand.
  static let window = 12

  init(old: DiffDocument, new: DiffDocument, stretch: RecordPairing.Stretch) {
    self.old = old
    self.new = new
    guard !old.places.isEmpty, !new.places.isEmpty else {
      shifts = nil
      return
    }
    var shifts: [Int] = []
    if let before = old.place(before: stretch.old), let newBefore = new.place(before: stretch.new) {
      shifts.append(newBefore.scalars.upperBound - before.scalars.upperBound)
    } else {
      shifts.append(0)
    }
    if stretch.old.upperBound < old.count, stretch.new.upperBound < new.count {
      let (behind, newBehind) = (old.places[stretch.old.upperBound], new.places[stretch.new.upperBound])
      shifts.append(newBehind.scalars.lowerBound - behind.scalars.lowerBound)
    }
    self.shifts = shifts
  }

  mutating func run() {
    guard !oldIndices.isEmpty, !newIndices.isEmpty else { return }
    let oldLines = oldIndices.map { old.line($0) }
    let newLines = newIndices.map { new.line($0) }
    let matching = Self.pairIdentities(oldLines, newLines)
    let (oldPrepared, newPrepared) = (oldLines.map(Resemblance.Prepared.init), newLines.map(Resemblance.Prepared.init))
    var candidates: [Candidate] = []
    for stretch in Self.gaps(of: matching) {
      candidates += self.candidates(oldPrepared, newPrepared, stretch)
    }
    candidates.sort { $0.precedes($1) }
    var partner = matching
    for candidate in candidates where partner.ofOld[candidate.old] < 0 && partner.ofNew[candidate.new] < 0 {
      partner.pair(candidate.old, candidate.new)
    }
    for (index, other) in partner.ofOld.enumerated() where other >= 0 {
      pairs.append(.init(old: oldIndices[index], new: newIndices[Int(other)]))
    }
    oldIndices = partner.ofOld.indices.filter { partner.ofOld[$0] < 0 }.map { oldIndices[$0] }
    newIndices = partner.ofNew.indices.filter { partner.ofNew[$0] < 0 }.map { newIndices[$0] }
  }

  private static func pairIdentities(_ old: [RecordLine], _ new: [RecordLine]) -> SequenceMatching {
    var numbers: [String: Int32] = [:]
    func number(_ line: RecordLine) -> Int32 {
      let next = Int32(truncatingIfNeeded: numbers.count)
      let identity = RecordIdentity.of(line)
      if let number = numbers[identity] { return number }
      numbers[identity] = next
      return next
    }
    let (oldKeys, newKeys) = (old.map(number), new.map(number))
    return SequenceAligner.align(old: oldKeys, new: newKeys, keyCount: numbers.count)
  }

  /// The stretches between the pairs of a matching that have records on both sides.
  private static func gaps(of matching: SequenceMatching) -> [RecordPairing.Stretch] {
    var gaps: [RecordPairing.Stretch] = []
    var (oldStart, newStart) = (0, 0)
    func close(_ old: Int, _ new: Int) {
      if old > oldStart, new > newStart { gaps.append(.init(old: oldStart..<old, new: newStart..<new)) }
    }
    for (old, new) in matching.ofOld.enumerated() where new >= 0 {
      close(old, Int(new))
      (oldStart, newStart) = (old + 1, Int(new) + 1)
    }
    close(matching.ofOld.count, matching.ofNew.count)
    return gaps
  }
}

extension DiffDocument {
  /// The place of the record before a range, or nil.
  fileprivate func place(before range: Range<Int>) -> RecordPlace? {
    range.lowerBound > 0 ? places[range.lowerBound - 1] : nil
  }
}

// MARK: - Candidates

extension NearPairing {
  /// Two records that may be one, as indices into the lists of the stretch.
  struct Candidate {
    var old: Int
    var new: Int
    var score: Int

    func precedes(_ other: Candidate) -> Bool {
      if score != other.score { return score > other.score }
      let (distance, otherDistance) = (abs(old - new), abs(other.old - other.new))
      if distance != otherDistance { return distance < otherDistance }
      return (old, new) < (other.old, other.new)
    }
  }

  private func candidates(
    _ oldLines: [Resemblance.Prepared], _ newLines: [Resemblance.Prepared], _ gap: RecordPairing.Stretch
  ) -> [Candidate] {
    var found: [Candidate] = []
    func consider(_ oldIndex: Int, _ newIndex: Int) {
      let span = spanRelation(oldIndices[oldIndex], newIndices[newIndex])
      if let score = Resemblance.score(oldLines[oldIndex], newLines[newIndex], span: span) {
        found.append(Candidate(old: oldIndex, new: newIndex, score: score))
      }
    }
    if gap.old.count * gap.new.count <= Self.smallStretch {
      for oldIndex in gap.old {
        for newIndex in gap.new { consider(oldIndex, newIndex) }
      }
      return found
    }
    for (rank, oldIndex) in gap.old.enumerated() {
      let middle = gap.new.lowerBound + rank * gap.new.count / gap.old.count
      let low = max(gap.new.lowerBound, middle - Self.window)
      for newIndex in low..<min(gap.new.upperBound, middle + Self.window + 1) { consider(oldIndex, newIndex) }
    }
    return found
  }

  /// How the spans of two records lie to each other once the shift of the text is taken out.
  private func spanRelation(_ oldIndex: Int, _ newIndex: Int) -> Resemblance.Span {
    guard let shifts, let from = old.place(oldIndex)?.scalars, let to = new.place(newIndex)?.scalars else {
      return .unknown
    }
    var best = Resemblance.Span.apart
    for shift in shifts {
      let (low, high) = (from.lowerBound + shift, from.upperBound + shift)
      if low == to.lowerBound, high == to.upperBound { return .same }
      let overlap = min(high, to.upperBound) - max(low, to.lowerBound)
      if overlap > 0 { best = .overlapping }
    }
    return best
  }
}
