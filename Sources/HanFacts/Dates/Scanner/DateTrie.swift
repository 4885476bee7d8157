import HanText

/// A small trie over scalars: an open-addressing table of (node, scalar) → node.
///
/// Look-up of one word is linear in the word; the lead may put the compiled image in its place.
struct DateTrie: Sendable {
  /// A step from a node; that of no node where the slot is free.
  private struct Slot: BitwiseCopyable {
    var node: Int32
    var scalar: UInt32
    var target: Int32

    static let free = Slot(node: -1, scalar: 0, target: 0)
  }

  private var slots = [Slot](repeating: .free, count: 1 << 13)
  private var values: [Int32] = [-1]
  private var used = 0
  /// The scalars of the basic plane that words begin with.
  private(set) var firsts: [UInt16] = []
  /// The children of the root, by scalar up to the highest: a flat table for the look-up that fails most often.
  private var roots: [Int32] = []

  /// Adds a word of well-formed UTF-8, or takes it away (value −1); a later word replaces an earlier one of the same
  /// spelling.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, value: Int) {
    if word.isEmpty { return }
    var node: Int32 = 0
    UTF8Decoding.forEach(word) { scalar in
      let index = slot(node, scalar)
      if slots[index].node == node {
        node = slots[index].target
      } else {
        values.append(-1)
        let made = Int32(truncatingIfNeeded: values.count - 1)
        link(node, scalar, made, at: index)
        node = made
      }
    }
    values[Int(node)] = Int32(truncatingIfNeeded: value)
  }

  /// The value of a word of well-formed UTF-8; nil where there is none.
  func value(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    var node: Int32 = 0
    UTF8Decoding.forEach(word) { scalar in
      if node >= 0 { node = child(of: node, scalar) }
      if node == 0 { node = -1 }
    }
    return node > 0 && values[Int(node)] >= 0 ? Int(values[Int(node)]) : nil
  }

  /// The longest word at a place, with its value and its end.
  func longest(_ text: UnsafeBufferPointer<UInt32>, at start: Int, end: Int) -> (value: Int, end: Int)? {
    guard start < end else { return nil }
    let first = text[start] == 0x9031 ? 0x5468 : text[start]
    var node = Int(first) < roots.count ? roots[Int(first)] : first < 0x10000 ? 0 : child(of: 0, first)
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

  /// The slot of a step, or the free one where it would stand.
  @inline(__always)
  private func slot(_ node: Int32, _ scalar: UInt32) -> Int {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & mask
    while slots[index].node >= 0, slots[index].node != node || slots[index].scalar != scalar {
      index = (index + 1) & mask
    }
    return index
  }

  private func child(of node: Int32, _ scalar: UInt32) -> Int32 { slots[slot(node, scalar)].target }

  private mutating func link(_ node: Int32, _ scalar: UInt32, _ target: Int32, at index: Int) {
    if node == 0, scalar < 0x10000 {
      if Int(scalar) >= roots.count {
        roots.append(contentsOf: repeatElement(0, count: max(0xA000, Int(scalar) + 1) - roots.count))
      }
      roots[Int(scalar)] = target
      firsts.append(UInt16(scalar))
    }
    slots[index] = Slot(node: node, scalar: scalar, target: target)
    used += 1
    if used * 2 <= slots.count { return }
    let old = slots
    slots = [Slot](repeating: .free, count: old.count * 2)
    for step in old where step.node >= 0 { slots[slot(step.node, step.scalar)] = step }
  }
}
