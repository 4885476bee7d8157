import HanGazetteer

/// Runs of Latin letters and digits, and the names in them or behind them.
extension LatticeWriter {
  /// OpenAI, DeepMind: letters that are a listed name and nothing else are hardly another word.
  func raiseListedLatin(at offset: Int) {
    var word: Int32 = -1
    var isListed = false
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      if Int(edge.pointee.end) == latinEnd {
        if edge.pointee.wordClass == .latin { word = index }
        let isName = edge.pointee.wordClass.isName && edge.pointee.source == .listed
        if isName, edge.pointee.flags & EntryFlag.ambiguous == 0 { isListed = true }
      }
      index = edge.pointee.next
    }
    if isListed, word >= 0 { edges[Int(word)].cost += tuning.pointee.listedLatin }
  }

  /// Whether a character is a letter or digit; one that no table has is asked for its scalar.
  @inline(__always)
  private func isLetterOrDigit(_ offset: Int) -> Bool {
    characters[offset].kind.isASCIIWord || folded[offset] >= 0xC0 && CharacterKind(folded[offset]).isASCIIWord
  }

  /// A run has so many characters at most.
  static let runLimit = 64

  /// The end of the run of ASCII letters and digits that a place stands in.
  func runEnd(_ offset: Int) -> Int {
    var end = offset
    while end < length, end < offset + Self.runLimit {
      if isLetterOrDigit(end) {
        end += 1
        continue
      }
      let scalar = folded[end]
      // Joiners stay inside a run only between two of its characters.
      let joins = scalar == 0x2E || scalar == 0x26 || scalar == 0x2D || scalar == 0x27
      if joins, end + 1 < length, isLetterOrDigit(end + 1) {
        end += 1
        continue
      }
      break
    }
    return max(end, offset + 1)
  }

  /// Whether a surface that starts in a run of Latin letters ends inside one.
  @inline(__always)
  func cutsWord(_ end: Int) -> Bool {
    latinEnd > 0
      && (latinEnd > end || end < length && characters[end - 1].kind.isASCIIWord && characters[end].kind.isASCIIWord)
  }

  /// Elon Musk: two to four capitalised words parted by one blank each.
  func addLatinName(at offset: Int, end: Int) {
    var words = 1
    var isBody = false
    var last = end
    guard isCapitalised(offset, end) else { return }
    while words < 4, scalar(last) == 0x20, last + 1 < length {
      let next = scalar(last + 1)
      guard next >= 0x41, next <= 0x5A else { break }
      let stop = runEnd(last + 1)
      words += 1
      // Agility Robotics, Stanford University: the last word is the head of a body.
      if let kind = kindOfHead(last + 1, stop) {
        isBody = true
        last = stop
        add(
          from: offset, to: last, EdgeRole(.organization, inner: .organization, kind: kind),
          cost: tuning.pointee.latinName, source: .latinName)
        continue
      }
      guard !isBody, isCapitalised(last + 1, stop) else { break }
      last = stop
      addPerson(from: offset, to: last, cost: tuning.pointee.latinName + 2_000, source: .latinName)
    }
  }

  /// The kind of the head of bodies that a whole Latin word is; nil where it is none.
  private func kindOfHead(_ from: Int, _ to: Int) -> UInt16? {
    var index = image.list(of: folded + from, count: to - from)
    while index >= 0 {
      let entry = builtIn[index]
      let role = roles + entry.ownClass
      if role.pointee.action == .head { return role.pointee.edge.kind }
      if entry.endsList { return nil }
      index += 1
    }
    return nil
  }

  /// *ST康得, ST中安: a listed company under special treatment, two characters behind the letters.
  @inline(never)
  func addTreatedStock(at offset: Int, lettersEnd: Int) {
    let letters = lettersEnd - offset
    guard letters == 2 || letters == 3, scalar(lettersEnd - 2) == 0x53, scalar(lettersEnd - 1) == 0x54,
      letters == 2 || folded[offset] == 0x53
    else { return }
    let end = lettersEnd + 2
    guard end <= length, characters[end - 2].kind == .han, characters[end - 1].kind == .han,
      !hasWord(at: lettersEnd, .noun)
    else { return }
    let from = offset > 0 && folded[offset - 1] == 0x2A ? offset - 1 : offset
    add(
      from: from, to: end, EdgeRole(.organization, inner: .organization, kind: tuning.pointee.company),
      cost: tuning.pointee.treatedStock, source: .treatedStock)
  }

  private func isCapitalised(_ from: Int, _ to: Int) -> Bool {
    if to - from < 2 { return to - from == 1 }
    for offset in (from + 1)..<to {
      let scalar = self.scalar(offset)
      if !(scalar >= 0x61 && scalar <= 0x7A) && scalar != 0x2E && scalar != 0x2D && scalar != 0x27 { return false }
    }
    return true
  }
}
