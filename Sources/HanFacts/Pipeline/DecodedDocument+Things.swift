import HanText

extension DecodedDocument {
  /// Takes the generated names that a text speaks of as of a shop, a company or a team for no persons.
  ///
  /// ```
  /// [喜湘逢]的大门    [喜湘逢]拿到1.2亿元A轮融资    [海岚]门将
  /// ```
  /// A title before one of them, or a verb of speech behind it, says that it is a person after all. O(tokens).
  mutating func dropThings(_ text: SourceText, _ knowledge: KnowledgeBase) {
    let sentences = sentences
    let dropped = text.folded.withUnsafeBufferPointer { folded in
      tokens.withUnsafeBufferPointer { tokens in
        ThingFinder(tokens: tokens, folded: folded, words: knowledge.scanners.bodyWords).find(sentences)
      }
    }
    for index in dropped {
      tokens[index].wordClass = .noun
      tokens[index].source = .word
      tokens[index].entry = -1
    }
  }
}

/// Finds the persons of a document that are none, for `DecodedDocument.dropThings`.
private struct ThingFinder {
  let tokens: UnsafeBufferPointer<DecodedToken>
  let folded: UnsafeBufferPointer<UInt32>

  let words: BodyWords

  /// The numbers of their tokens.
  func find(_ sentences: [DecodedDocument.Sentence]) -> [Int] {
    var things = Set<UInt64>()
    for sentence in sentences {
      for index in sentence.tokens where isDoubtful(index) && mayBeThing(index, sentence) && isThing(index, sentence) {
        things.insert(key(index))
      }
    }
    if things.isEmpty { return [] }
    for sentence in sentences {
      for index in sentence.tokens where isDoubtful(index) && isActor(index, sentence) { things.remove(key(index)) }
    }
    return tokens.indices.filter { isDoubtful($0) && things.contains(key($0)) }
  }

  private func key(_ index: Int) -> UInt64 {
    guard let base = folded.baseAddress else { return 0 }
    return SurfaceKey.key(base + tokens[index].start, tokens[index].end - tokens[index].start)
  }

  /// Whether a token is a Chinese name that no table lists.
  @inline(__always)
  private func isDoubtful(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.wordClass == .person && (token.source == .chineseName || token.source == .document)
      && (2...4).contains(token.end - token.start)
  }

  /// What `isThing` may say yes to begins with such a character.
  @inline(__always)
  private func mayBeThing(_ index: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    let end = tokens[index].end
    guard end + 2 <= sentence.range.upperBound else { return false }
    switch folded[end] {
    // 的 门 大 分 招 主 后 前 股 财 官 市 俱, 共 拥 开 拿 获 完 宣
    case 0x7684, 0x95E8, 0x5927, 0x5206, 0x62DB, 0x4E3B, 0x540E, 0x524D, 0x80A1, 0x8D22, 0x5B98, 0x5E02, 0x4FF1, 0x5171,
      0x62E5, 0x5F00, 0x62FF, 0x83B7, 0x5B8C, 0x5BA3:
      return true
    default: return false
    }
  }

  /// Whether something stands behind a token that only a shop, a company or a team has.
  private func isThing(_ index: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    let end = tokens[index].end
    let limit = min(sentence.range.upperBound, end + 18)
    let own = folded[end] == 0x7684 ? end + 1 : end
    if words[.belonging].contains(own..<min(own + 2, limit), folded) { return true }
    // 共有217家门店, 拿到1.2亿元A轮融资
    var place = end + 1
    while place + 2 <= limit {
      switch folded[place] {
      case 0xFF0C, 0x2C, 0x3002, 0xFF1B: return false
      default: break
      }
      // 家 轮
      let isCounted = folded[place - 1] == 0x5BB6 || folded[place - 1] == 0x8F6E
      if isCounted, words[.holding].contains(place..<place + 2, folded) { return true }
      place += 1
    }
    return false
  }

  /// Whether a title stands before a token, or somebody speaks behind it.
  private func isActor(_ index: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    if index > sentence.tokens.lowerBound, tokens[index - 1].wordClass == .title { return true }
    guard index + 1 < sentence.tokens.upperBound else { return false }
    let next = tokens[index + 1].wordClass
    return next == .speechVerb || next == .roleVerb
  }
}
