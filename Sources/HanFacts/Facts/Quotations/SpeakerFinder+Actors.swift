/// Who acts beside a quotation that has no verb of speech.
extension SpeakerFinder {
  /// Who acts in the clauses behind a quotation without a verb of speech, if that is one person: 他摆摆手, 32岁的徐天娇摘下口罩.
  ///
  /// - Parameters:
  ///   - isBetween: whether speech goes on behind them, so that a setting may stand first
  ///   - mayOnlyBe: whether the clause may also tell what somebody is or looks like: 嗓子已经沙哑
  func actor(
    from start: Int, before limit: Int, isBetween: Bool, mayOnlyBe: Bool = false, _ persons: PersonMemory
  ) -> Speaker? {
    var first = start
    var clauses = 0
    while first < limit, clauses < (isBetween ? 3 : 1) {
      var end = first
      while end < limit, !context.endsClause(end), quotes.span(at: end) < 0 { end += 1 }
      guard end < limit || isBetween else { return nil }
      if isSaying(first, end) {
        if let holder = (first..<end).first(where: { context.token($0).wordClass == .person }) { return person(holder) }
        // 这是他常对学生讲的一句话
        if let holder = (first..<end).first(where: { isPersonal($0) }) {
          return subject(in: holder..<end, cue: end, persons: persons)
        }
      }
      if let speaker = subject(in: first..<end, cue: end, persons: persons) {
        // 妥文俊的|母亲
        let isRelative = context.token(start).wordClass == .person && context.isCharacter(start + 1, Self.of)
        guard speaker.isPerson || speaker.isHuman && (isBetween || speaker.first == start || isRelative),
          !isAccompanied(first..<end, speaker)
        else { return nil }
        return mayOnlyBe && (speaker.isPerson || isRelative) || acts(speaker.last + 1, end) ? speaker : nil
      }
      guard context.token(end).wordClass == .comma else { return nil }
      first = end + 1
      clauses += 1
    }
    return nil
  }

  /// Whether another person stands in the clause.
  func isAccompanied(_ clause: Range<Int>, _ speaker: Speaker) -> Bool {
    clause.contains {
      context.token($0).wordClass == .person && !(speaker.first...speaker.last).contains($0) && $0 > speaker.last
    }
  }

  /// Whether a predicate begins that tells what somebody does, not what he is or has: 笑了笑, not 是四川人, 曾任…, 家有….
  func acts(_ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    var index = index
    while index < end, context.token(index).wordClass == .title { index += 1 }
    while index < end - 1, isAdverbial(index), context.token(index).wordClass != .date,
      !context.isCharacter(index + 1, 0x4E86)
    { index += 1 }
    guard index < end else { return false }
    let token = context.token(index)
    guard token.traits.isDisjoint(with: [.copula, .appointment, .dismissal, .link, .denial, .plan]) else {
      // 在电话里泼了盆冷水
      return token.wordClass == .preposition && token.traits.isDisjoint(with: [.copula, .plan])
    }
    switch token.wordClass {
    case .verb, .idiom, .preposition, .speechVerb: return !context.reads(index, as: .biography)
    // 沉默了一会儿
    case .adjective: return context.isCharacter(index + 1, 0x4E86)
    // 语速明显快了起来
    case .noun: return index + 1 < end && context.token(index + 1).wordClass == .adjective
    default: return false
    }
  }

  /// 临别，巩守田只留下这句话
  func leavesWords(_ end: Int) -> Bool {
    let last = Int(context.token(end - 1).end)
    guard last > 2, context.folded[last - 1] == 0x8BDD else { return false }
    // 句 番 这
    return [0x53E5, 0x756A, 0x8FD9].contains(context.folded[last - 2])
  }

  /// 这是韩德福常挂在嘴边的话
  func isSaying(_ start: Int, _ end: Int) -> Bool {
    context.isCharacter(start, 0x8FD9) && context.token(start + 1).traits.contains(.copula)
      && (context.reads(end - 1, as: .saying)
        || context.folded[Int(context.token(end - 1).start + max(0, Int32(context.token(end - 1).count) - 1))] == 0x8BDD)
  }

}
