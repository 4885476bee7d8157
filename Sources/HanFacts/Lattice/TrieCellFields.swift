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
  /// 1 where a surface ends with the character that leads here, else 0; without a branch.
  var endsSurface: UInt8 {
    @inline(__always) get {
      // No bits of a value, or that of a tail, make it too large.
      let value = bits & (0x3F_FFFF << 16 | 1 << 38)
      return value &- 1 < 1 << 38 &- 1 ? 1 : 0
    }
  }
  /// 1 where children or a tail follow, else 0; without a branch.
  var goesOn: Int {
    @inline(__always) get { bits >> 38 == 0 ? 0 : 1 }
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
