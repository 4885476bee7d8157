import HanGazetteer

/// Finds all surfaces of an image in a sentence: every start at once, one character further at a time.
///
/// The cells and entries of an image are larger than the cache that is near, and a walk from one character waits for
/// each cell before it knows the next. Here the walks of a whole sentence go side by side: their cells are looked at
/// in one loop without a branch between, so that the waits overlap.
final class TrieMatches {
  /// A surface: where it ends, its list of entries and the first of them.
  struct Match: BitwiseCopyable {
    var end: Int32
    /// The next longer one that starts where this one does; -1 ends the list.
    var next: Int32
    var list: Int32
    var entry: CompactEntry
  }

  /// A walk: where it began, and the cell it stands in.
  private struct Walk: BitwiseCopyable {
    var start: Int32
    var cell: TrieCell
  }

  /// By offset: the shortest match that starts there, -1 for none.
  let first = ScratchBuffer<Int32>()
  let all = ScratchBuffer<Match>(capacity: 4_096)
  private let last = ScratchBuffer<Int32>()
  private let walks = ScratchBuffer<Walk>()
  private let tailed = ScratchBuffer<Walk>()

  /// Finds the surfaces in `length` characters.
  func find(in image: GazetteerImage, _ codes: UnsafePointer<UInt16>, _ length: Int) {
    first.resize(length + 1)
    last.resize(length + 1)
    walks.resize(length + 1)
    tailed.resize(length + 1)
    all.count = 0
    let cells = image.cells
    let entries = image.entries
    let endings = image.tails
    let walks = walks.base
    let tailed = tailed.base
    let first = first.base
    let last = last.base
    let root = cells[0].base
    var count = 0
    var tails = 0
    first.update(repeating: -1, count: length)
    for start in 0..<length {
      let code = codes[start]
      let cell = cells[root &+ Int(code)]
      walks[count] = Walk(start: Int32(truncatingIfNeeded: start), cell: cell)
      count &+= cell.label == code && code != 0 ? 1 : 0
    }
    var depth = 1
    while count > 0 {
      // What ends here, and what goes on.
      var kept = 0
      for index in 0..<count {
        let walk = walks[index]
        if walk.cell.isTail {
          tailed[tails] = walk
          tails &+= 1
          continue
        }
        let value = walk.cell.value
        if value >= 0 {
          append(Int(walk.start), Int(walk.start) &+ depth, value, entries, first, last)
        }
        walks[kept] = walk
        kept &+= walk.cell.base > 0 && Int(walk.start) &+ depth < length ? 1 : 0
      }
      count = 0
      for index in 0..<kept {
        let walk = walks[index]
        let code = codes[Int(walk.start) &+ depth]
        let cell = cells[walk.cell.base &+ Int(code)]
        // No walk is overtaken: `count` is at most `index`.
        walks[count] = Walk(start: walk.start, cell: cell)
        count &+= cell.label == code && code != 0 ? 1 : 0
      }
      // The tails know their own lengths; they begin behind the character that led to them.
      for index in 0..<tails {
        let walk = tailed[index]
        let from = Int(walk.start) &+ depth
        let tail = endings + walk.cell.base
        let size = Int(tail[0])
        if size > length &- from { continue }
        var offset = 0
        while offset < size, codes[from &+ offset] == tail[1 &+ offset] { offset &+= 1 }
        if offset == size { append(Int(walk.start), from &+ size, walk.cell.value, entries, first, last) }
      }
      tails = 0
      depth &+= 1
    }
  }

  @inline(__always)
  private func append(
    _ start: Int, _ end: Int, _ list: Int, _ entries: UnsafePointer<CompactEntry>,
    _ first: UnsafeMutablePointer<Int32>, _ last: UnsafeMutablePointer<Int32>
  ) {
    let number = Int32(truncatingIfNeeded: all.count)
    all.append(
      Match(
        end: Int32(truncatingIfNeeded: end), next: -1, list: Int32(truncatingIfNeeded: list), entry: entries[list]))
    if first[start] < 0 {
      first[start] = number
    } else {
      all.base[Int(last[start])].next = number
    }
    last[start] = number
  }
}
