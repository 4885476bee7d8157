/// Phrases before a speaker, and speakers that have no name: `分析人士`, `该公司`, `法院`.
extension SpeakerFinder {
  /// Behind the phrase that a preposition opens: 在当日例行记者会上, 在接受…采访时, 对记者.
  func behindPhrase(_ preposition: Int, _ limit: Int) -> Int {
    var index = preposition + 1
    while index < limit {
      let token = context.token(index)
      if token.wordClass == .locality || closesPhrase(index) { return index + 1 }
      // 在义乌做生意的|商户楼秀珍: the phrase stands in a modifier of the speaker.
      if context.isCharacter(index, Self.of), isSpeaker(behind: index, limit) { return index + 1 }
      index += 1
    }
    return limit
  }

  /// Whether a person or one by profession stands behind 的, and is no part of a phrase: 的张三看来.
  func isSpeaker(behind of: Int, _ limit: Int) -> Bool {
    var index = of + 1
    while index < limit, index - of < 12, isNominal(index) {
      let token = context.token(index)
      if token.wordClass == .person || token.traits.contains(.human) && !token.traits.contains(.reporter) {
        var next = index + 1
        while next < limit, context.token(next).wordClass == .person || context.token(next).wordClass == .title {
          next += 1
        }
        guard next < limit else { return true }
        switch context.token(next).wordClass {
        case .locality, .noun, .particle: return false
        default: return !closesPhrase(next)
        }
      }
      index += 1
    }
    return false
  }

  /// 部门工作人员 of 当地宣传|部门|工作人员: what belongs to an office and speaks for it.
  private func isOffice(_ index: Int, _ limit: Int) -> Bool {
    guard context.reads(index, as: .office), index + 1 < limit else { return false }
    let next = context.token(index + 1)
    return next.traits.contains(.human) || next.wordClass == .title
  }

  func closesPhrase(_ index: Int) -> Bool {
    context.reads(index, as: .phraseEnd)
  }

  /// 县委宣传部|一位不愿透露姓名的干部: one of a body, not the body.
  func one(of start: Int, behind body: Int, _ limit: Int) -> Speaker? {
    guard body + 1 < limit, context.token(body).wordClass == .organization else { return nil }
    switch context.token(body + 1).wordClass {
    case .numeral, .figure, .classifier: break
    default: return nil
    }
    var index = body + 1
    while index < limit, index - body < 14, !context.endsClause(index), quotes.span(at: index) < 0 {
      let token = context.token(index)
      if token.wordClass == .person { return nil }
      if token.traits.contains(.human) || token.wordClass == .title {
        guard !token.traits.contains(.reporter), !context.isCharacter(index + 1, Self.of) else { return nil }
        return Speaker(piece: context.piece(start, index), first: start, last: index, isHuman: true)
      }
      index += 1
    }
    return nil
  }

  /// 该公司, 这家医院: the last body of its kind.
  func pointed(at start: Int, _ limit: Int) -> Speaker? {
    guard let phrase = BodyReferences.phrase(at: start, limit, context) else { return nil }
    let body = BodyReferences.resolve(phrase, context)
    // 该公司 of which no name stands before is a described speaker.
    if body == nil {
      guard context.token(phrase.upperBound - 1).traits.contains(.body) else { return nil }
    }
    // 该公司|董事长…: the body of a post.
    if phrase.upperBound < limit {
      let next = context.token(phrase.upperBound)
      if next.wordClass == .title || next.wordClass == .noun || context.isCharacter(phrase.upperBound, 0x7684) {
        return nil
      }
    }
    var piece = context.piece(phrase.lowerBound, phrase.upperBound - 1)
    piece.mention = body ?? -1
    return Speaker(
      piece: piece, coreference: body == nil ? nil : "body", first: phrase.lowerBound, last: phrase.upperBound - 1)
  }

  /// 法院(审理)认为, 公司(方面)回应称, 会议指出: a kind of body or document alone before its verb.
  func bareBody(at start: Int, _ limit: Int) -> Speaker? {
    let token = context.token(start)
    guard token.wordClass == .noun, token.count > 1, !token.traits.isDisjoint(with: [.body, .statement]),
      context.endsClause(start - 1) || start == 0
    else { return nil }
    var next = start + 1
    if context.reads(next, as: Self.party) { next += 1 }
    let last = next - 1
    while next < limit, isAdverbial(next) || context.reads(next, as: .trying) { next += 1 }
    guard next >= limit else { return nil }
    return Speaker(piece: context.piece(start, last), first: start, last: last)
  }

  static let party = "方面".foldedScalars

