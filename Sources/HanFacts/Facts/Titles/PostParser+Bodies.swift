/// Bodies: what stands before a title and is meant by it.
extension PostParser {
  /// The bodies that end at a token, leftmost first, with their first token.
  func organizations(
    endingAt last: Int, for title: TitleUnit, floor: Int
  ) -> [(piece: FactPiece, first: Int)] {
    guard var body = organization(endingAt: last, for: title, floor: floor) else {
      // 急诊科|主任 without the hospital's name
      if let tail = title.bodyTail { return [tailAlone(tail, last, floor)] }
      return []
    }
    if let tail = title.bodyTail, body.piece.range.upperBound == tail.lowerBound {
      body.piece = FactPiece(range: body.piece.range.lowerBound..<tail.upperBound)
    }
    if let tail = title.bodyTail, tail.count == 1, !body.isDescribed {
      body.piece = FactPiece(range: body.piece.range.lowerBound..<tail.upperBound)
    }
    // 《七日》周刊及《日报》网站
    if body.isDescribed, body.first - 2 >= floor, context.token(body.first - 1).traits.contains(.joint),
      context.token(body.first - 2).traits.contains(.body),
      let other = organization(endingAt: body.first - 2, for: title, floor: floor)
    {
      return [(other.piece, other.first), (body.piece, body.first)]
    }
    return [(body.piece, body.first)]
  }

  /// 急诊科 of 急诊科主任, and 凤山乡党委 of 凤山|乡党委书记, 钩刀咀村党支部 of 钩|刀|咀|村党支部书记.
  private func tailAlone(_ tail: Range<Int>, _ last: Int, _ floor: Int) -> (piece: FactPiece, first: Int) {
    var first = last + 1
    let scalar = context.folded[tail.lowerBound]
    // 乡 镇 村
    if scalar == 0x4E61 || scalar == 0x9547 || scalar == 0x6751 || isSchool(tail) {
      while first - 1 >= floor, last - first < 4, isNamePart(first - 1) {
        first -= 1
        if context.token(first).wordClass == .place { break }
      }
      // What has a name of its own needs no place before it.
      if first < last, context.token(first).wordClass == .place { first += 1 }
    }
    // 、市场|营销|系主任
    if scalar == 0x7CFB, tail.count == 1 { first = fieldStart(last, floor) }
    // 省|人大
    if first > last, last >= floor, context.token(last).wordClass == .noun,
      context.reads(last, as: .level)
    {
      first = last
    }
    // 公司|团委, 董事会|战略委员会, 以色列|救援队, 六|中队
    if first > last, last >= floor,
      context.token(last).traits.contains(.body)
        || [.place, .numeral, .figure].contains(context.token(last).wordClass)
    {
      first = last
    }
    let start = first <= last ? Int(context.token(first).start) : tail.lowerBound
    return (FactPiece(range: start..<tail.upperBound), first)
  }

  private func isSchool(_ range: Range<Int>) -> Bool {
    // 小学 中学
    range.count == 2 && context.folded[range.upperBound - 1] == 0x5B66
  }

  struct Body {
    var piece: FactPiece
    var first: Int
    var isDescribed = false
  }

