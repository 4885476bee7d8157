/// Finds who said what.
///
/// ```
/// “最近一年来，都是这样的工作节奏。”王宏升说。                         quoted, the speaker behind
/// 习近平总书记说：“航天梦是强国梦的重要组成部分。”                        quoted, the speaker before
/// “我们完成了…任务。”王宏升说，“刚刚组建团队的时候…”                     split: the second part continues the first
/// 汪文斌说，这次会晤取得一系列重要成果。                                 reported
/// “要加强…”“要有序…”……会晤中，习近平主席提出一系列倡议。                  a series with one speaker behind it
/// ```
struct QuotationFinder {
  private(set) var context: FactContext
  private let speakers: SpeakerFinder
  private let quotes: QuoteSpans
  private var persons = PersonMemory()
  /// The draft that made the last quotation of the paragraph, and its speaker.
  private var current: (draft: Int, speaker: Speaker, paragraph: Int32)?
  /// By span: whether a quotation has been made of it.
  private var used: [Bool]
  /// By span: the last of the series that only … and marks part, `“…”“…”……`.
  private var seriesEnds: [Int]
  private(set) var drafts: [FactDraft] = []
  private let base: Int
  /// By the first token of a sentence that a dateline opens: the token behind it.
  private var behindDateline: [Int: Int] = [:]

  init(context: FactContext) {
    self.context = context
    speakers = SpeakerFinder(context: context)
    quotes = QuoteSpans(context)
    used = Array(repeating: false, count: quotes.spans.count)
    seriesEnds = Array(quotes.spans.indices)
    for number in quotes.spans.indices.dropLast().reversed()
    where quotes.spans[number].isClosed && quotes.spans[number + 1].open == quotes.spans[number].close + 1
      && quotes.spans[number + 1].paragraph == quotes.spans[number].paragraph
    {
      seriesEnds[number] = seriesEnds[number + 1]
    }
    base = context.drafts.count
    for draft in context.drafts where draft.type == .dateline {
      if let first = context.stream.token(startingAt: draft.range.lowerBound),
        let last = context.stream.token(endingAt: draft.range.upperBound)
      {
        behindDateline[first] = last + 1
      }
    }
  }

  /// Reads the document sentence by sentence.
  mutating func find() {
    let stream = context.stream
    for number in 0..<stream.sentences.count {
      var sentence = stream.sentences.base[number]
      // Who sends the dispatch does not say what it says.
      if let first = behindDateline[Int(sentence.firstToken)], first < Int(sentence.endToken) {
        sentence.firstToken = Int32(first)
      }
      if sentence.paragraph != persons.paragraph { persons.enter(paragraph: sentence.paragraph) }
      readSentence(sentence, number)
    }
  }

  private mutating func readSentence(_ sentence: FactStream.Sentence, _ number: Int) {
    let tokens = sentence.tokens
    var isReported = false
    var subject = -1
    for index in tokens {
      let token = context.token(index)
      let span = Int(quotes.covering[index])
      if span >= 0 {
        if quotes.spans[span].open == index { readQuote(span, sentence, number) }
        continue
      }
      if token.wordClass == .person, subject < 0, isSubject(index, tokens.lowerBound) {
        subject = index
        persons.remember(Int(token.mention))
      }
      if !isReported, isCue(index, tokens.lowerBound), readReported(index, sentence) { isReported = true }
    }
  }

  /// Whether a token is a verb of speech here, not the noun of `4点倡议` or `他的建议`.
  private func isCue(_ index: Int, _ floor: Int) -> Bool {
    guard !context.token(index).traits.isDisjoint(with: [.cue, .weakCue]) else { return false }
    guard index > floor else { return true }
    // 报告明确指出: the document says it.
    if speakers.isDocument(index), index + 1 < context.stream.tokens.count,
      context.token(index + 1).traits.contains(.cue), context.token(index - 1).wordClass != .comma
    {
      return false
    }
    switch context.token(index - 1).wordClass {
    case .figure, .numeral, .pause: return false
    case .particle: return !context.isCharacter(index - 1, 0x7684)
    // 提出质疑, 发表声明: the second is the object.
    case .speechVerb: return context.token(index).traits.contains(.cue)
    default: return true
    }
  }

