/// What needs all words of the sentence.
extension LatticeWriter {
  /// Adds what needs all words of the sentence, and where heads can be reached from.
  mutating func finish() {
    isInTitle = false
    if hasTitles {
      addSurnamesBeforeTitles()
      cheapenAbbreviationsBeforeTitles()
    }
    if hasSuffixes { addPlacesBySuffix() }
    closeHeads()
  }

  /// 江主席 → 江: a surname before a title.
  private mutating func addSurnamesBeforeTitles() {
    for offset in 0..<max(length - 2, 0) {
      let surname = characters[offset].surname
      // 副 belongs to the title: 常副局长.
      if surname == 0 || !(hasTitle(at: offset + 1) || scalar(offset + 1) == 0x526F && hasTitle(at: offset + 2)) {
        continue
      }
      addPerson(
        from: offset, to: offset + 1, cost: tuning.pointee.surnameBeforeTitle + Int32(surname), source: .surname)
    }
  }

  /// 俄总统, 柬外交大臣: before a title the abbreviation of a country needs no other sign.
  private func cheapenAbbreviationsBeforeTitles() {
    let dear = tuning.pointee.abbreviation
    let gain = dear - tuning.pointee.abbreviationGated
    for offset in 0..<max(length - 2, 0) where characters[offset].flags.contains(.office) {
      if !hasTitle(at: offset + 1) || abbreviationCost(from: offset, to: offset + 1) < dear { continue }
      var index = first[offset]
      while index >= 0 {
        let edge = edges + Int(index)
        if edge.pointee.source == .abbreviation { edge.pointee.cost -= gain }
        index = edge.pointee.next
      }
    }
  }

  /// Carries the ends of heads to the left, up to the next mark that no name of an organization holds.
  private func closeHeads() {
    if !hasHeads { return }
    let headReach = headReach
    var reach = -1
    var offset = length
    while true {
      let own = Int(headReach[offset])
      if own >= 0, hasTitles { isTitled[offset] = hasTitle(at: offset) }
      if own >= 0, reach < 0 || reach &- offset > 40 { reach = own }
      headReach[offset] = reach &- offset <= 40 ? Int32(truncatingIfNeeded: reach) : -1
      offset &-= 1
      if offset < 0 { return }
      if characters[offset].flags.contains(.barrier) { reach = -1 }
    }
  }
}
