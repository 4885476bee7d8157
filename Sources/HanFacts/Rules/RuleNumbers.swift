/// The numbers of what was numbered in the order in which it came, by its hash: open addressing, at most half full.
///
/// (A dictionary of a type of key that no other has costs the start of the program a search through all conformances.)
struct RuleNumbers {
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 256)

  /// Where the numbers of a hash begin.
  private func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  /// The number with a hash that is the one looked for.
  func number(_ hash: UInt64, where isEqual: (Int) -> Bool) -> Int32? {
    var slot = start(hash)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash, isEqual(Int(slots[slot])) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives the next number to a hash.
  mutating func add(_ hash: UInt64) -> Int32 {
    hashes.append(hash)
    if hashes.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for number in hashes.indices { put(number) }
    } else {
      put(hashes.count - 1)
    }
    return Int32(hashes.count - 1)
  }

  private mutating func put(_ number: Int) {
    var slot = start(hashes[number])
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }
}
