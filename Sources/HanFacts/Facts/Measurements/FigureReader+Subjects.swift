/// Whose it is: the noun phrase before a verb, and what only sets the scene.
extension FigureReader {

  func isGovernor(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .preposition || token.wordClass == .conjunction
      || context.reads(index, as: .governor) || context.reads(index, as: .adjunct) && token.wordClass != .noun
  }

  /// The noun phrase before a verb, over adverbs, dates and phrases of prepositions; without one the subject is that of
  /// the clause before.
  func subject(before verb: Int, _ clause: Range<Int>) -> (Range<Int>?, inherits: Bool) {
    var index = verb - 1
    // 馆|内|展出
    if index > clause.lowerBound, context.token(index).wordClass == .locality, context.token(index).count == 1,
      context.token(index - 1).count == 1, context.token(index - 1).wordClass == .noun,
      index - 1 == clause.lowerBound || isSetting(index - 2)
    {
      return (index - 1..<verb, false)
    }
    // 民政部|紧急|调拨: how it is done.
    if index > clause.lowerBound, context.token(index).wordClass == .adjective,
      context.token(index).count > 1 && !isVerbal(index) || context.isCharacter(index, 0x65B0)
    {
      index -= 1
    }
    for _ in 0..<4 {
      index = skipFillers(index, clause)
      // 项目达产|后, 预计每年可贡献…
      if index - 1 > clause.lowerBound, context.isCharacter(index, 0x540E), context.token(index).wordClass == .locality,
        isVerbal(index - 1)
      {
        index = skipFillers(index - 2, clause)
      }
      // 承建厂房时|拖欠, 在上海打工期间|捡到: when.
      if let when = clauseOfTime(endingAt: index, clause) { index = skipFillers(when - 1, clause) }
      // 向全体股东|每10股|派发
      if index > clause.lowerBound, isFigure(index), context.isCharacter(index - 1, 0x6BCF) {
        index = skipFillers(index - 2, clause)
      }
      // 师生|245人|乘5条木船
      if index > clause.lowerBound, isFigure(index), isCount(index), index == verb - 1,
        [.noun, .title].contains(context.token(index - 1).wordClass)
      {
        index -= 1
      }
      // 全市要新建、改扩建: verbs in a list have one subject.
      if index - 1 > clause.lowerBound, context.token(index).wordClass == .pause, isVerbal(index - 1) {
        index = skipFillers(index - 2, clause)
      }
      // 我们在全国建成
      if index >= clause.lowerBound, isGroup(index) { return (index..<index + 1, false) }
      if index >= clause.lowerBound, context.isCharacter(index, 0x7B49) { index -= 1 }
      guard var phrase = phrases.phrase(endingAt: index, floor: clause.lowerBound) else {
        // 改革|有5项任务: what is done is the subject.
        if index == verb - 1, context.isCharacter(verb, 0x6709), let named = activity(endingAt: index, clause) {
          return (named, false)
        }
        // 家里|养着
        if index >= clause.lowerBound, index == clause.lowerBound || isSetting(index - 1),
          context.reads(index, as: .inside)
        {
          return (index..<index + 1, false)
        }
        // 往后备箱|塞
        if let governor = looseGovernor(before: index, clause) {
          index = governor - 1
          continue
        }
        // 最远的一户|离学校11公里, 回到乡镇的|只有7个: somebody else.
        let isOther =
          index >= clause.lowerBound
          && (context.token(index).wordClass == .numeral || context.isCharacter(index, 0x7684))
        return (nil, !isOther)
      }
      // 与蒙古国、塞尔维亚等国家
      if phrase.lowerBound - 2 >= clause.lowerBound, context.isCharacter(phrase.lowerBound - 1, 0x7B49),
        let list = phrases.phrase(endingAt: phrase.lowerBound - 2, floor: clause.lowerBound)
      {
        phrase = list.lowerBound..<phrase.upperBound
      }
      guard let governor = governor(of: phrase, clause) else {
        // 该校本学年|共有: a time, behind whose it is.
        guard let own = trimmed(phrase, clause) else {
          index = phrase.lowerBound - 1
          continue
        }
        // 公司明年|计划|招聘
        guard !isFillerOnly(own) else {
          index = own.lowerBound - 1
          continue
        }
        // 龚成亮|跳进|州河|救起: where to.
        if let motion = motion(before: own, clause) {
          index = motion - 1
          continue
        }
        if let cut = withoutPlan(own) { return (completed(cut, clause), false) }
        if let cut = behindModifier(own, clause) { return (completed(cut, clause), false) }
        // 很|有幸|请到
        if own.count == 1, context.token(own.lowerBound).wordClass == .character {
          return (nil, context.reads(own.lowerBound, as: .degree))
        }
        // 他一生, 该校本学年: the time is no part of it.
        if own.upperBound < phrase.upperBound, own.isEmpty { return (nil, true) }
        return (completed(own, clause), false)
      }
      index = governor - 1
    }
    return (nil, true)
  }

