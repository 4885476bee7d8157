import HanText

/// Who holds what a verb gives, and where: the persons around the verb, the bodies they work at, the stance.
extension CareerFinder {
  /// 公司银行部, 芜湖分行: what may belong to the body that somebody works at.
  func isUnit(_ piece: FactPiece) -> Bool {
    context.ends(piece.range, as: .division, mayBeWhole: false)
  }

  /// 人大代表, 政协委员: held in no body that somebody works at.
  func isOfAssembly(_ title: TitleUnit) -> Bool {
    context.ends(title.range, as: .member) && !context.begins(title.range, as: .committee)
  }

  /// 物理科: a part of a body that is named elsewhere.
  func isPart(_ piece: FactPiece) -> Bool {
    guard let first = context.stream.token(startingAt: piece.range.lowerBound), piece.mention < 0,
      let last = context.stream.token(endingAt: piece.range.upperBound), piece.range.count < 7
    else { return false }
    return Self.parts.contains(context.folded[piece.range.upperBound - 1])
      && (first...max(first, last)).allSatisfy { context.token($0).wordClass == .noun }
  }

  static let parts = Set("科系".foldedScalars)

  /// 被任命, 获任命
  func isPassive(_ verb: Int, _ clause: Range<Int>) -> Bool {
    var index = verb - 1
    while index >= clause.lowerBound, verb - index < 6 {
      // 被 获 受
      if context.isCharacter(index, 0x88AB) || context.isCharacter(index, 0x83B7) || context.isCharacter(index, 0x53D7)
      {
        return true
      }
      index -= 1
    }
    return context.isCharacter(verb + 1, 0x4E3A)
  }

  /// The persons that a verb gives a post to, or none for 其; nil where it has another object.
  func object(at start: Int, _ clause: Range<Int>) -> (persons: [Int], end: Int)? {
    let token = context.token(start)
    if token.wordClass == .pronoun, token.traits.contains(.pronoun) { return ([], start + 1) }
    if token.wordClass == .person {
      let persons = group(from: start, clause)
      return (persons, (persons.last ?? start) + 1)
    }
    // 任命法国人|帕斯卡尔·拉米为…
    var index = start
    while index < clause.upperBound, index - start < PostParser.reach, isBeforeName(index) { index += 1 }
    guard index > start, index < clause.upperBound, context.token(index).wordClass == .person else { return nil }
    let persons = group(from: index, clause)
    return (persons, (persons.last ?? index) + 1)
  }

  /// Who holds what a verb governs: the nearest person before it in the clause, else its subject.
  func holder(
    of verb: Int, _ clause: Range<Int>, _ subject: Subject, isStrong: Bool
  ) -> (persons: [Int], isHere: Bool, isCarried: Bool)? {
    // 捕前系, 案发前任
    if context.folded[max(0, Int(context.token(verb).start) - 1)] == 0x524D, !subjects.isEmpty,
      verb > clause.lowerBound,
      verb - clause.lowerBound < 4, case .carried = subject
    {
      return (subjects, false, true)
    }
    var index = verb - 1
    var others = 0
    while index >= clause.lowerBound, verb - index < Self.reach {
      let token = context.token(index)
      switch token.wordClass {
      case .person:
        // 接替王强任…, 与王强同任…: not he.
        if index > clause.lowerBound, isBesideOthers(index - 1) || context.isCharacter(index + 1, 0x4E4B) { break }
        // 李明进棉纺厂|当技术员
        let isEntered = isWeak(verb) && bodyBefore(verb, clause) != nil
        if context.isCharacter(index + 1, 0x7684) || !isStrong && others > 0 && !isEntered { return nil }
        return (groupBefore(index, clause), true, false)
      case .pronoun where token.traits.contains(.pronoun) && !context.isCharacter(index, 0x5176):
        if context.isCharacter(index + 1, 0x7684) || !isStrong && others > 0 { return nil }
        return subjects.isEmpty ? nil : (subjects, false, false)
      case .close where context.isCharacter(index, 0x29):
        // 汪颖（女）为
        while index > clause.lowerBound, verb - index < Self.reach, context.token(index).wordClass != .open {
          index -= 1
        }
      case .adverb, .date, .time, .close, .open, .figure, .conjunction, .pause: break
      case .title where token.traits.contains(.address): break
      case .verb where isStrong || context.token(index).traits.contains(.filler): break
      default:
        if !token.traits.contains(.filler) { others += 1 }
      }
      index -= 1
    }
    if !isStrong, others > 0, !isWeak(verb) { return nil }
    switch subject {
    case .persons(let persons): return persons.isEmpty ? nil : (persons, false, true)
    case .carried: return subjects.isEmpty ? nil : (subjects, false, true)
    case .other: return nil
    }
  }

  func isBesideOthers(_ index: Int) -> Bool {
    if context.reads(index, as: .replacing) { return true }
    let token = context.token(index)
    // 由
    return token.wordClass == .preposition && !context.isCharacter(index, 0x7531)
  }

