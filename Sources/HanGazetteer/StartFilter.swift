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
    // By base: the first character of the surfaces below it; 0 where it is not that of a child of the root.
    var firsts = [UInt16](repeating: 0, count: count + 1)
    for first in 1..<max(min(65_536, count - root), 1) where cells[root + first].label == UInt16(first) {
      let cell = cells[root + first]
      if cell.isTail {
        let tail = tails + cell.base
        if tail[0] > 0 { pairs.append(UInt32(first) << 16 | UInt32(tail[1])) }
        continue
      }
      if cell.value >= 0 { singles[first] = true }
      if cell.base > 0, cell.base <= count { firsts[cell.base] = UInt16(first) }
    }
    for slot in 1..<max(count, 1) where cells[slot].label != 0 {
      let second = Int(cells[slot].label)
      guard slot > second, firsts[slot - second] != 0 else { continue }
      pairs.append(UInt32(firsts[slot - second]) << 16 | UInt32(second))
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