  /// A body, a side or a described speaker that begins at a token.
  func described(at start: Int, _ limit: Int) -> Speaker? {
    if let body = pointed(at: start, limit) { return body }
    if let body = bareBody(at: start, limit) { return body }
    // 我妈
    if context.isCharacter(start, 0x6211), start + 1 < limit, context.reads(start + 1, as: .kin) {
      return Speaker(piece: context.piece(start, start + 1), first: start, last: start + 1, isHuman: true)
    }
    switch context.token(start).wordClass {
    case .latin, .organization, .other: if let group = group(at: start, limit) { return group }
    default: break
    }
    // 党的二十大|报告, 公司|年度|报告
    if limit - start > 1, limit - start < 5, isDocument(limit - 1), isBody(start),
      (start + 1..<limit - 1).allSatisfy({ isModifier($0) })
    {
      return Speaker(piece: context.piece(start, limit - 1), first: start, last: limit - 1)
    }
    var index = start
    var head = -1
    var isNamed = false
    scan: while index < limit, index - start < 12 {
      let token = context.token(index)
      // A term between marks modifies what stands behind it: “80后”干部.
      if quotes.span(at: index) >= 0 {
        index = quotes.spans[quotes.span(at: index)].close + 1
        continue
      }
      switch token.wordClass {
      case .organization:
        isNamed = true
        head = index
      case .place:
        if index == start {
          isNamed = true
          head = index
        }
      case .title: head = index
      case .noun, .locality, .character, .idiom:
        if token.traits.contains(.collective) { return nil }
        if token.traits.contains(.human) {
          head = index
          isNamed = false
        } else if token.traits.contains(.side), index == start + 1, context.token(start).count == 1 {
          // 中方, 欧方领导人
          let hasHead =
            index + 1 < limit
            && (context.token(index + 1).wordClass == .title || context.token(index + 1).traits.contains(.human))
          if !hasHead { return Speaker(piece: context.piece(start, index), first: start, last: index) }
        } else if token.wordClass == .locality, index > start {
          break scan
        }
      case .classifier where index == start: break scan
      case .adjective, .numeral, .classifier, .latin, .open, .close, .figure: break
      case .verb, .speechVerb, .roleVerb:
        // 与会专家, 分析人士
        guard index + 1 < limit,
          context.token(index + 1).traits.contains(.human) || context.token(index + 1).wordClass == .title
            || index > start && isOffice(index + 1, limit)
        else { break scan }
      case .pronoun
      where index == start
        && (token.traits.contains(.demonstrative) || context.token(index + 1).wordClass == .classifier):
        break
      default: break scan
      }
      index += 1
    }
    guard head >= start else { return nil }
    // 有媒体…提出质疑
    let start = start < head && context.isCharacter(start, 0x6709) ? start + 1 : start
    if context.token(head).traits.contains(.side) { return nil }
    let token = context.token(head)
    if token.traits.contains(.human) || token.wordClass == .title {
      guard !token.traits.contains(.reporter),
        token.traits.isDisjoint(with: [.noTitle]) || token.traits.contains(.human)
      else { return nil }
      let pointed = start < head && context.token(start).traits.contains(.demonstrative) && head - start <= 2
      if pointed || start == head, let person = context.titles.person(head, pointed: pointed, context) {
        var piece = context.piece(start, head)
        piece.mention = person
        return Speaker(piece: piece, coreference: "title", first: start, last: head, isPerson: true)
      }
      return Speaker(piece: context.piece(start, head), first: start, last: head, isHuman: true)
    }
    if let one = one(of: start, behind: head, limit) { return one }
    // 英国|政府
    if token.wordClass == .place, head == start, head + 1 < limit,
      context.reads(head + 1, as: .authority),
      (head + 2..<max(limit, head + 2)).allSatisfy({ isAdverbial($0) })
    {
      return Speaker(piece: context.piece(head, head + 1), first: head, last: head + 1)
    }
    // A name must stand alone before the predicate: 人民银行将…, not 上海人工智能产业….
    guard isNamed, head == start || token.wordClass == .organization else { return nil }
    if head + 1 < limit {
      let next = context.token(head + 1)
      if next.wordClass == .noun || next.wordClass == .particle || next.wordClass == .pause
        || next.wordClass == .adjective && !isAdverbial(head + 1)
        || next.wordClass == .conjunction && next.traits.contains(.joint)
      {
        return nil
      }
    }
    if token.wordClass == .place {
      // Places speak as states: 中方, 美国.
      let kind = context.kind(head)
      guard kind == "country" || kind == "region" || token.count == 2 && context.folded[Int(token.end) - 1] == 0x65B9
      else { return nil }
    }
    return Speaker(piece: context.piece(head, head), first: head, last: head)
  }
}
