import HanGazetteer
import HanText

/// Departments before their chief, and bodies of words that only what stands beside them shows.
extension BodyMender {
  /// 交通局|公路|管理|段|段长, 老虎台矿|采煤|三|区|区长, 海关|综合|业务|一处|副处长: words behind a body, of which the last
  /// character begins the title of the chief.
  ///
  /// - Parameter index: the body
  mutating func chiefsOwn(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    var place = index + 1
    let start = tokens[index].end
    while place < min(sentence.upperBound, index + 6), tokens[place].start == tokens[place - 1].end,
      tokens[place].end - start <= 9, Self.mayStandInDepartment(tokens[place])
    {
      let end = tokens[place].end
      if end - start >= 3, place + 1 < sentence.upperBound, tokens[place + 1].start == end, isChief(end) {
        var head = head(end - 1..<end) ?? DecodedToken(start: end - 1, end: end, wordClass: .head)
        head.kind = tokens[index].kind
        head.image = tokens[index].image
        var last = tokens[place]
        last.end -= 1
        if last.wordClass == .number { last = DecodedToken(start: last.start, end: last.end, wordClass: .numeral) }
        let inside = tokens[index + 1..<place] + (last.end > last.start ? [last] : [])
        return (index..<place + 1, [compose(parts(of: tokens[index]) + inside + [head])])
      }
      place += 1
    }
    return nil
  }

  private static func mayStandInDepartment(_ token: DecodedToken) -> Bool {
    switch token.wordClass {
    case .noun, .verb, .adjective, .classifier, .numeral: true
    // 二处, which a scanner counts.
    case .number: token.end - token.start <= 3
    default: false
    }
  }

  /// Whether 段长 or 副段长 stands at an offset, behind 段.
  private func isChief(_ offset: Int) -> Bool {
    // 副
    let start = offset < folded.count && folded[offset] == 0x526F ? offset + 1 : offset
    guard start + 1 < folded.count, folded[start] == folded[offset - 1], folded[start + 1] == 0x957F else {
      return false
    }
    return words[.ownChief].contains(start..<start + 1, folded)
  }

  /// 红三军团|第五师, also before 政治部主任: a unit with a number behind the army it is part of.
  mutating func army(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let unit = tokens[index + 1]
    guard unit.source == .numbered, tokens[index].source != .numbered, tokens[index].image == 0,
      tokens[index].kind == knowledge.militaryKind
    else { return nil }
    let whole = parts(of: tokens[index]) + [unit]
    if index + 2 < sentence.upperBound, tokens[index + 2].start == unit.end, tokens[index + 2].wordClass == .title,
      let cut = cutOfTitle(tokens[index + 2], where: { words[.department].contains($0, folded) }),
      let head = head(tokens[index + 2].start..<cut)
    {
      return (index..<index + 3, [compose(whole + [head]), title(cut..<tokens[index + 2].end)])
    }
    return (index..<index + 2, [compose(whole)])
  }

  /// 白崖公社|革委会副主任: a commune that no table lists, where the title of its chief begins with its body.
  mutating func commune(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let post = tokens[index]
    guard index - 1 > sentence.lowerBound, tokens[index - 1].end == post.start,
      words[.commune].contains(tokens[index - 1], folded),
      let cut = cutOfTitle(post, where: { words[.department].contains($0, folded) }),
      let head = head(post.start..<cut)
    else { return nil }
    let suffix = tokens[index - 1]
    var first = index - 1
    while first > sentence.lowerBound, tokens[first - 1].end == tokens[first].start,
      suffix.start - tokens[first - 1].start <= 3, Self.mayBeVillage(tokens[first - 1])
    {
      first -= 1
    }
    guard suffix.start - tokens[first].start >= 2 else { return nil }
    let body = compose([village(tokens[first].start..<suffix.end), head])
    return (first..<index + 1, [body, title(cut..<post.end)])
  }

  /// Where a title ends its first part, a body of which `isPart` holds; nil where it has none.
  func cutOfTitle(_ title: DecodedToken, where isPart: (Range<Int>) -> Bool) -> Int? {
    for end in stride(from: title.end - 2, through: title.start + 2, by: -1)
    where isPart(title.start..<end) && head(title.start..<end) != nil && isTitle(end..<title.end) {
      return end
    }
    return nil
  }

  /// 常山县|政府, 马里|国民议会: what every place of a level has.
  mutating func government(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let place = tokens[index]
    let next = tokens[index + 1]
    guard Self.isDivision(folded[place.end - 1]), place.end - place.start >= 3, next.wordClass == .noun,
      words[.government].contains(next, folded), var head = head(next.start..<next.end)
    else { return nil }
    head.flags &= ~GazetteerEntry.generic
    return (index..<index + 2, [compose([place, head])])
  }

