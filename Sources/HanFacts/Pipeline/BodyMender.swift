import HanGazetteer
import HanText

/// Bodies that the best path reads too long or too short, because their words stand beside other words of bodies.
///
/// ```
/// 德国零部件巨头|[莱茵贝格集团]              behind a noun of trade a new name begins
/// [马鞍山市中级人民法院]公开宣判[皖江集团]    a verb between two bodies
/// [普洱市公安局刑侦支队]支队长              a title takes up the head
/// [石关村小学], [泌阳县石门小学]             a village and its school
/// ```
/// Both passes are mended, so that the document pass learns the true names. O(tokens).
struct BodyMender {
  typealias Edit = (old: Range<Int>, new: [DecodedToken])

  let knowledge: KnowledgeBase
  let words: BodyWords
  let folded: UnsafeBufferPointer<UInt32>
  let tokens: [DecodedToken]
  /// The tokens inside composed bodies; those of new ones are appended.
  var inner: [DecodedToken]

  /// The edits of all sentences, in text order.
  mutating func edits(_ sentences: [DecodedDocument.Sentence]) -> [Edit] {
    var edits: [Edit] = []
    for sentence in sentences {
      for index in sentence.tokens where Self.mayMend(tokens[index].wordClass) {
        let edit: Edit?
        switch tokens[index].wordClass {
        case .organization: edit = body(index, sentence.tokens)
        case .place: edit = place(index, sentence.tokens)
        case .title: edit = title(index, sentence.tokens)
        case .person: edit = person(index, sentence.tokens)
        case .noun, .verb:
          if !mayOpenBody(index, sentence.tokens.upperBound) { continue }
          edit = word(index, sentence.tokens)
        default: continue
        }
        if let edit, edit.old.lowerBound >= edits.last?.old.upperBound ?? 0 { edits.append(edit) }
      }
    }
    return edits
  }

  /// Whether a rule begins at tokens of a class: at few.
  @inline(__always)
  private static func mayMend(_ wordClass: WordClass) -> Bool {
    let bits =
      UInt64(1) << UInt64(WordClass.organization.rawValue) | 1 << UInt64(WordClass.place.rawValue)
      | 1 << UInt64(WordClass.title.rawValue) | 1 << UInt64(WordClass.person.rawValue)
      | 1 << UInt64(WordClass.noun.rawValue) | 1 << UInt64(WordClass.verb.rawValue)
    return bits & (1 &<< UInt64(wordClass.rawValue)) != 0
  }

  // MARK: Bodies

  private mutating func body(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let token = tokens[index]
    if let parts = split(token) { return (index..<index + 1, parts) }
    if let edit = chapter(index, sentence) ?? markedPaper(index, sentence) { return edit }
    guard index + 1 < sentence.upperBound, tokens[index + 1].start == token.end else { return nil }
    let next = tokens[index + 1]
    switch next.wordClass {
    case .title: return department(index, before: index + 1, isPlace: false)
    // 三星电子|工会
    case .noun where words[.union].contains(next, folded):
      guard let head = head(next.start..<next.end) else { return nil }
      return (index..<index + 2, [compose(parts(of: token) + [head])])
    case .place: return institute(index, sentence) ?? shop(index, sentence) ?? branch(index, sentence)
    case .noun: return institute(index, sentence) ?? section(index, sentence) ?? chiefsOwn(index, sentence)
    case .verb, .adjective, .speechVerb: return section(index, sentence) ?? chiefsOwn(index, sentence)
    case .numeral, .number: return chiefsOwn(index, sentence)
    case .organization: return army(index, sentence)
    default: return nil
    }
  }

