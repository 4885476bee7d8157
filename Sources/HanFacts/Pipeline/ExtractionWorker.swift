import HanText

/// Extracts one document after the other with reused buffers; one per thread.
///
/// `extract` is the way of a text, top to bottom: source text, scanned dates and figures, lattice and best path,
/// document pass, mentions, things, values, facts, record.
package struct ExtractionWorker {
  private let knowledge: KnowledgeBase
  private let decoder: DocumentDecoder
  private var text = SourceText()
  private var scanned = ScannedCandidates()
  private var factExtractor: FactExtractor

  init(knowledge: KnowledgeBase, rules: RuleSet = .standard) {
    self.knowledge = knowledge
    decoder = DocumentDecoder(knowledge: knowledge)
    factExtractor = FactExtractor(knowledge: knowledge, rules: rules)
  }

  /// Steps that the rules of the last document took; for tests.
  package var ruleSteps: Int { factExtractor.steps }

  /// Extracts the records of UTF-8 bytes; throws the offset of the first invalid byte.
  package mutating func extract(utf8: UnsafeBufferPointer<UInt8>, id: String, options: ExtractionOptions)
    throws(TextDecodingError) -> Document
  {
    try text.reload(utf8: utf8, layout: options.layout)
    scanned.scan(text, knowledge)
    decoder.decode(text, spans: scanned.spans)
    var mentions = MentionBuilder(knowledge: knowledge, text: text).mentions(of: decoder.decoded)
    PlaceResolver(knowledge: knowledge, text: text).resolve(&mentions)
    let dates = scanned.dateMentions(of: decoder.decoded, text, knowledge, given: options.referenceDate)
    mentions.append(contentsOf: dates.mentions)
    mentions.append(contentsOf: scanned.figureMentions(of: decoder.decoded, text))
    OverlayBuilder(knowledge: knowledge, text: text).add(to: &mentions, decoder.decoded)
    mentions.sortByPlace()
    ThingGrouper(knowledge: knowledge, text: text).group(&mentions)
    factExtractor.addTitles(to: &mentions, document: decoder.decoded, text: text, beforeFacts: options.facts)
    let assembler = RecordAssembler(knowledge: knowledge, text: text, options: options)
    var document = Document(id: id, length: .init(utf8: text.utf8Count, scalars: text.scalarCount))
    document.referenceDate = dates.reference
    document.entities = assembler.entities(mentions)
    if options.facts {
      document.facts = factExtractor.facts(document: decoder.decoded, mentions: mentions, text: text)
    }
    return document
  }
}
