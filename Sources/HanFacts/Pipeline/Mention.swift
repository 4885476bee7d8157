import HanGazetteer

/// A row of a gazetteer that a record stands on.
struct EntryReference: BitwiseCopyable {
  /// 0 is the built-in image, 1 the user's.
  var image: UInt8
  /// The entry in the image.
  var entry: Int32
  private let start: Int
  private let end: Int

  init(image: UInt8, entry: Int32, range: Range<Int>) {
    self.image = image
    self.entry = entry
    (start, end) = (range.lowerBound, range.upperBound)
  }

  /// The surface that matched it, as a range of the stream.
  var range: Range<Int> { start..<end }
}

/// The type of a mention: the built-in ones by number.
enum MentionType: UInt8, BitwiseCopyable {
  case person, organization, place, date, figure, title, work, event
  /// A type of a user's tables or rules, which the mention's `extra` names.
  case other

  /// The number of a type.
  init(_ type: EntityType) {
    self = EntityType.standard.firstIndex(of: type).flatMap { MentionType(rawValue: UInt8($0)) } ?? .other
  }

  /// The type of records; nil for users' types.
  var standard: EntityType? { self == .other ? nil : EntityType.standard[Int(rawValue)] }
}

/// What few mentions have.
final class MentionExtra {
  /// The type, where it is a user's.
  let type: EntityType?
  /// The rule's whole name, where the rule is a user's.
  let rule: String?
  /// The value of a date or figure.
  let value: EntityValue?
  /// Rows of the scanners' tables, `table:surface`.
  let ownRows: [String]

  /// What a user's table or rule gives.
  init(type: EntityType?, rule: String? = nil) {
    self.type = type
    self.rule = rule
    value = nil
    ownRows = []
  }

  /// What a scanner gives.
  init(value: consuming EntityValue, ownRows: [String]) {
    type = nil
    rule = nil
    self.value = value
    self.ownRows = ownRows
  }
}

/// A record in the making: ranges of the normalised stream and numbers instead of strings.
///
/// What has no fixed size stands in the `MentionNotes` of the document, strings and values in `extra`, so that a
/// mention is moved and copied as plain memory.
struct Mention {
  var range: Range<Int>
  /// The rule's name behind that of the type: `gazetteer` for `place.gazetteer`.
  var rule: StaticString
  var type: MentionType
  var source: EdgeSource
  var isNested = false
  /// The kind, as `RecordVocabulary` numbers kinds; 0 is none.
  var kind: KindCode = 0
  /// How much dearer the best reading without it is, in thousandths of a nat.
  var margin: Int32 = 4_000
  /// The thing's number in the document, from 1, per type; 0 for types that are not grouped.
  var thing = 0
  /// The number of its canonical name in the notes, or -1.
  var canonical: Int32 = -1
  /// The code of a place in the notes, or -1.
  var place: Int32 = -1
  /// Its rows and parts in the notes.
  var rows: NoteRange = .none
  var parts: NoteRange = .none
  var extra: MentionExtra?

  init(range: Range<Int>, type: MentionType, kind: KindCode = 0, rule: StaticString, source: EdgeSource) {
    self.range = range
    self.type = type
    self.kind = kind
    self.rule = rule
    self.source = source
  }

  /// A mention that a user's rule makes.
  init(range: Range<Int>, type: EntityType, ownRule: String) {
    let number = MentionType(type)
    self.init(range: range, type: number, rule: "", source: .word)
    extra = MentionExtra(type: number == .other ? type : nil, rule: ownRule)
  }

  /// The type of the record.
  var entityType: EntityType { type.standard ?? extra?.type ?? EntityType(rawValue: "") }

  /// The value of a date or figure. That of a place is read from its row, see `RecordAssembler`.
  var value: EntityValue? { extra?.value }

  /// Rows of the scanners' tables, `table:surface`.
  var ownRows: [String] { extra?.ownRows ?? [] }
}

/// A name inside a mention that hides it.
struct MentionPart: BitwiseCopyable {
  private let start: Int
  private let end: Int
  let type: MentionType
  let kind: KindCode

  init(range: Range<Int>, type: MentionType, kind: KindCode) {
    (start, end) = (range.lowerBound, range.upperBound)
    self.type = type
    self.kind = kind
  }

  var range: Range<Int> { start..<end }
}

/// Elements in a row of a buffer of the notes.
struct NoteRange: BitwiseCopyable {
  var start: Int32
  var count: Int32

  static let none = NoteRange(start: 0, count: 0)
  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// Where a value stands in the JSON of its document; empty where it does not.
struct WrittenValue: BitwiseCopyable {
  private let start: Int
  private let end: Int

  init(_ range: Range<Int>) { (start, end) = (range.lowerBound, range.upperBound) }

  var range: Range<Int> { start..<end }
}

/// What the mentions of a document refer to; the buffers are a worker's and are reused from document to document.
final class MentionNotes {
  let rows = ScratchBuffer<EntryReference>(capacity: 1_024)
  let parts = ScratchBuffer<MentionPart>(capacity: 256)
  let places = ScratchBuffer<PlaceCells>(capacity: 256)
  let names = NameTable()
  /// By mention: where `RecordWriter` wrote its value.
  let values = ScratchBuffer<WrittenValue>(capacity: 256)

  /// Forgets the document before.
  func removeAll() {
    rows.count = 0
    parts.count = 0
    places.count = 0
    values.count = 0
    names.removeAll()
  }

  /// Keeps one row.
  func row(_ row: EntryReference) -> NoteRange {
    rows.append(row)
    return NoteRange(start: Int32(rows.count - 1), count: 1)
  }
}
