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
  let speakers: SpeakerFinder
  let quotes: QuoteSpans
  var persons = PersonMemory()
  /// The draft that made the last quotation of the paragraph, and its speaker.
  var current: (draft: Int, speaker: Speaker, paragraph: Int32)?
  /// By span: whether a quotation has been made of it.
  var used: [Bool]
  /// A quotation that goes on one whose clause stands between them, `“…”他摆摆手，“…”`: its span, speaker and first part.
  var pending: (span: Int, speaker: Speaker, draft: Int)?
  /// By span: the last of the series that only … and marks part, `“…”“…”……`.
  var seriesEnds: [Int]
  /// By span: the last part of a quotation over several paragraphs, each of which opens with a mark.
  var chainEnds: [Int]
  private(set) var drafts: [FactDraft] = []
  /// Where the sentence goes on with another statement of the speaker, or -1: 他还表示.
  var resumption = -1
  let base: Int
  /// By the first token of a paragraph that is a turn of an interview: the colon behind who speaks.
  var turns: [Int: Int] = [:]
  /// By the first token of a sentence that a dateline opens: the token behind it.
  var behindDateline: [Int: Int] = [:]

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
    turns = InterviewTurns.find(context)
    for draft in context.drafts where draft.type == .dateline {
      if let first = context.stream.token(startingAt: draft.range.lowerBound),
        let last = context.stream.token(endingAt: draft.range.upperBound)
      {
        behindDateline[first] = last + 1
      }
    }
    // 【本报记者 李明】…
    for draft in context.drafts where draft.type == .byline {
      if let first = context.stream.token(startingAt: draft.range.lowerBound),
        let last = context.stream.token(endingAt: draft.range.upperBound), context.token(first).wordClass == .open
      {
        behindDateline[first] = context.token(last + 1).wordClass == .close ? last + 2 : last + 1
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
      if sentence.beginsParagraph, let colon = turns[Int(sentence.firstToken)] { readTurn(sentence, number, colon) }
      readSentence(sentence, number)
    }
  }

  mutating func readSentence(_ sentence: FactStream.Sentence, _ number: Int) {
    let tokens = sentence.tokens
    var isReported = false
    var subject = -1
    var named = (count: 0, last: -1)
    for index in tokens {
      let token = context.token(index)
      let span = quotes.span(at: index)
      if span >= 0 {
        if quotes.spans[span].open == index { readQuote(span, sentence, number) }
        continue
      }
      if token.wordClass == .person {
        named = (named.count + 1, index)
        if subject < 0, isSubject(index, tokens.lowerBound) {
          subject = index
          persons.remember(Int(token.mention))
        }
      }
      // 李明说，…，他还表示，…
      if index == resumption { isReported = false }
      if !isReported, isCue(index, tokens.lowerBound) || isAnswer(index, number) && turns[index] == nil {
        // 他透露，国防部已经明确…: what somebody unknown says holds no speech of another.
        isReported = readReported(index, sentence) || isUnknown(index, tokens.lowerBound)
      }
    }
    if subject < 0, named.count == 1, isLast(named.last, tokens) {
      persons.remember(Int(context.token(named.last).mention))
    }
  }

  /// 我们找过段长斯大伟。|他答复说: the only person of a sentence that has no person as its subject, at its end.
  private func isLast(_ person: Int, _ tokens: Range<Int>) -> Bool {
    person + 1 < tokens.upperBound && context.token(person + 1).wordClass == .stop
      && !context.token(person - 1).traits.contains(.reporter)
  }

  /// Whether 他 or 她 stands before a verb of speech that a comma follows.
  func isUnknown(_ cue: Int, _ floor: Int) -> Bool {
    guard context.token(cue + 1).wordClass == .comma else { return false }
    var index = cue - 1
    while index >= floor, cue - index < 5, speakers.isAdverbial(index) { index -= 1 }
    return index >= floor && speakers.isPersonal(index) && quotes.span(at: index) < 0
  }

  /// Whether a token is a verb of speech here, not the noun of `4点倡议` or `他的建议`.
  func isCue(_ index: Int, _ floor: Int) -> Bool {
    guard mayBeCue(context.token(index)) else { return false }
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
    if isObject(index, floor) { return false }
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
    // 拒绝评论裁判, 值得期待
    if context.reads(index - 1, as: .refusing) { return false }
    // 面对追问
    if context.reads(index - 1, as: .topic), isNone(speech(index - 1)) { return false }
    // 到乡里、县里反映: a complaint, not what it says.
    if context.token(index - 1).wordClass == .locality || context.token(index - 1).wordClass == .place,
      context.reads(index, as: Self.complains)
    {
      return false
    }
    // 据当地媒体分析: 分析 is what they made.
    if context.reads(index, as: Self.analysis) {
      return !(floor..<index).suffix(8).contains { context.isCharacter($0, 0x636E) }
    }
    // 语记者，
    if context.isCharacter(index, 0x8BED) { return context.token(index + 1).traits.contains(.reporter) }
    // 又指，…, 陈立翻开一页道：…, not 指着, 治国之道: only what stands before a mark is speech.
    if context.token(index).count == 1, Self.beforeMark.contains(context.folded[Int(context.token(index).start)]) {
      let next = context.token(index + 1).wordClass
      return next == .colon || next == .comma && context.token(index + 1).end == context.token(index + 2).start
    }
    return true
  }

  // 指 道 谓 曰 言
  private static let beforeMark: Set<UInt32> = [0x6307, 0x9053, 0x8C13, 0x66F0, 0x8A00]

  /// 作出|决定, 未作正面|回应，: the object of a verb that says nothing, unless a colon leads to what is said.
  private func isObject(_ index: Int, _ floor: Int) -> Bool {
    guard context.token(index + 1).wordClass != .colon else { return false }
    var verb = index - 1
    while verb > floor, index - verb < 4,
      [.adjective, .noun].contains(context.token(verb).wordClass),
      !context.reads(verb, as: .support)
    { verb -= 1 }
    return verb >= floor && context.reads(verb, as: .support)
  }

  /// Whether a token is anything that `isCue` looks at; most are not.
  @inline(__always)
  private func mayBeCue(_ token: FactToken) -> Bool {
    if token.wordClass == .speechVerb || token.uses.contains(.opinion) { return true }
    if !token.traits.isDisjoint(with: [.cue, .weakCue, .tone]) { return true }
    // 算, and 话 at the end.
    return token.count > 0
      && (context.folded[Int(token.start)] == 0x7B97 || context.folded[Int(token.end) - 1] == 0x8BDD)
  }

  /// `…有关安排？程建华：应国家主席邀请…`: a name and a colon behind a question.
  func isAnswer(_ index: Int, _ number: Int) -> Bool {
    guard context.token(index).wordClass == .person, context.token(index + 1).wordClass == .colon, number > 0 else {
      return false
    }
    let before = context.stream.sentences.base[number - 1]
    let sentence = context.stream.sentences.base[number]
    return sentence.tokens.lowerBound == index && sentence.paragraph - before.paragraph <= 1
      && context.isCharacter(before.tokens.upperBound - 1, 0x3F)
  }

  func isNone(_ traits: WordTraits) -> Bool { traits.isDisjoint(with: [.cue, .weakCue]) }

  /// What a token does as a verb of speech: what the table says of it, else of its end, 采访时|说, 高兴地|表示.
  func speech(_ index: Int) -> WordTraits {
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

  static let analysis = "分析".foldedScalars
  static let complains = "反映".foldedScalars

  /// Whether a person begins its clause, with its titles.
  func isSubject(_ index: Int, _ floor: Int) -> Bool {
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

  /// The quotation before the cue, if the cue stands between two parts of one.
  func splitPartner(_ cue: Int) -> Int? {
    guard let current, let piece = drafts.last?.piece("cue"), piece.range == context.token(cue).range else {
      return nil
    }
    return current.draft
  }

  mutating func make(_ number: Int, _ speaker: Speaker, cue: Int?, rule: String, continues: Int?) {
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

  /// Sets the end of a quotation's content and of its range; false where it is none that stands between marks.
  mutating func extend(_ draft: Int, to end: Int, mark: Int) -> Bool {
    guard drafts.indices.contains(draft), drafts[draft].type == .quotation,
      let argument = drafts[draft].arguments.firstIndex(where: { $0.name == "content" }),
      let content = drafts[draft].piece("content"), end > content.range.upperBound,
      !drafts[draft].rule.hasPrefix("quotation.reported")
    else { return false }
    drafts[draft].arguments[argument].value = .piece(FactPiece(range: content.range.lowerBound..<end))
    let range = drafts[draft].range
    drafts[draft].range = range.lowerBound..<max(range.upperBound, Int(context.token(mark).end))
    return true
  }

  mutating func finish(_ draft: inout FactDraft, _ speaker: Speaker, _ cue: Int?, _ paragraph: Int32) {
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

  func evidence(_ rule: String, _ speaker: Speaker) -> String {
    speaker.coreference.map { "\(rule)+coreference.\($0)" } ?? rule
  }
}