  /// 国网南通供电分公司|变电|检修|中心 before 主任, 北京协和医院|感染 before 内科主任: words, a department and its chief.
  private mutating func section(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    var place = index + 1
    while place < min(sentence.upperBound, index + 5), tokens[place].start == tokens[place - 1].end,
      tokens[place].end - tokens[index].end <= 10, Self.isModifier(tokens[place])
    {
      place += 1
    }
    guard place < sentence.upperBound, place > index + 1, tokens[place].start == tokens[place - 1].end else {
      return nil
    }
    let title = tokens[place]
    // 副主任 may be two tokens.
    let isChief =
      title.wordClass == .title
      || title.wordClass == .adjective && title.end - title.start == 1 && folded[title.start] == 0x526F
    guard isChief else { return nil }
    if title.wordClass == .title, title.end - title.start >= 4, let cut = headOfTitle(title, isPlace: false),
      let head = head(title.start..<cut)
    {
      return (
        index..<place + 1,
        [compose(parts(of: tokens[index]) + tokens[index + 1..<place] + [head]), self.title(cut..<title.end)]
      )
    }
    let last = tokens[place - 1]
    guard place > index + 2, words[.section].contains(last, folded), let head = head(last.start..<last.end) else {
      return nil
    }
    return (index..<place, [compose(parts(of: tokens[index]) + tokens[index + 1..<place - 1] + [head])])
  }

  static func isModifier(_ token: DecodedToken) -> Bool {
    switch token.wordClass {
    case .noun: true
    case .verb, .adjective, .speechVerb: token.end - token.start >= 2
    default: false
    }
  }

  /// 全国|金属|工会|大海精工分会: the chapter of a union in a company.
  private mutating func chapter(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let token = tokens[index]
    guard token.innerCount == 2, inner[Int(token.innerStart)].wordClass == .organization, index > sentence.lowerBound,
      token.end - token.start >= 4, folded[token.end - 1] == 0x4F1A, folded[token.end - 2] == 0x5206
    else { return nil }
    let union = tokens[index - 1]
    guard union.wordClass == .noun, union.end == token.start, words[.society].contains(union, folded),
      let head = head(union.start..<union.end)
    else { return nil }
    var first = index - 1
    while first > sentence.lowerBound, index - first < 4, tokens[first - 1].end == tokens[first].start,
      Self.isModifier(tokens[first - 1]) || tokens[first - 1].wordClass == .place
    {
      first -= 1
    }
    guard first < index - 1 else { return nil }
    return (first..<index + 1, [compose(tokens[first..<index - 1] + [head] + parts(of: token))])
  }

  /// 埃克塞特大学|阿拉伯|与|伊斯兰研究院: the institute of a university that two words joined name.
  private mutating func institute(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index + 3 < sentence.upperBound, knowledge.isKind(tokens[index], "university") else { return nil }
    let (one, joint, last) = (tokens[index + 1], tokens[index + 2], tokens[index + 3])
    guard joint.wordClass == .conjunction, last.wordClass == .organization, last.innerCount >= 2,
      last.end - one.start <= 14, knowledge.isKind(last, "research") || knowledge.isKind(last, "university")
    else { return nil }
    let opening = inner[Int(last.innerStart)].wordClass
    if opening == .organization || opening == .place && one.wordClass != .place { return nil }
    return (index..<index + 4, [compose(parts(of: tokens[index]) + [one, joint] + parts(of: last))])
  }

  /// 海底捞|西单|店, 五芳斋|水塔街|店|店长: the shop of a company at a place.
  private mutating func shop(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard knowledge.isCompany(tokens[index]) else { return nil }
    var last = index + 1
    while last < min(sentence.upperBound, index + 4), tokens[last].wordClass == .place,
      tokens[last].start == tokens[last - 1].end
    {
      last += 1
    }
    // 店
    guard last < sentence.upperBound, tokens[last].start == tokens[last - 1].end, tokens[last].wordClass == .noun,
      tokens[last].end - tokens[last].start == 1, folded[tokens[last].start] == 0x5E97
    else { return nil }
    var head = tokens[last]
    head.wordClass = .head
    (head.kind, head.image) = (tokens[index].kind, tokens[index].image)
    return (index..<last + 1, [compose(parts(of: tokens[index]) + tokens[index + 1..<last] + [head])])
  }

  /// 百威|中国, before a title, a verb or a mark: the branch of a company that is named after a country.
  private mutating func branch(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let place = tokens[index + 1]
    guard place.wordClass == .place, place.end - place.start == 2, folded[place.start] == 0x4E2D,
      folded[place.start + 1] == 0x56FD, tokens[index].source == .listed, knowledge.isCompany(tokens[index]),
      tokens[index].end - tokens[index].start < 6, index + 2 < sentence.upperBound
    else { return nil }
    switch tokens[index + 2].wordClass {
    case .title, .verb, .speechVerb, .roleVerb, .comma, .stop, .pause: break
    default: return nil
    }
    return (index..<index + 2, [compose([tokens[index], place])])
  }

