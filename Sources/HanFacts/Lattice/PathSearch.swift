import HanGazetteer

/// The search through the lattice of one sentence: a value of pointers into the buffers of a `SentenceDecoder`.
///
/// The states that end at an offset stand side by side in slots of their level, in the order in which they were made, so
/// that the relaxation of an edge is one loop over plain memory, four states at a time: an offset has one or two states
/// as a rule, and a loop that ends after as many would be mispredicted at every other edge. Behind the last state stand
/// states that are too dear. The few offsets with more states than slots are read from the list of all states.
struct PathSearch {
  /// A state on the outer level as the relaxation reads it.
  struct Outer: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    /// Where its rows begin in the matrix of transitions and in that of followers.
    var row: Int32
    var followers: Int32
  }

  /// A state inside an organization as the relaxation reads it.
  struct Inner: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    /// Where its row begins in the matrix of the inner model.
    var row: Int32
    /// Where the organization opened.
    var opening: Int32
    /// What a brand costs more behind it: two do not stand side by side.
    var brand: Int32
    var depth: UInt8
    var proper: UInt8
  }

  /// States that are kept at one character and level; more would only be found in text made to hurt.
  static let stateLimit = 40
  /// States that have a slot at one character and level.
  static let slotLimit = 8
  /// From the slots of one character to those of the next: the limit, and room for as many as are read at a time.
  static let slotStride = 12
  static let far: Int32 = .max / 4

  let length: Int
  let edges: UnsafePointer<Edge>
  let first: UnsafePointer<Int32>
  let headReach: UnsafePointer<Int32>
  let titles: UnsafePointer<TitleBehind>
  let characters: UnsafePointer<CharacterInfo>
  /// By offset: how many characters before it follow a blank; nil where none does.
  let spaces: UnsafePointer<Int32>?
  let states: UnsafeMutablePointer<PathState>
  /// By offset.
  let ends: UnsafeMutablePointer<PathEnd>
  /// By offset and slot.
  let outerSlots: UnsafeMutablePointer<Outer>
  let innerSlots: UnsafeMutablePointer<Inner>
  /// By offset: the first state of the brands that start there, which stand side by side; -1 for none.
  let firstBrand: UnsafeMutablePointer<Int32>
  /// By edge that was read: the first of its states, which stand side by side.
  let firstState: UnsafeMutablePointer<Int32>
  /// By state, where margins are counted: what the path costs behind it.
  let after: UnsafeMutablePointer<Int32>
  /// Room for the states of an offset that has more than slots.
  let manyOuter: UnsafeMutablePointer<Outer>
  let manyInner: UnsafeMutablePointer<Inner>
  let transitions: UnsafePointer<Int16>
  let inside: UnsafePointer<Int16>
  let followers: UnsafePointer<Int16>
  let followerWidth: Int
  let classes: UnsafePointer<InnerClassFacts>
  let costs: OrganizationCosts
  /// Offsets at which no composed organization may open or close; -1 for none.
  let bannedOpening: Int
  let bannedClosing: Int

  private(set) var count = 0
  /// The states of the offset last read.
  private(set) var outer: UnsafeMutablePointer<Outer>
  private(set) var inner: UnsafeMutablePointer<Inner>
  private(set) var outerCount = 0
  private(set) var innerCount = 0
  /// Where the state ends that reaches furthest.
  private var furthest: Int32 = 0

  init(
    length: Int, edges: UnsafePointer<Edge>, first: UnsafePointer<Int32>, headReach: UnsafePointer<Int32>,
    titles: UnsafePointer<TitleBehind>,
    characters: UnsafePointer<CharacterInfo>, spaces: UnsafePointer<Int32>?, buffers: PathBuffers,
    model: CostModel, classes: UnsafePointer<InnerClassFacts>, costs: OrganizationCosts, bannedOpening: Int,
    bannedClosing: Int
  ) {
    self.length = length
    self.edges = edges
    self.first = first
    self.headReach = headReach
    self.titles = titles
    self.characters = characters
    self.spaces = spaces
    states = buffers.states.base
    ends = buffers.ends.base
    outerSlots = buffers.outerSlots.base
    innerSlots = buffers.innerSlots.base
    firstBrand = buffers.firstBrand.base
    firstState = buffers.firstState.base
    after = buffers.after.base
    manyOuter = buffers.manyOuter.base
    manyInner = buffers.manyInner.base
    outer = outerSlots
    inner = innerSlots
    transitions = UnsafePointer(model.transitions)
    inside = UnsafePointer(model.inside)
    followers = UnsafePointer(model.followers)
    followerWidth = model.followerWidth
    self.classes = classes
    self.costs = costs
    self.bannedOpening = bannedOpening
    self.bannedClosing = bannedClosing
  }

  /// Finds the cheapest state at the end of the sentence and its cost; nil where none is reached.
  mutating func run(hasHeads: Bool) -> (state: Int32, cost: Int32)? {
    ends.update(repeating: PathEnd(), count: length + 1)
    // The start of the sentence is a state of its own.
    count = 0
    pushOuter(
      PathState(
        cost: 0, back: -1, edge: -1, next: -1, end: 0, start: 0, row: UInt16(WordClass.bos.rawValue), level: .outer,
        depth: 0, proper: 0, follower: UInt8(CostModel.followerRows)))
    if hasHeads { firstBrand.update(repeating: -1, count: length + 1) }
    for offset in 0..<length where ends[offset].last >= 0 {
      if hasHeads, Int(headReach[offset]) > offset, offset != bannedOpening {
        read(offset, inside: true)
        ends[offset].isJoint = outerCount == 1 && innerCount == 0 && Int(furthest) <= offset
        relaxBoth(from: offset)
      } else {
        read(offset, inside: false)
        ends[offset].isJoint = outerCount == 1 && Int(furthest) <= offset
        relax(from: offset)
      }
    }
    if ends[length].last < 0 { return nil }
    read(length, inside: false)
    let found = cheapestOuter(before: Int(WordClass.eos.rawValue), followedBy: followerWidth &- 1)
    return found.state < 0 ? nil : found
  }

  // MARK: The states of an offset

  /// Reads the states that end at an offset into `outer` and `inner`.
  @inline(__always)
  mutating func read(_ offset: Int, inside readsInner: Bool) {
    let end = ends[offset]
    outerCount = Int(end.outerCount)
    innerCount = readsInner ? Int(end.innerCount) : 0
    outer = outerSlots + offset &* Self.slotStride
    inner = innerSlots + offset &* Self.slotStride
    let isBlank = readsInner && spaces.map { $0[offset + 1] > $0[offset] } ?? false
    if isBlank || max(outerCount, innerCount) > Self.slotLimit {
      gather(at: offset, inside: readsInner, isBlank)
    }
    Self.close(outer, outerCount)
    if readsInner { Self.close(inner, innerCount) }
  }

  /// Reads the states of an offset that has more of them than slots, or that stands behind a blank.
  @inline(never)
  private mutating func gather(at offset: Int, inside readsInner: Bool, _ isBlank: Bool) {
    outerCount = 0
    innerCount = 0
    outer = manyOuter
    inner = manyInner
    var index = ends[offset].last
    while index >= 0 {
      let state = states[Int(index)]
      if state.level == .inside {
        if readsInner, !(isBlank && Self.isWhole(state)), innerCount < Self.stateLimit {
          inner[innerCount] = innerSlot(state, index)
          innerCount += 1
        }
      } else if outerCount < Self.stateLimit {
        outer[outerCount] = outerSlot(state, index)
        outerCount += 1
      }
      index = state.next
    }
    // The list begins with the state made last.
    var outerStates = UnsafeMutableBufferPointer(start: outer, count: outerCount)
    outerStates.reverse()
    var innerStates = UnsafeMutableBufferPointer(start: inner, count: innerCount)
    innerStates.reverse()
  }

  /// 国家天文台| 贵州: whether a name could close with a state; behind a blank it does.
  @inline(__always)
  private static func isWhole(_ state: PathState) -> Bool {
    state.row == UInt16(WordClass.head.rawValue) || state.row == UInt16(WordClass.organization.rawValue)
  }

  @inline(__always)
  private func outerSlot(_ state: PathState, _ index: Int32) -> Outer {
    Outer(
      cost: state.cost, state: index, row: Int32(state.row) &* Int32(truncatingIfNeeded: CostModel.width),
      followers: Int32(state.follower) &* Int32(truncatingIfNeeded: followerWidth))
  }

  @inline(__always)
  private func innerSlot(_ state: PathState, _ index: Int32) -> Inner {
    Inner(
      cost: state.cost, state: index, row: Int32(state.row) &* Int32(truncatingIfNeeded: CostModel.width),
      opening: state.start &- Int32(state.opened), brand: state.edge < 0 ? Self.far : 0, depth: state.depth,
      proper: state.proper)
  }

  /// Sets states that are too dear behind the last one, as many as are read with it.
  @inline(__always)
  private static func close(_ slots: UnsafeMutablePointer<Outer>, _ count: Int) {
    let none = Outer(cost: far, state: -1, row: 0, followers: 0)
    for place in 0..<3 { slots[count &+ place] = none }
    if count == 0 { slots[3] = none }
  }

  @inline(__always)
  private static func close(_ slots: UnsafeMutablePointer<Inner>, _ count: Int) {
    let none = Inner(cost: far, state: -1, row: 0, opening: 0, brand: 0, depth: 0, proper: 0)
    for place in 0..<3 { slots[count &+ place] = none }
    if count == 0 { slots[3] = none }
  }

  /// The cheapest way from the outer states of the offset into a class; of two the one made last.
  ///
  /// - Parameter follower: the column of followers; the last one for what none of them is
  @inline(__always)
  private func cheapestOuter(before column: Int, followedBy follower: Int) -> (state: Int32, cost: Int32) {
    var best = Int32.max
    var state: Int32 = -1
    var live = UnsafePointer(outer)
    let end = live + outerCount
    let transitions = transitions + column
    let followers = followers + follower
    repeat {
      // Four at a time; unrolled by the compiler.
      for place in 0..<4 {
        let other = live[place]
        let cost = other.cost &+ Int32(transitions[Int(other.row)]) &+ Int32(followers[Int(other.followers)])
        let isBetter = cost <= best
        best = isBetter ? cost : best
        state = isBetter ? other.state : state
      }
      live += 4
    } while live < end
    return (state, best)
  }

  // MARK: Relaxation

  /// Goes on from an offset where no organization may open and none is read on.
  @inline(__always)
  private mutating func relax(from offset: Int) {
    if outerCount == 0 { return }
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      firstState[Int(index)] = Int32(truncatingIfNeeded: count)
      relaxOuter(edge, index, offset)
      index = edge.pointee.next
    }
  }

  /// Goes on from an offset inside or before an organization.
  @inline(never)
  private mutating func relaxBoth(from offset: Int) {
    let reach = headReach[offset]
    // What it costs to open an organization here: the best outer state.
    var opening = Opening(state: -1, cost: Self.far)
    if outerCount > 0 {
      let best = cheapestOuter(before: Int(WordClass.organization.rawValue), followedBy: followerWidth &- 1)
      opening = Opening(state: best.state, cost: best.cost &+ costs.open)
    }
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      firstState[Int(index)] = Int32(truncatingIfNeeded: count)
      if outerCount > 0 { relaxOuter(edge, index, offset) }
      if edge.pointee.role.innerClass != .bos, edge.pointee.end <= reach {
        relaxInside(edge, index, offset, opening)
      }
      index = edge.pointee.next
    }
    relaxBrands(at: offset, Int(reach), opening)
  }

  @inline(__always)
  private mutating func relaxOuter(_ edge: UnsafePointer<Edge>, _ index: Int32, _ offset: Int) {
    let role = edge.pointee.role
    let wordClass = role.wordClass
    // Brands and heads stand only inside organizations.
    if wordClass.rawValue >= WordClass.brand.rawValue { return }
    let best = cheapestOuter(
      before: Int(wordClass.rawValue), followedBy: wordClass.isName ? followerWidth &- 1 : Int(role.own))
    pushOuter(
      PathState(
        cost: best.cost &+ edge.pointee.cost, back: best.state, edge: index, next: -1, end: edge.pointee.end,
        start: Int32(truncatingIfNeeded: offset),
        row: role.context, level: .outer, depth: 0, proper: 0, follower: Self.follower(wordClass)))
  }

  @inline(__always)
  private static func follower(_ wordClass: WordClass) -> UInt8 {
    let rows = UInt8(truncatingIfNeeded: CostModel.followerRows)
    return min(wordClass.rawValue &- WordClass.person.rawValue, rows)
  }

  /// Where an organization that opens comes from.
  private struct Opening: BitwiseCopyable {
    var state: Int32
    var cost: Int32
  }

  /// The cheapest of the open organizations of the offset, of two the one made last, and what it costs.
  @inline(__always)
  private func cheapestInner(before column: Int, asBrand: Bool) -> (slot: Int, cost: Int32) {
    var best = Int32.max
    var slot = 0
    var place = 0
    let inside = inside + column
    repeat {
      for _ in 0..<4 {
        let other = inner + place
        let row = Int32(inside[Int(other.pointee.row)])
        let cost = other.pointee.cost &+ row &+ (asBrand ? other.pointee.brand : 0)
        let isBetter = cost <= best
        best = isBetter ? cost : best
        slot = isBetter ? place : slot
        place &+= 1
      }
    } while place < innerCount
    return (slot, best)
  }

  /// The best way to a word inside an organization: as the first of its name, or behind another.
  @inline(__always)
  private func entry(
    to column: Int, at offset: Int, from opening: Opening, _ first: Int32, asBrand: Bool = false
  ) -> (cost: Int32, inner: Inner)? {
    var inner = Inner(
      cost: Self.far, state: -1, row: 0, opening: Int32(truncatingIfNeeded: offset), brand: 0, depth: 0, proper: 0)
    var best = Self.far
    if opening.state >= 0 {
      best = opening.cost &+ first
      inner.state = opening.state
    }
    if innerCount > 0 {
      let found = cheapestInner(before: column, asBrand: asBrand)
      if found.cost < best {
        best = found.cost
        inner = self.inner[found.slot]
      }
    }
    return inner.state < 0 || inner.depth >= 24 ? nil : (best, inner)
  }

  @inline(__always)
  private mutating func relaxInside(_ edge: UnsafePointer<Edge>, _ index: Int32, _ offset: Int, _ opening: Opening) {
    let innerClass = edge.pointee.role.innerClass
    let column = Int(innerClass.rawValue)
    let facts = classes[column]
    guard let best = entry(to: column, at: offset, from: opening, facts.first) else { return }
    let depth = best.inner.depth &+ 1
    // A string in quotation marks alone makes no proper name: “90后”工程师.
    var proper = best.inner.proper | (edge.pointee.role.wordClass != .brand ? facts.proper : 0)
    // 东航江苏公司: the place makes a generic head its own.
    if innerClass == .place, proper & ProperPart.body != 0 { proper |= ProperPart.mark }
    let cost = best.cost &+ edge.pointee.insideCost
    let end = edge.pointee.end
    let start = Int32(truncatingIfNeeded: offset)
    let opened = best.inner.opening
    // 市 before 教育局.
    if depth == 1, characters[Int(end) - 1].flags.contains(.localUnit) { proper |= ProperPart.name }
    pushInner(
      PathState(
        cost: cost, back: best.inner.state, edge: index, next: -1, end: end, start: start,
        row: UInt16(innerClass.rawValue),
        level: .inside, depth: depth, proper: proper, follower: 0, opened: UInt16(clamping: start &- opened)))
    if facts.mayClose, depth >= 2, Int(end) != bannedClosing {
      let closing = closingCost(edge, proper, opened: Int(opened))
      pushOuter(
        PathState(
          cost: cost &+ closing, back: best.inner.state, edge: index,
          next: -1, end: end, start: opened, row: UInt16(WordClass.organization.rawValue), level: .closed, depth: depth,
          proper: 0, follower: Self.follower(.organization)))
      ends[Int(end)].closes = true
    }
  }

  /// What it costs to close a name with an edge.
  @inline(never)
  private func closingCost(_ edge: UnsafePointer<Edge>, _ proper: UInt8, opened: Int) -> Int32 {
    let innerClass = edge.pointee.role.innerClass
    let end = Int(edge.pointee.end)
    var closing = Int32(inside[Int(innerClass.rawValue) &* CostModel.width &+ Int(WordClass.eos.rawValue)])
    closing &+= innerClass == .organization ? 1_500 : costs.bareHead
    // 资金部副总经理, 人事司司长: who has a post has it in a body.
    let title = titles[end]
    if title != .none, innerClass == .head, edge.pointee.flags & GazetteerEntry.generic == 0 {
      closing &+= title == .ofHead ? costs.beforeTitle &+ costs.beforeOwnTitle : costs.beforeTitle
    }
    closing &+= proper == 0 ? costs.commonName : costs.properName
    // 昆明理工大学冶金与能源工程学院: a part of a known body.
    if proper & ProperPart.body != 0, innerClass == .head { closing &+= costs.bodyPart }
    // （于都县第二中学）, （江苏恒瑞医药，…）: a body that opens behind a bracket and ends at one, or at a comma.
    if characters[opened - 1].mark == .open, proper != 0,
      characters[end].mark == .close || characters[end].mark == .comma
    {
      closing &+= costs.bracketed
    }
    if edge.pointee.flags & GazetteerEntry.generic != 0 {
      // 红岭资本|合伙人, 先驰科技|创始人: whose post companies have is in one.
      closing &+=
        proper & ProperPart.mark == 0 ? costs.genericName : title == .ofCompany ? costs.beforeCompanyTitle : 0
    }
    return closing
  }

  /// Strings of two to four characters that no table knows, inside an organization.
  @inline(__always)
  private mutating func relaxBrands(at offset: Int, _ reach: Int, _ opening: Opening) {
    // A brand has two characters at least; most places have none.
    guard offset + 1 < reach, isBrandCharacter(offset), isBrandCharacter(offset + 1) else { return }
    let column = Int(WordClass.brand.rawValue)
    guard let best = entry(to: column, at: offset, from: opening, classes[column].first, asBrand: true) else { return }
    firstBrand[offset] = Int32(truncatingIfNeeded: count)
    let start = Int32(truncatingIfNeeded: offset)
    var state = PathState(
      cost: best.cost &+ costs.brand &+ Int32(characters[offset].brand), back: best.inner.state, edge: -1, next: -1,
      end: start &+ 1, start: start, row: UInt16(WordClass.brand.rawValue), level: .inside,
      depth: best.inner.depth &+ 1,
      proper: best.inner.proper | ProperPart.mark, follower: 0,
      opened: UInt16(clamping: start &- best.inner.opening))
    var end = offset + 1
    repeat {
      state.cost &+= Int32(characters[end].brand)
      end += 1
      state.end = Int32(truncatingIfNeeded: end)
      pushInner(state)
    } while end < reach && end - offset < 4 && isBrandCharacter(end)
  }

  @inline(__always)
  private func isBrandCharacter(_ offset: Int) -> Bool {
    characters[offset].kind == .han && !characters[offset].flags.contains(.noBrand)
  }

  // MARK: States

  /// Adds a state on the outer level; the decoder has made room for all that the edges can give.
  @inline(__always)
  private mutating func pushOuter(_ state: PathState) {
    let end = ends + Int(state.end)
    let place = Int(end.pointee.outerCount)
    if place < Self.slotLimit {
      outerSlots[Int(state.end) &* Self.slotStride &+ place] = outerSlot(state, Int32(truncatingIfNeeded: count))
    }
    end.pointee.outerCount = UInt8(truncatingIfNeeded: min(place, Self.slotLimit) &+ 1)
    push(state, end)
  }

  /// Adds a state inside an organization.
  @inline(__always)
  private mutating func pushInner(_ state: PathState) {
    let end = ends + Int(state.end)
    let place = Int(end.pointee.innerCount)
    if place < Self.slotLimit {
      innerSlots[Int(state.end) &* Self.slotStride &+ place] = innerSlot(state, Int32(truncatingIfNeeded: count))
    }
    end.pointee.innerCount = UInt8(truncatingIfNeeded: min(place, Self.slotLimit) &+ 1)
    push(state, end)
  }

  @inline(__always)
  private mutating func push(_ state: PathState, _ end: UnsafeMutablePointer<PathEnd>) {
    furthest = max(furthest, state.end)
    end.pointee.firstStart = min(end.pointee.firstStart, state.start)
    states[count] = state
    states[count].next = end.pointee.last
    end.pointee.last = Int32(truncatingIfNeeded: count)
    count &+= 1
  }
}
