/// Of whom or of what size a clause speaks, for the clauses behind it.
extension FigureReader {
  /// The noun phrase that a clause opens with, for the clauses behind it.
  func openingSubject(_ clause: Range<Int>) -> Range<Int>? {
    var index = clause.lowerBound
    // (本报柏林4日电)代表团…: behind the bracket.
    if context.isCharacter(index, 0x28),
      let close = (index..<min(index + 24, clause.upperBound)).first(where: { context.isCharacter($0, 0x29) })
    {
      index = close + 1
    }
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
    // 这|所|寄宿|制|小学
    if index + 4 < clause.upperBound, context.reads(index, as: .pointing), context.token(index).count == 1,
      context.token(index + 1).count == 1, context.token(index + 2).wordClass == .verb, phrases.isHead(index + 3)
    {
      end = index + 4
      while end < clause.upperBound, context.token(end).wordClass == .noun { end += 1 }
      return end < clause.upperBound && isVerbal(end) ? index..<end : nil
    }
    // 《山海行》将…
    if end < clause.upperBound, context.isCharacter(end, 0x300A) { end += 1 }
    while end < clause.upperBound,
      phrases.isHead(end) || context.token(end).wordClass == .adjective || context.isCharacter(end, 0x7684)
        || !isVerbal(end) && context.token(end).wordClass == .verb
    { end += 1 }
    // 民警|迅速|赶到
    while end > index + 1, context.token(end - 1).wordClass == .adjective { end -= 1 }
    // 比亚迪|计划在…
    while end > index + 1, !context.token(end - 1).traits.isDisjoint(with: [.plan, .estimate]) { end -= 1 }
    // 这|片|中国第一根光纤的诞生地
    if isPointed, end < clause.upperBound, [.figure, .numeral].contains(context.token(end).wordClass) { return nil }
    // 报告期内，: where and when.
    if end + 1 == clause.upperBound, context.token(end).wordClass == .locality { return nil }
    // 报了…: a verb that the lexicon has for a noun; 总部位于芜湖: only where.
    if [0x4E86, 0x7740, 0x8FC7].contains(where: { context.isCharacter(end, $0) }) { return nil }
    if context.reads(end - 1, as: .seat), context.reads(end, as: .origin) {
      if end == index + 1 { return nil }
      end -= 1
    }
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

  /// `由外科主任带领的医疗队，`: what a clause does nothing but name, behind a modifier that fills it.
  func closingNoun(_ clause: Range<Int>) -> Range<Int>? {
    var first = clause.lowerBound
    while first < clause.upperBound, isSetting(first) || isMark(first) { first += 1 }
    guard clause.upperBound - first > 3, context.reads(first, as: Self.by) || context.reads(first, as: .origin),
      let joint = (first..<clause.upperBound).last(where: { context.isCharacter($0, 0x7684) }),
      joint > first + 1, joint + 1 < clause.upperBound, clause.upperBound - joint < 7,
      (joint + 1..<clause.upperBound).allSatisfy(phrases.isHead)
    else { return nil }
    return joint + 1..<clause.upperBound
  }

  /// A mark that opens an item of a list: ■.
  private func isMark(_ index: Int) -> Bool {
    context.token(index).count == 1 && (0x2500..<0x2800).contains(context.folded[Int(context.token(index).start)])
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
}
