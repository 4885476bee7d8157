import HanText

/// What the decoder reads of a document: pointers into its arrays, valid while the document is processed.
struct DecoderInput {
  /// The folded scalars.
  let folded: UnsafePointer<UInt32>
  /// The layout flags.
  let flags: UnsafePointer<UInt8>
  /// The character codes, an array for each image of the knowledge.
  let codes: [UnsafePointer<UInt16>]
  /// How many characters there are.
  let count: Int
}

/// A date or figure that a scanner found, as the decoder sees it.
struct ScannedSpan: BitwiseCopyable {
  /// First character in the document.
  var start: Int32
  /// One past the last character.
  var end: Int32
  /// The cost of its edge, in thousandths of a nat.
  var cost: Int32
  /// `date` or `figure`.
  var wordClass: WordClass
  /// Its number among the scanner's candidates.
  var candidate: Int32
  /// A number without a unit or an ordinal: it may stand in the name of an organization.
  var isBare: Bool

  /// The `kind` of the token of a date; that of a figure is 0.
  static let dateKind: UInt16 = 1
}

/// A listed event or work: it stands over the tokens.
struct Overlay: BitwiseCopyable {
  var start: Int
  var end: Int
  var entry: Int32
  var image: UInt8
}

/// One token of the best path.
package struct DecodedToken: BitwiseCopyable, Sendable {
  /// First character in the normalised stream.
  package var start: Int
  /// One past the last character.
  package var end: Int
  /// What it is.
  package var wordClass: WordClass
  /// Who made its edge.
  package var source: EdgeSource
  /// The flags of its gazetteer entry.
  package var flags: UInt8
  /// The image of the entry.
  package var image: UInt8
  /// The kind, as that image numbers kinds.
  package var kind: UInt16
  /// The gazetteer entry, the scanner's candidate, or -1.
  package var entry: Int32
  /// What the best path paid for it, transition included, in thousandths of a nat.
  package var cost: Int32
  /// Of a record: how much dearer the best path without it is, in thousandths of a nat; see `PathSearch.setMargins`.
  package var margin: Int32 = DecodedToken.unknownMargin
  /// Where the tokens inside a composed organization begin in `DecodedSentence.inner`, and how many there are.
  package var innerStart: Int32
  package var innerCount: Int32

  /// The margin of what other rules than the search made.
  package static let unknownMargin: Int32 = 4_000

  /// Whether it is a body that no table lists.
  var isGeneratedBody: Bool {
    @inline(__always) get { innerCount > 0 || source == .document && wordClass == .organization }
  }

  /// Makes a token; for tests.
  package init(start: Int, end: Int, wordClass: WordClass) {
    self.start = start
    self.end = end
    self.wordClass = wordClass
    source = .word
    flags = 0
    image = 0
    kind = 0
    entry = -1
    cost = 0
    innerStart = 0
    innerCount = 0
  }
}