  /// The verb of a clause that only says when and ends at a token: `承建厂房时`.
  private func clauseOfTime(endingAt last: Int, _ clause: Range<Int>) -> Int? {
    guard last > clause.lowerBound + 1, context.token(last).wordClass == .noun, context.reads(last, as: .timeEnd) else {
      return nil
    }
    var index = last - 1
    while index > clause.lowerBound, last - index < 10 {
      if context.token(index).wordClass == .verb || context.token(index).wordClass == .roleVerb {
        while index - 1 > clause.lowerBound, [.verb, .roleVerb].contains(context.token(index - 1).wordClass) {
          index -= 1
        }
        if context.token(index - 1).wordClass == .preposition { index -= 1 }
        return index
      }
      if isFigure(index) || context.token(index).wordClass == .date { return nil }
      index -= 1
    }
    return nil
  }

  /// What is done, with the nouns before it, where it opens a clause: `现金投放量下降`.
  private func activity(endingAt last: Int, _ clause: Range<Int>) -> Range<Int>? {
    guard last >= clause.lowerBound, context.token(last).wordClass == .verb, context.token(last).count > 1 else {
      return nil
    }
    var first = last
    while first > clause.lowerBound, last - first < 6, context.token(first - 1).wordClass == .noun { first -= 1 }
    let opens =
      first == clause.lowerBound || isSetting(first - 1)
      || !context.token(first - 1).traits.isDisjoint(with: [.cue, .weakCue])
    return opens ? first..<last + 1 : nil
  }

  /// A preposition shortly before a token that ends no noun phrase.
  private func looseGovernor(before last: Int, _ clause: Range<Int>) -> Int? {
    var index = last
    while index > clause.lowerBound, last - index < 4 {
      switch context.token(index).wordClass {
      case .noun, .adjective, .classifier, .locality, .character, .place, .organization, .numeral: break
      default: return nil
      }
      if index < last, context.token(index - 1).wordClass == .preposition || context.reads(index - 1, as: .adjunct) {
        return index - 1
      }
      index -= 1
    }
    return nil
  }

  /// The verb of motion that leads to the place which a phrase is: `跳进州河|救起两名孩子`.
  private func motion(before phrase: Range<Int>, _ clause: Range<Int>) -> Int? {
    let verb = phrase.lowerBound - 1
    guard verb > clause.lowerBound, phrase.count == 1, context.token(phrase.lowerBound).wordClass == .place,
      context.token(verb).wordClass == .verb
    else { return nil }
    return verb
  }

  /// `集团|计划|追加`: a body that plans, where the lexicon has 计划 for a noun.
  private func withoutPlan(_ phrase: Range<Int>) -> Range<Int>? {
    guard phrase.count > 1, let last = phrase.last, context.token(last).traits.contains(.plan) else { return nil }
    let owner = context.token(last - 1)
    switch owner.wordClass {
    case .organization, .place, .person, .title: return phrase.dropLast()
    case .noun: return owner.traits.contains(.body) || isWhole(last - 1) ? phrase.dropLast() : nil
    case .pronoun: return owner.traits.contains(.demonstrative) ? nil : phrase.dropLast()
    default: return nil
    }
  }

  /// 全省, 全村: a noun for a whole land or body.
  private func isWhole(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.count == 2 && token.wordClass == .noun && context.folded[Int(token.start)] == 0x5168
  }

  /// `来自湖北黄冈的詹秀云`: without the end of a modifier that a verb opens.
  private func behindModifier(_ phrase: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
    guard phrase.lowerBound > clause.lowerBound, isVerbal(phrase.lowerBound - 1),
      let joint = phrase.first(where: { context.isCharacter($0, 0x7684) }), joint + 1 < phrase.upperBound
    else { return nil }
    return joint + 1..<phrase.upperBound
  }

