import HanText

/// Makes the titles, the mentions of users' rules, and the facts of a document.
///
/// One per worker: its buffers are reused from document to document. The stages run in this order, each linear in the
/// text: titles beside persons, entity rules, then the families of facts, then their order and identity.
struct FactExtractor {
  private let knowledge: KnowledgeBase
  private let lexicon: FactLexicon
  private let stream = FactStream()
  private let entityMatcher: RuleMatcher
  private let factMatcher: RuleMatcher
  private let rules: RuleSet
  private let shortNames = ShortNames()
  private var holdings: [RoleFacts.Holding] = []

  /// Makes an extractor of these rules.
  init(knowledge: KnowledgeBase, rules: RuleSet = .standard) {
    self.knowledge = knowledge
    self.rules = rules
    lexicon = knowledge.scanners.factLexicon
    entityMatcher = RuleMatcher(program: rules.entityProgram)
    factMatcher = RuleMatcher(program: rules.factProgram)
  }

  /// Steps that the rules of the last document took; for tests.
  var steps: Int { entityMatcher.steps + factMatcher.steps }

  /// Adds the titles beside persons, and the mentions that entity rules make. Mentions are in text order before and after.
  ///
  /// - Parameter beforeFacts: whether `facts` is asked for next
  mutating func addTitles(
    to mentions: inout [Mention], document: DecodedDocument, text: SourceText, notes: MentionNotes,
    beforeFacts: Bool = true
  ) {
    text.folded.withUnsafeBufferPointer { if let folded = $0.baseAddress { shortNames.link(&mentions, folded) } }
    let needsAll = beforeFacts || !rules.entityProgram.entries.isEmpty
    stream.fill(document, mentions, text, lexicon, onlyPersons: !needsAll)
    holdings.removeAll(keepingCapacity: true)
    if !needsAll, stream.tokens.count == 0 { return }
    var added: [Mention] = []
    text.folded.withUnsafeBufferPointer { folded in
      guard let folded = folded.baseAddress else { return }
      let context = FactContext(
        stream: stream, document: document, knowledge: knowledge, lexicon: lexicon, folded: folded, mentions: mentions,
        notes: notes)
      var finder = TitleFinder(context: context)
      finder.find()
      for title in finder.titles {
        let range = Self.behindOwnPaper(title.range, folded)
        added.append(Mention(range: range, type: .title, rule: title.rule, source: .word))
      }
      for holding in finder.holdings {
        var role = RoleFacts.Holding(holding, context)
        role.title = Self.behindOwnPaper(role.title, folded)
        holdings.append(role)
      }
    }
    if !added.isEmpty {
      Self.keepLongest(&added)
      mentions.append(contentsOf: added)
      mentions.sortByPlace()
      if needsAll { stream.merge(mentions, text, lexicon) }
    }
    if !needsAll { return }
    addRuleEntities(to: &mentions, document, text, notes)
  }

  /// 本报|记者: the paper that speaks of itself is no part of the post.
  private static func behindOwnPaper(_ range: Range<Int>, _ folded: UnsafePointer<UInt32>) -> Range<Int> {
    guard range.count > 3, folded[range.lowerBound] == 0x672C else { return range }
    switch folded[range.lowerBound + 1] {
    // 报 刊 社 网 台
    case 0x62A5, 0x520A, 0x793E, 0x7F51, 0x53F0: return range.lowerBound + 2..<range.upperBound
    default: return range
    }
  }

  /// Titles that were found twice are kept once, the longest of those that overlap.
  private static func keepLongest(_ titles: inout [Mention]) {
    titles.sortByPlace()
    var end = -1
    titles.removeAll { title in
      if title.range.lowerBound < end { return true }
      end = title.range.upperBound
      return false
    }
  }

