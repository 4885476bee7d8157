/// A small trie over scalar values, each end with the rows that end there.
struct ScalarTrie: Sendable {
  private var keys: [UInt32] = []
  private var targets: [Int32] = []
  private var childStart: [Int32] = []
  private var childEnd: [Int32] = []
  private var values: [[Int32]] = []
  private var roots: [Int32] = []
  private static let rootTable = 0x10000

  /// Builds the trie of surfaces and their rows.
  init(_ entries: [(surface: [UInt32], row: Int32)]) {
    var children: [[UInt32: Int32]] = [[:]]
    values = [[]]
    for entry in entries {
      var node = 0
      for scalar in entry.surface {
        if let next = children[node][scalar] {
          node = Int(next)
        } else {
          children.append([:])
          values.append([])
          children[node][scalar] = Int32(children.count - 1)
          node = children.count - 1
        }
      }
      values[node].append(entry.row)
    }
    for map in children {
      childStart.append(Int32(keys.count))
      for (key, target) in map.sorted(by: { $0.key < $1.key }) {
        keys.append(key)
        targets.append(target)
      }
      childEnd.append(Int32(keys.count))
    }
    roots = Array(repeating: -1, count: Self.rootTable)
    for (key, target) in children[0] where Int(key) < Self.rootTable { roots[Int(key)] = target }
  }

  /// The node below a node, or nil.
  private func child(of node: Int, _ scalar: UInt32) -> Int? {
    if node == 0 {
      guard Int(scalar) < Self.rootTable else { return nil }
      let target = roots[Int(scalar)]
      return target < 0 ? nil : Int(target)
    }
    for index in Int(childStart[node])..<Int(childEnd[node]) where keys[index] == scalar { return Int(targets[index]) }
    return nil
  }

  /// Calls back with each end and its rows, shortest first, for the surfaces that begin at a position.
  @inline(__always)
  func forEachPrefix(in text: UnsafeBufferPointer<UInt32>, at start: Int, _ body: (_ end: Int, _ rows: [Int32]) -> Void)
  {
    var node = 0
    var index = start
    while index < text.count, let next = child(of: node, text[index]) {
      node = next
      index += 1
      if !values[node].isEmpty { body(index, values[node]) }
    }
  }

  /// The start of the longest surface, stored backwards, that ends at a position, and its rows.
  func longestSuffix(in text: UnsafeBufferPointer<UInt32>, endingAt end: Int, floor: Int) -> (
    start: Int, rows: [Int32]
  )? {
    var node = 0
    var index = end
    var best: (Int, [Int32])?
    while index > floor, let next = child(of: node, text[index - 1]) {
      node = next
      index -= 1
      if !values[node].isEmpty { best = (index, values[node]) }
    }
    return best
  }
}
