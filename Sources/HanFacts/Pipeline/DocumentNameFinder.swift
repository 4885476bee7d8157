import HanGazetteer

/// Collects the names that a first decoding proves, with the short forms that later text may use.
struct DocumentNameFinder {
  let knowledge: KnowledgeBase

  /// Adds the names of `document` to `names`.
  func find(in document: DecodedDocument, _ input: DecoderInput, into names: DocumentNames) {
    var counts: [[UInt32]: Int] = [:]
    for token in document.tokens where token.wordClass == .person || token.wordClass == .organization {
      if names.names.count > 4_000 { break }
      let scalars = (token.start..<token.end).map { input.folded[$0] }
      if token.wordClass == .person {
        addPerson(token, scalars, &counts, into: names)
      } else if token.source == .composed {
        names.add(scalars, wordClass: .organization, cost: 5_000, kind: token.kind)
      }
    }
  }

  private func addPerson(
    _ token: DecodedToken, _ scalars: [UInt32], _ counts: inout [[UInt32]: Int], into names: DocumentNames
  ) {
    switch token.source {
    case .chineseName, .japaneseName:
      // A name of three characters proves itself; one of two is proven by a second sight.
      counts[scalars, default: 0] += 1
      if scalars.count >= 3 || counts[scalars, default: 0] >= 2 {
        names.add(scalars, wordClass: .person, cost: 6_500, kind: 0)
      }
    case .dotted:
      names.add(scalars, wordClass: .person, cost: 5_000, kind: 0)
      let parts = scalars.split(separator: 0xB7).map(Array.init)
      if let last = parts.last, last.count >= 2 { names.add(last, wordClass: .person, cost: 7_000, kind: 0) }
      if let first = parts.first, first.count >= 2, parts.count > 1 {
        names.add(first, wordClass: .person, cost: 8_500, kind: 0)
      }
    case .transliteration:
      if scalars.count >= 3 { names.add(scalars, wordClass: .person, cost: 7_500, kind: 0) }
    default: break
    }
  }
}
