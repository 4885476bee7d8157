/// A speaker: a person, a body, a described speaker, or a pronoun that stands for a person.
struct Speaker {
  var piece: FactPiece
  /// How the pronoun or short name was resolved, for the evidence; nil where the speaker is named.
  var coreference: String?
  var first: Int
  var last: Int
  /// Whether it is a person or a pronoun.
  var isPerson = false
  /// Whether a described speaker is one by profession or group, not a body.
  var isHuman = false
  /// Whether it is the reporter who asks.
  var isReporter = false
}

/// Finds who is the subject of a verb of speech.
///
/// ```
/// [汪文斌]在当日例行记者会上说   3月20日，…主任[陈敏]在接受科技日报记者采访时表示   [分析人士]认为
/// 会晤中，[欧方领导人]也表示   据[王若蒙]透露   [欧航局]在当天发布的新闻公报中说   [他]说
/// ```
struct SpeakerFinder {
  /// At most so many tokens are read to the left of a cue.
  static let reach = 60

  let context: FactContext
  let quotes: QuoteSpans

  /// The subject of the verb at a token, within its sentence; nil where it has none.
  func subject(of cue: Int, floor: Int, persons: PersonMemory) -> Speaker? {
    let floor = max(floor, cue - Self.reach)
    if context.token(cue).wordClass == .person { return person(cue) }
    if let person = beside(cue, floor) { return person }
    var end = cue
    var clauses = 0
    while end > floor, clauses < 6 {
      let (start, isBehindSpeech) = clauseStart(before: end, floor)
      if let speaker = subject(in: start..<end, cue: cue, persons: persons) { return speaker }
      // A stop before the clause: what stands there is another statement.
      if isBehindSpeech || start > floor && context.token(start - 1).wordClass != .comma { return nil }
      end = start - 1
      clauses += 1
    }
    return nil
  }

  /// Where the clause that ends at a token begins; a term between marks is a part of it, speech ends it.
  func clauseStart(before end: Int, _ floor: Int) -> (start: Int, isBehindSpeech: Bool) {
    var start = end
    while start > floor {
      let span = quotes.span(at: start - 1)
      if span >= 0 {
        let quotation = quotes.spans[Int(span)]
        if quotation.endsClause || quotation.open < floor { return (start, true) }
        start = quotation.open
        continue
      }
      if context.endsClause(start - 1) { break }
      start -= 1
    }
    return (start, false)
  }

  /// `…轮值主席、加蓬常驻联合国代表让·奥邦格19日宣布`: a person directly before the verb, whatever stands before.
  func beside(_ cue: Int, _ floor: Int) -> Speaker? {
    var index = cue - 1
    // 总书记|所说
    while index >= floor, cue - index < 5, isAdverbial(index) || context.isCharacter(index, 0x6240) { index -= 1 }
    while index > floor, cue - index < 6, context.token(index).wordClass == .title { index -= 1 }
    guard index >= floor, context.token(index).wordClass == .person, quotes.span(at: index) < 0 else { return nil }
    // 接受本社记者凌德权采访时说: who asks.
    if context.begins(context.token(cue).range, as: .interview) { return nil }
    // The first of several persons.
    var first = index
    var start = index
    var isModified = false
    while start > floor, isNominal(start - 1), quotes.span(at: start - 1) < 0 {
      start -= 1
      if context.isCharacter(start, Self.of) { isModified = true }
      if context.token(start).wordClass == .person {
        let next = context.token(start + 1)
        if next.wordClass == .pause || next.traits.contains(.joint) { first = start }
      }
    }
    // 在怀化安江说: a place that reads as a name.
    if !isModified, start > floor, context.isCharacter(start - 1, 0x5728) || context.isCharacter(start - 1, 0x4ECE) {
      return nil
    }
    // 马克龙致电泽连斯基说: the object of another's verb.
    if !isModified, start > floor,
      context.token(start - 1).wordClass == .verb || context.token(start - 1).wordClass == .speechVerb,
      actsBefore(start - 1, floor)
    {
      return nil
    }
    // 对张三说: governed; 对前来采访的张三说 too.
    var before = start - 1
    let reach = max(floor, isModified ? start - 6 : start - 1)
    while before >= reach {
      if context.endsClause(before) || quotes.span(at: before) >= 0 { break }
      // 由律师李明提议
      if context.reads(before, as: .addressee), !context.isCharacter(before, 0x7531) { return nil }
      before -= 1
    }
    if let group = group(at: first, cue) { return group }
    return person(first)
  }

  /// Whether a person stands before a verb in its clause.
  func actsBefore(_ verb: Int, _ floor: Int) -> Bool {
    var index = verb - 1
    while index >= floor, !context.endsClause(index), quotes.span(at: index) < 0 {
      if context.isCharacter(index, Self.of) { return false }
      if context.token(index).wordClass == .person { return true }
      index -= 1
    }
    return false
  }

  static let of: UInt32 = 0x7684

