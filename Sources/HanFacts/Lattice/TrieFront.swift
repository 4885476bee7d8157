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
    /// The cell that it has come to.
    var cell: TrieCellFields
    var start: Int32

    @inline(__always)
    init(_ start: Int, _ cell: TrieCellFields) {
      self.start = Int32(truncatingIfNeeded: start)
      self.cell = cell
    }
  }

  /// By offset, with the margins of `LatticeBuffers`.
  let sizes = ScratchBuffer<Sizes>()
  /// By offset, where `sizes` says so: the surface of two characters, and that of three.
  let second = ScratchBuffer<Surface>()
  let third = ScratchBuffer<Surface>()
  /// By offset, where `sizes` says so: the first of `longer`.
  let firstLonger = ScratchBuffer<Int32>()
  let longer = ScratchBuffer<Longer>(capacity: 64)
  private let walks = ScratchBuffer<Walk>()

  /// Finds the surfaces of `length` characters, behind which one more can be read.
  func read(
    _ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ characters: UnsafePointer<CharacterInfo>, _ length: Int
  ) {
    let margin = LatticeBuffers.margin
    sizes.reserve(length + 2 * margin)
    second.reserve(length + 1)
    third.reserve(length + 1)
    firstLonger.reserve(length + 1)
    walks.reserve(length + 1)
    longer.count = 0
    sizes.base.update(repeating: [], count: length + 2 * margin)
    readSecond(image, codes, characters, length)
    readThird(image, codes, length)
    var depth = 4
    while walks.count > 0 {
      readFurther(image, codes, length, depth)
      depth += 1
    }
    if longer.count > 0 { linkLonger() }
  }

  /// Takes the second step from every character.
  private func readSecond(
    _ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ characters: UnsafePointer<CharacterInfo>, _ length: Int
  ) {
    let cells = image.cells
    let entries = image.entries
    let sizes = sizes.base + LatticeBuffers.margin
    let second = second.base
    let walks = walks.base
    var walkCount = 0
    var start = 0
    while start < length &- 1 {
      let own = characters[start].cell
      let code = codes[start &+ 1]
      if own.isTail {
        readTail(image, own, codes, start, start &+ 1, length)
        start &+= 1
        continue
      }
      let cell = TrieCellFields(cells[own.base &+ Int(code)], ifLabelled: code)
      second[start] = Self.surface(cell, entries)
      sizes[start] = Sizes(rawValue: cell.endsSurface)
      walks[walkCount] = Walk(start, cell)
      walkCount &+= cell.goesOn
      start &+= 1
    }
    self.walks.count = walkCount
  }

  /// Takes the third step of the walks that go on.
  private func readThird(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    let cells = image.cells
    let entries = image.entries
    let sizes = sizes.base + LatticeBuffers.margin
    let third = third.base
    let walks = walks.base
    let count = self.walks.count
    var kept = 0
    var index = 0
    while index < count {
      let walk = walks[index]
      let start = Int(walk.start)
      index &+= 1
      // The last walk may have come to the end of the sentence.
      if start &+ 2 >= length { break }
      if walk.cell.isTail {
        readTail(image, walk.cell, codes, start, start &+ 2, length)
        continue
      }
      let code = codes[start &+ 2]
      let cell = TrieCellFields(cells[walk.cell.base &+ Int(code)], ifLabelled: code)
      third[start] = Self.surface(cell, entries)
      sizes[start].rawValue |= cell.endsSurface &<< 1
      walks[kept] = Walk(start, cell)
      kept &+= cell.goesOn
    }
    self.walks.count = kept
  }

  /// Takes one step more; few walks come here.
  private func readFurther(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int, _ depth: Int) {
    var kept = 0
    for index in 0..<walks.count {
      let walk = walks.base[index]
      let start = Int(walk.start)
      let end = start + depth
      if end > length { break }
      if walk.cell.isTail {
        readTail(image, walk.cell, codes, start, end - 1, length)
        continue
      }
      let code = codes[end - 1]
      let cell = TrieCellFields(image.cells[walk.cell.base + Int(code)], ifLabelled: code)
      if cell.endsSurface > 0 { addLonger(Self.surface(cell, image.entries), start, end) }
      walks.base[kept] = Walk(start, cell)
      kept += cell.goesOn
    }
    walks.count = kept
  }

  /// Ends a walk with the tail that begins at a place of the text.
  private func readTail(
    _ image: GazetteerImage, _ cell: TrieCellFields, _ codes: UnsafePointer<UInt16>, _ start: Int, _ from: Int,
    _ length: Int
  ) {
    let tail = image.tails + cell.base
    if codes[from] != tail[1] { return }
    let size = Int(tail[0])
    if size > length &- from || cell.value < 0 { return }
    var matched = 1
    while matched < size {
      if codes[from &+ matched] != tail[matched &+ 1] { return }
      matched &+= 1
    }
    let surface = Self.surface(cell, image.entries)
    switch from &+ size &- start {
    case 2:
      second.base[start] = surface
      sizes.base[start &+ LatticeBuffers.margin].insert(.two)
    case 3:
      third.base[start] = surface
      sizes.base[start &+ LatticeBuffers.margin].insert(.three)
    default: addLonger(surface, start, from &+ size)
    }
  }

  /// The surface that ends at a cell; of no meaning where none does.
  @inline(__always)
  private static func surface(_ cell: TrieCellFields, _ entries: UnsafePointer<CompactEntry>) -> Surface {
    Surface(list: Int32(truncatingIfNeeded: cell.value), entry: entries[max(cell.value, 0)])
  }

  private func addLonger(_ surface: Surface, _ start: Int, _ end: Int) {
    longer.append(
      Longer(
        surface: surface, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), next: -1))
  }

  /// Chains the longer surfaces of a start; those of one start were found in the order of their ends.
  private func linkLonger() {
    let sizes = sizes.base + LatticeBuffers.margin
    for index in stride(from: longer.count - 1, through: 0, by: -1) {
      let start = Int(longer.base[index].start)
      if sizes[start].contains(.more) { longer.base[index].next = firstLonger.base[start] }
      firstLonger.base[start] = Int32(truncatingIfNeeded: index)
      sizes[start].insert(.more)
    }
  }
}
