/// Finds the titles beside persons, and the roles that they state.
///
/// ```
/// 外交部[发言人]汪文斌       德国[总理]默克尔        习近平[主席]
/// 宁德时代[董事长]兼[CEO]曾毓群      作为产研院的“[当家人]”，刘庆
/// ```
struct TitleFinder {
  /// A post and its holder.
  struct Holding {
    var person: Int
    var post: Post
    var rule: StaticString
    /// `planned` for 拟任, `denied` for 不再担任.
    var modality: String?
    var polarity: String?
  }

  let context: FactContext
  let parser: PostParser
  private(set) var titles: [(range: Range<Int>, rule: StaticString)] = []
  var holdings: [Holding] = []

  init(context: FactContext) {
    self.context = context
    parser = PostParser(context: context)
  }

  /// Looks at every person of the document.
  mutating func find() {
    let (sentences, tokens) = (context.stream.sentences.base, context.stream.tokens.base)
    var career = CareerFinder(context: context, parser: parser)
    for number in 0..<context.stream.sentences.count {
      let sentence = sentences[number].tokens
      var hasPerson = false
      for index in sentence where tokens[index].wordClass == .person {
        hasPerson = true
        look(at: index, sentence, number)
      }
      if hasPerson || career.goesOn(in: number) { career.read(sentence, number: number) }
    }
    carryBodies()
    for found in withBodies(career.found) {
      for post in found.posts {
        if found.isInSentence { titles.append((post.title.range, found.rule)) }
        if post.title.traits.isDisjoint(with: [.reporter, .honour]) {
          holdings.append(
            Holding(
              person: found.person, post: post, rule: found.rule, modality: found.modality, polarity: found.polarity))
        }
      }
    }
  }

  private mutating func look(at person: Int, _ sentence: Range<Int>, _ number: Int) {
    let floor = sentence.lowerBound
    var hasTitle = false
    if person > floor {
      if var found = parser.posts(endingAt: person - 1, floor: floor), !isVerb(found, floor) {
        if let body = memberOf(person, found.first, sentence) {
          for index in found.posts.indices where found.posts[index].organization == nil {
            found.posts[index].organization = body
          }
        }
        let count = holdings.count
        hasTitle = add(found, person, "title-before")
        if holdings.count > count { shared(person, sentence.upperBound, from: count) }
      } else if context.token(person - 1).wordClass == .close {
        hasTitle = quoted(endingAt: person - 1, floor, person, "quoted-title")
      } else if context.token(person - 1).wordClass == .comma {
        hasTitle = asRole(before: person, floor)
      } else if context.isCharacter(person - 1, 0x7684) {
        hasTitle = overModifiers(person, floor)
        relative(person, floor)
      }
    } else if number > 0, sentence.count == 1 {
      hasTitle = onLineBefore(person, number)
    }
    titleBehind(person, sentence.upperBound, hasTitle)
    inBrackets(person, sentence.upperBound)
    apposition(person, sentence)
  }

  /// 方逸华|代表|邵逸夫: a word that is a noun of a post and a verb stands between two persons.
  private func isVerb(_ found: (posts: [Post], first: Int), _ floor: Int) -> Bool {
    guard found.posts.count == 1, let title = found.posts.first?.title, found.first > floor else { return false }
    return title.first == title.last && context.token(title.last).wordClass == .noun
      && [.person, .pronoun].contains(context.token(found.first - 1).wordClass)
  }

  private static let amongThem = "其中".foldedScalars

  /// `…由空间光学三部一支团队承担，副主任设计师王栋就是其中一员`: the body is that of the clause before.
  private func memberOf(_ person: Int, _ first: Int, _ sentence: Range<Int>) -> FactPiece? {
    guard
      (person + 1..<min(person + 5, sentence.upperBound)).contains(where: { context.reads($0, as: Self.amongThem) }),
      first > sentence.lowerBound, context.token(first - 1).wordClass == .comma
    else { return nil }
    var index = first - 2
    while index >= sentence.lowerBound, first - index < PostParser.reach, !context.endsClause(index) {
      if context.token(index).wordClass == .organization { return parser.withParts(index, sentence.upperBound) }
      index -= 1
    }
    return nil
  }

  @discardableResult
  private mutating func add(_ found: (posts: [Post], first: Int)?, _ person: Int, _ rule: StaticString) -> Bool {
    guard let found else { return false }
    for post in found.posts {
      titles.append((post.title.range, rule))
      if post.title.traits.isDisjoint(with: [.reporter, .honour]) {
        holdings.append(Holding(person: person, post: post, rule: rule))
      }
    }
    return true
  }

