/// A text prepared for being compared with many others.
struct ComparedText {
  private let scalars: [UInt32]
  private let sorted: [UInt32]

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    sorted = scalars.sorted()
  }

  /// Whether both are the same scalars; no normalisation, which would make 豈 (U+F900) and 豈 (U+8C48) one.
  func isEqual(to other: ComparedText) -> Bool { scalars == other.scalars }

  /// Whether one stands in the other.
  func isNested(with other: ComparedText) -> Bool {
    scalars.count >= other.scalars.count ? contains(other) : other.contains(self)
  }

  private func contains(_ other: ComparedText) -> Bool {
    guard let first = other.scalars.first else { return true }
    for start in 0...(scalars.count - other.scalars.count) where scalars[start] == first {
      if scalars[start..<start + other.scalars.count] == other.scalars[...] { return true }
    }
    return false
  }

  /// How many of the scalars of the longer text stand in the other too, in hundredths.
  func commonShare(with other: ComparedText) -> Int {
    var (mine, its, common) = (0, 0, 0)
    while mine < sorted.count, its < other.sorted.count {
      if sorted[mine] == other.sorted[its] {
        common += 1
        mine += 1
        its += 1
      } else if sorted[mine] < other.sorted[its] {
        mine += 1
      } else {
        its += 1
      }
    }
    return 100 * common / max(scalars.count, other.scalars.count, 1)
  }
}

extension String? {
  /// Whether both are the same bytes, or both nil.
  func isIdentical(to other: String?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let one?, let other?): one.utf8.elementsEqual(other.utf8)
    default: false
    }
  }
}
