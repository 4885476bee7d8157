extension NounPhrase {
  /// The noun phrase before a figure that begins at a token, directly or over the verb that leads to it.
  func before(_ position: Int, figure: FigureContent) -> Range<Int>? {
    var index = position - 1
    var links = 0
    if isCharacter(index, "的"), figure.kind == .percent || figure.kind == .fraction {
      // 占国内市场份额的60%: the share is of what stands before 的.
      index -= 1
      links = 6
    }
    while links < 6, isLink(index) {
      index -= 1
      links += 1
    }
    if links > 0, isCharacter(index + 1, "比"), isCharacter(index + 2, "占") == false, isCharacter(index, "占") {
      index -= 1
    }
    guard !isWord(index, .wholes), let last = lastToken(index) else { return nil }
    var first = last.first
    var position = first - 1
    while first - position < 2, last.last - position < Self.reach {
      if let open = quoteStart(position) {
        first = open
        position = open - 1
        continue
      }
      guard token(position) != nil, isModifier(position) else { break }
      if token(position)?.wordClass == .date { break }
      first = position
      position -= 1
    }
    first = trimmed(first, last.last)
    if isWord(first - 1, .openers), token(first - 1)?.wordClass != .verb,
      !isWord(first, .wholes)
    {
      first -= 1
    }
    return range(first, last.last)
  }

  /// Verbs and adverbs that lead from a thing to its number.
  private func isLink(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if isWord(index, .links) {
      return !(isHead(index) && token.wordClass == .noun && token.end - token.start > 1 && !isAmbiguousLink(index))
    }
    return token.wordClass == .adverb || token.wordClass == .date
  }

  /// `占比` and `增长` are nouns as well as links.
  private func isAmbiguousLink(_ index: Int) -> Bool { !isWord(index, .share) }

  /// The head before a position, or the quoted stretch that ends there.
  private func lastToken(_ index: Int) -> (first: Int, last: Int)? {
    if let open = quoteStart(index) { return (open, index) }
    guard isHead(index), let token = token(index) else { return nil }
    if token.wordClass == .person || token.wordClass == .place && isLink(index + 1) == false { return nil }
    return (index, index)
  }

  /// Without the verb that governs the phrase: `服务` of `服务企业超过15000家`.
  private func trimmed(_ first: Int, _ last: Int) -> Int {
    var start = first
    let opensClause =
      token(first - 1).map {
        $0.wordClass == .punctuation || $0.wordClass == .adverb || $0.wordClass == .verb || $0.wordClass == .particle
          || $0.wordClass == .date
      } ?? true
    while start < last, opensClause, isWord(start, .transitive), isHead(start + 1) || isModifier(start + 1) {
      start += 1
    }
    while start < last, let token = token(start), token.wordClass == .verb || token.wordClass == .locality {
      start += 1
    }
    return start
  }
}
