import HanText

/// Explains the records of a text: decodes their sentences again with each record's reading banned.
package struct Explainer {
  private let knowledge: Knowledge
  private let options: ExtractionOptions

  /// An explainer with the knowledge and options of an extraction.
  package init(extractor: Extractor, options: ExtractionOptions) {
    knowledge = extractor.knowledge
    self.options = options
  }

  /// Explains the records that touch some scalars of a text; nil asks for all.
  package func explain(utf8: UnsafeBufferPointer<UInt8>, id: String, scalars: Range<Int>?)
    throws(TextDecodingError) -> DocumentExplanation
  {
    let base = knowledge.base
    var worker = ExtractionWorker(knowledge: base)
    let document = try worker.extract(utf8: utf8, id: id, options: options)
    var text = SourceText()
    try text.reload(utf8: utf8, layout: options.layout)
    NameHyphens(knowledge: base).fold(&text)
    var scanned = ScannedCandidates()
    scanned.scan(text, base)
    let decoder = DocumentDecoder(knowledge: base)
    decoder.decode(text, spans: scanned.spans)
    let readings = Readings(text: text, spans: scanned.spans, decoder: decoder)
    var result = DocumentExplanation(document: document, explanations: [])
    for entity in document.entities where scalars.map({ entity.range.scalars.overlaps($0) }) ?? true {
      result.explanations.append(explanation(of: entity, readings))
    }
    if result.explanations.isEmpty, let scalars { result.reading = readings.reading(at: scalars) }
    return result
  }

  private func explanation(of entity: Entity, _ readings: Readings) -> Explanation {
    var explanation = Explanation(entity: entity, rows: entity.evidence.gazetteer.flatMap { rows($0, of: entity) })
    guard let (sentence, tokens) = readings.tokens(of: entity.range.scalars) else { return explanation }
    let compared = readings.compare(sentence, tokens)
    explanation.surfaceCost = Double(compared.surface) / 1_000
    explanation.transitionCost = Double(compared.transition) / 1_000
    explanation.chosen = compared.chosen
    explanation.rejected = compared.rejected
    return explanation
  }

  /// The rows behind `table:surface`; of several the one whose thing the record is.
  private func rows(_ evidence: String, of entity: Entity) -> [Explanation.Row] {
    guard let colon = evidence.firstIndex(of: ":") else { return [] }
    let table = String(evidence[..<colon])
    let surface = String(evidence[evidence.index(after: colon)...])
    let found = knowledge.rows(of: surface).filter { $0.table == table }
    let meant = found.filter { row in
      guard let code = entity.place?.code else { return row.canonical == entity.canonical }
      return row.code == code
    }
    return (meant.isEmpty ? found : meant).map { row in
      Explanation.Row(
        table: table, line: row.line, surface: surface, canonical: row.canonical, kind: row.kind, code: row.code)
    }
  }
}
