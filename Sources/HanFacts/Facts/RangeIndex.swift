/// Ranges that answer whether one overlaps or encloses; O(log n) a question.
struct RangeIndex {
  private let starts: [Int]
  /// The furthest end of the ranges up to each.
  private let ends: [Int]

  init(_ ranges: [Range<Int>]) {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    starts = sorted.map(\.lowerBound)
    var ends: [Int] = []
    for range in sorted { ends.append(max(ends.last ?? 0, range.upperBound)) }
    self.ends = ends
  }

  /// Whether there are none.
  var isEmpty: Bool { starts.isEmpty }

  /// Whether a range overlaps one of them.
  func overlaps(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] > range.lowerBound
  }

  /// Whether a range lies in one of them.
  func enclose(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] >= range.upperBound
  }
}

/// Places of the text that are taken; O(length of the range) a question.
struct TakenPlaces {
  private var bits: [UInt64]

  init(count: Int) { bits = Array(repeating: 0, count: count / 64 + 1) }

  /// Takes a range where all of it is free.
  mutating func take(_ range: Range<Int>) -> Bool {
    for place in range where bits[place >> 6] & 1 << UInt64(place & 63) != 0 { return false }
    for place in range { bits[place >> 6] |= 1 << UInt64(place & 63) }
    return true
  }
}
