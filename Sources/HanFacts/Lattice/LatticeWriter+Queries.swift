import HanGazetteer

/// What the generators ask of the words and edges around a character.
extension LatticeWriter {
  /// Whether a listed word of two characters begins at an offset, of a class if one is given.
  @inline(__always)
  func hasWord(at offset: Int, _ wordClass: WordClass? = nil) -> Bool {
    sizes[offset].contains(.two) && hasWordOfTwo(at: offset, wordClass)
  }

  @inline(never)
  private func hasWordOfTwo(at offset: Int, _ wordClass: WordClass?) -> Bool {
    hasListed(at: offset) { $0.pointee.action == .word && (wordClass == nil || $0.pointee.edge.wordClass == wordClass) }
  }

  /// Whether a person of two characters whom a table lists, as nothing else than a name, begins at an offset.
  @inline(__always)
  func hasListedPerson(at offset: Int) -> Bool {
    sizes[offset].contains(.two) && hasPersonOfTwo(at: offset)
  }

  @inline(never)
  private func hasPersonOfTwo(at offset: Int) -> Bool {
    hasListed(at: offset) {
      $0.pointee.action == .name && $0.pointee.edge.wordClass == .person
        && $0.pointee.flags & EntryFlag.ambiguous == 0
    }
  }

  /// 华为, 中核: whether a listed body of two or three characters, which is no ordinary word, begins at an offset.
  @inline(__always)
  func beginsBody(_ offset: Int) -> Bool {
    let either: TrieFront.Sizes = [.two, .three]
    return !sizes[offset].isDisjoint(with: either) && beginsShortBody(offset)
  }

  @inline(never)
  private func beginsShortBody(_ offset: Int) -> Bool {
    func isBody(_ role: UnsafePointer<EntryRole>) -> Bool {
      role.pointee.action == .name && role.pointee.edge.wordClass == .organization
        && role.pointee.flags & EntryFlag.ambiguous == 0
    }
    return hasListed(at: offset, isBody) || hasListed(at: offset, size: 3, isBody)
  }

  /// Whether a listed verb of one or two characters begins at an offset.
  func isVerb(at offset: Int) -> Bool {
    hasWord(at: offset, .verb)
      || hasListed(at: offset, size: 1) { $0.pointee.action == .word && $0.pointee.edge.wordClass == .verb }
  }

  /// Whether a word that supports names of a kind stands right beside a surface.
  func hasSupport(kind: UInt16, from: Int, to: Int) -> Bool {
    supports.support(kind: kind, folded, from: from, to: to, length: length)
  }

  /// Whether the name of a region that is written with the abbreviation at an offset stands there: 港澳, 京津冀.
  @inline(__always)
  func isInRegion(_ offset: Int) -> Bool {
    let either: TrieFront.Sizes = [.two, .three]
    let around = sizes[offset].union(sizes[offset &- 1]).intersection(either)
    if around.isEmpty, !sizes[offset &- 2].contains(.three) { return false }
    return isPartOfRegion(offset)
  }

  @inline(never)
  private func isPartOfRegion(_ offset: Int) -> Bool {
    isRegion(offset, size: 2) || isRegion(offset - 1, size: 2) || isRegion(offset, size: 3)
      || isRegion(offset - 1, size: 3) || isRegion(offset - 2, size: 3)
  }

  private func isRegion(_ offset: Int, size: Int) -> Bool {
    hasListed(at: offset, size: size) {
      $0.pointee.action == .place && $0.pointee.edge.kind == tuning.pointee.region
        && $0.pointee.flags & EntryFlag.ambiguous == 0
    }
  }

  /// Whether a listed surface of one to three characters begins at an offset, with a role that is such a one.
  @inline(__always)
  func hasListed(at offset: Int, size: Int = 2, _ isSuch: (UnsafePointer<EntryRole>) -> Bool) -> Bool {
    var list: Int
    switch size {
    case 1:
      let own = characters[offset].cell
      if own.isTail { return false }
      list = own.value
    case 2: list = sizes[offset].contains(.two) ? Int(second[offset].list) : -1
    default: list = sizes[offset].contains(.three) ? Int(third[offset].list) : -1
    }
    if list < 0 { return false }
    while true {
      let entry = builtIn[list]
      if isSuch(roles + entry.ownClass) { return true }
      if entry.endsList { return false }
      list &+= 1
    }
  }

