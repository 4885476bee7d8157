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
    // 民政部|紧急|调拨: how it is done.
    if index > clause.lowerBound, context.token(index).wordClass == .adjective,
      context.token(index).count > 1, !isVerbal(index)
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
        if index == clause.lowerBound, index == verb - 1, context.reads(index, as: .inside) {
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
        phrase = list
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
    case .noun: return owner.traits.contains(.body) ? phrase.dropLast() : nil
    case .pronoun: return owner.traits.contains(.demonstrative) ? nil : phrase.dropLast()
    default: return nil
    }
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

  static let during = "期间".foldedScalars
  static let side = "方".foldedScalars

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
    if let during = (first..<end).last(where: { context.reads($0, as: Self.during) }), during + 1 < end {
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
    }
    // 公司|本次|发行
    while first < end, isSetting(end - 1) || end - first > 1 && isEdition(end - 1) { end -= 1 }
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
        || index == from && context.reads(index, as: .manner)
        || !token.traits.isDisjoint(with: [.filler, .plan, .estimate, .denial]) && token.wordClass != .noun
        || !token.traits.isDisjoint(with: [.filler, .basis]) || isSetting(index)
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

  /// The noun phrase that a clause opens with, for the clauses behind it.
  func openingSubject(_ clause: Range<Int>) -> Range<Int>? {
    var index = clause.lowerBound
    while index < clause.upperBound,
      [.date, .time, .adverb].contains(context.token(index).wordClass) || isFillerOnly(index..<index + 1)
        || index == clause.lowerBound && context.token(index).wordClass == .conjunction
    {
      index += 1
    }
    // 第2项是《…》: the next clauses speak of what it is.
    if index + 2 < clause.upperBound, context.token(index).wordClass == .figure,
      context.token(index + 1).traits.contains(.copula),
      let phrase = phrases.phrase(endingAt: clause.upperBound - 1, floor: index + 2)
    {
      return phrase
    }
    if index + 1 < clause.upperBound, isGroup(index) { return index..<index + 1 }
    // 这|条|邮路, 这|轮|冲突
    let isPointed =
      index + 2 < clause.upperBound && context.reads(index, as: .pointing) && context.token(index).count == 1
      && context.token(index + 1).count == 1 && phrases.isHead(index + 2)
    var end = isPointed ? index + 2 : index
    // 《山海行》将…
    if end < clause.upperBound, context.isCharacter(end, 0x300A) { end += 1 }
    while end < clause.upperBound,
      phrases.isHead(end) || context.token(end).wordClass == .adjective || context.isCharacter(end, 0x7684)
        || !isVerbal(end) && context.token(end).wordClass == .verb
    { end += 1 }
    // 比亚迪|计划在…
    while end > index + 1, !context.token(end - 1).traits.isDisjoint(with: [.plan, .estimate]) { end -= 1 }
    // 这|片|中国第一根光纤的诞生地
    if isPointed, end < clause.upperBound, [.figure, .numeral].contains(context.token(end).wordClass) { return nil }
    // 报告期内，: where and when.
    if end + 1 == clause.upperBound, context.token(end).wordClass == .locality { return nil }
    // 报了…: a verb that the lexicon has for a noun; 总部位于芜湖: only where.
    if [0x4E86, 0x7740, 0x8FC7].contains(where: { context.isCharacter(end, $0) }) { return nil }
    if end == index + 1, context.reads(index, as: .seat), context.reads(end, as: .origin) { return nil }
    guard end > index, end < clause.upperBound, !isGovernor(index),
      let whole = isPointed ? index..<end : phrases.phrase(endingAt: end - 1, floor: index),
      let phrase = trimmed(whole, clause),
      !isFillerOnly(phrase)
    else { return nil }
    // 增幅近100%，今年突破…: a size has no size.
    if phrases.isSize(phrase.upperBound - 1) { return nil }
    return completed(phrase, clause)
  }

  /// `…铸造车间工人出身的厂长韩德福，`: whom a clause does nothing but name.
  func closingPerson(_ clause: Range<Int>) -> Range<Int>? {
    guard let last = clause.last, context.token(last).wordClass == .person, last - 2 > clause.lowerBound,
      context.token(last - 1).wordClass == .title
    else { return nil }
    // 实际控制人为董事长欧阳秉文，直接持有…
    let isTold = context.token(last - 2).traits.contains(.copula) && context.token(last - 3).wordClass == .title
    return isTold || context.isCharacter(last - 2, 0x7684) ? last..<last + 1 : nil
  }

  /// Whether a value may be that of a size: a rate has a percentage.
  func fits(_ size: FactPiece, _ value: FigureValue) -> Bool {
    guard size.range.count > 0, Self.rates.contains(context.folded[size.range.upperBound - 1]) else { return true }
    return [.percent, .fraction, .plain].contains(value.kind)
  }

  static let rates = "率幅速比".foldedScalars

  /// Whether a clause only says when: `2020年，`.
  func isScene(_ clause: Range<Int>) -> Bool { clause.allSatisfy(isSetting) }

  /// The size that a clause opens with: `知晓率比2015年提高…，达到46.1%`.
  func openingSize(_ clause: Range<Int>) -> Range<Int>? {
    var index = clause.lowerBound
    while index < clause.upperBound, isSetting(index) { index += 1 }
    let start = index
    while index < clause.upperBound, index - start < 10,
      phrases.isHead(index)
        || [.adjective, .verb].contains(context.token(index).wordClass)
          && context.token(index).traits.isDisjoint(with: [.up, .down, .link, .copula])
    { index += 1 }
    guard let last = (start..<index).last(where: phrases.isSize), last + 1 < clause.upperBound,
      let phrase = phrases.phrase(endingAt: last, floor: start)
    else { return nil }
    // Without who has it.
    var first = phrase.lowerBound
    while first < last, [.organization, .place, .pronoun, .person].contains(context.token(first).wordClass) {
      first += 1
    }
    return first..<last + 1
  }

  /// Whether a predicate only leads to a number: 达, 为, 突破, 报.
  func isLink(_ predicate: Range<Int>) -> Bool {
    guard let token = context.stream.token(startingAt: predicate.lowerBound),
      Int(context.token(token).end) == predicate.upperBound
    else { return false }
    return context.reads(token, as: .figureLead)
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
