import HanGazetteer

/// Lists, whose members are of one type: 邻县方山、离石、柳林; 商汤科技、寒武纪、依图科技.
extension LatticeWriter {
  /// A member of a list: where it may start and end; -1 where only the other end is known.
  private struct Member {
    var start: Int
    var end: Int
  }

  /// A member has so many characters at most.
  private static let longestMember = 12
  /// What a list may show its members to be.
  private static let types: [WordClass] = [.place, .organization]

  /// Makes what the lists of the sentence show cheaper.
  ///
  /// A listed place or body is more likely one beside others that are nothing else.
  func agreeInLists() {
    var index = 0
    while index < pauses.count {
      let start = Int(pauses.base[index])
      var last = start
      index += 1
      while index < pauses.count, Int(pauses.base[index]) - last <= Self.longestMember + 1 {
        last = Int(pauses.base[index])
        index += 1
      }
      let end = endOfPlaces(behind: last)
      if end > 0 { addListedPlaces(from: start, to: last, end) }
      addPlacesOfOneSuffix(from: start, to: last)
      agree(from: start, to: last, end)
    }
  }

  /// A list from its first 、 to its last.
  ///
  /// - Parameter end: where its last member ends, if the text says that the members are places; else 0
  private func agree(from first: Int, to last: Int, _ end: Int) {
    agreeOnPersons(first, last)
    for type in Self.types {
      var sure = end > 0 && type == .place ? 2 : 0
      forEachMember(first, last) { if isSure($0, type) { sure += 1 } }
      if sure == 0 { continue }
      forEachMember(first, last) { member in
        let others = isSure(member, type) ? sure - 1 : sure
        let gain = tuning.pointee.listMember * Int32(min(others, 3)) / 3
        forEachEdge(of: member, type) { edge, start in
          // 河南省委、省政府: the organs of some province are none.
          let isOrgan = edge.pointee.image == 0 && edge.pointee.role.kind == tuning.pointee.government
          // 达沃、奥尔莫克、卡利博: a transliteration among places.
          let mayJoin = edge.pointee.source == .listed || edge.pointee.source == .transliteration && type == .place
          if mayJoin, edge.pointee.wordClass == type, !isOrgan, !isListedBody(edge, from: start) {
            edge.pointee.cost += gain
          }
        }
      }
    }
  }

  /// 伊朗、美国和哈马斯: what may be transliterated is the body that a table lists.
  private func isListedBody(_ edge: UnsafeMutablePointer<Edge>, from start: Int) -> Bool {
    edge.pointee.source == .transliteration
      && hasEdge(at: start) {
        $0.pointee.source == .listed && $0.pointee.end == edge.pointee.end && $0.pointee.wordClass == .organization
          && $0.pointee.flags & EntryFlag.ambiguous == 0
      }
  }

  /// 马敏、徐炳三、刘家峰: beside two sure persons the others are persons too.
  private func agreeOnPersons(_ first: Int, _ last: Int) {
    var sure = 0
    forEachMember(first, last) { member in
      var isSure = false
      forEachEdge(of: member, .person) { edge, start in if isSurePerson(edge, from: start) { isSure = true } }
      if isSure { sure += 1 }
    }
    if sure < 2 { return }
    forEachMember(first, last) { member in
      forEachEdge(of: member, .person) { edge, start in
        let source = edge.pointee.source
        let isName = source == .chineseName || source == .listed || source == .transliteration
        if isName, edge.pointee.wordClass == .person, !isSurePerson(edge, from: start) {
          edge.pointee.cost += tuning.pointee.listing
        }
      }
    }
  }

  /// 迪口、水源、川石|等乡镇, 方山、离石|两县: where the members of a list end that the text calls places; 0 where it does not.
  private func endOfPlaces(behind last: Int) -> Int {
    var offset = last + 2
    while offset < min(last + 6, length - 1), characters[offset].kind == .han {
      var next = offset
      if folded[next] == 0x7B49 { next += 1 }
      while Self.isNumeral(scalar(next)) || scalar(next) == 0x4E24 { next += 1 }
      if next > offset {
        if scalar(next) == 0x4E2A { next += 1 }
        switch scalar(next) {
        // 乡 镇 村 县 市 省 区 旗 地 街(道)
        case 0x4E61, 0x9547, 0x6751, 0x53BF, 0x5E02, 0x7701, 0x533A, 0x65D7: return offset
        case 0x5730 where characters[next + 1].kind != .han || folded[offset] == 0x7B49: return offset
        case 0x8857 where scalar(next + 1) == 0x9053: return offset
        default: break
        }
      }
      offset += 1
    }
    return 0
  }

  /// Members of two to four characters between marks are places where the text calls them so.
  private func addListedPlaces(from first: Int, to last: Int, _ end: Int) {
    var start = first + 1
    for offset in (first + 1)...end where offset == end || characters[offset].mark == .pause {
      let size = offset - start
      // 陕西南部局地: what is listed there is enough.
      let isKnown = hasEdge(at: start) { $0.pointee.source == .listed && $0.pointee.wordClass == .place }
      if !isKnown, (2...4).contains(size), (start..<offset).allSatisfy({ characters[$0].kind == .han }) {
        add(
          from: start, to: offset, EdgeRole(.place, inner: .place), cost: tuning.pointee.listedPlace,
          source: .placeSuffix)
      }
      start = offset + 1
    }
  }