  // MARK: Words, places, titles, persons

  /// Whether what stands behind a word may make a body of it: at few.
  @inline(__always)
  private func mayOpenBody(_ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    switch tokens[index + 1].wordClass {
    case .title, .colon: return true
    case .noun: return words[.school].contains(tokens[index + 1], folded)
    default: return false
    }
  }

  private mutating func word(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index + 1 < sentence.upperBound else { return nil }
    switch tokens[index + 1].wordClass {
    case .title: return ministry(index, sentence)
    case .noun: return school(index, sentence)
    case .colon: return source(index, sentence)
    default: return nil
    }
  }

  private mutating func place(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    let token = tokens[index]
    guard index + 1 < sentence.upperBound, tokens[index + 1].start == token.end else { return nil }
    let next = tokens[index + 1]
    if next.wordClass == .title { return department(index, before: index + 1, isPlace: true) }
    if next.wordClass == .dash { return joined(index, sentence) }
    if next.wordClass == .noun, let edit = government(index, sentence) { return edit }
    if next.wordClass == .noun, Self.isVillage(folded[token.end - 1]), token.end - token.start >= 3,
      words[.villageBody].contains(next, folded), let head = head(next.start..<next.end)
    {
      return (index..<index + 2, [compose([token, head])])
    }
    // 泌阳县|石门|小学
    guard index + 2 < sentence.upperBound, Self.isCounty(folded[token.end - 1]), next.end - next.start == 2,
      next.wordClass == .noun || next.wordClass == .place, isPlace(next.start..<next.end)
    else { return nil }
    let last = tokens[index + 2]
    if last.start == next.end, last.wordClass == .noun, words[.school].contains(last, folded),
      let head = head(last.start..<last.end)
    {
      return (index..<index + 3, [compose([token, next, head])])
    }
    guard last.start == next.end, last.wordClass == .title, let cut = headOfTitle(last, isPlace: true),
      let head = head(last.start..<cut)
    else { return nil }
    return (index..<index + 3, [compose([token, next, head]), title(cut..<last.end)])
  }