  /// Whether a token may stand between a subject and its verb: 则, 随后, 19日.
  func isAdverbial(_ index: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .adverb, .date, .time, .modal: return true
    case .conjunction: return !token.traits.contains(.joint)
    case .adjective: return token.count == 2
    default: return false
    }
  }

  /// Whether a token may belong to a noun phrase before its head.
  func isNominal(_ index: Int) -> Bool {
    let token = context.token(index)
    switch token.wordClass {
    case .noun, .person, .place, .organization, .title, .adjective, .numeral, .classifier, .figure, .latin, .other,
      .pause,
      .open, .close, .character, .date, .time, .idiom:
      return true
    case .particle: return context.isCharacter(index, Self.of)
    case .conjunction: return token.traits.contains(.joint) && token.count > 1
    default: return token.traits.contains(.titlePrefix)
    }
  }

  /// The subject of a clause: the first noun phrase that is not governed by a preposition.
  func subject(in clause: Range<Int>, cue: Int, persons: PersonMemory) -> Speaker? {
    if let cited = cited(in: clause) {
      // 援引…公司合伙人伯恩哈特的话: who stands before 的.
      if let last = cited.last, context.token(last).wordClass == .person { return person(last) }
      if let speaker = subject(in: cited, cue: cited.upperBound, persons: persons) { return speaker }
      guard let last = cited.last(where: { context.token($0).wordClass == .organization }) else { return nil }
      return Speaker(piece: context.piece(last, last), first: last, last: last)
    }
    // 临别时记者问: only who asks is a speaker of the text.
    if clause.contains(cue - 1), context.token(cue - 1).traits.contains(.reporter),
      ![WordClass.verb, .speechVerb, .preposition].contains(context.token(cue - 2).wordClass),
      context.reads(cue, as: .question)
    {
      return Speaker(piece: context.piece(cue - 1, cue - 1), first: cue - 1, last: cue - 1, isReporter: true)
    }
    var index = clause.lowerBound
    // 有急症科医生坦言: 有 brings in the subject.
    if context.isCharacter(index, 0x6709) { index += 1 }
    // 另有银行中层告诉记者, 也有机构认为
    if context.reads(index, as: .further) {
      index += 1
      if context.isCharacter(index, 0x6709) { index += 1 }
    }
    while index < clause.upperBound {
      let token = context.token(index)
      // 给学生做过体检后
      if context.isCharacter(index, 0x7ED9), token.wordClass != .preposition {
        index = behindPhrase(index, clause.upperBound)
        continue
      }
      switch token.wordClass {
      case .person:
        if let group = group(at: index, clause.upperBound) { return group }
        let holder = holder(from: index, clause.upperBound)
        return head(behind: holder, clause.upperBound) ?? person(holder)
      // 对此江一帆并不回避
      case .preposition where context.reads(index, as: QuotationFinder.aboutThis): break
      case .preposition where context.isCharacter(index, 0x5BF9) && context.isCharacter(index + 1, 0x6B64): index += 1
      case .preposition:
        // 据王若蒙透露: what stands between is the speaker.
        if context.isCharacter(index, 0x636E) { break }
        index = behindPhrase(index, clause.upperBound)
        continue
      case .pronoun where isPersonal(index):
        if let head = head(behind: index, clause.upperBound) { return head }
        // 他们 stay as they are written; 他 of whom nobody knows who he is is no speaker.
        let isPlural = token.traits.contains(.collective)
        let person = isPlural ? nil : persons.resolve(token, index, in: context, quotes)
        if person == nil, !isPlural { return nil }
        return Speaker(
          piece: FactPiece(range: token.range, mention: person ?? -1), coreference: person == nil ? nil : "pronoun",
          first: index, last: index, isPerson: true)
      case .pronoun where token.traits.contains(.collective), .noun where token.traits.contains(.collective): return nil
      default:
        if let speaker = named(at: index, clause.upperBound) {
          let found = head(behind: speaker.last, clause.upperBound) ?? speaker
          return pointed(found, from: clause.lowerBound, persons)
        }
        // What a verb governs is its object, unless the verb is in a modifier: 来自委内瑞拉的嘉宾.
        if token.wordClass == .verb && !token.traits.contains(.titlePrefix) || token.wordClass == .roleVerb
          || token.wordClass == .speechVerb
        {
          // 临走时|她只说了一句话: the verb is in a setting.
          if index < clause.lowerBound + 2,
            let end = (index + 1..<min(index + 8, clause.upperBound)).first(where: { context.reads($0, as: Self.when) })
          {
            index = end + 1
            continue
          }
          guard let of = (index + 1..<clause.upperBound).first(where: { context.isCharacter($0, Self.of) }) else {
            return nil
          }
          index = of
        }
      }
      index += 1
    }
    return nil
  }

  static let when = "时".foldedScalars
  static let persons: [UInt32] = [0x4ED6, 0x5979]

  /// 他, 她, 他们, 她们.
  func isPersonal(_ index: Int) -> Bool {
    let token = context.token(index)
    return Self.persons.contains(context.folded[Int(token.start)])
      && !token.traits.isDisjoint(with: [.pronoun, .collective])
  }

  /// 援引一位美国官员的话, 引述国际数据公司的数据: who is cited speaks.
  func cited(in clause: Range<Int>) -> Range<Int>? {
    guard let verb = clause.first(where: { index in context.reads(index, as: .citing) || isUsed(index, clause) })
    else { return nil }
    var index = clause.upperBound - 1
    while index > verb + 1 {
      if context.reads(index, as: Self.words) { return verb + 1..<index }
      if context.isCharacter(index, Self.of) { return verb + 1..<index }
      index -= 1
    }
    return nil
  }

  static let words = "的话".foldedScalars

  /// 用 of 用李明的话说.
  private func isUsed(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard context.isCharacter(index, 0x7528), index + 1 < clause.upperBound,
      context.token(index + 1).wordClass == .person, let last = clause.last
    else { return false }
    return context.reads(last, as: Self.words) || context.isCharacter(last, 0x8BDD)
  }

  /// 孟凡宇的|妻子刘霞, 商务大臣的|一位助手, 他的|学生、…院长陆小舟: the head of the phrase, if it can speak.
  func head(behind last: Int, _ limit: Int) -> Speaker? {
    guard last + 1 < limit, context.isCharacter(last + 1, Self.of) else { return nil }
    var index = last + 2
    while index < limit, index - last < 24 {
      if context.token(index).wordClass == .person { return person(holder(from: index, limit)) }
      if let speaker = named(at: index, limit) { return head(behind: speaker.last, limit) ?? speaker }
      guard isNominal(index) else { return nil }
      index += 1
    }
    return nil
  }

  /// A described speaker, or the person behind the description: 希腊学者、…乔治·措戈普洛斯.
  func named(at index: Int, _ limit: Int) -> Speaker? {
    guard let speaker = described(at: index, limit) else { return nil }
    if speaker.last + 1 < limit,
      let named = (speaker.last + 1..<limit).first(where: { context.token($0).wordClass == .person }),
      isOnlyTitles(speaker.last + 1, named)
    {
      return person(named)
    }
    return speaker
  }

  /// 这位41岁的教授, 这名曾任副主任的干部: the person that was spoken of last.
  func pointed(_ speaker: Speaker, from start: Int, _ memory: PersonMemory) -> Speaker {
    guard speaker.piece.mention < 0, !speaker.isPerson, speaker.isHuman,
      context.token(start).traits.contains(.demonstrative), context.token(start).count > 1 || start == speaker.first,
      let person = memory.latest
    else { return speaker }
    var speaker = speaker
    speaker.piece.mention = person
    speaker.coreference = "title"
    speaker.isPerson = true
    return speaker
  }

  /// A person; a surname with what the person is called by: 黄先生, 陈婆婆.
  func person(_ index: Int) -> Speaker {
    var piece = context.piece(index, index)
    var last = index
    if context.token(index).count == 1, context.token(index + 1).traits.contains(.address),
      context.token(index + 1).start == context.token(index).end
    {
      last = index + 1
      piece.range = piece.range.lowerBound..<Int(context.token(last).end)
    }
    return Speaker(piece: piece, first: index, last: last, isPerson: true)
  }

  /// 特斯拉首席执行官马斯克: who stands behind a post holds it, whatever stands before.
  func holder(from index: Int, _ limit: Int) -> Int {
    var next = index + 1
    while next < limit, context.token(next).wordClass == .title { next += 1 }
    return next > index + 1 && next < limit && context.token(next).wordClass == .person ? next : index
  }

  /// 张强团队, xAI团队: the group that a name belongs to speaks.
  func group(at index: Int, _ limit: Int) -> Speaker? {
    guard index + 1 < limit, context.reads(index + 1, as: .team) else { return nil }
    let first = index
    return Speaker(piece: context.piece(first, index + 1), first: first, last: index + 1)
  }

  /// Whether a token may stand between a body and its document: 年度, 发展.
  func isModifier(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .noun, .adjective, .date, .time: true
    case .verb: context.token(index).count == 2
    default: false
    }
  }

  /// A body, or a record that issues documents, as a congress does.
  func isBody(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .organization || token.wordClass == .other && token.mention >= 0
      || token.traits.contains(.body)
  }

  /// 贺信说, 会议指出 in one word: what was written speaks.
  func document(in cue: Int) -> Speaker? {
    let token = context.token(cue)
    let start = Int(token.start)
    guard
      // 会议|指出 stands alone, not in 西方七国财长会议指出.
      let count = [token.count - 1, token.count - 2].first(where: {
        $0 > 0 && ($0 == token.count - 1 || cue == 0 || context.endsClause(cue - 1))
          && context.lexicon.traits(of: context.folded + start, count: $0).contains(.statement)
      })
    else { return nil }
    return Speaker(piece: FactPiece(range: start..<start + count), first: cue, last: cue)
  }

  /// 报告, 公报: what was written speaks.
  func isDocument(_ index: Int) -> Bool { context.token(index).traits.contains(.statement) }

  /// Whether only titles, bodies and marks of lists stand between.
  func isOnlyTitles(_ from: Int, _ to: Int) -> Bool {
    if to - from > 24 { return false }
    for index in from..<to {
      switch context.token(index).wordClass {
      case .preposition, .comma, .stop, .colon, .adverb, .date, .speechVerb: return false
      default: break
      }
    }
    return true
  }
}
