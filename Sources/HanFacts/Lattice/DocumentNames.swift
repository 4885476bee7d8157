/// The names that the document itself has proven, for the second decoding.
///
/// Names are few; a bit per possible first character keeps the others at the price of one test. All buffers are kept
/// from document to document.
final class DocumentNames {
  /// One name.
  struct Name: BitwiseCopyable {
    /// Its first two characters, or the one that it has.
    fileprivate var head: UInt64
    /// Where its scalars begin in `scalars`, and how many there are.
    var start: Int32
    var count: Int32
    var cost: Int32
    /// Its number among the document's names.
    var number: Int32
    /// The number of the name that it is a short form of; its own where it is none.
    var full: Int32
    /// The next name of its bucket; -1 ends the list.
    var next: Int32
    var kind: UInt16
    var wordClass: WordClass
    /// Whether the first decoding read it with one character too many behind it.
    var isCut: Bool
  }

  /// What a name costs that the text says outright to be one.
  static let declared: Int32 = 2_000

  private static let buckets = 1_024
  private let names = ScratchBuffer<Name>(capacity: 256)
  private let scalars = ScratchBuffer<UInt32>(capacity: 2_048)
  /// By first character: the first and the last name of a bucket, -1 for none.
  private let heads = ScratchBuffer<Int32>(capacity: DocumentNames.buckets)
  private let tails = ScratchBuffer<Int32>(capacity: DocumentNames.buckets)
  private let bits = ScratchBuffer<UInt64>(capacity: 1_024)

  init() {
    heads.base.initialize(repeating: -1, count: Self.buckets)
    tails.base.initialize(repeating: -1, count: Self.buckets)
    bits.base.initialize(repeating: 0, count: 1_024)
  }

  var isEmpty: Bool { names.count == 0 }
  var count: Int { names.count }

  func removeAll() {
    for index in 0..<names.count {
      let first = scalars.base[Int(names.base[index].start)]
      bits.base[Int(first >> 6)] = 0
      heads.base[Self.bucket(first)] = -1
    }
    names.count = 0
    scalars.count = 0
  }

  @inline(__always)
  private static func bucket(_ scalar: UInt32) -> Int { Int((scalar &* 0x9E37_79B1) >> 22) }

  /// Adds a name; a name that is already there keeps the lower cost.
  ///
  /// - Parameter full: the number of the name that this is a short form of, or -1
  /// - Returns: the name's number, or -1 where it was not taken
  @discardableResult
  func add(
    _ surface: UnsafePointer<UInt32>, _ count: Int, wordClass: WordClass, cost: Int32, kind: UInt16, full: Int32 = -1,
    isCut: Bool = false
  ) -> Int32 {
    guard count > 0, count < 40, surface[0] < 65_536 else { return -1 }
    let first = surface[0]
    let bucket = Self.bucket(first)
    var index = heads.base[bucket]
    let head = Self.head(surface, count)
    var sameFirst = 0
    while index >= 0 {
      let name = names.base + Int(index)
      if name.pointee.head == head, name.pointee.wordClass == wordClass, Int(name.pointee.count) == count,
        matches(name, surface)
      {
        name.pointee.cost = min(name.pointee.cost, cost)
        if isCut { name.pointee.isCut = true }
        return index
      }
      sameFirst += UInt32(truncatingIfNeeded: name.pointee.head) == first ? 1 : 0
      index = name.pointee.next
    }
    // A bounded number of names with one first character keeps the second decoding linear.
    if sameFirst >= 32 { return -1 }
    let number = Int32(truncatingIfNeeded: names.count)
    let start = Int32(truncatingIfNeeded: scalars.count)
    scalars.reserve(scalars.count + count)
    (scalars.base + scalars.count).update(from: surface, count: count)
    scalars.count += count
    names.append(
      Name(
        head: head, start: start, count: Int32(truncatingIfNeeded: count), cost: cost, number: number,
        full: full < 0 ? number : full, next: -1, kind: kind, wordClass: wordClass, isCut: isCut))
    if heads.base[bucket] < 0 {
      heads.base[bucket] = number
    } else {
      names.base[Int(tails.base[bucket])].next = number
    }
    tails.base[bucket] = number
    bits.base[Int(first >> 6)] |= 1 << UInt64(first & 63)
    return number
  }

  /// Characters of which there are so many, as `Name.head` holds them.
  @inline(__always)
  private static func head(_ text: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
    UInt64(text[0]) | (count > 1 ? UInt64(text[1]) << 32 : 0)
  }

  /// Whether the scalars of a name behind its head stand at a place that has room for them.
  @inline(__always)
  private func matches(_ name: UnsafePointer<Name>, _ text: UnsafePointer<UInt32>) -> Bool {
    let own = scalars.base + Int(name.pointee.start)
    var offset = 2
    while offset < Int(name.pointee.count) {
      if text[offset] != own[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether any name begins with a character.
  @inline(__always)
  func mayStart(_ scalar: UInt32) -> Bool { starts.contains(scalar) }

  /// Which characters names begin with, for a loop over many; valid until a name is added.
  var starts: Starts { Starts(bits: UnsafePointer(bits.base)) }

  /// A bit for each possible first character.
  struct Starts {
    fileprivate let bits: UnsafePointer<UInt64>

    /// Whether any name begins with a character.
    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
      scalar < 65_536 && bits[Int(scalar >> 6)] & (1 &<< UInt64(scalar & 63)) != 0
    }
  }

  /// Calls `body` with the end of each name that begins at a place, and the name, in the order they were added.
  @inline(__always)
  func forEachName(
    in folded: UnsafePointer<UInt32>, from start: Int, to end: Int, _ body: (Int, Name) -> Void
  ) {
    let scalar = folded[start]
    if !mayStart(scalar) { return }
    let head = Self.head(folded + start, end - start)
    var index = heads.base[Self.bucket(scalar)]
    while index >= 0 {
      let name = names.base + Int(index)
      index = name.pointee.next
      let count = Int(name.pointee.count)
      let isHead = name.pointee.head == (count == 1 ? UInt64(scalar) : head)
      if isHead, count <= end - start, matches(name, folded + start) { body(start + count, name.pointee) }
    }
  }
}