  /// 王坟镇、东夏镇、高柳镇: members that end in one suffix of townships are places.
  private func addPlacesOfOneSuffix(from first: Int, to last: Int) {
    if placeSuffixes.count == 0 { return }
    var end = last + 1
    while end < min(last + 7, length), characters[end].kind == .han, !characters[end].flags.contains(.noBrand),
      folded[end] != 0x7B49
    {
      end += 1
    }
    // The suffix of the member before the first 、 counts, though it is not known where it begins.
    var previous = suffixOfPlace(before: first)
    var start = first + 1
    for offset in (first + 1)...end where offset == end || characters[offset].mark == .pause {
      let suffix = suffixOfPlace(before: offset)
      let next = offset < end ? suffixOfPlace(before: nextPause(behind: offset, end)) : 0
      if suffix != 0, suffix == previous || suffix == next, (3...6).contains(offset - start), isOnePlace(start, offset)
      {
        add(
          from: start, to: offset, EdgeRole(.place, inner: .place), cost: tuning.pointee.oneSuffix,
          source: .placeSuffix)
      }
      previous = suffix
      start = offset + 1
    }
  }

  /// Not 桃源乡勤和村, 比如各县: whether no suffix of places stands inside, nothing is listed that begins there, and no
  /// number or 各 stands before the suffix.
  private func isOnePlace(_ start: Int, _ end: Int) -> Bool {
    if !mayClosePlace(end - 1) || hasEdge(at: start, { $0.pointee.source == .listed && $0.pointee.wordClass.isName }) {
      return false
    }
    let stem = folded[end - 1] == 0x9053 ? end - 2 : end - 1
    return !isWord(start, end)
      && (start..<stem).allSatisfy {
        characters[$0].kind == .han && ($0 == start || suffixOfPlace(before: $0 + 1) == 0)
      }
  }

  /// The character before an offset if it closes the name of a township, 道 of 街道 too; else 0.
  private func suffixOfPlace(before offset: Int) -> UInt32 {
    guard offset > 1 else { return 0 }
    let last = folded[offset - 1]
    switch last {
    // 镇 乡 村
    case 0x9547, 0x4E61, 0x6751: return last
    case 0x9053: return folded[offset - 2] == 0x8857 ? last : 0
    default: return 0
    }
  }

  /// Where the member ends that begins behind a 、.
  private func nextPause(behind offset: Int, _ limit: Int) -> Int {
    var end = offset + 1
    while end < limit, characters[end].mark != .pause { end += 1 }
    return end
  }

  private func forEachMember(_ first: Int, _ last: Int, _ body: (Member) -> Void) {
    body(Member(start: -1, end: first))
    var start = first + 1
    while start < last {
      var end = start
      while end < last, characters[end].mark != .pause { end += 1 }
      if end < last || characters[last].mark == .pause { body(Member(start: start, end: end)) }
      start = end + 1
    }
    body(Member(start: last + 1, end: -1))
    // 热火、勇士和老鹰: the member behind the conjunction.
    var offset = last + 2
    while offset < min(last + 8, length - 2) {
      // 和 与 及
      let one = folded[offset]
      if one == 0x548C || one == 0x4E0E || one == 0x53CA {
        body(Member(start: offset + 1, end: -1))
        return
      }
      if characters[offset].kind != .han { return }
      offset += 1
    }
  }

  /// Calls with the edges of two characters or more that may be a member, and where they start.
  private func forEachEdge(of member: Member, _ type: WordClass, _ body: (UnsafeMutablePointer<Edge>, Int) -> Void) {
    let end = Int32(truncatingIfNeeded: member.end)
    if member.start >= 0 {
      forEachEdge(at: member.start) { edge in
        if edge.pointee.end - Int32(member.start) > 1,
          end < 0 ? mayEnd(Int(edge.pointee.end), type) : edge.pointee.end == end
        {
          body(edge, member.start)
        }
      }
      return
    }
    for start in stride(from: member.end - 2, through: max(member.end - Self.longestMember, 0), by: -1)
    where notes[start].lengths & OffsetNotes.bit(member.end - start) != 0 {
      forEachEdge(at: start) { if $0.pointee.end == end { body($0, start) } }
    }
  }

  /// Whether the last member of a list may end at an offset: not 广阳|湾智创生态城, 吉林大学|仪器科学与电气工程学院.
  private func mayEnd(_ end: Int, _ type: WordClass) -> Bool {
    let next = characters[end]
    return next.kind != .han || next.flags.contains(.noBrand) || folded[end] == 0x7B49
      || type == .place && hasWord(at: end)
  }

  /// Whether a member is listed as a type and as no other, and is no ordinary word.
  private func isSure(_ member: Member, _ type: WordClass) -> Bool {
    var isType = false
    var isOther = false
    forEachEdge(of: member, type) { edge, _ in
      let source = edge.pointee.source
      guard source == .listed || source == .word else { return }
      if edge.pointee.wordClass == type, edge.pointee.flags & EntryFlag.ambiguous == 0 {
        isType = true
      } else if member.start >= 0, member.end >= 0 {
        isOther = true
      }
    }
    return isType && !isOther
  }
}
