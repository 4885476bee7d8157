import HanText

/// Extracts one document after the other with reused buffers; one per thread.
///
/// `extract` is the way of a text, top to bottom: source text, scanned dates and figures, lattice and best path,
/// document pass, mentions, things, values, facts, record.
package struct ExtractionWorker {
  private let knowledge: KnowledgeBase
  private let decoder: DocumentDecoder
  private var text = SourceText()
  private var spans: [ScannedSpan] = []

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    decoder = DocumentDecoder(knowledge: knowledge)
  }

  /// Extracts the records of UTF-8 bytes; throws the offset of the first invalid byte.
  package mutating func extract(utf8: UnsafeBufferPointer<UInt8>, id: String, options: ExtractionOptions)
    throws(TextDecodingError) -> Document
  {
    try text.reload(utf8: utf8, layout: options.layout)
    spans.removeAll(keepingCapacity: true)
    decoder.decode(text, spans: spans)
    var mentions = MentionBuilder(knowledge: knowledge, text: text).mentions(of: decoder.decoded)
    ThingGrouper(knowledge: knowledge, text: text).group(&mentions)
    let assembler = RecordAssembler(knowledge: knowledge, text: text, options: options)
    var document = Document(id: id, length: .init(utf8: text.utf8Count, scalars: text.scalarCount))
    document.entities = assembler.entities(mentions)
    return document
  }
}
