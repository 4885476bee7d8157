/// The noun phrases around a position of the tokens.
struct NounPhrase<Tokens: PhraseTokens> {
  let text: UnsafeBufferPointer<UInt32>
  let tokens: Tokens
  /// Whether the figure counts people.
  let isPeople: Bool

  /// The phrases are searched at most this many tokens away.
  static var reach: Int { 14 }

  func token(_ index: Int) -> PhraseToken? { index >= 0 && index < tokens.count ? tokens[index] : nil }

  /// True where the token is a character.
  func isCharacter(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard let token = token(index), token.end == token.start + 1 else { return false }
    return text[token.start] == scalar.value
  }

  func isWord(_ index: Int, _ words: CountedWords) -> Bool {
    guard let token = token(index) else { return false }
    return words.contains(text, token.range)
  }

  /// True for tokens that can be the last of a noun phrase.
  func isHead(_ index: Int) -> Bool { isNoun(index) || isDeverbal(index) }

  /// True for an activity that word lists take for a verb, where it governs nothing: `活动` of `20场技术对接活动`.
  private func isDeverbal(_ index: Int) -> Bool {
    guard isWord(index, .deverbal), let token = token(index) else { return false }
    return token.wordClass == .verb || token.wordClass == .speechVerb
  }

  /// True for tokens that are the last of a noun phrase by their class.
  func isNoun(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if isWord(index, .people) { return true }
    switch token.wordClass {
    case .noun, .organization, .work, .event, .title, .person, .place: return true
    case .latin: return !isAllDigits(token.range)
    case .character, .other:
      return token.end - token.start == 1 && text[token.start] >= 0x4E00 && !isWord(index, .functions)
    default: return false
    }
  }

  private func isAllDigits(_ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] >= 0x30 && text[$0] <= 0x39 }
  }

  /// True for tokens that can stand inside a noun phrase before its head.
  func isModifier(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    switch token.wordClass {
    case .adjective: return true
    case .verb: return isWord(index, .nominal)
    case .idiom: return false
    case .locality: return token.end - token.start > 1
    default: return isHead(index)
    }
  }

  /// True for a noun that names a size: `规模`, `总值`, `量`.
  func isSize(_ index: Int) -> Bool {
    guard let token = token(index), token.wordClass == .noun else { return false }
    let length = token.end - token.start
    // 研发投入强度 may be one word.
    if length > 1, CountedWords.sizes.contains(text, token.end - 2..<token.end) { return true }
    guard length <= 3, !isWord(index, .unsized) else { return false }
    switch text[token.end - 1] {
    case code("量"), code("率"), code("额"), code("数"), code("值"), code("度"), code("比"): return true
    default: return false
    }
  }

  /// True for a noun that names bodies which have sizes: `企业`, `规上企业`.
  func isOwner(_ index: Int) -> Bool {
    guard let token = token(index), token.wordClass == .noun, token.end - token.start > 1 else { return false }
    return CountedWords.owners.contains(text, token.end - 2..<token.end)
  }

  /// True where somebody has what stands behind a number: `安徽有430多万农民工`.
  func isOwned(_ position: Int) -> Bool { isWord(position - 1, .owning) }

  /// True where a verb leads to a number: `人次达210万`.
  func isLed(_ position: Int) -> Bool {
    isWord(position - 1, .links) && (token(position - 1)?.wordClass == .verb || isCharacter(position - 1, "为"))
  }

  /// True for a number that ends in `万` or `亿`.
  func isRound(_ position: Int) -> Bool {
    guard let token = token(position) else { return false }
    return text[token.end - 1] == code("万") || text[token.end - 1] == code("亿")
  }

  /// True where what stands before a number and its `的` is no size that the number has: `持有公司23.4%的`, `有3.5亿元的`.
  func governs(_ position: Int, _ before: Range<Int>?) -> Bool {
    if isOwned(position) { return true }
    guard let before, let token = token(position - 1), before.upperBound == token.end else { return false }
    return token.wordClass == .organization
      || token.wordClass == .noun && !isSize(position - 1) && isOwner(position - 1)
  }

  /// The token behind a quoted stretch that opens here, or nil.
  func quoteEnd(_ index: Int) -> Int? {
    guard let open = character(index), let close = Self.closing(open) else { return nil }
    for position in index + 1..<index + 14 where character(position) == close { return position + 1 }
    return nil
  }

  /// The token that opens a quoted stretch which ends before a position, or nil.
  func quoteStart(_ index: Int) -> Int? {
    guard let close = character(index), let open = Self.opening(close) else { return nil }
    for distance in 1..<14 where character(index - distance) == open { return index - distance }
    return nil
  }

  /// The character of a token of one.
  @inline(__always)
  private func character(_ index: Int) -> UInt32? {
    guard let token = token(index), token.end == token.start + 1 else { return nil }
    return text[token.start]
  }

  private static func closing(_ open: UInt32) -> UInt32? {
    switch open {
    case code("“"): code("”")
    case code("「"): code("」")
    case code("《"): code("》")
    case code("‘"): code("’")
    default: nil
    }
  }

  private static func opening(_ close: UInt32) -> UInt32? {
    switch close {
    case code("”"): code("“")
    case code("」"): code("「")
    case code("》"): code("《")
    case code("’"): code("‘")
    default: nil
    }
  }

  func range(_ first: Int, _ last: Int) -> Range<Int>? {
    guard let first = token(first), let last = token(last), first.start < last.end else { return nil }
    return first.start..<last.end
  }
}
