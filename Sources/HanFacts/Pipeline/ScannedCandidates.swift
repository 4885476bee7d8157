import HanText

/// What the scanners found in a document, before and after the decoder has chosen.
struct ScannedCandidates {
  private(set) var dates: [DateCandidate] = []
  private(set) var figures: [FigureCandidate] = []
  private(set) var spans: [ScannedSpan] = []
  /// What the figures were read with.
  private var lexicon: UnitLexicon?

  /// Runs the scanners over the text.
  mutating func scan(_ text: SourceText, _ knowledge: KnowledgeBase) {
    dates.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    knowledge.dateScanner.scan(text, into: &dates)
    if let scanner = knowledge.figureScanner.scanner(for: text) {
      lexicon = scanner.lexicon
      scanner.scan(text, into: &figures)
    }
    for (index, date) in dates.enumerated() {
      let cost: Int32
      switch date.strength {
      case .strong: cost = 1_000
      case .fair: cost = 3_000
      case .weak:
        guard Self.isIsolated(date.range, text) else { continue }
        cost = 6_000
      }
      add(date.range, cost, .date, index, isBare: false)
    }
    for (index, figure) in figures.enumerated() {
      let cost: Int32
      switch figure.strength {
      case .strong: cost = 1_500
      case .fair: cost = 3_500
      case .weak: cost = 5_500
      case .plain:
        if figure.unitRange != nil { continue }
        cost = 2_500
      }
      let isOrdinal = text.folded[figure.range.lowerBound] == 0x7B2C
      add(figure.range, cost, .figure, index, isBare: isOrdinal || figure.unitRange == nil)
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private mutating func add(_ range: Range<Int>, _ cost: Int32, _ wordClass: WordClass, _ index: Int, isBare: Bool) {
    spans.append(
      ScannedSpan(
        start: Int32(range.lowerBound), end: Int32(range.upperBound), cost: cost, wordClass: wordClass,
        candidate: Int32(index), isBare: isBare))
  }

  /// Whether marks or the ends of the text stand on both sides.
  private static func isIsolated(_ range: Range<Int>, _ text: SourceText) -> Bool {
    let before = range.lowerBound == 0 ? 0x0A : text.folded[range.lowerBound - 1]
    let after = range.upperBound == text.count ? 0x0A : text.folded[range.upperBound]
    return [0x20, 0x0A, 0x2C, 0xFF0C, 0x3002, 0x3A].contains(before)
      && [0x20, 0x0A, 0x2C, 0xFF0C, 0x3002].contains(after)
  }

  /// The mentions of the dates that the decoder took, and the reference date they were resolved against.
  func dateMentions(
    of document: DecodedDocument, _ text: SourceText, _ knowledge: KnowledgeBase, given: ReferenceDate?
  ) -> (mentions: [Mention], reference: ReferenceDate?) {
    var chosen: [DateCandidate] = []
    for token in document.tokens where token.source == .scanner && token.kind == ScannedSpan.dateKind {
      chosen.append(dates[Int(token.entry)])
    }
    let reference = given ?? ReferenceDateFinder(tables: knowledge.dateTables).find(in: text, candidates: chosen)
    let values = DateResolver(tables: knowledge.dateTables).resolve(chosen, reference: reference)
    let mentions = zip(chosen, values).map { candidate, value in
      var mention = Mention(range: candidate.range, type: .date, rule: candidate.rule, source: .scanner)
      mention.value = .date(value)
      mention.ownRows = candidate.evidenceRows.map {
        "\(knowledge.dateTables.rows[$0].table):\(knowledge.dateTables.rows[$0].surface)"
      }
      return mention
    }
    return (mentions, reference)
  }

  /// The mentions of the figures that the decoder took, with what they count or measure.
  func figureMentions(of document: DecodedDocument, _ text: SourceText) -> [Mention] {
    var mentions: [Mention] = []
    guard let lexicon, !figures.isEmpty else { return mentions }
    let finder = FigureOfFinder()
    var phrase: [PhraseToken] = []
    for sentence in document.sentences {
      phrase.removeAll(keepingCapacity: true)
      for index in sentence.tokens {
        let token = document.tokens[index]
        guard token.source == .scanner, token.kind != ScannedSpan.dateKind else { continue }
        if phrase.isEmpty {
          for place in sentence.tokens { phrase.append(PhraseToken(token: document.tokens[place])) }
        }
        let candidate = figures[Int(token.entry)]
        var value = lexicon.value(of: candidate, in: text)
        if let object = finder.object(of: candidate, tokens: phrase, text: text) {
          value.of = FigureValue.Of(text: text.text(object), range: text.range(object))
        }
        var mention = Mention(range: candidate.range, type: .figure, rule: candidate.rule, source: .scanner)
        mention.value = .figure(value)
        mention.ownRows = lexicon.evidence(of: candidate)
        mentions.append(mention)
      }
    }
    return mentions
  }
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
