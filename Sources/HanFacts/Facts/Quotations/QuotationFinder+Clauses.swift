/// Direct speech without a verb of speech: who acts in the clause beside it speaks.
extension QuotationFinder {
  /// `李明摇摇头，“…”`: who acts in the clause before.
  func commaSpeaker(_ span: QuoteSpans.Span, _ floor: Int) -> Speaker? {
    guard span.open - 1 > floor, span.hasSentence, context.token(span.open - 1).wordClass == .comma,
      quotes.span(at: span.open - 2) < 0,
      let speaker = speakers.actor(from: floor, before: span.open - 1, isBetween: true, persons), speaker.isPerson
    else { return nil }
    return speaker
  }

  /// `里德尔则把责任推给了媒体：“…”`, `他摇头：“…”`: the subject of the clause before a colon.
  func colonSpeaker(_ span: QuoteSpans.Span, _ floor: Int) -> Speaker? {
    let colon = span.open - 1
    guard colon > floor, span.hasSentence || isHeadline(span), context.token(colon).wordClass == .colon else {
      return nil
    }
    var index = colon - 1
    while index >= floor, colon - index < 24, !context.endsClause(index), quotes.span(at: index) < 0 {
      if context.reads(index, as: .bearer) { return nil }
      index -= 1
    }
    guard let speaker = speakers.subject(of: colon, floor: floor, persons: persons),
      speaker.isPerson || speaker.isHuman
    else { return nil }
    return speaker
  }

  /// Whether speech without an end mark closes its line, as in a headline: `新外长就职：“签证的事，没有人可以例外”`.
  func isHeadline(_ span: QuoteSpans.Span) -> Bool {
    guard span.isClosed, !sameParagraph(span.close + 1, span) || span.close + 1 >= context.stream.tokens.count else {
      return false
    }
    return (span.open..<span.close).contains { context.token($0).wordClass == .comma }
  }

  /// Speech without a verb of speech: who acts in the clause behind it speaks.
  ///
  /// ```
  /// “别叫我老师，”他摆摆手，“叫老沈就行。”        the clause stands between two parts
  /// “抢的就是时间。”32岁的徐天娇摘下口罩。         the quotation begins its paragraph
  /// ```
  mutating func readClauseBehind(_ number: Int, _ sentence: FactStream.Sentence) -> Bool {
    let span = quotes.spans[number]
    let start = span.close + 1
    guard span.isClosed, span.endsClause, beginsClause(span.open, sentence), sameParagraph(start, span),
      quotes.span(at: start) < 0, !context.endsClause(start)
    else { return false }
    // 对此，行长表示，…: who answers did not say it.
    if context.reads(start, as: Self.aboutThis)
      || context.isCharacter(start, 0x5BF9) && context.isCharacter(start + 1, 0x6B64)
    {
      return false
    }
    let next = partBehind(start, span)
    let beginsParagraph = span.open == sentence.tokens.lowerBound && sentence.beginsParagraph
    // A colon leads to the second part alone, unless both make up the paragraph.
    let isSplit = next.map { beginsParagraph || context.token($0 - 1).wordClass == .comma } ?? false
    // 她 behind what nobody else said speaks on.
    if span.hasSentence, beginsParagraph, let signer = signer(start) {
      make(number, signer, cue: nil, rule: "signature", continues: nil)
      return true
    }
    let end = clauseEnd(start)
    // “…”小汪苦笑。
    let isExpression =
      span.hasSentence && context.token(end).wordClass == .stop && end - start <= 8
      && context.ends(Int(context.token(start).start)..<Int(context.token(end).start), as: .expression)
    let isLeft = speakers.leavesWords(sentenceEnd(start))
    let isTaken =
      beginsParagraph || isExpression || speakers.isSaying(start, clauseEnd(start)) || speakers.isPersonal(start)
      || context.reads(actorEnd(start), as: Self.aboutThis) || isLeft
    guard isSplit || span.hasSentence && isTaken else { return false }
    guard
      let speaker = speakers.actor(
        from: start, before: next ?? start + 40,
        isBetween: isSplit || beginsParagraph && (isTopic(start) || isOpening(start)) || isLeft,
        mayOnlyBe: isExpression || isSplit && span.hasSentence, persons)
    else {
      return false
    }
    make(number, speaker, cue: nil, rule: "clause", continues: nil)
    if isSplit, let next, let current { pending = (quotes.span(at: next), speaker, current.draft) }
    return true
  }