  /// A pronoun of several: 我们.
  func isGroup(_ index: Int) -> Bool { context.reads(index, as: .groupPronoun) }

  /// A noun of time: 全天, 末节.
  func isPeriod(_ index: Int) -> Bool { context.reads(index, as: .period) }

  static let during = ["期间", "时段", "时期", "阶段"].map(\.foldedScalars)
  static let side = "方".foldedScalars

  /// 期间, 时段: ends a phrase that says when.
  private func isDuring(_ index: Int) -> Bool {
    context.token(index).count == 2 && Self.during.contains { context.reads(index, as: $0) }
  }

  func isAbroad(_ index: Int) -> Bool { context.reads(index, as: .sphere) }

  /// A token that only sets the scene of a clause: a time, 其中, 同比.
  func isSetting(_ index: Int) -> Bool {
    let token = context.token(index)
    return [.date, .time, .adverb, .conjunction].contains(token.wordClass) || phrases.isFunction(index)
      || token.traits.contains(.basis) || context.reads(index, as: .setting)
  }

  /// A subject without what only sets the scene, and nil where nothing is left or it is a place or a source alone.
  func trimmed(_ phrase: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
    var (first, end) = (phrase.lowerBound, phrase.upperBound)
    while first < end, isSetting(first) { first += 1 }
    // 对接会期间|中奥企业: when.
    if let during = (first..<end).last(where: isDuring), during + 1 < end {
      first = during + 1
    }
    // 谭克勤同志
    if end - first > 1, context.token(end - 1).traits.contains(.address), context.token(end - 2).wordClass == .person,
      context.token(end - 2).count > 1
    {
      end -= 1
    }
    while first < end, isPeriod(end - 1) {
      end -= 1
      // 本|学年
      if first < end, context.token(end - 1).traits.contains(.demonstrative) { end -= 1 }
      // 书局|全盛|时期
      if first + 1 < end, context.token(end - 1).wordClass == .adjective { end -= 1 }
    }
    // 公司|本次|发行
    while first < end, isSetting(end - 1) || end - first > 1 && (isEdition(end - 1) || isAbroad(end - 1)) { end -= 1 }
    guard first < end else { return nil }
    // 刷|微|博: characters of no word.
    if end - first > 1,
      (first..<end).allSatisfy({
        context.token($0).count == 1 && [.character, .adjective].contains(context.token($0).wordClass)
      })
    {
      return nil
    }
    if end - first == 1, isAbroad(first) { return nil }
    // 上证报讯
    if context.reads(end - 1, as: .dateline) { return nil }
    // 新华社|沈阳: where a text comes from.
    if end - first == 2, context.token(first).wordClass == .organization, context.kind(first) == "media",
      context.token(first + 1).wordClass == .place
    {
      return nil
    }
    return first..<end
  }

  /// The preposition that governs a phrase, also over a verb that belongs to it: 在共建国家.
  func governor(of phrase: Range<Int>, _ clause: Range<Int>) -> Int? {
    var before = phrase.lowerBound - 1
    guard before >= clause.lowerBound else { return nil }
    if isGovernor(before) { return before }
    // 在卫生、交通、能源等领域: to what governs the list.
    while before > clause.lowerBound, phrase.lowerBound - before < NounPhrases.reach,
      [.pause, .open].contains(context.token(before + 1).wordClass) || context.token(before).wordClass == .pause
    {
      before = (phrases.bracket(endingAt: before - 1, floor: clause.lowerBound) ?? before) - 1
      guard before >= clause.lowerBound else { return nil }
      if isGovernor(before) { return before }
    }
    guard context.token(before).wordClass == .verb, before > clause.lowerBound, isGovernor(before - 1) else {
      return nil
    }
    return before - 1
  }