  /// Whether a person begins its clause, with its titles.
  private func isSubject(_ index: Int, _ floor: Int) -> Bool {
    var start = index - 1
    while start >= floor {
      switch context.token(start).wordClass {
      case .comma, .stop, .colon: return true
      case .preposition, .verb, .particle, .speechVerb:
        return context.isCharacter(start, 0x5728) || context.isCharacter(start, 0x7684)
      default: start -= 1
      }
    }
    return true
  }

  // MARK: Direct speech

  private mutating func readQuote(_ number: Int, _ sentence: FactStream.Sentence, _ sentenceNumber: Int) {
    if used[number] { return }
    let span = quotes.spans[number]
    if span.continues, let current, current.paragraph == span.paragraph - 1 {
      make(number, current.speaker, cue: nil, rule: "paragraph", continues: current.draft)
      return
    }
    if let (speaker, cue) = cueBefore(span, sentence) {
      make(number, speaker, cue: cue, rule: "before", continues: splitPartner(cue))
      return
    }
    let end = seriesEnds[number]
    if let (speaker, cue, isAct) = cueBehind(quotes.spans[end]) {
      // A term between marks is no speech; speech has an end mark or stands alone before its cue.
      let isWhole = span.hasSentence || end > number || beginsClause(span.open, sentence)
      if isWhole, !isAct || span.hasSentence || beginsClause(span.open, sentence) {
        var previous: Int?
        for part in number...end {
          make(part, speaker, cue: cue, rule: end > number ? "series" : "behind", continues: previous)
          previous = nil
        }
        return
      }
    }
    // Speech that goes on behind a sentence of its speaker in the same paragraph.
    if span.hasSentence, span.open == sentence.tokens.lowerBound, let current, current.paragraph == span.paragraph {
      make(number, current.speaker, cue: nil, rule: "trailing", continues: current.draft)
    }
  }

  /// Whether marks say that all of a clause is quoted, not a term in it.
  private func isWhole(_ span: QuoteSpans.Span, _ sentence: FactStream.Sentence) -> Bool {
    if span.hasSentence || !span.isClosed { return true }
    let next = span.close + 1
    return next >= sentence.tokens.upperBound || context.endsClause(next) || context.token(next).wordClass == .open
      || context.token(next).wordClass == .close
  }

  private func beginsClause(_ open: Int, _ sentence: FactStream.Sentence) -> Bool {
    open == sentence.tokens.lowerBound || context.endsClause(open - 1)
  }

