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

extension [Mention] {
  /// Puts mentions in text order, the outer before the inner; what begins and ends alike keeps its order.
  mutating func sortByPlace() {
    var isSorted = true
    for index in indices.dropFirst() where Self.comes(self[index].range, before: self[index - 1].range) {
      isSorted = false
      break
    }
    if isSorted { return }
    // Numbers are moved many times, the mentions once.
    var order = indices.map { (range: self[$0].range, index: $0) }
    order.sort { left, right in
      left.range == right.range ? left.index < right.index : Self.comes(left.range, before: right.range)
    }
    withUnsafeMutableBufferPointer { mentions in
      guard let base = mentions.baseAddress else { return }
      // Every mention is moved out once and back once, none is copied.
      withUnsafeTemporaryAllocation(of: Mention.self, capacity: order.count) { sorted in
        guard let target = sorted.baseAddress else { return }
        for (place, old) in order.enumerated() { (target + place).moveInitialize(from: base + old.index, count: 1) }
        base.moveInitialize(from: target, count: order.count)
      }
    }
  }

  @inline(__always)
  private static func comes(_ left: Range<Int>, before right: Range<Int>) -> Bool {
    left.lowerBound == right.lowerBound ? left.upperBound > right.upperBound : left.lowerBound < right.lowerBound
  }
}
