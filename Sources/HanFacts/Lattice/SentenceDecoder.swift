import HanGazetteer

/// Finds the cheapest path through the lattice of a sentence: an exact semi-Markov Viterbi search on two levels.
///
/// On the outer level a token costs its surface and the transition from the token before. A composed organization is
/// the second level: it opens at the transition into `organization`, reads words under the inner model, and closes
/// only behind a head or a listed organization. A state is an edge and its level; a state's best cost does not depend
/// on what follows, so the path is the best of all. Ties go to the state that was made first, which is the one with
/// the earlier start.
final class SentenceDecoder {
  /// A state: an edge reached on a level.
  private struct State: BitwiseCopyable {
    var cost: Int32
    var back: Int32
    var edge: Int32
    var nextAtEnd: Int32
    var level: Level
    /// How many tokens the open organization has, at most 200.
    var depth: UInt8
    /// What proper parts the open organization has; see `Proper`.
    var proper: UInt8 = 0
    var end: Int32
    /// Where a brand edge starts; -1 for others.
    var start: Int32
  }

  private enum Level: UInt8 { case outer, inside, closed }

  /// What makes the name of a body a proper name.
  private enum Proper {
    /// A place, a person or another body.
    static let name: UInt8 = 1
    /// A brand, Latin letters or a number.
    static let mark: UInt8 = 2

    static func of(_ innerClass: WordClass) -> UInt8 {
      switch innerClass {
      case .place, .person, .organization: name
      case .brand, .latin, .number: mark
      default: 0
      }
    }
  }

  /// States that are kept at one character and level; more would only be found in text made to hurt.
  private static let stateLimit = 40
  private static let far: Int32 = .max / 4

  let lattice: LatticeBuilder
  /// Offsets in the sentence at which no composed organization may open or close; -1 for none. See `BannedReading`.
  var bannedOpening = -1
  var bannedClosing = -1
  /// The cost of the path that `decode` found last, from the start of the sentence to its end.
  private(set) var totalCost: Int32 = 0
  private let model: CostModel
  private let states = ScratchBuffer<State>(capacity: 16_384)
  private let headAtEnd = ScratchBuffer<Int32>()
  private let outer = ScratchBuffer<Live>(capacity: 64)
  private let inner = ScratchBuffer<Live>(capacity: 64)
  private let open: Int32
  private let brandCost: Int32
  private let bareHead: Int32
  private let commonName: Int32

