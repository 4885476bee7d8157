/// A small trie over scalar values, each end with the rows that end there.
struct ScalarTrie: Sendable {
  private var keys: [UInt32] = []
  private var targets: [Int32] = []
  /// By node: the first of its keys; the next node's first ends them.
  private var childStart: [Int32] = []
  /// The rows of all nodes, one behind the other, and by node the first of its rows.
  private var rows: [Int32] = []
  private var rowStart: [Int32] = []
  /// By scalar: the root's child, 0 for none.
  private let roots = CharacterNumbers()

  /// Builds the trie of surfaces and their rows; it has fewer than 65,536 nodes, what is more is left out.
  ///
  /// - Parameter isBackward: whether surfaces are stored from their last character to their first
  init(_ entries: [(surface: String, row: Int32)], isBackward: Bool = false) {
    var surface: [UInt32] = []
    var nodes = [Node()]
    nodes.reserveCapacity(entries.count * 3)
    // By entry: the next one of the same surface, -1 for none.
    var nextEntry = [Int32](repeating: -1, count: entries.count)
    building: for (number, entry) in entries.enumerated() {
      var node = 0
      surface.removeAll(keepingCapacity: true)
      for scalar in entry.surface.unicodeScalars { surface.append(scalar.value) }
      if isBackward { surface.reverse() }
      for scalar in surface {
        if node == 0, scalar < 0x10000, roots[scalar] > 0 {
          node = Int(roots[scalar])
          continue
        }
        var next = node == 0 && scalar < 0x10000 ? -1 : Int(nodes[node].firstChild)
        while next >= 0, nodes[next].key != scalar { next = Int(nodes[next].sibling) }
        if next < 0 {
          next = nodes.count
          guard next < 0xFFFF else { break building }
          nodes.append(Node(key: scalar, sibling: nodes[node].firstChild))
          nodes[node].firstChild = Int32(next)
          if node == 0, scalar < 0x10000 { roots[scalar] = UInt16(next) }
        }
        node = next
      }
      if nodes[node].lastEntry < 0 {
        nodes[node].firstEntry = Int32(number)
      } else {
        nextEntry[Int(nodes[node].lastEntry)] = Int32(number)
      }
      nodes[node].lastEntry = Int32(number)
    }
    keys.reserveCapacity(nodes.count)
    targets.reserveCapacity(nodes.count)
    childStart.reserveCapacity(nodes.count + 1)
    rowStart.reserveCapacity(nodes.count + 1)
    rows.reserveCapacity(entries.count)
    var children: [Int32] = []
    for node in nodes {
      childStart.append(Int32(keys.count))
      rowStart.append(Int32(rows.count))
      children.removeAll(keepingCapacity: true)
      var child = node.firstChild
      while child >= 0 {
        children.append(child)
        child = nodes[Int(child)].sibling
      }
      if children.count > 1 { children.sort { nodes[Int($0)].key < nodes[Int($1)].key } }
      for child in children {
        keys.append(nodes[Int(child)].key)
        targets.append(child)
      }
      var entry = node.firstEntry
      while entry >= 0 {
        rows.append(entries[Int(entry)].row)
        entry = nextEntry[Int(entry)]
      }
    }
    childStart.append(Int32(keys.count))
    rowStart.append(Int32(rows.count))
  }

  /// A node in the making.
  private struct Node: BitwiseCopyable {
    var key: UInt32 = 0
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    /// The entries that end here.
    var firstEntry: Int32 = -1
    var lastEntry: Int32 = -1
  }

  /// The node below a node, or nil.
  @inline(__always)
  private func child(of node: Int, _ scalar: UInt32) -> Int? {
    if node == 0 {
      guard scalar < 0x10000 else { return nil }
      let target = roots[scalar]
      return target == 0 ? nil : Int(target)
    }
    for index in Int(childStart[node])..<Int(childStart[node + 1]) where keys[index] == scalar {
      return Int(targets[index])
    }
    return nil
  }

  /// The rows that end in a node, as places for `row(at:)`.
  @inline(__always)
  private func ends(in node: Int) -> Range<Int> { Int(rowStart[node])..<Int(rowStart[node + 1]) }

  /// The row at a place of those that a look-up gives.
  @inline(__always)
  func row(at place: Int) -> Int { Int(rows[place]) }

  /// The end of the longest surface that begins at a position and ends before another, and its rows.
  @inline(__always)
  func longestPrefix(
    in text: UnsafeBufferPointer<UInt32>, at start: Int, before limit: Int
  ) -> (end: Int, rows: Range<Int>)? {
    var node = 0
    var index = start
    var best: (end: Int, rows: Range<Int>)?
    while index < text.count, index + 1 < limit, let next = child(of: node, text[index]) {
      node = next
      index += 1
      let rows = ends(in: node)
      if !rows.isEmpty { best = (index, rows) }
    }
    return best
  }

  /// The rows of exactly this surface, as places for `row(at:)`.
  func rows(of surface: String) -> Range<Int> {
    var node = 0
    for scalar in surface.unicodeScalars {
      guard let next = child(of: node, scalar.value) else { return 0..<0 }
      node = next
    }
    return ends(in: node)
  }

  /// The start of the longest surface, stored backwards, that ends at a position, and its rows.
  func longestSuffix(in text: UnsafeBufferPointer<UInt32>, endingAt end: Int, floor: Int) -> (
    start: Int, rows: Range<Int>
  )? {
    var node = 0
    var index = end
    var best: (Int, Range<Int>)?
    while index > floor, let next = child(of: node, text[index - 1]) {
      node = next
      index -= 1
      let rows = ends(in: node)
      if !rows.isEmpty { best = (index, rows) }
    }
    return best
  }
}
