/// Aliases: a full form and the short form that the text gives it.
///
/// ```
/// 数字视网膜系统国际标准（以下简称标准）       full 数字视网膜系统国际标准, short 标准
/// 《…实施方案》(以下简称《方案》)
/// 联合国教育科学文化组织发布……。联合国教科文组织称……     a body and its contraction, one right behind the other
/// 全国教师工会总联合会（全教总）               a contraction in brackets
/// 国际热核聚变实验堆(ITER)                     full 国际热核聚变实验堆, short ITER
/// GDP（国内生产总值）                          full 国内生产总值, short GDP
/// ```
enum AliasRules {
  private static let arguments = [Rule.Argument("full", .capture("full")), Rule.Argument("short", .capture("short"))]

  static let rules: [Rule] = [
    .fact(
      .alias, "alias.declared", arguments: arguments,
      examples: [
        .finds("数字视网膜系统国际标准（以下简称标准）正式发布。", "short=标准"),
        .finds("江苏省产业技术研究院(以下简称“产研院”)成立。", "full=江苏省产业技术研究院", "short=产研院"),
        .skips("他(以下是原话)说了很多。"),
      ]
    ) {
      Capture("full") {
        OneOf {
          RulePattern.joined([
            Repeat(0...3) {
              Token("person", "organization", "place")
              OneOf("和", "与", "、", "及")
            }.pattern,
            Token("person", "organization", "place", "work", "event").pattern,
          ])
          Repeat(1...8) { Token("noun", "verb", "adjective", "latin", "organization", "place", "character") }
        }
      }
      Maybe("》")
      "（"
      OneOf("以下简称", "下称", "简称", "以下称", "下文简称", "下简称", "以下统称", "统称", "英文简称", "英文缩写", "缩写")
      Maybe("为", "：")
      Maybe("“", "《", "‘")
      Capture("short") { Repeat(1...8) { Token("punctuation").negated } }
      Maybe("”", "》", "’")
      "）"
    }
  ]

  /// Brackets of at most five tokens, and the first token of their sentence.
  private struct Brackets {
    var open: Int
    var close: Int
    var floor: Int
  }

  /// Names with a short form in brackets behind them: one of Latin capitals, or a contraction of Chinese characters,
  /// `全国教师工会总联合会（全教总）`.
  static func addBracketed(to context: inout FactContext) {
    let brackets = brackets(in: context.stream, context.folded)
    if brackets.isEmpty { return }
    let phrases = NounPhrases(context: context)
    add(brackets, to: &context, rule: "alias.capitals") { brackets, context in
      guard
        isCapitals(Int(context.token(brackets.open).end)..<Int(context.token(brackets.close).start), context)
      else { return nil }
      return fullForm(endingAt: brackets.open - 1, floor: brackets.floor, phrases, context)
    }
    addExpanded(brackets, phrases, to: &context)
    add(brackets, to: &context, rule: "alias.contraction") { brackets, context in
      let short = context.piece(brackets.open + 1, brackets.close - 1).range
      guard context.token(brackets.open + 1).wordClass != .place, short.count >= 2, short.count <= 6 else { return nil }
      return contracted(short, endingAt: brackets.open - 1, floor: brackets.floor, phrases, context)
    }
  }

  /// `GDP（国内生产总值）`: capitals with the nouns in brackets behind them that they stand for.
  private static func addExpanded(_ brackets: [Brackets], _ phrases: NounPhrases, to context: inout FactContext) {
    for brackets in brackets {
      let (short, last) = (brackets.open - 1, brackets.close - 1)
      let isBody = context.token(short).wordClass == .organization
      guard isBody || context.token(short).wordClass == .latin, isCapitals(context.token(short).range, context),
        context.folded[Int(context.token(short).end) - 1] > 0x39
      else { continue }
      let isName = (brackets.open + 1...last).allSatisfy { index in
        switch context.token(index).wordClass {
        case .noun, .adjective, .character, .place: true
        // A fund's company stands behind it too: ETF（前海开源）.
        case .organization: isBody
        case .locality: index < last
        case .verb: index < last && phrases.isActivity(index)
        default: false
        }
      }
      let full = context.piece(brackets.open + 1, last)
      guard isName, full.range.count >= 4, context.token(last).wordClass != .place,
        context.token(last).wordClass != .adjective
      else { continue }
      var draft = FactDraft(
        type: .alias, rule: "alias.expanded",
        range: Int(context.token(short).start)..<Int(context.token(brackets.close).end))
      draft.set("full", full)
      draft.set("short", context.piece(short, short))
      context.drafts.append(draft)
    }
  }

