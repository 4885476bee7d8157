/// Finds the posts that a verb says somebody holds, takes up or gives up, also where he was named before.
///
/// ```
/// 李明1959年进厂当学徒，1972年任班长          the subject goes on over commas, and over stops in a curriculum vitae
/// 王芳、赵强当选副主席                        one post, several persons
/// 任命张雅琴为县教育局局长，免去其县文化旅游局副局长职务
/// 政务调查会长一职由谷垣祯一担任
/// 他先后担任甲大学教授、乙研究所所长，现任丙协会顾问
/// ```
/// One pass over the sentences; what a verb governs is read within ``PostParser/reach`` tokens.
struct CareerFinder {
  /// A post that a verb gives to a person.
  struct Found {
    var person: Int
    var posts: [Post]
    var rule: StaticString
    var modality: String?
    var polarity: String?
    /// Whether the person stands in the same clause or goes on from one of the sentence.
    var isInSentence: Bool
  }

  /// Whom sentences are about.
  struct Topic {
    var person: Int
    /// The sentence that said so last.
    var sentence: Int
    /// Whether nothing but times stands before the name in its sentence.
    var leads: Bool
  }

  /// How many tokens before a verb its holder is looked for.
  static let reach = 60
  /// How many sentences a pronoun or a clause without a subject looks back.
  static let memory = 6

  let context: FactContext
  let parser: PostParser
  var found: [Found] = []
  /// The first token of the sentence.
  var first = 0
  /// Whom the text is about.
  var topic: Topic?
  /// Whose life the text tells: who stands first in a sentence that gives him posts. One who is named later in passing
  /// does not go on with it.
  var life: Topic?
  /// Whom the clauses of this sentence are about.
  var subjects: [Int] = []
  var sentence = 0
  /// The person whom the clause before ends with: 头一个记账的是他丈夫陈永泰，他…
  var presented: Int?
  /// The name that the sentence begins with, a clause of its own: 武维新，1958年生，植物学家，…
  var entry: Int?
  /// Whether the clauses before say only when: 新中国成立后，历任….
  var onlyTimes = true
  /// The body that the clause before ends with: 回到上蔡县业余体校，担任教练.
  var workplace: FactPiece?
  /// Whether he was there once only: 曾供职于立信会计师事务所，现任….
  var wasThere = false

  init(context: FactContext, parser: PostParser) {
    self.context = context
    self.parser = parser
  }

  /// Whether a sentence without a person may still be about one: the text was about somebody shortly before.
  func goesOn(in number: Int) -> Bool { topic.map { number - $0.sentence <= Self.memory } ?? false }

  /// Reads the clauses of a sentence.
  mutating func read(_ sentenceTokens: Range<Int>, number: Int) {
    sentence = number
    let tokens = behindListNumber(sentenceTokens)
    first = tokens.lowerBound
    subjects = []
    workplace = nil
    presented = nil
    entry = nil
    onlyTimes = true
    var start = tokens.lowerBound
    while start < tokens.upperBound {
      var end = start
      while end < tokens.upperBound, !context.endsClause(end) { end += 1 }
      if end > start { read(clause: start..<end, isFirst: start == tokens.lowerBound, tokens.upperBound) }
      // What somebody says is not about him: 他说：“…
      if end + 1 < tokens.upperBound, context.token(end).wordClass == .colon, context.token(end + 1).wordClass == .open
      {
        subjects = []
        workplace = nil
      }
      start = end + 1
    }
  }

  // MARK: Clauses

  /// Who the clause is about.
  enum Subject {
    case persons([Int])
    /// Nobody is named: that of the clause before.
    case carried
    /// Something else.
    case other
  }

  mutating func read(clause: Range<Int>, isFirst: Bool, _ limit: Int) {
    if isFirst, beginsOtherLife(clause) {
      topic = nil
      life = nil
    }
    var subject = subject(of: clause)
    var isInSentence = true
    switch subject {
    case .persons(let persons):
      subjects = persons
      // Behind a semicolon another may follow.
      if let person = persons.first,
        topic?.sentence != sentence || person >= clause.lowerBound && leadsSentence(person),
        !isRelative(person)
      {
        topic = Topic(person: person, sentence: sentence, leads: leadsSentence(person))
      }
      if let person = persons.first, let topic, topic.person == person || person < clause.lowerBound {
        isInSentence = false
      }
      if let person = persons.first, person >= clause.lowerBound {
        isInSentence = true
        entry = nil
      }
    case .carried:
      if subjects.isEmpty, isFirst || onlyTimes, let person = livingPerson, beginsLife(clause) {
        subjects = [person]
        topic = Topic(person: person, sentence: sentence, leads: true)
      }
      isInSentence = false
      if let person = subjects.first, person >= first { isInSentence = true }
      subject = .persons(subjects)
    case .other: break
    }
    if isEntry(clause) {
      entry = clause.lowerBound
    } else {
      readAppositions(clause)
    }
    readListed(clause, isFirst)
    readLeader(clause)
    let count = found.count
    readVerbs(clause, subject, isInSentence, limit)
    if let person = subjects.first, found.count > count, found[count].person == person, leadsSentence(person) {
      life = Topic(person: person, sentence: sentence, leads: true)
    }
    // 进谢家集煤矿，历任技术员、区长，1990年任副矿长: the body goes on as long as the posts bring none.
    let isPost =
      found.count > count
      && found[count...].allSatisfy {
        $0.posts.allSatisfy { $0.organization.map { $0.range == workplace?.range || isUnit($0) } ?? true }
      }
    if let body = endingBody(clause) {
      workplace = body
      // 曾
      wasThere = clause.contains { context.folded[Int(context.token($0).start)] == 0x66FE }
    } else if !isPost {
      workplace = nil
    }
    onlyTimes = onlyTimes && endsTime(clause)
    presented = nil
    if let last = clause.last, context.token(last).wordClass == .person,
      clause.contains(where: { context.token($0).traits.contains(.copula) })
    {
      presented = last
    }
  }

