/// The names that the document itself has proven, for the second decoding.
///
/// Names are few; a bit per possible first character keeps the others at the price of one test.
final class DocumentNames {
  /// One name.
  struct Name {
    var scalars: [UInt32]
    var wordClass: WordClass
    var cost: Int32
    var kind: UInt16
    /// Its number among the document's names.
    var number: Int32
    /// The number of the name that it is a short form of; its own where it is none.
    var full: Int32
  }

  private(set) var names: [Name] = []
  private var byFirst: [UInt32: [Int]] = [:]
  private var bits = [UInt64](repeating: 0, count: 1024)

  var isEmpty: Bool { names.isEmpty }

  func removeAll() {
    for name in names {
      if let first = name.scalars.first, first < 65_536 { bits[Int(first >> 6)] = 0 }
    }
    names.removeAll(keepingCapacity: true)
    byFirst.removeAll(keepingCapacity: true)
  }

  /// Adds a name; a name that is already there keeps the lower cost.
  ///
  /// - Parameter full: the number of the name that this is a short form of, or -1
  /// - Returns: the name's number, or -1 where it was not taken
  @discardableResult
  func add(_ scalars: [UInt32], wordClass: WordClass, cost: Int32, kind: UInt16, full: Int32 = -1) -> Int32 {
    guard let first = scalars.first, first < 65_536, scalars.count < 40 else { return -1 }
    for index in byFirst[first, default: []]
    where names[index].scalars == scalars && names[index].wordClass == wordClass {
      names[index].cost = min(names[index].cost, cost)
      return Int32(index)
    }
    // A bounded number of names with one first character keeps the second decoding linear.
    if byFirst[first, default: []].count >= 32 { return -1 }
    byFirst[first, default: []].append(names.count)
    let number = Int32(names.count)
    names.append(
      Name(
        scalars: scalars, wordClass: wordClass, cost: cost, kind: kind, number: number, full: full < 0 ? number : full))
    bits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    return number
  }

  @inline(__always)
  func forEachName(
    in folded: UnsafePointer<UInt32>, from start: Int, to end: Int, _ body: (Int, Name) -> Void
  ) {
    let scalar = folded[start]
    guard scalar < 65_536, bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 else { return }
    guard let candidates = byFirst[scalar] else { return }
    for index in candidates {
      let name = names[index]
      if name.scalars.count > end - start { continue }
      var matches = true
      for offset in name.scalars.indices where folded[start + offset] != name.scalars[offset] {
        matches = false
        break
      }
      if matches { body(start + name.scalars.count, name) }
    }
  }
}
