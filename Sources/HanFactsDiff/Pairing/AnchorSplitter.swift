/// Finds pairs of elements that certainly belong together: keys that stand once on either side, in the longest run
/// that is in order on both.
struct AnchorSplitter {
  /// A pair, as indices into the two sequences as a whole.
  struct Anchor: Equatable {
    var old: Int
    var new: Int
  }

  /// How many elements may still be looked at.
  private var budget: Int
  private var oldCounts: [Int32]
  private var newCounts: [Int32]
  private var newPositions: [Int32]

  init(keyCount: Int, budget: Int) {
    self.budget = budget
    oldCounts = [Int32](repeating: 0, count: keyCount)
    newCounts = oldCounts
    newPositions = oldCounts
  }

  /// The anchors of two stretches, ascending on both sides; none where nothing is unique. O(n log n).
  mutating func anchors(old: ArraySlice<Int32>, new: ArraySlice<Int32>) -> [Anchor] {
    budget -= old.count + new.count
    guard budget > 0 else { return [] }
    let single = uniquePairs(old: old, new: new)
    if !single.isEmpty { return Self.longestAscending(single) }
    return Self.longestAscending(uniqueInContext(old: old, new: new))
  }

  private mutating func uniquePairs(old: ArraySlice<Int32>, new: ArraySlice<Int32>) -> [Anchor] {
    for key in old { oldCounts[Int(key)] += 1 }
    for (index, key) in zip(new.indices, new) {
      newCounts[Int(key)] += 1
      newPositions[Int(key)] = Int32(truncatingIfNeeded: index)
    }
    var pairs: [Anchor] = []
    for (index, key) in zip(old.indices, old) where oldCounts[Int(key)] == 1 && newCounts[Int(key)] == 1 {
      pairs.append(Anchor(old: index, new: Int(newPositions[Int(key)])))
    }
    for key in old { oldCounts[Int(key)] = 0 }
    for key in new { newCounts[Int(key)] = 0 }
    return pairs
  }

  /// Elements that are unique together with the one before and the one behind.
  private func uniqueInContext(old: ArraySlice<Int32>, new: ArraySlice<Int32>) -> [Anchor] {
    struct Context: Hashable {
      var before: Int32
      var key: Int32
      var behind: Int32

      init(_ keys: ArraySlice<Int32>, _ index: Int) {
        before = index > keys.startIndex ? keys[index - 1] : -1
        key = keys[index]
        behind = index + 1 < keys.endIndex ? keys[index + 1] : -1
      }
    }
    struct Sighting {
      var oldCount = 0
      var newCount = 0
      var newIndex = 0
    }
    var sightings: [Context: Sighting] = [:]
    for index in old.indices { sightings[Context(old, index), default: Sighting()].oldCount += 1 }
    for index in new.indices {
      sightings[Context(new, index), default: Sighting()].newCount += 1
      sightings[Context(new, index), default: Sighting()].newIndex = index
    }
    return old.indices.compactMap { index in
      guard let sighting = sightings[Context(old, index)], sighting.oldCount == 1, sighting.newCount == 1 else {
        return nil
      }
      return Anchor(old: index, new: sighting.newIndex)
    }
  }

  /// The longest subsequence that ascends in `new`, of pairs that ascend in `old`. O(n log n).
  static func longestAscending(_ pairs: [Anchor]) -> [Anchor] {
    // tails[l] is the pair with the lowest end among the runs of l + 1 pairs.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [Anchor] = []
    var index = tails.last ?? -1
    while index >= 0 {
      run.append(pairs[index])
      index = previous[index]
    }
    return run.reversed()
  }
}
