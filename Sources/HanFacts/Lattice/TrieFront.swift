import HanGazetteer

/// The first three steps of the walks through the trie from every character of a sentence.
///
/// The cells of an image are larger than the cache that is near, and a walk from one character waits for each cell
/// before it knows the next. Here the first steps of all walks are done side by side, in loops without a branch, so
/// that the waits overlap, those for the entries too; few walks go further, see `LatticeWriter.addListed`.
final class TrieFront {
  /// A cell and the first of its entries.
  struct Step: BitwiseCopyable {
    var cell: TrieCellFields
    /// Of no meaning where the cell has no entries.
    var entry: CompactEntry
  }

  /// By offset: the cell that the character there leads to, and what the next and the one behind it lead to; a free
  /// cell for none.
  let first = ScratchBuffer<Step>()
  let second = ScratchBuffer<Step>()
  let third = ScratchBuffer<Step>()

  /// Walks three steps from each of `length` characters, behind which one more can be read.
  func read(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    first.resize(length + 1)
    second.resize(length + 1)
    third.resize(length + 1)
    let root = TrieCellFields(image.cells[0]).base
    let cells = image.cells
    let tails = image.tails
    let entries = image.entries
    let first = first.base
    for start in 0..<length {
      let code = codes[start]
      first[start] = Self.step(cells[root &+ Int(code)], code, codes[start &+ 1], true, tails, entries)
    }
    Self.advance(first, to: second.base, 1, codes, length, cells, tails, entries)
    Self.advance(second.base, to: third.base, 2, codes, length, cells, tails, entries)
  }

  /// The step to a cell; a free one where its label is another, or its tail begins with another character than `next`.
  @inline(__always)
  private static func step(
    _ cell: TrieCell, _ code: UInt16, _ next: UInt16, _ isReached: Bool, _ tails: UnsafePointer<UInt16>,
    _ entries: UnsafePointer<CompactEntry>
  ) -> Step {
    let fields = TrieCellFields(cell)
    let tail = fields.isTail ? fields.base : 0
    let isOther = fields.isTail && tails[tail &+ 1] != next
    let isFree = !isReached || fields.label != code || code == 0 || isOther
    return Step(cell: isFree ? .free : fields, entry: entries[isFree ? 0 : max(fields.value, 0)])
  }

  private static func advance(
    _ from: UnsafePointer<Step>, to steps: UnsafeMutablePointer<Step>, _ depth: Int, _ codes: UnsafePointer<UInt16>,
    _ length: Int, _ cells: UnsafePointer<TrieCell>, _ tails: UnsafePointer<UInt16>,
    _ entries: UnsafePointer<CompactEntry>
  ) {
    let count = max(length - depth, 0)
    for start in 0..<count {
      let code = codes[start &+ depth]
      // A tail's base is no place in the cells.
      let base = from[start].cell.isTail ? 0 : from[start].cell.base
      steps[start] = step(
        cells[base &+ Int(code)], code, codes[start &+ depth &+ 1], base > 0, tails, entries)
    }
    for start in count..<length { steps[start].cell = .free }
  }
}
