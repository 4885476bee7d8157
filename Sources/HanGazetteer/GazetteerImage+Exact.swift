extension GazetteerImage {
  /// The start of the list of the entries of exactly this surface, or -1. Nothing is allocated.
  package func list(of surface: UnsafePointer<UInt32>, count: Int) -> Int {
    var base = cells[0].base
    var index = 0
    while index < count {
      let code = code(of: surface[index])
      if code == 0 { return -1 }
      let cell = cells[base &+ Int(code)]
      if cell.label != code { return -1 }
      index &+= 1
      if cell.isTail {
        let tail = cell.base
        guard Int(tails[tail]) == count &- index else { return -1 }
        var offset = 1
        while index < count {
          if self.code(of: surface[index]) != tails[tail &+ offset] { return -1 }
          index &+= 1
          offset &+= 1
        }
        return cell.value
      }
      if index == count { return cell.value }
      base = cell.base
      if base == 0 { return -1 }
    }
    return -1
  }

  /// Calls `body` with the number of each entry of exactly this surface, in the order of the tables.
  @inline(__always)
  package func forEachEntry(of surface: UnsafePointer<UInt32>, count: Int, _ body: (Int) -> Void) {
    var index = list(of: surface, count: count)
    if index < 0 { return }
    while true {
      body(index)
      if entries[index].isLast { return }
      index &+= 1
    }
  }

  /// What an entry has in common with others.
  @inline(__always)
  package func common(_ entry: Int) -> EntryClass { classes[entries[entry].classNumber] }
}