  func skipFillers(_ from: Int, _ clause: Range<Int>) -> Int {
    var index = from
    var isPlace = false
    while index >= clause.lowerBound {
      let token = context.token(index)
      let isSkipped =
        token.wordClass == .adverb || token.wordClass == .date || token.wordClass == .time || token.wordClass == .modal
        || token.wordClass == .numeral && context.reads(index, as: .dateUnit)
        || token.wordClass == .locality && !isPlace && !context.reads(index, as: .inside)
          && (index == from || token.count > 1 || isSituated(index, clause))
        || context.reads(index, as: .manner) && (index == from || context.reads(index + 1, as: .manner))
        || !token.traits.isDisjoint(with: [.filler, .plan, .estimate, .denial]) && token.wordClass != .noun
        || !token.traits.isDisjoint(with: [.filler, .basis]) || isSetting(index)
        || context.reads(index, as: .summing)
      if !isSkipped, let open = phrases.bracket(endingAt: index, floor: clause.lowerBound) {
        index = open - 1
        continue
      }
      guard isSkipped else { break }
      // 汉中南部仍有: one word of where.
      if token.wordClass == .locality { isPlace = true }
      index -= 1
      // 于1405年, 在去年
      if [.date, .time].contains(token.wordClass), index > clause.lowerBound,
        context.token(index).wordClass == .preposition
      {
        index -= 1
      }
    }
    return index
  }

  /// Whether a word of place closes a phrase with 在: `在现场会上一连发出三问`.
  func isSituated(_ last: Int, _ clause: Range<Int>) -> Bool {
    (max(clause.lowerBound, last - 6)..<last).contains { context.isCharacter($0, 0x5728) }
  }

  func isFillerOnly(_ phrase: Range<Int>) -> Bool {
    if phrase.count == 1, context.reads(phrase.lowerBound, as: .manner) { return true }
    return phrase.allSatisfy { !context.token($0).traits.isDisjoint(with: [.filler, .plan, .estimate]) }
  }

  /// Whether a predicate only leads to a number: 达, 为, 突破, 报.
  func isLink(_ predicate: Range<Int>) -> Bool {
    guard let token = context.stream.token(startingAt: predicate.lowerBound),
      Int(context.token(token).end) == predicate.upperBound
    else { return false }
    return context.reads(token, as: .figureLead)
  }

  /// Whether a predicate leads from a size to its number: 达, 为, 有.
  func leads(_ predicate: Range<Int>) -> Bool {
    if isLink(predicate) || isCopula(predicate) { return true }
    guard let last = context.stream.token(endingAt: predicate.upperBound) else { return false }
    return context.token(last).traits.contains(.link) && context.token(last).start >= predicate.lowerBound
  }

  /// Whether a predicate is 是 or its like.
  func isCopula(_ predicate: Range<Int>) -> Bool {
    context.stream.token(startingAt: predicate.lowerBound).map {
      context.token($0).traits.contains(.copula) && Int(context.token($0).end) == predicate.upperBound
    } ?? false
  }

  /// 本展览: a pronoun that points takes what it points at.
  func completed(_ phrase: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
    // 检|方
    if phrase.count == 1, phrase.lowerBound > clause.lowerBound, context.reads(phrase.lowerBound, as: Self.side),
      context.token(phrase.lowerBound - 1).count == 1,
      [.verb, .noun, .character].contains(context.token(phrase.lowerBound - 1).wordClass)
    {
      return phrase.lowerBound - 1..<phrase.upperBound
    }
    guard phrase.count == 1, isDemonstrative(phrase.lowerBound, clause) else { return phrase }
    // 该国, 该片
    if context.token(phrase.lowerBound).count == 2,
      context.folded[Int(context.token(phrase.lowerBound).start)] == 0x8BE5
    {
      return phrase
    }
    guard phrase.upperBound < clause.upperBound, [.noun, .verb].contains(context.token(phrase.upperBound).wordClass),
      context.token(phrase.upperBound).traits.isDisjoint(with: [.copula, .link]),
      phrase.upperBound + 1 < clause.upperBound
    else { return nil }
    return phrase.lowerBound..<phrase.upperBound + 1
  }

  func isDemonstrative(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard clause.contains(index) else { return false }
    return context.token(index).traits.contains(.demonstrative) || isEdition(index)
      || context.reads(index, as: .kindPointer)
  }

  func isEdition(_ index: Int) -> Bool { context.reads(index, as: .edition) }

  /// Whether only dates, adverbs and 其中 stand before a figure in its clause.
  func opensClause(_ figure: Int, _ clause: Range<Int>) -> Bool {
    figure - clause.lowerBound < 2 * NounPhrases.reach
      && (clause.lowerBound..<figure).allSatisfy { index in
        switch context.token(index).wordClass {
        case .date, .time, .adverb, .pronoun, .close, .open, .conjunction: true
        default: context.token(index).traits.contains(.filler)
        }
      }
  }
}