  /// 县 旗 市 区 乡 镇 省 州 盟
  private static func isDivision(_ scalar: UInt32) -> Bool {
    isCounty(scalar) || scalar == 0x7701 || scalar == 0x5DDE || scalar == 0x76DF
  }

  /// 工部|侍郎, 建设厅|技正: a listed body that looks like a word, before a post that only such bodies have.
  mutating func ministry(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let word = tokens[index]
    guard index + 1 < sentence.upperBound, tokens[index + 1].start == word.end, word.end - word.start >= 2,
      tokens[index + 1].wordClass == .title, words[.ministryPost].contains(tokens[index + 1], folded),
      var body = knowledge.listedWord(word.start..<word.end, .organization, folded)
    else { return nil }
    body.source = .listed
    return (index..<index + 1, [body])
  }

  /// 来源：丝路|商报: the paper that a text comes from, in words behind the colon.
  mutating func source(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index + 3 < sentence.upperBound, words[.source].contains(tokens[index], folded),
      tokens[index + 1].wordClass == .colon
    else { return nil }
    let first = index + 2
    var last = first
    while last < sentence.upperBound, Self.isModifier(tokens[last]) || tokens[last].wordClass == .place,
      tokens[last].end - tokens[first].start <= 8, last == first || tokens[last].start == tokens[last - 1].end
    {
      last += 1
    }
    guard last - first >= 2, let head = head(tokens[last - 1].start..<tokens[last - 1].end),
      knowledge.isKind(head, "media")
    else { return nil }
    return (first..<last, [compose(tokens[first..<last - 1] + [head])])
  }

  /// 中国|—|东盟青年创新中心: a country joined by a dash to the region that the name of a body begins with.
  mutating func joined(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index + 2 < sentence.upperBound, knowledge.isCountry(tokens[index]), tokens[index].source == .listed,
      tokens[index + 1].wordClass == .dash, tokens[index + 1].start == tokens[index].end,
      tokens[index + 2].start == tokens[index + 1].end, tokens[index + 2].source == .composed,
      tokens[index + 2].innerCount >= 3
    else { return nil }
    let region = inner[Int(tokens[index + 2].innerStart)]
    guard
      region.wordClass == .organization ? knowledge.isKind(region, "international") : knowledge.isKind(region, "region")
    else { return nil }
    return (index..<index + 3, [compose([tokens[index], tokens[index + 1]] + parts(of: tokens[index + 2]))])
  }

  /// 育才|小学, 育英|中学: a word that schools are named by.
  mutating func school(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let word = tokens[index]
    guard index + 1 < sentence.upperBound, words[.schoolName].contains(word, folded),
      tokens[index + 1].start == word.end, tokens[index + 1].wordClass == .noun,
      words[.school].contains(tokens[index + 1], folded),
      let head = head(tokens[index + 1].start..<tokens[index + 1].end)
    else { return nil }
    return (index..<index + 2, [compose([word, head])])
  }

  /// 《|人民音乐|》|杂志: a paper in marks with its noun, whether it is read with the closing mark or apart.
  mutating func markedPaper(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let token = tokens[index]
    guard index > sentence.lowerBound, tokens[index - 1].wordClass == .open, tokens[index - 1].end == token.start,
      folded[tokens[index - 1].start] == 0x300A
    else { return nil }
    let mark = tokens[index - 1]
    if token.innerCount == 3, inner[Int(token.innerStart) + 1].wordClass == .close {
      return (index - 1..<index + 1, [compose([mark] + parts(of: token))])
    }
    guard index + 2 < sentence.upperBound, tokens[index + 1].wordClass == .close,
      tokens[index + 1].start == token.end, tokens[index + 2].start == tokens[index + 1].end,
      knowledge.isKind(token, "media"), words[.paper].contains(tokens[index + 2], folded),
      let head = head(tokens[index + 2].start..<tokens[index + 2].end)
    else { return nil }
    return (index - 1..<index + 3, [compose([mark, token, tokens[index + 1], head])])
  }

  /// 青岛海岚队, read as a Japanese name: a listed place, a mark and what teams end in.
  mutating func team(_ index: Int) -> Edit? {
    let token = tokens[index]
    // 队
    guard token.end - token.start >= 5, folded[token.end - 1] == 0x961F, token.source != .listed,
      let head = head(token.end - 1..<token.end)
    else { return nil }
    for size in [2, 3] where token.end - token.start - size - 1 >= 2 {
      guard let place = knowledge.listedWord(token.start..<token.start + size, .place, folded) else { continue }
      var mark = DecodedToken(start: token.start + size, end: token.end - 1, wordClass: .brand)
      mark.entry = -1
      var owner = place
      owner.source = .listed
      return (index..<index + 1, [compose([owner, mark, head])])
    }
    return nil
  }
}
