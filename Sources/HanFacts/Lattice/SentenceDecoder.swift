import HanGazetteer

/// Finds the cheapest path through the lattice of a sentence: an exact semi-Markov Viterbi search on two levels.
///
/// On the outer level a token costs its surface and the transition from the token before. A composed organization is
/// the second level: it opens at the transition into `organization`, reads words under the inner model, and closes
/// only behind a head or a listed organization. A state is an edge and its level; a state's best cost does not depend
/// on what follows, so the path is the best of all. Ties go to the state that was made last, which is the one with
/// the later start. The search itself stands in `PathSearch`.
final class SentenceDecoder {
  let lattice: LatticeBuilder
  /// Offsets in the sentence at which no composed organization may open or close; -1 for none. See `BannedReading`.
  var bannedOpening = -1
  var bannedClosing = -1
  /// The cost of the path that `decode` found last, from the start of the sentence to its end.
  private(set) var totalCost: Int32 = 0
  private let model: CostModel
  private let costs: OrganizationCosts
  private let classes: ScratchBuffer<InnerClassFacts>
  private let buffers = PathBuffers()
  private let path = ScratchBuffer<DecodedToken>()
  /// The state of each token of the path.
  private let pathStates = ScratchBuffer<Int32>()

  init(knowledge: KnowledgeBase) {
    lattice = LatticeBuilder(knowledge: knowledge)
    model = knowledge.model
    costs = OrganizationCosts(knowledge.model)
    classes = InnerClassFacts.all(knowledge.model, costs)
  }

  /// Decodes the lattice that `lattice.build` made last and appends its tokens, and those inside organizations.
  func decode(into document: inout DecodedDocument) {
    let length = lattice.length
    if length == 0 { return }
    buffers.reserve(length: length, edges: lattice.edges.count)
    var search = PathSearch(
      length: length, edges: UnsafePointer(lattice.edges.base), first: UnsafePointer(lattice.first.base),
      headReach: UnsafePointer(lattice.headReach.base), titles: UnsafePointer(lattice.titles.base),
      characters: lattice.sentenceCharacters, spaces: lattice.sentenceSpaces, buffers: buffers, model: model,
      classes: UnsafePointer(classes.base), costs: costs, bannedOpening: bannedOpening, bannedClosing: bannedClosing)
    let found = search.run(hasHeads: lattice.hasHeads)
    totalCost = found?.cost ?? PathSearch.far
    guard let found else { return }
    trace(found.state, &document.inner)
    search.setMargins(of: path.base, pathStates.base, path.count, sentence: lattice.start)
    let count = Self.joinDotted(path.base, path.count)
    document.tokens.append(contentsOf: UnsafeBufferPointer(start: path.base, count: count))
  }

  /// Walks back from the last state, and sets the path in the order of the text.
  private func trace(_ last: Int32, _ inner: inout [DecodedToken]) {
    let states = buffers.states.base
    let path = path
    path.count = 0
    pathStates.count = 0
    var index = last
    while index > 0 {
      let state = states + Int(index)
      pathStates.append(index)
      if state.pointee.level == .closed {
        index = traceOrganization(index, into: &inner)
      } else {
        let back = states + Int(state.pointee.back)
        path.append(
          token(state, start: Int(back.pointee.end), cost: state.pointee.cost - back.pointee.cost))
        index = state.pointee.back
      }
    }
    let tokens = path.base
    let count = path.count
    var low = 0
    var high = count - 1
    while low < high {
      let token = tokens[low]
      tokens[low] = tokens[high]
      tokens[high] = token
      let state = pathStates.base[low]
      pathStates.base[low] = pathStates.base[high]
      pathStates.base[high] = state
      low += 1
      high -= 1
    }
  }

  /// Walks back to where a composed organization opened, and appends those inside; returns the state before it.
  private func traceOrganization(_ index: Int32, into innerTokens: inout [DecodedToken]) -> Int32 {
    let states = buffers.states.base
    let state = states[Int(index)]
    let firstInner = innerTokens.count
    var inside = index
    var previous = state.back
    while inside >= 0 {
      let member = states + Int(inside)
      let start = member.pointee.level == .closed ? Int(startOf(member)) : Int(member.pointee.start)
      innerTokens.append(token(member, start: start, cost: 0))
      previous = member.pointee.back
      if member.pointee.depth <= 1 { break }
      inside = previous
    }
    Self.reverse(&innerTokens, from: firstInner)
    let start = firstInner < innerTokens.count ? innerTokens[firstInner].start : lattice.start
    let head = lattice.edges.base[Int(state.edge)]
    var whole = DecodedToken(start: start, end: lattice.start + Int(state.end), wordClass: .organization)
    whole.source = .composed
    whole.kind = head.role.kind
    whole.image = head.image
    whole.cost = state.cost - states[Int(previous)].cost
    whole.innerStart = Int32(firstInner)
    whole.innerCount = Int32(innerTokens.count - firstInner)
    path.append(whole)
    return previous
  }

  /// 乔治·措戈 + 普洛斯: a transliteration that goes on right behind a name with dots is its end.
  private static func joinDotted(_ tokens: UnsafeMutablePointer<DecodedToken>, _ count: Int) -> Int {
    var kept = 0
    for index in 0..<count {
      let token = tokens + index
      if kept > 0, token.pointee.source == .transliteration, token.pointee.wordClass == .person,
        tokens[kept - 1].wordClass == .person, tokens[kept - 1].source == .dotted,
        tokens[kept - 1].end == token.pointee.start
      {
        tokens[kept - 1].end = token.pointee.end
        tokens[kept - 1].cost += token.pointee.cost
      } else {
        if kept < index { tokens[kept] = token.pointee }
        kept += 1
      }
    }
    return kept
  }

  /// Reverses the end of an array in place; the slice's own method would copy it.
  private static func reverse(_ tokens: inout [DecodedToken], from start: Int) {
    var low = start
    var high = tokens.count - 1
    while low < high {
      tokens.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Where a state's edge starts: where the state before it ends.
  private func startOf(_ state: UnsafePointer<PathState>) -> Int32 {
    state.pointee.back >= 0 ? buffers.states.base[Int(state.pointee.back)].end : 0
  }

  @inline(__always)
  private func token(_ state: UnsafePointer<PathState>, start: Int, cost: Int32) -> DecodedToken {
    var token = DecodedToken(
      start: lattice.start + start, end: lattice.start + Int(state.pointee.end), wordClass: .brand)
    token.cost = cost
    if state.pointee.edge >= 0 {
      let edge = lattice.edges.base + Int(state.pointee.edge)
      token.wordClass = state.pointee.level == .outer ? edge.pointee.role.wordClass : edge.pointee.role.innerClass
      token.source = edge.pointee.source
      token.flags = edge.pointee.flags
      token.image = edge.pointee.image
      token.kind = edge.pointee.role.kind
      token.entry = edge.pointee.entry
    }
    return token
  }
}
