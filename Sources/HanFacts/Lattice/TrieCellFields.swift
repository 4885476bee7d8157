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
