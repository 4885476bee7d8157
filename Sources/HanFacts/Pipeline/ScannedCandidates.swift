import HanText

/// What the scanners found in a document, before and after the decoder has chosen.
struct ScannedCandidates {
  private(set) var dates: [DateCandidate] = []
  private(set) var spans: [ScannedSpan] = []

  /// Runs the scanners over the text.
  mutating func scan(_ text: SourceText, _ knowledge: KnowledgeBase) {
    dates.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    knowledge.dateScanner.scan(text, into: &dates)
    for (index, date) in dates.enumerated() {
      let cost: Int32
      switch date.strength {
      case .strong: cost = 1_000
      case .fair: cost = 3_000
      case .weak:
        guard Self.isIsolated(date.range, text) else { continue }
        cost = 6_000
      }
      spans.append(
        ScannedSpan(
          start: Int32(date.range.lowerBound), end: Int32(date.range.upperBound), cost: cost, wordClass: .date,
          candidate: Int32(index)))
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Whether marks or the ends of the text stand on both sides.
  private static func isIsolated(_ range: Range<Int>, _ text: SourceText) -> Bool {
    let before = range.lowerBound == 0 ? 0x0A : text.folded[range.lowerBound - 1]
    let after = range.upperBound == text.count ? 0x0A : text.folded[range.upperBound]
    return [0x20, 0x0A, 0x2C, 0xFF0C, 0x3002, 0x3A].contains(before) && [0x20, 0x0A, 0x2C, 0xFF0C, 0x3002].contains(after)
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
      var mention = Mention(
        range: candidate.range, type: .date, rule: "date.\(candidate.rule)", source: .scanner)
      mention.value = .date(value)
      mention.ownRows = candidate.evidenceRows.map {
        "\(knowledge.dateTables.rows[$0].table):\(knowledge.dateTables.rows[$0].surface)"
      }
      return mention
    }
    return (mentions, reference)
  }
}
