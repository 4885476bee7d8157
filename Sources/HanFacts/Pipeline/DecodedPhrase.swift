/// The tokens of the decoder as the search for what is counted reads them; a token is read when it is asked for.
struct DecodedPhrase: PhraseTokens {
  let tokens: UnsafeBufferPointer<DecodedToken>

  var count: Int { tokens.count }

  @inline(__always)
  subscript(index: Int) -> PhraseToken { PhraseToken(token: tokens[index]) }
}

extension PhraseToken {
  /// A token of the decoder as the finder of counted nouns reads it.
  init(token: DecodedToken) {
    self.init(start: token.start, end: token.end, wordClass: Self.phraseClass(token))
  }

  private static func phraseClass(_ token: DecodedToken) -> PhraseClass {
    switch token.wordClass {
    case .noun: .noun
    case .verb: .verb
    case .adjective: .adjective
    case .adverb: .adverb
    case .preposition: .preposition
    case .conjunction: .conjunction
    case .particle: .particle
    case .pronoun: .pronoun
    case .numeral: .numeral
    case .classifier: .classifier
    case .time: .time
    case .locality: .locality
    case .modal: .modal
    case .speechVerb: .speechVerb
    case .roleVerb: .roleVerb
    case .idiom: .idiom
    case .latin: .latin
    case .number, .date, .figure: token.kind == ScannedSpan.dateKind ? .date : .figure
    case .title: .title
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .character: .character
    case .other, .brand, .head: .other
    case .comma, .pause, .colon, .stop, .open, .close, .dash, .quote, .bos, .eos: .punctuation
    }
  }
}
