/// The longest common subsequence of two sequences of keys, in linear space.
///
/// Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986), section 4b: the middle of a
/// shortest edit script is searched from both ends, and the two halves are solved alike. The work is O(n + d²) for d
/// differences, and limited: where a stretch is too different, it is split at keys that are unique on both sides
/// (Cohen's patience diff), then at keys unique with their neighbours, in n log n; what cannot be split is left
/// unpaired. So the result is exact for documents that are alike, and a common subsequence always.
struct SequenceAligner {
  /// A stretch of both sequences.
  struct Stretch {
    var old: Range<Int>
    var new: Range<Int>
  }

  let old: [Int32]
  let new: [Int32]
  private(set) var matching: SequenceMatching
  private var forward: [Int32]
  private var backward: [Int32]
  /// How many steps the exact search may still take.
  private var budget: Int
  private var splitter: AnchorSplitter

  /// - Parameters:
  ///   - old, new: the keys, numbers from 0
  ///   - keyCount: one more than the highest key
  init(old: [Int32], new: [Int32], keyCount: Int, budget: Int? = nil) {
    self.old = old
    self.new = new
    matching = SequenceMatching(oldCount: old.count, newCount: new.count)
    let total = old.count + new.count
    forward = [Int32](repeating: 0, count: total + 3)
    backward = [Int32](repeating: 0, count: total + 3)
    self.budget = budget ?? 1 << 26 + 64 * total
    splitter = AnchorSplitter(keyCount: keyCount, budget: 64 * total + 1024)
  }

  /// The matching of two sequences.
  static func align(old: [Int32], new: [Int32], keyCount: Int, budget: Int? = nil) -> SequenceMatching {
    var aligner = SequenceAligner(old: old, new: new, keyCount: keyCount, budget: budget)
    aligner.run()
    return aligner.matching
  }

  private mutating func run() {
    var pending = [Stretch(old: 0..<old.count, new: 0..<new.count)]
    while let stretch = pending.popLast() {
      let inner = pairEnds(of: stretch)
      if inner.old.isEmpty || inner.new.isEmpty { continue }
      if let snake = middleSnake(of: inner) {
        for offset in 0..<snake.old.count {
          matching.pair(snake.old.lowerBound + offset, snake.new.lowerBound + offset)
        }
        pending.append(
          Stretch(
            old: snake.old.upperBound..<inner.old.upperBound, new: snake.new.upperBound..<inner.new.upperBound))
        pending.append(
          Stretch(
            old: inner.old.lowerBound..<snake.old.lowerBound, new: inner.new.lowerBound..<snake.new.lowerBound))
      } else {
        pending += splitAtAnchors(inner)
      }
    }
  }

  /// Pairs the common beginning and end; what lies between.
  private mutating func pairEnds(of stretch: Stretch) -> Stretch {
    var (oldLow, oldHigh) = (stretch.old.lowerBound, stretch.old.upperBound)
    var (newLow, newHigh) = (stretch.new.lowerBound, stretch.new.upperBound)
    while oldLow < oldHigh, newLow < newHigh, old[oldLow] == new[newLow] {
      matching.pair(oldLow, newLow)
      oldLow += 1
      newLow += 1
    }
    while oldLow < oldHigh, newLow < newHigh, old[oldHigh - 1] == new[newHigh - 1] {
      oldHigh -= 1
      newHigh -= 1
      matching.pair(oldHigh, newHigh)
    }
    return Stretch(old: oldLow..<oldHigh, new: newLow..<newHigh)
  }

  private mutating func splitAtAnchors(_ stretch: Stretch) -> [Stretch] {
    let anchors = splitter.anchors(old: old[stretch.old], new: new[stretch.new])
    var parts: [Stretch] = []
    guard !anchors.isEmpty else { return parts }
    var (oldLow, newLow) = (stretch.old.lowerBound, stretch.new.lowerBound)
    for anchor in anchors {
      matching.pair(anchor.old, anchor.new)
      parts.append(Stretch(old: oldLow..<anchor.old, new: newLow..<anchor.new))
      (oldLow, newLow) = (anchor.old + 1, anchor.new + 1)
    }
    parts.append(Stretch(old: oldLow..<stretch.old.upperBound, new: newLow..<stretch.new.upperBound))
    return parts
  }
}

// MARK: - The middle of a shortest edit script

extension SequenceAligner {
  /// The diagonal run in the middle of a shortest edit script, or nil where the search grows too long.
  ///
  /// Both sides of the stretch are not empty and differ at both ends, so that the script has two edits or more and
  /// either half is smaller than the whole. A diagonal `k` holds the points with `x - y = k`; `forward[k]` is the
  /// furthest `x` reached on it from the beginning, `backward[k]` the same in the mirrored sequences.
  private mutating func middleSnake(of stretch: Stretch) -> Stretch? {
    let (oldLow, newLow) = (stretch.old.lowerBound, stretch.new.lowerBound)
    let (oldLast, newLast) = (stretch.old.upperBound - 1, stretch.new.upperBound - 1)
    let (width, height) = (stretch.old.count, stretch.new.count)
    let delta = width - height
    let isOdd = delta & 1 != 0
    let origin = height + 1
    let granted = min(budget, 1 << 22 + 16 * (width + height))
    var allowance = granted
    defer { budget -= granted - allowance }
    forward[origin + 1] = 0
    backward[origin + 1] = 0

    for distance in 0...((width + height + 1) / 2) {
      // Diagonals that leave the rectangle are not followed.
      let low = -(distance - 2 * max(0, distance - height))
      let high = distance - 2 * max(0, distance - width)
      for diagonal in stride(from: low, through: high, by: 2) {
        let start = Self.entry(forward, origin + diagonal, diagonal, distance)
        var x = start
        while x < width, x - diagonal < height, old[oldLow + x] == new[newLow + x - diagonal] { x += 1 }
        forward[origin + diagonal] = Int32(truncatingIfNeeded: x)
        allowance -= 1 + x - start
        let mirrored = delta - diagonal
        if isOdd, abs(mirrored) < distance, x + Int(backward[origin + mirrored]) >= width {
          let newStart = newLow + start - diagonal
          return Stretch(old: oldLow + start..<oldLow + x, new: newStart..<newStart + x - start)
        }
      }
      for diagonal in stride(from: low, through: high, by: 2) {
        let start = Self.entry(backward, origin + diagonal, diagonal, distance)
        var x = start
        while x < width, x - diagonal < height, old[oldLast - x] == new[newLast - (x - diagonal)] { x += 1 }
        backward[origin + diagonal] = Int32(truncatingIfNeeded: x)
        allowance -= 1 + x - start
        let mirrored = delta - diagonal
        if !isOdd, abs(mirrored) <= distance, x + Int(forward[origin + mirrored]) >= width {
          let oldEnd = stretch.old.upperBound - start
          let newEnd = stretch.new.upperBound - (start - diagonal)
          return Stretch(old: oldEnd - (x - start)..<oldEnd, new: newEnd - (x - start)..<newEnd)
        }
      }
      if allowance <= 0 { return nil }
    }
    return nil
  }

  /// The furthest `x` from which a diagonal is entered: from the one above, or one to the right of the one below.
  @inline(__always)
  private static func entry(_ furthest: [Int32], _ index: Int, _ diagonal: Int, _ distance: Int) -> Int {
    if diagonal == -distance || (diagonal != distance && furthest[index - 1] < furthest[index + 1]) {
      return Int(furthest[index + 1])
    }
    return Int(furthest[index - 1]) + 1
  }
}
