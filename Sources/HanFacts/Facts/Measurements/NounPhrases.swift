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
    while first < last, [.adverb, .verb].contains(context.token(first).wordClass) || isToward(first) { first += 1 }
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
    case .place, .organization, .person, .latin, .title, .other, .character: true
    case .pronoun: !context.token(index).traits.contains(.collective) && !isThis(index)
    case .close: isClose(index)
    // “奋斗者”号
    case .classifier: index > 0 && context.reads(index, as: Self.craft) && isClose(index - 1)
    default: false
    }
  }

  private static let craft = "号".foldedScalars
  private static let this = ["这", "那", "此", "其中", "什么"].map(\.foldedScalars)

  private func isThis(_ index: Int) -> Bool { Self.this.contains { context.reads(index, as: $0) } }

  private func isInside(_ index: Int, _ floor: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .adjective, .numeral, .dash, .classifier: return true
    case .locality: return index > floor && isHead(index - 1)
    case .particle: return context.isCharacter(index, 0x7684) && index > floor && isHead(index - 1)
    case .pause, .conjunction:
      guard index > floor, token.traits.isDisjoint(with: [.condition]) else { return false }
      // 黄淮南部、江淮大部
      if context.token(index - 1).wordClass == .locality { return index - 1 > floor && isHead(index - 2) }
      return isHead(index - 1) && context.token(index - 1).wordClass != .pronoun
    case .verb: return isNominal(index)
    case .figure: return true
    case .pronoun: return !isThis(index) && !token.traits.contains(.collective)
    default: return isHead(index)
    }
  }

  private static let toward = "面向".foldedScalars
  private static let related = ["相关", "有关"].map(\.foldedScalars)

  /// 面向 is listed as a noun but governs.
  private func isToward(_ index: Int) -> Bool { context.reads(index, as: Self.toward) }

  /// A verb that names an activity inside a phrase: 科技创新中心.
  private func isNominal(_ index: Int) -> Bool {
    Self.related.contains { context.reads(index, as: $0) } || isActivity(index)
  }

  /// A verb that names an activity: 创新.
  func isActivity(_ index: Int) -> Bool {
    let text = UnsafeBufferPointer(start: context.folded, count: context.stream.characterCount)
    return CountedWords.nominal.contains(text, context.token(index).range)
  }
}
