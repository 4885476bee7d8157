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
    while offset < length, !isJoint[offset] { offset += 1 }
    return offset
  }

  /// Counts what the path costs behind each state that ends in `start + 1 ... end`, up to the joint `end`.
  private mutating func goBack(to start: Int, from end: Int) {
    // Where no name closes, none was open.
    var mayClose = false
    var offset = start + 1
    while offset <= end, !mayClose {
      mayClose = closes[offset]
      offset += 1
    }
    let column = Int(WordClass.eos.rawValue)
    var best = Self.far
    firstStart[end] = .max
    var index = lastAtEnd[end]
    while index >= 0 {
      let state = states + Int(index)
      firstStart[end] = min(firstStart[end], state.pointee.start)
      if state.pointee.level != .inside {
        let cost = end == length ? Int32(transitions[Int(state.pointee.row) &* CostModel.width &+ column]) : 0
        after[Int(index)] = cost
        best = min(best, state.pointee.cost &+ cost)
      }
      index = state.pointee.next
    }
    let bound = best &+ Self.largest
    offset = end - 1
    while offset > start {
      firstStart[offset] = .max
      if lastAtEnd[offset] >= 0 { goBack(at: offset, end, bound, mayClose) }
      offset -= 1
    }
  }

  /// Counts for the states that end at an offset.
  private mutating func goBack(
    at offset: Int, _ limit: Int, _ bound: Int32, _ mayClose: Bool
  ) {
    firstStart[offset] = gather(at: offset, inside: mayClose)
    // The search went on only from these.
    let mayGoOn = outerCount > 0 || innerCount > 0 && Int(headReach[offset]) > offset
    if !mayGoOn { return }
    for live in 0..<outerCount { outer[live].cost = Self.far }
    for live in 0..<innerCount { inner[live].cost = Self.far }
    let mayOpen = mayClose && (innerCount > 0 || Int(headReach[offset]) > offset)
    // The cheapest way on for a name that opens here.
    var opening = Self.far
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      if edge.pointee.end <= limit {
        // The states of an edge stand side by side: outer, inside, closed.
        var own = firstState[Int(index)]
        if isState(own, of: index, on: .outer) {
          if let ahead = ahead(of: own, bound) { relaxBack(edge, ahead &+ edge.pointee.cost) }
          own &+= 1
        }
        if mayOpen, isState(own, of: index, on: .inside) {
          let closed = isState(own &+ 1, of: index, on: .closed) ? own &+ 1 : -1
          relaxBackInside(edge, own, closed, &opening, bound)
        }
      }
      index = edge.pointee.next
    }
    if mayOpen { relaxBackBrands(at: offset, limit, &opening) }
    if opening < Self.far {
      let organization = Int(WordClass.organization.rawValue)
      for live in 0..<outerCount {
        let cost = Int32(outer[live].row[organization]) &+ costs.open &+ opening
        if cost < outer[live].cost { outer[live].cost = cost }
      }
    }
    for live in 0..<outerCount { after[Int(outer[live].state)] = outer[live].cost }
    for live in 0..<innerCount { after[Int(inner[live].state)] = inner[live].cost }
  }

  /// Whether a number is that of a state that an edge gave on a level.
  @inline(__always)
  private func isState(_ state: Int32, of edge: Int32, on level: PathState.Level) -> Bool {
    Int(state) < count && states[Int(state)].edge == edge && states[Int(state)].level == level
  }

  /// What the path costs behind a state, if the whole path is no dearer than `bound`.
  @inline(__always)
  private func ahead(of state: Int32, _ bound: Int32) -> Int32? {
    let cost = after[Int(state)]
    return cost < Self.far && states[Int(state)].cost &+ cost <= bound ? cost : nil
  }

  @inline(__always)
  private func relaxBack(_ edge: UnsafePointer<Edge>, _ ahead: Int32) {
    let wordClass = edge.pointee.role.wordClass
    let column = Int(wordClass.rawValue)
    let own = Int(edge.pointee.role.own)
    for live in 0..<outerCount {
      var cost = Int32(outer[live].row[column]) &+ ahead
      if !wordClass.isName, let followers = outer[live].followers { cost &+= Int32(followers[own]) }
      if cost < outer[live].cost { outer[live].cost = cost }
    }
  }

  private mutating func relaxBackInside(
    _ edge: UnsafePointer<Edge>, _ state: Int32, _ closed: Int32, _ opening: inout Int32, _ bound: Int32
  ) {
    let innerClass = edge.pointee.role.innerClass
    let column = Int(innerClass.rawValue)
    let inside = self.ahead(of: state, bound)
    var ahead = inside ?? Self.far
    // Of a name that closes with the edge: what that cost the search.
    if closed >= 0, let whole = self.ahead(of: closed, bound) {
      ahead = min(ahead, whole &+ states[Int(closed)].cost &- states[Int(state)].cost)
    }
    if ahead >= Self.far { return }
    ahead &+= edge.pointee.insideCost
    for live in 0..<innerCount {
      let cost = Int32(inner[live].row[column]) &+ ahead
      if cost < inner[live].cost { inner[live].cost = cost }
    }
    if let inside {
      let cost =
        Int32(self.inside[Int(WordClass.bos.rawValue) &* CostModel.width &+ column]) &+ edge.pointee.insideCost
        &+ inside
        &+ (innerClass == .verb || innerClass == .roleVerb ? costs.verbFirst : 0)
      if cost < opening { opening = cost }
    }
  }

  private mutating func relaxBackBrands(
    at offset: Int, _ limit: Int, _ opening: inout Int32
  ) {
    var index = firstBrand[offset]
    if index < 0 { return }
    let column = Int(WordClass.brand.rawValue)
    var brand = costs.brand &+ Int32(characters[offset].brand)
    // The brands from here stand side by side, the shortest first.
    while Int(index) < count, states[Int(index)].edge < 0, Int(states[Int(index)].start) == offset {
      let end = Int(states[Int(index)].end)
      if end > limit { return }
      brand &+= Int32(characters[end - 1].brand)
      if after[Int(index)] < Self.far {
        let ahead = brand &+ after[Int(index)]
        for live in 0..<innerCount where !inner[live].isBrand {
          let cost = Int32(inner[live].row[column]) &+ ahead
          if cost < inner[live].cost { inner[live].cost = cost }
        }
        opening = min(opening, Int32(inside[Int(WordClass.bos.rawValue) &* CostModel.width &+ column]) &+ ahead)
      }
      index &+= 1
    }
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
      var index = Int(firstStart[offset]) <= cut ? lastAtEnd[offset] : -1
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
