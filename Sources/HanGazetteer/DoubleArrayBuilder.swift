/// Builds a double array from keys of dense character codes.
///
/// The child for code `c` of the node in slot `s` stands at `base(s) + c` and has `c` as its label; no two nodes have
/// one base, so that the label alone proves the parent. (Aoe 1989, "An efficient digital search algorithm by using a
/// double-array structure"; the label is that of Yata's variant.) Keys come in the order of their frequency,
/// and nodes are placed in that order near the front where they fit: what is used most stands close together and
/// stays in the cache. What follows a node that leads to one surface only is its *tail*, kept outside the array. Each
/// node tries a bounded number of slots, so that building is near linear in the keys.
struct DoubleArrayBuilder {
  private var childTable: [UInt64] = []
  private var childMask = 0
  private var firstChild: [Int32] = [-1]
  private var nextSibling: [Int32] = [-1]
  private var codes: [UInt16] = [0]
  private var childCount: [Int32] = [0]
  private var parents: [Int32] = [-1]
  private var values: [Int32] = [-1]

  /// Whether building takes its time to leave few cells free, as for the image in the binary.
  private let isDense: Bool

  init(capacity: Int, isDense: Bool = true) {
    self.isDense = isDense
    var size = 1 << 10
    while size < capacity * 2 { size <<= 1 }
    childTable = [UInt64](repeating: 0, count: size)
    childMask = size - 1
  }

  /// Adds a key and returns the value that it has: the given one, or that of an equal key before it.
  mutating func insert(_ key: [UInt16], value: Int32) -> Int32 {
    var node = 0
    for code in key { node = child(of: node, code: code) }
    if values[node] < 0 { values[node] = value }
    return values[node]
  }

  private mutating func child(of node: Int, code: UInt16) -> Int {
    var slot = Self.hash(node, code) & childMask
    while childTable[slot] != 0 {
      let child = Int(truncatingIfNeeded: childTable[slot] >> 32)
      if Int(truncatingIfNeeded: childTable[slot] & 0xFFFF_FFFF) == node, codes[child] == code { return child }
      slot = (slot + 1) & childMask
    }
    let child = codes.count
    firstChild.append(-1)
    nextSibling.append(firstChild[node])
    firstChild[node] = Int32(child)
    codes.append(code)
    childCount.append(0)
    parents.append(Int32(node))
    childCount[node] += 1
    values.append(-1)
    childTable[slot] = UInt64(child) << 32 | UInt64(node)
    if codes.count * 2 > childTable.count { grow() }
    return child
  }

  private mutating func grow() {
    let old = childTable
    childTable = [UInt64](repeating: 0, count: old.count * 2)
    childMask = childTable.count - 1
    for cell in old where cell != 0 {
      let node = Int(truncatingIfNeeded: cell & 0xFFFF_FFFF)
      var slot = Self.hash(node, codes[Int(truncatingIfNeeded: cell >> 32)]) & childMask
      while childTable[slot] != 0 { slot = (slot + 1) & childMask }
      childTable[slot] = cell
    }
  }

