/// A speaker: a person, a body, a described speaker, or a pronoun that stands for a person.
struct Speaker {
  var piece: FactPiece
  /// How the pronoun or short name was resolved, for the evidence; nil where the speaker is named.
  var coreference: String?
  var first: Int
  var last: Int
  /// Whether it is a person or a pronoun.
  var isPerson = false
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

  /// The subject of the verb at a token, within its sentence; nil where it has none.
  func subject(of cue: Int, floor: Int, persons: PersonMemory) -> Speaker? {
    var end = cue
    let floor = max(floor, cue - Self.reach)
    var clauses = 0
    while end > floor, clauses < 4 {
      var start = end
      while start > floor, !context.endsClause(start - 1) { start -= 1 }
      if let speaker = subject(in: start..<end, cue: cue, persons: persons) { return speaker }
      // A stop before the clause: what stands there is another statement.
      if start > floor, context.token(start - 1).wordClass != .comma { return nil }
      end = start - 1
      clauses += 1
    }
    return nil
  }

  /// The subject of a clause: the first noun phrase that is not governed by a preposition.
  private func subject(in clause: Range<Int>, cue: Int, persons: PersonMemory) -> Speaker? {
    var index = clause.lowerBound
    while index < clause.upperBound {
      let token = context.token(index)
      switch token.wordClass {
      case .person:
        if let group = group(at: index, clause.upperBound) { return group }
        return person(holder(from: index, clause.upperBound))
      case .preposition:
        // 据王若蒙透露: what stands between is the speaker.
        if context.isCharacter(index, 0x636E) { break }
        index = behindPhrase(index, clause.upperBound)
        continue
      case .pronoun where token.traits.contains(.pronoun) && !context.isCharacter(index, 0x5176):
        guard let person = persons.resolve(token, in: context) else { return nil }
        return Speaker(
          piece: FactPiece(range: token.range, mention: person), coreference: "pronoun", first: index, last: index,
          isPerson: true)
      case .pronoun where token.traits.contains(.collective), .noun where token.traits.contains(.collective): return nil
      default:
        if let speaker = described(at: index, clause.upperBound) {
          // A person behind a description is the speaker: 希腊学者、…乔治·措戈普洛斯.
          if let named = (speaker.last + 1..<clause.upperBound).first(where: { context.token($0).wordClass == .person }
          ),
            isOnlyTitles(speaker.last + 1, named)
          {
            return person(named)
          }
          return speaker
        }
        // What a verb governs is its object, unless the verb is in a modifier: 来自委内瑞拉的嘉宾.
        if token.wordClass == .verb || token.wordClass == .roleVerb {
          guard let of = (index + 1..<clause.upperBound).first(where: { context.isCharacter($0, 0x7684) }) else {
            return nil
          }
          index = of
        }
      }
      index += 1
    }
    return nil
  }

  private func person(_ index: Int) -> Speaker {
    Speaker(piece: context.piece(index, index), first: index, last: index, isPerson: true)
  }

  /// 特斯拉首席执行官马斯克: who stands behind a post holds it, whatever stands before.
  private func holder(from index: Int, _ limit: Int) -> Int {
    var next = index + 1
    while next < limit, context.token(next).wordClass == .title { next += 1 }
    return next > index + 1 && next < limit && context.token(next).wordClass == .person ? next : index
  }

  /// 张强团队, xAI团队: the group that a name belongs to speaks.
  private func group(at index: Int, _ limit: Int) -> Speaker? {
    guard index + 1 < limit, Self.groups.contains(where: { context.reads(index + 1, as: $0) }) else { return nil }
    let first = index
    return Speaker(piece: context.piece(first, index + 1), first: first, last: index + 1)
  }

  private static let groups = ["团队", "研究团队", "课题组", "项目组", "科研团队"].map(\.foldedScalars)

  /// Whether a token may stand between a body and its document: 年度, 发展.
  private func isModifier(_ index: Int) -> Bool {
    switch context.token(index).wordClass {
    case .noun, .adjective, .date, .time: true
    case .verb: context.token(index).count == 2
    default: false
    }
  }

  /// A body, or a record that issues documents, as a congress does.
  private func isBody(_ index: Int) -> Bool {
    let token = context.token(index)
    return token.wordClass == .organization || token.wordClass == .other && token.mention >= 0
      || token.traits.contains(.body)
  }

  /// 报告, 公报: what was written speaks.
  func isDocument(_ index: Int) -> Bool { context.token(index).traits.contains(.statement) }

  /// Whether only titles, bodies and marks of lists stand between.
  private func isOnlyTitles(_ from: Int, _ to: Int) -> Bool {
    if to - from > 24 { return false }
    for index in from..<to {
      switch context.token(index).wordClass {
      case .preposition, .comma, .stop, .colon, .adverb, .date, .speechVerb: return false
      default: break
      }
    }
    return true
  }

  /// Behind the phrase that a preposition opens: 在当日例行记者会上, 在接受…采访时, 对记者.
  private func behindPhrase(_ preposition: Int, _ limit: Int) -> Int {
    var index = preposition + 1
    while index < limit {
      let token = context.token(index)
      if token.wordClass == .locality || closesPhrase(index) { return index + 1 }
      index += 1
    }
    return limit
  }

  private static let closers: [[UInt32]] = ["时", "后", "之际", "期间", "中", "上", "内", "间", "看来"].map(\.foldedScalars)

