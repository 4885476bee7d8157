/// A line of the source that is not blank, as the layout sees it. Sixteen bytes.
struct SourceLine {
  /// Byte offset of the first character that is not blank.
  var start: UInt32
  /// Byte offset behind the last character that is not blank.
  var end: UInt32
  /// Columns from `start` to `end`: two for wide characters, one for others; saturating.
  var width: UInt16 = 0
  /// Columns of leading blanks; saturating.
  var indent: UInt8 = 0
  /// Blank lines before it; saturating.
  var gap: UInt8 = 0
  /// What was seen in it.
  var traits: LineTraits = []

  /// The column where it ends.
  var edge: Int { Int(indent) + Int(width) }
}

/// What a line's characters say about its place in a paragraph.
struct LineTraits: OptionSet {
  let rawValue: UInt32

  /// A Markdown heading: one to six `#` and a blank.
  static let heading = LineTraits(rawValue: 1 << 0)
  /// Begins with a bullet as `●`, `◎`, `·`, `- `, `【`.
  static let bullet = LineTraits(rawValue: 1 << 1)
  /// Begins with a list number as `1.`, `（一）`, `二、`, `三是`.
  static let numbered = LineTraits(rawValue: 1 << 2)
  /// Ends with an end mark, closing marks behind it or not.
  static let endsSentence = LineTraits(rawValue: 1 << 3)
  /// Ends with `，`, `、`, or with the `·` inside a name.
  static let endsClause = LineTraits(rawValue: 1 << 4)
  /// Ends with `；`, a colon or a dash.
  static let endsPause = LineTraits(rawValue: 1 << 5)
  /// Ends with a closing bracket.
  static let endsBracket = LineTraits(rawValue: 1 << 6)
  /// A bracket or `《` is open at its end.
  static let openBracket = LineTraits(rawValue: 1 << 7)
  /// A `“` is open at its end.
  static let openQuote = LineTraits(rawValue: 1 << 8)
  /// Has a comma between clauses.
  static let clauses = LineTraits(rawValue: 1 << 9)
  /// Has an end mark or a `；` anywhere.
  static let sentences = LineTraits(rawValue: 1 << 10)
  /// Has a clause of under six columns before a comma, which headlines do not.
  static let shortClause = LineTraits(rawValue: 1 << 11)
  /// Has a blank between two Chinese characters, as bylines and tables do.
  static let innerGap = LineTraits(rawValue: 1 << 12)
  /// Has a run of single Chinese characters parted by blanks.
  static let letterSpaced = LineTraits(rawValue: 1 << 13)
  /// Begins with an opening bracket `（` or `(`.
  static let startsBracket = LineTraits(rawValue: 1 << 14)
  /// Has `、` between items.
  static let items = LineTraits(rawValue: 1 << 15)
  /// Has such a blank in its last columns, as a caption with `记者 崔力 摄` at its end.
  static let gapNearEnd = LineTraits(rawValue: 1 << 17)
  /// Begins as `一是` or `二要`: an item of a listing in prose, never a headline.
  static let enumerated = LineTraits(rawValue: 1 << 18)
  /// Begins with a mark that begins nothing, as `，`, `”` or `·` without a blank behind it.
  static let startsInside = LineTraits(rawValue: 1 << 19)
  /// Begins with a Latin word, which is not cut, an opening mark before it or not.
  static let startsLatin = LineTraits(rawValue: 1 << 20)
  /// Set by the analysis: continues the paragraph of the line before it.
  static let continues = LineTraits(rawValue: 1 << 16)

  /// Ends where a sentence or a listing may end; the opposite of the middle of a sentence.
  static let endsAnything: LineTraits = [.endsSentence, .endsPause]
  /// Has the punctuation of prose.
  static let prose: LineTraits = [.clauses, .sentences]
  /// Has punctuation that headlines seldom have.
  static let running: LineTraits = [.clauses, .sentences, .items, .openQuote, .openBracket]
}
