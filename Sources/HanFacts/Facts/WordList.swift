/// A short list of words that tokens are asked for, in folded characters.
///
/// Most tokens are none of them: a bit for each length and one for what their first characters end in say so without a
/// look at the words.
struct WordList: Sequence, Sendable {
  /// As they were given.
  let surfaces: [String]
  private let words: [[UInt32]]
  private let firsts: UInt64
  private let sizes: UInt64

  init(_ words: [String]) {
    surfaces = words
    self.words = words.map(\.foldedScalars)
    firsts = self.words.reduce(0) { $0 | 1 &<< UInt64($1.first ?? 0) }
    sizes = self.words.reduce(0) { $0 | 1 &<< UInt64($1.count) }
  }

  func makeIterator() -> IndexingIterator<[[UInt32]]> { words.makeIterator() }

  /// Whether the list has words of a length.
  @inline(__always)
  func hasSize(_ count: Int) -> Bool { sizes & (1 &<< UInt64(truncatingIfNeeded: Swift.min(count, 63))) != 0 }

  /// Whether words of the list may begin with a character.
  @inline(__always)
  func mayBegin(_ first: UInt32) -> Bool { firsts & (1 &<< UInt64(first)) != 0 }
}