  /// 村 屯 寨 庄 乡 镇
  private static func isVillage(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6751, 0x5C6F, 0x5BE8, 0x5E84, 0x4E61, 0x9547: true
    default: false
    }
  }

  /// 县 旗 市 区 乡 镇
  static func isCounty(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x53BF, 0x65D7, 0x5E02, 0x533A, 0x4E61, 0x9547: true
    default: false
    }
  }

  /// 六|中队指导员: a numeral and the body in a title make the name of a unit.
  private mutating func title(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index > sentence.lowerBound, tokens[index].end - tokens[index].start >= 4 else { return nil }
    if let edit = unlistedVillage(index, sentence) ?? commune(index, sentence) { return edit }
    let number = tokens[index - 1]
    guard number.wordClass == .numeral, number.end == tokens[index].start, number.end - number.start == 1,
      let cut = headOfTitle(tokens[index], isPlace: true), words[.unit].contains(tokens[index].start..<cut, folded),
      let head = head(tokens[index].start..<cut)
    else { return nil }
    return (index - 1..<index + 1, [compose([number, head]), title(cut..<tokens[index].end)])
  }

  /// 普洱市公安局|刑侦支队支队长, 那曲|支队政委: a body or place, and a title that begins with a part of it.
  private mutating func department(_ index: Int, before title: Int, isPlace: Bool) -> Edit? {
    let token = tokens[title]
    if isPlace, tokens[index].source != .abbreviation, let edit = villageBody(index, title) { return edit }
    guard token.end - token.start >= 4, tokens[index].end - tokens[index].start >= 2 else { return nil }
    // 睢宁法院|执行局局长, 马里|国民议会议长
    let listed = !isPlace ? BodyWord.department : knowledge.isCountry(tokens[index]) ? .parliament : nil
    if let listed, let cut = cutOfTitle(token, where: { words[listed].contains($0, folded) }),
      let head = head(token.start..<cut)
    {
      return (index..<title + 1, [compose(parts(of: tokens[index]) + [head]), self.title(cut..<token.end)])
    }
    guard let cut = headOfTitle(token, isPlace: isPlace), let head = head(token.start..<cut)
    else { return nil }
    // 北京|中学校长: only a village or a township has one school.
    if isPlace, !words[.unit].contains(cut - 2..<cut, folded), !Self.isVillage(folded[token.start - 1]) {
      return nil
    }
    return (index..<title + 1, [compose(parts(of: tokens[index]) + [head]), self.title(cut..<token.end)])
  }

  /// 石关|村党支部书记, 桃花源|社区党委书记: the title begins with the suffix of the village.
  ///
  /// - Parameter index: the first of the tokens before the title that are the name of the village, with no suffix
  private mutating func villageBody(_ index: Int, _ title: Int) -> Edit? {
    let post = tokens[title]
    let suffix = Self.sizeOfVillageSuffix(folded, post.start)
    let stem = tokens[index].start
    guard suffix > 0, post.end - post.start >= suffix + 4, post.start - stem >= 2,
      !Self.isVillage(folded[post.start - 1]), !Self.isCounty(folded[post.start - 1])
    else { return nil }
    for end in stride(from: post.end - 2, through: post.start + suffix + 2, by: -1) {
      guard let head = head(post.start + suffix..<end), isTitle(end..<post.end) else { continue }
      // 天池镇|石关
      let start = (stem + 1..<post.start - 1).last { Self.isCounty(folded[$0]) }.map { $0 + 1 } ?? stem
      let body = compose([village(start..<post.start + suffix), head])
      return (
        index..<title + 1, (start > stem ? [village(stem..<start)] : []) + [body, self.title(end..<post.end)]
      )
    }
    return nil
  }

  /// 村 and 社区, with which titles begin.
  private static func sizeOfVillageSuffix(_ folded: UnsafeBufferPointer<UInt32>, _ start: Int) -> Int {
    if folded[start] == 0x6751 { return 1 }
    return folded[start] == 0x793E && start + 1 < folded.count && folded[start + 1] == 0x533A ? 2 : 0
  }

  /// 里雍镇|立|冲|村党总支书记: words between a place and such a title are the name of a village.
  private mutating func unlistedVillage(_ title: Int, _ sentence: Range<Int>) -> Edit? {
    if Self.sizeOfVillageSuffix(folded, tokens[title].start) == 0 { return nil }
    var first = title
    while first > sentence.lowerBound, tokens[first - 1].end == tokens[first].start,
      tokens[title].start - tokens[first - 1].start <= 3, Self.mayBeVillage(tokens[first - 1])
    {
      first -= 1
    }
    guard first < title, standsBehindDivision(first, sentence) || opensLane(first, title, sentence) else { return nil }
    return villageBody(first, title)
  }

  /// 里雍镇|立
  private func standsBehindDivision(_ first: Int, _ sentence: Range<Int>) -> Bool {
    first > sentence.lowerBound && tokens[first - 1].wordClass == .place && tokens[first - 1].end == tokens[first].start
      && (Self.isCounty(folded[tokens[first].start - 1]) || folded[tokens[first].start - 1] == 0x9053)
  }

  /// 枫树|巷|社区党委书记 behind a mark: a community that is called by a lane.
  private func opensLane(_ first: Int, _ title: Int, _ sentence: Range<Int>) -> Bool {
    (first == sentence.lowerBound || tokens[first - 1].wordClass.isPunctuation)
      && words[.lane].contains(tokens[title].start - 1..<tokens[title].start, folded)
  }

  static func mayBeVillage(_ token: DecodedToken) -> Bool {
    switch token.wordClass {
    case .noun, .verb, .adjective, .character, .person, .classifier: true
    default: false
    }
  }

  /// The place that ends in a suffix with the last of these characters.
  func village(_ range: Range<Int>) -> DecodedToken {
    var place = DecodedToken(start: range.lowerBound, end: range.upperBound, wordClass: .place)
    place.source = .placeSuffix
    return place
  }

  /// Where a department ends with which a title begins: 刑侦支队|支队长, but not 党委|书记.
  private func headOfTitle(_ title: DecodedToken, isPlace: Bool) -> Int? {
    for end in stride(from: title.end - 2, through: title.start + 2, by: -1) {
      let isPart =
        switch folded[end - 1] {
        // 队 处 科 室 学: the last character of a department.
        case 0x961F: !isPlace || words[.unit].contains(end - 2..<end, folded)
        case 0x5904, 0x79D1, 0x5BA4: !isPlace
        case 0x5B66: isPlace && (folded[end - 2] == 0x5C0F || folded[end - 2] == 0x4E2D)
        default: false
        }
      if !isPart { continue }
      if head(title.start..<end) != nil, isTitle(end..<title.end) { return end }
    }
    return nil
  }

  /// 柏树巷|社区党委书记: what looks like a person before such a title is a village.
  private mutating func person(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    if let edit = studio(index, sentence) ?? team(index) { return edit }
    guard index + 1 < sentence.upperBound, tokens[index + 1].start == tokens[index].end,
      tokens[index + 1].wordClass == .title, tokens[index].source == .chineseName
    else { return nil }
    return villageBody(index, index + 1)
  }

  /// 独孤星遥|工作室
  private mutating func studio(_ index: Int, _ sentence: Range<Int>) -> Edit? {
    guard index + 1 < sentence.upperBound, tokens[index + 1].start == tokens[index].end,
      tokens[index + 1].wordClass == .noun, words[.studio].contains(tokens[index + 1], folded),
      let head = head(tokens[index + 1].start..<tokens[index + 1].end)
    else { return nil }
    return (index..<index + 2, [compose([tokens[index], head])])
  }

  // MARK: Tokens

  /// What a body is made of.
  func parts(of token: DecodedToken) -> [DecodedToken] {
    if token.innerCount == 0 { return [token] }
    return Array(inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)])
  }

  /// A composed body of tokens that stand side by side; the last one is its head.
  mutating func compose(_ parts: [DecodedToken]) -> DecodedToken {
    let start = parts.first?.start ?? 0
    let last = parts.last ?? DecodedToken(start: start, end: start, wordClass: .head)
    var whole = DecodedToken(start: start, end: last.end, wordClass: .organization)
    whole.source = .composed
    let owner = last.wordClass == .place ? parts.first ?? last : last
    whole.kind = owner.kind
    whole.image = owner.image
    whole.innerStart = Int32(truncatingIfNeeded: inner.count)
    whole.innerCount = Int32(truncatingIfNeeded: parts.count)
    inner.append(contentsOf: parts)
    return whole
  }

  /// Some of the inner tokens of a body as a body of their own.
  mutating func rest(_ range: Range<Int>, of token: DecodedToken) -> DecodedToken {
    let parts = Array(inner[range])
    guard parts.count > 1 else {
      guard let only = parts.first, only.wordClass != .organization else { return parts.first ?? token }
      return word(only)
    }
    return compose(parts)
  }

  /// A token that stood inside a body as one outside.
  func word(_ token: DecodedToken) -> DecodedToken {
    switch token.wordClass {
    case .place, .person, .organization: return token
    case .head, .brand: return DecodedToken(start: token.start, end: token.end, wordClass: .noun)
    default: return DecodedToken(start: token.start, end: token.end, wordClass: token.wordClass)
    }
  }

  func title(_ range: Range<Int>) -> DecodedToken {
    knowledge.listedWord(range, .title, folded)
      ?? DecodedToken(start: range.lowerBound, end: range.upperBound, wordClass: .title)
  }

  func isTitle(_ range: Range<Int>) -> Bool { knowledge.listedWord(range, .title, folded) != nil }

  /// The head with exactly these characters.
  func head(_ range: Range<Int>) -> DecodedToken? {
    var token = knowledge.listedWord(range, .head, folded)
    token?.source = .listed
    return token
  }

  private func isPlace(_ range: Range<Int>) -> Bool { knowledge.listedWord(range, .place, folded) != nil }
}
