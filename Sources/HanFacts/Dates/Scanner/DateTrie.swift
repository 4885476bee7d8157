import HanText

/// A small trie over scalars: an open-addressing table of (node, scalar) → node.
///
/// Look-up of one word is linear in the word.
struct DateTrie: Sendable {
  /// A step from a node in eight bytes, 0 where the slot is free; no step leads to the root.
  private struct Slot: BitwiseCopyable {
    /// From the lowest bit: target (22), scalar (21), node (21).
    private let bits: UInt64

    static let free = Slot(bits: 0)
    /// So many nodes there are at most.
    static let nodeLimit = 1 << 21

    private init(bits: UInt64) { self.bits = bits }

    /// A step; one to 0 stands for the look for it.
    @inline(__always)
    init(_ node: Int32, _ scalar: UInt32, target: Int32 = 0) {
      bits = UInt64(UInt32(bitPattern: node)) &<< 43 | UInt64(scalar) &<< 22 | UInt64(UInt32(bitPattern: target))
    }

    var isFree: Bool {
      @inline(__always) get { bits == 0 }
    }
    var node: Int32 { Int32(truncatingIfNeeded: bits &>> 43) }
    var scalar: UInt32 { UInt32(truncatingIfNeeded: bits &>> 22 & 0x1F_FFFF) }
    var target: Int32 {
      @inline(__always) get { Int32(truncatingIfNeeded: bits & 0x3F_FFFF) }
    }

    /// Whether it is the same step, wherever it leads.
    @inline(__always)
    func isSame(_ other: Slot) -> Bool { (bits ^ other.bits) &>> 22 == 0 }

    var hash: UInt64 {
      @inline(__always) get { (bits &>> 22 &* 0x9E37_79B9_7F4A_7C15) &>> 33 }
    }
  }

  /// At most half full.
  private var slots: [Slot]
  private var values: [Int32] = [-1]
  /// The scalars of the basic plane that words begin with.
  private(set) var firsts: [UInt16] = []

  /// A filter of the first two scalars of all words: one bit for a hash of both.
  private(set) var pairs: [UInt64] = Array(repeating: 0, count: 1 << 10)

  /// A trie that has room for so many nodes.
  init(capacity: Int = 1 << 9) {
    var size = 1 << 10
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: .free, count: size)
    values.reserveCapacity(capacity)
  }

  /// Adds a word of well-formed UTF-8, or takes it away (value −1); a later word replaces an earlier one of the same
  /// spelling.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, value: Int) {
    if word.isEmpty || values.count + word.count > Slot.nodeLimit { return }
    var count = 0
    var first: UInt32 = 0
    var node: Int32 = 0
    UTF8Decoding.forEach(word) { scalar in
      if count == 0 { first = scalar }
      if count == 1 {
        let pair = Self.pair(first, scalar)
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      }
      count += 1
      let index = slot(node, scalar)
      if slots[index].isFree {
        values.append(-1)
        let made = Int32(truncatingIfNeeded: values.count - 1)
        link(node, scalar, made, at: index)
        node = made
      } else {
        node = slots[index].target
      }
    }
    values[Int(node)] = Int32(truncatingIfNeeded: value)
  }

  /// Whether a scalar of the basic plane is a word by itself.
  func isWord(_ scalar: Int) -> Bool {
    let node = child(of: 0, UInt32(truncatingIfNeeded: scalar))
    return node > 0 && values[Int(node)] >= 0
  }

  /// Whether a word may begin with two scalars, by the filter `pairs`.
  @inline(__always)
  static func mayBegin(with first: UInt32, _ second: UInt32, in pairs: UnsafeBufferPointer<UInt64>) -> Bool {
    let pair = pair(first == 0x9031 ? 0x5468 : first, second == 0x9031 ? 0x5468 : second)
    return pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> Int { Int((first &* 0x9E3B ^ second) & 0xFFFF) }

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
    var node = child(of: 0, first)
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
    let step = Slot(node, scalar)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: step.hash) & mask
    while !slots[index].isFree, !slots[index].isSame(step) { index = (index + 1) & mask }
    return index
  }

  private func child(of node: Int32, _ scalar: UInt32) -> Int32 { slots[slot(node, scalar)].target }

  private mutating func link(_ node: Int32, _ scalar: UInt32, _ target: Int32, at index: Int) {
    if node == 0, scalar < 0x10000 { firsts.append(UInt16(scalar)) }
    slots[index] = Slot(node, scalar, target: target)
    // There is a node for each step, and the root.
    if values.count * 2 <= slots.count { return }
    let old = slots
    slots = [Slot](repeating: .free, count: old.count * 2)
    for step in old where !step.isFree { slots[slot(step.node, step.scalar)] = step }
  }
}
