import HanGazetteer
import HanText

/// The short names of companies that a text proves: a mark and a word of trade, behind which stands the company's code
/// at an exchange, or what only companies do and have.
///
/// ```
/// [澜溪电子]（688791）    [星砾航天]完成B轮融资    [沧澜宠物]董事长南宫樾
/// ```
/// The mark holds a character of no word, unless a code follows. One pass over the tokens, linear.
struct CompanyNames {
  let knowledge: KnowledgeBase
  let input: DecoderInput
  let words: BodyWords

  init(knowledge: KnowledgeBase, input: DecoderInput) {
    self.knowledge = knowledge
    self.input = input
    words = knowledge.scanners.bodyWords
  }

  /// Adds the names of `document` to `names`.
  func find(in document: DecodedDocument, into names: DocumentNames) {
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences { find(in: sentence, tokens, into: names) }
    }
  }

  private func find(
    in sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>, into names: DocumentNames
  ) {
    for index in sentence.tokens {
      let token = tokens[index]
      switch token.wordClass {
      case .character: addMarked(from: index, sentence, tokens, into: names)
      case .person where token.source == .chineseName: addMarked(from: index, sentence, tokens, into: names)
      case .open: addCoded(before: index, sentence, tokens, into: names)
      case .place:
        if token.source == .abbreviation {
          addListed(index, sentence, tokens, into: names)
        } else {
          addPlaced(index, sentence, tokens, into: names)
        }
      default:
        if Self.mayOpenNews(input.folded[token.start]), index > sentence.tokens.lowerBound,
          isFinanced(token.start, sentence)
        {
          if isTrade(tokens[index - 1]) {
            addTraded(index - 1, sentence, tokens, into: names)
          } else if token.end - token.start > 1 {
            addSubject(before: index, sentence, tokens, into: names)
          }
        }
        if token.wordClass == .noun {
          if token.end - token.start > 1, words[.describer].contains(token.end - 2..<token.end, folded) {
            addDescribed(index, sentence, tokens, into: names)
          }
        } else if token.wordClass == .verb, hasShops(index, sentence, tokens) {
          addSubject(before: index, sentence, tokens, into: names)
        }
      }
    }
  }

  /// Whether a token is a word of trade.
  func isTrade(_ token: DecodedToken) -> Bool {
    switch token.wordClass {
    case .noun, .verb, .adjective: token.source == .word && words[.trade].contains(token, folded)
    default: false
    }
  }

  /// Looks for the word of trade behind a character of no word, or behind one more.
  private func addMarked(
    from index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    var trade = index + 1
    while trade < min(index + 3, sentence.tokens.upperBound) {
      if tokens[trade].end - tokens[trade].start > 1 {
        if isTrade(tokens[trade]) { addTraded(trade, sentence, tokens, into: names) }
        return
      }
      trade += 1
    }
  }

  /// 完 获 宣 近 日 已 再 连 拿, 登 挂 闯 冲: what news of money begins with.
  @inline(__always)
  private static func mayOpenNews(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5B8C, 0x83B7, 0x5BA3, 0x8FD1, 0x65E5, 0x5DF2, 0x518D, 0x8FDE, 0x62FF, 0x767B, 0x6302, 0x95EF, 0x51B2: true
    default: false
    }
  }

  var folded: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: input.folded, count: input.count) }

  /// A mark of two characters before the word of trade at an index, of which one at least is no word.
  private func addTraded(
    _ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    let trade = tokens[index]
    let start = trade.start - 2
    guard index - sentence.tokens.lowerBound >= 1, start >= sentence.range.lowerBound else { return }
    let isNews = isFinanced(trade.end, sentence)
    guard isNews || followsCompany(trade.end, sentence) || hasCompanyBeside(index, tokens, sentence.tokens) else {
      return
    }
    var first = index
    var hasUnknown = isNews
    while first > sentence.tokens.lowerBound, tokens[first - 1].start >= start {
      first -= 1
      let part = tokens[first]
      switch part.wordClass {
      case .character: hasUnknown = true
      case .noun, .verb, .adjective, .classifier, .place, .locality, .time:
        if !isNews, part.end - part.start > 1 { return }
      case .person: hasUnknown = isNews || part.source == .chineseName
      default: return
      }
    }
    guard hasUnknown, tokens[first].start == start,
      isNews ? opensClause(first, sentence, tokens) : isBoundary(before: first, sentence, tokens)
    else { return }
    add(start..<trade.end, into: names)
  }

  /// Whether a token is the first behind a mark, a date or a noun that says what a company is.
  func opensClause(
    _ first: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>
  ) -> Bool {
    guard first > sentence.tokens.lowerBound else { return true }
    let before = tokens[first - 1]
    return before.wordClass.isPunctuation || before.source == .scanner
      || before.end >= 2 && words[.describer].contains(before.end - 2..<before.end, folded)
  }

  /// 完成数千万元B轮融资, 登陆上交所: what makes a name of any words before it.
  private func isFinanced(_ start: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    let end = sentence.range.upperBound
    if start + 4 <= end, words[.market].contains(start..<start + 2, folded),
      words[.exchange].contains(start + 2..<start + 4, folded)
    {
      return true
    }
    if start + 5 > end || !Self.mayOpenNews(folded[start]) { return false }
    var place = start + 1
    while place + 2 < min(end, start + 24), folded[place] != 0xFF0C, folded[place] != 0x2C, folded[place] != 0x3002 {
      // 轮融资
      if folded[place] == 0x8F6E, folded[place + 1] == 0x878D, folded[place + 2] == 0x8D44 { return true }
      place += 1
    }
    return false
  }

  /// 云岫资本、松禾资本: whether a company stands beside it in a list.
  func hasCompanyBeside(_ index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, _ sentence: Range<Int>)
    -> Bool
  {
    guard index + 2 < sentence.upperBound, tokens[index + 1].wordClass == .pause else { return false }
    return tokens[index + 2].wordClass == .organization && knowledge.isCompany(tokens[index + 2])
  }

  /// Whether a new name may begin at a token: behind a mark, a name, or a word of two characters or more.
  private func isBoundary(
    before first: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>
  ) -> Bool {
    guard first > sentence.tokens.lowerBound else { return true }
    let before = tokens[first - 1]
    if before.wordClass.isPunctuation || before.wordClass.isName || before.end - before.start > 1 { return true }
    switch before.wordClass {
    case .preposition, .conjunction, .particle, .adverb, .speechVerb, .roleVerb, .pronoun, .modal, .number: return true
    // 研发|商
    case .noun: return folded[before.start] == 0x5546
    default: return false
    }
  }

  /// Whether what stands at an offset follows the name of a company.
  private func followsCompany(_ offset: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    // 鹏岳投资及其总经理
    let place =
      offset + 4 <= sentence.range.upperBound && folded[offset] == 0x53CA && folded[offset + 1] == 0x5176
      ? offset + 2 : offset
    return place + 2 <= sentence.range.upperBound && words[.companyWord].contains(place..<place + 2, folded)
      || isCode(offset, sentence)
  }

  /// （688791）, (600519.SH), (00700.HK): the code of a company at an exchange.
  private func isCode(_ open: Int, _ sentence: DecodedDocument.Sentence) -> Bool {
    let end = sentence.range.upperBound
    guard open < end, folded[open] == 0x28 else { return false }
    var place = open + 1
    while place < end, folded[place] >= 0x30, folded[place] <= 0x39 { place += 1 }
    let digits = place - open - 1
    guard digits >= 4, digits <= 6, place < end else { return false }
    if folded[place] == 0x29 { return digits == 6 }
    guard folded[place] == 0x2E else { return false }
    place += 1
    let letters = place
    while place < end, folded[place] >= 0x41, folded[place] <= 0x5A { place += 1 }
    return place - letters >= 1 && place - letters <= 3 && place < end && folded[place] == 0x29
  }

  /// 澜溪电子(688791): the words before a code, up to a mark or a name; what is one token is known.
  private func addCoded(
    before open: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) {
    guard isCode(tokens[open].start, sentence) else { return }
    let end = tokens[open].start
    var first = open
    while first > sentence.tokens.lowerBound {
      let part = tokens[first - 1]
      if end - part.start > 6 { break }
      switch part.wordClass {
      case .noun, .verb, .adjective, .character, .place, .person, .classifier, .numeral, .locality: break
      case .organization: if first < open { return }
      default:
        // The name begins behind anything else, if it is long enough.
        if end - tokens[first].start >= 3 { add(tokens[first].start..<end, into: names) }
        return
      }
      first -= 1
      if part.wordClass == .organization { return }
      // 公司|澜溪电子(688791): names at an exchange have four characters as a rule.
      if end - part.start == 4, first > sentence.tokens.lowerBound, tokens[first - 1].end - tokens[first - 1].start > 1
      {
        break
      }
    }
    let size = end - tokens[first].start
    if first < open, size == 4 || size == 3 && first == sentence.tokens.lowerBound {
      add(tokens[first].start..<end, into: names)
    }
  }

  func add(_ range: Range<Int>, into names: DocumentNames) {
    if range.count >= 4, words[.label].contains(range.lowerBound..<range.lowerBound + 2, folded) { return }
    if words[.label].contains(range.upperBound - 2..<range.upperBound, folded), folded[range.upperBound - 1] != 0x4EFD {
      return
    }
    let full = names.add(
      input.folded + range.lowerBound, range.count, wordClass: .organization, cost: DocumentNames.declared,
      kind: knowledge.companyKind)
    // 星砾航天 → 星砾
    guard range.count == 4, full >= 0, words[.trade].contains(range.lowerBound + 2..<range.upperBound, folded) else {
      return
    }
    for image in knowledge.images where image.list(of: input.folded + range.lowerBound, count: 2) >= 0 { return }
    names.add(
      input.folded + range.lowerBound, 2, wordClass: .organization, cost: 9_000, kind: knowledge.companyKind, full: full
    )
  }
}
