import HanText

@testable import HanFacts

/// The pipeline cut into stages that can be run alone. It follows `ExtractionWorker.read`.
final class Pipeline {
  private let knowledge: KnowledgeBase
  private let decoder: DocumentDecoder
  private var worker: ExtractionWorker
  private var text = SourceText()
  private var scanned = ScannedCandidates()
  private var json: [UInt8] = []
  private var options = ExtractionOptions()

  init(_ extractor: Extractor) {
    knowledge = extractor.knowledge.base
    decoder = DocumentDecoder(knowledge: knowledge)
    worker = extractor.makeWorker()
  }

  /// Where a run ends.
  enum Stage: String, CaseIterable {
    case text = "decoding, layout"
    case scan = "dates, figures scanned"
    case lattice = "lattice, best path"
    case records = "mentions, values"
    case facts = "facts"
    case json = "JSON"
  }

  /// Runs the stages up to one over a document.
  func run(_ bytes: [UInt8], to stage: Stage) {
    bytes.withUnsafeBufferPointer { bytes in
      do {
        switch stage {
        case .text, .scan, .lattice:
          try text.reload(utf8: bytes)
          if stage == .text { return }
          scanned.scan(text, knowledge)
          if stage == .scan { return }
          decoder.decode(text, spans: scanned.spans)
        case .records, .facts, .json:
          options.facts = stage != .records
          if stage != .json {
            _ = try worker.read(bytes, id: "benchmark", options)
            return
          }
          json.removeAll(keepingCapacity: true)
          try worker.appendJSON(utf8: bytes, id: "benchmark", options: options, to: &json)
        }
      } catch { fatalError("\(error)") }
    }
  }
}
