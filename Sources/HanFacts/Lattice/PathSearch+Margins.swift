import HanGazetteer

/// How contested the records of the best path are: what the best reading without each of them would cost more.
///
/// A record's margin is a min-marginal of the lattice: the states that cover its first character (of an organization
/// also its last one) each lie on a cheapest whole path, whose cost is what the search paid to reach the state and
/// what it costs to go on from there; the cheapest of those that do not make the record is the best reading without
/// it. What it costs to go on is counted backwards, and only where records stand, up to the next
/// joint, an offset that all paths pass in one state. Linear in the edges, as the search is.
extension PathSearch {
  /// A state at or before this many characters is looked at; names are shorter.
  private static let reach = 40
  /// The largest margin; dearer readings are not followed.
  private static let largest: Int32 = 15_000

  /// Sets the margins of the tokens of the best path that make records.
  ///
  /// - Parameters:
  ///   - tokens: the tokens, in order
  ///   - path: the state of each
  ///   - start: the place of the sentence in the document, which the tokens count from
  mutating func setMargins(
    of tokens: UnsafeMutablePointer<DecodedToken>, _ path: UnsafePointer<Int32>, _ count: Int, sentence start: Int
  ) {
    var index = 0
    var isAny = false
    while index < count {
      if !Self.isRecord(tokens[index]) {
        index += 1
        continue
      }
      if !isAny { after.update(repeating: Self.far, count: self.count) }
      isAny = true
      // Records that no joint parts are counted together.
      let first = index
      var end = joint(from: tokens[index].end - start)
      index += 1
      while index < count, tokens[index].start - start < end {
        if Self.isRecord(tokens[index]) { end = joint(from: tokens[index].end - start) }
        index += 1
      }
      goBack(to: tokens[first].start - start, from: end)
      for record in first..<index where Self.isRecord(tokens[record]) {
        tokens[record].margin = margin(of: tokens + record, path[record], sentence: start, to: end)
      }
    }
  }

  @inline(__always)
  private static func isRecord(_ token: DecodedToken) -> Bool { token.wordClass.isName || token.source == .scanner }

  /// The first joint at or behind an offset: one state ends there, and nothing goes over it.
  private func joint(from offset: Int) -> Int {
    var offset = offset
    while offset < length, !ends[offset].isJoint { offset += 1 }
    return offset
  }

  /// Counts what the path costs behind each state that ends in `start + 1 ... end`, up to the joint `end`.
  private mutating func goBack(to start: Int, from end: Int) {
    // Where no name closes, none was open.
    var mayClose = false
    var offset = start + 1
    while offset <= end {
      mayClose = mayClose || ends[offset].closes
      offset += 1
    }
    let column = Int(WordClass.eos.rawValue)
    var index = ends[end].last
    while index >= 0 {
      let state = states + Int(index)
      if state.pointee.level != .inside {
        after[Int(index)] = end == length ? Int32(transitions[Int(state.pointee.row) &* CostModel.width &+ column]) : 0
      }
      index = state.pointee.next
    }
    offset = end - 1
    while offset > start {
      if ends[offset].last >= 0 { goBack(at: offset, end, mayClose) }
      offset -= 1
    }
  }

