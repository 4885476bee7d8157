/// Facts of rules: datelines, bylines, and what users define.
enum RuleFacts {
  static func add(to context: inout FactContext, matcher: RuleMatcher, program: RuleProgram) {
    guard !program.entries.isEmpty else { return }
    let input = RuleInput(
      stream: context.stream, mentions: context.mentions, document: context.document, knowledge: context.knowledge,
      folded: context.folded, notes: context.notes)
    var drafts: [FactDraft] = []
    for match in matcher.matches(input) {
      if let draft = draft(of: match, program.entries[Int(match.rule)], context) { drafts.append(draft) }
    }
    if !drafts.isEmpty {
      let datelines = RangeIndex(drafts.filter { $0.type == .dateline }.map(\.range))
      // The reporters of a dateline are no byline of their own.
      drafts.removeAll { $0.type == .byline && datelines.overlaps($0.range) }
      drafts = winners(drafts)
      BylineRules.dropInner(&drafts)
      for index in drafts.indices where !plain.contains(drafts[index].type) { readStance(of: &drafts[index], context) }
      context.drafts.append(contentsOf: drafts)
    }
    BylineRules.addAcrossLines(to: &context)
    BylineRules.addBelowHeadline(to: &context)
    BylineRules.addSignatures(to: &context)
  }

  /// Types that state nothing which could be denied or planned, and changes, which read it themselves.
  private static let plain: Set<FactType> = [.dateline, .byline, .alias, .change]

  /// From the start of its clause to the end of the match.
  private static func readStance(of draft: inout FactDraft, _ context: FactContext) {
    guard var first = context.stream.token(startingAt: draft.range.lowerBound),
      let last = context.stream.token(endingAt: draft.range.upperBound)
    else { return }
    let from = first
    while first > 0, from - first < 24, context.token(first - 1).end == context.token(first).start,
      !context.endsClause(first - 1)
    { first -= 1 }
    Stance.read(first..<last + 1, context, into: &draft)
  }

  private static func draft(of match: RuleMatch, _ entry: RuleProgram.Entry, _ context: FactContext) -> FactDraft? {
    guard case .fact(let type) = entry.rule.record else { return nil }
    var draft = FactDraft(type: type, rule: entry.rule.name, range: match.range)
    draft.priority = entry.rule.priority
    func pieces(_ name: String) -> [FactPiece] {
      guard let slot = entry.captures.firstIndex(of: name) else { return [] }
      return match.pieces.filter { $0.slot == Int32(slot) }.map { piece($0.range, context) }
    }
    for argument in entry.rule.resolvedArguments {
      switch argument.source {
      case .word(let word): draft.arguments.append((argument.name, .word(word)))
      case .list(let name):
        let found = pieces(name)
        if !found.isEmpty { draft.arguments.append((argument.name, .list(found))) }
      case .capture(let name):
        let found = pieces(name)
        if found.count == 1 { draft.set(argument.name, found[0]) }
        if found.count > 1 { draft.arguments.append((argument.name, .list(found))) }
      }
    }
    return draft
  }

  /// A captured piece with the mention that is exactly it, or the only one at its end.
  private static func piece(_ range: Range<Int>, _ context: FactContext) -> FactPiece {
    var piece = FactPiece(range: range)
    if let token = context.stream.token(startingAt: range.lowerBound), context.token(token).range == range {
      piece.mention = Int(context.token(token).mention)
    }
    return piece
  }

  /// Of facts of one type over the same text only that of the highest priority; a fact inside another gives way to it.
  private static func winners(_ drafts: [FactDraft]) -> [FactDraft] {
    if drafts.count < 2 { return drafts }
    let order = drafts.indices.sorted {
      let (a, b) = (drafts[$0], drafts[$1])
      return (-a.priority, -a.range.count, a.range.lowerBound, $0) < (
        -b.priority, -b.range.count, b.range.lowerBound, $1
      )
    }
    // By type and piece: the facts that are kept, so that only those with a common piece are compared.
    var kept: [Holder: [Set<FactPiece>]] = [:]
    var result: [(index: Int, draft: FactDraft)] = []
    for index in order {
      let pieces = allPieces(drafts[index])
      if let any = pieces.first,
        kept[Holder(type: drafts[index].type, piece: any), default: []].contains(where: { $0.isSuperset(of: pieces) })
      {
        continue
      }
      for piece in pieces { kept[Holder(type: drafts[index].type, piece: piece), default: []].append(pieces) }
      result.append((index, drafts[index]))
    }
    return result.sorted { $0.index < $1.index }.map(\.draft)
  }

  private struct Holder: Hashable {
    var type: FactType
    var piece: FactPiece
  }

  private static func allPieces(_ draft: FactDraft) -> Set<FactPiece> {
    var pieces: Set<FactPiece> = []
    for (_, value) in draft.arguments {
      switch value {
      case .piece(let piece): pieces.insert(piece)
      case .list(let list): pieces.formUnion(list)
      default: break
      }
    }
    return pieces
  }
}
