import HanText

/// What the scanners found in a document, before and after the decoder has chosen.
struct ScannedCandidates {
  private(set) var dates: [DateCandidate] = []
  private(set) var figures: [FigureCandidate] = []
  private(set) var spans: [ScannedSpan] = []
  /// What the figures were read with.
  private var lexicon: UnitLexicon?
  private var dateTexts = EvidenceTexts()
  private var figureTexts = EvidenceTexts()

  /// Runs the scanners over the text.
  mutating func scan(_ text: SourceText, _ knowledge: KnowledgeBase) {
    dates.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    knowledge.scanners.dateScanner.scan(text, into: &dates)
    if let scanner = knowledge.scanners.figureScanner.scanner(for: text) {
      lexicon = scanner.lexicon
      scanner.scan(text, into: &figures)
    }
    addYears(text)
    // Candidates are large: none is copied.
    for index in dates.indices {
      let cost: Int32
      let range = dates[index].range
      switch dates[index].strength {
      case .strong: cost = 1_000
      case .fair: cost = 3_000
      case .weak:
        guard Self.isIsolated(range, text) else { continue }
        cost = 6_000
      }
      add(range, cost, .date, index, isBare: false)
    }
    for index in figures.indices {
      let cost: Int32
      let (range, unit) = (figures[index].range, figures[index].unitRange)
      switch figures[index].strength {
      case .strong: cost = 1_500
      case .fair: cost = 3_500
      case .weak: cost = 5_500
      case .plain:
        if unit != nil { continue }
        cost = 2_500
      }
      let isOrdinal = text.folded[range.lowerBound] == 0x7B2C && !Self.countsThing(unit, text)
      add(range, cost, .figure, index, isBare: isOrdinal || unit == nil)
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// `2003年夏宝龙`: beside the summer of a year the year alone, as 夏 is a surname too; the decoder chooses.
  private mutating func addYears(_ text: SourceText) {
    for index in dates.indices {
      let range = dates[index].range
      let end = range.upperBound
      guard range.count > 2, text.folded[end - 1] == code("夏"), end < text.count,
        case .point(var point) = dates[index].expression, point.month == .season(2)
      else { continue }
      point.month = .none
      point.slot = .year
      var year = dates[index]
      year.range = range.lowerBound..<end - 1
      year.expression = .point(point)
      dates.append(year)
    }
  }

  /// 第一家, 第三个: no part of a name, as 第三 and 第十四届 are.
  private static func countsThing(_ unit: Range<Int>?, _ text: SourceText) -> Bool {
    guard let unit, unit.count == 1 else { return false }
    switch text.folded[unit.lowerBound] {
    case code("家"), code("个"), code("座"), code("项"), code("种"), code("条"), code("名"), code("位"): return true
    default: return false
    }
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

  /// Appends the mentions of the dates that the decoder took, and gives the reference date they were resolved against.
  mutating func addDates(
    of document: DecodedDocument, _ text: SourceText, _ knowledge: KnowledgeBase, given: ReferenceDate?,
    to mentions: inout [Mention]
  ) -> ReferenceDate? {
    if dates.isEmpty { return given }
    var chosen: [DateCandidate] = []
    chosen.reserveCapacity(dates.count)
    var margins: [Int32] = []
    margins.reserveCapacity(dates.count)
    document.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices where tokens[index].source == .scanner && tokens[index].kind == ScannedSpan.dateKind {
        chosen.append(dates[Int(tokens[index].entry)])
        margins.append(tokens[index].margin)
      }
    }
    let tables = knowledge.scanners.dateTables
    let reference = given ?? ReferenceDateFinder(tables: tables).find(in: text, candidates: chosen)
    var context = DateContext(tables: tables, reference: reference)
    for index in chosen.indices {
      let rows = chosen[index].evidenceRows.map { number in
        dateTexts.row(number, of: tables.rows.count) { "\(tables.rows[number].table):\(tables.rows[number].surface)" }
      }
      var mention = Mention(
        range: chosen[index].range, type: .date, rule: chosen[index].rule, source: .scanner)
      mention.margin = margins[index]
      mention.extra = MentionExtra(
        value: .date(context.value(of: chosen[index].expression, continues: chosen[index].continues)), ownRows: rows)
      mentions.append(mention)
    }
    return reference
  }

  /// Appends the mentions of the figures that the decoder took, with what they count or measure.
  mutating func addFigures(of document: DecodedDocument, _ text: SourceText, to mentions: inout [Mention]) {
    guard let lexicon, !figures.isEmpty else { return }
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        let phrase = DecodedPhrase(tokens: UnsafeBufferPointer(rebasing: tokens[sentence.tokens]))
        for index in sentence.tokens
        where tokens[index].source == .scanner && tokens[index].kind != ScannedSpan.dateKind {
          var mention = mention(of: figures[Int(tokens[index].entry)], phrase, text, lexicon)
          mention.margin = tokens[index].margin
          mentions.append(mention)
        }
      }
    }
  }

  private mutating func mention(
    of candidate: FigureCandidate, _ phrase: DecodedPhrase, _ text: SourceText, _ lexicon: UnitLexicon
  ) -> Mention {
    var value = lexicon.value(of: candidate, in: text)
    if let object = FigureOfFinder().object(of: candidate, tokens: phrase, text: text) {
      value.of = FigureValue.Of(text: text.text(object), range: text.range(object))
    }
    let rows = lexicon.evidenceRows(of: candidate).map { number in
      figureTexts.row(number, of: lexicon.rowCount) { lexicon.evidence(of: number) }
    }
    var mention = Mention(range: candidate.range, type: .figure, rule: candidate.rule, source: .scanner)
    mention.extra = MentionExtra(value: .figure(value), ownRows: rows)
    return mention
  }
}