  /// The persons joined with the last one before a verb.
  func groupBefore(_ last: Int, _ clause: Range<Int>) -> [Int] {
    var index = max(clause.lowerBound, last - Self.reach)
    while index < last {
      if context.token(index).wordClass == .person {
        let persons = group(from: index, clause)
        if persons.contains(last) { return persons }
      }
      index += 1
    }
    return [last]
  }

  /// 浦发银行|聘任…为副行长: the body before a verb that gives a post.
  func giver(_ verb: Int, _ clause: Range<Int>) -> FactPiece? {
    var index = verb - 1
    while index > clause.lowerBound, verb - index < 5,
      [.adverb, .date, .time, .modal].contains(context.token(index).wordClass)
    { index -= 1 }
    guard index >= clause.lowerBound, context.token(index).wordClass == .organization,
      index == clause.lowerBound || [.date, .time, .close, .pause].contains(context.token(index - 1).wordClass)
    else { return nil }
    return context.piece(index, index)
  }

  /// A post in the body that gives it: 副行长, not 大使 or a profession.
  func isOwn(_ title: TitleUnit) -> Bool {
    title.traits.isDisjoint(with: [.stateOffice, .government, .professional, .honour])
  }

  /// The body that somebody enters before the verb in its clause: 加入皇仁書院任物理科教師.
  func bodyBefore(_ verb: Int, _ clause: Range<Int>) -> FactPiece? {
    var index = verb - 1
    while index > clause.lowerBound, verb - index < 4 {
      if let body = bodyBehindLead(endingAt: index, clause.lowerBound) { return body }
      if context.token(index).wordClass == .organization { return nil }
      index -= 1
    }
    return nil
  }

  /// `实际控制人为董事长欧阳秉文`: the post stands first, the person last.
  func inverse(_ verb: Int, _ clause: Range<Int>) -> (posts: [Post], persons: [Int])? {
    guard verb > clause.lowerBound, let found = parser.posts(endingAt: verb - 1, floor: clause.lowerBound),
      found.first == clause.lowerBound || !parser.isHead(found.first - 1)
    else { return nil }
    var index = verb + 1
    while index < clause.upperBound, index - verb < PostParser.reach, isBeforeName(index) { index += 1 }
    guard index < clause.upperBound, context.token(index).wordClass == .person,
      index == verb + 1 || parser.unit(endingAt: index - 1, floor: verb + 1) != nil || parser.isOrigin(index - 1),
      index + 1 >= clause.upperBound || isMark(index + 1)
    else { return nil }
    return (found.posts, group(from: index, clause))
  }

  /// Over 了 过 为 一名 首任 第三届.
  func behindVerb(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, index - start < 8 {
      let token = context.token(index)
      let skips =
        token.traits.contains(.copula) || token.wordClass == .numeral || token.wordClass == .classifier
        || context.isCharacter(index, 0x4E86) || context.isCharacter(index, 0x8FC7)
        || context.reads(index, as: .succession) || isOrdinal(index) || index > start && token.wordClass == .date
        || token.wordClass == .pause && index > start
          && [.figure, .numeral].contains(context.token(index - 1).wordClass)
      if !skips { break }
      index += 1
    }
    return index
  }

  /// 第91任, 第三届, 第三 of 第三、四、五届
  func isOrdinal(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.wordClass == .figure || token.wordClass == .numeral else { return false }
    let last = context.folded[Int(token.end) - 1]
    // 第 任 届 位 名
    return context.folded[Int(token.start)] == 0x7B2C || last == 0x4EFB || last == 0x5C4A || last == 0x4F4D
      || last == 0x540D
  }

  /// `政务调查会长一职由谷垣祯一担任`
  mutating func readBefore(_ verb: Int, _ clause: Range<Int>, _ holders: [Int], _ isHere: Bool) {
    guard let first = holders.first, first > clause.lowerBound + 1, context.isCharacter(first - 1, 0x7531) else {
      return
    }
    var last = first - 2
    if context.reads(last, as: .postWord) { last -= 1 }
    if last > clause.lowerBound, context.isCharacter(last, 0x4E00) || context.isCharacter(last, 0x4E4B) { last -= 1 }
    if context.isCharacter(last, 0x7684) { last -= 1 }
    guard last >= clause.lowerBound, let posts = parser.posts(endingAt: last, floor: clause.lowerBound) else { return }
    let stance = stance(verb, context.token(verb).traits, clause)
    for holder in holders {
      found.append(
        Found(
          person: holder, posts: posts.posts, rule: "appointed", modality: stance.modality, polarity: stance.polarity,
          isInSentence: isHere && holder >= first))
    }
  }

  /// Whether the words before a verb and the verb itself plan or deny.
  func stance(_ verb: Int, _ traits: WordTraits, _ clause: Range<Int>) -> (modality: String?, polarity: String?) {
    var modality: String?
    var polarity: String?
    for index in max(clause.lowerBound, verb - 6)...verb {
      let traits = context.token(index).traits
      if traits.contains(.plan) { modality = "planned" }
      if traits.contains(.estimate), context.token(index).count > 1 { modality = "estimated" }
      if !traits.isDisjoint(with: [.denial, .dismissal]) { polarity = "denied" }
    }
    return (modality, polarity)
  }
}
