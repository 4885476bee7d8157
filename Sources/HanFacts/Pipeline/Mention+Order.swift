/// The place of a mention in the order of the text, and where it stands in the list.
private struct Place: BitwiseCopyable {
  /// The start, and what is less for a later end.
  let key: UInt64
  let index: Int

  init(range: Range<Int>, index: Int) {
    key =
      UInt64(truncatingIfNeeded: range.lowerBound) << 32 | ~UInt64(truncatingIfNeeded: range.upperBound) & 0xFFFF_FFFF
    self.index = index
  }
}

extension [Mention] {
  /// Puts mentions in text order, the outer before the inner; what begins and ends alike keeps its order.
  ///
  /// The stages append what they find in text order, so there are a few sorted runs, which are merged.
  mutating func sortByPlace() {
    let count = count
    withUnsafeMutableBufferPointer { mentions in
      guard let base = mentions.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Place.self, capacity: 2 * count) { room in
        guard let first = room.baseAddress else { return }
        var runs = [0]
        for index in 0..<count {
          (first + index).initialize(to: Place(range: (base + index).pointee.range, index: index))
          if index > 0, first[index].key < first[index - 1].key { runs.append(index) }
        }
        if runs.count == 1 { return }
        runs.append(count)
        let sorted = Self.merge(first, first + count, runs)
        Self.arrange(base, sorted, count)
      }
    }
  }

  /// Merges neighbouring runs until one is left; what was before comes first where keys are equal.
  private static func merge(
    _ first: UnsafeMutablePointer<Place>, _ second: UnsafeMutablePointer<Place>, _ runs: [Int]
  ) -> UnsafeMutablePointer<Place> {
    var (source, target, runs) = (first, second, runs)
    while runs.count > 2 {
      var bounds = [0]
      var run = 0
      while run + 1 < runs.count {
        let (start, middle) = (runs[run], runs[run + 1])
        let end = run + 2 < runs.count ? runs[run + 2] : middle
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || left < middle && source[left].key <= source[right].key {
            (target + place).initialize(to: source[left])
            left += 1
          } else {
            (target + place).initialize(to: source[right])
            right += 1
          }
        }
        bounds.append(end)
        run += 2
      }
      (source, target, runs) = (target, source, bounds)
    }
    return source
  }

  /// Every mention is moved out once and back once, none is copied.
  private static func arrange(_ base: UnsafeMutablePointer<Mention>, _ order: UnsafePointer<Place>, _ count: Int) {
    withUnsafeTemporaryAllocation(of: Mention.self, capacity: count) { sorted in
      guard let target = sorted.baseAddress else { return }
      for place in 0..<count { (target + place).moveInitialize(from: base + order[place].index, count: 1) }
      base.moveInitialize(from: target, count: count)
    }
  }
}
