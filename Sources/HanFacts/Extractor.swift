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
public struct Extractor: Sendable {
  /// An extractor with the built-in knowledge.
  public init() throws {}

  /// Extracts the records of a text.
  public func extract(_ text: String, referenceDate: ReferenceDate? = nil, id: String = "-") -> Document {
    Document(id: id, length: .init(utf8: text.utf8.count, scalars: text.unicodeScalars.count))
  }

  /// A worker with scratch buffers of its own, for one thread.
  package func makeWorker() -> ExtractionWorker { ExtractionWorker() }
}

/// Extracts one document after the other with reused buffers; one per thread.
package struct ExtractionWorker {
  /// Extracts the records of UTF-8 bytes; throws the offset of the first invalid byte.
  package mutating func extract(utf8: UnsafeBufferPointer<UInt8>, id: String, options: ExtractionOptions)
    throws(TextDecodingError) -> Document
  {
    Document(id: id, length: .init(utf8: utf8.count, scalars: 0))
  }
}
