import HanGazetteer

/// What needs all words of the sentence.
extension LatticeWriter {
  /// Adds what needs all words of the sentence, and where heads can be reached from.
  func finish() {
    isInTitle = false
    addSurnamesBeforeTitles()
    addNamesBehindTitles()
    cheapenAbbreviationsBeforeTitles()
    addPlacesBySuffix()
    if pauses.count > 0 {
      cheapenListedPersons()
      agreeInLists()
    }
    cheapenOwners()
    if hasHeads { closeHeads() }
  }

  /// 优必选的周剑, 巨人的史玉柱: what a person belongs to is a body.
  private func cheapenOwners() {
    for index in 0..<owners.count {
      let offset = Int(owners.base[index])
      if offset < 2 || offset >= length - 2 || !startsSurePerson(offset + 1) { continue }
      for from in max(offset - 6, 0)..<(offset - 1) {
        forEachEdge(at: from) { edge in
          if edge.pointee.end == Int32(offset), edge.pointee.source == .listed,
            edge.pointee.wordClass == .organization, edge.pointee.flags & EntryFlag.ambiguous != 0
          {
            edge.pointee.cost += tuning.pointee.owner
          }
        }
      }
    }
  }

  /// 江主席 → 江: a surname before a title.
  private func addSurnamesBeforeTitles() {
    for index in 0..<titleStarts.count {
      let title = Int(titleStarts.base[index])
      addSurname(at: title - 1)
      // 副 belongs to the title: 常副局长.
      if scalar(title - 1) == 0x526F { addSurname(at: title - 2) }
    }
  }

  /// Adds the surname of one character at an offset, behind which a title stands.
  private func addSurname(at offset: Int) {
    if offset < 0 || offset >= length - 2 { return }
    let surname = characters[offset].surname
    let hasTitle = hasTitle(at: offset + 1) || scalar(offset + 1) == 0x526F && hasTitle(at: offset + 2)
    if surname == 0 || !hasTitle { return }
    addPerson(
      from: offset, to: offset + 1,
      cost: tuning.pointee.surnameBeforeTitle + Int32(surname) + (opensClause(offset) ? tuning.pointee.opening : 0),
      source: .surname)
  }

  /// “宗|团长笑了: whether a mark is before the surname at an offset, which is no word of grammar.
  private func opensClause(_ offset: Int) -> Bool {
    let before = characters[offset - 1].mark
    let isOpen = offset == 0 || before == .comma || before == .stop || before == .open || before == .colon
    guard isOpen else { return false }
    // 幺|儿媳
    guard !hasWord(at: offset), !characters[offset].flags.contains(.noBrand), !isGrammar(offset),
      folded[offset] != 0x5E7A
    else { return false }
    // 哈总统, 吉外长
    return !characters[offset].flags.contains(.office) || Self.isNoState(scalar(offset + 1))
  }

  /// 团 连 营 排 班
  private static func isOfficer(_ scalar: UInt32) -> Bool {
    scalar == 0x56E2 || scalar == 0x8FDE || scalar == 0x8425 || scalar == 0x6392 || scalar == 0x73ED
  }

  /// Adds a surname alone before 曰 or a verb that ends in 道, behind a mark: 雷答道：“…
  @inline(never)
  func addSpeaker(_ offset: Int, surname: Int32) {
    guard folded[offset + 1] == 0x66F0 || hasWord(at: offset + 1, .speechVerb), opensClause(offset) else { return }
    addPerson(
      from: offset, to: offset + 1, cost: tuning.pointee.surnameBeforeTitle + surname, source: .surname)
  }

