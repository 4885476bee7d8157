extension GazetteerImage {
  /// Calls `body` with every surface, as a function that spells it, and the start of its list of entries.
  ///
  /// For lists and checks: linear in the image, in the order of the cells.
  package func forEachSurface(_ body: (() -> String, Int) -> Void) {
    // By base: the slot of the node whose children are counted from there.
    var owners = [Int32](repeating: -1, count: cellCount + 1)
    for slot in 0..<cellCount where slot == 0 || cells[slot].label != 0 {
      let cell = cells[slot]
      if !cell.isTail, cell.base > 0, cell.base <= cellCount { owners[cell.base] = Int32(truncatingIfNeeded: slot) }
    }
    for slot in 1..<max(cellCount, 1) {
      let cell = cells[slot]
      guard cell.label != 0, cell.value >= 0 else { continue }
      body({ self.spelling(of: slot, owners) }, cell.value)
    }
  }

  private func spelling(of end: Int, _ owners: [Int32]) -> String {
    var codes: [UInt16] = []
    var slot = end
    while slot > 0 {
      let label = cells[slot].label
      codes.append(label)
      slot = slot > Int(label) ? Int(owners[slot - Int(label)]) : 0
    }
    codes.reverse()
    if cells[end].isTail {
      let tail = cells[end].base
      for offset in 0..<Int(tails[tail]) { codes.append(tails[tail + 1 + offset]) }
    }
    var text = String.UnicodeScalarView()
    for code in codes where code > 0 && Int(code) <= scalarCount {
      if let scalar = Unicode.Scalar(scalars[Int(code) - 1]) { text.append(scalar) }
    }
    return String(text)
  }
}