  private func organization(endingAt last: Int, for title: TitleUnit, floor: Int) -> Body? {
    let last = beforeOrdinal(last, floor)
    guard last >= floor else { return nil }
    // 美国财政部|负责国际事务的|副部长
    if isCharacter(last, 0x7684), title.bodyTail == nil {
      var lead = last - 1
      while lead > floor, last - lead < 8,
        [.noun, .verb, .pause, .place, .conjunction].contains(context.token(lead).wordClass),
        !context.reads(lead, as: .charge)
      { lead -= 1 }
      if lead > floor, context.reads(lead, as: .charge),
        context.token(lead - 1).wordClass == .organization
      {
        return Body(piece: context.piece(lead - 1, lead - 1), first: lead - 1)
      }
    }
    // 该公司首席财务官, 该部防汛抗旱司副司长
    for first in (max(floor, last - 4)...last).reversed() {
      guard let phrase = BodyReferences.phrase(at: first, last + 1, context),
        BodyReferences.resolve(phrase, context) != nil
      else { continue }
      if phrase.upperBound == last + 1 { return Body(piece: context.piece(first, last), first: first) }
      // 该校|航空政策研究中心
      if phrase.upperBound == last, context.token(last).wordClass == .organization {
        return Body(piece: context.piece(last, last), first: first)
      }
      if context.token(last).traits.contains(.body) || namesPart(last) {
        return Body(piece: context.piece(first, last), first: first)
      }
    }
    if context.token(last).wordClass == .place {
      if isStateOffice(title, of: last) { return Body(piece: context.piece(last, last), first: last) }
      // 东北亚区总裁
      if isCompanyHead(title), context.folded[Int(context.token(last).end) - 1] == 0x533A,
        context.token(last).count > 2,
        context.kind(last) != "county"
      {
        let hasCompany = last > floor && context.token(last - 1).wordClass == .organization
        let first = hasCompany ? last - 1 : last
        return Body(piece: context.piece(first, last), first: first)
      }
      // 西昌卫星发射中心副主任
      if isInstitution(last) { return Body(piece: context.piece(last, last), first: last) }
    }
    // 工部侍郎
    if context.reads(last, as: .ministry) { return Body(piece: context.piece(last, last), first: last) }
    // 《川南文学》主编
    if isCharacter(last, 0x300B),
      context.begins(title.range, as: .editor)
    {
      var open = last - 1
      while open > floor, last - open < 8, !isCharacter(open, 0x300A) { open -= 1 }
      if isCharacter(open, 0x300A) {
        // A newspaper that is an organization is that.
        let isNamed = open + 2 == last && context.token(open + 1).wordClass == .organization
        return Body(piece: isNamed ? context.piece(open + 1, open + 1) : context.piece(open, last), first: open)
      }
    }
    var index = last
    while index >= floor, last - index <= Self.tailLimit {
      let token = context.token(index)
      if token.wordClass == .organization { return named(index, last, title) }
      if isCharacter(index, 0x7684) {
        // 产研院的“当家人”
        guard index > floor, context.token(index - 1).wordClass == .organization else { break }
        return Body(piece: context.piece(index - 1, index - 1), first: index - 1)
      }
      // 国家卫生健康委员会（以下简称国家卫健委）基层卫生健康司
      if isCharacter(index, 0x29) {
        let before = beforeAddition(index, floor)
        if before < index, context.token(before).wordClass == .organization,
          !(index + 1..<last + 1).contains(where: { [.open, .close].contains(context.token($0).wordClass) })
        {
          return named(before, last, title)
        }
      }
      if !isTail(index, last) { break }
      // 北京医院放射科主任兼医学影像中心: behind another post stands another body.
      if index > floor, index < last, token.traits.contains(.joint), isHead(index - 1) {
        return described(last, floor: index + 1)
      }
      index -= 1
    }
    return described(last, floor: floor) ?? unlisted(last, title, floor)
  }

  /// 日本第91任|首相: the token before an ordinal.
  private func beforeOrdinal(_ last: Int, _ floor: Int) -> Int {
    guard last > floor else { return last }
    let token = context.token(last)
    if token.wordClass == .figure,
      let end = context.stream.tokens.count > last ? context.folded[Int(token.end) - 1] : nil,
      // 任 届
      end == 0x4EFB || end == 0x5C4A
    {
      return last - 1
    }
    // 下|任
    var first = last
    while first > floor, context.token(last).end - context.token(first).start <= FactLexicon.longest {
      let start = Int(context.token(first).start)
      let uses = context.lexicon.uses(of: context.folded + start, count: Int(token.end) - start)
      if uses.contains(.ordinal) { return first - 1 }
      first -= 1
    }
    return last
  }

  /// An office whose body may be a country: what the lexicon calls one, and the ministers and envoys it does not list.
  private func isStateOffice(_ title: TitleUnit, of place: Int) -> Bool {
    if title.traits.contains(.stateOffice) { return true }
    guard isCountry(place) else { return false }
    let range = title.range
    // 驻
    if range.contains(where: { context.folded[$0] == 0x9A7B }) { return true }
    // 俄代表德米特里·波利扬斯基, not 色彩中心中国代表
    if context.reads(Self.representative, at: range.lowerBound, before: range.upperBound), range.count == 2 {
      return beginsBody(place, 0)
    }
    return context.ends(range, as: .stateHead)
  }

