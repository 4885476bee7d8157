/// Builds a double array from keys of dense character codes.
///
/// A node is one 64-bit cell: the base of its children in the low half (or, in a terminal cell, the value), the
/// parent's slot in the high half. The child for code `c` of the node in slot `s` stands at `base(s) + c` and has
/// `s` as its parent; code 0 leads to the terminal cell. (Aoe 1989, "An efficient digital search algorithm by
/// using a double-array structure".) Nodes with most children are placed first; each tries a bounded number of
/// free slots, so that building is near linear in the keys.
struct DoubleArrayBuilder {
  /// A free cell.
  static let free: UInt64 = .max
  /// Set in the low half of a node that has a terminal cell.
  static let terminalBit: UInt64 = 1 << 31

  private var childTable: [UInt64] = []
  private var childMask = 0
  private var firstChild: [Int32] = [-1]
  private var nextSibling: [Int32] = [-1]
  private var codes: [UInt16] = [0]
  private var childCount: [Int32] = [0]
  private var values: [Int32] = [-1]

  init(capacity: Int) {
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

  /// The cells. The root stands in slot 0.
  func build() -> [UInt64] {
    let nodes = codes.count
    var order: [[Int32]] = []
    for node in 0..<nodes {
      let count = Int(childCount[node]) + (values[node] >= 0 ? 1 : 0)
      let bucket = min(count, 64)
      while order.count <= bucket { order.append([]) }
      order[bucket].append(Int32(node))
    }
    // The root's children fill the first slots, one for each code; all other nodes stand behind them.
    let widest = codes.max() ?? 0
    var packer = Packer(cells: nodes + values.count { $0 >= 0 }, firstSlot: Int(widest) + 2)
    var bases = [Int32](repeating: 0, count: nodes)
    bases[0] = 1
    var children: [Int] = []
    for bucket in order.indices.reversed() where bucket > 0 {
      // The widest nodes one by one by their true width; inside a bucket in order of insertion.
      let list = bucket == 64 ? order[bucket].sorted { (childCount[Int($0)], $1) > (childCount[Int($1)], $0) } : order[bucket]
      for node in list where node != 0 {
        children.removeAll(keepingCapacity: true)
        if values[Int(node)] >= 0 { children.append(0) }
        var child = firstChild[Int(node)]
        while child >= 0 {
          children.append(Int(codes[Int(child)]))
          child = nextSibling[Int(child)]
        }
        children.sort()
        bases[Int(node)] = Int32(packer.place(children))
      }
    }
    var slots = [Int32](repeating: 0, count: nodes)
    var cells = [UInt64](repeating: Self.free, count: packer.end + Int(widest) + 2)
    var stack: [Int32] = [0]
    cells[0] = cell(of: 0, base: bases[0], parent: 0)
    while let node = stack.popLast() {
      let base = Int(bases[Int(node)])
      let slot = slots[Int(node)]
      if values[Int(node)] >= 0 {
        cells[base] = UInt64(UInt32(bitPattern: slot)) << 32 | UInt64(UInt32(bitPattern: values[Int(node)]))
      }
      var child = firstChild[Int(node)]
      while child >= 0 {
        let place = base + Int(codes[Int(child)])
        slots[Int(child)] = Int32(place)
        cells[place] = cell(of: Int(child), base: bases[Int(child)], parent: slot)
        stack.append(child)
        child = nextSibling[Int(child)]
      }
    }
    return cells
  }

  private func cell(of node: Int, base: Int32, parent: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: base))
      | (values[node] >= 0 ? Self.terminalBit : 0)
  }
}

/// Finds room for the children of one node after the other, widest first.
///
/// Nodes with several children try pseudo-random places in an area a little larger than all cells need; single
/// children then fill the holes from a list of free slots. (Probing at random keeps the area evenly loaded, so that
/// the number of tries stays small until it is nearly full.)
private struct Packer {
  /// For a free slot the next free one, in order; for a used one -1.
  private var next: [Int32]
  private var previous: [Int32]
  private var head: Int32
  private var tail: Int32
  private let firstSlot: Int
  /// The area that is searched: slots from `firstSlot` up to here.
  private var area: Int
  /// One past the last used slot.
  private(set) var end: Int
  private var random: UInt64 = 0x2545_F491_4F6C_DD1D

  init(cells: Int, firstSlot: Int) {
    self.firstSlot = firstSlot
    area = firstSlot + cells + cells / 16 + 256
    let area = self.area
    next = (0..<Int32(area)).map { $0 < firstSlot ? -1 : $0 + 1 }
    previous = (0..<Int32(area)).map { $0 <= firstSlot ? -1 : $0 - 1 }
    head = Int32(firstSlot)
    tail = Int32(area - 1)
    end = firstSlot
  }

  private mutating func grow(to size: Int) {
    guard size > area else { return }
    for slot in area..<size {
      next.append(Int32(slot + 1))
      previous.append(slot == area ? tail : Int32(slot - 1))
    }
    if tail < 0 { head = Int32(area) } else { next[Int(tail)] = Int32(area) }
    tail = Int32(size - 1)
    area = size
  }

  private func isFree(_ slot: Int) -> Bool { slot < area && next[slot] >= 0 }

  /// A base for these codes, which rise; their slots are taken.
  mutating func place(_ codes: [Int]) -> Int {
    let first = codes[0]
    let span = codes[codes.count - 1] - first
    if codes.count == 1 {
      if Int(head) >= area { grow(to: area + 4_096) }
      let base = Int(head) - first
      take(codes, base)
      return base
    }
    while true {
      let room = area - firstSlot - span
      if room > 0 {
        for _ in 0..<512 {
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let base = firstSlot + Int(truncatingIfNeeded: (random >> 33) % UInt64(room)) - first
          if base > 0, codes.allSatisfy({ isFree(base + $0) }) {
            take(codes, base)
            return base
          }
        }
      }
      grow(to: area + max(span, 0) + area / 64 + 1_024)
    }
  }

  private mutating func take(_ codes: [Int], _ base: Int) {
    for code in codes {
      let slot = base + code
      let before = previous[slot]
      let after = next[slot]
      if Int(head) == slot { head = after }
      if before >= 0 { next[Int(before)] = after }
      if Int(after) < area { previous[Int(after)] = before } else { tail = before }
      next[slot] = -1
      end = max(end, slot + 1)
    }
  }
}
