import HanText

/// What `Extractor.extract` is asked for.
public struct ExtractionOptions: Sendable {
  /// The types to list; nil lists all. Nesting is settled before.
  public var types: Set<EntityType>?
  /// Whether facts are made.
  public var facts = true
  /// Whether records inside others are listed too.
  public var nested = false
  /// How line ends are read.
  public var layout = LayoutMode.auto
  /// The date that relative dates are resolved against; nil looks for one in the text.
  public var referenceDate: ReferenceDate?

  /// Makes the default options.
  public init() {}
}

/// Pulls typed records out of Chinese text.
///
/// An extractor is immutable and shared by all threads; the same text gives the same records.
/// ```swift
/// let extractor = try Extractor()
/// let document = extractor.extract("新华社北京9月15日电（记者姜微、周琳）")
/// ```
public struct Extractor: Sendable {
  /// What it knows.
  public let knowledge: Knowledge
  /// The rules that make facts and the records of users' types.
  public let rules: RuleSet

  /// An extractor with the built-in knowledge and rules.
  public init() throws { self.init(knowledge: .standard) }

  /// An extractor with this knowledge and these rules, one set behind the other.
  public init(knowledge: Knowledge = .standard, rules: [RuleSet] = [.standard]) {
    self.knowledge = knowledge
    self.rules = rules.dropFirst().reduce(rules.first ?? .none) { $0.adding($1) }
  }

  /// Extracts the records of a text. Linear in the text.
  ///
  /// - Parameters:
  ///   - text: the text, layout included; offsets of records count in it
  ///   - referenceDate: the date that relative dates are resolved against; nil looks for one in the text
  ///   - id: the document's name in the record
  public func extract(_ text: String, referenceDate: ReferenceDate? = nil, id: String = "-") -> Document {
    var options = ExtractionOptions()
    options.referenceDate = referenceDate
    return extract(text, id: id, options: options)
  }

  /// Extracts the records of a text with options. Linear in the text.
  public func extract(_ text: String, id: String = "-", options: ExtractionOptions) -> Document {
    var worker = makeWorker()
    var text = text
    return text.withUTF8 { bytes in
      // A String is well-formed: decoding cannot fail.
      (try? worker.extract(utf8: bytes, id: id, options: options))
        ?? Document(id: id, length: .init(utf8: bytes.count, scalars: 0))
    }
  }

  /// A worker with scratch buffers of its own, for one thread.
  package func makeWorker() -> ExtractionWorker { ExtractionWorker(knowledge: knowledge.base, rules: rules) }
}
