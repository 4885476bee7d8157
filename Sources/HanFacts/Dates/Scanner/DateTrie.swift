/// A small trie over scalars: an open-addressing table of (node, scalar) → node.
///
/// Look-up of one word is linear in the word; the lead may put the compiled image in its place.
struct DateTrie: Sendable {
  private var keys: [UInt64] = Array(repeating: .max, count: 64)
  private var targets: [Int32] = Array(repeating: 0, count: 64)
  private var values: [Int32] = [-1]
  private var used = 0
  /// The scalars with which a word begins.
  private(set) var firsts: Set<UInt32> = []

  /// Adds a word; a later word replaces an earlier one of the same spelling.
  mutating func insert(_ word: [UInt32], value: Int) {
    guard let first = word.first else { return }
    firsts.insert(first)
    var node: Int32 = 0
    for scalar in word {
      let next = child(of: node, scalar)
      if next > 0 {
        node = next
      } else {
        values.append(-1)
        let made = Int32(truncatingIfNeeded: values.count - 1)
        link(node, scalar, made)
        node = made
      }
    }
    values[Int(node)] = Int32(truncatingIfNeeded: value)
  }

  /// The longest word at a place, with its value and its end.
  func longest(_ text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int) -> (value: Int, end: Int)? {
    var node: Int32 = 0
    var position = start
    var best: (value: Int, end: Int)?
    while position < end {
      let scalar = text[position]
      let next = child(of: node, scalar == 0x9031 ? 0x5468 : scalar)
      if next <= 0 { break }
      node = next
      position += 1
      let value = values[Int(node)]
      if value >= 0 { best = (Int(value), position) }
    }
    return best
  }

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while keys[index] != .max && keys[index] != key { index = (index + 1) & mask }
    return index
  }

  private func child(of node: Int32, _ scalar: UInt32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    let index = slot(key)
    return keys[index] == key ? targets[index] : 0
  }

  private mutating func link(_ node: Int32, _ scalar: UInt32, _ target: Int32) {
    if (used + 1) * 2 > keys.count {
      let old = zip(keys, targets).filter { $0.0 != .max }
      keys = Array(repeating: .max, count: keys.count * 2)
      targets = Array(repeating: 0, count: keys.count)
      for (key, value) in old {
        let index = slot(key)
        keys[index] = key
        targets[index] = value
      }
    }
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    let index = slot(key)
    keys[index] = key
    targets[index] = target
    used += 1
  }
}
