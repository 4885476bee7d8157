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

  /// How many tokens before a verb its holder is looked for.
  private static let reach = 60
  /// How many sentences a pronoun or a clause without a subject looks back.
  private static let memory = 6

  let context: FactContext
  let parser: PostParser
  private(set) var found: [Found] = []
  /// The first token of the sentence.
  private var first = 0
  /// Whom the text is about, and the sentence that said so last.
  private var topic: (person: Int, sentence: Int)?
  /// Whom the clauses of this sentence are about.
  private var subjects: [Int] = []
  private var sentence = 0
  /// The person whom the clause before ends with: 头一个记账的是他丈夫陈永泰，他…
  private var presented: Int?
  /// The name that the sentence begins with, a clause of its own: 武维新，1958年生，植物学家，…
  private var entry: Int?
  /// Whether the clauses before say only when: 新中国成立后，历任….
  private var onlyTimes = true
  /// The body that the clause before ends with: 回到上蔡县业余体校，担任教练.
  private var workplace: FactPiece?

  init(context: FactContext, parser: PostParser) {
    self.context = context
    self.parser = parser
  }

  /// Reads the clauses of a sentence.
  mutating func read(_ tokens: Range<Int>, number: Int) {
    sentence = number
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
  private enum Subject {
    case persons([Int])
    /// Nobody is named: that of the clause before.
    case carried
    /// Something else.
    case other
  }

  private mutating func read(clause: Range<Int>, isFirst: Bool, _ limit: Int) {
    var subject = subject(of: clause)
    var isInSentence = true
    switch subject {
    case .persons(let persons):
      subjects = persons
      if let person = persons.first, topic?.sentence != sentence, !isRelative(person) { topic = (person, sentence) }
      if let person = persons.first, let topic, topic.person == person || person < clause.lowerBound {
        isInSentence = false
      }
      if let person = persons.first, person >= clause.lowerBound { isInSentence = true }
    case .carried:
      if subjects.isEmpty, isFirst || onlyTimes, let topic, sentence - topic.sentence <= Self.memory, beginsLife(clause)
      {
        subjects = [topic.person]
        self.topic = (topic.person, sentence)
      }
      isInSentence = false
      if let person = subjects.first, person >= first { isInSentence = true }
      subject = .persons(subjects)
    case .other: break
    }
    if isFirst, let last = clause.last,
      clause.allSatisfy({ $0 == clause.lowerBound || context.token($0).traits.contains(.address) }),
      context.token(clause.lowerBound).wordClass == .person, context.token(last + 1).wordClass == .comma
    {
      entry = clause.lowerBound
    } else {
      readAppositions(clause)
    }
    readListed(clause, isFirst)
    let count = found.count
    readVerbs(clause, subject, isInSentence, limit)
    // 进谢家集煤矿，历任技术员、区长，1990年任副矿长: the body goes on as long as the posts bring none.
    let isPost =
      found.count > count
      && found[count...].allSatisfy {
        $0.posts.allSatisfy { $0.organization.map { $0.range == workplace?.range || isUnit($0) } ?? true }
      }
    if let body = endingBody(clause) { workplace = body } else if !isPost { workplace = nil }
    onlyTimes = onlyTimes && endsTime(clause)
    presented = nil
    if let last = clause.last, context.token(last).wordClass == .person,
      clause.contains(where: { context.token($0).traits.contains(.copula) })
    {
      presented = last
    }
  }

  /// 1984年7月起在…, 先后担任…, 毕业后…: a clause that may go on telling of the person of the sentence before.
  private func beginsLife(_ clause: Range<Int>) -> Bool {
    let token = context.token(clause.lowerBound)
    if token.wordClass == .date || token.wordClass == .time || token.wordClass == .roleVerb { return true }
    if !token.traits.isDisjoint(with: [.appointment, .dismissal]) { return true }
    // 回国后历任…, 新中国成立后任…
    for index in clause.prefix(5) {
      if context.token(index).traits.contains(.appointment) { return true }
      if context.token(index).wordClass == .pronoun || context.token(index).wordClass == .organization { return false }
    }
    return false
  }

  /// 新中国成立后, 1949年
  private func endsTime(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last, clause.count < 8 else { return false }
    let token = context.token(last)
    return token.wordClass == .date || token.wordClass == .time
      || Self.times.contains {
        token.count >= $0.count && context.reads($0, at: Int(token.end) - $0.count, before: Int(token.end))
      }
  }

  private static let times = ["后", "前", "时", "期间", "以来"].map(\.foldedScalars)

  /// 妻子杨秀英: someone beside the person the text is about.
  private func isRelative(_ person: Int) -> Bool {
    person > 0 && context.titleKind(context.token(person - 1).range) == "kinship"
  }

  private func subject(of clause: Range<Int>) -> Subject {
    var index = afterBracket(clause)
    var isNoun = false
    while index < clause.upperBound {
      let token = context.token(index)
      switch token.wordClass {
      case .open:
        // What stands in brackets is said beside: （记者梁璇）.
        if context.isCharacter(index, 0x28) {
          var close = index + 1
          while close < clause.upperBound, context.token(close).wordClass != .close { close += 1 }
          index = close
        }
      case .person:
        // 李明的弟弟; the reporter of a text is not its subject.
        if context.isCharacter(index + 1, 0x7684) || context.token(index - 1).traits.contains(.reporter) {
          return .other
        }
        // 与田汉、欧阳予倩办学院, 应李鸿章之邀, 得卡拉扬指点
        if index > clause.lowerBound, isBesideOthers(index - 1) || context.isCharacter(index + 1, 0x4E4B) {
          index = (group(from: index, clause).last ?? index) + 1
          continue
        }
        return .persons(group(from: index, clause))
      case .pronoun:
        if token.traits.contains(.pronoun), !context.isCharacter(index, 0x5176) {
          if context.isCharacter(index + 1, 0x7684) { return .other }
          if let presented { return .persons([presented]) }
          if let subject = subjects.first { return .persons([subject]) }
          guard let topic, sentence - topic.sentence <= Self.memory else { return .other }
          return .persons([topic.person])
        }
        if token.count > 1 || !context.isCharacter(index, 0x5176) { return .other }
      case .verb, .roleVerb, .speechVerb, .modal, .preposition:
        if isNoun { return personBehind(index, clause) }
        return token.wordClass == .speechVerb ? .other : verbFirst(index, clause)
      case .noun, .organization, .place, .other, .title: isNoun = true
      case .character where !context.isCharacter(index, 0x5F53): isNoun = true
      default: break
      }
      index += 1
    }
    return isNoun ? .other : .carried
  }

  /// 曾任…的李明, 由李明担任: a person behind the first verb is the subject only so.
  private func verbFirst(_ verb: Int, _ clause: Range<Int>) -> Subject {
    for index in verb + 1..<max(verb + 1, clause.upperBound)
    where context.token(index).wordClass == .person && context.isCharacter(index - 1, 0x7684) {
      return .persons([index])
    }
    return .carried
  }

  private func personBehind(_ verb: Int, _ clause: Range<Int>) -> Subject {
    for index in verb + 1..<max(verb + 1, clause.upperBound)
    where context.token(index).wordClass == .person && context.isCharacter(index - 1, 0x7684) {
      return .persons([index])
    }
    return .other
  }

  /// Behind a bracket that the clause ends: 李某（男，34岁，湖南双峰人）|原系…
  private func afterBracket(_ clause: Range<Int>) -> Int {
    for index in clause {
      if context.isCharacter(index, 0x28) { break }
      if context.isCharacter(index, 0x29) { return index + 1 }
    }
    return clause.lowerBound
  }

  /// The persons that 、 and 和 join with one: 丛文斌、邵明鸿、潘秀灵.
  private func group(from first: Int, _ clause: Range<Int>) -> [Int] {
    var persons = [first]
    var index = first + 1
    while index < clause.upperBound, persons.count < 24 {
      guard
        context.token(index).wordClass == .pause || context.isCharacter(index, 0x548C)
          || context.isCharacter(index, 0x4E0E)
      else { break }
      // The next may bring posts of his own: 合伙人秦岚、肿瘤中心副主任彭一鸣.
      var next = index + 1
      while next < clause.upperBound, next - index < PostParser.reach, isBeforeName(next) { next += 1 }
      guard next < clause.upperBound, context.token(next).wordClass == .person,
        next == index + 1 || parser.unit(endingAt: next - 1, floor: index) != nil || isRelative(next)
      else { break }
      persons.append(next)
      index = next + 1
    }
    return persons
  }

  private func isBeforeName(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .noun, .place, .organization, .title, .adjective, .character, .latin, .other, .open, .close: true
    case .verb: context.token(index).traits.isDisjoint(with: [.copula, .appointment])
    default: false
    }
  }

  /// 进入中国工商银行: the body at the end of a clause that a verb leads to.
  private func endingBody(_ clause: Range<Int>) -> FactPiece? {
    guard let last = clause.last else { return nil }
    var index = last
    if context.reads(index, anyOf: Self.works) { index -= 1 }
    return bodyBehindLead(endingAt: index, clause.lowerBound)
  }

  /// The body that ends at a token where a verb leads to it: 进入|中国工商银行, 分配到|谢家集煤矿, 进|上海市人民评弹工作团.
  private func bodyBehindLead(endingAt index: Int, _ floor: Int) -> FactPiece? {
    guard index > floor else { return nil }
    let isNamed = context.token(index).wordClass == .organization || parser.isInstitution(index)
    guard isNamed || context.token(index).traits.contains(.body) || parser.namesPart(index) || endsTroupe(index) else {
      return nil
    }
    var lead = index - 1
    while lead > floor, index - lead < 6, isBeforeName(lead), !isLead(lead),
      !isNamed || context.token(lead).wordClass == .place
    { lead -= 1 }
    guard isLead(lead) else { return nil }
    if isNamed { return context.piece(index, index) }
    let piece = context.piece(lead + 1, index)
    return piece.range.count > 4 ? piece : nil
  }

  // 团 厂 矿 店
  private func endsTroupe(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .noun && Self.troupes.contains(context.folded[Int(token.end) - 1])
  }

  private static let troupes = Set("团厂矿店".foldedScalars)

  private static let works = WordList(["工作", "任职", "任教", "供职", "就职"])

  /// 加入 进 在 到: leads to the body where somebody works.
  private func isLead(_ index: Int) -> Bool { context.reads(index, anyOf: Self.leads) }

  private static let leads = WordList([
    "加入", "进", "进入", "在", "到", "回到", "赴", "转至", "调至", "调入", "考进", "考入", "入职", "加盟", "前往", "分配到", "调到", "来到", "回", "派到",
    "调往", "转到", "入",
  ])

  // MARK: Verbs

  /// `马东升，董事长，49岁，…，高级政工师`: clauses that are posts only, behind a name that is a clause of its own.
  private mutating func readAppositions(_ clause: Range<Int>) {
    guard let person = entry, person < clause.lowerBound, clause.count <= PostParser.reach,
      let last = clause.last, let found = parser.posts(endingAt: last, floor: clause.lowerBound),
      found.first == clause.lowerBound
    else { return }
    // A degree is no post.
    let posts = found.posts.filter { post in
      !Self.degrees.contains {
        context.reads($0, at: post.title.range.upperBound - 2, before: post.title.range.upperBound)
      }
    }
    if !posts.isEmpty {
      self.found.append(Found(person: person, posts: posts, rule: "apposition", isInSentence: true))
    }
  }

  /// `钟绍文的发展和改革局局长职务；` in a list of those who are relieved.
  private mutating func readListed(_ clause: Range<Int>, _ isFirst: Bool) {
    guard isFirst, clause.count > 3, clause.count <= PostParser.reach, let last = clause.last,
      context.token(clause.lowerBound).wordClass == .person, context.isCharacter(clause.lowerBound + 1, 0x7684),
      context.reads(last, anyOf: Self.office),
      let posts = parser.posts(endingAt: last - 1, floor: clause.lowerBound + 2), posts.first == clause.lowerBound + 2
    else { return }
    found.append(
      Found(
        person: clause.lowerBound, posts: posts.posts, rule: "appointed", modality: nil, polarity: "denied",
        isInSentence: true))
  }

  private static let degrees = WordList(["博士", "硕士", "学士"])

  private mutating func readVerbs(_ clause: Range<Int>, _ subject: Subject, _ isInSentence: Bool, _ limit: Int) {
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
    return context.reads(index, anyOf: Self.others)
  }

  /// The verbs that have no trait of appointment.
  private static let others = WordList(givers.surfaces + namings.surfaces + weak.surfaces)

  /// 书记叫李长庚
  private func isNaming(_ index: Int) -> Bool { context.reads(index, anyOf: Self.namings) }

  private static let namings = WordList(["叫", "名叫", "叫做"])

  /// 当, 成为: a post verb only where a post is all that follows.
  private func isWeak(_ index: Int) -> Bool { context.reads(index, anyOf: Self.weak) }

  private static let weak = WordList(["当", "成为", "原系", "曾是", "曾为", "原为", "转为", "改为", "干"])
  /// Gives a post to the person behind it.
  private static let givers = WordList([
    "任命", "选举", "推举", "聘请", "聘任", "提名", "委任", "推选", "补选", "增选", "增补", "选", "选出", "聘",
  ])

  /// Reads what a verb governs.
  ///
  /// - Returns: where to read on
  private mutating func read(
    verb: Int, _ traits: WordTraits, _ clause: Range<Int>, _ subject: Subject, _ isInSentence: Bool, _ limit: Int
  ) -> Int {
    var holders: [Int] = []
    var isHere = isInSentence
    var start = verb + 1
    var isStrong = !traits.isDisjoint(with: [.appointment, .dismissal])
    let isDismissal = traits.contains(.dismissal)
    let isGiver = context.reads(verb, anyOf: Self.givers) || isDismissal
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
      if context.reads(verb, anyOf: Self.nominators), !isPassive(verb, clause) { return verb + 1 }
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
    let stance = stance(verb, traits, clause)
    for holder in holders {
      found.append(
        Found(
          person: holder, posts: posts, rule: traits.contains(.copula) && !isGiver ? "is" : "appointed",
          modality: stance.modality, polarity: stance.polarity, isInSentence: isHere && holder >= first))
    }
    return max(region.end, verb + 1)
  }

  /// 公司银行部, 芜湖分行: what may belong to the body that somebody works at.
  private func isUnit(_ piece: FactPiece) -> Bool {
    Self.units.contains {
      piece.range.count > $0.count
        && context.reads($0, at: piece.range.upperBound - $0.count, before: piece.range.upperBound)
    }
  }

  private static let units = WordList(["部", "科", "处", "室", "系", "分行", "支行", "分公司", "车间", "分局", "分社", "班"])

  /// 人大代表, 政协委员: held in no body that somebody works at.
  private func isOfAssembly(_ title: TitleUnit) -> Bool {
    Self.assemblies.contains {
      title.range.count >= $0.count
        && context.reads($0, at: title.range.upperBound - $0.count, before: title.range.upperBound)
    }
  }

  private static let assemblies = ["代表", "委员", "院士"].map(\.foldedScalars)

  /// 物理科: a part of a body that is named elsewhere.
  private func isPart(_ piece: FactPiece) -> Bool {
    guard let first = context.stream.token(startingAt: piece.range.lowerBound), piece.mention < 0,
      let last = context.stream.token(endingAt: piece.range.upperBound), piece.range.count < 7
    else { return false }
    return Self.parts.contains(context.folded[piece.range.upperBound - 1])
      && (first...max(first, last)).allSatisfy { context.token($0).wordClass == .noun }
  }

  private static let parts = Set("科系".foldedScalars)
  private static let nominators = WordList(["任命", "提名", "聘任", "委任", "聘请", "推举"])

  /// 被任命, 获任命
  private func isPassive(_ verb: Int, _ clause: Range<Int>) -> Bool {
    var index = verb - 1
    while index >= clause.lowerBound, verb - index < 6 {
      // 被 获 受
      if context.isCharacter(index, 0x88AB) || context.isCharacter(index, 0x83B7) || context.isCharacter(index, 0x53D7)
      {
        return true
      }
      index -= 1
    }
    return context.isCharacter(verb + 1, 0x4E3A)
  }

  /// The persons that a verb gives a post to, or none for 其; nil where it has another object.
  private func object(at start: Int, _ clause: Range<Int>) -> (persons: [Int], end: Int)? {
    let token = context.token(start)
    if token.wordClass == .pronoun, token.traits.contains(.pronoun) { return ([], start + 1) }
    if token.wordClass == .person {
      let persons = group(from: start, clause)
      return (persons, (persons.last ?? start) + 1)
    }
    // 任命法国人|帕斯卡尔·拉米为…
    var index = start
    while index < clause.upperBound, index - start < PostParser.reach, isBeforeName(index) { index += 1 }
    guard index > start, index < clause.upperBound, context.token(index).wordClass == .person else { return nil }
    let persons = group(from: index, clause)
    return (persons, (persons.last ?? index) + 1)
  }

  /// Who holds what a verb governs: the nearest person before it in the clause, else its subject.
  private func holder(
    of verb: Int, _ clause: Range<Int>, _ subject: Subject, isStrong: Bool
  ) -> (persons: [Int], isHere: Bool, isCarried: Bool)? {
    // 捕前系, 案发前任
    if context.folded[max(0, Int(context.token(verb).start) - 1)] == 0x524D, !subjects.isEmpty,
      verb > clause.lowerBound,
      verb - clause.lowerBound < 4, case .carried = subject
    {
      return (subjects, false, true)
    }
    var index = verb - 1
    var others = 0
    while index >= clause.lowerBound, verb - index < Self.reach {
      let token = context.token(index)
      switch token.wordClass {
      case .person:
        // 接替王强任…, 与王强同任…: not he.
        if index > clause.lowerBound, isBesideOthers(index - 1) || context.isCharacter(index + 1, 0x4E4B) { break }
        // 李明进棉纺厂|当技术员
        let isEntered = isWeak(verb) && bodyBefore(verb, clause) != nil
        if context.isCharacter(index + 1, 0x7684) || !isStrong && others > 0 && !isEntered { return nil }
        return (groupBefore(index, clause), true, false)
      case .pronoun where token.traits.contains(.pronoun) && !context.isCharacter(index, 0x5176):
        if context.isCharacter(index + 1, 0x7684) || !isStrong && others > 0 { return nil }
        return subjects.isEmpty ? nil : (subjects, false, false)
      case .close where context.isCharacter(index, 0x29):
        // 汪颖（女）为
        while index > clause.lowerBound, verb - index < Self.reach, context.token(index).wordClass != .open {
          index -= 1
        }
      case .adverb, .date, .time, .close, .open, .figure, .conjunction, .pause: break
      case .verb where isStrong || context.token(index).traits.contains(.filler): break
      default:
        if !token.traits.contains(.filler) { others += 1 }
      }
      index -= 1
    }
    if !isStrong, others > 0, !isWeak(verb) { return nil }
    switch subject {
    case .persons(let persons): return persons.isEmpty ? nil : (persons, false, true)
    case .carried: return subjects.isEmpty ? nil : (subjects, false, true)
    case .other: return nil
    }
  }

  private func isBesideOthers(_ index: Int) -> Bool {
    if context.reads(index, anyOf: Self.replacing) { return true }
    let token = context.token(index)
    // 由
    return token.wordClass == .preposition && !context.isCharacter(index, 0x7531)
  }

  private static let replacing = WordList([
    "接替", "取代", "继", "与", "和", "同", "跟", "随", "经", "应", "受", "得", "接", "替", "拜", "师从", "辅佐", "协助", "追随",
  ])

  /// The persons joined with the last one before a verb.
  private func groupBefore(_ last: Int, _ clause: Range<Int>) -> [Int] {
    var index = max(clause.lowerBound, last - Self.reach)
    while index < last {
      if context.token(index).wordClass == .person {
        let persons = group(from: index, clause)
        if persons.contains(last) { return persons }
      }
      index += 1
    }
    return [last]
  }

  /// The body that somebody enters before the verb in its clause: 加入皇仁書院任物理科教師.
  private func bodyBefore(_ verb: Int, _ clause: Range<Int>) -> FactPiece? {
    var index = verb - 1
    while index > clause.lowerBound, verb - index < 4 {
      if let body = bodyBehindLead(endingAt: index, clause.lowerBound) { return body }
      if context.token(index).wordClass == .organization { return nil }
      index -= 1
    }
    return nil
  }

  /// `实际控制人为董事长欧阳秉文`: the post stands first, the person last.
  private func inverse(_ verb: Int, _ clause: Range<Int>) -> (posts: [Post], persons: [Int])? {
    guard verb > clause.lowerBound, let found = parser.posts(endingAt: verb - 1, floor: clause.lowerBound),
      found.first == clause.lowerBound || !parser.isHead(found.first - 1)
    else { return nil }
    var index = verb + 1
    while index < clause.upperBound, index - verb < PostParser.reach, isBeforeName(index) { index += 1 }
    guard index < clause.upperBound, context.token(index).wordClass == .person,
      index == verb + 1 || parser.unit(endingAt: index - 1, floor: verb + 1) != nil,
      index + 1 >= clause.upperBound || isMark(index + 1)
    else { return nil }
    return (found.posts, group(from: index, clause))
  }

  /// Over 了 过 为 一名 首任 第三届.
  private func behindVerb(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, index - start < 8 {
      let token = context.token(index)
      let skips =
        token.traits.contains(.copula) || token.wordClass == .numeral || token.wordClass == .classifier
        || context.isCharacter(index, 0x4E86) || context.isCharacter(index, 0x8FC7)
        || context.reads(index, anyOf: Self.ordinals) || isOrdinal(index)
        || token.wordClass == .pause && index > start
          && [.figure, .numeral].contains(context.token(index - 1).wordClass)
      if !skips { break }
      index += 1
    }
    return index
  }

  private static let ordinals = WordList([
    "下任", "首任", "新任", "新一任", "下一任", "新", "首位", "唯一", "时任", "该国", "一名", "一位", "一届", "某", "某某", "一家", "该",
  ])

  /// 第91任, 第三届, 第三 of 第三、四、五届
  private func isOrdinal(_ index: Int) -> Bool {
    let token = context.token(index)
    guard token.wordClass == .figure || token.wordClass == .numeral else { return false }
    let last = context.folded[Int(token.end) - 1]
    // 第 任 届 位 名
    return context.folded[Int(token.start)] == 0x7B2C || last == 0x4EFB || last == 0x5C4A || last == 0x4F4D
      || last == 0x540D
  }

  /// `政务调查会长一职由谷垣祯一担任`
  private mutating func readBefore(_ verb: Int, _ clause: Range<Int>, _ holders: [Int], _ isHere: Bool) {
    guard let first = holders.first, first > clause.lowerBound + 1, context.isCharacter(first - 1, 0x7531) else {
      return
    }
    var last = first - 2
    if context.reads(last, anyOf: Self.office) { last -= 1 }
    if last > clause.lowerBound, context.isCharacter(last, 0x4E00) || context.isCharacter(last, 0x4E4B) { last -= 1 }
    if context.isCharacter(last, 0x7684) { last -= 1 }
    guard last >= clause.lowerBound, let posts = parser.posts(endingAt: last, floor: clause.lowerBound) else { return }
    let stance = stance(verb, context.token(verb).traits, clause)
    for holder in holders {
      found.append(
        Found(
          person: holder, posts: posts.posts, rule: "appointed", modality: stance.modality, polarity: stance.polarity,
          isInSentence: isHere && holder >= first))
    }
  }

  /// Whether the words before a verb and the verb itself plan or deny.
  private func stance(_ verb: Int, _ traits: WordTraits, _ clause: Range<Int>) -> (modality: String?, polarity: String?)
  {
    var modality: String?
    var polarity: String?
    for index in max(clause.lowerBound, verb - 6)...verb {
      let traits = context.token(index).traits
      if traits.contains(.plan) { modality = "planned" }
      if traits.contains(.estimate), context.token(index).count > 1 { modality = "estimated" }
      if !traits.isDisjoint(with: [.denial, .dismissal]) { polarity = "denied" }
    }
    return (modality, polarity)
  }
}