  private static func brackets(in stream: FactStream, _ folded: UnsafePointer<UInt32>) -> [Brackets] {
    var found: [Brackets] = []
    let tokens = stream.tokens.base
    func isMark(_ index: Int, _ scalar: UInt32) -> Bool {
      tokens[index].count == 1 && folded[Int(tokens[index].start)] == scalar
    }
    for number in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[number].tokens
      for open in sentence.dropFirst() where isMark(open, 0x28) {
        var close = open + 1
        while close < sentence.upperBound, close - open < 6, !isMark(close, 0x29) { close += 1 }
        guard close < sentence.upperBound, isMark(close, 0x29), close > open + 1 else { continue }
        found.append(Brackets(open: open, close: close, floor: sentence.lowerBound))
      }
    }
    return found
  }

  /// Adds what stands in brackets as the short form of the name before them, where `find` finds one.
  private static func add(
    _ brackets: [Brackets], to context: inout FactContext, rule: String,
    _ find: (Brackets, FactContext) -> FactPiece?
  ) {
    for brackets in brackets {
      guard let full = find(brackets, context) else { continue }
      var draft = FactDraft(
        type: .alias, rule: rule, range: full.range.lowerBound..<Int(context.token(brackets.close).end))
      draft.set("full", full)
      draft.set("short", context.piece(brackets.open + 1, brackets.close - 1))
      context.drafts.append(draft)
    }
  }

  /// `ITER`, `IEEE SA`, `COP28`: two capitals at least, and nothing but capitals, digits and marks between them.
  private static func isCapitals(_ range: Range<Int>, _ context: FactContext) -> Bool {
    guard range.count >= 2, range.count <= 12 else { return false }
    var capitals = 0
    for place in range {
      switch context.folded[place] {
      case 0x41...0x5A: capitals += 1
      case 0x30...0x39, 0x20, 0x2D, 0x26: break
      default: return false
      }
    }
    return capitals >= 2 && context.folded[range.lowerBound] > 0x39
  }

  /// The name before the bracket: a record, or the nouns that make a name of four characters at least.
  private static func fullForm(
    endingAt last: Int, floor: Int, _ phrases: NounPhrases, _ context: FactContext
  ) -> FactPiece? {
    let token = context.token(last)
    if token.wordClass == .organization || token.mention >= 0 && [.work, .event].contains(type(last, context))
      || token.wordClass == .place && context.kind(last) == "facility"
    {
      return context.piece(last, last)
    }
    guard token.wordClass == .noun || token.wordClass == .verb || token.wordClass == .character else { return nil }
    var first = last
    while first > floor, last - first < 8 {
      let before = context.token(first - 1)
      switch before.wordClass {
      case .noun, .adjective, .character, .latin, .title, .place, .organization: break
      // 平方公里|阵列
      case .classifier where phrases.isHead(first): break
      case .verb where phrases.isActivity(first - 1): break
      default: return piece(first, last, context)
      }
      first -= 1
    }
    return piece(first, last, context)
  }

  private static func piece(_ first: Int, _ last: Int, _ context: FactContext) -> FactPiece? {
    let piece = context.piece(first, last)
    return piece.range.count >= 4 ? piece : nil
  }

  private static func type(_ index: Int, _ context: FactContext) -> MentionType {
    context.mentions[Int(context.token(index).mention)].type
  }

  /// The name before the bracket that a short form contracts: a body, or nouns that begin with its first character.
  private static func contracted(
    _ short: Range<Int>, endingAt last: Int, floor: Int, _ phrases: NounPhrases, _ context: FactContext
  ) -> FactPiece? {
    let isBody = context.token(last).wordClass == .organization
    if isBody || short.count < 3 {
      guard isBody else { return nil }
      let full = context.piece(last, last)
      return short.count * 3 <= full.range.count * 2 && isContraction(short, of: full.range, context) ? full : nil
    }
    // 全国|教师|工会|总|联合会
    guard context.token(last).count > 1 || phrases.isHead(last) else { return nil }
    var first = last
    while first > floor, last - first < 7 {
      first -= 1
      switch context.token(first).wordClass {
      case .comma, .pause, .stop, .colon, .open, .close, .quote, .dash, .date, .figure, .speechVerb, .person: return nil
      default: break
      }
      guard context.folded[Int(context.token(first).start)] == context.folded[short.lowerBound] else { continue }
      let full = context.piece(first, last)
      if short.count * 3 <= full.range.count * 2, isContraction(short, of: full.range, context) { return full }
    }
    return nil
  }

  /// Whether the characters of a short form stand in the full one in their order, and not as one piece of it: what is only
  /// cut off (`苹果` of `苹果公司`, `交通大学` of `上海交通大学`) is the same name written shorter.
  private static func isContraction(_ short: Range<Int>, of full: Range<Int>, _ context: FactContext) -> Bool {
    var next = short.lowerBound
    var isOnePiece = true
    var last = -1
    for place in full where next < short.upperBound && context.folded[place] == context.folded[next] {
      if last >= 0, place != last + 1 { isOnePiece = false }
      last = place
      next += 1
    }
    return next == short.upperBound && !isOnePiece
  }

  /// A body and its contraction, the full form first and the other in the same sentence or the next: the text puts both side
  /// by side. Mentions further apart are one entity, but no statement.
  static func addNames(to context: inout FactContext) {
    let bodies = context.mentions.withUnsafeBufferPointer { mentions in
      mentions.indices.filter {
        mentions[$0].type == .organization && mentions[$0].thing > 0 && !mentions[$0].isNested
      }
    }
    if bodies.count < 2 { return }
    var last: [Int: (sentence: Int, mention: Int)] = [:]
    // 世界卫生组织(WHO): what brackets declare is said already.
    var said: Set<[UInt32]>?
    // 中青报 in the credit of a report of 中国青年报
    let credits = RangeIndex(context.drafts.filter { $0.type == .dateline || $0.type == .byline }.map(\.range))
    var sentence = 0
    for index in bodies {
      let (range, thing) = (context.mentions[index].range, context.mentions[index].thing)
      if credits.overlaps(range) { continue }
      while sentence + 1 < context.stream.sentences.count,
        Int(context.stream.sentences.base[sentence].end) <= range.lowerBound
      { sentence += 1 }
      guard let before = last[thing] else {
        last[thing] = (sentence, index)
        continue
      }
      let full = context.mentions[before.mention].range
      if range.count >= full.count {
        last[thing] = (sentence, index)
        continue
      }
      guard sentence - before.sentence <= 1, isContraction(range, of: full, context) else { continue }
      if said == nil { said = declared(context) }
      guard said?.insert(scalars(range, context)).inserted ?? false else { continue }
      var draft = FactDraft(type: .alias, rule: "alias.names", range: range)
      draft.set("full", FactPiece(range: full, mention: before.mention))
      draft.set("short", FactPiece(range: range, mention: index))
      context.drafts.append(draft)
    }
  }

  /// The short forms of the aliases that were found.
  private static func declared(_ context: FactContext) -> Set<[UInt32]> {
    Set(context.drafts.compactMap { $0.type == .alias ? $0.piece("short").map { scalars($0.range, context) } : nil })
  }

  private static func scalars(_ range: Range<Int>, _ context: FactContext) -> [UInt32] {
    Array(UnsafeBufferPointer(start: context.folded + range.lowerBound, count: range.count))
  }
}
