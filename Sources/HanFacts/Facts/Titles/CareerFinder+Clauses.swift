import HanText

/// Whom a clause is about, and the body that it leads to.
extension CareerFinder {
  /// 1984年7月起在…, 先后担任…, 毕业后…: a clause that may go on telling of the person of the sentence before.
  func beginsLife(_ clause: Range<Int>) -> Bool {
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

  /// A name, also with an address, that is a clause of its own; or a name before the date or the sex that a life begins
  /// with: `皇甫承　　1966年生，`, `逄锦华　　女，`, `李建平：男，`.
  func isEntry(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last, context.token(clause.lowerBound).wordClass == .person else { return false }
    let isAlone = clause.dropFirst().allSatisfy { context.token($0).traits.contains(.address) }
    // What a name and a colon begin may be what he says.
    if context.token(last + 1).wordClass == .colon { return isAlone && (clause.count > 1 || isSex(last + 2)) }
    guard context.token(last + 1).wordClass == .comma else { return false }
    if isAlone { return true }
    if clause.count == 2 { return isSex(last) }
    return clause.count == 3 && context.token(last - 1).wordClass == .date && isBirth(last)
  }

  // 男 女
  private func isSex(_ index: Int) -> Bool { context.isCharacter(index, 0x7537) || context.isCharacter(index, 0x5973) }

  /// `2、李平，副董事长`, `（二）李平`: the tokens of a sentence without the number of its paragraph in a list.
  func behindListNumber(_ tokens: Range<Int>) -> Range<Int> {
    guard context.stream.sentences.base[sentence].beginsParagraph, tokens.count > 3 else { return tokens }
    var index = tokens.lowerBound
    let isOpen = context.token(index).wordClass == .open
    if isOpen { index += 1 }
    guard context.token(index).count <= 3, isNumeral(index) else { return tokens }
    index += 1
    switch context.token(index).wordClass {
    case .close where isOpen, .pause where !isOpen: return index + 1..<tokens.upperBound
    default: return isOpen || !context.isCharacter(index, 0x2E) ? tokens : index + 1..<tokens.upperBound
    }
  }

  private func isNumeral(_ index: Int) -> Bool {
    context.token(index).range.allSatisfy { LatticeWriter.isNumeral(context.folded[$0]) }
  }

  /// Somebody is born in the first clause of a paragraph that names no person: a name that is not read as one.
  func beginsOtherLife(_ clause: Range<Int>) -> Bool {
    guard context.stream.sentences.base[sentence].beginsParagraph, (3...8).contains(clause.count),
      let last = clause.last, isBirth(last), context.token(last - 1).wordClass == .date
    else { return false }
    return !clause.contains { [.person, .pronoun].contains(context.token($0).wordClass) }
  }

  // 生 出生
  private func isBirth(_ index: Int) -> Bool {
    context.isCharacter(index, 0x751F) || context.reads(index, as: Self.birth)
  }

  private static let birth = "出生".foldedScalars

  /// Behind 公司 or 本公司 where posts begin with it: the company whose text this is, not one that it names.
  func afterOwnCompany(_ start: Int) -> Int {
    // 本
    let index = context.isCharacter(start, 0x672C) ? start + 1 : start
    guard context.reads(index, as: .company), context.token(index).wordClass == .noun else { return start }
    return index + 1
  }

  /// 与…不同, 和…相比: a clause about others than the one after it.
  private func isComparison(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last, context.reads(clause.lowerBound, as: .replacing) else { return false }
    return context.reads(last, as: .comparing)
  }

  /// Whom a clause without a subject goes on about.
  var livingPerson: Int? {
    guard let topic, sentence - topic.sentence <= Self.memory else { return nil }
    guard let life, sentence - life.sentence <= Self.memory, !topic.leads else { return topic.person }
    return life.person
  }

  /// Whether nothing but times stands before a person in this sentence, or behind its last semicolon; true of one of a sentence
  /// before.
  func leadsSentence(_ person: Int) -> Bool {
    var index = person - 1
    while index >= first, context.token(index).wordClass != .stop {
      guard [.date, .time, .comma, .adverb].contains(context.token(index).wordClass) else { return false }
      index -= 1
    }
    return true
  }

  /// 新中国成立后, 1949年
  func endsTime(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last, clause.count < 8 else { return false }
    let token = context.token(last)
    return token.wordClass == .date || token.wordClass == .time
      || context.ends(token.range, as: .timeOfClause)
  }

  /// 妻子杨秀英: someone beside the person the text is about.
  func isRelative(_ person: Int) -> Bool {
    person > 0 && context.titleKind(context.token(person - 1).range) == "kinship"
  }

  func subject(of clause: Range<Int>) -> Subject {
    // 与深耕多年的李明不同
    if isComparison(clause) { return .other }
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
        if !isNoun, token.wordClass == .speechVerb { return .other }
        // 由李明担任: a person behind the first verb is the subject only so.
        return modified(behind: index, clause) ?? (isNoun ? .other : .carried)
      // 年轻时在…
      case .noun where context.reads(index, as: .timeOfClause): isNoun = false
      // 最后职位为销售总监
      case .noun where context.reads(index, as: .postWord) && context.token(index + 1).traits.contains(.copula):
        return .carried
      case .noun, .organization, .place, .other, .title: isNoun = true
      case .character where !context.isCharacter(index, 0x5F53): isNoun = true
      default: break
      }
      index += 1
    }
    return isNoun ? .other : .carried
  }

  /// 曾任…的李明: the person whom a modifier that begins with a verb belongs to.
  func modified(behind verb: Int, _ clause: Range<Int>) -> Subject? {
    (verb + 1..<max(verb + 1, clause.upperBound)).first {
      context.token($0).wordClass == .person && context.isCharacter($0 - 1, 0x7684)
    }.map { .persons([$0]) }
  }

  /// Behind a bracket that the clause ends: 李某（男，34岁，湖南双峰人）|原系…
  func afterBracket(_ clause: Range<Int>) -> Int {
    for index in clause {
      if context.isCharacter(index, 0x28) { break }
      if context.isCharacter(index, 0x29) { return index + 1 }
    }
    return clause.lowerBound
  }

  /// The persons that 、 and 和 join with one: 丛文斌、邵明鸿、潘秀灵.
  func group(from first: Int, _ clause: Range<Int>) -> [Int] {
    var persons = [first]
    var index = afterAddress(first + 1, clause)
    while index < clause.upperBound, persons.count < 24 {
      guard
        context.token(index).wordClass == .pause || context.isCharacter(index, 0x548C)
          || context.isCharacter(index, 0x4E0E) || context.isCharacter(index, 0x53CA)
      else { break }
      // The next may bring posts of his own: 合伙人秦岚、肿瘤中心副主任彭一鸣.
      var next = index + 1
      while next < clause.upperBound, next - index < PostParser.reach, isBeforeName(next) { next += 1 }
      guard next < clause.upperBound, context.token(next).wordClass == .person,
        next == index + 1 || parser.unit(endingAt: next - 1, floor: index) != nil || isRelative(next)
      else { break }
      persons.append(next)
      index = afterAddress(next + 1, clause)
    }
    return persons
  }

  /// 游子谦先生及陆凯晴女士
  private func afterAddress(_ index: Int, _ clause: Range<Int>) -> Int {
    index < clause.upperBound && context.token(index).traits.contains(.address) ? index + 1 : index
  }

  func isBeforeName(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .noun, .place, .organization, .title, .adjective, .character, .latin, .other, .open, .close: true
    case .verb: context.token(index).traits.isDisjoint(with: [.copula, .appointment])
    default: false
    }
  }

  /// 进入中国工商银行: the body at the end of a clause that a verb leads to.
  func endingBody(_ clause: Range<Int>) -> FactPiece? {
    guard let last = clause.last else { return nil }
    var index = last
    if context.reads(index, as: .employment) { index -= 1 }
    return bodyBehindLead(endingAt: index, clause.lowerBound)
  }

  /// The body that ends at a token where a verb leads to it: 进入|中国工商银行, 分配到|谢家集煤矿, 进|上海市人民评弹工作团.
  func bodyBehindLead(endingAt index: Int, _ floor: Int) -> FactPiece? {
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

  /// 团 厂 矿 店
  func endsTroupe(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .noun && Self.troupes.contains(context.folded[Int(token.end) - 1])
  }

  static let troupes = Set("团厂矿店".foldedScalars)

  /// 加入 进 在 到: leads to the body where somebody works.
  func isLead(_ index: Int) -> Bool { context.reads(index, as: .entry) }

}