  /// `“当家人”刘庆`, `作为产研院的“当家人”，刘庆`: the marks are not part of the title.
  private mutating func quoted(
    endingAt close: Int, _ floor: Int, _ person: Int, _ rule: StaticString, isRole: Bool = false
  ) -> Bool {
    var open = close - 1
    while open > floor, close - open <= 4, context.token(open).wordClass != .open { open -= 1 }
    guard open >= floor, context.token(open).wordClass == .open, close - open >= 2,
      !context.isCharacter(open, 0x300A), !context.isCharacter(open, 0x28)
    else { return false }
    for index in open + 1..<close where ![.noun, .title, .adjective, .verb].contains(context.token(index).wordClass) {
      return false
    }
    guard context.token(close - 1).wordClass == .title || isRole else { return false }
    let range = Int(context.token(open + 1).start)..<Int(context.token(close - 1).end)
    var post = Post(
      title: TitleUnit(range: range, first: open + 1, last: close - 1, traits: context.token(close - 1).traits))
    if !post.title.traits.isDisjoint(with: [.noTitle, .address]) { return false }
    var body = open - 1
    if body > floor, context.isCharacter(body, 0x7684) { body -= 1 }
    if body >= floor, context.token(body).wordClass == .organization { post.organization = context.piece(body, body) }
    return add(([post], open), person, rule)
  }

  /// `作为产研院的“当家人”，刘庆`
  private mutating func asRole(before person: Int, _ floor: Int) -> Bool {
    var start = person - 2
    while start > floor, person - start < 14, !context.endsClause(start) { start -= 1 }
    if context.endsClause(start) { start += 1 }
    guard start < person - 2, context.token(start).traits.contains(.asRole) else { return false }
    if context.token(person - 2).wordClass == .close {
      return quoted(endingAt: person - 2, start + 1, person, "as-role", isRole: true)
    }
    guard let found = parser.posts(endingAt: person - 2, floor: start + 1) else { return false }
    return add(found, person, "as-role")
  }

  /// `…瑞金医院内科血液学专家，如今已96岁高龄的王振义`
  private mutating func overModifiers(_ person: Int, _ floor: Int) -> Bool {
    var comma = person - 2
    while comma > floor, person - comma <= 12, !context.endsClause(comma), context.token(comma).wordClass != .pause {
      comma -= 1
    }
    let mark = context.token(comma).wordClass
    guard comma > floor, mark == .comma || mark == .pause else { return false }
    guard let found = parser.posts(endingAt: comma - 1, floor: floor) else { return false }
    // The posts are all that stands in their clause, but for what says that somebody is it.
    let before = found.first - 1
    guard
      before < floor || context.endsClause(before) || context.token(before).traits.contains(.copula)
        || context.token(before).wordClass == .numeral
    else { return false }
    return add(found, person, "over-modifiers")
  }

  /// A signature on two lines: the post ends one, the name is the next.
  private mutating func onLineBefore(_ person: Int, _ number: Int) -> Bool {
    let before = context.stream.sentences.base[number - 1].tokens
    guard let last = before.last, before.count <= PostParser.reach,
      let found = parser.posts(endingAt: last, floor: before.lowerBound), found.first == before.lowerBound
    else { return false }
    return add(found, person, "line-before")
  }

  /// `习近平主席`, `陈杰副市长`
  private mutating func titleBehind(_ person: Int, _ limit: Int, _ hasTitle: Bool) {
    var last = person + 1
    while last < limit, last - person <= 3, context.token(last).traits.contains(.titlePrefix),
      context.token(last).wordClass != .title
    { last += 1 }
    guard last < limit, parser.isHead(last), context.token(last).traits.isDisjoint(with: [.reporter, .honour]),
      // 省长易成刚代表省人民政府作报告
      context.token(last).wordClass != .noun || context.token(last).traits.contains(.professional),
      // 由李明、王芳领衔主演
      !context.reads(Self.stars, at: Int(context.token(last).end) - 2, before: Int(context.token(last).end))
    else { return }
    // The title of the next person, or a noun's.
    if last + 1 < limit {
      let next = context.token(last + 1)
      if next.wordClass == .person || next.traits.contains(.body) && !beginsPredicate(last + 1, limit)
        || next.wordClass == .title
      {
        return
      }
    }
    if hasTitle, last != person + 1 { return }
    guard let unit = parser.unit(endingAt: last, floor: person + 1), unit.first == person + 1 else { return }
    var post = Post(title: unit)
    // 仁济医院聂医生, 仁济医院的聂医生
    let body = context.isCharacter(person - 1, 0x7684) ? person - 2 : person - 1
    if body >= 0, !hasTitle, context.token(body).wordClass == .organization {
      post.organization = context.piece(body, body)
    }
    add(([post], person + 1), person, "title-behind")
  }

  private static let stars = "主演".foldedScalars

  /// `总书记站在…`, `总书记所作的报告`: what could be a short word for a body begins what is said of the person.
  private func beginsPredicate(_ index: Int, _ limit: Int) -> Bool {
    guard context.token(index).count == 1, index + 1 < limit else { return false }
    switch context.token(index + 1).wordClass {
    case .verb, .preposition, .speechVerb, .roleVerb, .modal: return true
    case .particle: return !context.isCharacter(index + 1, 0x7684)
    default: return false
    }
  }