  private static func hash(_ node: Int, _ code: UInt16) -> Int {
    let mixed = (UInt64(node) << 16 | UInt64(code)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }

  /// The cells, the root in slot 0, and the tails: length, then codes.
  ///
  /// - Parameter codeCount: one more than the highest code that is ever looked for
  func build(codeCount: Int) -> (cells: [TrieCell], tails: [UInt16]) {
    let nodes = codes.count
    // How many surfaces end in a node or below it.
    var ends = [Int32](repeating: 0, count: nodes)
    for node in (0..<nodes).reversed() {
      if values[node] >= 0 { ends[node] += 1 }
      if parents[node] >= 0 { ends[Int(parents[node])] += ends[node] }
    }
    // The root's children fill the first slots, one for each code; all other nodes stand behind them.
    let widest = Int(codes.max() ?? 0)
    let inner = (0..<nodes).count { parents[$0] < 0 || ends[Int(parents[$0])] > 1 || parents[$0] == 0 }
    let (bases, end) =
      isDense
      ? placeNodes(ends, DensePacker(cells: inner, firstSlot: widest + 2), wideFrom: 2)
      : placeNodes(ends, Packer(cells: inner, firstSlot: widest + 2), wideFrom: 5)
    var cells = [TrieCell](repeating: .free, count: end)
    var tails: [UInt16] = []
    cells[0] = TrieCell(base: 1, label: 0, value: Int(values[0]))
    var slots = [Int32](repeating: -1, count: nodes)
    slots[0] = 0
    // A node is made after its parent: its own slot is known here.
    for node in 0..<nodes where slots[node] >= 0 && childCount[node] > 0 {
      let slot = Int(slots[node])
      if ends[node] == 1, node != 0 {
        let start = tails.count
        cells[slot] = TrieCell(
          base: start, label: cells[slot].label, value: Int(tail(of: node, &tails)), isTail: true)
        continue
      }
      cells[slot] = TrieCell(base: Int(bases[node]), label: cells[slot].label, value: cells[slot].value)
      var child = firstChild[node]
      while child >= 0 {
        let place = Int(bases[node]) + Int(codes[Int(child)])
        slots[Int(child)] = Int32(place)
        cells[place] = TrieCell(base: 0, label: codes[Int(child)], value: Int(values[Int(child)]))
        child = nextSibling[Int(child)]
      }
    }
    // A look from any base stays inside.
    for _ in 0..<max(widest + 2, codeCount) { cells.append(.free) }
    return (cells, tails)
  }

  /// The base of every node with children in the array, and the end of the slots: wide ones first, while there is room;
  /// then the others in the order of their frequency.
  ///
  /// - Parameter wideFrom: the number of children from which on a node is wide
  private func placeNodes(
    _ ends: [Int32], _ packer: some SlotPacker, wideFrom: Int
  ) -> (bases: [Int32], end: Int) {
    var packer = packer
    var bases = [Int32](repeating: 1, count: codes.count)
    var wide: [[Int]] = []
    var narrow: [Int] = []
    for node in 1..<max(codes.count, 1) where childCount[node] > 0 && ends[node] > 1 {
      let count = Int(childCount[node])
      if count < wideFrom {
        narrow.append(node)
      } else {
        while wide.count <= count { wide.append([]) }
        wide[count].append(node)
      }
    }
    var children: [Int] = []
    for node in wide.reversed().flatMap({ $0 }) + narrow {
      children.removeAll(keepingCapacity: true)
      var child = firstChild[node]
      while child >= 0 {
        children.append(Int(codes[Int(child)]))
        child = nextSibling[Int(child)]
      }
      children.sort()
      bases[node] = Int32(packer.place(children))
    }
    return (bases, packer.end)
  }

  /// Writes the codes below a node that leads to one surface, and returns the surface's value.
  private func tail(of node: Int, _ tails: inout [UInt16]) -> Int32 {
    let start = tails.count
    tails.append(0)
    var below = firstChild[node]
    var value: Int32 = -1
    while below >= 0 {
      tails.append(codes[Int(below)])
      value = values[Int(below)]
      below = firstChild[Int(below)]
    }
    tails[start] = UInt16(clamping: tails.count - start - 1)
    return value
  }
}

/// One cell of the double array, eight bytes.
///
/// Its fields are read where they are needed, in the loops of other modules too: see `TrieCellFields`.
@frozen
package struct TrieCell: BitwiseCopyable, Sendable {
  /// From the lowest bit: label (16), value + 1 (22), whether a tail follows (1), base (25).
  package let bits: UInt64

  /// One past the highest value, and one past the highest base.
  static let limits = (value: 1 << 22 - 1, base: 1 << 25)

  init(base: Int, label: UInt16, value: Int, isTail: Bool = false) {
    bits = UInt64(label) | UInt64(value + 1) << 16 | (isTail ? 1 << 38 : 0) | UInt64(base) << 39
  }

  /// The code that leads here; 0 in the root and in a free cell.
  package var label: UInt16 { UInt16(truncatingIfNeeded: bits) }
  /// The first entry of the surface that ends here or with the tail; -1 where none does.
  package var value: Int { Int(truncatingIfNeeded: bits >> 16 & 0x3F_FFFF) &- 1 }
  /// Whether one surface is left, whose tail stands at `base` in the tails.
  package var isTail: Bool { bits & 1 << 38 != 0 }
  /// Where the children's slots are counted from; 0 for a node without children.
  package var base: Int { Int(truncatingIfNeeded: bits >> 39) }

  static let free = TrieCell(base: 0, label: 0, value: -1)
}
