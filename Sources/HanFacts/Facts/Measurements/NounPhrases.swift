/// The noun phrases of a clause, over the tokens of facts.
struct NounPhrases {
  /// A phrase has at most so many tokens.
  static let reach = 16

  let context: FactContext

  /// The noun phrase that ends at a token, at most back to a floor; nil where none does.
  func phrase(endingAt last: Int, floor: Int) -> Range<Int>? {
    guard last >= floor, isHead(last) else { return nil }
    var first = last
    var index = last - 1
    var depth = isClose(last) ? 1 : 0
    while index >= floor, last - index < Self.reach {
      if depth > 0 {
        if context.token(index).wordClass == .open { depth -= 1 }
        if isClose(index) { depth += 1 }
      } else if isClose(index) {
        depth = 1
      } else if isInside(index, floor) {
        // Joints and 的 belong to the phrase only with a noun before them.
      } else {
        break
      }
      if !isLink(index) { first = index }
      if context.token(index).wordClass == .pronoun, depth == 0 { break }
      index -= 1
    }
    if depth > 0 { return nil }
    while first < last,
      context.token(first).wordClass == .adverb
        || context.token(first).wordClass == .verb && !isInWord(first) && !isAny(first, .states)
        || isToward(first)
    { first += 1 }
    // 这|一|数字
    if context.token(first).wordClass == .numeral, first > floor, isThis(first - 1) { first -= 1 }
    // 这|家医院
    if first < last, context.token(first).wordClass == .classifier {
      if first > floor, isThis(first - 1) { first -= 1 } else { first += 1 }
    }
    return first..<last + 1
  }

  private func isClose(_ index: Int) -> Bool {
    context.token(index).wordClass == .close && !context.isCharacter(index, 0x29)
  }

