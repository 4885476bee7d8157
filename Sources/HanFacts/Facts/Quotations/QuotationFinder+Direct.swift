/// Direct speech: what stands between marks.
extension QuotationFinder {
  mutating func readQuote(_ number: Int, _ sentence: FactStream.Sentence, _ sentenceNumber: Int) {
    if used[number] { return }
    let span = quotes.spans[number]
    if span.continues, let current, current.paragraph == span.paragraph - 1 {
      if used[number - 1], lengthen(current.draft - base, over: number) { return }
      make(number, current.speaker, cue: nil, rule: "paragraph", continues: current.draft)
      return
    }
    let floor = lead(of: span, sentence, sentenceNumber)
    if let (speaker, cue) = cueBefore(span, sentence, floor) {
      let part = pending.flatMap { $0.span == number ? $0.draft : nil }
      make(number, speaker, cue: cue, rule: "before", continues: splitPartner(cue) ?? part)
      return
    }
    // 认为“早该管了”：“我女儿…”
    if number > 0, used[number - 1], let current, quotes.spans[number - 1].close == span.open - 2,
      context.token(span.open - 1).wordClass == .colon
    {
      make(number, current.speaker, cue: nil, rule: "trailing", continues: current.draft)
      return
    }
    // 表示，…，“…”; 告诉记者，父亲惦记着搬迁：“…”: a part of what is reported.
    if isInside(span) { return }
    if let speaker = colonSpeaker(span, floor) {
      make(number, speaker, cue: nil, rule: "colon", continues: nil)
      return
    }
    if let pending, pending.span == number {
      make(number, pending.speaker, cue: nil, rule: "clause", continues: pending.draft)
      return
    }
    // 我鼓起勇气问：“…”他笑笑说: what a colon leads to is said by who stands before it.
    if context.token(span.open - 1).wordClass == .colon, span.open > floor { return }
    let end = seriesEnds[number]
    let behind = cueBehind(quotes.spans[end > number ? end : chainEnds[number]])
    // 李明摇摇头，“…”处长回应，…: what the verb behind leads to stands behind it.
    if behind.map({ context.token($0.1 + 1).wordClass == .comma }) ?? true, let speaker = commaSpeaker(span, floor) {
      make(number, speaker, cue: nil, rule: "clause", continues: nil)
      return
    }
    if let (speaker, cue, isAct) = behind {
      // A term between marks is no speech; speech has an end mark or stands alone before its cue.
      let isWhole = span.hasSentence || end > number || isApart(span) && beginsClause(span.open, sentence)
      if isWhole, !isAct || span.hasSentence || beginsClause(span.open, sentence) {
        var previous: Int?
        for part in number...end {
          make(part, speaker, cue: cue, rule: end > number ? "series" : "behind", continues: previous)
          previous = nil
        }
        // 柏舟这样解释歌词的来历，“…”
        if end == number, chainEnds[number] == number, let next = partBehind(cue + 1, span), let current {
          pending = (quotes.span(at: next), speaker, current.draft)
        }
        return
      }
    }
    if readClauseBehind(number, sentence) { return }
    if let speaker = topicSpeaker(span, sentence, sentenceNumber) {
      make(number, speaker, cue: nil, rule: "topic", continues: nil)
      return
    }
    // Speech that goes on behind a sentence of its speaker in the same paragraph.
    if span.hasSentence, span.open == sentence.tokens.lowerBound, let current, current.paragraph == span.paragraph {
      if let other = another(than: current.speaker) {
        make(number, other, cue: nil, rule: "trailing", continues: nil)
      } else {
        make(number, current.speaker, cue: nil, rule: "trailing", continues: current.draft)
      }
      return
    }
    if let (speaker, cue) = nextParagraph(span, sentence, sentenceNumber) {
      make(number, speaker, cue: cue, rule: "behind", continues: nil)
    }
  }

  /// `“我们每年送骨干去进修。⏎“学成回来的人优先。”`: one quotation over several paragraphs, each of which opens with a mark.
  private mutating func lengthen(_ draft: Int, over number: Int) -> Bool {
    let span = quotes.spans[number]
    guard span.close - 1 > span.open,
      extend(draft, to: Int(context.token(span.close - 1).end), mark: span.isClosed ? span.close : span.close - 1)
    else { return false }
    used[number] = true
    current?.paragraph = span.paragraph
    return true
  }

