/// Which records of two documents belong together.
///
/// 1. Equal records are paired by the longest common subsequence with their neighbours.
/// 2. Equal records that are left stand elsewhere: they moved.
/// 3. Between two pairs, records of one identity are paired in the same way, then those at the same span, then those
///    that overlap or resemble each other best: they changed.
/// 4. What is left is gone or new.
struct RecordPairing {
  /// Two records, as indices into the two documents.
  struct Pair: Hashable {
    var old: Int
    var new: Int
  }

  /// Pairs of equal records in order on both sides.
  private(set) var inPlace: SequenceMatching
  private(set) var moved: [Pair] = []
  private(set) var changed: [Pair] = []
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []

  init(old: DiffDocument, new: DiffDocument) {
    let keys = DiffDocument.lineKeys(old, new)
    inPlace = SequenceAligner.align(old: keys.old, new: keys.new, keyCount: keys.count)
    slide(old, new, keys.old, keys.new)
    var stays = (old: [Bool](repeating: false, count: old.count), new: [Bool](repeating: false, count: new.count))
    findMoved(keys.old, keys.new, &stays)
    for stretch in Self.stretches(of: inPlace) {
      var near = NearPairing(old: old, new: new, stretch: stretch)
      near.oldIndices = stretch.old.filter { inPlace.ofOld[$0] < 0 && !stays.old[$0] }
      near.newIndices = stretch.new.filter { inPlace.ofNew[$0] < 0 && !stays.new[$0] }
      near.run()
      changed += near.pairs
      removed += near.oldIndices
      added += near.newIndices
    }
  }

  private mutating func slide(_ old: DiffDocument, _ new: DiffDocument, _ oldKeys: [Int32], _ newKeys: [Int32]) {
    var matching = inPlace
    HunkSliding(keys: oldKeys, breaks: old.breaks).settle(
      isPaired: { matching.ofOld[$0] >= 0 }, handOver: { matching.handOverOld(from: $0, to: $1) })
    HunkSliding(keys: newKeys, breaks: new.breaks).settle(
      isPaired: { matching.ofNew[$0] >= 0 }, handOver: { matching.handOverNew(from: $0, to: $1) })
    inPlace = matching
  }

  /// Pairs equal records that are out of order, in the order of the text.
  private mutating func findMoved(_ oldKeys: [Int32], _ newKeys: [Int32], _ stays: inout (old: [Bool], new: [Bool])) {
    var waiting: [Int32: ArraySlice<Int>] = [:]
    for index in oldKeys.indices where inPlace.ofOld[index] < 0 { waiting[oldKeys[index], default: []].append(index) }
    guard !waiting.isEmpty else { return }
    for index in newKeys.indices where inPlace.ofNew[index] < 0 {
      guard let partner = waiting[newKeys[index]]?.popFirst() else { continue }
      moved.append(Pair(old: partner, new: index))
      stays.old[partner] = true
      stays.new[index] = true
    }
  }

  /// What lies between two pairs that stand side by side on neither side.
  struct Stretch {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func stretches(of matching: SequenceMatching) -> [Stretch] {
    var stretches: [Stretch] = []
    var (old, new) = (0, 0)
    let (oldCount, newCount) = (matching.ofOld.count, matching.ofNew.count)
    while old < oldCount || new < newCount {
      if old < oldCount, new < newCount, matching.ofOld[old] == Int32(truncatingIfNeeded: new) {
        old += 1
        new += 1
        continue
      }
      let (oldStart, newStart) = (old, new)
      while old < oldCount, matching.ofOld[old] < 0 { old += 1 }
      while new < newCount, matching.ofNew[new] < 0 { new += 1 }
      guard old > oldStart || new > newStart else { break }
      stretches.append(Stretch(old: oldStart..<old, new: newStart..<new))
    }
    return stretches
  }
}
