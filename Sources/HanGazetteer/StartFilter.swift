/// Which pairs of character codes begin a surface: a small bit table in front of a large image.
///
/// A user's tables are looked into at every character of a text and seldom hold anything there. One bit that stays in
/// the cache answers most of these looks; a bit that is set by another pair only costs the walk that it would have
/// saved (Bloom 1970, with one hash function).
package final class StartFilter: @unchecked Sendable {
  // Written in `init`, freed in `deinit`.
  private let bits: UnsafeMutablePointer<UInt64>
  private let mask: UInt32
  private let singles: UnsafeMutablePointer<Bool>

  /// The filter of a double array.
  init(cells: UnsafePointer<TrieCell>, count: Int, tails: UnsafePointer<UInt16>) {
    singles = .allocate(capacity: 65_536)
    singles.initialize(repeating: false, count: 65_536)
    let root = cells[0].base
    var pairs: [UInt32] = []
    for slot in 1..<max(count, 1) where cells[slot].parent >= 0 {
      let cell = cells[slot]
      let parent = Int(cell.parent)
      if parent == 0 {
        let first = UInt32(truncatingIfNeeded: Int32(slot) - root)
        if cell.base < 0, tails[Int(-1 - cell.base)] > 0 {
          pairs.append(first << 16 | UInt32(tails[Int(-cell.base)]))
        } else if cell.value >= 0 {
          singles[Int(first & 0xFFFF)] = true
        }
      } else if cells[parent].parent == 0 {
        let first = UInt32(truncatingIfNeeded: cell.parent - root)
        pairs.append(first << 16 | UInt32(truncatingIfNeeded: Int32(slot) - cells[parent].base))
      }
    }
    var size = 1 << 12
    while size < pairs.count * 8, size < 1 << 22 { size <<= 1 }
    mask = UInt32(size - 1)
    bits = .allocate(capacity: size / 64)
    bits.initialize(repeating: 0, count: size / 64)
    for pair in pairs {
      let bit = Self.hash(pair) & mask
      bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  deinit {
    bits.deallocate()
    singles.deallocate()
  }

  @inline(__always)
  private static func hash(_ pair: UInt32) -> UInt32 {
    let mixed = pair &* 0x9E37_79B1
    return mixed ^ (mixed >> 15)
  }

  /// Whether a surface may begin with two characters of these codes, or be the first of them alone.
  @inline(__always)
  package func mayStart(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = Self.hash(UInt32(first) << 16 | UInt32(second)) & mask
    return bits[Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0 || singles[Int(first)]
  }
}
