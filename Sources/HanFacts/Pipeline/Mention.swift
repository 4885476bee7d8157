import HanGazetteer

/// A row of a gazetteer that a record stands on.
struct EntryReference: Hashable {
  /// 0 is the built-in image, 1 the user's.
  var image: UInt8
  /// The entry in the image.
  var entry: Int32
  /// The surface that matched it, as a range of the stream.
  var range: Range<Int>
}

/// A record in the making: ranges of the normalised stream instead of strings.
struct Mention {
  var range: Range<Int>
  var type: EntityType
  var kind: String?
  var rule: String
  var rows: [EntryReference] = []
  /// Rows of the scanners' tables, `table:surface`.
  var ownRows: [String] = []
  /// How much dearer the best reading without it is, in thousandths of a nat.
  var margin: Int32 = 4_000
  /// The thing's number in the document, from 1, per type; 0 for types that are not grouped.
  var thing = 0
  var canonical: String?
  var value: EntityValue?
  var parts: [MentionPart] = []
  var isNested = false
  var source: EdgeSource
}

/// A name inside a mention that hides it.
struct MentionPart {
  var range: Range<Int>
  var type: EntityType
  var kind: String?
  var rows: [EntryReference] = []
  var value: EntityValue?
}