  /// A state as the relaxation reads it.
  private struct Live: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    var row: Int32
    /// Row of followers for a name, else -1.
    var follower: Int32
    var depth: UInt8
    var isBrand: Bool
    var proper: UInt8
  }

  init(knowledge: KnowledgeBase) {
    lattice = LatticeBuilder(knowledge: knowledge)
    model = knowledge.model
    open = model.share("organization.composed", 150) + model.parameter("organization.open", 0)
    brandCost = model.parameter("organization.brand", 0)
    bareHead = model.parameter("organization.head", 0)
    commonName = model.parameter("organization.common", 2_500)
  }

  /// Decodes the lattice that `lattice.build` made last and appends its tokens, and those inside organizations.
  func decode(into document: inout DecodedDocument) {
    let length = lattice.length
    if length == 0 { return }
    states.count = 0
    headAtEnd.reserve(length + 1)
    for offset in 0...length { headAtEnd.base[offset] = -1 }
    // The start of the sentence is a state of its own.
    states.append(
      State(cost: 0, back: -1, edge: -1, nextAtEnd: -1, level: .outer, depth: 0, end: 0, start: -1))
    headAtEnd.base[0] = 0
    for offset in 0..<length where headAtEnd.base[offset] >= 0 { relax(from: offset) }
    guard let last = bestEnd() else { return }
    trace(last, into: &document.tokens, innerTokens: &document.inner)
  }

  private func gather(at offset: Int) {
    outer.count = 0
    inner.count = 0
    var index = headAtEnd.base[offset]
    while index >= 0 {
      let state = states.base[Int(index)]
      let isInside = state.level == .inside
      let target = isInside ? inner : outer
      if target.count < Self.stateLimit {
        var live = Live(
          cost: state.cost, state: index, row: 0, follower: -1, depth: state.depth, isBrand: false, proper: state.proper
        )
        if state.edge < 0, state.start < 0 {
          live.row = Int32(WordClass.bos.rawValue)
        } else if isInside {
          live.isBrand = state.edge < 0
          live.row = Int32(
            state.edge < 0 ? WordClass.brand.rawValue : lattice.edges.base[Int(state.edge)].innerClass.rawValue)
        } else if state.level == .closed {
          live.row = Int32(WordClass.organization.rawValue)
          live.follower = 2
        } else {
          let edge = lattice.edges.base[Int(state.edge)]
          live.row = Int32(edge.context)
          switch edge.wordClass {
          case .person: live.follower = 0
          case .place: live.follower = 1
          case .organization: live.follower = 2
          default: break
          }
        }
        target.append(live)
      }
      index = state.nextAtEnd
    }
  }

  private func relax(from offset: Int) {
    gather(at: offset)
    let width = Int32(CostModel.width)
    let reach = lattice.headReach.base[offset]
    let isOpenable = Int(reach) > offset && offset != bannedOpening
    var index = lattice.first.base[offset]
    // What it costs to open an organization here: the best outer state.
    var opening = Self.far
    var openingState: Int32 = -1
    if isOpenable {
      let organization = Int32(WordClass.organization.rawValue)
      for live in 0..<outer.count {
        let from = outer.base[live]
        let cost = from.cost + model.transitions[Int(from.row * width + organization)] + open
        if cost < opening {
          opening = cost
          openingState = from.state
        }
      }
    }
    while index >= 0 {
      let edge = lattice.edges.base[Int(index)]
      if edge.wordClass != .head, edge.wordClass != .brand { relaxOuter(edge, index) }
      if edge.innerClass != .bos, isOpenable, edge.end <= reach {
        relaxInside(edge, index, opening, openingState)
      }
      index = edge.next
    }
    if isOpenable { relaxBrands(at: offset, Int(reach), opening, openingState) }
  }

  @inline(__always)
  private func relaxOuter(_ edge: Edge, _ index: Int32) {
    let width = Int32(CostModel.width)
    let column = Int32(edge.wordClass.rawValue)
    var best = Self.far
    var back: Int32 = -1
    let isWord = !edge.wordClass.isName
    for live in 0..<outer.count {
      let from = outer.base[live]
      var cost = from.cost + model.transitions[Int(from.row * width + column)]
      if from.follower >= 0, isWord {
        cost += model.followers[Int(from.follower) * (model.contextCount + 1) + Int(edge.own)]
      }
      if cost < best {
        best = cost
        back = from.state
      }
    }
    if back < 0 { return }
    push(
      State(
        cost: best + edge.cost, back: back, edge: index, nextAtEnd: -1, level: .outer, depth: 0, end: edge.end,
        start: -1))
  }

  @inline(__always)
  private func relaxInside(_ edge: Edge, _ index: Int32, _ opening: Int32, _ openingState: Int32) {
    let width = CostModel.width
    let column = Int(edge.innerClass.rawValue)
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    var proper: UInt8 = 0
    if openingState >= 0 {
      best = opening + model.inside[Int(WordClass.bos.rawValue) * width + column]
      back = openingState
    }
    for live in 0..<inner.count {
      let from = inner.base[live]
      let cost = from.cost + model.inside[Int(from.row) * width + column]
      if cost < best {
        best = cost
        back = from.state
        depth = from.depth < 200 ? from.depth + 1 : 200
        proper = from.proper
      }
    }
    if back < 0 || depth > 24 { return }
    // A string in quotation marks alone makes no proper name: “90后”工程师.
    if edge.wordClass != .brand { proper |= Proper.of(edge.innerClass) }
    let cost = best + edge.insideCost
    push(
      State(
        cost: cost, back: back, edge: index, nextAtEnd: -1, level: .inside, depth: depth, proper: proper, end: edge.end,
        start: -1))
    let closes = edge.innerClass == .head || edge.innerClass == .organization
    if closes, depth >= 2, Int(edge.end) != bannedClosing {
      var end = model.inside[column * width + Int(WordClass.eos.rawValue)]
      if proper == 0 { end += commonName }
      if edge.flags & GazetteerEntry.generic != 0, proper & Proper.mark == 0 { end += commonName }
      push(
        State(
          cost: cost + end + (edge.innerClass == .organization ? 1_500 : bareHead), back: back, edge: index,
          nextAtEnd: -1,
          level: .closed, depth: depth, end: edge.end, start: -1))
    }
  }

  /// Strings of two to four characters that no table knows, inside an organization.
  private func relaxBrands(at offset: Int, _ reach: Int, _ opening: Int32, _ openingState: Int32) {
    let width = CostModel.width
    let column = Int(WordClass.brand.rawValue)
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    if openingState >= 0 {
      best = opening + model.inside[Int(WordClass.bos.rawValue) * width + column]
      back = openingState
    }
    var properSoFar: UInt8 = 0
    for live in 0..<inner.count where !inner.base[live].isBrand {
      let from = inner.base[live]
      let cost = from.cost + model.inside[Int(from.row) * width + column]
      if cost < best {
        best = cost
        back = from.state
        properSoFar = from.proper
        depth = from.depth < 200 ? from.depth + 1 : 200
      }
    }
    if back < 0 || depth > 24 { return }
    var cost = best + brandCost
    var end = offset
    while end < reach, end - offset < 4 {
      let info = lattice.info(end).pointee
      guard info.kind == .han, !info.flags.contains(.noBrand) else { return }
      cost += Int32(info.brand)
      end += 1
      if end - offset >= 2 {
        push(
          State(
            cost: cost, back: back, edge: -1, nextAtEnd: -1, level: .inside, depth: depth,
            proper: properSoFar | Proper.mark, end: Int32(end),
            start: Int32(offset)))
      }
    }
  }

  @inline(__always)
  private func push(_ state: State) {
    var state = state
    state.nextAtEnd = headAtEnd.base[Int(state.end)]
    states.append(state)
    headAtEnd.base[Int(state.end)] = Int32(states.count - 1)
  }

  private func bestEnd() -> Int32? {
    gather(at: lattice.length)
    let column = Int32(WordClass.eos.rawValue)
    var best = Self.far
    var found: Int32?
    for live in 0..<outer.count {
      let from = outer.base[live]
      let cost = from.cost + model.transitions[Int(from.row) * CostModel.width + Int(column)]
      if cost < best {
        best = cost
        found = from.state
      }
    }
    totalCost = best
    return found
  }

  private func trace(_ last: Int32, into tokens: inout [DecodedToken], innerTokens: inout [DecodedToken]) {
    let firstToken = tokens.count
    var index = last
    while index > 0 {
      let state = states.base[Int(index)]
      if state.level == .closed {
        // Walk to where the organization opened; its tokens stand behind each other in `innerTokens`.
        let firstInner = innerTokens.count
        var inside = index
        var previous = state.back
        while true {
          let member = states.base[Int(inside)]
          let start = member.start >= 0 ? Int(member.start) : Int(startOf(member))
          innerTokens.append(token(member, start: start, cost: 0))
          previous = member.back
          if member.depth <= 1 { break }
          inside = previous
        }
        innerTokens[firstInner...].reverse()
        let start = innerTokens[firstInner].start
        let head = lattice.edges.base[Int(state.edge)]
        var whole = DecodedToken(start: start, end: lattice.start + Int(state.end), wordClass: .organization)
        whole.source = .composed
        whole.kind = head.kind
        whole.image = head.image
        whole.cost = state.cost - states.base[Int(previous)].cost
        whole.innerStart = Int32(firstInner)
        whole.innerCount = Int32(innerTokens.count - firstInner)
        tokens.append(whole)
        index = previous
      } else {
        tokens.append(token(state, start: Int(startOf(state)), cost: state.cost - states.base[Int(state.back)].cost))
        index = state.back
      }
    }
    tokens[firstToken...].reverse()
  }

  /// Where a state's edge starts: where the state before it ends.
  private func startOf(_ state: State) -> Int32 { state.back >= 0 ? states.base[Int(state.back)].end : 0 }

  private func token(_ state: State, start: Int, cost: Int32) -> DecodedToken {
    var token = DecodedToken(
      start: lattice.start + start, end: lattice.start + Int(state.end), wordClass: .brand)
    token.cost = cost
    if state.edge >= 0 {
      let edge = lattice.edges.base[Int(state.edge)]
      token.wordClass = state.level == .outer ? edge.wordClass : edge.innerClass
      token.source = edge.source
      token.flags = edge.flags
      token.image = edge.image
      token.kind = edge.kind
      token.entry = edge.entry
    }
    return token
  }
}
