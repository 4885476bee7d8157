import HanGazetteer

/// The fields of a cell of the trie, read from its bits; see `TrieCell`.
///
/// A getter of another module is called, not inlined; a walk reads four of them a character.
struct TrieCellFields: BitwiseCopyable {
  let bits: UInt64

  @inline(__always)
  init(_ cell: TrieCell) { bits = cell.bits }

  @inline(__always)
  private init(bits: UInt64) { self.bits = bits }

  /// The cell if a code leads to it, else a free one; without a branch.
  @inline(__always)
  init(_ cell: TrieCell, ifLabelled code: UInt16) {
    let isOther: UInt64 = UInt16(truncatingIfNeeded: cell.bits) == code ? 0 : 1
    bits = cell.bits & (isOther &- 1)
  }

  /// A cell that no surface leads to.
  static var free: TrieCellFields {
    @inline(__always) get { TrieCellFields(bits: 0) }
  }

  var isFree: Bool {
    @inline(__always) get { bits == 0 }
  }
  var label: UInt16 {
    @inline(__always) get { UInt16(truncatingIfNeeded: bits) }
  }
  /// The first entry of the surface that ends here or with the tail; -1 where none does.
  var value: Int {
    @inline(__always) get { Int(truncatingIfNeeded: bits >> 16 & 0x3F_FFFF) &- 1 }
  }
  var isTail: Bool {
    @inline(__always) get { bits & 1 << 38 != 0 }
  }
  var base: Int {
    @inline(__always) get { Int(truncatingIfNeeded: bits >> 39) }
  }
  /// Where its children's slots are counted from; 0 where it has none or a tail.
  var children: Int {
    @inline(__always) get { base & ~tailMask }
  }
  /// Where its tail stands; 0 where it has none.
  var tail: Int {
    @inline(__always) get { base & tailMask }
  }
  /// 1 where a tail follows, else 0.
  var tailCount: Int {
    @inline(__always) get { Int(truncatingIfNeeded: bits >> 38 & 1) }
  }
  /// All bits where a tail follows, else none.
  private var tailMask: Int {
    @inline(__always) get { 0 &- tailCount }
  }
}

/// Flags of entries; the getters of `GazetteerEntry` are called, not inlined.
enum EntryFlag {
  /// That of `GazetteerEntry.ambiguous`.
  static var ambiguous: UInt8 {
    @inline(__always) get { 1 }
  }
}

extension CompactEntry {
  /// The number of the class, and whether the entry is the last of its surface; inlined here.
  var ownClass: Int {
    @inline(__always) get { Int(bits & 0x7FFF) }
  }
  var endsList: Bool {
    @inline(__always) get { bits & 0x8000 != 0 }
  }
}
