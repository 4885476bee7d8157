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
  /// A quotation that goes on one whose clause stands between them, `“…”他摆摆手，“…”`: its span, speaker and first part.
  private var pending: (span: Int, speaker: Speaker, draft: Int)?
  /// By span: the last of the series that only … and marks part, `“…”“…”……`.
  private var seriesEnds: [Int]
  /// By span: the last part of a quotation over several paragraphs, each of which opens with a mark.
  private var chainEnds: [Int]
  private(set) var drafts: [FactDraft] = []
  private let base: Int
  /// By the first token of a sentence that a dateline opens: the token behind it.
  private var behindDateline: [Int: Int] = [:]

  init(context: FactContext) {
    self.context = context
    quotes = QuoteSpans(context)
    speakers = SpeakerFinder(context: context, quotes: quotes)
    used = Array(repeating: false, count: quotes.spans.count)
    seriesEnds = Array(quotes.spans.indices)
    for number in quotes.spans.indices.dropLast().reversed()
    where quotes.spans[number].isClosed && quotes.spans[number + 1].open == quotes.spans[number].close + 1
      && quotes.spans[number + 1].paragraph == quotes.spans[number].paragraph
    {
      seriesEnds[number] = seriesEnds[number + 1]
    }
    chainEnds = Array(quotes.spans.indices)
    for number in quotes.spans.indices.dropLast().reversed()
    where !quotes.spans[number].isClosed && quotes.spans[number + 1].continues {
      chainEnds[number] = chainEnds[number + 1]
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
      let span = quotes.span(at: index)
      if span >= 0 {
        if quotes.spans[span].open == index { readQuote(span, sentence, number) }
        continue
      }
      if token.wordClass == .person, subject < 0, isSubject(index, tokens.lowerBound) {
        subject = index
        persons.remember(Int(token.mention))
      }
      if !isReported, isCue(index, tokens.lowerBound) || isAnswer(index, number), readReported(index, sentence) {
        isReported = true
      }
    }
  }

  /// Whether a token is a verb of speech here, not the noun of `4点倡议` or `他的建议`.
  private func isCue(_ index: Int, _ floor: Int) -> Bool {
    if reckoning(index) != nil { return true }
    if isOpinion(index) { return index > floor && context.isCharacter(index - 1, 0x7684) }
    guard !isNone(speech(index)) else { return false }
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
    case .speechVerb: return speech(index).contains(.cue)
    // 高原出生并非唯一解释: the predicate is a noun.
    case .adjective: return speech(index).contains(.cue) || !context.token(index - 2).traits.contains(.copula)
    case .preposition: return !(context.isCharacter(index - 1, 0x636E) && index > floor + 1)
    default: break
    }
    // 据当地媒体分析: 分析 is what they made.
    if context.reads(index, as: Self.analysis) {
      return !(floor..<index).suffix(8).contains { context.isCharacter($0, 0x636E) }
    }
    // 又指，…, 陈立翻开一页道：…, not 指着, 治国之道: only what stands before a mark is speech.
    if context.isCharacter(index, 0x6307) || context.isCharacter(index, 0x9053) {
      let next = context.token(index + 1).wordClass
      return next == .colon || next == .comma && context.token(index + 1).end == context.token(index + 2).start
    }
    return true
  }

  /// `…有关安排？程建华：应国家主席邀请…`: a name and a colon behind a question.
  private func isAnswer(_ index: Int, _ number: Int) -> Bool {
    guard context.token(index).wordClass == .person, context.token(index + 1).wordClass == .colon, number > 0 else {
      return false
    }
    let before = context.stream.sentences.base[number - 1]
    let sentence = context.stream.sentences.base[number]
    return sentence.tokens.lowerBound == index && sentence.paragraph - before.paragraph <= 1
      && context.isCharacter(before.tokens.upperBound - 1, 0x3F)
  }

  private func isNone(_ traits: WordTraits) -> Bool { traits.isDisjoint(with: [.cue, .weakCue]) }

  /// What a token does as a verb of speech: what the table says of it, else of its end, 采访时|说, 高兴地|表示.
  private func speech(_ index: Int) -> WordTraits {
    let token = context.token(index)
    var traits = token.traits.intersection([.cue, .weakCue])
    if token.traits.contains(.tone) { traits.insert(.weakCue) }
    guard traits.isEmpty, token.wordClass == .speechVerb, token.count > 2, !token.traits.contains(.speechAct) else {
      return traits
    }
    for count in [2, 1] {
      let end = context.lexicon.traits(of: context.folded + Int(token.end) - count, count: count)
      if !isNone(end) { return end.contains(.cue) ? .cue : .weakCue }
    }
    return []
  }

  private static let analysis = "分析".foldedScalars

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
        return
      }
    }
    if readClauseBehind(number, sentence) { return }
    // Speech that goes on behind a sentence of its speaker in the same paragraph.
    if span.hasSentence, span.open == sentence.tokens.lowerBound, let current, current.paragraph == span.paragraph {
      if let other = another(than: current.speaker) {
        make(number, other, cue: nil, rule: "trailing", continues: nil)
      } else {
        make(number, current.speaker, cue: nil, rule: "trailing", continues: current.draft)
      }
    }
  }

  /// `船工罗永清在江上跑了大半辈子。“…”`: who was the subject since a speaker spoke, if it is another.
  private func another(than speaker: Speaker) -> Speaker? {
    guard speaker.isPerson, speaker.piece.mention >= 0, let latest = persons.latest,
      context.mentions[latest].thing != context.mentions[speaker.piece.mention].thing
    else { return nil }
    let range = context.mentions[latest].range
    guard let token = context.stream.token(startingAt: range.lowerBound) else { return nil }
    return Speaker(piece: FactPiece(range: range, mention: latest), first: token, last: token, isPerson: true)
  }

  /// Whether a quotation stands in what was reported last.
  private func isInside(_ span: QuoteSpans.Span) -> Bool {
    guard let last = drafts.last, let content = last.piece("content"), last.rule.hasPrefix("quotation.reported") else {
      return false
    }
    return content.range.contains(Int(context.token(span.open).start))
  }

  /// `李明摇摇头，“…”`: who acts in the clause before.
  private func commaSpeaker(_ span: QuoteSpans.Span, _ floor: Int) -> Speaker? {
    guard span.open - 1 > floor, span.hasSentence, context.token(span.open - 1).wordClass == .comma,
      quotes.span(at: span.open - 2) < 0,
      let speaker = speakers.actor(from: floor, before: span.open - 1, isBetween: true, persons), speaker.isPerson
    else { return nil }
    return speaker
  }

  /// Whether a mark parts a quotation from what stands behind it, or who said it follows: not `“来饭了”创始人…`.
  private func isApart(_ span: QuoteSpans.Span) -> Bool {
    let next = context.token(span.close + 1)
    return span.endsClause || next.wordClass == .comma || next.wordClass == .person || next.traits.contains(.pronoun)
  }

  /// The first token of what leads to a quotation: of its sentence, or of the paragraph before that ends in a colon.
  private func lead(of span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ number: Int) -> Int {
    guard span.open == sentence.tokens.lowerBound, number > 0 else { return sentence.tokens.lowerBound }
    let before = context.stream.sentences.base[number - 1]
    guard before.paragraph == sentence.paragraph - 1, !before.tokens.isEmpty,
      context.token(before.tokens.upperBound - 1).wordClass == .colon
    else { return sentence.tokens.lowerBound }
    return before.tokens.lowerBound
  }

  /// `里德尔则把责任推给了媒体：“…”`, `他摇头：“…”`: the subject of the clause before a colon.
  private func colonSpeaker(_ span: QuoteSpans.Span, _ floor: Int) -> Speaker? {
    let colon = span.open - 1
    guard colon > floor, span.hasSentence, context.token(colon).wordClass == .colon else { return nil }
    var index = colon - 1
    while index >= floor, colon - index < 24, !context.endsClause(index), quotes.span(at: index) < 0 {
      if Self.bearers.contains(where: { context.reads(index, as: $0) }) { return nil }
      index -= 1
    }
    guard let speaker = speakers.subject(of: colon, floor: floor, persons: persons),
      speaker.isPerson || speaker.isHuman
    else { return nil }
    return speaker
  }

  /// What a text stands on, or is met with; who does it does not say it: 墙上写着：“…”.
  private static let bearers = [
    "写着", "写有", "印着", "印有", "挂着", "刻着", "刻有", "贴着", "标着", "举着", "题为", "名为", "叫做", "横幅", "标语", "口号", "标题", "主题", "字样",
    "看到",
    "听到", "收到", "读到", "听见", "看见", "包括", "题词", "歌词",
  ].map(\.foldedScalars)

  /// Speech without a verb of speech: who acts in the clause behind it speaks.
  ///
  /// ```
  /// “别叫我老师，”他摆摆手，“叫老沈就行。”        the clause stands between two parts
  /// “抢的就是时间。”32岁的徐天娇摘下口罩。         the quotation begins its paragraph
  /// ```
  private mutating func readClauseBehind(_ number: Int, _ sentence: FactStream.Sentence) -> Bool {
    let span = quotes.spans[number]
    let start = span.close + 1
    guard span.isClosed, span.endsClause, beginsClause(span.open, sentence), sameParagraph(start, span),
      quotes.span(at: start) < 0, !context.endsClause(start)
    else { return false }
    let next = partBehind(start, span)
    let beginsParagraph = span.open == sentence.tokens.lowerBound && sentence.beginsParagraph
    // A colon leads to the second part alone, unless both make up the paragraph.
    let isSplit = next.map { beginsParagraph || context.token($0 - 1).wordClass == .comma } ?? false
    // 她 behind what nobody else said speaks on.
    if span.hasSentence, beginsParagraph, let signer = signer(start) {
      make(number, signer, cue: nil, rule: "signature", continues: nil)
      return true
    }
    let isTaken = beginsParagraph || speakers.isPersonal(start) || context.reads(actorEnd(start), as: Self.aboutThis)
    guard isSplit || span.hasSentence && isTaken else { return false }
    guard
      let speaker = speakers.actor(
        from: start, before: next ?? start + 40, isBetween: isSplit || beginsParagraph && isTopic(start), persons)
    else {
      return false
    }
    make(number, speaker, cue: nil, rule: "clause", continues: nil)
    if isSplit, let next, let current { pending = (quotes.span(at: next), speaker, current.draft) }
    return true
  }

  /// Whether a clause says of what somebody speaks: 谈起创业经历，王海涛连连摇头.
  private func isTopic(_ start: Int) -> Bool { Self.topics.contains { context.reads(start, as: $0) } }

  private static let topics = ["谈起", "说起", "提起", "讲起", "聊起", "回忆起", "谈到", "说到", "提到", "谈及", "提及", "回忆", "面对"].map(
    \.foldedScalars)

  /// `“…”——林丹` at the end of a paragraph.
  private func signer(_ start: Int) -> Speaker? {
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
  private func actorEnd(_ start: Int) -> Int {
    var index = start
    while index - start < 24, !context.endsClause(index), !context.reads(index, as: Self.aboutThis) { index += 1 }
    return index
  }

  private static let aboutThis = "对此".foldedScalars

  /// The opening mark of the second part behind a clause, `”他摆摆手，“`, or nil.
  private func partBehind(_ start: Int, _ span: QuoteSpans.Span) -> Int? {
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
  private func cueBefore(
    _ span: QuoteSpans.Span, _ sentence: FactStream.Sentence, _ floor: Int
  ) -> (Speaker, Int)? {
    var index = span.open - 1
    guard index >= floor, isWhole(span, sentence) else { return nil }
    let mark = context.token(index).wordClass
    let hasMark = mark == .comma || mark == .colon
    if hasMark { index -= 1 }
    var steps = 0
    while index >= floor, steps < 5 {
      if context.endsClause(index) || quotes.span(at: index) >= 0 { return nil }
      if isCue(index, floor), mark != .comma || steps == 0 {
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
  private func isSpeech(_ span: QuoteSpans.Span, behind cue: Int, _ steps: Int) -> Bool {
    if steps > 0 { return span.close - span.open > 4 && Self.judging.contains { context.reads(cue, as: $0) } }
    if span.close - span.open > 5 { return true }
    return Self.judging.contains { context.reads(cue, as: $0) } && span.close - span.open > 2
  }

  /// Verbs behind which marks hold words of the speaker, not a name.
  private static let judging = [
    "评价", "称赞", "赞扬", "赞叹", "盛赞", "夸赞", "夸", "形容", "批评", "坦言", "直言", "认为", "感慨", "感叹", "笑称", "笑言", "调侃", "自嘲", "坦承",
  ].map(\.foldedScalars)

  /// The subject of a verb of speech; where the sentence has none, who spoke before it: `顿了顿，又说，“…”`.
  private func speaker(of cue: Int, floor: Int) -> Speaker? {
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
  private func isSetting(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if (start..<end).contains(where: { context.token($0).wordClass == .person }) { return false }
    if context.token(start).wordClass == .preposition, end - start <= 16 { return !context.isCharacter(start, 0x636E) }
    return end - start <= 4
      && (start..<end).contains { context.token($0).wordClass == .date || context.token($0).wordClass == .locality }
  }

  /// Whether the clause ends behind a verb of speech, so that it speaks of what was quoted.
  private func closesCue(_ index: Int, _ limit: Int) -> Bool {
    if Self.thus.contains(where: { context.reads(index - 1, as: $0) }) { return true }
    // 说这话时, 说到这里, 说完: it points backwards.
    let end = Int(context.token(min(index + 3, limit - 1)).end)
    if Self.back.contains(where: { context.reads($0, at: Int(context.token(index).end), before: end) }) { return true }
    var next = index + 1
    while next < limit, next - index <= 2,
      context.token(next).traits.contains(.cue) || context.token(next).wordClass == .title
        || context.token(next).wordClass == .pronoun || context.isCharacter(next, 0x9053)
    { next += 1 }
    return next >= limit || context.endsClause(next) || startsSentence(next)
  }

  /// `周亚军说这话时，…` at the head of the next paragraph.
  private func pointsBack(_ start: Int, _ span: QuoteSpans.Span) -> Bool {
    guard span.hasSentence, context.token(start).wordClass == .person || speakers.isPersonal(start),
      isCue(start + 1, start)
    else { return false }
    let end = Int(context.token(start + 3).end)
    return Self.back.contains { context.reads($0, at: Int(context.token(start + 1).end), before: end) }
  }

  private static let back = ["这话", "这番话", "这句话", "这些话", "话时", "到这里", "到这儿", "到此", "完"].map(\.foldedScalars)
  private static let thus = ["这样", "如此", "这么"].map(\.foldedScalars)

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
    if speaker.isHuman, !speaker.isPerson {
      persons.forget()
    } else if speaker.isPerson {
      persons.remember(speaker.piece.mention)
    }
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
    while next < tokens.upperBound, next - cue <= 2,
      context.token(next).traits.contains(.cue) || context.isCharacter(next, 0x9053)
    { next += 1 }
    if next < tokens.upperBound, context.token(next).wordClass == .title, context.token(cue).traits.contains(.weakCue) {
      next += 1
    }
    guard next < tokens.upperBound else { return false }
    // 说得更直接，…; 提醒市民：…, 讲了一个故事：…; 的判断是：…
    let isOpinion = isOpinion(cue)
    if isOpinion { next = cue + 2 }
    let mark =
      isOpinion ? nil : reckoning(cue) ?? degreeEnd(next, tokens.upperBound) ?? colon(behind: next, tokens.upperBound)
    let isAnnounced = mark != nil || isOpinion
    if let mark { next = mark }
    let token = context.token(next)
    let hasMark = token.wordClass == .comma || token.wordClass == .colon
    var start = next
    if hasMark { start += 1 }
    guard start < tokens.upperBound, !isDirect(start, tokens) else { return false }
    if context.token(cue).traits.contains(.tone), token.wordClass != .colon { return false }
    // What begins with a quotation that ends the clause is direct speech.
    if quotes.span(at: start) >= 0, used[quotes.span(at: start)] { return false }
    guard
      let speaker = hasMark
        ? speaker(of: cue, floor: tokens.lowerBound)
        : speakers.subject(of: cue, floor: tokens.lowerBound, persons: persons)
    else { return false }
    if isAnnounced && !speaker.isPerson && !speaker.isHuman || speaker.isReporter { return false }
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
    // 表示，…，“…”: what it quotes in part is not said twice.
    for index in start..<last where quotes.span(at: index) >= 0 {
      let number = quotes.span(at: index)
      if !quotes.spans[number].hasSentence, quotes.spans[number].close <= last { used[number] = true }
    }
    finish(&draft, speaker, cue, sentence.paragraph)
    return true
  }

  /// `殷若愚的判断是：`: what somebody holds, named by a noun.
  private func isOpinion(_ index: Int) -> Bool {
    guard Self.opinions.contains(where: { context.reads(index, as: $0) }),
      context.token(index + 1).traits.contains(.copula)
    else { return false }
    let next = context.token(index + 2).wordClass
    return next == .colon || next == .comma
  }

  private static let opinions = [
    "判断", "看法", "观点", "回答", "答案", "结论", "建议", "解释", "预测", "意见", "态度", "体会", "感受", "评价", "答复", "理由",
  ]
  .map(\.foldedScalars)

  /// The colon of 算了一笔账：, 算起账来：, or nil.
  private func reckoning(_ index: Int) -> Int? {
    guard context.folded[Int(context.token(index).start)] == 0x7B97, context.token(index).count <= 2 else { return nil }
    var next = index + 1
    while next - index < 8, !context.endsClause(next), quotes.span(at: next) < 0 { next += 1 }
    guard context.token(next).wordClass == .colon, context.isCharacter(next - 1, 0x8D26) else { return nil }
    return next
  }

  /// The mark behind 说得更直接, or nil.
  private func degreeEnd(_ start: Int, _ limit: Int) -> Int? {
    guard context.isCharacter(start, 0x5F97) else { return nil }
    var index = start + 1
    while index < limit, index - start < 6 {
      let token = context.token(index)
      if token.wordClass == .comma || token.wordClass == .colon { return index > start + 1 ? index : nil }
      guard token.wordClass == .adverb || token.wordClass == .adjective || token.wordClass == .idiom else { return nil }
      index += 1
    }
    return nil
  }

  /// The colon a few words behind a verb of speech, or nil.
  private func colon(behind start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit, index - start < 6 {
      if context.token(index).wordClass == .colon {
        // 提出4点倡议：…: a list of what was proposed.
        guard index > start, index + 1 < limit, quotes.span(at: index + 1) < 0, isNone(speech(index - 1)) else {
          return nil
        }
        return index
      }
      if context.endsClause(index) || quotes.span(at: index) >= 0 || isVerbal(index) { return nil }
      index += 1
    }
    return nil
  }

  private func isVerbal(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .verb, .speechVerb, .roleVerb, .preposition: true
    default: false
    }
  }

  /// Whether all that follows stands between marks: 提醒，“…”; not 他说，“…”，教育部将….
  private func isDirect(_ start: Int, _ tokens: Range<Int>) -> Bool {
    let number = quotes.span(at: start)
    guard number >= 0, quotes.spans[number].open == start else { return false }
    let span = quotes.spans[number]
    if span.hasSentence || !span.isClosed { return true }
    let next = span.close + 1
    return next >= tokens.upperBound || context.token(next).wordClass == .stop
      || context.token(next).wordClass == .colon
  }

  /// Speech without a mark: only behind a plain verb of speech beside its subject, and only a clause.
  private func isPlainClause(_ cue: Int, _ next: Int, _ limit: Int, _ speaker: Speaker) -> Bool {
    guard speech(cue).contains(.cue), !isPoint(next, limit) else { return false }
    // 致电红新月会，表示中国红十字会决定…
    if opensClause(cue), Self.states.contains(where: { context.reads(cue, as: $0) }), limit - next >= 5 {
      switch context.token(next).wordClass {
      // 称其为“味精大王”, 称江南船坞: a name is given.
      case .organization, .place: return !context.reads(cue, as: Self.calls)
      case .person, .pronoun: return !context.isCharacter(next, 0x5176)
      default: break
      }
    }
    // 主席发来贺信，指出推进合作…
    if opensClause(cue), Self.pointsOut.contains(where: { context.reads(cue, as: $0) }) { return limit - next >= 5 }
    let isPlain = Self.plain.contains { context.reads(cue, as: $0) }
    guard speaker.isPerson && cue - speaker.last <= 4 || isPlain && cue - speaker.last <= 2 else { return false }
    // 表示自己…, 表示愿意…, not 表示祝贺.
    if context.reads(cue, as: Self.expresses) {
      let word = context.token(next).wordClass
      return limit - next >= 5 && (word == .pronoun || word == .modal || word == .conjunction)
    }
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

  /// Whether the clause tells when something else happened: 宣布结果时, 说这话时.
  private func isPoint(_ start: Int, _ limit: Int) -> Bool {
    var index = start
    while index < limit, index - start < 16, !context.endsClause(index) { index += 1 }
    return index > start
      && Self.points.contains { word in
        let end = Int(context.token(index - 1).end)
        return context.reads(word, at: end - word.count, before: end)
      }
  }

  private static let points = ["时", "时候", "之后", "之际", "完"].map(\.foldedScalars)
  private static let calls = "称".foldedScalars
  private static let plain = ["认为", "指出", "强调", "相信"].map(\.foldedScalars)
  private static let states = ["表示", "称", "说"].map(\.foldedScalars)
  private static let pointsOut = ["指出", "强调", "认为", "并指出", "并强调"].map(\.foldedScalars)
  private static let expresses = "表示".foldedScalars
}
