import HanFacts

/// Writes brat's standoff format: for each document a `.txt` and an `.ann`, for the folder an `annotation.conf`.
///
/// Entities are text-bound annotations (`T`), in pieces where a line end splits a mention; facts are events (`E`)
/// whose trigger is the cue, the title or the figure, an alias is a relation (`R`); kind, value, modifier and unit
/// are attributes (`A`); codes of places and the things that mentions share are normalisations (`N`).
/// ```swift
/// var writer = BratWriter()
/// let files = writer.files(for: document, source: Array(text.utf8))
/// // write files.text to files.name + ".txt", files.annotations to files.name + ".ann", and at the end
/// // writer.configuration() to annotation.conf
/// ```
public struct BratWriter: Sendable {
  private var names = BratNames()
  private var vocabulary = BratVocabulary()

  /// A writer for one folder.
  public init() {}

  /// The files of a document. Linear in the text and its records.
  public mutating func files(for document: Document, source: [UInt8]) -> BratFiles {
    let scalars = Self.scalars(of: source)
    var page = BratPage(scalars: scalars)
    page.add(document)
    vocabulary.add(page.vocabulary)
    return BratFiles(name: names.name(for: document.id), text: Self.bytes(of: scalars), annotations: page.out)
  }

  /// The bytes of `annotation.conf`, which names all types of the documents written so far.
  public func configuration() -> [UInt8] { Array(vocabulary.configuration.utf8) }

  /// The characters of a source, with line ends that every reader counts alike.
  private static func scalars(of source: [UInt8]) -> [Unicode.Scalar] {
    var scalars = Array(String(decoding: source, as: UTF8.self).unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars[0] = " " }
    for index in scalars.indices where scalars[index] == "\r" {
      scalars[index] = index + 1 < scalars.count && scalars[index + 1] == "\n" ? " " : "\n"
    }
    return scalars
  }

  private static func bytes(of scalars: [Unicode.Scalar]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(scalars.count * 3)
    for scalar in scalars { out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return out
  }
}