  private static let representative = "代表".foldedScalars

  /// A site that is run as a body: 西昌卫星发射中心, 国家大剧院.
  func isInstitution(_ index: Int) -> Bool {
    let token = context.token(index)
    guard context.kind(index) == "facility", token.count > 3 else { return false }
    return context.ends(token.range, as: .institution)
  }

  private func isCharacter(_ index: Int, _ scalar: UInt32) -> Bool { context.isCharacter(index, scalar) }

  /// What may stand between a body's name and the post: its parts, and what the person is besides.
  private func isTail(_ index: Int, _ last: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .noun, .latin, .adjective, .character, .numeral, .dash, .place, .open, .close, .other, .locality: return true
    case .title: return true
    case .figure: return true
    case .verb, .idiom: return index < last
    // 统计|分析|司
    case .speechVerb: return index < last && token.count == 2 && context.token(last).traits.contains(.body)
    case .conjunction:
      return index < last && token.traits.contains(.joint)
        && (context.token(last).traits.contains(.body) || namesPart(last))
    default: return false
    }
  }

  /// 一处 behind 南宁海关综合业务: a part of a body by its number.
  private func isNumberedPart(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.count > 0, Self.numberedParts.contains(context.folded[Int(token.end) - 1]) else { return false }
    return LatticeWriter.isNumeral(context.folded[token.count > 1 ? Int(token.start) : max(0, Int(token.start) - 1)])
  }

  private static let numberedParts = Set("处科部室所队组团连营厂矿".foldedScalars)

  /// A name, with the parts behind it where they end like a body.
  private func named(_ index: Int, _ last: Int, _ title: TitleUnit) -> Body {
    var name = context.piece(index, index)
    // 五届全国人大: the session is none of the name's.
    let range = name.range
    if let session = range.prefix(4).first(where: { context.folded[$0] == 0x5C4A }), session + 2 < range.upperBound {
      name = FactPiece(range: session + 1..<range.upperBound)
    }
    if index == last {
      // 物业公司|东亭项目部: a unit behind the name of its body
      guard isUnitOfBody(index), index > 0 else { return Body(piece: name, first: index) }
      if context.token(index - 1).wordClass == .organization, context.token(index - 1).end == context.token(index).start
      {
        return Body(piece: context.piece(index - 1, index), first: index - 1)
      }
      if context.token(index - 1).traits.contains(.body), let whole = described(index - 1, floor: max(0, index - 8)) {
        return Body(piece: context.piece(whole.first, index), first: whole.first)
      }
      return Body(piece: name, first: index)
    }
    let tail = context.token(last)
    if index + 1 == last, isOffshoot(index, title) { return Body(piece: context.piece(index, last), first: index) }
    let hasMarks = (index + 1...last).contains {
      context.token($0).wordClass == .open && !context.isCharacter($0, 0x28)
    }
    guard
      tail.traits.contains(.body) && !endsAffairs(last) || namesPart(last) || isUnitWord(last)
        || isNumberedPart(last), !hasMarks
    else {
      return Body(piece: name, first: index)
    }
    // 爱尔兰智库亚洲事务: the first is no name but says what the second is.
    if isPlaceAndNoun(index), last - index >= 2 {
      return Body(piece: context.piece(index + 1, last), first: index)
    }
    // 《人民音乐》|杂志
    let opens = isCharacter(index + 1, 0x300B) && isCharacter(index - 1, 0x300A)
    let first = opens ? index - 1 : index
    return Body(piece: context.piece(first, last), first: first)
  }

  /// 国际事务 says what an adviser advises on, but is a part of a think tank.
  private func endsAffairs(_ index: Int) -> Bool {
    context.reads(Self.affairs, at: Int(context.token(index).end) - 2, before: Int(context.token(index).end))
      && context.reads(index, as: Self.foreignAffairs)
  }

  private static let affairs = "事务".foldedScalars
  private static let foreignAffairs = "国际事务".foldedScalars

  private func isUnitWord(_ index: Int) -> Bool { context.reads(index, as: .subunit) }

  /// 东亭项目部, 第二分公司, 植保系: what belongs to a body with a name.
  private func isUnitOfBody(_ index: Int) -> Bool {
    let token = context.token(index)
    return context.ends(token.range, as: .subunit, mayBeWhole: false)
  }

  /// 库卡|中国, 美团|外卖: a short name and one word, before the head of a company.
  private func isOffshoot(_ index: Int, _ title: TitleUnit) -> Bool {
    let tail = context.token(index + 1)
    guard context.token(index).count <= 4, isCompanyHead(title), context.kind(index) == "company" else { return false }
    if context.kind(index + 1) == "country" { return true }
    return tail.wordClass == .noun && tail.count == 2 && !tail.traits.contains(.body)
      && !context.reads(index + 1, as: .span)
  }

  /// A post that only a body of its own can have, whose name may stand in no table: 创始人, 董事长, 首席执行官.
  private func isCompanyHead(_ title: TitleUnit) -> Bool {
    let range = title.range
    return context.ends(range, as: .companyHead)
  }

  /// A post of a company alone: 董事长, 首席财务官, 董事会秘书.
  func isCompanyPost(_ title: TitleUnit) -> Bool {
    let range = title.range
    return context.ends(range, as: .companyPost)
  }

  /// A body that no table has, before a title that must have one: `先驰科技创始人`, `“来饭了”创始人`, `总理事会主席`.
  ///
  /// It is the run of nouns from the beginning of the clause or of the member of a chain.
  private func unlisted(_ last: Int, _ title: TitleUnit, _ floor: Int) -> Body? {
    let isHead = isCompanyHead(title)
    guard
      isHead
        || context.ends(title.range, as: .bodyHead)
    else { return nil }
    if isHead, context.token(last).wordClass == .close, !isCharacter(last, 0x29), !isCharacter(last, 0x300B) {
      var open = last - 1
      while open > floor, last - open < 6, context.token(open).wordClass != .open { open -= 1 }
      guard open >= floor, context.token(open).wordClass == .open, open + 1 < last else { return nil }
      return Body(piece: context.piece(open + 1, last - 1), first: open)
    }
    var first = last + 1
    while first - 1 >= floor, last - first < 4, isNameWord(first - 1) { first -= 1 }
    // 著名
    while first <= last, context.token(first).count > 1,
      context.token(first).wordClass == .adjective
        || context.token(first).wordClass == .verb && context.token(first + 1).count > 1
    { first += 1 }
    guard first <= last, beginsBody(first, floor) else { return nil }
    let piece = context.piece(first, last)
    guard (3...12).contains(piece.range.count), isSpecific(first, last) else { return nil }
    return Body(piece: piece, first: first)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = context.token(index)
    if !token.traits.isDisjoint(with: [.titlePrefix, .demonstrative, .joint, .copula, .appointment, .dismissal, .cue]) {
      return false
    }
    switch token.wordClass {
    case .noun, .character, .latin, .place, .brand, .head: return true
    // 先|驰, 楚|天: characters that are no words side by side.
    case .adverb, .classifier, .locality:
      return token.count == 1 && token.traits.isEmpty
        && (context.token(index + 1).count == 1 || context.token(index - 1).count == 1)
    case .adjective: return token.count < 3
    case .verb: return token.count < 3 && token.traits.isEmpty
    default: return false
    }
  }

  /// Whether nothing before a token belongs to the same phrase.
  private func beginsBody(_ first: Int, _ floor: Int) -> Bool {
    if first <= floor || context.endsClause(first - 1) { return true }
    switch context.token(first - 1).wordClass {
    case .pause, .open, .close, .dash, .quote, .preposition, .conjunction, .date, .roleVerb, .speechVerb, .person:
      return true
    default: return !context.token(first - 1).traits.isDisjoint(with: [.copula, .appointment, .joint])
    }
  }

  /// Whether the words are more than a kind of body: `先驰|科技`, not `科技|公司` or `全球`.
  private func isSpecific(_ first: Int, _ last: Int) -> Bool {
    guard first < last else {
      let token = context.token(first)
      return token.wordClass == .latin
        || token.count > 2
          && (token.traits.contains(.body) || Self.bodyEnds.contains(context.folded[Int(token.end) - 1]))
          && !context.reads(first, as: .bodyKind)
    }
    if context.reads(last, as: .bodyKind) {
      return (first..<last).contains {
        let token = context.token($0)
        return token.count == 1 || token.wordClass == .place || token.wordClass == .latin
          || token.wordClass == .character
      }
    }
    return true
  }

  // 会 党 院 局 部 厂 社 队
  private static let bodyEnds: Set<UInt32> = [0x4F1A, 0x515A, 0x9662, 0x5382, 0x793E, 0x961F]

  /// A body with the parts that stand behind its name: `…研究所空间光学三部`.
  func withParts(_ index: Int, _ limit: Int) -> FactPiece {
    var last = index
    var next = index + 1
    while next < limit, next - index <= 4 {
      let token = context.token(next)
      if token.traits.contains(.body), token.wordClass == .noun || token.wordClass == .numeral { last = next }
      guard token.wordClass == .noun || token.wordClass == .verb else { break }
      next += 1
    }
    return context.piece(index, last)
  }

  private static let descriptions = ["智库", "媒体", "企业", "机构", "学界"].map(\.foldedScalars)

  private func isPlaceAndNoun(_ index: Int) -> Bool {
    let range = context.token(index).range
    guard range.count > 3,
      Self.descriptions.contains(where: { context.reads($0, at: range.upperBound - 2, before: range.upperBound) })
    else { return false }
    return context.isListedPlace(range.lowerBound..<range.upperBound - 2)
  }

  /// 白 of 白|崖|公社: a character of a name beside another one.
  private func isPiece(_ index: Int) -> Bool { context.token(index).count == 1 && context.token(index + 1).count == 1 }

  /// A body that is described but not named: `《日报》网站`, `德中议员小组`.
  private func described(_ last: Int, floor: Int) -> Body? {
    // 三|大队, 江岸|支队
    if last > floor, context.reads(last, as: .part),
      [.numeral, .figure, .place].contains(context.token(last - 1).wordClass)
    {
      return Body(piece: context.piece(last - 1, last), first: last - 1, isDescribed: true)
    }
    guard context.token(last).traits.contains(.body) else { return nil }
    var first = last
    var index = last - 1
    while index >= floor, last - index <= Self.tailLimit {
      let token = context.token(index)
      if token.wordClass == .close, isCharacter(index, 0x300B) {
        // Back to 《.
        var open = index - 1
        while open >= floor, !isCharacter(open, 0x300A) { open -= 1 }
        guard open >= floor else { break }
        first = open
        break
      }
      guard
        token.wordClass == .noun || token.wordClass == .latin || token.wordClass == .place || token.wordClass == .title
          || token.wordClass == .verb || token.wordClass == .adjective || token.wordClass == .character
          || token.wordClass == .speechVerb && token.count == 2
          || token.wordClass == .other || token.wordClass == .brand
          || [.locality, .adverb, .classifier].contains(token.wordClass) && token.count == 1 && index < last - 1
          || index == last - 1 && [.figure, .numeral].contains(token.wordClass)
            && context.folded[Int(token.start)] == 0x7B2C
      else { break }
      first = index
      index -= 1
    }
    // 统计|分析|司 behind 兼: the verb is the name's.
    let isMember =
      context.token(first - 1).traits.contains(.joint)
      || context.token(first - 1).wordClass == .pause && first - 2 >= floor && isHead(first - 2)
    while first < last,
      context.token(first).wordClass == .adjective && !isPiece(first)
        || !isMember && context.token(first).wordClass == .verb
    {
      first += 1
    }
    if Int(context.token(last).end - context.token(first).start) < 3 || first == last { return nil }
    return Body(piece: context.piece(first, last), first: first, isDescribed: true)
  }
}
