/// A source, decoded and freed from its layout, with the way back to every character's place.
///
/// The *normalised stream* is the text without layout: wrapped line ends and stray blanks are gone, a paragraph end
/// is one U+000A, words in Latin script are parted by one blank. Positions in the stream are called indices; offsets
/// are places in the source. A value is immutable but for ``reload(utf8:layout:)`` and may be shared by threads.
///
/// ```swift
/// let text = SourceText("新华社北京 9 月 15 日电（记者姜\n微、周琳）")
/// text.text(0..<text.count)    // 新华社北京9月15日电（记者姜微、周琳）
/// text.range(14..<16).scalars  // 18..<21, 姜⏎微
/// ```
public struct SourceText: Sendable {
  /// The source as well-formed UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// The layout that was asked for.
  public private(set) var layout: LayoutMode = .auto
  /// The sentences of the stream, in order; together they hold every character but U+000A.
  package private(set) var sentences: [Range<Int>] = []
  var stream = NormalizedStream()
  var scanner = LineScanner()

  /// Decodes a source of UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole source; a byte order mark is allowed and counted by offsets.
  ///   - layout: how line ends are read.
  /// - Throws: ``TextDecodingError`` with the offset of the first invalid byte.
  /// - Complexity: O(n), some 20 bytes of memory a character.
  public init(utf8 bytes: consuming [UInt8], layout: LayoutMode = .auto) throws(TextDecodingError) {
    if let error = bytes.withUnsafeBufferPointer({ Self.error(in: $0) }) { throw error }
    self.bytes = bytes
    self.layout = layout
    rebuild()
  }

  /// Takes a string as a source; its UTF-8 form is what offsets index. At most 2³² − 1 bytes.
  public init(_ string: String, layout: LayoutMode = .auto) {
    bytes = Array(string.utf8)
    precondition(bytes.count <= Int(UInt32.max), "text longer than 4294967295 bytes")
    self.layout = layout
    rebuild()
  }

  /// An empty text, to be filled by ``reload(utf8:layout:)``.
  public init() {}

  /// Replaces the source, keeping the memory of the one before: the fast way through many documents.
  ///
  /// - Throws: ``TextDecodingError``; the text is then what it was before.
  /// - Complexity: O(n).
  public mutating func reload(
    utf8 source: UnsafeBufferPointer<UInt8>, layout: LayoutMode = .auto
  ) throws(TextDecodingError) {
    if let error = Self.error(in: source) { throw error }
    reload(wellFormed: source, layout: layout)
  }

  /// Replaces the source by bytes that are known to be well-formed UTF-8, at most 2³² − 1 of them.
  package mutating func reload(wellFormed source: UnsafeBufferPointer<UInt8>, layout: LayoutMode = .auto) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: source)
    self.layout = layout
    rebuild()
  }

  private static func error(in source: UnsafeBufferPointer<UInt8>) -> TextDecodingError? {
    if source.count > Int(UInt32.max) { return TextDecodingError(.tooLong, byteOffset: Int(UInt32.max)) }
    return UTF8Validation.firstInvalidOffset(in: source).map { TextDecodingError(.invalidUTF8, byteOffset: $0) }
  }

  private mutating func rebuild() {
    bytes.withUnsafeBufferPointer { source in
      scanner.reset()
      stream.decode(UTF8Decoding.scalarCount(of: source)) { scanner.scan(source, into: $0) }
      LayoutAnalysis.markContinuations(&scanner.lines, mode: layout)
      stream.fill(
        from: source, lines: scanner.lines, scalarCount: scanner.scalarCount, keepsLineEnds: layout == .verbatim)
    }
    sentences.removeAll(keepingCapacity: true)
    stream.scalars.withUnsafeBufferPointer { SentenceIndex.find(in: $0, into: &sentences) }
  }
}

extension SourceText {
  /// The number of characters in the stream.
  public var count: Int { stream.scalars.count }
  /// The length of the source in UTF-8 bytes.
  public var utf8Count: Int { bytes.count }
  /// The length of the source in Unicode scalars.
  public var scalarCount: Int { scanner.scalarCount }
  /// The length of the source in UTF-16 code units.
  public var utf16Count: Int { scanner.scalarCount + scanner.astral.count }

  /// The stream: scalar values without layout.
  package var scalars: [UInt32] { stream.scalars }
  /// The stream folded for matching, of the same length; see ``FoldingTable``.
  package var folded: [UInt32] { stream.folded }
  /// Has a character of the stream matched as another one; nothing happens where the stream has no such place.
  package mutating func refold(_ offset: Int, as scalar: UInt32) {
    if stream.folded.indices.contains(offset) { stream.folded[offset] = scalar }
  }
  /// For each character what stood before it; see ``CharacterFlags``.
  package var flags: [UInt8] { stream.flags }
  /// For each character its offset in the source in UTF-8 bytes, ascending.
  package var utf8Offsets: [UInt32] { stream.utf8Offsets }
  /// For each character its offset in the source in scalars, ascending.
  package var scalarOffsets: [UInt32] { stream.scalarOffsets }
  /// The paragraphs of the stream, without their U+000A; none is empty.
  package var paragraphs: [Range<Int>] { stream.paragraphs }
}