  /// What titles begin with that no office of a state has: 团 连 营 排 班 旅 师 法 教 大 医 政 书 老.
  private static func isNoState(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x56E2, 0x8FDE, 0x8425, 0x6392, 0x73ED, 0x65C5, 0x5E08, 0x6CD5, 0x6559, 0x5927, 0x533B, 0x653F, 0x4E66, 0x8001:
      true
    default: false
    }
  }

  /// 俄总统, 柬外交大臣: before a title the abbreviation of a country needs no other sign.
  private func cheapenAbbreviationsBeforeTitles() {
    let dear = tuning.pointee.abbreviation
    let gain = dear - tuning.pointee.abbreviationGated
    for index in 0..<titleStarts.count {
      let offset = Int(titleStarts.base[index]) - 1
      if offset < 0 || offset >= length - 2 || !characters[offset].flags.contains(.office) { continue }
      // 韩|团长: no officer of a country.
      if Self.isOfficer(scalar(offset + 1)) { continue }
      if !hasTitle(at: offset + 1) || abbreviationCost(from: offset, to: offset + 1) < dear { continue }
      // 昨日外长会议, 29日总统到访
      if folded[offset] == 0x65E5, offset > 0,
        characters[offset - 1].kind == .han || characters[offset - 1].kind == .digit
      {
        continue
      }
      forEachEdge(at: offset) { edge in
        if edge.pointee.source == .abbreviation { edge.pointee.cost -= gain }
      }
    }
  }

  /// 珠江路88号: whether the 号 at an offset ends the number of a house.
  private func isHouseNumber(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, characters[start - 1].kind == .digit { start -= 1 }
    guard start < offset else { return false }
    // 路 街 道 巷 弄 里
    let road = scalar(start - 1)
    return road == 0x8DEF || road == 0x8857 || road == 0x9053 || road == 0x5DF7 || road == 0x5F04 || road == 0x91CC
  }

  /// 高峰、高洪波: a person beside a sure one in a list.
  private func cheapenListedPersons() {
    for index in 0..<pauses.count {
      let offset = Int(pauses.base[index])
      if offset < 2 || offset >= length - 2 { continue }
      // 高洪波 is sure, 高峰 gains; or the other way round.
      if startsSurePerson(offset + 1) {
        for size in 2...min(3, offset) { cheapenPersons(at: offset - size, to: offset) }
      }
      for size in 2...min(4, offset)
      where hasEdge(offset - size, offset, notes[offset - size].persons, { isSurePerson($0, from: offset - size) }) {
        for size in 2...3 { cheapenPersons(at: offset + 1, to: offset + 1 + size) }
        break
      }
    }
  }

  /// Whether a person beyond doubt starts at an offset.
  private func startsSurePerson(_ offset: Int) -> Bool {
    notes[offset].persons > OffsetNotes.bit(1) && hasEdge(at: offset) { isSurePerson($0, from: offset) }
  }

  /// Whether an edge is a person beyond doubt: a listed one, or a name of three characters that holds no word.
  func isSurePerson(_ edge: UnsafeMutablePointer<Edge>, from: Int) -> Bool {
    guard edge.pointee.wordClass == .person else { return false }
    let size = Int(edge.pointee.end) - from
    if edge.pointee.source == .listed { return size > 1 && edge.pointee.flags & EntryFlag.ambiguous == 0 }
    return edge.pointee.source == .chineseName && size == 3 && !isWord(from, from + 2) && !isWord(from + 1, from + 3)
      && !isWord(from, from + 3)
  }

  private func cheapenPersons(at from: Int, to: Int) {
    // A name that goes on is no item of the list.
    if characters[to].kind == .han { return }
    forEachEdge(at: from) { edge in
      let isName =
        edge.pointee.source == .chineseName || edge.pointee.source == .listed && edge.pointee.wordClass == .person
      if isName, edge.pointee.end == Int32(to) { edge.pointee.cost += tuning.pointee.listing }
    }
  }

  /// Carries the ends of heads to the left, up to the next mark that no name of an organization holds.
  private func closeHeads() {
    let headReach = headReach
    let characters = characters
    var reach = -1
    var offset = lastHead
    while true {
      if headReach[offset] >= 0 {
        if hasTitle(at: offset) {
          // 医政处|处长: the title takes up the head.
          titles[offset] =
            offset > 0 && folded[offset] == folded[offset &- 1]
            ? .ofHead : hasSupport(kind: tuning.pointee.company, from: offset, to: offset) ? .ofCompany : .any
        }
        if reach < 0 || reach &- offset > 40 { reach = offset }
      }
      // Before the first head there is nothing more to carry.
      if reach &- offset > 40 || reach < 0, offset < firstHead { return }
      headReach[offset] = reach &- offset <= 40 ? Int32(truncatingIfNeeded: reach) : -1
      offset &-= 1
      if offset < 0 { return }
      if characters[offset].begins.contains(.barrier), folded[offset] != 0x53F7 || isHouseNumber(offset) { reach = -1 }
    }
  }
}
