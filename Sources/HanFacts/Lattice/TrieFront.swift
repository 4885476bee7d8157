import HanGazetteer
import HanText

/// The surfaces of the built-in tables that start at each character of a sentence.
///
/// The cells of an image are larger than the cache that is near, and a walk from one character waits for each cell
/// before it knows the next. Here the walks from all characters are done side by side, a step of all after the other,
/// in loops without a branch, so that the waits overlap, those for the entries too. What a character itself leads to
/// stands in its `CharacterInfo`; few walks go on for more than three steps.
final class TrieFront {
  /// A list of entries, and the first of them.
  struct Surface: BitwiseCopyable {
    var list: Int32
    var entry: CompactEntry
  }

  /// A surface of four characters or more.
  struct Longer: BitwiseCopyable {
    var surface: Surface
    /// Where it starts and ends.
    var start: Int32
    var end: Int32
    /// The next longer one from there; -1 ends the list.
    var next: Int32
  }

  /// Which surfaces start at a character, but for the character itself.
  struct Sizes: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static let two = Sizes(rawValue: 1)
    static let three = Sizes(rawValue: 2)
    static let more = Sizes(rawValue: 4)
  }

  /// A walk that goes on.
  private struct Walk: BitwiseCopyable {
    var start: Int32
    var base: Int32
  }

  /// A walk that has come to a tail, whose rest the text has still to be compared with.
  private struct Tail: BitwiseCopyable {
    var start: Int32
    /// Where the tail begins in the text, and where it stands in the image.
    var from: Int32
    var base: Int32
    var list: Int32
  }

  /// By offset.
  let sizes = ScratchBuffer<Sizes>()
  /// By offset, where `sizes` says so: the surface of two characters, and that of three.
  let second = ScratchBuffer<Surface>()
  let third = ScratchBuffer<Surface>()
  /// By offset, where `sizes` says so: the first of `longer`.
  let firstLonger = ScratchBuffer<Int32>()
  let longer = ScratchBuffer<Longer>(capacity: 64)
  private let walks = ScratchBuffer<Walk>()
  private let tails = ScratchBuffer<Tail>()

  /// Finds the surfaces of `length` characters, behind which one more can be read.
  func read(
    _ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ characters: UnsafePointer<CharacterInfo>, _ length: Int
  ) {
    sizes.reserve(length + 1)
    second.reserve(length + 1)
    third.reserve(length + 1)
    firstLonger.reserve(length + 1)
    walks.reserve(length + 1)
    // A walk ends at its tail.
    tails.reserve(length + 1)
    longer.count = 0
    tails.count = 0
    walks.count = 0
    readSecond(image, codes, characters, length)
    readThird(image, codes, length)
    var depth = 4
    while walks.count > 0 {
      readFurther(image, codes, length, depth)
      depth += 1
    }
    if tails.count > 0 { readTails(image, codes, length) }
    if longer.count > 0 { linkLonger() }
  }

  /// Takes the second step from every character.
  private func readSecond(
    _ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ characters: UnsafePointer<CharacterInfo>, _ length: Int
  ) {
    let cells = image.cells
    let imageTails = image.tails
    let entries = image.entries
    let sizes = sizes.base
    let second = second.base
    let walks = walks.base
    let tails = tails.base
    var walkCount = 0
    var tailCount = 0
    for start in 0..<max(length &- 1, 0) {
      let own = characters[start].cell
      let code = codes[start &+ 1]
      if own.isTail {
        tails[tailCount] = Tail(
          start: Int32(truncatingIfNeeded: start), from: Int32(truncatingIfNeeded: start &+ 1),
          base: Int32(truncatingIfNeeded: own.base), list: Int32(truncatingIfNeeded: own.value))
        tailCount &+= imageTails[own.base &+ 1] == code ? 1 : 0
      }
      let cell = TrieCellFields(cells[own.children &+ Int(code)], ifLabelled: code)
      let list = cell.value
      second[start] = Surface(list: Int32(truncatingIfNeeded: list), entry: entries[max(list, 0)])
      let tail = cell.tail
      let hasTail = cell.tailCount
      sizes[start] = Sizes(rawValue: UInt8(truncatingIfNeeded: (list < 0 ? 0 : 1) & ~hasTail))
      tails[tailCount] = Tail(
        start: Int32(truncatingIfNeeded: start), from: Int32(truncatingIfNeeded: start &+ 2),
        base: Int32(truncatingIfNeeded: tail), list: Int32(truncatingIfNeeded: list))
      tailCount &+= hasTail & (imageTails[tail &+ 1] == codes[start &+ 2] ? 1 : 0)
      walks[walkCount] = Walk(
        start: Int32(truncatingIfNeeded: start), base: Int32(truncatingIfNeeded: cell.children))
      walkCount &+= cell.children == 0 ? 0 : 1
    }
    if length > 0 { sizes[length &- 1] = [] }
    self.walks.count = walkCount
    self.tails.count = tailCount
  }

  /// Takes the third step of the walks that go on.
  private func readThird(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    let cells = image.cells
    let imageTails = image.tails
    let entries = image.entries
    let sizes = sizes.base
    let third = third.base
    let walks = walks.base
    let tails = tails.base
    var tailCount = self.tails.count
    var kept = 0
    for index in 0..<self.walks.count {
      let walk = walks[index]
      let start = Int(walk.start)
      // The last walk may have come to the end of the sentence.
      if start &+ 2 >= length { break }
      let code = codes[start &+ 2]
      let cell = TrieCellFields(cells[Int(walk.base) &+ Int(code)], ifLabelled: code)
      let list = cell.value
      third[start] = Surface(list: Int32(truncatingIfNeeded: list), entry: entries[max(list, 0)])
      let tail = cell.tail
      let hasTail = cell.tailCount
      sizes[start].rawValue |= UInt8(truncatingIfNeeded: ((list < 0 ? 0 : 1) & ~hasTail) &<< 1)
      tails[tailCount] = Tail(
        start: walk.start, from: Int32(truncatingIfNeeded: start &+ 3), base: Int32(truncatingIfNeeded: tail),
        list: Int32(truncatingIfNeeded: list))
      tailCount &+= hasTail & (imageTails[tail &+ 1] == codes[start &+ 3] ? 1 : 0)
      walks[kept] = Walk(start: walk.start, base: Int32(truncatingIfNeeded: cell.children))
      kept &+= cell.children == 0 ? 0 : 1
    }
    self.walks.count = kept
    self.tails.count = tailCount
  }

  /// Takes one step more; few walks come here.
  private func readFurther(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int, _ depth: Int) {
    var kept = 0
    for index in 0..<walks.count {
      let walk = walks.base[index]
      let end = Int(walk.start) + depth
      if end > length { break }
      let code = codes[end - 1]
      let cell = TrieCellFields(image.cells[Int(walk.base) + Int(code)], ifLabelled: code)
      if cell.isTail {
        tails.append(
          Tail(
            start: walk.start, from: Int32(truncatingIfNeeded: end), base: Int32(truncatingIfNeeded: cell.base),
            list: Int32(truncatingIfNeeded: cell.value)))
        continue
      }
      if cell.value >= 0 { addLonger(image, cell.value, walk.start, end) }
      if cell.base == 0 { continue }
      walks.base[kept] = Walk(start: walk.start, base: Int32(truncatingIfNeeded: cell.base))
      kept += 1
    }
    walks.count = kept
  }

  /// Compares the tails with the text.
  private func readTails(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    for index in 0..<tails.count {
      let tail = tails.base[index]
      let from = Int(tail.from)
      let rest = image.tails + Int(tail.base)
      let size = Int(rest[0])
      if size > length - from || tail.list < 0 { continue }
      var matched = 0
      while matched < size, codes[from + matched] == rest[matched + 1] { matched += 1 }
      if matched < size { continue }
      let start = Int(tail.start)
      let surface = Surface(list: tail.list, entry: image.entries[Int(tail.list)])
      switch from + size - start {
      case 2:
        second.base[start] = surface
        sizes.base[start].insert(.two)
      case 3:
        third.base[start] = surface
        sizes.base[start].insert(.three)
      default: addLonger(image, Int(tail.list), tail.start, from + size)
      }
    }
  }

  private func addLonger(_ image: GazetteerImage, _ list: Int, _ start: Int32, _ end: Int) {
    longer.append(
      Longer(
        surface: Surface(list: Int32(truncatingIfNeeded: list), entry: image.entries[list]), start: start,
        end: Int32(truncatingIfNeeded: end), next: -1))
  }

  /// Chains the longer surfaces of a start; those of one start were found in the order of their ends.
  private func linkLonger() {
    for index in stride(from: longer.count - 1, through: 0, by: -1) {
      let start = Int(longer.base[index].start)
      if sizes.base[start].contains(.more) { longer.base[index].next = firstLonger.base[start] }
      firstLonger.base[start] = Int32(truncatingIfNeeded: index)
      sizes.base[start].insert(.more)
    }
  }
}