  private func addRuleEntities(
    to mentions: inout [Mention], _ document: DecodedDocument, _ text: SourceText, _ notes: MentionNotes
  ) {
    guard !rules.entityProgram.entries.isEmpty else { return }
    var found: [(mention: Mention, priority: Int, rule: Int32)] = []
    text.folded.withUnsafeBufferPointer { folded in
      guard let folded = folded.baseAddress else { return }
      let input = RuleInput(
        stream: stream, mentions: mentions, document: document, knowledge: knowledge, folded: folded,
        notes: notes)
      for match in entityMatcher.matches(input) {
        let entry = rules.entityProgram.entries[Int(match.rule)]
        guard case .entity(let type) = entry.rule.record else { continue }
        var range = match.range
        if let span = entry.rule.span, let slot = entry.captures.firstIndex(of: span),
          let piece = match.pieces.first(where: { $0.slot == Int32(slot) })
        {
          range = piece.range
        }
        found.append(
          (Mention(range: range, type: type, ownRule: entry.rule.name), entry.rule.priority, match.rule))
      }
    }
    if found.isEmpty { return }
    found.sort {
      ($1.priority, $1.mention.range.count, $0.mention.range.lowerBound, $0.rule) < (
        $0.priority, $0.mention.range.count, $1.mention.range.lowerBound, $1.rule
      )
    }
    var taken: [EntityType: TakenPlaces] = [:]
    for type in Set(found.map(\.mention.entityType)) { taken[type] = TakenPlaces(count: text.count) }
    for mention in mentions { _ = taken[mention.entityType]?.take(mention.range) }
    for candidate in found where taken[candidate.mention.entityType]?.take(candidate.mention.range) ?? false {
      mentions.append(candidate.mention)
    }
    mentions.sortByPlace()
    stream.merge(mentions, text, lexicon)
  }

  /// The facts of the document that `addTitles` read last; its mentions are complete and in text order.
  func facts(document: DecodedDocument, mentions: [Mention], text: SourceText, notes: MentionNotes) -> [Fact] {
    var facts: [Fact] = []
    withFacts(document: document, mentions: mentions, text: text, notes: notes) { facts = $0.facts() }
    return facts
  }

  /// Finds those facts, and hands them on to be made or written; without a text there are none.
  func withFacts(
    document: DecodedDocument, mentions: [Mention], text: SourceText, notes: MentionNotes,
    _ body: (FactAssembler) -> Void
  ) {
    text.folded.withUnsafeBufferPointer { folded in
      guard let folded = folded.baseAddress else { return }
      var context = FactContext(
        stream: stream, document: document, knowledge: knowledge, lexicon: lexicon, folded: folded, mentions: mentions,
        notes: notes)
      context.titles = TitleReferences(
        holdings.compactMap { holding in
          stream.token(startingAt: holding.person.lowerBound).flatMap { token in
            let mention = Int(stream.tokens.base[token].mention)
            return mention >= 0 ? TitleReferences.Holder(title: holding.title, person: mention) : nil
          }
        })
      RuleFacts.add(to: &context, matcher: factMatcher, program: rules.factProgram)
      ChangeRules.addListed(to: &context)
      RoleFacts.add(holdings, to: &context)
      var quotations = QuotationFinder(context: context)
      quotations.find()
      context.drafts.append(contentsOf: quotations.drafts)
      let changed = Set(
        context.drafts.flatMap { draft in
          draft.type == .change ? ["figure", "from", "to"].compactMap { draft.piece($0)?.mention } : []
        })
      var measurements = MeasurementFinder(context: context, text: text, changed: changed)
      measurements.find()
      let measured = context.drafts.count
      context.drafts.append(contentsOf: measurements.drafts)
      ChangeRules.complete(&context.drafts, context, text)
      MeasurementFinder.keepStated(&context.drafts, from: measured)
      AliasRules.addBracketed(to: &context)
      AliasRules.addNames(to: &context)
      QuotationSources.mark(&context.drafts)
      body(FactAssembler(context: context, text: text))
    }
  }
}