  /// The joints and the 的 inside a phrase.
  private func isLink(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .pause, .conjunction, .particle: true
    default: false
    }
  }

  /// Whether a noun phrase may begin at a token.
  func opensPhrase(_ index: Int) -> Bool { isHead(index) || context.token(index).wordClass == .open }

  func isHead(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .noun: !isToward(index)
    case .place, .organization, .person, .latin, .title, .other: true
    case .character: !isFunction(index) && context.folded[Int(context.token(index).start)] >= 0x3400
    // 职工|们, 夫妇|俩
    case .particle: context.isCharacter(index, 0x4EEC) && isPerson(index - 1)
    case .numeral: (context.isCharacter(index, 0x4FE9) || context.isCharacter(index, 0x4EE8)) && isPerson(index - 1)
    // 展览展出文物: what takes place, before its verb.
    case .verb: context.reads(index, as: .eventVerb) && isVerb(over: index + 1)
    case .pronoun: !context.token(index).traits.contains(.collective) && !isThis(index)
    case .close: isClose(index)
    // “奋斗者”号
    case .classifier: index > 0 && context.reads(index, as: Self.craft) && isClose(index - 1)
    default: false
    }
  }

  /// A noun that may name people.
  private func isPerson(_ index: Int) -> Bool {
    index >= 0 && [.noun, .title].contains(context.token(index).wordClass)
  }

  /// Whether a verb stands at a token, or behind the date there.
  private func isVerb(over index: Int) -> Bool {
    let wordClass = context.token(index).wordClass
    let isDate = wordClass == .date || wordClass == .time
    return [.verb, .roleVerb].contains(isDate ? context.token(index + 1).wordClass : wordClass)
  }

  private static let craft = "号".foldedScalars

  private func isThis(_ index: Int) -> Bool { context.reads(index, as: .pointing) }

  private func isInside(_ index: Int, _ floor: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .adjective, .numeral, .dash, .classifier: return true
    case .locality: return index > floor && isHead(index - 1)
    case .particle: return context.isCharacter(index, 0x7684) && index > floor && isHead(index - 1) || isHead(index)
    case .pause, .conjunction:
      guard index > floor, token.traits.isDisjoint(with: [.condition]) else { return false }
      // 黄淮南部、江淮大部
      if context.token(index - 1).wordClass == .locality { return index - 1 > floor && isHead(index - 2) }
      return isHead(index - 1) && context.token(index - 1).wordClass != .pronoun
    case .verb: return isNominal(index) || isInWord(index) || isHead(index)
    case .figure: return true
    case .pronoun: return !isThis(index) && !token.traits.contains(.collective)
    default: return isHead(index)
    }
  }

  private func isAny(_ index: Int, _ words: CountedWords) -> Bool {
    let text = UnsafeBufferPointer(start: context.folded, count: context.stream.characterCount)
    return words.contains(text, context.token(index).range)
  }

  /// A character that only joins or says how, for which the lexicon has no class: 仍, 虽.
  func isFunction(_ index: Int) -> Bool {
    // 每万名工人: each belongs to the phrase.
    context.token(index).count == 1 && isAny(index, .functions) && !context.isCharacter(index, 0x6BCF)
  }

  /// A noun of one character that closes a word behind a verb of two: 点, 站.
  func isSuffix(_ index: Int) -> Bool { isAny(index, .suffixes) }

  /// Whether the last character of a token is that of a size: 额, 率.
  func endsAsSize(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.count > 0 && Self.sizes.contains(context.folded[Int(token.end) - 1])
  }

  /// A noun that names a size: 毛利率, 人数, 周期.
  func isSize(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.wordClass == .noun || token.wordClass == .verb, token.count > 0 else { return false }
    let text = UnsafeBufferPointer(start: context.folded, count: context.stream.characterCount)
    if token.wordClass == .verb { return context.reads(index, as: .measure) }
    if token.count > 1, CountedWords.sizes.contains(text, Int(token.end) - 2..<Int(token.end)) { return true }
    if context.ends(token.range, as: .measure) { return true }
    guard !CountedWords.unsized.contains(text, token.range) else { return false }
    return Self.sizes.contains(context.folded[Int(token.end) - 1])
  }

  private static let sizes = "量率额数值度比价费".foldedScalars

  /// A verb inside a word with the noun behind it: 发行|价, 相干|时间, 测|发|周期.
  private func isInWord(_ index: Int) -> Bool {
    let token = context.token(index)
    let next = context.token(index + 1)
    guard token.wordClass == .verb, next.start == token.end, !isAny(index, [.links, .owning]),
      token.traits.isDisjoint(with: [.copula, .cue, .weakCue, .up, .down, .link, .plan, .estimate]),
      !isAny(index, .transitive) || isAny(index, .nominal)
    else { return false }
    if token.count > 1 {
      // 纪检|监察|机关
      if index > 0, context.token(index - 1).wordClass == .noun, context.reads(index + 1, as: .office) { return true }
      return isSize(index + 1) || next.count == 1 && next.wordClass == .noun && isAny(index + 1, .suffixes)
    }
    return next.count == 1 && next.wordClass == .verb && isSize(index + 2)
      || index > 0 && context.token(index - 1).wordClass == .verb && context.token(index - 1).count == 1
        && isSize(index + 1)
  }

  /// The bracket that opens what a bracket closes, at most back to a floor: （CPI）.
  func bracket(endingAt last: Int, floor: Int) -> Int? {
    guard context.isCharacter(last, 0x29) || context.isCharacter(last, 0xFF09) else { return nil }
    var index = last - 1
    while index >= floor, last - index < Self.reach {
      if context.isCharacter(index, 0x28) || context.isCharacter(index, 0xFF08) { return index }
      index -= 1
    }
    return nil
  }

  /// A preposition behind which the other side stands: 对东盟进出口.
  func isAdjunct(_ index: Int) -> Bool { context.reads(index, as: .adjunct) }

  /// 面向 is listed as a noun but governs.
  private func isToward(_ index: Int) -> Bool { context.reads(index, as: .misread) }

  /// A verb that names an activity inside a phrase: 科技创新中心.
  private func isNominal(_ index: Int) -> Bool {
    context.reads(index, as: .related) || isActivity(index)
  }

  /// A verb that names an activity: 创新.
  func isActivity(_ index: Int) -> Bool {
    let text = UnsafeBufferPointer(start: context.folded, count: context.stream.characterCount)
    return CountedWords.nominal.contains(text, context.token(index).range)
  }
}