  /// `“…。”` as a paragraph of its own and `商务部部长李明说，…` at the beginning of the next: he said that too.
  private func nextParagraph(
    _ span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ number: Int
  ) -> (Speaker, Int)? {
    guard span.hasSentence, span.isClosed, sentence.beginsParagraph, span.open == sentence.tokens.lowerBound else {
      return nil
    }
    var next = number + 1
    let sentences = context.stream.sentences
    while next < sentences.count, sentences.base[next].tokens.lowerBound <= span.close { next += 1 }
    guard next < sentences.count else { return nil }
    let behind = sentences.base[next]
    let floor = behind.tokens.lowerBound
    guard behind.beginsParagraph, behind.paragraph == sentence.paragraph + 1, floor == span.close + 1 else {
      return nil
    }
    for index in behind.tokens.prefix(16) {
      if context.endsClause(index) || quotes.span(at: index) >= 0 { return nil }
      guard index > floor, isCue(index, floor) else { continue }
      // 说，…; 告诉记者，…, but not 说：“…”, which leads to what follows alone.
      let mark = (index + 1...index + 3).first { context.endsClause($0) }
      guard let mark, context.token(mark).wordClass == .comma,
        let speaker = speakers.subject(of: index, floor: floor, persons: persons), speaker.isPerson
      else { return nil }
      return (speaker, index)
    }
    return nil
  }

  /// `船工罗永清在江上跑了大半辈子。“…”`: who was the subject since a speaker spoke, if it is another.
  func another(than speaker: Speaker) -> Speaker? {
    guard speaker.isPerson, speaker.piece.mention >= 0, let latest = persons.latest,
      context.mentions[latest].thing != context.mentions[speaker.piece.mention].thing
    else { return nil }
    let range = context.mentions[latest].range
    guard let token = context.stream.token(startingAt: range.lowerBound) else { return nil }
    return Speaker(piece: FactPiece(range: range, mention: latest), first: token, last: token, isPerson: true)
  }

  /// Whether a quotation stands in what was reported last.
  func isInside(_ span: QuoteSpans.Span) -> Bool {
    guard let last = drafts.last, let content = last.piece("content"), last.rule.hasPrefix("quotation.reported") else {
      return false
    }
    return content.range.contains(Int(context.token(span.open).start))
  }

  /// Whether a mark parts a quotation from what stands behind it, or who said it follows: not `“来饭了”创始人…`.
  func isApart(_ span: QuoteSpans.Span) -> Bool {
    let next = context.token(span.close + 1)
    return span.endsClause || next.wordClass == .comma || next.wordClass == .person || next.traits.contains(.pronoun)
  }

  /// The first token of what leads to a quotation: of its sentence, or of the paragraph before that ends in a colon.
  func lead(of span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ number: Int) -> Int {
    guard span.open == sentence.tokens.lowerBound, number > 0 else { return sentence.tokens.lowerBound }
    let before = context.stream.sentences.base[number - 1]
    guard before.paragraph == sentence.paragraph - 1, !before.tokens.isEmpty,
      context.token(before.tokens.upperBound - 1).wordClass == .colon
    else { return sentence.tokens.lowerBound }
    return before.tokens.lowerBound
  }

  /// Whether marks say that all of a clause is quoted, not a term in it.
  func isWhole(_ span: QuoteSpans.Span, _ sentence: FactStream.Sentence) -> Bool {
    if span.hasSentence || !span.isClosed { return true }
    let next = span.close + 1
    return next >= sentence.tokens.upperBound || context.endsClause(next) || context.token(next).wordClass == .open
      || context.token(next).wordClass == .close
  }

  func beginsClause(_ open: Int, _ sentence: FactStream.Sentence) -> Bool {
    open == sentence.tokens.lowerBound || context.endsClause(open - 1)
  }

