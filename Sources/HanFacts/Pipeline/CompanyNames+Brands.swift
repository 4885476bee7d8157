import HanGazetteer

/// Companies without a mark of unknown characters: what stands beside them tells.
extension CompanyNames {
  /// 广信|证券|首席分析师, 云岭|体育|总经理: a place and a word of trade before a post that only companies have.
  func addPlaced(
    _ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    let place = tokens[index]
    guard place.end - place.start == 2, index + 2 < sentence.tokens.upperBound, tokens[index + 1].start == place.end,
      isTrade(tokens[index + 1]), !knowledge.isCountry(place)
    else { return }
    let trade = tokens[index + 1]
    if tokens[index + 2].start == trade.end, tokens[index + 2].wordClass == .title, isChief(trade.end, sentence) {
      names.add(
        input.folded + place.start, trade.end - place.start, wordClass: .organization, cost: DocumentNames.declared,
        kind: knowledge.companyKind)
    }
  }

  /// 华|泰|国际 in 中金公司、华泰国际和摩根士丹利: abbreviations of places and a word of trade between companies.
  func addListed(
    _ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    guard index + 2 < sentence.tokens.upperBound, index > sentence.tokens.lowerBound + 1,
      tokens[index].end - tokens[index].start == 1, tokens[index + 1].end - tokens[index + 1].start == 1,
      tokens[index + 1].wordClass == .place || tokens[index + 1].wordClass == .character,
      tokens[index + 1].start == tokens[index].end, isTrade(tokens[index + 2])
    else { return }
    let before = tokens[index - 1]
    guard before.wordClass == .pause, tokens[index - 2].wordClass == .organization,
      isFirm(tokens[index - 2]), index + 4 < sentence.tokens.upperBound,
      tokens[index + 3].wordClass == .pause || tokens[index + 3].wordClass == .conjunction,
      tokens[index + 4].wordClass == .organization, isFirm(tokens[index + 4])
    else { return }
    add(tokens[index].start..<tokens[index + 2].end, into: names)
  }

  private func isFirm(_ token: DecodedToken) -> Bool {
    knowledge.isCompany(token) || knowledge.isKind(token, "bank")
  }

  /// 总经理, 首席…, 董事…: a post that only companies have, by its first two characters.
  private func isChief(_ offset: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    offset + 2 <= sentence.range.upperBound && words[.companyPost].contains(offset..<offset + 2, folded)
  }

  /// 便利店企业|三枝|屋|社长: up to four characters between a noun that says what a company is and its chief.
  ///
  /// - Parameter index: the noun
  func addDescribed(
    _ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    var last = index + 1
    var isUnknown = false
    let start = tokens[index].end
    while last < sentence.tokens.upperBound, tokens[last].end - start <= 4, tokens[last].start == tokens[last - 1].end {
      switch tokens[last].wordClass {
      case .character: isUnknown = true
      case .number, .numeral: break
      case .noun:
        // 三枝|屋
        if tokens[last].end - tokens[last].start == 1, tokens[last].end - start >= 3,
          words[.shop].contains(tokens[last], folded)
        {
          isUnknown = true
        }
      default: return
      }
      last += 1
      guard isUnknown, last < sentence.tokens.upperBound, tokens[last].wordClass == .title,
        tokens[last - 1].end - start >= 2
      else { continue }
      if isChief(tokens[last].start, sentence) {
        names.add(
          input.folded + start, tokens[last - 1].end - start, wordClass: .organization, cost: 4_000,
          kind: knowledge.companyKind)
      }
      return
    }
  }

  /// 喜|湘|逢 before 拿到1.2亿元A轮融资 or 共有217家门店: up to four characters at the beginning of a clause, of which one at
  /// least is no word.
  ///
  /// - Parameter index: what stands behind the name
  func addSubject(
    before index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    var first = index
    var isUnknown = false
    let end = tokens[index].start
    while first > sentence.tokens.lowerBound, tokens[first - 1].end == tokens[first].start,
      end - tokens[first - 1].start <= 4, !tokens[first - 1].wordClass.isPunctuation
    {
      switch tokens[first - 1].wordClass {
      case .character: isUnknown = true
      case .noun, .verb, .adjective: break
      default: return
      }
      first -= 1
    }
    guard isUnknown, first < index, end - tokens[first].start >= 3, opensClause(first, sentence, tokens) else { return }
    names.add(
      input.folded + tokens[first].start, end - tokens[first].start, wordClass: .organization, cost: 4_000,
      kind: knowledge.companyKind)
  }

  /// 共有217家门店: what a chain of shops has.
  ///
  /// - Parameter index: the verb
  func hasShops(_ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>) -> Bool
  {
    guard index + 2 < sentence.tokens.upperBound, tokens[index + 1].source == .scanner,
      words[.shopCount].contains(tokens[index], folded)
    else { return false }
    let noun = tokens[index + 2]
    return noun.end - noun.start >= 2 && words[.chainShop].contains(noun.end - 2..<noun.end, folded)
  }
}
