import HanGazetteer

/// How contested the records of the best path are: what the best reading without each of them would cost more.
///
/// A record's margin is a min-marginal of the lattice: the states that cover its first character (of an organization
/// also its last one) each lie on a cheapest whole path, whose cost is what the search paid to reach the state and
/// what it costs to go on from there; the cheapest of those that do not make the record is the best reading without
/// it. What it costs to go on is counted backwards, and only where records stand, up to the next
/// joint, an offset that all paths pass in one state. Linear in the edges, as the search is.
extension PathSearch {
  /// The states that an edge gave, -1 for none.
  struct EdgeStates: BitwiseCopyable {
    var outer: Int32 = -1
    var inside: Int32 = -1
    var closed: Int32 = -1
  }

  /// What the margins are counted with, kept from sentence to sentence.
  struct MarginBuffers {
    /// By state: what the path costs behind it.
    let after: UnsafeMutablePointer<Int32>
    /// By edge.
    let statesOfEdge: UnsafeMutablePointer<EdgeStates>
    let edgeCount: Int
  }

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
    of tokens: UnsafeMutablePointer<DecodedToken>, _ path: UnsafePointer<Int32>, _ count: Int, sentence start: Int,
    _ buffers: MarginBuffers
  ) {
    var index = 0
    var isAny = false
    while index < count {
      if !Self.isRecord(tokens[index]) {
        index += 1
        continue
      }
      if !isAny { buffers.statesOfEdge.update(repeating: EdgeStates(), count: buffers.edgeCount) }
      isAny = true
      // Records that no joint parts are counted together.
      let first = index
      var end = joint(from: tokens[index].end - start)
      index += 1
      while index < count, tokens[index].start - start < end {
        if Self.isRecord(tokens[index]) { end = joint(from: tokens[index].end - start) }
        index += 1
      }
      goBack(to: tokens[first].start - start, from: end, buffers)
      for record in first..<index where Self.isRecord(tokens[record]) {
        tokens[record].margin = margin(of: tokens + record, path[record], sentence: start, to: end, buffers)
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
  private mutating func goBack(to start: Int, from end: Int, _ buffers: MarginBuffers) {
    let after = buffers.after
    let statesOfEdge = buffers.statesOfEdge
    // Where no name closes, none was open.
    var mayClose = false
    for offset in (start + 1)...max(end, start + 1) where offset <= length {
      var index = lastAtEnd[offset]
      while index >= 0 {
        let state = states + Int(index)
        after[Int(index)] = Self.far
        if state.pointee.edge >= 0 {
          let own = statesOfEdge + Int(state.pointee.edge)
          switch state.pointee.level {
          case .outer: own.pointee.outer = index
          case .inside: own.pointee.inside = index
          case .closed:
            own.pointee.closed = index
            mayClose = true
          }
        }
        index = state.pointee.next
      }
    }
    let column = Int(WordClass.eos.rawValue)
    var best = Self.far
    var index = lastAtEnd[end]
    while index >= 0 {
      let state = states + Int(index)
      if state.pointee.level != .inside {
        let cost = end == length ? transitions[Int(state.pointee.row) &* CostModel.width &+ column] : 0
        after[Int(index)] = cost
        best = min(best, state.pointee.cost &+ cost)
      }
      index = state.pointee.next
    }
    let bound = best &+ Self.largest
    var offset = end - 1
    while offset > start {
      if lastAtEnd[offset] >= 0 { goBack(at: offset, end, bound, mayClose, buffers) }
      offset -= 1
    }
  }

  /// Counts for the states that end at an offset.
  private mutating func goBack(
    at offset: Int, _ limit: Int, _ bound: Int32, _ mayClose: Bool, _ buffers: MarginBuffers
  ) {
    gather(at: offset, inside: mayClose)
    for live in 0..<outerCount { outer[live].cost = Self.far }
    for live in 0..<innerCount { inner[live].cost = Self.far }
    let mayOpen = mayClose && (innerCount > 0 || Int(headReach[offset]) > offset)
    // The cheapest way on for a name that opens here.
    var opening = Self.far
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      if edge.pointee.end <= limit {
        let own = buffers.statesOfEdge[Int(index)]
        if let ahead = after(own.outer, bound, buffers) { relaxBack(edge, ahead &+ edge.pointee.cost) }
        if mayOpen, edge.pointee.role.innerClass != .bos {
          relaxBackInside(edge, own, &opening, bound, buffers)
        }
      }
      index = edge.pointee.next
    }
    if mayOpen { relaxBackBrands(at: offset, limit, &opening, buffers) }
    if opening < Self.far {
      let organization = Int(WordClass.organization.rawValue)
      for live in 0..<outerCount {
        let cost = outer[live].row[organization] &+ costs.open &+ opening
        if cost < outer[live].cost { outer[live].cost = cost }
      }
    }
    for live in 0..<outerCount { buffers.after[Int(outer[live].state)] = outer[live].cost }
    for live in 0..<innerCount { buffers.after[Int(inner[live].state)] = inner[live].cost }
  }

  /// What the path costs behind a state, if there is one and the whole path is no dearer than `bound`.
  @inline(__always)
  private func after(_ state: Int32, _ bound: Int32, _ buffers: MarginBuffers) -> Int32? {
    if state < 0 { return nil }
    let after = buffers.after[Int(state)]
    return after < Self.far && states[Int(state)].cost &+ after <= bound ? after : nil
  }

  @inline(__always)
  private func relaxBack(_ edge: UnsafePointer<Edge>, _ ahead: Int32) {
    let wordClass = edge.pointee.role.wordClass
    let column = Int(wordClass.rawValue)
    let own = Int(edge.pointee.role.own)
    for live in 0..<outerCount {
      var cost = outer[live].row[column] &+ ahead
      if !wordClass.isName, let followers = outer[live].followers { cost &+= followers[own] }
      if cost < outer[live].cost { outer[live].cost = cost }
    }
  }

  private mutating func relaxBackInside(
    _ edge: UnsafePointer<Edge>, _ own: EdgeStates, _ opening: inout Int32, _ bound: Int32, _ buffers: MarginBuffers
  ) {
    let innerClass = edge.pointee.role.innerClass
    let column = Int(innerClass.rawValue)
    let inside = after(own.inside, bound, buffers)
    var ahead = inside ?? Self.far
    // Of a name that closes with the edge: what that cost the search.
    if own.inside >= 0, let closed = after(own.closed, bound, buffers) {
      ahead = min(ahead, closed &+ states[Int(own.closed)].cost &- states[Int(own.inside)].cost)
    }
    if ahead >= Self.far { return }
    ahead &+= edge.pointee.insideCost
    for live in 0..<innerCount {
      let cost = inner[live].row[column] &+ ahead
      if cost < inner[live].cost { inner[live].cost = cost }
    }
    if let inside {
      let cost =
        self.inside[Int(WordClass.bos.rawValue) &* CostModel.width &+ column] &+ edge.pointee.insideCost &+ inside
        &+ (innerClass == .verb || innerClass == .roleVerb ? costs.verbFirst : 0)
      if cost < opening { opening = cost }
    }
  }

  private mutating func relaxBackBrands(at offset: Int, _ limit: Int, _ opening: inout Int32, _ buffers: MarginBuffers)
  {
    let column = Int(WordClass.brand.rawValue)
    guard offset + 2 <= limit, isBrandCharacter(offset), isBrandCharacter(offset + 1) else { return }
    var brand = costs.brand &+ Int32(characters[offset].brand)
    for end in (offset + 1)..<min(offset + 4, limit) {
      guard isBrandCharacter(end) else { return }
      brand &+= Int32(characters[end].brand)
      var index = lastAtEnd[end + 1]
      while index >= 0 {
        let state = states + Int(index)
        if state.pointee.edge < 0, Int(state.pointee.start) == offset, buffers.after[Int(index)] < Self.far {
          let ahead = brand &+ buffers.after[Int(index)]
          for live in 0..<innerCount where !inner[live].isBrand {
            let cost = inner[live].row[column] &+ ahead
            if cost < inner[live].cost { inner[live].cost = cost }
          }
          opening = min(opening, inside[Int(WordClass.bos.rawValue) &* CostModel.width &+ column] &+ ahead)
          break
        }
        index = state.pointee.next
      }
    }
  }

  /// How much dearer the best path is that does not make the record of a token.
  private mutating func margin(
    of token: UnsafePointer<DecodedToken>, _ state: Int32, sentence: Int, to limit: Int, _ buffers: MarginBuffers
  ) -> Int32 {
    let start = token.pointee.start - sentence
    let end = token.pointee.end - sentence
    guard buffers.after[Int(state)] < Self.far else { return Self.largest }
    let best = states[Int(state)].cost &+ buffers.after[Int(state)]
    let token = Record(start: start, end: end, wordClass: token.pointee.wordClass, state: state)
    var other = cheapest(without: token, over: start, to: limit, buffers)
    // An organization may be read as one token or as a composed name: both make the record. Words inside a name tell
    // nothing of where it began, so what covers its last character is asked as well.
    if token.wordClass == .organization {
      other = min(other, cheapest(without: token, over: end - 1, to: limit, buffers))
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
  private mutating func cheapest(without record: Record, over cut: Int, to limit: Int, _ buffers: MarginBuffers)
    -> Int32
  {
    var best = Self.far
    var offset = cut + 1
    let last = min(cut + Self.reach, limit)
    while offset <= last {
      var index = lastAtEnd[offset]
      while index >= 0 {
        let rival = states + Int(index)
        let cost = rival.pointee.cost &+ buffers.after[Int(index)]
        let mayCount = record.wordClass != .organization || rival.pointee.level != .inside || cut != record.start
        if cost < best, buffers.after[Int(index)] < Self.far, index != record.state, mayCount {
          let from = start(of: rival)
          let isSame = from == record.start && offset == record.end && isRecord(rival, as: record.wordClass)
          if from <= cut, !isSame { best = cost }
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

  /// Where a state's token starts: a composed name where it opened.
  private mutating func start(of state: UnsafePointer<PathState>) -> Int {
    var member = state
    if state.pointee.level == .closed {
      while member.pointee.depth > 1, member.pointee.back >= 0 {
        member = UnsafePointer(states + Int(member.pointee.back))
      }
    }
    if member.pointee.start >= 0 { return Int(member.pointee.start) }
    return member.pointee.back >= 0 ? Int(states[Int(member.pointee.back)].end) : 0
  }
}
