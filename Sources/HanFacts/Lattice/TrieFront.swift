import HanGazetteer

/// The first two steps of the walks through the trie from every character of a sentence.
///
/// The cells of an image are larger than the cache that is near, and a walk from one character waits for each cell
/// before it knows the next. Here the first steps of all walks are done side by side, in loops without a branch, so
/// that the waits overlap; few walks go further, see `LatticeWriter.addListed`.
final class TrieFront {
  /// By offset: the cell that the character there leads to; a free cell for none.
  let first = ScratchBuffer<TrieCellFields>()
  /// By offset: the cell that this character and the next lead to; a free cell for none.
  let second = ScratchBuffer<TrieCellFields>()

  /// Walks two steps from each of `length` characters.
  func read(_ image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    first.resize(length + 1)
    second.resize(length + 1)
    let cells = image.cells
    let first = first.base
    let second = second.base
    let root = TrieCellFields(cells[0]).base
    for start in 0..<length {
      let code = codes[start]
      let cell = TrieCellFields(cells[root &+ Int(code)])
      first[start] = cell.label == code && code != 0 ? cell : .free
    }
    for start in 0..<max(length - 1, 0) {
      let code = codes[start &+ 1]
      // A tail's base is no place in the cells.
      let base = first[start].isTail ? 0 : first[start].base
      let cell = TrieCellFields(cells[base &+ Int(code)])
      second[start] = cell.label == code && code != 0 && base > 0 ? cell : .free
    }
    if length > 0 { second[length - 1] = .free }
  }
}
