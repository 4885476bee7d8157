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
  mutating func agreeInLists() {
    var start = -1
    var last = -1
    for offset in 0...length {
      let isPause = offset < length && characters[offset].mark == .pause
      if isPause, last >= 0, offset - last <= Self.longestMember + 1 {
        last = offset
        continue
      }
      if offset < length, !isPause { continue }
      if last >= 0 { agree(from: start, to: last) }
      start = offset
      last = offset
    }
  }

  /// A list from its first 、 to its last.
  private func agree(from first: Int, to last: Int) {
    for type in Self.types {
      var sure = 0
      forEachMember(first, last) { if isSure($0, type) { sure += 1 } }
      if sure == 0 { continue }
      forEachMember(first, last) { member in
        let others = isSure(member, type) ? sure - 1 : sure
        let gain = tuning.pointee.listMember * Int32(min(others, 3)) / 3
        forEachEdge(of: member, type) { edge, _ in
          // 河南省委、省政府: the organs of some province are none.
          let isOrgan = edge.pointee.role.kind == tuning.pointee.government
          if edge.pointee.source == .listed, edge.pointee.wordClass == type, !isOrgan { edge.pointee.cost += gain }
        }
      }
    }
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
    for start in stride(from: member.end - 2, through: max(member.end - Self.longestMember, 0), by: -1) {
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
      if edge.pointee.wordClass == type, edge.pointee.flags & GazetteerEntry.ambiguous == 0 {
        isType = true
      } else if member.start >= 0, member.end >= 0 {
        isOther = true
      }
    }
    return isType && !isOther
  }
}