  /// `王宏升说，“…”`, `习近平总书记勉励大家：“…”`, `强调“…”`
  func cueBefore(
    _ span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ floor: Int
  ) -> (Speaker, Int)? {
    var index = span.open - 1
    guard index >= floor, isWhole(span, sentence) else { return nil }
    let mark = context.token(index).wordClass
    let hasMark = mark == .comma || mark == .colon
    if hasMark { index -= 1 }
    var steps = 0
    while index >= floor, steps < (mark == .colon ? 8 : 5) {
      if context.endsClause(index) || quotes.span(at: index) >= 0 { return nil }
      if isCue(index, floor), mark != .comma || steps == 0 || addresseeEnd(index, span.open) == span.open - 1 {
        guard hasMark || isSpeech(span, behind: index, steps) else { return nil }
        // 宣布结果时，“…”: the clause is a setting.
        if hasMark, steps > 0, speakers.closesPhrase(span.open - 2) { return nil }
        guard let speaker = speaker(of: index, floor: floor) else { return nil }
        return (speaker, index)
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// Whether marks without a mark before them hold speech: 强调“…”, 坦言“压力不小”, 评价这套账本“…”, not 提出“三个代表”.
  func isSpeech(_ span: QuoteSpans.Span, behind cue: Int, _ steps: Int) -> Bool {
    if steps > 0 { return span.close - span.open > 4 && context.reads(cue, as: .judging) }
    if span.close - span.open > 5 { return true }
    // 表示“无可奉告”, 仅称“以公告为准”: a long clause of few words.
    let names = context.reads(cue, as: Self.calls) && context.token(cue - 1).wordClass != .adverb
    if !names, Int(context.token(span.close).start - context.token(span.open).end) > 6 {
      return true
    }
    return context.reads(cue, as: .judging) && span.close - span.open > 2
  }

  /// The subject of a verb of speech; where the sentence has none, who spoke before it: `顿了顿，又说，“…”`.
  func speaker(of cue: Int, floor: Int) -> Speaker? {
    if let speaker = speakers.subject(of: cue, floor: floor, persons: persons) { return speaker }
    if let document = speakers.document(in: cue) { return document }
    // 据介绍: nobody is named.
    if context.folded[Int(context.token(cue).start)] == 0x636E { return nil }
    guard let current, let last = drafts.last, current.paragraph == persons.paragraph,
      Int(context.token(cue).start) - last.range.upperBound < 60
    else { return nil }
    var index = cue - 1
    while index >= floor, cue - index < 10 {
      if quotes.span(at: index) >= 0 { break }
      switch context.token(index).wordClass {
      case .adverb, .conjunction, .verb, .particle, .modal, .adjective, .classifier, .comma: break
      case .stop: index = floor
      default: return nil
      }
      index -= 1
    }
    guard cue - index < 10 else { return nil }
    var speaker = current.speaker
    speaker.coreference = "subject"
    return speaker
  }

  /// The speaker and the cue behind a quotation: `”王宏升说`, `”……会晤中，习近平主席提出`.
  func cueBehind(_ span: QuoteSpans.Span) -> (Speaker, Int, isAct: Bool)? {
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
    guard start < limit, sameParagraph(start, span) || pointsBack(start, span) else { return nil }
    var clauses = 0
    var clauseStart = start
    while index < limit, index - start < 48, sameParagraph(index, span) || index - start < 4 {
      let token = context.token(index)
      if quotes.span(at: index) >= 0 { return nil }
      if token.wordClass == .stop { return nil }
      if token.wordClass == .comma || token.wordClass == .colon {
        clauses += 1
        // A date or a phrase of place may stand before the speaker.
        if !(isSeries && clauses == 1), clauses > 2 || !isSetting(clauseStart, index) { return nil }
        clauseStart = index + 1
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

  /// `3月19日，`, `在茶店镇中学安置点，`: a clause of time or place.
  func isSetting(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if (start..<end).contains(where: { context.token($0).wordClass == .person }) { return false }
    if context.token(start).wordClass == .preposition, end - start <= 16 { return !context.isCharacter(start, 0x636E) }
    // 发布会的最后，
    if end - start <= 5, context.reads(end - 1, as: .occasion) { return true }
    return end - start <= 4
      && (start..<end).contains { context.token($0).wordClass == .date || context.token($0).wordClass == .locality }
  }

  /// Whether the clause ends behind a verb of speech, so that it speaks of what was quoted.
  func closesCue(_ index: Int, _ limit: Int) -> Bool {
    if context.reads(index - 1, as: .thus) { return true }
    // 这样对记者总结
    if let phrase = (1..<6).first(where: { step in context.reads(index - step, as: .thus) }),
      context.token(index - phrase + 1).wordClass == .preposition
    {
      return true
    }
    if addresseeEnd(index, limit) != nil { return true }
    // 问得很细
    if let end = degreeEnd(index + 1, limit), context.endsClause(end) { return true }
    // 说这话时, 说到这里, 说完: it points backwards.
    let end = Int(context.token(min(index + 3, limit - 1)).end)
    if Self.back.contains(where: { context.reads($0, at: Int(context.token(index).end), before: end) }) { return true }
    var next = index + 1
    // 大喊一声
    if next + 1 < limit, context.reads(next, as: Self.once) { next += 1 }
    if next + 1 < limit, context.isCharacter(next, 0x4E00),
      context.isCharacter(next + 1, 0x58F0) || context.isCharacter(next + 1, 0x53E5)
    {
      next += 2
    }
    while next < limit, next - index <= 3,
      context.token(next).traits.contains(.cue) || context.token(next).wordClass == .title
        || context.token(next).wordClass == .pronoun || context.isCharacter(next, 0x9053)
    { next += 1 }
    return next >= limit || context.endsClause(next) || startsSentence(next)
  }

  /// `周亚军说这话时，…` at the head of the next paragraph.
  func pointsBack(_ start: Int, _ span: QuoteSpans.Span) -> Bool {
    guard span.hasSentence, context.token(start).wordClass == .person || speakers.isPersonal(start),
      isCue(start + 1, start)
    else { return false }
    let end = Int(context.token(start + 3).end)
    return Self.back.contains { context.reads($0, at: Int(context.token(start + 1).end), before: end) }
  }

  static let once = "一声".foldedScalars
  static let back = ["这话", "这番话", "这句话", "这些话", "话时", "到这里", "到这儿", "到此", "完"].map(\.foldedScalars)

  func startsSentence(_ index: Int) -> Bool {
    let place = Int(context.token(index).start)
    return place == 0 || context.stream.covering.base[place - 1] < 0
  }

  func sameParagraph(_ index: Int, _ span: QuoteSpans.Span) -> Bool {
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
}
