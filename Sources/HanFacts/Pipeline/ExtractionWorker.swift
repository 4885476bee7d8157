import HanText

/// Extracts one document after the other with reused buffers; one per thread.
///
/// `read` is the way of a text, top to bottom: source text, scanned dates and figures, lattice and best path,
/// document pass, mentions, things, values, facts. What it found becomes a `Document`, or is written as JSON at once.
package struct ExtractionWorker {
  private let knowledge: KnowledgeBase
  private let decoder: DocumentDecoder
  private var text = SourceText()
  private var scanned = ScannedCandidates()
  private var mentions: [Mention] = []
  private let notes = MentionNotes()
  private let places: PlaceResolver
  private var factExtractor: FactExtractor
  private let output = Output()

  /// The bytes of a document in the making, in memory that is kept.
  private final class Output {
    var buffer = JSONBuffer(capacity: 1 << 14)
  }

  init(knowledge: KnowledgeBase, rules: RuleSet = .standard) {
    self.knowledge = knowledge
    decoder = DocumentDecoder(knowledge: knowledge)
    places = PlaceResolver(knowledge: knowledge)
    factExtractor = FactExtractor(knowledge: knowledge, rules: rules)
  }

  /// Steps that the rules of the last document took; for tests.
  package var ruleSteps: Int { factExtractor.steps }

  /// Extracts the records of UTF-8 bytes; throws the offset of the first invalid byte.
  package mutating func extract(utf8: UnsafeBufferPointer<UInt8>, id: String, options: ExtractionOptions)
    throws(TextDecodingError) -> Document
  {
    var document = try read(utf8, id: id, options)
    if options.facts {
      document.facts = factExtractor.facts(document: decoder.decoded, mentions: mentions, text: text, notes: notes)
    }
    let assembler = RecordAssembler(knowledge: knowledge, text: text, notes: notes, options: options)
    document.entities = assembler.entities(mentions)
    return document
  }

  /// Extracts the records of UTF-8 bytes and appends the compact object that `Document.appendJSON` would: the fast way.
  ///
  /// - Parameter isValid: whether the bytes are known to be well-formed
  package mutating func appendJSON(
    utf8: UnsafeBufferPointer<UInt8>, isValid: Bool = false, id: String, options: ExtractionOptions,
    to out: inout [UInt8]
  ) throws(TextDecodingError) {
    let document = try read(utf8, isValid: isValid, id: id, options)
    var writer = RecordWriter(knowledge: knowledge, text: text, notes: notes, options: options)
    let output = output
    output.buffer.removeAll()
    writer.write(document, mentions, to: &output.buffer)
    output.buffer.raw("],\"facts\":[")
    if options.facts {
      factExtractor.withFacts(document: decoder.decoded, mentions: mentions, text: text, notes: notes) {
        $0.write(to: &output.buffer, values: notes.values)
      }
    }
    output.buffer.raw("]}")
    output.buffer.append(to: &out)
  }

  /// Reads a text: afterwards `mentions` are complete and in text order. The document has neither its
  /// entities nor its facts.
  mutating func read(
    _ utf8: UnsafeBufferPointer<UInt8>, isValid: Bool = false, id: String, _ options: ExtractionOptions
  ) throws(TextDecodingError) -> Document {
    if isValid, utf8.count <= Int(UInt32.max) {
      text.reload(wellFormed: utf8, layout: options.layout)
    } else {
      try text.reload(utf8: utf8, layout: options.layout)
    }
    NameHyphens(knowledge: knowledge).fold(&text)
    scanned.scan(text, knowledge)
    decoder.decode(text, spans: scanned.spans)
    notes.removeAll()
    mentions.removeAll(keepingCapacity: true)
    text.folded.withUnsafeBufferPointer { folded in
      text.flags.withUnsafeBufferPointer { flags in
        guard let base = folded.baseAddress, let flags = flags.baseAddress else { return }
        MentionBuilder(
          knowledge: knowledge, notes: notes, places: places, folded: base, flags: flags, count: folded.count
        )
        .add(decoder.decoded, to: &mentions)
        places.resolve(&mentions, base, notes)
      }
    }
    let reference = scanned.addDates(
      of: decoder.decoded, text, knowledge, given: options.referenceDate, to: &mentions)
    scanned.addFigures(of: decoder.decoded, text, to: &mentions)
    text.folded.withUnsafeBufferPointer { folded in
      OverlayBuilder(knowledge: knowledge, notes: notes, folded: folded).add(to: &mentions, decoder.decoded)
    }
    mentions.sortByPlace()
    ThingGrouper(knowledge: knowledge, text: text, notes: notes).group(&mentions)
    factExtractor.addTitles(
      to: &mentions, document: decoder.decoded, text: text, notes: notes, beforeFacts: options.facts)
    var document = Document(id: id, length: .init(utf8: text.utf8Count, scalars: text.scalarCount))
    document.referenceDate = reference
    return document
  }
}
