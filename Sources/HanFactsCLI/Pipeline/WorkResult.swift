import HanFacts

/// What a worker made of a file or of some lines: documents and failures in input order.
struct WorkResult: Sendable {
  /// A document that is to be written.
  struct Record: Sendable {
    /// Its name, in messages.
    var id: String
    /// Where it came from, in messages.
    var place: String
    var fingerprint: DocumentFingerprint
    /// Its share of `bytes`, where the format needs no order.
    var rendered: Range<Int>
    /// The document and its text, where the format does.
    var document: (Document, source: [UInt8])?
  }

  /// One step of the input.
  enum Step: Sendable {
    case record(Record)
    case failure(String)
  }

  /// The steps in input order.
  var steps: [Step] = []
  /// The rendered documents.
  var bytes: [UInt8] = []
  /// How much of the input this is.
  var inputSize = 0

  /// A result without documents.
  static func failure(_ message: String) -> WorkResult { WorkResult(steps: [.failure(message)]) }

  /// The bytes that wait in memory until it is its turn.
  var weight: Int {
    steps.reduce(bytes.count) { sum, step in
      guard case .record(let record) = step, let document = record.document else { return sum }
      return sum + document.source.count + (document.0.entities.count + document.0.facts.count) * 400
    }
  }
}