  /// `于清明（国药集团董事长）`
  private mutating func inBrackets(_ person: Int, _ limit: Int) {
    guard person + 3 < limit, context.isCharacter(person + 1, 0x28) else { return }
    var close = person + 2
    while close < limit, close - person < 16, context.token(close).wordClass != .close { close += 1 }
    // （兼驻基里巴斯大使）
    let first = context.token(person + 2).traits.contains(.joint) ? person + 3 : person + 2
    guard close < limit, close > first, context.isCharacter(close, 0x29),
      let found = parser.posts(endingAt: close - 1, floor: first), found.first == first
    else { return }
    add(found, person, "in-brackets")
  }

  /// `李明，某某公司总经理，`, `陈立——诸暨市档案馆征集科科长。`
  private mutating func apposition(_ person: Int, _ sentence: Range<Int>) {
    let limit = sentence.upperBound
    var index = person + 1
    guard index < limit else { return }
    let isDash = context.token(index).wordClass == .dash
    guard isDash || context.token(index).wordClass == .comma else { return }
    while index < limit, context.token(index).wordClass == .dash { index += 1 }
    if !isDash {
      index += 1
      // In an apposition nothing stands before the person in its clause.
      if person > 0, context.token(person - 1).end == context.token(person).start, !context.endsClause(person - 1) {
        return
      }
    }
    var end = index
    while end < limit, end - index < PostParser.reach, !context.endsClause(end),
      ![.close, .person, .dash].contains(context.token(end).wordClass)
    { end += 1 }
    guard end > index,
      end == limit || context.endsClause(end) || [.close, .dash].contains(context.token(end).wordClass),
      let found = parser.posts(endingAt: end - 1, floor: index), found.first == index
    else { return }
    add(found, person, "apposition")
  }

  /// `曾任卡特政府助理国务卿的罗伯特·哈里斯`, `前主教练、现任发展中心主任莫文韬`: posts with their verbs before the name.
  private mutating func relative(_ person: Int, _ floor: Int) {
    let end = person - 1
    var start = end
    while start > floor, end - start < PostParser.reach, !context.endsClause(start - 1),
      context.token(start - 1).wordClass != .person
    { start -= 1 }
    var members: [(verb: Int?, range: Range<Int>)] = []
    var first = start
    var index = start
    while index <= end {
      if index == end || context.token(index).wordClass == .pause {
        if index > first { members.append((memberVerb(first..<index), first..<index)) }
        first = index + 1
      }
      index += 1
    }
    guard let begin = members.firstIndex(where: { $0.verb != nil }) else { return }
    // What stands before the first verb is a chain of its own.
    if begin > 0, let last = members[begin - 1].range.last,
      let found = parser.posts(endingAt: last, floor: start)
    {
      add(found, person, "title-before")
    }
    var index2 = begin
    while index2 < members.count {
      var last = index2
      while last + 1 < members.count, members[last + 1].verb == nil { last += 1 }
      if let verb = members[index2].verb {
        // The posts of one verb; a member that is no post ends them.
        var tail = last
        while tail >= index2 {
          if let final = members[tail].range.last, final > verb,
            let found = parser.posts(endingAt: final, floor: verb + 1),
            found.first == verb + 1 || (verb + 1..<found.first).allSatisfy({ parser.isNamePart($0) })
          {
            add(found, person, "relative")
            break
          }
          tail -= 1
        }
      }
      index2 = last + 1
    }
  }

  /// The verb of a post at the beginning of a member: 曾任, 如今是.
  private func memberVerb(_ range: Range<Int>) -> Int? {
    for index in range.prefix(4) {
      let token = context.token(index)
      if token.traits.contains(.appointment) || token.traits.contains(.copula)
        || context.reads(index, as: .holding) || context.reads(index, as: .weakAppointment)
      {
        return index
      }
      guard [.adverb, .date, .time, .pronoun].contains(token.wordClass) || token.traits.contains(.filler) else {
        return nil
      }
    }
    return nil
  }

  /// `副主任李素芳、冯志远、马晓东`: the title is everybody's in the list, unless only one can hold it.
  private mutating func shared(_ person: Int, _ limit: Int, from count: Int) {
    guard count < holdings.count, let last = holdings.last, !isUnique(last.post.title) else { return }
    var index = person + 1
    var others: [Int] = []
    while index + 1 < limit, others.count < 24 {
      let isPause = context.token(index).wordClass == .pause
      guard isPause || !others.isEmpty && context.token(index).traits.contains(.joint),
        context.token(index + 1).wordClass == .person
      else { break }
      others.append(index + 1)
      index += 2
    }
    // 副总理甲、乙外长: the last has a title of his own.
    if let other = others.last, other + 1 < limit, context.token(other + 1).wordClass == .title { others.removeLast() }
    for other in others {
      var holding = last
      holding.person = other
      holdings.append(holding)
    }
  }

  /// An office that one person holds at a time.
  private func isUnique(_ title: TitleUnit) -> Bool {
    let range = title.range
    if range.contains(where: { context.folded[$0] == 0x526F }) { return false }
    if context.begins(range, as: .plural) { return false }
    if title.traits.contains(.professional) { return false }
    return title.traits.contains(.government)
      || context.ends(range, as: .unique)
  }

}
