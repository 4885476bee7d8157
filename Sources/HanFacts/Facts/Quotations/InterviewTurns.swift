/// The turns of an interview: paragraphs that open with who speaks and a colon.
///
/// ```
/// 《21世纪》：为什么选择现在下场？          who asks: a medium
/// 林岳：因为标准快统一了。                 who answers: a person
/// 老秦（小学教师）：听说今年要同步报名？     a note on who it is
/// ```
/// One paragraph of the kind may be an entry of a list (`主办：中国作家协会`); turns stand one behind the other, and one of
/// them asks or one of the speakers comes again.
enum InterviewTurns {
  /// By the first token of each turn: its colon. O(sentences) with a bounded look at each.
  static func find(_ context: FactContext) -> [Int: Int] {
    let sentences = context.stream.sentences
    var turns: [(first: Int, colon: Int, paragraph: Int32, name: Range<Int>)] = []
    var asks = false
    for number in 0..<sentences.count {
      let sentence = sentences.base[number]
      if let last = turns.last, last.paragraph == sentence.paragraph || last.first == sentence.tokens.lowerBound,
        sentence.tokens.upperBound > 0, context.isCharacter(sentence.tokens.upperBound - 1, 0x3F)
      {
        asks = true
      }
      guard sentence.beginsParagraph, let colon = colon(sentence.tokens, context) else { continue }
      let first = sentence.tokens.lowerBound
      turns.append(
        (first, colon, sentence.paragraph, Int(context.token(first).start)..<Int(context.token(colon).start)))
      if context.isCharacter(sentence.tokens.upperBound - 1, 0x3F) { asks = true }
    }
    guard turns.count > 1 else { return [:] }
    var seen: Set<[UInt32]> = []
    var isRepeated = false
    for turn in turns where !seen.insert(turn.name.map { context.folded[$0] }).inserted { isRepeated = true }
    guard asks || isRepeated, seen.count > 1 else { return [:] }
    var found: [Int: Int] = [:]
    for (number, turn) in turns.enumerated() {
      let isBehind = number > 0 && turn.paragraph - turns[number - 1].paragraph <= 1
      let isBefore = number + 1 < turns.count && turns[number + 1].paragraph - turn.paragraph <= 1
      if isBehind || isBefore { found[turn.first] = turn.colon }
    }
    return found
  }

  private static let longest = 12

  /// The colon behind a name that opens a paragraph, or nil.
  private static func colon(_ tokens: Range<Int>, _ context: FactContext) -> Int? {
    var hasName = false
    var index = tokens.lowerBound
    while index < tokens.upperBound, index - tokens.lowerBound < longest {
      let token = context.token(index)
      switch token.wordClass {
      case .colon:
        guard hasName, index + 2 < tokens.upperBound, context.token(index + 1).wordClass != .quote,
          context.folded[Int(context.token(index + 1).start)] != 0x201C,
          context.folded[Int(context.token(index + 1).start)] != 0x300C
        else { return nil }
        return index
      case .person, .organization, .other: hasName = true
      case .title, .noun, .latin, .figure, .numeral, .date, .character, .place, .adjective:
        if token.traits.contains(.human) || token.traits.contains(.reporter) || token.wordClass == .title {
          hasName = true
        }
      case .open:
        if context.folded[Int(token.start)] == 0x300A { hasName = true }
      case .close, .pause: break
      default: return nil
      }
      index += 1
    }
    return nil
  }
}

extension QuotationFinder {
  /// `林岳：因为标准快统一了。过去十年，…`: all of the paragraph is what who opens it says; the reporter is no speaker.
  mutating func readTurn(_ sentence: FactStream.Sentence, _ number: Int, _ colon: Int) {
    let first = Int(sentence.firstToken)
    // What stands in brackets tells who it is.
    var end = first
    while end < colon, context.folded[Int(context.token(end).start)] != 0x28 { end += 1 }
    guard end > first, !(first..<end).contains(where: { context.token($0).traits.contains(.reporter) }) else { return }
    let holder = (first..<end).last { context.token($0).wordClass == .person }
    let speaker =
      holder.map { speakers.person($0) }
      ?? Speaker(piece: context.piece(first, end - 1), first: first, last: end - 1, isHuman: true)
    var lastSentence = number
    while lastSentence + 1 < context.stream.sentences.count,
      context.stream.sentences.base[lastSentence + 1].paragraph == sentence.paragraph
    { lastSentence += 1 }
    var last = context.stream.sentences.base[lastSentence].tokens.upperBound - 1
    while last > colon + 1, context.token(last).wordClass == .stop { last -= 1 }
    guard last > colon else { return }
    var draft = FactDraft(
      type: .quotation, rule: evidence("quotation.turn", speaker),
      range: Int(context.token(colon + 1).start)..<Int(context.token(last).end))
    draft.set("speaker", speaker.piece)
    draft.set("content", FactPiece(range: draft.range))
    draft.arguments.append(("form", .word("reported")))
    finish(&draft, speaker, nil, sentence.paragraph)
  }
}