  /// Whether any edge that starts at an offset is such a one; none starts before the sentence or behind it.
  @inline(__always)
  func hasEdge(at offset: Int, _ isSuch: (UnsafeMutablePointer<Edge>) -> Bool) -> Bool {
    var index = offset >= 0 && offset < length ? first[offset] : -1
    while index >= 0 {
      let edge = edges + Int(index)
      if isSuch(edge) { return true }
      index = edge.pointee.next
    }
    return false
  }

  /// Calls with each edge that starts at an offset.
  @inline(__always)
  func forEachEdge(at offset: Int, _ body: (UnsafeMutablePointer<Edge>) -> Void) {
    _ = hasEdge(at: offset) { edge in
      body(edge)
      return false
    }
  }

  /// Whether any edge of exactly these characters is such a one; `lengths` are those from there that are in question.
  @inline(__always)
  func hasEdge(_ from: Int, _ to: Int, _ lengths: UInt32, _ isSuch: (UnsafeMutablePointer<Edge>) -> Bool) -> Bool {
    if lengths & OffsetNotes.bit(to &- from) == 0 { return false }
    return hasEdge(at: from) { $0.pointee.end == Int32(truncatingIfNeeded: to) && isSuch($0) }
  }

  /// Whether the scanner found a date of exactly these characters.
  func hasScannedDate(_ from: Int, _ to: Int) -> Bool {
    hasSpans
      && hasEdge(from, to, notes[from].others) {
        $0.pointee.source == .scanner && $0.pointee.role.kind == ScannedSpan.dateKind
      }
  }

  /// Whether a listed word stands exactly there; its edges have to be in the lattice.
  @inline(__always)
  func isWord(_ from: Int, _ to: Int) -> Bool {
    hasEdge(from, to, notes[from].words) { $0.pointee.source == .word }
  }

  /// Whether the character at an offset is the end of a listed word: 城市, 山区, 公路.
  ///
  /// - Parameter isHead: whether to ask for words that close no name: 干部, but not 体育部
  func endsWord(at offset: Int, isHead: Bool = false) -> Bool {
    if !notes[offset + 1].marks.contains(.endsNoun) { return false }
    for from in stride(from: offset - 1, through: max(offset - 2, 0), by: -1)
    where notes[from].words & OffsetNotes.bit(offset + 1 - from) != 0 {
      let found = hasEdge(at: from) {
        $0.pointee.source == .word && ($0.pointee.wordClass == .noun || $0.pointee.wordClass == .adjective)
          && $0.pointee.end == Int32(offset + 1) && (!isHead || $0.pointee.role.kind == 0)
      }
      if found { return true }
    }
    return false
  }

  /// Whether a title of two characters or more starts at an offset.
  func hasTitle(at offset: Int) -> Bool {
    notes[offset].marks.contains(.startsTitle)
      && hasEdge(at: offset) { $0.pointee.wordClass == .title && $0.pointee.end - Int32(offset) >= 2 }
  }

  /// Whether a title of two to four characters ends there; its edges have to be in the lattice.
  func endsTitle(at end: Int) -> Bool {
    if !notes[end].marks.contains(.endsTitle) { return false }
    for from in stride(from: end - 2, through: max(end - 4, 0), by: -1) {
      if hasEdge(at: from, { $0.pointee.wordClass == .title && $0.pointee.end == Int32(end) }) { return true }
    }
    return false
  }

  /// Whether a listed word of two characters, a name or a scanned span begins at an offset or right before it, and ends
  /// behind it.
  func holdsWord(_ from: Int, _ end: Int) -> Bool {
    for start in max(from - 1, 0)...from {
      let found = hasEdge(at: start) {
        let stop = Int($0.pointee.end)
        let source = $0.pointee.source
        return stop > from && stop - start > 1 && stop <= end
          && (source == .word || source == .scanner || source == .listed)
      }
      if found { return true }
    }
    return false
  }
}
