import HanText

/// The sentences of a decoded text, and what they would be without one of their tokens.
struct Readings {
  let text: SourceText
  let spans: [ScannedSpan]
  let decoder: DocumentDecoder

  /// Two readings of one sentence.
  struct Comparison {
    var surface: Int32 = 0
    var transition: Int32 = 0
    var chosen: Explanation.Reading?
    var rejected: Explanation.Reading?
  }

  /// The sentence and the tokens that some scalars of the source were read as; nil where no tokens fill them.
  func tokens(of scalars: Range<Int>) -> (sentence: DecodedDocument.Sentence, tokens: [DecodedToken])? {
    for sentence in decoder.decoded.sentences {
      let tokens = decoder.decoded.tokens[sentence.tokens].filter { token in
        let range = text.range(token.start..<token.end).scalars
        return scalars.lowerBound <= range.lowerBound && range.upperBound <= scalars.upperBound
      }
      guard let first = tokens.first, let last = tokens.last else { continue }
      let range = text.range(first.start..<last.end).scalars
      if range == scalars { return (sentence, Array(tokens)) }
      // A record inside a composed organization, or one made of pieces of tokens.
      return nil
    }
    return nil
  }

  /// The reading of the sentence that holds some scalars.
  func reading(at scalars: Range<Int>) -> Explanation.Reading? {
    let sentence = decoder.decoded.sentences.first { sentence in
      !sentence.range.isEmpty && text.range(sentence.range).scalars.overlaps(scalars)
    }
    guard let sentence else { return nil }
    let decoded = decode(sentence, banned: nil, withNames: true)
    return Explanation.Reading(cost: nats(decoded.cost), tokens: decoded.tokens.map(token))
  }

  /// The costs of tokens of a sentence, and its best reading without them.
  func compare(_ sentence: DecodedDocument.Sentence, _ tokens: [DecodedToken]) -> Comparison {
    // A sentence that the first pass has settled was never decoded with the names of the document.
    let own = decoder.decoded.tokens[sentence.tokens]
    var chosen = decode(sentence, banned: nil, withNames: false)
    let withNames = !Self.isSame(chosen.tokens, Array(own))
    if withNames { chosen = decode(sentence, banned: nil, withNames: true) }
    var comparison = Comparison()
    for token in tokens {
      let surface = token.innerCount > 0 ? token.cost : decoder.surfaceCost(of: token) ?? token.cost
      comparison.surface += surface
      comparison.transition += token.cost - surface
    }
    // A record of a place and a body behind it stands and falls with the body.
    guard let last = tokens.last else { return comparison }
    var rejected: (cost: Int32, tokens: [DecodedToken])?
    for ban in Self.bans(last) {
      let other = decode(sentence, banned: ban, withNames: withNames)
      if rejected.map({ other.cost < $0.cost }) ?? true { rejected = other }
    }
    guard let rejected else { return comparison }
    let same = Self.common(chosen.tokens, rejected.tokens)
    comparison.chosen = Explanation.Reading(
      cost: nats(chosen.cost), tokens: chosen.tokens[same.head..<(chosen.tokens.count - same.tail)].map(token))
    if rejected.cost < 100_000_000 {
      comparison.rejected = Explanation.Reading(
        cost: nats(rejected.cost), tokens: rejected.tokens[same.head..<(rejected.tokens.count - same.tail)].map(token))
    }
    return comparison
  }

  /// What may not be: the listed reading; for an organization also the composed one, which begins here or ends here.
  private static func bans(_ token: DecodedToken) -> [DocumentDecoder.Ban] {
    let reading = BannedReading(range: token.start..<token.end, wordClass: token.wordClass)
    guard token.wordClass == .organization else { return [.init(reading: reading)] }
    return [.init(reading: reading, opening: token.start), .init(reading: reading, closing: token.end)]
  }

  /// How many tokens two readings share at their beginnings and ends.
  private static func common(_ one: [DecodedToken], _ other: [DecodedToken]) -> (head: Int, tail: Int) {
    var head = 0
    while head < min(one.count, other.count), Self.isSame(one[head], other[head]) { head += 1 }
    var tail = 0
    while tail < min(one.count, other.count) - head,
      Self.isSame(one[one.count - 1 - tail], other[other.count - 1 - tail])
    {
      tail += 1
    }
    return (head, tail)
  }

  private static func isSame(_ left: DecodedToken, _ right: DecodedToken) -> Bool {
    left.start == right.start && left.end == right.end && left.wordClass == right.wordClass
      && left.source == right.source && left.cost == right.cost
  }

  private static func isSame(_ one: [DecodedToken], _ other: [DecodedToken]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
  }

  private func decode(
    _ sentence: DecodedDocument.Sentence, banned: DocumentDecoder.Ban?, withNames: Bool
  ) -> (cost: Int32, tokens: [DecodedToken]) {
    decoder.decodeAgain(sentence, of: text, spans: spans, banned: banned, withNames: withNames)
  }

  private func token(_ token: DecodedToken) -> Explanation.Token {
    var wordClass = "\(token.wordClass)"
    if token.source == .scanner { wordClass = token.kind == ScannedSpan.dateKind ? "date" : "figure" }
    return Explanation.Token(
      text: text.text(token.start..<token.end), wordClass: wordClass, source: token.source.rule.description,
      cost: nats(token.cost))
  }

  private func nats(_ cost: Int32) -> Double { Double(cost) / 1_000 }
}