  private func closesPhrase(_ index: Int) -> Bool {
    Self.closers.contains { context.reads(index, as: $0) }
  }

  /// 该公司, 这家医院: the last body of its kind.
  private func pointed(at start: Int, _ limit: Int) -> Speaker? {
    guard let phrase = BodyReferences.phrase(at: start, limit, context),
      let body = BodyReferences.resolve(phrase, context)
    else { return nil }
    // 该公司|董事长…: the body of a post.
    if phrase.upperBound < limit {
      let next = context.token(phrase.upperBound)
      if next.wordClass == .title || next.wordClass == .noun || context.isCharacter(phrase.upperBound, 0x7684) {
        return nil
      }
    }
    var piece = context.piece(phrase.lowerBound, phrase.upperBound - 1)
    piece.mention = body
    return Speaker(piece: piece, coreference: "body", first: phrase.lowerBound, last: phrase.upperBound - 1)
  }

  /// A body, a side or a described speaker that begins at a token.
  private func described(at start: Int, _ limit: Int) -> Speaker? {
    if let body = pointed(at: start, limit) { return body }
    switch context.token(start).wordClass {
    case .latin, .organization, .other: if let group = group(at: start, limit) { return group }
    default: break
    }
    // 党的二十大|报告, 公司|年度|报告
    if limit - start > 1, limit - start < 5, isDocument(limit - 1), isBody(start),
      (start + 1..<limit - 1).allSatisfy({ isModifier($0) })
    {
      return Speaker(piece: context.piece(start, limit - 1), first: start, last: limit - 1)
    }
    var index = start
    var head = -1
    var isNamed = false
    scan: while index < limit, index - start < 12 {
      let token = context.token(index)
      switch token.wordClass {
      case .organization:
        isNamed = true
        head = index
      case .place:
        if index == start {
          isNamed = true
          head = index
        }
      case .title: head = index
      case .noun, .locality, .character, .idiom:
        if token.traits.contains(.collective) { return nil }
        if token.traits.contains(.human) {
          head = index
          isNamed = false
        } else if token.traits.contains(.side), index == start + 1, context.token(start).count == 1 {
          // 中方, 欧方领导人
          let hasHead =
            index + 1 < limit
            && (context.token(index + 1).wordClass == .title || context.token(index + 1).traits.contains(.human))
          if !hasHead { return Speaker(piece: context.piece(start, index), first: start, last: index) }
        } else if token.wordClass == .locality, index > start {
          break scan
        }
      case .adjective, .numeral, .latin, .open, .close, .figure: break
      case .verb, .speechVerb, .roleVerb:
        // 与会专家, 分析人士
        guard index + 1 < limit,
          context.token(index + 1).traits.contains(.human) || context.token(index + 1).wordClass == .title
        else { break scan }
      case .pronoun where index == start && token.traits.contains(.demonstrative): break
      default: break scan
      }
      index += 1
    }
    guard head >= start else { return nil }
    // 有媒体…提出质疑
    let start = start < head && context.isCharacter(start, 0x6709) ? start + 1 : start
    if context.token(head).traits.contains(.side) { return nil }
    let token = context.token(head)
    if token.traits.contains(.human) || token.wordClass == .title {
      guard !token.traits.contains(.reporter),
        token.traits.isDisjoint(with: [.noTitle]) || token.traits.contains(.human)
      else { return nil }
      let pointed = start < head && context.token(start).traits.contains(.demonstrative) && head - start <= 2
      if pointed || start == head, let person = context.titles.person(head, pointed: pointed, context) {
        var piece = context.piece(start, head)
        piece.mention = person
        return Speaker(piece: piece, coreference: "title", first: start, last: head, isPerson: true)
      }
      return Speaker(piece: context.piece(start, head), first: start, last: head)
    }
    // A name must stand alone before the predicate: 人民银行将…, not 上海人工智能产业….
    guard isNamed, head == start || token.wordClass == .organization else { return nil }
    if head + 1 < limit {
      let next = context.token(head + 1)
      if next.wordClass == .noun || next.wordClass == .particle || next.wordClass == .pause
        || next.wordClass == .adjective
        || next.wordClass == .conjunction
      {
        return nil
      }
    }
    if token.wordClass == .place {
      // Places speak as states: 中方, 美国.
      let kind = context.kind(head)
      guard kind == "country" || kind == "region" || token.count == 2 && context.folded[Int(token.end) - 1] == 0x65B9
      else { return nil }
    }
    return Speaker(piece: context.piece(head, head), first: head, last: head)
  }
}

/// The persons that pronouns may stand for: who spoke or was the subject last.
struct PersonMemory {
  private var last: (mention: Int, paragraph: Int32)?
  private(set) var paragraph: Int32 = -1

  mutating func enter(paragraph: Int32) { self.paragraph = paragraph }

  /// Remembers the subject of a sentence or a speaker.
  mutating func remember(_ mention: Int) {
    if mention >= 0 { last = (mention, paragraph) }
  }

  /// The person that 他 or 她 stands for: the last one of the paragraph, else the last before it, three paragraphs back.
  func resolve(_ token: FactToken, in context: FactContext) -> Int? {
    guard let last, paragraph - last.paragraph <= 3 else { return nil }
    return last.mention
  }
}
