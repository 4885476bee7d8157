/// The names that the document itself has proven, for the second decoding.
///
/// Names are few; a bit per possible first character keeps the others at the price of one test. All is kept in buffers
/// that are reused from document to document.
final class DocumentNames {
  /// One name.
  struct Name: BitwiseCopyable {
    /// Its characters in the buffer.
    fileprivate var start: Int32
    fileprivate var count: Int32
    /// The next name with this first character, or -1.
    fileprivate var next: Int32 = -1
    var wordClass: WordClass
    var kind: UInt16
    var cost: Int32
    /// Its number among the document's names.
    var number: Int32
    /// The number of the name that it is a short form of; its own where it is none.
    var full: Int32
  }

  /// The names with one first character, in the order in which they were added.
  private struct Chain: BitwiseCopyable {
    var scalar: UInt32
    var first: Int32
    var last: Int32
    var count: Int32
  }

  private let names = ScratchBuffer<Name>(capacity: 256)
  private let scalars = ScratchBuffer<UInt32>(capacity: 2_048)
  private let chains = ScratchBuffer<Chain>(capacity: 128)
  /// By first character: one more than the number of its chain.
  private let chainNumbers = NumberTable()
  private let bits = ScratchBuffer<UInt64>(capacity: 1_024)
  /// For the finder: how often a name of one or two characters was seen, and short forms in the making.
  let sights = NumberTable()
  let form = ScratchBuffer<UInt32>(capacity: 64)

  init() {
    bits.resize(1_024)
    bits.base.update(repeating: 0, count: 1_024)
  }

  var isEmpty: Bool { names.count == 0 }
  /// How many names there are.
  var count: Int { names.count }

  func removeAll() {
    for index in 0..<chains.count { bits.base[Int(chains.base[index].scalar >> 6)] = 0 }
    chains.count = 0
    chainNumbers.removeAll()
    sights.removeAll()
    names.count = 0
    scalars.count = 0
  }

  /// Adds a name; a name that is already there keeps the lower cost.
  ///
  /// - Parameter full: the number of the name that this is a short form of, or -1
  /// - Returns: the name's number, or -1 where it was not taken
  @discardableResult
  func add(
    _ surface: UnsafePointer<UInt32>, _ length: Int, wordClass: WordClass, cost: Int32, kind: UInt16, full: Int32 = -1
  ) -> Int32 {
    guard length > 0, length < 40, surface[0] < 65_536 else { return -1 }
    let chain = chain(of: surface[0])
    var next = chains.base[chain].first
    while next >= 0 {
      let name = names.base[Int(next)]
      if name.wordClass == wordClass, Int(name.count) == length, matches(name, surface) {
        names.base[Int(next)].cost = min(name.cost, cost)
        return next
      }
      next = name.next
    }
    // A bounded number of names with one first character keeps the second decoding linear.
    if chains.base[chain].count >= 32 { return -1 }
    let number = Int32(names.count)
    let start = scalars.count
    scalars.resize(start + length)
    (scalars.base + start).update(from: surface, count: length)
    names.append(
      Name(
        start: Int32(start), count: Int32(length), wordClass: wordClass, kind: kind, cost: cost, number: number,
        full: full < 0 ? number : full))
    if chains.base[chain].count == 0 {
      chains.base[chain].first = number
    } else {
      names.base[Int(chains.base[chain].last)].next = number
    }
    chains.base[chain].last = number
    chains.base[chain].count += 1
    return number
  }

  /// The chain of a first character, new or known.
  private func chain(of scalar: UInt32) -> Int {
    let known = chainNumbers[UInt64(scalar) + 1]
    if known > 0 { return known - 1 }
    chains.append(Chain(scalar: scalar, first: -1, last: -1, count: 0))
    chainNumbers.set(UInt64(scalar) + 1, chains.count)
    bits.base[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    return chains.count - 1
  }

  @inline(__always)
  private func matches(_ name: Name, _ surface: UnsafePointer<UInt32>) -> Bool {
    let own = scalars.base + Int(name.start)
    for offset in 0..<Int(name.count) where own[offset] != surface[offset] { return false }
    return true
  }

  /// Calls `body` with the end and the value of each name that stands at a place, in the order of their numbers.
  @inline(__always)
  func forEachName(
    in folded: UnsafePointer<UInt32>, from start: Int, to end: Int, _ body: (Int, Name) -> Void
  ) {
    let scalar = folded[start]
    guard scalar < 65_536, bits.base[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 else { return }
    var next = chains.base[chain(of: scalar)].first
    while next >= 0 {
      let name = names.base[Int(next)]
      if Int(name.count) <= end - start, matches(name, folded + start) { body(start + Int(name.count), name) }
      next = name.next
    }
  }
}
