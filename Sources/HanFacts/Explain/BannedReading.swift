/// A reading of some characters that the decoder may not take: `explain` asks what stands without it.
struct BannedReading {
  /// The characters in the stream of the document.
  var range: Range<Int>
  /// What they may not be; `number` stands for dates and figures.
  var wordClass: WordClass
}

extension LatticeBuilder {
  /// Far more than any path costs, and far from overflow.
  private static let never: Int32 = 200_000_000

  /// Makes the edges of a reading too dear to be taken.
  func ban(_ reading: BannedReading) {
    let offset = reading.range.lowerBound - start
    guard offset >= 0, reading.range.upperBound - start <= length else { return }
    var index = first.base[offset]
    while index >= 0 {
      let number = Int(index)
      index = edges.base[number].next
      guard Int(edges.base[number].end) == reading.range.upperBound - start else { continue }
      if edges.base[number].wordClass == reading.wordClass { edges.base[number].cost = Self.never }
    }
  }

  /// The cost of the edge that a token of the last lattice stands on, without the transition; nil where there is none.
  func surfaceCost(of token: DecodedToken) -> Int32? {
    let offset = token.start - start
    guard offset >= 0, offset < length else { return nil }
    var index = first.base[offset]
    while index >= 0 {
      let edge = edges.base[Int(index)]
      if Int(edge.end) == token.end - start, edge.wordClass == token.wordClass, edge.source == token.source {
        return edge.cost
      }
      index = edge.next
    }
    return nil
  }
}
