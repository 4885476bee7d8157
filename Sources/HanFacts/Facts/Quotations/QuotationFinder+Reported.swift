/// Reported speech: `汪文斌说，…`.
extension QuotationFinder {
  /// `汪文斌说，…`; true where a quotation was made.
  mutating func readReported(_ cue: Int, _ sentence: FactStream.Sentence) -> Bool {
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
      isOpinion
      ? nil
      : reckoning(cue) ?? degreeEnd(next, tokens.upperBound) ?? colon(behind: next, tokens.upperBound)
        ?? addresseeEnd(cue, tokens.upperBound)
    let isAnnounced = mark != nil || isOpinion
    if let mark { next = mark }
    let token = context.token(next)
    let hasMark = token.wordClass == .comma || token.wordClass == .colon
    var start = next
    if hasMark { start += 1 }
    guard start < tokens.upperBound, !isDirect(start, tokens), !isOtherCue(start, tokens.upperBound) else {
      return false
    }
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
    if let end = otherStatement(start, last) {
      resumption = end + 2
      last = end
    }
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

  /// 回应，|仅称“…”: another verb of speech leads to what is said.
  private func isOtherCue(_ start: Int, _ limit: Int) -> Bool {
    let cue = context.token(start).wordClass == .adverb ? start + 1 : start
    guard cue + 1 < limit, isCue(cue, start - 1) else { return false }
    return quotes.span(at: cue + 1) >= 0 || context.token(cue + 1).wordClass == .colon
  }

  /// The last token before the speaker's next statement in the sentence, 李明说，…，他还表示，…; or nil.
  func otherStatement(_ start: Int, _ last: Int) -> Int? {
    guard last - start > 6 else { return nil }
    if let end = anothersStatement(start, last) { return end }
    for index in start + 2...last - 3
    where context.token(index).wordClass == .pronoun && context.token(index - 1).wordClass == .comma
      && speakers.isPersonal(index) && !context.token(index).traits.contains(.collective)
      && speakers.isAdverbial(index + 1) && quotes.span(at: index) < 0
    {
      let cue = index + 2
      if isCue(cue, start), context.token(cue + 1).wordClass == .comma || addresseeEnd(cue, last) != nil {
        return index - 2
      }
    }
    return nil
  }

  /// The last token before what another says, 李明表示，…；王芳则认为，…; or nil.
  private func anothersStatement(_ start: Int, _ last: Int) -> Int? {
    for index in start + 2..<last - 2 where context.isCharacter(index, 0x3B) && quotes.span(at: index) < 0 {
      var cue = index + 1
      while cue < last, cue - index < 24, !context.endsClause(cue), quotes.span(at: cue) < 0 {
        if cue > index + 1, isCue(cue, index + 1),
          context.token(cue + 1).wordClass == .comma || addresseeEnd(cue, last) != nil,
          let speaker = speakers.subject(of: cue, floor: index + 1, persons: persons), speaker.first > index,
          speaker.isPerson || speaker.isHuman
        {
          return index - 1
        }
        cue += 1
      }
    }
    return nil
  }

  /// `殷若愚的判断是：`: what somebody holds, named by a noun.
  func isOpinion(_ index: Int) -> Bool {
    guard context.reads(index, as: .opinion),
      context.token(index + 1).traits.contains(.copula)
    else { return false }
    let next = context.token(index + 2).wordClass
    return next == .colon || next == .comma
  }

  /// The colon of 算了一笔账：, 算起账来：, or nil.
  func reckoning(_ index: Int) -> Int? {
    if let colon = sayingColon(index) { return colon }
    guard context.folded[Int(context.token(index).start)] == 0x7B97, context.token(index).count <= 2 else { return nil }
    var next = index + 1
    while next - index < 8, !context.endsClause(next), quotes.span(at: next) < 0 { next += 1 }
    guard context.token(next).wordClass == .colon, context.isCharacter(next - 1, 0x8D26) else { return nil }
    return next
  }

  /// The colon of 丢下一句话：, or nil.
  func sayingColon(_ index: Int) -> Int? {
    let token = context.token(index)
    let end = Int(token.end)
    guard token.count > 0, context.folded[end - 1] == 0x8BDD, context.token(index + 1).wordClass == .colon,
      Int(context.token(index + 1).start) == end, end > 1, context.folded[end - 2] == 0x53E5
    else { return nil }
    return index + 1
  }

  /// The mark behind whom somebody addresses, 告诉媒体，, 在路演中提醒投资者，; or nil.
  func addresseeEnd(_ cue: Int, _ limit: Int) -> Int? {
    guard context.reads(cue, as: .addressing) else { return nil }
    var index = cue + 1
    while index < limit, index - cue < 6, quotes.span(at: index) < 0 {
      switch context.token(index).wordClass {
      case .comma, .stop: return index > cue + 1 ? index : nil
      case .noun, .person, .organization, .place, .other, .latin, .figure, .numeral, .pronoun, .title, .open, .close,
        .character, .adjective:
        index += 1
      default: return nil
      }
    }
    return nil
  }

  /// What stands behind 说得更直接: a mark; or nil.
  func degreeEnd(_ start: Int, _ limit: Int) -> Int? {
    // 得, 得很
    let degree = context.token(start)
    guard degree.count > 0, degree.count <= 2, context.folded[Int(degree.start)] == 0x5F97 else { return nil }
    var index = start + 1
    while index < limit, index - start < 6 {
      let token = context.token(index)
      if context.endsClause(index) { return index > start + 1 ? index : nil }
      guard token.wordClass == .adverb || token.wordClass == .adjective || token.wordClass == .idiom else { return nil }
      index += 1
    }
    return nil
  }

  /// The colon a few words behind a verb of speech, or nil.
  func colon(behind start: Int, _ limit: Int) -> Int? {
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

  func isVerbal(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .verb, .speechVerb, .roleVerb, .preposition: true
    default: false
    }
  }

  /// Whether all that follows stands between marks: 提醒，“…”; not 他说，“…”，教育部将….
  func isDirect(_ start: Int, _ tokens: Range<Int>) -> Bool {
    let number = quotes.span(at: start)
    guard number >= 0, quotes.spans[number].open == start else { return false }
    let span = quotes.spans[number]
    if span.hasSentence || !span.isClosed { return true }
    let next = span.close + 1
    return next >= tokens.upperBound || context.token(next).wordClass == .stop
      || context.token(next).wordClass == .colon
  }

  /// Speech without a mark: only behind a plain verb of speech beside its subject, and only a clause.
  func isPlainClause(_ cue: Int, _ next: Int, _ limit: Int, _ speaker: Speaker) -> Bool {
    // 他建议设立…: what is proposed begins with its verb.
    if speaker.isPerson, cue == speaker.last + 1, context.token(next).wordClass == .verb, isLong(next, limit, 8),
      context.reads(cue, as: .proposing)
    {
      return !isPoint(next, limit)
    }
    guard speech(cue).contains(.cue), !isPoint(next, limit) else { return false }
    // 致电红新月会，表示中国红十字会决定…
    if opensClause(cue), context.reads(cue, as: .stating), limit - next >= 5 {
      switch context.token(next).wordClass {
      // 称其为“味精大王”, 称江南船坞: a name is given.
      case .organization, .place: return !context.reads(cue, as: Self.calls)
      case .person, .pronoun: return !context.isCharacter(next, 0x5176)
      // 打来电话，说钱已经发到了老师们手里
      case .noun where context.reads(cue, as: Self.says) || context.reads(cue, as: Self.calls) && !isName(next, limit):
        return isLong(next, limit, 8)
      default: break
      }
    }
    // 主席发来贺信，指出推进合作…
    if opensClause(cue), context.reads(cue, as: .pointingOut) { return limit - next >= 5 }
    let isPlain = context.reads(cue, as: .plainCue)
    guard speaker.isPerson && cue - speaker.last <= 4 || isPlain && cue - speaker.last <= 2 else { return false }
    let word = context.token(next).wordClass
    // 表示自己…, 表示愿意…, 表示不方便透露, not 表示祝贺, 表示不满.
    if context.reads(cue, as: Self.expresses) {
      if word == .adverb {
        return limit - next >= 4 && isLong(next, limit, 6) && context.token(next + 1).wordClass != .noun
      }
      return limit - next >= 5 && (word == .pronoun || word == .modal || word == .conjunction)
    }
    // 他说本来想…: a clause without a subject.
    if speaker.isPerson, cue == speaker.last + 1, context.reads(cue, as: Self.says), word == .adverb {
      return limit - next >= 5 && isLong(next, limit, 8) && !context.isCharacter(next, 0x4E0D)
    }
    switch context.token(next).wordClass {
    case .noun, .pronoun, .place, .organization, .person, .preposition, .conjunction, .date, .other: break
    default: return false
    }
    return limit - next >= 5
  }

  /// Whether at least so many characters stand between two tokens.
  func isLong(_ start: Int, _ limit: Int, _ count: Int) -> Bool {
    Int(context.token(limit - 1).end - context.token(start).start) >= count
  }

  /// 称牛为“铁牛”
  private func isName(_ start: Int, _ limit: Int) -> Bool {
    (start..<min(start + 12, limit)).contains {
      context.isCharacter($0, 0x4E3A) || context.isCharacter($0, 0x4F5C) || context.token($0).wordClass == .open
    }
  }

  static let says = "说".foldedScalars

  func opensClause(_ cue: Int) -> Bool {
    guard cue > 1 else { return false }
    let before = context.token(cue - 1)
    let isJoint = before.count == 1 && (before.wordClass == .conjunction || before.wordClass == .adverb)
    return context.token(isJoint ? cue - 2 : cue - 1).wordClass == .comma
  }

  /// Whether the clause tells when something else happened: 宣布结果时, 说这话时.
  func isPoint(_ start: Int, _ limit: Int) -> Bool {
    var index = start
    while index < limit, index - start < 16, !context.endsClause(index) { index += 1 }
    return index > start
      && context.ends(0..<Int(context.token(index - 1).end), as: .timeEnd)
  }

  static let calls = "称".foldedScalars
  static let expresses = "表示".foldedScalars
}
