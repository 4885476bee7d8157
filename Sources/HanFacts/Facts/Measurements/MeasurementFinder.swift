import HanText

/// Finds what counts or measures how much.
///
/// ```
/// 江苏产研院已培育建设了55家专业研究所，…转移转化技术成果4500多项，…服务企业超过15000家
///     subject 江苏产研院 in all; predicates 培育建设, 转移转化, 服务; of 专业研究所, 技术成果, 企业
/// 本届大会展览总面积首次突破10万平方米      subject 本届大会, of 展览总面积, predicate 突破
/// 1100余家企业参展                          of 企业, predicate 参展
/// ```
/// A clause is read once from left to right; a figure looks at a bounded number of tokens around it.
struct MeasurementFinder {
  private let context: FactContext
  private let text: SourceText
  private let reader: FigureReader
  /// Mentions of figures that say how much something changed.
  private let changed: Set<Int>
  private(set) var drafts: [FactDraft] = []
  /// The subject of the clause before, for clauses that have none.
  private var subject: Subject?
  /// Whether the clause before named it.
  private var isFresh = false
  private var date: FactPiece?
  /// The last measurement of the sentence, for listings that leave out what is the same.
  private var last: FactDraft?

  /// A subject and how it was resolved.
  private struct Subject {
    var piece: FactPiece
    var coreference: String?
  }

  init(context: FactContext, text: SourceText, changed: Set<Int>) {
    self.context = context
    self.text = text
    self.changed = changed
    reader = FigureReader(context: context)
  }

