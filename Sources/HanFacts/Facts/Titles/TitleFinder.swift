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
  private let parser: PostParser
  private(set) var titles: [(range: Range<Int>, rule: StaticString)] = []
  private(set) var holdings: [Holding] = []

  init(context: FactContext) {
    self.context = context
    parser = PostParser(context: context)
  }

  /// Looks at every person of the document.
  mutating func find() {
    let (sentences, tokens) = (context.stream.sentences.base, context.stream.tokens.base)
    for number in 0..<context.stream.sentences.count {
      let sentence = sentences[number].tokens
      for index in sentence where tokens[index].wordClass == .person { look(at: index, sentence, number) }
    }
  }

  private mutating func look(at person: Int, _ sentence: Range<Int>, _ number: Int) {
    let floor = sentence.lowerBound
    var hasTitle = false
    if person > floor {
      if var found = parser.posts(endingAt: person - 1, floor: floor) {
        if let body = memberOf(person, found.first, sentence) {
          for index in found.posts.indices where found.posts[index].organization == nil {
            found.posts[index].organization = body
          }
        }
        hasTitle = add(found, person, "title-before")
      } else if context.token(person - 1).wordClass == .close {
        hasTitle = quoted(endingAt: person - 1, floor, person, "quoted-title")
      } else if context.token(person - 1).wordClass == .comma {
        hasTitle = asRole(before: person, floor)
      } else if context.isCharacter(person - 1, 0x7684) {
        hasTitle = overModifiers(person, floor)
      }
    } else if number > 0, sentence.count == 1 {
      hasTitle = onLineBefore(person, number)
    }
    titleBehind(person, sentence.upperBound, hasTitle)
    inBrackets(person, sentence.upperBound)
    dismissed(person, floor, sentence.upperBound)
    clauseBehind(person, sentence.upperBound)
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
    guard last < limit, parser.isHead(last), context.token(last).traits.isDisjoint(with: [.reporter, .honour]) else {
      return
    }
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
    if person > 0, !hasTitle, context.token(person - 1).wordClass == .organization {
      post.organization = context.piece(person - 1, person - 1)
    }
    add(([post], person + 1), person, "title-behind")
  }

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
    guard close < limit, context.isCharacter(close, 0x29),
      let found = parser.posts(endingAt: close - 1, floor: person + 2), found.first == person + 2
    else { return }
    add(found, person, "in-brackets")
  }

  private static let office = ["职务", "一职", "职", "之职"].map(\.foldedScalars)

  /// `免去秦刚的外交部部长职务`
  private mutating func dismissed(_ person: Int, _ floor: Int, _ limit: Int) {
    guard person > floor, context.token(person - 1).traits.contains(.dismissal), person + 2 < limit,
      context.isCharacter(person + 1, 0x7684)
    else { return }
    var end = person + 2
    while end < limit, end - person < PostParser.reach, !context.endsClause(end),
      !Self.office.contains(where: { context.reads(end, as: $0) })
    { end += 1 }
    guard let found = parser.posts(endingAt: end - 1, floor: person + 2), found.first == person + 2 else { return }
    let before = holdings.count
    add(found, person, "dismissed")
    for index in before..<holdings.count { holdings[index].polarity = "denied" }
  }

  /// `陈敏是北京医院放射科主任`, `郭文善现任专家组组长`, `李明，某某公司总经理，`
  private mutating func clauseBehind(_ person: Int, _ limit: Int) {
    var index = person + 1
    var rule: StaticString?
    if index < limit, context.token(index).wordClass == .comma {
      index += 1
      rule = "apposition"
      // In an apposition nothing stands before the person in its clause.
      if person > 0, context.token(person - 1).end == context.token(person).start,
        !context.endsClause(person - 1)
      {
        return
      }
    }
    var steps = 0
    var modality: String?
    var polarity: String?
    while index < limit, steps < 5 {
      let token = context.token(index)
      if token.traits.contains(.plan) { modality = "planned" }
      if token.traits.contains(.estimate) { modality = "estimated" }
      if token.traits.contains(.denial) || token.traits.contains(.dismissal) { polarity = "denied" }
      if !token.traits.isDisjoint(with: [.appointment, .copula, .dismissal]) {
        rule = token.traits.contains(.copula) ? "is" : "appointed"
        index += 1
        break
      }
      guard rule == nil,
        token.wordClass == .adverb || token.wordClass == .date || token.wordClass == .time
          || token.traits.contains(.plan)
      else { break }
      index += 1
      steps += 1
    }
    guard let rule else { return }
    while index < limit,
      context.token(index).traits.contains(.copula) || context.token(index).wordClass == .numeral
        || context.isCharacter(index, 0x4E86)
    { index += 1 }
    var end = index
    while end < limit, end - index < PostParser.reach, !context.endsClause(end),
      context.token(end).wordClass != .close, context.token(end).wordClass != .person
    { end += 1 }
    // 辞去总经理职务
    if end - index > 1, Self.office.contains(where: { context.reads(end - 1, as: $0) }) { end -= 1 }
    guard end > index,
      end == limit || context.endsClause(end) || context.token(end).wordClass == .close
        || Self.office.contains(where: { context.reads(end, as: $0) }),
      let found = parser.posts(endingAt: end - 1, floor: index),
      // 辞去公司|总经理
      found.first == index || (index..<found.first).allSatisfy({ context.token($0).traits.contains(.body) })
    else { return }
    let before = holdings.count
    add(found, person, rule)
    for index in before..<holdings.count {
      holdings[index].modality = modality
      holdings[index].polarity = polarity
    }
  }
}
