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
    if isCharacter(index - 1, "每"), token(index)?.wordClass != .figure {
      index -= 2
    } else if isCharacter(index, "的"), let from = from(position) {
      // 由2019年的3亿吨
      index = from
    }
    while links < 6, isLink(index) {
      index -= 1
      links += 1
    }
    if links > 0, let start = startOfChange(index) { return before(start, figure: figure) }
    if links > 0, isCharacter(index + 1, "比"), isCharacter(index + 2, "占") == false, isCharacter(index, "占") {
      index -= 1
    }
    guard !isWord(index, .wholes) || isWord(index, .tallies), !isWord(index, .firsts), !sumsList(index, figure),
      !isPlaceWord(index, figure), let last = lastToken(index, figure) ?? anniversary(index, figure)
    else { return nil }
    var first = last.first
    var position = first - 1
    while last.last - position < Self.reach {
      if let open = quoteStart(position) {
        first = open
        position = open - 1
        continue
      }
      guard let token = token(position), token.wordClass != .date, !isWord(position, .having),
        isModifier(position) || isTimeOfWord(position, first) || isCompound(position, first, links)
          || isBound(position, last.last)
          || isInner(position, first)
          || isCharacter(position, "总") || isCharacter(position, "可") && self.token(first)?.wordClass == .verb
      else { break }
      first = position
      position -= 1
    }
    // 支持率比安倍内阁末期|上升28个百分点: what it is compared with.
    if links > 0, let comparison = comparison(before: first) { return before(comparison, figure: figure) }
    first = trimmed(first, last.last, links)
    if isWord(first - 1, .openers), token(first - 1)?.wordClass != .verb,
      !isWord(first, .wholes)
    {
      first -= 1
    }
    // 占整体银行利润的1/4: the whole, whoever has it.
    if isAnniversary(figure) || isCharacter(last.last + 1, "的") { return range(first, last.last) }
    first = behindDoer(behindOwner(first, last.last, figure), last.last, figure, links)
    // 麒麟冰下|湖: the end of a name.
    if first == last.last, let token = token(first), token.wordClass == .character { return nil }
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

  /// The 比 or 较 that governs the phrase that begins at a token; a date between is what is compared, and the phrase is not:
  /// `比去年|出口量增长`.
  private func comparison(before first: Int) -> Int? {
    for index in stride(from: first - 1, to: first - 5, by: -1) {
      if isCharacter(index, "比") || isCharacter(index, "较") { return isCharacter(index - 1, "占") ? nil : index }
      guard let token = token(index) else { return nil }
      switch token.wordClass {
      case .noun, .numeral, .classifier, .adjective, .locality, .pronoun, .place, .organization, .person: break
      default: return nil
      }
    }
    return nil
  }

  /// `占比` and `增长` are nouns as well as links.
  private func isAmbiguousLink(_ index: Int) -> Bool { !isWord(index, .share) }

  /// `规模由2000亿元扩容至5000亿元`: the first of two figures, which are of one thing; nil where there is none.
  private func startOfChange(_ index: Int) -> Int? {
    let start = token(index)?.wordClass == .verb ? index - 1 : index
    return token(start)?.wordClass == .figure && from(start) != nil ? start : nil
  }

  /// The 由 or 从 before a figure, over 每盒 and 2019年的.
  private func from(_ figure: Int) -> Int? {
    var index = figure - 1
    if isCharacter(index - 1, "每") {
      index -= 2
    } else if isCharacter(index, "的"), token(index - 1)?.wordClass == .date {
      index -= 2
    }
    return isWord(index, .from) ? index : nil
  }

  /// `国家、省、市、县四级…`: a number that says how many stand in the list before it counts none of them.
  func sumsList(_ index: Int, _ figure: FigureContent) -> Bool {
    guard figure.kind == .count, isCharacter(index - 1, "、") else { return false }
    var members = 1
    var place = index
    while index - place < 24, let token = token(place) {
      // 二等奖3项、三等奖2项
      if token.wordClass == .figure { return false }
      if isWord(place, .joints) {
        members += 1
      } else if token.wordClass == .punctuation, quoteStart(place) == nil, quoteEnd(place) == nil {
        break
      }
      place -= 1
    }
    return figure.low == ExactDecimal(members)
  }

  /// `村里80%的年轻人`: where, not what.
  private func isPlaceWord(_ index: Int, _ figure: FigureContent) -> Bool {
    guard figure.kind == .percent, let token = token(index) else { return false }
    switch text[token.end - 1] {
    case code("里"), code("内"), code("中"), code("上"), code("下"): return true
    default: return false
    }
  }

  /// The head before a position, or the quoted stretch that ends there.
  private func lastToken(_ index: Int, _ figure: FigureContent) -> (first: Int, last: Int)? {
    if let open = quoteStart(index) { return (open, index) }
    guard isHead(index) || isGoverned(index), let token = token(index) else { return nil }
    if token.wordClass == .person { return nil }
    // 河南有0.6万亩: who has it is not what is counted.
    if token.wordClass == .place, figure.kind == .count || figure.isAmount || !isLink(index + 1) { return nil }
    return (index, index)
  }

  /// Whether a verb is a noun here, behind 总 or because another verb governs it: `总投资58亿元`, `减少二氧化碳排放20万吨`.
  private func isGoverned(_ index: Int) -> Bool {
    guard let verb = token(index), verb.wordClass == .verb, verb.end - verb.start > 1, !isWord(index, .links) else {
      return false
    }
    if isCharacter(index - 1, "总") { return true }
    var first = index - 1
    while index - first < 4, isModifier(first), !isWord(first, .governing) { first -= 1 }
    return first < index - 1 && isWord(first, .governing)
  }

  /// `中欧|建交|45周年`: what happened.
  private func anniversary(_ index: Int, _ figure: FigureContent) -> (first: Int, last: Int)? {
    guard isAnniversary(figure), let token = token(index), token.wordClass == .verb, token.end - token.start > 1,
      isModifier(index - 1)
    else { return nil }
    return (index, index)
  }

  private func isAnniversary(_ figure: FigureContent) -> Bool {
    guard let unit = figure.unit?.range, unit.count == 2 else { return false }
    return text[unit.lowerBound] == code("周") && text[unit.lowerBound + 1] == code("年")
  }

  /// Whether a verb is part of the noun behind it: `资金|安排|规模`, `词元|调用|量`, `参观|人数`; where another verb leads to the
  /// number, also `营业|线`, `申购|手续费`.
  private func isCompound(_ index: Int, _ next: Int, _ links: Int) -> Bool {
    guard let verb = token(index), verb.wordClass == .verb, verb.end - verb.start > 1, !isWord(index, .links),
      let noun = token(next), noun.wordClass == .noun
    else { return false }
    let isCompact = noun.end - noun.start == 1
    let isFree = !isWord(index, .transitive) || isWord(index, .nominal)
    // 网上|申请|总量突破…, but 实现|产值达…
    if isSize(next) { return isCompact || isFree || links > 0 && !isWord(index, .earning) }
    // 周转|房, 发行|价: two characters and one are a word, not a verb and its object.
    if isCompact, isFree, isWord(next, .suffixes) { return true }
    return links > 0 && !isWord(index, .transitive) && (isCompact || isSum(noun) && isHead(index - 1))
  }

  /// Whether a word of time is part of the word that a verb opens: `酒后|打架|案件`.
  private func isTimeOfWord(_ index: Int, _ next: Int) -> Bool {
    guard let time = token(index), time.wordClass == .time, time.end - time.start == 2, isWord(next, .states),
      text[time.end - 1] == code("后") || text[time.end - 1] == code("间")
    else { return false }
    return ![code("今"), code("此"), code("最"), code("随"), code("之"), code("期")].contains(text[time.start])
  }

  /// Whether a verb of one character belongs to a word that the lexicon lacks, before a size: `测|发|周期`, `受|援|人数`.
  private func isBound(_ index: Int, _ last: Int) -> Bool {
    (last - index < 3 || last - index < 4 && isBindable(index + 1)) && isSize(last) && isBindable(index)
      && (isBindable(index - 1) || isBindable(index + 1))
  }

  private func isBindable(_ index: Int) -> Bool {
    guard let token = token(index), token.end - token.start == 1,
      token.wordClass == .verb || token.wordClass == .classifier && self.token(index - 1)?.wordClass == .verb
    else { return false }
    return !isWord(index, .links) && !isWord(index, .owning)
  }

  /// Whether a verb stands between two nouns that another verb governs: `新建|胸痛|救治|单元`.
  private func isInner(_ index: Int, _ next: Int) -> Bool {
    guard let verb = token(index), verb.wordClass == .verb, verb.end - verb.start > 1, !isWord(index, .links),
      !isWord(index, .transitive), let noun = token(next), noun.wordClass == .noun,
      !isWord(next, .people) || isWord(next, .staff),
      !isOwner(next)
    else { return false }
    var first = index - 1
    while index - first < 4, let token = token(first), token.wordClass == .noun || token.wordClass == .adjective,
      !isWord(first, .people), !isOwner(first), !isWord(first, .wholes), !isCharacter(first, "时")
    { first -= 1 }
    guard first < index - 1, let governor = token(first),
      governor.wordClass == .verb || governor.wordClass == .roleVerb
    else { return false }
    return governor.end - governor.start > 1 && !isWord(first, .links)
  }

  /// `手续费`, `买入价`, `账款`, `保证金`
  private func isSum(_ noun: PhraseToken) -> Bool {
    switch text[noun.end - 1] {
    case code("费"), code("价"), code("款"), code("金"): true
    default: false
    }
  }

  /// Without the verb that governs the phrase: `服务` of `服务企业超过15000家`.
  private func trimmed(_ first: Int, _ last: Int, _ links: Int) -> Int {
    var start = first
    // 控制|涉事人员
    if let inner = (first..<last).last(where: { isWord($0, .involving) }), inner > first,
      token(inner - 1)?.wordClass == .verb
    {
      return inner
    }
    // 最新|总市值, 在华|越南留学生
    if start < last, let token = token(start), token.end - token.start == 1,
      isCharacter(start - 1, "最") && isCharacter(start, "新") || token.wordClass == .place && isCharacter(start - 1, "在")
    {
      start += 1
      return start
    }
    // 计划|建设|口袋公园
    if start + 1 < last, isWord(start, .plans), isWord(start + 1, .transitive),
      !isCompound(start + 1, start + 2, links)
    {
      return start + 2
    }
    // 现有|在校学生, 新增|就业岗位: what governs stands before the phrase.
    if isWord(first - 1, .having) { return first }
    if isWord(first - 1, .transitive), !isWord(first - 1, .nominal), !isWord(first, .transitive) { return first }
    let opensClause =
      token(first - 1).map {
        $0.wordClass == .punctuation || $0.wordClass == .adverb || $0.wordClass == .verb || $0.wordClass == .particle
          || $0.wordClass == .date
      } ?? true
    while start < last, opensClause, isWord(start, .transitive), isHead(start + 1) || isModifier(start + 1),
      !isCompound(start, start + 1, links)
    {
      start += 1
    }
    while start < last, let token = token(start), token.wordClass == .verb || token.wordClass == .locality,
      !isWord(start, .states), !isCompound(start, start + 1, links), !isBound(start, last)
    {
      start += 1
    }
    return start
  }

  // MARK: Whose it is

  /// Without who or what has the size, where the phrase opens a clause or its size is that of counted bodies:
  /// `本届大会|展览总面积`, `全市|人才规模`, `江淮大部|降水量`, `394家规上企业|产业规模`.
  private func behindOwner(_ first: Int, _ last: Int, _ figure: FigureContent) -> Int {
    var start = opens(first) ? behindPlace(first, last, figure) : first
    // 北京|接待|游客
    if start > first {
      while start < last, isWord(start, .transitive), isNoun(start + 1), !isCompound(start, start + 1, 0),
        !isWord(start, .nominal) || isWord(start + 1, .people) && !isWord(start + 1, .staff)
      {
        start += 1
      }
    }
    // 我国|日均|词元调用量, but 年均值
    if start < last, isWord(start, .rates), let next = token(start + 1), next.range.count > 1 { start += 1 }
    if isSize(last), let owner = (start..<last).last(where: isOwner),
      !isWord(owner, .owners) || owner > start || token(start - 1)?.wordClass == .figure, !isWord(owner + 1, .tallies)
    {
      start = owner + 1
    }
    return start
  }

  /// Without who does something with what is counted, and the verb: `民航运输|旅客1710万人次`, `泰国新注册|乘用车2.28万辆`.
  private func behindDoer(_ first: Int, _ last: Int, _ figure: FigureContent, _ links: Int) -> Int {
    guard first < last, figure.kind == .count || figure.kind == .measure, !isSize(last) else { return first }
    if links == 0, isCharacter(first, "新"), first + 1 < last, let verb = token(first + 1), verb.wordClass == .verb,
      verb.end - verb.start > 1, !isCompound(first + 1, first + 2, links), isOwnerBefore(first)
    {
      return first + 2
    }
    var index = last - 1
    while index >= first, last - index < 5 {
      if let verb = token(index), verb.wordClass == .verb || isWord(index, .trading), verb.end - verb.start > 1,
        !isWord(index, .states)
      {
        let acts =
          isWord(index, .serving) && (isWord(last, .people) || isWord(last, .served))
          || isWord(index, .growing) && figure.kind == .measure
          || isWord(index, .trading) && isOfGoods(last, figure)
        return acts && (index > first || isOwnerBefore(first)) ? index + 1 : first
      }
      index -= 1
    }
    return first
  }

  /// Whether a figure counts goods: not sites or people, not companies.
  private func isOfGoods(_ last: Int, _ figure: FigureContent) -> Bool {
    if isOwner(last) || isWord(last, .hosts) || isWord(last, .people) { return false }
    guard figure.kind == .count else { return true }
    guard let unit = figure.unit?.range else { return false }
    return !CountedWords.generic.contains(text, unit)
  }

  /// Whether somebody who may do something stands before a token.
  private func isOwnerBefore(_ first: Int) -> Bool {
    switch token(first - 1)?.wordClass {
    case .place, .organization, .noun, .pronoun: true
    default: false
    }
  }

  /// Whether nothing governs the phrase that begins at a token.
  private func opens(_ first: Int) -> Bool {
    guard let before = token(first - 1) else { return true }
    switch before.wordClass {
    case .punctuation, .date, .time, .conjunction, .numeral, .locality: return true
    case .adverb: return !isCharacter(first - 1, "将") && !isCharacter(first - 1, "把")
    default: return isWord(first - 1, .pointers)
    }
  }

  private func behindPlace(_ first: Int, _ last: Int, _ figure: FigureContent) -> Int {
    var start = first
    // 本届大会|展览总面积
    let pointed = isWord(first, .pointers) ? first + 1 : isWord(first - 1, .pointers) ? first : last
    if last - pointed >= 2 || last > pointed && (isWord(pointed, .hosts) || isLong(last)) {
      start = pointed + 1
    } else if isWord(first, .hosts), !isWord(first + 1, .tallies), first < last {
      start = first + 1
    }
    // 南部三|省交界区域部分丘陵山区|气温
    var isNamed = token(first - 1)?.wordClass == .numeral
    var index = start
    while index < last {
      let isWhole = isWord(index, .wholes)
      let isLeading = index == start && (isWhole || isOwnerName(index, last, figure))
      let isArea = isWord(index, .areas) && (isNamed || isWord(index, .portions)) && !isProduct(index + 1)
      if isLeading || isArea {
        start = index + 1
        isNamed = true
      }
      index += 1
    }
    return start
  }

  /// Whether a token has four characters or more: `注册用户` of `该平台注册用户`.
  private func isLong(_ index: Int) -> Bool { token(index).map { $0.end - $0.start >= 4 } ?? false }

  /// Whether a name owns what stands behind it; before a single character or Latin letters it is part of a longer name.
  private func isOwnerName(_ index: Int, _ last: Int, _ figure: FigureContent) -> Bool {
    guard let token = token(index), token.end - token.start > 1, let next = self.token(index + 1),
      next.wordClass != .latin, index + 1 < last || next.end - next.start > 1
    else { return false }
    switch token.wordClass {
    case .place: return true
    // 杜邦科技奖1项 names a prize, 华为公司研发投入1647亿元 a company.
    case .organization: return figure.kind != .count || isSize(last)
    default: return false
    }
  }

  /// 地区生产总值 is one name.
  private func isProduct(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return text[token.start] == code("生") && token.end - token.start > 1 && text[token.start + 1] == code("产")
  }
}