  // MARK: Verbs

  /// `马东升，董事长，49岁，…，高级政工师`, `伍家铭先生，57岁，本公司创办人，…`: clauses that are posts only, behind a name that
  /// is a clause of its own or stands before a birth.
  mutating func readAppositions(_ clause: Range<Int>) {
    guard let person = entry, person < clause.lowerBound, clause.count <= PostParser.reach, let last = clause.last
    else { return }
    let start = afterOwnCompany(clause.lowerBound)
    guard let found = parser.posts(endingAt: last, floor: start), found.first == start else { return }
    // A degree is no post.
    let posts = found.posts.filter { post in
      !context.ends(0..<post.title.range.upperBound, as: .academicDegree)
    }
    if !posts.isEmpty {
      self.found.append(Found(person: person, posts: posts, rule: "apposition", isInSentence: true))
    }
  }

  /// `钟绍文的发展和改革局局长职务；` in a list of those who are relieved.
  mutating func readListed(_ clause: Range<Int>, _ isFirst: Bool) {
    guard isFirst, clause.count > 3, clause.count <= PostParser.reach, let last = clause.last,
      context.token(clause.lowerBound).wordClass == .person, context.isCharacter(clause.lowerBound + 1, 0x7684),
      context.reads(last, as: .postWord),
      let posts = parser.posts(endingAt: last - 1, floor: clause.lowerBound + 2), posts.first == clause.lowerBound + 2
    else { return }
    found.append(
      Found(
        person: clause.lowerBound, posts: posts.posts, rule: "appointed", modality: nil, polarity: "denied",
        isInSentence: true))
  }

  /// `以副部长阮文清为团长的工业代表团`: who leads a body that is named or described behind the post.
  mutating func readLeader(_ clause: Range<Int>) {
    // 以 … 为
    guard let copula = clause.first(where: { context.isCharacter($0, 0x4E3A) }), copula - 1 > clause.lowerBound,
      context.token(copula - 1).wordClass == .person,
      (clause.lowerBound..<copula).suffix(PostParser.reach).contains(where: { context.isCharacter($0, 0x4EE5) }),
      let of = (copula + 1..<min(copula + 6, clause.upperBound)).first(where: { context.isCharacter($0, 0x7684) }),
      let title = parser.unit(endingAt: of - 1, floor: copula + 1), title.first == copula + 1,
      !context.reads(copula + 1, as: .member), context.titleKind(title.range) == "post"
    else { return }
    var post = Post(title: title)
    var end = of + 1
    while end < clause.upperBound, end - of < PostParser.reach, isBeforeName(end) { end += 1 }
    if let last = (of + 1..<end).last(where: {
      context.token($0).wordClass == .organization || context.token($0).traits.contains(.body)
        || context.reads($0, as: .delegation)
    }) {
      post.organization = context.piece(of + 1, last)
    }
    found.append(Found(person: copula - 1, posts: [post], rule: "is", isInSentence: true))
  }

  mutating func readVerbs(_ clause: Range<Int>, _ subject: Subject, _ isInSentence: Bool, _ limit: Int) {
    var index = clause.lowerBound
    while index < clause.upperBound {
      let token = context.token(index)
      guard isVerb(index), !context.isCharacter(index + 1, 0x7684) || token.traits.contains(.dismissal) else {
        index += 1
        continue
      }
      index = read(verb: index, token.traits, clause, subject, isInSentence, limit)
    }
  }

  func isVerb(_ index: Int) -> Bool {
    let token = context.token(index)
    if !token.traits.isDisjoint(with: [.appointment, .copula, .dismissal]) { return token.wordClass != .title }
    // The verbs that have no trait of appointment.
    if token.uses.contains(.giving) || token.uses.contains(.naming) || token.uses.contains(.weakAppointment) {
      return true
    }
    return token.count == 1 && (isAlso(index) || isDone(index))
  }

