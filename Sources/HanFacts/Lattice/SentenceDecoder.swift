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
    /// The row of the matrix of its level that it gives to what follows.
    var row: UInt16 = 0
    /// The row of followers for a name, else -1.
    var follower: Int8 = -1
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
  private let properName: Int32
  private let genericName: Int32
  private let verbFirst: Int32

  /// A state as the relaxation reads it.
  private struct Live: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    /// Its row of the matrix of its level.
    var row: UnsafePointer<Int32>
    /// Its row of followers for a name, else nil.
    var followers: UnsafePointer<Int32>?
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
    properName = model.parameter("organization.proper", 0)
    verbFirst = model.parameter("organization.verb-first", 3_000)
    genericName = model.parameter("organization.generic", 2_500)
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
      State(
        cost: 0, back: -1, edge: -1, nextAtEnd: -1, level: .outer, depth: 0, end: 0, start: -1,
        row: UInt16(WordClass.bos.rawValue)))
    headAtEnd.base[0] = 0
    for offset in 0..<length where headAtEnd.base[offset] >= 0 { relax(from: offset) }
    guard let last = bestEnd() else { return }
    trace(last, into: &document.tokens, innerTokens: &document.inner)
  }

  /// Reads the states that end at an offset into `outer` and `inner`.
  private func gather(at offset: Int) {
    let states = states.base
    let outer = outer.base
    let inner = inner.base
    let transitions = UnsafePointer(model.transitions)
    let inside = UnsafePointer(model.inside)
    let followers = UnsafePointer(model.followers)
    let followerWidth = model.contextCount + 1
    var outerCount = 0
    var innerCount = 0
    var index = headAtEnd.base[offset]
    while index >= 0 {
      let state = states[Int(index)]
      if state.level == .inside {
        if innerCount < Self.stateLimit {
          inner[innerCount] = Live(
            cost: state.cost, state: index, row: inside + Int(state.row) * CostModel.width, followers: nil,
            depth: state.depth, isBrand: state.edge < 0, proper: state.proper)
          innerCount += 1
        }
      } else if outerCount < Self.stateLimit {
        outer[outerCount] = Live(
          cost: state.cost, state: index, row: transitions + Int(state.row) * CostModel.width,
          followers: state.follower < 0 ? nil : followers + Int(state.follower) * followerWidth,
          depth: state.depth, isBrand: false, proper: state.proper)
        outerCount += 1
      }
      index = state.nextAtEnd
    }
    self.outer.count = outerCount
    self.inner.count = innerCount
  }

  /// Room for the states that one character can give: three for each of its edges, and the brands.
  private static let statesPerCharacter = 3 * (LatticeBuilder.edgeLimit + 1) + 4

  private func relax(from offset: Int) {
    gather(at: offset)
    states.reserve(states.count + Self.statesPerCharacter)
    let edges = lattice.edges.base
    let reach = lattice.headReach.base[offset]
    let isOpenable = Int(reach) > offset && offset != bannedOpening
    var index = lattice.first.base[offset]
    // What it costs to open an organization here: the best outer state.
    var opening = Self.far
    var openingState: Int32 = -1
    if isOpenable {
      let organization = Int(WordClass.organization.rawValue)
      for live in 0..<outer.count {
        let cost = outer.base[live].cost + outer.base[live].row[organization] + open
        if cost < opening {
          opening = cost
          openingState = outer.base[live].state
        }
      }
    }
    while index >= 0 {
      let edge = edges + Int(index)
      if edge.pointee.wordClass != .head, edge.pointee.wordClass != .brand { relaxOuter(edge, index) }
      if edge.pointee.innerClass != .bos, isOpenable, edge.pointee.end <= reach {
        relaxInside(edge, index, opening, openingState)
      }
      index = edge.pointee.next
    }
    if isOpenable { relaxBrands(at: offset, Int(reach), opening, openingState) }
  }

  @inline(__always)
  private func relaxOuter(_ edge: UnsafePointer<Edge>, _ index: Int32) {
    let wordClass = edge.pointee.wordClass
    let column = Int(wordClass.rawValue)
    let own = Int(edge.pointee.own)
    var best = Self.far
    var back: Int32 = -1
    let isWord = !wordClass.isName
    let outer = outer.base
    for live in 0..<self.outer.count {
      var cost = outer[live].cost + outer[live].row[column]
      if isWord, let followers = outer[live].followers { cost += followers[own] }
      if cost < best {
        best = cost
        back = outer[live].state
      }
    }
    if back < 0 { return }
    let follower: Int8
    switch wordClass {
    case .person: follower = 0
    case .place: follower = 1
    case .organization: follower = 2
    default: follower = -1
    }
    push(
      State(
        cost: best + edge.pointee.cost, back: back, edge: index, nextAtEnd: -1, level: .outer, depth: 0,
        end: edge.pointee.end, start: -1, row: edge.pointee.context, follower: follower))
  }

  @inline(__always)
  private func relaxInside(
    _ edge: UnsafePointer<Edge>, _ index: Int32, _ opening: Int32, _ openingState: Int32
  ) {
    let width = CostModel.width
    let innerClass = edge.pointee.innerClass
    let column = Int(innerClass.rawValue)
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    var proper: UInt8 = 0
    if openingState >= 0 {
      // 启动建设…中心: few names begin with a verb.
      best =
        opening + model.inside[Int(WordClass.bos.rawValue) * width + column]
        + (innerClass == .verb || innerClass == .roleVerb ? verbFirst : 0)
      back = openingState
    }
    let inner = inner.base
    for live in 0..<self.inner.count {
      let cost = inner[live].cost + inner[live].row[column]
      if cost < best {
        best = cost
        back = inner[live].state
        depth = inner[live].depth < 200 ? inner[live].depth + 1 : 200
        proper = inner[live].proper
      }
    }
    if back < 0 || depth > 24 { return }
    // A string in quotation marks alone makes no proper name: “90后”工程师.
    if edge.pointee.wordClass != .brand { proper |= Proper.of(innerClass) }
    let cost = best + edge.pointee.insideCost
    let end = edge.pointee.end
    if depth == 1, lattice.isLocalUnit(before: Int(end)) { proper |= Proper.name }
    push(
      State(
        cost: cost, back: back, edge: index, nextAtEnd: -1, level: .inside, depth: depth, proper: proper, end: end,
        start: -1, row: UInt16(innerClass.rawValue)))
    let closes = innerClass == .head || innerClass == .organization
    if closes, depth >= 2, Int(end) != bannedClosing {
      var closing = model.inside[column * width + Int(WordClass.eos.rawValue)]
      closing += proper == 0 ? commonName : properName
      if edge.pointee.flags & GazetteerEntry.generic != 0, proper & Proper.mark == 0 { closing += genericName }
      push(
        State(
          cost: cost + closing + (innerClass == .organization ? 1_500 : bareHead), back: back, edge: index,
          nextAtEnd: -1, level: .closed, depth: depth, end: end, start: -1,
          row: UInt16(WordClass.organization.rawValue), follower: 2))
    }
  }

  /// Strings of two to four characters that no table knows, inside an organization.
  private func relaxBrands(at offset: Int, _ reach: Int, _ opening: Int32, _ openingState: Int32) {
    let width = CostModel.width
    let column = Int(WordClass.brand.rawValue)
    // A brand has two characters at least; most places have none.
    guard offset + 1 < reach, isBrandCharacter(offset), isBrandCharacter(offset + 1) else { return }
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    if openingState >= 0 {
      best = opening + model.inside[Int(WordClass.bos.rawValue) * width + column]
      back = openingState
    }
    var properSoFar: UInt8 = 0
    let inner = inner.base
    for live in 0..<self.inner.count where !inner[live].isBrand {
      let cost = inner[live].cost + inner[live].row[column]
      if cost < best {
        best = cost
        back = inner[live].state
        properSoFar = inner[live].proper
        depth = inner[live].depth < 200 ? inner[live].depth + 1 : 200
      }
    }
    if back < 0 || depth > 24 { return }
    var cost = best + brandCost
    var end = offset
    while end < reach, end - offset < 4 {
      guard isBrandCharacter(end) else { return }
      cost += Int32(lattice.info(end).pointee.brand)
      end += 1
      if end - offset >= 2 {
        push(
          State(
            cost: cost, back: back, edge: -1, nextAtEnd: -1, level: .inside, depth: depth,
            proper: properSoFar | Proper.mark, end: Int32(end),
            start: Int32(offset), row: UInt16(WordClass.brand.rawValue)))
      }
    }
  }

  @inline(__always)
  private func isBrandCharacter(_ offset: Int) -> Bool {
    let info = lattice.info(offset)
    return info.pointee.kind == .han && !info.pointee.flags.contains(.noBrand)
  }

  /// Adds a state; `relax` has made room.
  @inline(__always)
  private func push(_ state: State) {
    let number = states.count
    let place = states.base + number
    place.initialize(to: state)
    let head = headAtEnd.base + Int(state.end)
    place.pointee.nextAtEnd = head.pointee
    head.pointee = Int32(truncatingIfNeeded: number)
    states.count = number + 1
  }

  private func bestEnd() -> Int32? {
    gather(at: lattice.length)
    let column = Int(WordClass.eos.rawValue)
    var best = Self.far
    var found: Int32?
    for live in 0..<outer.count {
      let from = outer.base[live]
      let cost = from.cost + from.row[column]
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
        Self.reverse(&innerTokens, from: firstInner)
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
    Self.reverse(&tokens, from: firstToken)
    joinDotted(in: &tokens, from: firstToken)
  }

  /// 乔治·措戈 + 普洛斯: a transliteration that goes on right behind a name with dots is its end.
  private func joinDotted(in tokens: inout [DecodedToken], from first: Int) {
    var kept = first
    for index in first..<tokens.count {
      let token = tokens[index]
      if kept > first, token.wordClass == .person, token.source == .transliteration,
        tokens[kept - 1].wordClass == .person, tokens[kept - 1].source == .dotted, tokens[kept - 1].end == token.start
      {
        tokens[kept - 1].end = token.end
        tokens[kept - 1].cost += token.cost
      } else {
        tokens[kept] = token
        kept += 1
      }
    }
    tokens.removeLast(tokens.count - kept)
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