  /// `提起救她的人，关淑云的眼圈红了。⏎“他上来的时候脸都紫了。”`: who speaks of something in the sentence before a paragraph
  /// of speech.
  func topicSpeaker(_ span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ number: Int) -> Speaker? {
    guard number > 0, sentence.beginsParagraph, span.open == sentence.tokens.lowerBound, span.hasSentence,
      !span.isClosed || span.close + 1 >= context.stream.tokens.count || !sameParagraph(span.close + 1, span)
    else { return nil }
    let before = context.stream.sentences.base[number - 1].tokens
    guard context.stream.sentences.base[number - 1].paragraph == sentence.paragraph - 1, isTopic(before.lowerBound),
      case let comma = clauseEnd(before.lowerBound), comma + 1 < before.upperBound,
      context.token(comma).wordClass == .comma, context.token(comma + 1).wordClass == .person
    else { return nil }
    return speakers.person(comma + 1)
  }

  /// Whether a clause says of what somebody speaks: 谈起创业经历，王海涛连连摇头.
  func isTopic(_ start: Int) -> Bool { context.reads(start, as: .topic) }

  /// The mark that ends the clause of a token, forty tokens on at most.
  func clauseEnd(_ start: Int) -> Int {
    var index = start
    while index - start < 40, index < context.stream.tokens.count, !context.endsClause(index) { index += 1 }
    return index
  }

  /// The mark that ends the sentence of a token, forty tokens on at most.
  private func sentenceEnd(_ start: Int) -> Int {
    var index = start
    while index - start < 40, index < context.stream.tokens.count, context.token(index).wordClass != .stop {
      index += 1
    }
    return index
  }

  /// Whether a clause sets the time of what follows: 最后陈述时，孔令昌哽咽了; 赛后，….
  func isOpening(_ start: Int) -> Bool {
    let end = clauseEnd(start)
    guard end > start, end - start <= 8, context.token(end).wordClass == .comma,
      !(start..<end).contains(where: { context.token($0).wordClass == .person })
    else { return false }
    return isSetting(start, end) || speakers.closesPhrase(end - 1)
      || end == start + 1 && context.reads(start, as: .occasion)
  }

  /// `“…”——林丹` at the end of a paragraph.
  func signer(_ start: Int) -> Speaker? {
    guard context.token(start).wordClass == .dash else { return nil }
    var index = start
    while index < context.stream.tokens.count, index - start < 12 {
      switch context.token(index).wordClass {
      case .person:
        let end = Int(context.token(index).end)
        guard index + 1 >= context.stream.tokens.count || context.folded[end] == 0x0A else { return nil }
        return Speaker(piece: context.piece(index, index), first: index, last: index, isPerson: true)
      case .dash, .title, .organization, .place, .noun: index += 1
      default: return nil
      }
    }
    return nil
  }

  /// 对此 in the clause that begins at a token, or its end.
  func actorEnd(_ start: Int) -> Int {
    var index = start
    while index - start < 24, !context.endsClause(index), !context.reads(index, as: Self.aboutThis) { index += 1 }
    return index
  }

  static let aboutThis = "对此".foldedScalars

  /// The opening mark of the second part behind a clause, `”他摆摆手，“`, or nil.
  func partBehind(_ start: Int, _ span: QuoteSpans.Span) -> Int? {
    var index = start
    while index < context.stream.tokens.count, index - start < 40 {
      let number = quotes.span(at: index)
      if number >= 0 {
        let part = quotes.spans[number]
        guard part.open == index, part.paragraph == span.paragraph, part.endsClause else { return nil }
        let mark = context.token(index - 1).wordClass
        return mark == .comma || mark == .colon ? index : nil
      }
      if context.token(index).wordClass == .stop { return nil }
      index += 1
    }
    return nil
  }
}