  /// `王宏升说，“…”`, `习近平总书记勉励大家：“…”`, `强调“…”`
  private func cueBefore(_ span: QuoteSpans.Span, _ sentence: FactStream.Sentence) -> (Speaker, Int)? {
    var index = span.open - 1
    guard index >= sentence.tokens.lowerBound, isWhole(span, sentence) else { return nil }
    let mark = context.token(index).wordClass
    let hasMark = mark == .comma || mark == .colon
    if hasMark { index -= 1 }
    var steps = 0
    while index >= sentence.tokens.lowerBound, steps < (hasMark ? 5 : 1) {
      if context.endsClause(index) || quotes.covering[index] >= 0 { return nil }
      if isCue(index, sentence.tokens.lowerBound), mark != .comma || steps == 0 {
        guard hasMark || span.close - span.open > 5 else { return nil }
        guard let speaker = speakers.subject(of: index, floor: sentence.tokens.lowerBound, persons: persons) else {
          return nil
        }
        return (speaker, index)
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// The speaker and the cue behind a quotation: `”王宏升说`, `”……会晤中，习近平主席提出`.
  private func cueBehind(_ span: QuoteSpans.Span) -> (Speaker, Int, isAct: Bool)? {
    guard span.isClosed else { return nil }
    let limit = context.stream.tokens.count
    var index = span.close + 1
    var isSeries = false
    while index < limit, context.token(index).wordClass == .stop, context.isCharacter(index, 0x2026) {
      index += 1
      isSeries = true
    }
    if index < limit, context.token(index).wordClass == .comma { index += 1 }
    let start = index
    guard start < limit, sameParagraph(start, span) else { return nil }
    var clauses = 0
    while index < limit, index - start < 36, sameParagraph(index, span) {
      let token = context.token(index)
      if quotes.covering[index] >= 0 { return nil }
      if token.wordClass == .stop { return nil }
      if token.wordClass == .comma || token.wordClass == .colon {
        clauses += 1
        // A date or a phrase of place may stand before the speaker.
        let allowed = isSeries || clauses == 1 && isSetting(start, index) ? 1 : 0
        if clauses > allowed { return nil }
      }
      let isCue = self.isCue(index, start) && closesCue(index, limit)
      let isAct = token.traits.contains(.speechAct)
      if isCue || isAct, index > start,
        let speaker = speakers.subject(of: index, floor: start, persons: persons), speaker.first >= start,
        isCue || speaker.isPerson
      {
        return (speaker, index, isAct: !isCue)
      }
      index += 1
    }
    return nil
  }

  /// `3月19日，`: a short clause of time or place.
  private func isSetting(_ start: Int, _ end: Int) -> Bool {
    end - start <= 4
      && (start..<end).contains { context.token($0).wordClass == .date || context.token($0).wordClass == .locality }
  }

  /// Whether the clause ends behind a verb of speech, so that it speaks of what was quoted.
  private func closesCue(_ index: Int, _ limit: Int) -> Bool {
    var next = index + 1
    while next < limit, next - index <= 2,
      context.token(next).traits.contains(.cue) || context.token(next).wordClass == .title
        || context.isCharacter(next, 0x9053)
    { next += 1 }
    return next >= limit || context.endsClause(next) || startsSentence(next)
  }

  private func startsSentence(_ index: Int) -> Bool {
    let place = Int(context.token(index).start)
    return place == 0 || context.stream.covering.base[place - 1] < 0
  }

  private func sameParagraph(_ index: Int, _ span: QuoteSpans.Span) -> Bool {
    let from = Int(context.token(span.open).start)
    let to = Int(context.token(index).start)
    // A paragraph end is the only character without a token.
    var place = Int(context.token(span.close).end)
    while place < to {
      if context.folded[place] == 0x0A { return false }
      place += 1
    }
    return to > from
  }

  /// The quotation before the cue, if the cue stands between two parts of one.
  private func splitPartner(_ cue: Int) -> Int? {
    guard let current, let piece = drafts.last?.piece("cue"), piece.range == context.token(cue).range else {
      return nil
    }
    return current.draft
  }

  private mutating func make(_ number: Int, _ speaker: Speaker, cue: Int?, rule: String, continues: Int?) {
    let span = quotes.spans[number]
    used[number] = true
    let last = span.close - 1
    guard last > span.open else { return }
    var draft = FactDraft(
      type: .quotation, rule: evidence("quotation.\(rule)", speaker),
      range: Int(
        context.token(span.open).start)..<Int(context.token(min(span.close, last + (span.isClosed ? 1 : 0))).end))
    draft.set("speaker", speaker.piece)
    if let cue { draft.set("cue", FactPiece(range: context.token(cue).range)) }
    draft.set("content", FactPiece(range: Int(context.token(span.open + 1).start)..<Int(context.token(last).end)))
    draft.arguments.append(("form", .word("quoted")))
    if let continues { draft.arguments.append(("continues", .fact(continues))) }
    finish(&draft, speaker, cue, span.paragraph)
  }

  private mutating func finish(_ draft: inout FactDraft, _ speaker: Speaker, _ cue: Int?, _ paragraph: Int32) {
    var range = draft.range
    for place in [cue.map { context.token($0).range }, speaker.coreference == nil ? speaker.piece.range : nil] {
      if let place, abs(place.lowerBound - range.lowerBound) < 2_000 {
        range = min(range.lowerBound, place.lowerBound)..<max(range.upperBound, place.upperBound)
      }
    }
    draft.range = range
    drafts.append(draft)
    current = (base + drafts.count - 1, speaker, paragraph)
    if speaker.isPerson { persons.remember(speaker.piece.mention) }
  }

  private func evidence(_ rule: String, _ speaker: Speaker) -> String {
    speaker.coreference.map { "\(rule)+coreference.\($0)" } ?? rule
  }

  // MARK: Reported speech

  /// `汪文斌说，…`; true where a quotation was made.
  private mutating func readReported(_ cue: Int, _ sentence: FactStream.Sentence) -> Bool {
    let tokens = sentence.tokens
    var next = cue + 1
    // 解释说, 表示道
    while next < tokens.upperBound, next - cue <= 2, context.token(next).traits.contains(.cue) { next += 1 }
    if next < tokens.upperBound, context.token(next).wordClass == .title, context.token(cue).traits.contains(.weakCue) {
      next += 1
    }
    guard next < tokens.upperBound else { return false }
    let token = context.token(next)
    let hasMark = token.wordClass == .comma || token.wordClass == .colon
    var start = next
    if hasMark { start += 1 }
    guard start < tokens.upperBound,
      quotes.covering[start] < 0 || !quotes.spans[Int(quotes.covering[start])].hasSentence
        || quotes.spans[Int(quotes.covering[start])].open != start
    else { return false }
    // What begins with a quotation that ends the clause is direct speech.
    if quotes.covering[start] >= 0, used[Int(quotes.covering[start])] { return false }
    guard let speaker = speakers.subject(of: cue, floor: tokens.lowerBound, persons: persons) else { return false }
    if !hasMark, !isPlainClause(cue, next, tokens.upperBound, speaker) { return false }
    var last = tokens.upperBound - 1
    while last > start, context.token(last).wordClass == .stop { last -= 1 }
    guard Int(context.token(last).end - context.token(start).start) >= 4 else { return false }
    var draft = FactDraft(
      type: .quotation, rule: evidence("quotation.reported", speaker),
      range: Int(context.token(start).start)..<Int(context.token(last).end))
    draft.set("speaker", speaker.piece)
    draft.set("cue", FactPiece(range: context.token(cue).range.lowerBound..<Int(context.token(next - 1).end)))
    draft.set("content", FactPiece(range: draft.range))
    draft.arguments.append(("form", .word("reported")))
    if let current, let piece = drafts.last?.piece("cue"), piece.range.overlaps(context.token(cue).range) {
      draft.arguments.append(("continues", .fact(current.draft)))
    }
    finish(&draft, speaker, cue, sentence.paragraph)
    return true
  }

  /// Speech without a mark: only behind a plain verb of speech beside its subject, and only a clause.
  private func isPlainClause(_ cue: Int, _ next: Int, _ limit: Int, _ speaker: Speaker) -> Bool {
    guard context.token(cue).traits.contains(.cue) else { return false }
    // 主席发来贺信，指出推进合作…
    if opensClause(cue), Self.pointsOut.contains(where: { context.reads(cue, as: $0) }) { return limit - next >= 5 }
    guard speaker.isPerson, cue - speaker.last <= 4 else { return false }
    if context.reads(cue, as: Self.expresses) { return false }
    switch context.token(next).wordClass {
    case .noun, .pronoun, .place, .organization, .person, .preposition, .conjunction, .date, .other: break
    default: return false
    }
    return limit - next >= 5
  }

  private func opensClause(_ cue: Int) -> Bool {
    guard cue > 1 else { return false }
    let before = context.token(cue - 1)
    let isJoint = before.count == 1 && (before.wordClass == .conjunction || before.wordClass == .adverb)
    return context.token(isJoint ? cue - 2 : cue - 1).wordClass == .comma
  }

  private static let pointsOut = ["指出", "强调", "认为", "并指出", "并强调"].map(\.foldedScalars)
  private static let expresses = "表示".foldedScalars
}