  /// Reads every sentence that has a figure.
  mutating func find() {
    let stream = context.stream
    for number in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[number].tokens
      guard sentence.contains(where: { context.token($0).wordClass == .figure }) else { continue }
      subject = nil
      isFresh = false
      date = nil
      last = nil
      var start = sentence.lowerBound
      for index in sentence {
        let mark = context.token(index).wordClass
        guard
          mark == .comma || mark == .stop || mark == .colon || mark == .pause && startsCounted(index, start, sentence)
        else { continue }
        read(start..<index)
        // What is said behind a verb of speech has a subject and a date of its own.
        if mark == .stop || endsWithCue(start..<index) {
          subject = nil
          last = nil
          if mark != .stop { date = nil }
        }
        start = index + 1
      }
      read(start..<sentence.upperBound)
    }
  }

  /// `上海市副市长陈杰介绍，`
  private func endsWithCue(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last else { return false }
    return !context.token(last).traits.isDisjoint(with: [.cue, .weakCue])
  }

  /// `14所高校成立…、19所高校开设…`: a 、 that parts clauses.
  private func startsCounted(_ pause: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    pause + 1 < sentence.upperBound && context.token(pause + 1).wordClass == .figure
      && (start..<pause).contains { reader.isVerbal($0) }
  }

  private mutating func read(_ clause: Range<Int>) {
    if clause.isEmpty { return }
    var own: Subject?
    let isFresh = self.isFresh
    self.isFresh = false
    var opens = true
    for index in clause {
      let token = context.token(index)
      if token.wordClass == .date {
        if opens || index + 1 < clause.upperBound && !context.isCharacter(index + 1, 0x7684), isPointInTime(index) {
          date = FactPiece(range: token.range, mention: Int(token.mention))
        }
        continue
      }
      if token.wordClass == .figure, token.mention >= 0, let draft = draft(of: index, in: clause, isFresh, own: &own) {
        drafts.append(draft.draft)
        if !draft.isAside { last = draft.draft }
      }
      if ![.adverb, .time, .conjunction, .preposition].contains(token.wordClass),
        token.traits.isDisjoint(with: [.plan, .estimate])
      {
        opens = false
      }
    }
    if let own = own ?? reader.openingSubject(clause).map(resolved) {
      subject = own
      self.isFresh = own.piece.mention >= 0
    }
  }

  private func isPointInTime(_ index: Int) -> Bool {
    let mention = context.token(index).mention
    guard mention >= 0, case .date(let value) = context.mentions[Int(mention)].value else { return false }
    return value.kind == .date || value.kind == .time
  }

  /// `20多个示范中心和70多个产业园`: the second of two counted things has the verb and the subject of the first.
  private func joined(_ index: Int, _ object: Range<Int>?) -> FactDraft? {
    guard let object, let last, let first = last.piece("of"), index > 0, let predicate = last.piece("predicate"),
      predicate.range.upperBound <= first.range.lowerBound,
      [.conjunction, .pause].contains(context.token(index - 1).wordClass),
      Int(context.token(index - 1).start) == first.range.upperBound
    else { return nil }
    let token = context.token(index)
    var draft = last
    draft.rule = "measurement.joined"
    draft.range = token.range.lowerBound..<max(token.range.upperBound, object.upperBound)
    for place in draft.arguments.indices {
      switch draft.arguments[place].name {
      case "of": draft.arguments[place].value = .piece(FactPiece(range: object))
      case "figure":
        draft.arguments[place].value = .piece(FactPiece(range: token.range, mention: Int(token.mention)))
      default: break
      }
    }
    return draft
  }

  private mutating func draft(
    of index: Int, in clause: Range<Int>, _ isFresh: Bool, own: inout Subject?
  ) -> (draft: FactDraft, isAside: Bool)? {
    let mention = Int(context.token(index).mention)
    guard !changed.contains(mention), case .figure(let value) = context.mentions[mention].value, Self.measures(value)
    else {
      return nil
    }
    let object = value.of.map { text.normalizedRange(sourceScalars: $0.range.scalars) }
    guard let reading = reader.reading(of: index, value, object, clause), Self.states(reading, value, context) else {
      return joined(index, object).map { ($0, false) }
    }
    var draft = FactDraft(type: .measurement, rule: "measurement.\(reading.rule)", range: context.token(index).range)
    var subject: Subject?
    if let phrase = reading.subject {
      subject = resolved(phrase)
      if own == nil, !reading.isAside { own = subject }
    } else if reading.inherits {
      subject = own ?? self.subject
    } else if reading.isBare,
      isFresh || last.map({ $0.range.upperBound == Int(context.token(clause.lowerBound).start) - 1 }) ?? false
    {
      // 美敦力排名为32名，营收为39亿美元
      subject = own ?? self.subject
    }
    var predicate = reading.predicate.map { FactPiece(range: $0) }
    if reading.isElliptic, let last, last.isListed, last.rule.hasPrefix("measurement.of-figure"), predicate == nil,
      let known = last.piece("predicate")
    {
      predicate = known
      if let piece = last.piece("subject") { subject = Subject(piece: piece) }
    }
    if let coreference = subject?.coreference { draft.rule += "+coreference.\(coreference)" }
    draft.set("subject", subject?.piece)
    draft.set("predicate", predicate)
    draft.set("of", reading.object.map { FactPiece(range: $0) })
    draft.set("figure", FactPiece(range: context.token(index).range, mention: mention))
    draft.set("date", date)
    for name in ["predicate", "of", "subject"] {
      if let range = draft.piece(name)?.range, range.lowerBound >= Int(context.token(clause.lowerBound).start) {
        draft.range = min(draft.range.lowerBound, range.lowerBound)..<max(draft.range.upperBound, range.upperBound)
      }
    }
    Stance.read(clause.lowerBound..<max(index + 1, reading.end), context, into: &draft)
    return (draft, reading.isAside)
  }

  private static func measures(_ value: FigureValue) -> Bool {
    switch value.kind {
    case .count, .money, .percent, .fraction, .measure, .multiple: true
    case .plain: value.of != nil || value.approximation != .exact
    default: false
    }
  }

  /// An anniversary is only told of where it is said to be one: 提出十周年之际 states nothing.
  private static func states(_ reading: FigureReading, _ value: FigureValue, _ context: FactContext) -> Bool {
    guard value.unit == "周年" else { return true }
    guard let predicate = reading.predicate, let token = context.stream.token(startingAt: predicate.lowerBound) else {
      return false
    }
    return context.token(token).traits.contains(.copula)
  }

  private static let pronouns = ["他", "她"].map(\.foldedScalars)

  /// 他, 她: the last person of the paragraph that begins a clause or follows its post.
  private func person(for index: Int) -> Int? {
    guard Self.pronouns.contains(where: { context.reads(index, as: $0) }) else { return nil }
    let stream = context.stream
    var place = index - 1
    while place >= 0, index - place < BodyReferences.reach {
      let token = context.token(place)
      // The end of the paragraph is a character without a token.
      if stream.covering.base[Int(token.end)] < 0, context.folded[Int(token.end)] == 0x0A { return nil }
      if token.wordClass == .person, token.mention >= 0 {
        let opens = place == 0 || stream.covering.base[Int(token.start) - 1] < 0 || context.endsClause(place - 1)
        if opens || context.token(place - 1).wordClass == .title { return Int(token.mention) }
      }
      place -= 1
    }
    return nil
  }

  private func resolved(_ phrase: Range<Int>) -> Subject {
    // The marks around a work are not part of its name.
    let isMarked =
      phrase.count > 2 && context.isCharacter(phrase.lowerBound, 0x300A)
      && context.isCharacter(phrase.upperBound - 1, 0x300B)
    var phrase = isMarked ? phrase.lowerBound + 1..<phrase.upperBound - 1 : phrase
    // 女排队长朱婷: the post is no part of who it is.
    if let last = phrase.last, context.token(last).wordClass == .person, phrase.count > 1,
      phrase.dropLast().contains(where: { context.token($0).wordClass == .title }),
      !phrase.contains(where: { context.token($0).wordClass == .pause })
    {
      phrase = last..<last + 1
    }
    var subject = Subject(piece: context.piece(phrase.lowerBound, phrase.upperBound - 1))
    if phrase.count == 1, let person = person(for: phrase.lowerBound) {
      subject.piece.mention = person
      subject.coreference = "pronoun"
    } else if let found = BodyReferences.resolve(phrase, context) {
      subject.piece.mention = found
      subject.coreference = "body"
    }
    return subject
  }
}

extension FactDraft {
  /// Whether the verb stands before what it measures, as at the head of a listing: 集聚企业超400家.
  fileprivate var isListed: Bool {
    guard let predicate = piece("predicate"), let object = piece("of") else { return false }
    return predicate.range.upperBound <= object.range.lowerBound
  }
}
