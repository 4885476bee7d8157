/// A small trie over scalars: an open-addressing table of (node, scalar) → node.
///
/// Look-up of one word is linear in the word; the lead may put the compiled image in its place.
struct DateTrie: Sendable {
  private var keys: [UInt64] = Array(repeating: .max, count: 1 << 14)
  private var targets: [Int32] = Array(repeating: 0, count: 1 << 14)
  private var values: [Int32] = [-1]
  private var used = 0
  /// The children of the root, by scalar: a flat table for the look-up that fails most often.
  private var roots: [Int32] = Array(repeating: 0, count: 0x10000)

  /// A filter of the first two scalars of all words: one bit for a hash of both.
  private(set) var pairs: [UInt64] = Array(repeating: 0, count: 1 << 10)

  /// Adds a word, or takes it away (value −1); a later word replaces an earlier one of the same spelling.
  mutating func insert(_ word: [UInt32], value: Int) {
    if word.isEmpty { return }
    if word.count > 1 {
      let pair = Self.pair(word[0], word[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
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

  /// Whether a word begins with a scalar of the basic plane.
  func begins(with scalar: Int) -> Bool { roots[scalar] > 0 }

  /// Whether a scalar of the basic plane is a word by itself.
  func isWord(_ scalar: Int) -> Bool { roots[scalar] > 0 && values[Int(roots[scalar])] >= 0 }

  /// Whether a word may begin with two scalars, by the filter `pairs`.
  @inline(__always)
  static func mayBegin(with first: UInt32, _ second: UInt32, in pairs: UnsafeBufferPointer<UInt64>) -> Bool {
    let pair = pair(first == 0x9031 ? 0x5468 : first, second == 0x9031 ? 0x5468 : second)
    return pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> Int { Int((first &* 0x9E3B ^ second) & 0xFFFF) }

  /// The value of a word; nil where there is none.
  func value(of word: [UInt32]) -> Int? {
    var node: Int32 = 0
    for scalar in word {
      node = child(of: node, scalar)
      if node <= 0 { return nil }
    }
    let value = values[Int(node)]
    return value >= 0 ? Int(value) : nil
  }

  /// The longest word at a place, with its value and its end.
  func longest(_ text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int) -> (value: Int, end: Int)? {
    guard start < end else { return nil }
    let first = text[start] == 0x9031 ? 0x5468 : text[start]
    var node = first < 0x10000 ? roots[Int(first)] : child(of: 0, first)
    guard node > 0 else { return nil }
    var position = start + 1
    var best: (value: Int, end: Int)?
    if values[Int(node)] >= 0 { best = (Int(values[Int(node)]), position) }
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
    if node == 0, scalar < 0x10000 { roots[Int(scalar)] = target }
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
