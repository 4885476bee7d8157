extension NounPhrase {
  /// The noun phrase behind a figure that ends before a token.
  func behind(_ first: Int, figure: FigureContent) -> Range<Int>? {
    var start = first
    let kind = figure.kind
    if isCharacter(start, "的") {
      guard kind != .count || figure.unit == nil else { return nil }
      start += 1
    } else if kind == .percent || kind == .fraction || kind == .multiple {
      guard isHead(start), token(start)?.wordClass != .character else { return nil }
    }
    // 三十万元|在山脚的地方, 几百里|以外的地方: where.
    if start == first,
      kind == .money && token(start)?.wordClass == .preposition
        || kind == .measure && token(start)?.wordClass == .locality
    {
      return nil
    }
    // 拨款150万元|翻修训练馆: what it is for.
    if kind == .money, start == first, token(start)?.wordClass == .verb, !isWord(start, .closing),
      isWord(first - 2, .spending) || token(first - 2)?.wordClass == .particle && isWord(first - 3, .spending)
    {
      return nil
    }
    // 4个|人|抬的算盘
    if kind == .count, !isPeople, isCharacter(start, "人"), token(start + 1)?.wordClass == .verb {
      return self.range(start, start)
    }
    // 十几人分工协作的业务: the people are what is counted.
    if isPeople, isUnit(first - 1, "人"), !isNoun(start) { return nil }
    if token(start)?.wordClass == .verb, !isWord(start, .nominal), let real = modified(start),
      let phrase = phrase(at: real, people: isPeople)
    {
      return range(phrase)
    }
    guard let phrase = phrase(at: start, people: isPeople) else {
      // 国家、省、市、县四级组织实施体系
      if sumsList(first - 2, figure), let noun = (start..<start + 4).first(where: { token($0)?.wordClass != .verb }),
        let last = simple(at: noun, people: false)
      {
        return self.range(start, last)
      }
      return modified(start).flatMap { self.phrase(at: $0, people: isPeople) }.flatMap { range($0) }
    }
    if let real = attributive(phrase), let other = self.phrase(at: real, people: isPeople) { return range(other) }
    if kind == .measure, start == first, token(phrase.last + 1)?.wordClass == .locality { return nil }
    if isQuality(phrase.last) { return nil }
    return range(phrase)
  }

  private func range(_ phrase: (first: Int, last: Int)) -> Range<Int>? {
    var (first, last) = phrase
    // 规上企业|产业规模超…: the bodies are counted, their size has a number of its own.
    if isSize(last), isLink(behind: last), let owner = (first..<last).last(where: isOwner),
      !isWord(owner + 1, .tallies)
    {
      last = owner
    }
    // 三次航天员“天地通话”
    if !isPeople, let open = (first..<last).last(where: { isWord($0, .people) && quoteEnd($0 + 1) == last + 1 }) {
      (first, last) = (open + 2, last - 1)
    }
    return range(first, last)
  }

  /// Whether what stands behind a token leads to a number.
  private func isLink(behind index: Int) -> Bool {
    token(index + 1)?.wordClass == .figure
      || isWord(index + 1, .links) && (index + 2..<index + 5).contains { token($0)?.wordClass == .figure }
  }

  /// `0.6万亩墒情不足`: a quality of which something is said, not a thing that is counted.
  private func isQuality(_ last: Int) -> Bool {
    guard let token = token(last), token.wordClass == .noun, self.token(last + 1)?.wordClass == .adjective,
      !isCharacter(last + 2, "的"), !isNoun(last + 2)
    else { return false }
    return isSize(last) || text[token.end - 1] == code("情") || text[token.end - 1] == code("质")
  }

  private func isUnit(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard let token = token(index) else { return false }
    return text[token.end - 1] == scalar.value
  }

  /// The longest noun phrase that begins at a token, with enumerations.
  private func phrase(at start: Int, people: Bool) -> (first: Int, last: Int)? {
    guard let end = simple(at: start, people: people) else { return nil }
    var last = end
    var index = last + 1
    for _ in 0..<6 {
      guard isWord(index, .joints) else { break }
      let isComma = isCharacter(index, "、")
      guard let next = simple(at: index + 1, people: people), token(index + 1)?.wordClass != .date else { break }
      if isComma, !(closesItem(next + 1)) { break }
      if !isComma, token(next + 1)?.wordClass == .figure, !isWord(end, .countries) { break }
      last = next
      index = last + 1
    }
    return (start, last)
  }

  /// True where an item of an enumeration ends.
  private func closesItem(_ index: Int) -> Bool {
    guard let token = token(index) else { return true }
    return token.wordClass == .punctuation || isWord(index, .joints) || isCharacter(index, "等")
  }

  /// The last token of a noun phrase without enumeration.
  private func simple(at start: Int, people: Bool) -> Int? {
    var index = start
    var last: Int?
    if isWord(index, .openers) { index += 1 }
    while index < start + Self.reach {
      if let end = quoteEnd(index) {
        // 18个成员国“要么反对，要么弃权”: what they say.
        if last != nil, isSpeech(index + 1..<end - 1) { break }
        last = end - 1
        index = end
        continue
      }
      guard let token = token(index), token.wordClass != .figure, token.wordClass != .date else { break }
      let isFirst = index == start
      if last != nil, isWord(index, .predicates),
        !(isHead(index + 1) && !isWord(index + 1, .predicates) && isWord(index, .nominal))
      {
        break
      }
      if isFirst, isWord(index, .predicates), !isHead(index + 1) { break }
      // 三条生产线|全部投产
      if last != nil, isWord(index, .wholes), !isHead(index + 1), !isModifier(index + 1) { break }
      // 60万元|捐给学校
      if givesTo(index) { break }
      // 其中8项|达到国际先进水平
      if isFirst, token.wordClass == .verb, isWord(index, .links), !isWord(index, .nominal) { break }
      if isHead(index) || isClosing(index) {
        if token.wordClass == .person, last != nil { break }
        last = index
        if people, isWord(index, .people), !isWord(index + 1, .people), self.token(index + 1)?.wordClass != .title {
          break
        }
        if isWord(index, .countries), isFirst, !isNationalName(index + 1) { break }
      } else if last != nil && isEmbedded(index, start) || last == nil && isWordOfVerb(index) {
        // 增设3间社区|流动|诊所, 征收临时|反倾销|税
        guard isHead(index + 1) else { break }
      } else if last != nil, isWord(index, .bonds) {
        // 政府间科技合作协定, 国际大科学计划
        guard isNoun(index + 1) else { break }
      } else if isModifier(index) || isFirst && token.wordClass == .verb && token.end - token.start > 1 {
        // A verb inside the phrase needs a noun behind it.
        guard isHead(index + 1) || isModifier(index + 1) || last == nil && isWordOfVerb(index + 1) else { break }
        if token.wordClass == .adjective, last != nil, token.end - token.start == 1 { break }
      } else {
        break
      }
      index += 1
    }
    guard let last else { return nil }
    // 41次|热|试车
    if last == start, let head = token(start), head.end - head.start == 1, head.wordClass != .place,
      let verb = token(start + 1), verb.wordClass == .verb, verb.end - verb.start > 1,
      !isWord(start + 1, .predicates), !isWord(start + 1, .links),
      token(start + 2).map({ $0.wordClass == .punctuation }) ?? true
    {
      return start + 1
    }
    return last
  }

  /// Whether a quoted stretch says something rather than names it: a mark parts it, or it opens with an adverb or the like.
  private func isSpeech(_ range: Range<Int>) -> Bool {
    if let first = token(range.lowerBound) {
      switch first.wordClass {
      case .adverb, .conjunction, .pronoun: return true
      default: break
      }
    }
    return range.contains { token($0)?.wordClass == .punctuation && !isCharacter($0, "、") && !isCharacter($0, "·") }
  }

  /// `捐给`, `用于`, `送往`: a verb that leads to whom or where, never part of a name.
  private func givesTo(_ index: Int) -> Bool {
    guard let token = token(index), token.wordClass == .verb, token.end - token.start > 1 else { return false }
    switch text[token.end - 1] {
    case code("给"), code("于"), code("往"): return true
    default: return false
    }
  }

  /// A verb that closes a phrase as its noun: `组织` of `国际组织的嘉宾`.
  private func isClosing(_ index: Int) -> Bool {
    guard isWord(index, .closing),
      isNoun(index - 1) || isModifier(index - 1) || token(index - 1)?.wordClass == .figure && !isPeople,
      let token = token(index),
      token.wordClass == .verb || token.wordClass == .speechVerb
    else { return false }
    guard let next = self.token(index + 1) else { return true }
    return next.wordClass == .punctuation || isCharacter(index + 1, "的") || isWord(index + 1, .joints)
  }

  /// Whether a verb of two characters makes a word with the noun of one behind it: `反倾销|税`.
  private func isWordOfVerb(_ index: Int) -> Bool {
    guard let verb = token(index), verb.wordClass == .verb, verb.end - verb.start > 1, !isWord(index, .links),
      !isWord(index, .predicates), let noun = token(index + 1), noun.wordClass == .noun
    else { return false }
    return noun.end - noun.start == 1 && isWord(index + 1, .suffixes)
  }

  /// Whether a verb stands between two nouns of what another verb governs: `增设3间社区|流动|诊所`.
  private func isEmbedded(_ index: Int, _ start: Int) -> Bool {
    guard let verb = token(index), verb.wordClass == .verb, verb.end - verb.start > 1, !isWord(index, .links),
      !isWord(index, .predicates), !isWord(index, .transitive), let noun = token(index + 1), noun.wordClass == .noun,
      !isWord(index + 1, .people), !isOwner(index - 1), !isWord(index - 1, .people), index - start < 4,
      token(index - 1)?.wordClass == .noun
    else { return false }
    if let after = token(index + 2), after.wordClass != .punctuation, !isCharacter(index + 2, "的") { return false }
    var governor = start - 2
    if token(governor)?.wordClass == .particle { governor -= 1 }
    guard let before = token(governor) else { return false }
    return token(start - 1)?.wordClass == .figure && before.wordClass == .verb && !isWord(governor, .links)
  }

  private func isNationalName(_ index: Int) -> Bool {
    isWord(index, .regions) || (index..<index + 5).contains { isWord($0, .nationalHeads) }
  }

  /// `创新性强、技术含量高的产品`: where the phrase is part of a modifier, the token behind its 的.
  private func attributive(_ phrase: (first: Int, last: Int)) -> Int? {
    guard let next = token(phrase.last + 1), next.wordClass == .adjective || next.wordClass == .verb else { return nil }
    guard next.wordClass == .adjective || isShortGap(phrase.last + 1) else { return nil }
    for index in phrase.last + 1..<phrase.last + 16 {
      guard let token = token(index), token.wordClass != .figure else { return nil }
      if isCharacter(index, "的") { return isHead(index + 1) || isModifier(index + 1) ? index + 1 : nil }
      if token.wordClass == .punctuation, !isCharacter(index, "、") { return nil }
    }
    return nil
  }

  /// A verb directly before 的: `国际领先的技术`.
  private func isShortGap(_ index: Int) -> Bool { isCharacter(index + 1, "的") }

  /// The token behind the 的 of a modifier that opens here: `具有影响力的品牌`.
  private func modified(_ start: Int) -> Int? {
    guard let first = token(start), first.wordClass != .punctuation, first.wordClass != .figure else { return nil }
    for index in start..<start + Self.reach {
      guard let token = token(index), token.wordClass != .figure else { return nil }
      if isCharacter(index, "的") { return index + 1 }
      if token.wordClass == .punctuation, quoteEnd(index) == nil, quoteStart(index) == nil { return nil }
    }
    return nil
  }
}