  /// 兼 where a clause begins with it: 任副主席，兼文教科科长.
  private func isAlso(_ index: Int) -> Bool { context.isCharacter(index, 0x517C) && context.endsClause(index - 1) }

  /// 书记叫李长庚
  func isNaming(_ index: Int) -> Bool { context.reads(index, as: .naming) }

  /// 当, 成为: a post verb only where a post is all that follows.
  func isWeak(_ index: Int) -> Bool { context.reads(index, as: .weakAppointment) || isDone(index) }

  /// 做过讲师, 做了三年老师: what somebody wants or lets another do has no particle behind it.
  private func isDone(_ index: Int) -> Bool {
    context.isCharacter(index, 0x505A)
      && (context.isCharacter(index + 1, 0x8FC7) || context.isCharacter(index + 1, 0x4E86))
  }

  /// Reads what a verb governs.
  ///
  /// - Returns: where to read on
  mutating func read(
    verb: Int, _ traits: WordTraits, _ clause: Range<Int>, _ subject: Subject, _ isInSentence: Bool, _ limit: Int
  ) -> Int {
    var holders: [Int] = []
    var isHere = isInSentence
    var start = verb + 1
    // 最后职位为销售总监
    var isStrong =
      !traits.isDisjoint(with: [.appointment, .dismissal]) || isAlso(verb)
      || traits.contains(.copula) && context.reads(verb - 1, as: .postWord)
    let isDismissal = traits.contains(.dismissal)
    let isGiver = context.reads(verb, as: .giving) || isDismissal
    if isGiver, start < clause.upperBound, let object = object(at: start, clause) {
      // 任命王毅为外交部部长, 免去秦刚的外交部部长职务
      start = object.end
      if object.persons.isEmpty {
        holders = subjects
      } else {
        holders = object.persons
        subjects = holders
        isHere = true
      }
      if !isDismissal {
        guard start < clause.upperBound, context.isCharacter(start, 0x4E3A) || isVerb(start) else { return start }
        isStrong = true
        start += 1
      } else if context.isCharacter(start, 0x7684) {
        start += 1
      }
    } else if isNaming(verb) {
      if let inverse = inverse(verb, clause) {
        subjects = inverse.persons
        for holder in inverse.persons {
          found.append(Found(person: holder, posts: inverse.posts, rule: "is", isInSentence: true))
        }
      }
      return verb + 1
    } else if traits.contains(.copula), let inverse = inverse(verb, clause) {
      // 董事长为欧阳秉文
      for holder in inverse.persons {
        found.append(Found(person: holder, posts: inverse.posts, rule: "is", isInSentence: true))
      }
      return verb + 1
    } else {
      if context.reads(verb, as: .giving), !isPassive(verb, clause) { return verb + 1 }
      guard let named = holder(of: verb, clause, subject, isStrong: isStrong) else { return verb + 1 }
      holders = named.persons
      isHere = named.isHere || isInSentence && named.isCarried
    }
    if holders.isEmpty { return verb + 1 }
    start = behindVerb(start, clause.upperBound)
    guard let region = posts(from: start, clause.upperBound, isStrong: isStrong, limit) else {
      if isStrong, start >= clause.upperBound || !parser.isHead(start) { readBefore(verb, clause, holders, isHere) }
      return verb + 1
    }
    var posts = region.posts
    if let body = bodyBefore(verb, clause) { workplace = body }
    // 2001年至今任公司董事长, 现任本公司董事: the company of the text, not the one that he was at before.
    let company = afterOwnCompany(start)
    if company > start + 1 || company > start && verb > clause.lowerBound { workplace = nil }
    // 现
    if wasThere, context.folded[Int(context.token(verb).start)] == 0x73B0 { workplace = nil }
    if let body = workplace, isStrong || isWeak(verb) {
      for index in posts.indices
      where posts[index].organization.map({ isPart($0) }) ?? !isOfAssembly(posts[index].title) {
        posts[index].organization = body
      }
    }
    // 免去其县文化旅游局副局长职务
    for index in posts.indices {
      if let piece = posts[index].organization, context.folded[piece.range.lowerBound] == 0x5176, piece.range.count > 3
      {
        posts[index].organization = FactPiece(range: piece.range.lowerBound + 1..<piece.range.upperBound)
      }
    }
    if isGiver, !isDismissal, let giver = giver(verb, clause) {
      for index in posts.indices where posts[index].organization == nil && isOwn(posts[index].title) {
        posts[index].organization = giver
      }
    }
    // 他是工学博士
    if !isStrong { posts.removeAll { context.ends($0.title.range, as: .academicDegree) } }
    if posts.isEmpty { return max(region.end, verb + 1) }
    let stance = stance(verb, traits, clause)
    for holder in holders {
      found.append(
        Found(
          person: holder, posts: posts, rule: traits.contains(.copula) && !isGiver ? "is" : "appointed",
          modality: stance.modality, polarity: stance.polarity, isInSentence: isHere && holder >= first))
    }
    return max(region.end, verb + 1)
  }
}