  /// Counts for the states that end at an offset.
  private mutating func goBack(at offset: Int, _ limit: Int, _ mayClose: Bool) {
    read(offset, inside: mayClose)
    // The search went on only from these.
    if outerCount == 0, innerCount == 0 || Int(headReach[offset]) <= offset { return }
    let mayOpen = mayClose && (innerCount > 0 || Int(headReach[offset]) > offset)
    // From here on the costs of the slots are those behind the states.
    for live in 0..<outerCount { outer[live].cost = Self.far }
    for live in 0..<innerCount { inner[live].cost = Self.far }
    // The cheapest way on for a name that opens here.
    var opening = Self.far
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      if edge.pointee.end <= limit {
        // The states of an edge stand side by side: outer, inside, closed.
        var own = firstState[Int(index)]
        if isState(own, of: index, on: .outer) {
          relaxBack(edge, after[Int(own)] &+ edge.pointee.cost)
          own &+= 1
        }
        if mayOpen, isState(own, of: index, on: .inside) {
          let closed = isState(own &+ 1, of: index, on: .closed) ? own &+ 1 : -1
          relaxBackInside(edge, own, closed, &opening)
        }
      }
      index = edge.pointee.next
    }
    if mayOpen { relaxBackBrands(at: offset, limit, &opening) }
    if opening < Self.far {
      relaxBack(opening &+ costs.open, Int(WordClass.organization.rawValue), followerWidth &- 1)
    }
    for live in 0..<outerCount { after[Int(outer[live].state)] = outer[live].cost }
    for live in 0..<innerCount { after[Int(inner[live].state)] = inner[live].cost }
  }

  /// Whether a number is that of a state that an edge gave on a level.
  @inline(__always)
  private func isState(_ state: Int32, of edge: Int32, on level: PathState.Level) -> Bool {
    state >= 0 && Int(state) < count && states[Int(state)].edge == edge && states[Int(state)].level == level
  }

  @inline(__always)
  private func relaxBack(_ edge: UnsafePointer<Edge>, _ ahead: Int32) {
    let role = edge.pointee.role
    relaxBack(ahead, Int(role.wordClass.rawValue), role.wordClass.isName ? followerWidth &- 1 : Int(role.own))
  }

  /// Lowers what it costs to go on from the outer states of the offset by a way through a class.
  @inline(__always)
  private func relaxBack(_ ahead: Int32, _ column: Int, _ follower: Int) {
    let transitions = transitions + column
    let followers = followers + follower
    var live = outer
    let end = live + outerCount
    repeat {
      for place in 0..<4 {
        let row = Int(live[place].row)
        let cost = ahead &+ Int32(transitions[row]) &+ Int32(followers[Int(live[place].followers)])
        live[place].cost = min(live[place].cost, cost)
      }
      live += 4
    } while live < end
  }

  /// The same for those inside an organization.
  @inline(__always)
  private func relaxBackInner(_ ahead: Int32, _ column: Int, asBrand: Bool) {
    let inside = inside + column
    var live = inner
    let end = live + innerCount
    while live < end {
      for place in 0..<4 {
        let cost = ahead &+ Int32(inside[Int(live[place].row)]) &+ (asBrand ? live[place].brand : 0)
        live[place].cost = min(live[place].cost, cost)
      }
      live += 4
    }
  }

  @inline(__always)
  private func relaxBackInside(_ edge: UnsafePointer<Edge>, _ state: Int32, _ closed: Int32, _ opening: inout Int32) {
    let column = Int(edge.pointee.role.innerClass.rawValue)
    let inside = after[Int(state)]
    var ahead = inside
    // Of a name that closes with the edge: what that cost the search.
    if closed >= 0 { ahead = min(ahead, after[Int(closed)] &+ states[Int(closed)].cost &- states[Int(state)].cost) }
    if ahead >= Self.far { return }
    relaxBackInner(ahead &+ edge.pointee.insideCost, column, asBrand: false)
    opening = min(opening, classes[column].first &+ edge.pointee.insideCost &+ inside)
  }

  @inline(__always)
  private func relaxBackBrands(at offset: Int, _ limit: Int, _ opening: inout Int32) {
    var index = Int(firstBrand[offset])
    if index < 0 { return }
    let column = Int(WordClass.brand.rawValue)
    var ahead = Self.far
    var brand = costs.brand &+ Int32(characters[offset].brand)
    // The brands from here stand side by side, the shortest first.
    while index < count, states[index].edge < 0, Int(states[index].start) == offset {
      let end = Int(states[index].end)
      if end > limit { break }
      brand &+= Int32(characters[end - 1].brand)
      ahead = min(ahead, brand &+ after[index])
      index &+= 1
    }
    if ahead >= Self.far { return }
    relaxBackInner(ahead, column, asBrand: true)
    opening = min(opening, classes[column].first &+ ahead)
  }

  /// How much dearer the best path is that does not make the record of a token.
  private mutating func margin(
    of token: UnsafePointer<DecodedToken>, _ state: Int32, sentence: Int, to limit: Int
  ) -> Int32 {
    let start = token.pointee.start - sentence
    let end = token.pointee.end - sentence
    guard after[Int(state)] < Self.far else { return Self.largest }
    let best = states[Int(state)].cost &+ after[Int(state)]
    let token = Record(start: start, end: end, wordClass: token.pointee.wordClass, state: state)
    var other = cheapest(without: token, over: start, to: limit)
    // An organization may be read as one token or as a composed name: both make the record. Words inside a name tell
    // nothing of where it began, so what covers its last character is asked as well.
    if token.wordClass == .organization {
      other = min(other, cheapest(without: token, over: end - 1, to: limit))
    }
    return min(max(other &- best, 0), Self.largest)
  }

  /// A record of the best path, as offsets in the sentence.
  private struct Record {
    let start: Int
    let end: Int
    let wordClass: WordClass
    let state: Int32
  }

  /// The cost of the best path through a state that covers a character and does not make a record.
  private func cheapest(
    without record: Record, over cut: Int, to limit: Int
  ) -> Int32 {
    var best = Self.far
    var offset = cut + 1
    let last = min(cut + Self.reach, limit)
    while offset <= last {
      var index = Int(ends[offset].firstStart) <= cut ? ends[offset].last : -1
      while index >= 0 {
        let rival = states + Int(index)
        let from = Int(rival.pointee.start)
        if from <= cut, after[Int(index)] < Self.far, index != record.state {
          let cost = rival.pointee.cost &+ after[Int(index)]
          let mayCount = record.wordClass != .organization || rival.pointee.level != .inside || cut != record.start
          let isSame = from == record.start && offset == record.end && isRecord(rival, as: record.wordClass)
          if cost < best, mayCount, !isSame { best = cost }
        }
        index = rival.pointee.next
      }
      offset += 1
    }
    return best
  }

  /// Whether a state makes a record of a class.
  private func isRecord(_ state: UnsafePointer<PathState>, as wordClass: WordClass) -> Bool {
    switch state.pointee.level {
    case .closed: return wordClass == .organization
    case .inside: return false
    case .outer: return state.pointee.edge >= 0 && edges[Int(state.pointee.edge)].role.wordClass == wordClass
    }
  }
}
