extension GazetteerImage {
  /// Calls `body` with every surface, as a function that spells it, and the start of its list of entries.
  ///
  /// For lists and checks: linear in the image, in the order of the cells.
  package func forEachSurface(_ body: (() -> String, Int) -> Void) {
    for slot in 1..<max(cellCount, 1) {
      let cell = cells[slot]
      guard cell.parent >= 0, cell.value >= 0 else { continue }
      body({ self.spelling(of: slot) }, Int(cell.value))
    }
  }

  private func spelling(of end: Int) -> String {
    var codes: [UInt16] = []
    var slot = end
    while slot != 0 {
      let parent = Int(cells[slot].parent)
      codes.append(UInt16(truncatingIfNeeded: Int32(slot) - cells[parent].base))
      slot = parent
    }
    codes.reverse()
    if cells[end].base < 0 {
      let tail = Int(-1 - cells[end].base)
      for offset in 0..<Int(tails[tail]) { codes.append(tails[tail + 1 + offset]) }
    }
    var text = String.UnicodeScalarView()
    for code in codes where code > 0 && Int(code) <= scalarCount {
      if let scalar = Unicode.Scalar(scalars[Int(code) - 1]) { text.append(scalar) }
    }
    return String(text)
  }
}
