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
  /// Whether it stands before a semicolon: then only a clause that opens with its verb goes on from it.
  private var isCrossed = false
  /// Whether the clause before named it.
  private var isFresh = false
  private var date: FactPiece?
  /// The size that the clause before spoke of, for `达46.1%` and its like.
  private var size: FactPiece?
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
    var previous = -2
    for number in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[number].tokens
      guard sentence.contains(where: { context.token($0).wordClass == .figure }) else { continue }
      // 广东实现进出口总值…。其中出口…: goes on from the sentence before.
      let goesOn = context.reads(sentence.lowerBound, as: FigureReader.among)
      if !goesOn || number != previous + 1 { subject = nil }
      previous = number
      isFresh = false
      isCrossed = false
      date = nil
      last = nil
      size = nil
      var start = sentence.lowerBound
      var skipped = sentence.lowerBound
      for index in sentence where index >= skipped {
        let mark = context.token(index).wordClass
        // 李某（男，34岁，湖南双峰人）原系…: what a bracket with several clauses says is said on the side.
        if mark == .open, context.isCharacter(index, 0x28), let close = closing(index, sentence) {
          read(start..<index, isCut: true)
          skipped = close + 1
          start = skipped
          continue
        }
        guard
          mark == .comma || mark == .stop || mark == .colon || mark == .pause && startsCounted(index, start, sentence)
            || mark == .close && context.isCharacter(index, 0x3011)
            || mark == .open && context.isCharacter(index, 0x3010)
        else { continue }
        read(start..<(mark == .close ? index + 1 : index))
        // What is said behind a verb of speech has a subject and a date of its own.
        if mark != .stop, endsWithCue(start..<index) {
          if !announces(start..<index) { subject = nil }
          last = nil
          size = nil
          date = nil
        } else if mark == .stop {
          isCrossed = true
          size = nil
          if let mention = last?.piece("figure")?.mention, mention >= 0,
            case .figure(let value) = context.mentions[mention].value, value.kind != .money
          {
            last = nil
          }
        }
        start = index + 1
      }
      read(start..<sentence.upperBound)
    }
  }

  /// The bracket that closes one with clauses of its own.
  private func closing(_ open: Int, _ sentence: Range<Int>) -> Int? {
    var hasClauses = false
    var index = open + 1
    while index < sentence.upperBound, index - open < 40 {
      if context.isCharacter(index, 0x29) { return hasClauses ? index : nil }
      if context.token(index).wordClass == .comma { hasClauses = true }
      index += 1
    }
    return nil
  }

  /// `上海市副市长陈杰介绍，`
  private func endsWithCue(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last else { return false }
    if !context.token(last).traits.isDisjoint(with: [.cue, .weakCue]) { return true }
    // 民意调查显示，
    return context.ends(0..<Int(context.token(last).end), as: .showing)
  }

  /// `英国政府宣布，将…`: a body that says what it does itself.
  private func announces(_ clause: Range<Int>) -> Bool {
    guard let last = clause.last, context.reads(last, as: .announcing),
      let subject, let end = context.stream.token(endingAt: subject.piece.range.upperBound)
    else { return false }
    let token = context.token(end)
    return token.wordClass == .organization || !token.traits.isDisjoint(with: [.body]) && token.wordClass == .noun
  }

  /// `14所高校成立…、19所高校开设…`: a 、 that parts clauses.
  private func startsCounted(_ pause: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    pause + 1 < sentence.upperBound && context.token(pause + 1).wordClass == .figure
      && (start..<pause).contains { reader.isVerbal($0) }
  }

  private mutating func read(_ clause: Range<Int>, isCut: Bool = false) {
    if clause.isEmpty { return }
    var own: Subject?
    var spoken: FactPiece?
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
        if let object = draft.draft.piece("of"), let token = context.stream.token(endingAt: object.range.upperBound),
          reader.phrases.isSize(token)
        {
          spoken = object
        }
      }
      if ![.adverb, .time, .conjunction, .preposition].contains(token.wordClass),
        token.traits.isDisjoint(with: [.plan, .estimate])
      {
        opens = false
      }
    }
    if !reader.isScene(clause) {
      size = spoken ?? reader.openingSize(clause).map { context.piece($0.lowerBound, $0.upperBound - 1) }
    }
    let opening = isCut ? reader.phrases.phrase(endingAt: clause.upperBound - 1, floor: clause.lowerBound) : nil
    let named = opening ?? reader.closingPerson(clause) ?? reader.closingNoun(clause) ?? reader.openingSubject(clause)
    if let own = own ?? named.map(resolved) {
      subject = own
      isCrossed = false
      self.isFresh = own.piece.mention >= 0
    }
  }

  private func isPointInTime(_ index: Int) -> Bool {
    let mention = context.token(index).mention
    guard mention >= 0, case .date(let value) = context.mentions[Int(mention)].value else { return false }
    return value.kind == .date || value.kind == .time
  }

  /// `20多个示范中心和70多个产业园`: the second of two counted things has the verb and the subject of the first.
  private func joined(_ index: Int, _ object: Range<Int>?, _ value: FigureValue) -> FactDraft? {
    if let next = listed(index, value) { return next }
    guard let object, let last, let figure = last.piece("figure"), index > 0, let predicate = last.piece("predicate"),
      predicate.range.upperBound <= figure.range.lowerBound,
      [.conjunction, .pause].contains(context.token(index - 1).wordClass)
    else { return nil }
    // 得到31分、7个篮板: points are of nothing.
    let first = last.piece("of")
    guard first.map({ predicate.range.upperBound <= $0.range.lowerBound }) ?? true,
      Int(context.token(index - 1).start) == max(figure.range.upperBound, first?.range.upperBound ?? 0)
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
    if first == nil { draft.set("of", FactPiece(range: object)) }
    return draft
  }

  /// `分别为1.2亿元、3.8亿元和9.6亿元`, `312户1186人`: the next of several figures of one verb.
  private func listed(_ index: Int, _ value: FigureValue) -> FactDraft? {
    guard let last, let figure = last.piece("figure"), figure.mention >= 0, index > 0,
      case .figure(let first) = context.mentions[figure.mention].value
    else { return nil }
    let token = context.token(index)
    let isNext = Int(context.token(index - 1).end) == figure.range.upperBound
    let isJoined =
      index > 1 && [.conjunction, .pause].contains(context.token(index - 1).wordClass)
      && Int(context.token(index - 2).end) == figure.range.upperBound
    guard
      isNext && first.kind == .count && value.kind == .count && first.unit != value.unit
        || isJoined && first.kind == value.kind && first.unit == value.unit
    else { return nil }
    var draft = last
    draft.rule = "measurement.listed"
    draft.range = token.range
    draft.arguments.removeAll { isNext && $0.name == "of" || $0.name == "date" }
    for place in draft.arguments.indices where draft.arguments[place].name == "figure" {
      draft.arguments[place].value = .piece(FactPiece(range: token.range, mention: Int(token.mention)))
    }
    return draft
  }

  /// What the last figure was of, where the unit is the same.
  private func same(_ value: FigureValue) -> FactPiece? {
    guard let last, let figure = last.piece("figure"), figure.mention >= 0, value.unit != nil,
      case .figure(let first) = context.mentions[figure.mention].value, first.unit == value.unit
    else { return nil }
    return last.piece("of")
  }

  /// `造成6866人死亡，3.4万人受伤`: the verb of the first goes on.
  private func isCaused(_ index: Int, _ clause: Range<Int>, _ value: FigureValue) -> FactDraft? {
    guard let last, let predicate = last.piece("predicate"), value.unit == "人" || value.unit == "名",
      index == clause.lowerBound, let verb = context.stream.token(startingAt: predicate.range.lowerBound),
      context.reads(verb, as: .causing), index + 1 < clause.upperBound,
      reader.isVerbal(index + 1)
    else { return nil }
    var draft = last
    draft.rule = "measurement.listed"
    draft.range = context.token(index).range
    draft.arguments.removeAll { $0.name == "of" }
    for place in draft.arguments.indices where draft.arguments[place].name == "figure" {
      draft.arguments[place].value = .piece(
        FactPiece(range: context.token(index).range, mention: Int(context.token(index).mention)))
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
    if let next = isCaused(index, clause, value) { return (next, false) }
    guard var reading = reader.reading(of: index, value, object, clause), Self.states(reading, value, context) else {
      return joined(index, object ?? reader.trailing(index, value, clause), value).flatMap { draft in
        ["subject", "predicate", "of"].contains { draft.piece($0) != nil } ? (draft, false) : nil
      }
    }
    // 知晓率提高8.6个百分点，达到46.1%; 外贸企业达62.8万家，首次突破60万家
    if reading.object == nil, reading.subject == nil, let predicate = reading.predicate, reader.isLink(predicate),
      reader.opens(predicate, clause)
    {
      reading.object = (size.flatMap { reader.fits($0, value) ? $0 : nil } ?? same(value))?.range
    }
    var draft = FactDraft(type: .measurement, rule: "measurement.\(reading.rule)", range: context.token(index).range)
    var subject: Subject?
    if let phrase = reading.subject {
      subject = resolved(phrase)
      if own == nil, !reading.isAside, !isPivot(phrase, clause) { own = subject }
    } else if reading.inherits {
      let isFar = isCrossed && (reading.predicate ?? reading.object).map { !reader.opens($0, clause) } ?? true
      subject = own ?? (isFar ? nil : self.subject)
    } else if reading.isBare, !isDescribed(reading.object),
      isFresh || last.map({ $0.range.upperBound == Int(context.token(clause.lowerBound).start) - 1 }) ?? false
    {
      // 美敦力排名为32名，营收为39亿美元
      subject = own ?? self.subject
    }
    var predicate = reading.predicate.map { FactPiece(range: $0) }
    if reading.isElliptic, let last, last.isListed, last.rule.hasPrefix("measurement.of-figure"), predicate == nil,
      let known = last.piece("predicate"), !isOfAction(known, reading), isOfKind(last, value)
    {
      predicate = known
      if let piece = last.piece("subject") { subject = Subject(piece: piece) }
    } else if reading.isElliptic, subject == nil, last == nil, let named = self.subject,
      context.token(clause.lowerBound - 1).wordClass == .colon, named.piece.mention >= 0, value.kind != .count,
      context.mentions[named.piece.mention].type == .organization
    {
      // 安踏体育交出成绩单：收入337亿元
      subject = named
    }
    // 让6万名学生吃上热饭: whom it makes do something.
    if let verb = predicate?.range, verb.count == 1, context.folded[verb.lowerBound] == 0x8BA9 { return nil }
    // 就是203克: nobody, and nothing measured.
    if subject == nil, reading.object == nil,
      reading.predicate.map({ reader.isLink($0) || reader.isCopula($0) }) ?? true
    {
      return nil
    }
    // What is counted does not count itself.
    if let piece = subject?.piece, reading.subject == nil, piece.range == reading.object { subject = nil }
    // 平均收益率为2.35%: a size without an owner is spoken of itself.
    if subject == nil, let object = reading.object, let verb = predicate?.range, object.upperBound <= verb.lowerBound,
      verb.upperBound <= Int(context.token(index).start), reader.leads(verb)
    {
      subject = Subject(piece: FactPiece(range: object))
    }
    // 贸易额|超过2000亿美元: the verb is part of the figure.
    if predicate == nil, let verb = exceeding(index), let object = reading.object, object.upperBound == verb.lowerBound,
      let size = context.stream.token(endingAt: object.upperBound), reader.phrases.isSize(size)
    {
      predicate = FactPiece(range: verb)
      if subject == nil { subject = Subject(piece: FactPiece(range: object)) }
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

  /// The 超过 or 超 that a figure begins with.
  private func exceeding(_ figure: Int) -> Range<Int>? {
    let token = context.token(figure)
    let start = Int(token.start)
    guard token.count > 2, context.folded[start] == 0x8D85 else { return nil }
    return start..<(context.folded[start + 1] == 0x8FC7 ? start + 2 : start + 1)
  }

  /// Whether a verb before a subject makes it do something: 支持|这个村|打机井. The next clauses are not of it.
  private func isPivot(_ phrase: Range<Int>, _ clause: Range<Int>) -> Bool {
    phrase.lowerBound > clause.lowerBound && context.reads(phrase.lowerBound - 1, as: .pivot)
  }

  /// Whether a size says itself what it is of: 机器人收入, not 纯收入.
  private func isDescribed(_ object: Range<Int>?) -> Bool {
    guard let object, let first = context.stream.token(startingAt: object.lowerBound) else { return false }
    return Int(context.token(first).end) < object.upperBound
      && [.noun, .latin].contains(context.token(first).wordClass)
  }

  /// Whether a value is of the kind of the last figure: 流转土地1.2万亩 says nothing of 亩产超过1100斤.
  private func isOfKind(_ last: FactDraft, _ value: FigureValue) -> Bool {
    guard let mention = last.piece("figure")?.mention, mention >= 0,
      case .figure(let first) = context.mentions[mention].value
    else { return false }
    return first.kind == value.kind && (value.kind != .measure || first.unit == value.unit)
  }

  /// Whether a size stands behind what was done to things: 新建雷达16部，分辨率75米.
  private func isOfAction(_ predicate: FactPiece, _ reading: FigureReading) -> Bool {
    guard let verb = context.stream.token(startingAt: predicate.range.lowerBound), reader.isAction(verb),
      let object = reading.object, let last = context.stream.token(endingAt: object.upperBound)
    else { return false }
    return reader.phrases.endsAsSize(last)
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

  /// 他, 她: the last person of the paragraph that begins a clause or follows its post.
  private func person(for index: Int) -> Int? {
    guard context.reads(index, as: .thirdPerson) else { return nil }
    let stream = context.stream
    var place = index - 1
    while place >= 0, index - place < BodyReferences.reach {
      let token = context.token(place)
      // The end of the paragraph is a character without a token.
      if stream.covering.base[Int(token.end)] < 0, context.folded[Int(token.end)] == 0x0A { return nil }
      if token.wordClass == .person, token.mention >= 0 {
        let opens = place == 0 || stream.covering.base[Int(token.start) - 1] < 0 || context.endsClause(place - 1)
        // 49岁的谢永平当过八年汽车兵
        if opens || context.token(place - 1).wordClass == .title || context.isCharacter(place - 1, 0x7684) {
          return Int(token.mention)
        }
      }
      place -= 1
    }
    return nil
  }

  /// Whether the name that closes a phrase says alone who it is.
  private func namesAlone(_ last: Int, _ phrase: Range<Int>) -> Bool {
    let token = context.token(last)
    switch token.wordClass {
    case .place, .organization: return context.isCharacter(last - 1, 0x7684)
    case .person:
      return token.count > 1
        && phrase.dropLast().allSatisfy {
          [.noun, .title, .adjective, .organization].contains(context.token($0).wordClass)
        }
    default: return false
    }
  }

  private static let parties = "国共".foldedScalars

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
    // 凭祥的|友谊关口岸, 其妻|朱晓芳: the name alone.
    if let last = phrase.last, phrase.count > 1, namesAlone(last, phrase) { phrase = last..<last + 1 }
    // 他的长篇小说《盐的地图》: the name of the work.
    if phrase.count > 3, let last = phrase.last, context.isCharacter(last, 0x300B),
      let open = phrase.last(where: { context.isCharacter($0, 0x300A) }), open + 1 < last
    {
      phrase = open + 1..<last
    }
    // 「个人因素」
    if phrase.count > 2, let first = phrase.first, let last = phrase.last, context.token(first).wordClass == .open,
      context.token(last).wordClass == .close,
      !phrase.dropFirst().contains(where: { context.token($0).wordClass == .open })
    {
      phrase = first + 1..<last
    }
    var subject = Subject(piece: context.piece(phrase.lowerBound, phrase.upperBound - 1))
    // 全国共|中出: the lexicon has 国共 for a word.
    if let last = phrase.last, context.reads(last, as: Self.parties), last > 0, context.isCharacter(last - 1, 0x5168) {
      let end = Int(context.token(last).end) - 1
      subject.piece = FactPiece(range: Int(context.token(last - 1).start)..<end)
      return subject
    }
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
