/// The records of one document in the form that is compared: their lines in text order, and where they stand.
///
/// Mentions and facts form one sequence, by the start of their ranges. A document that comes from a baseline has lines
/// only; one that comes from an extraction knows the places too.
public struct DiffDocument: Sendable {
  /// The document's name.
  public let id: String
  /// All lines, one after the other, without ends.
  private(set) var bytes: [UInt8]
  /// Where each line ends in `bytes`.
  private(set) var ends: [Int]
  /// Where each record stands; empty where that is not known.
  let places: [RecordPlace]
  /// How strong the boundary in the text before each record is, from 0; empty where that is not known.
  let breaks: [UInt8]
  /// Why each record stands; empty where that was not asked for.
  let evidence: [String]

  /// The number of records.
  public var count: Int { ends.count }

  /// The bytes of a line.
  func lineRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  func lineBytes(_ index: Int) -> ArraySlice<UInt8> { bytes[lineRange(index)] }

  /// A record's line, read. A line that a document holds is well-formed.
  func line(_ index: Int) -> RecordLine {
    (try? RecordLine(parsing: lineBytes(index)))
      ?? RecordLine(isFact: false, type: "", text: String(decoding: lineBytes(index), as: UTF8.self), fields: [])
  }

  func place(_ index: Int) -> RecordPlace? { places.isEmpty ? nil : places[index] }

  /// A document of lines alone, as a baseline has it.
  init(id: String, bytes: [UInt8], ends: [Int]) {
    self.id = id
    self.bytes = bytes
    self.ends = ends
    places = []
    breaks = []
    evidence = []
  }

  /// An empty document, what a missing one is compared with.
  init(emptyWithID id: String) { self.init(id: id, bytes: [], ends: []) }

  init(_ builder: Builder, id: String, text: [UInt8]?) {
    self.id = id
    let order = builder.items.indices.sorted { builder.items[$0].precedes(builder.items[$1]) }
    bytes = []
    bytes.reserveCapacity(builder.bytes.count)
    ends = []
    ends.reserveCapacity(order.count)
    for index in order {
      bytes += builder.bytes[builder.items[index].bytes]
      ends.append(bytes.count)
    }
    places = order.map { builder.items[$0].place }
    breaks = TextBreaks.strengths(starts: order.map { builder.items[$0].utf8Start }, places: places, text: text)
    evidence = builder.keepsEvidence ? order.map { builder.items[$0].evidence } : []
  }
}

extension DiffDocument {
  /// Collects records in any order.
  struct Builder {
    struct Item {
      var bytes: Range<Int>
      var place: RecordPlace
      var utf8Start: Int
      var isFact: Bool
      var number: Int
      var evidence: String

      /// Text order: by start, a mention before a fact, then as they came.
      func precedes(_ other: Item) -> Bool {
        if place.scalars.lowerBound != other.place.scalars.lowerBound {
          return place.scalars.lowerBound < other.place.scalars.lowerBound
        }
        if isFact != other.isFact { return other.isFact }
        return number < other.number
      }
    }

    let keepsEvidence: Bool
    private(set) var bytes: [UInt8] = []
    private(set) var items: [Item] = []

    init(keepsEvidence: Bool) { self.keepsEvidence = keepsEvidence }

    mutating func append(_ line: RecordLine, place: RecordPlace, utf8Start: Int, evidence: @autoclosure () -> String) {
      let start = bytes.count
      line.append(to: &bytes)
      items.append(
        Item(
          bytes: start..<bytes.count, place: place, utf8Start: utf8Start, isFact: line.isFact, number: items.count,
          evidence: keepsEvidence ? evidence() : ""))
    }
  }
}
