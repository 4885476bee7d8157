import HanGazetteer

/// A state of the search: an edge reached on a level; 32 bytes.
struct PathState: BitwiseCopyable {
  /// On which level the edge was read; `closed` is the whole of a composed organization.
  enum Level: UInt8, BitwiseCopyable { case outer, inside, closed }

  var cost: Int32
  var back: Int32
  var edge: Int32
  /// The next state that ends where this one does; -1 ends the list.
  var next: Int32
  var end: Int32
  /// Where its token starts; of a closed organization, where the name does.
  var start: Int32
  /// The row of the matrix of its level that it gives to what follows.
  var row: UInt16
  var level: Level
  /// How many tokens the open organization has, at most 200.
  var depth: UInt8
  /// What proper parts the open organization has; see `ProperPart`.
  var proper: UInt8
  /// The row of followers for a name, else -1.
  var follower: Int8
  /// Inside an organization: how far before `start` it opened; a name is short.
  var opened: UInt16 = 0
}

/// The title right behind a head.
enum TitleBehind: UInt8, BitwiseCopyable {
  case none, any
  /// It begins with the character that the head ends in: 医政处|处长.
  case ofHead
}

/// What makes the name of a body a proper name.
enum ProperPart {
  /// A place, a person or another body.
  static let name: UInt8 = 1
  /// A brand, Latin letters or a number; or another body with a place behind it.
  static let mark: UInt8 = 2
  /// Another body.
  static let body: UInt8 = 4

  @inline(__always)
  static func of(_ innerClass: WordClass) -> UInt8 {
    switch innerClass {
    case .place, .person: name
    case .organization: name | body
    case .brand, .latin, .number: mark
    default: 0
    }
  }
}

/// What composed organizations cost besides their words, from `model/counted.tsv` and `model/parameters.tsv`.
struct OrganizationCosts: BitwiseCopyable {
  let open, brand, bareHead, commonName, properName, genericName, verbFirst, beforeTitle, beforeOwnTitle,
    bodyPart, bracketed: Int32

  init(_ model: CostModel) {
    open = model.share("organization.composed", 150) + model.parameter("organization.open", 0)
    brand = model.parameter("organization.brand", 0)
    bareHead = model.parameter("organization.head", 0)
    commonName = model.parameter("organization.common", 2_500)
    properName = model.parameter("organization.proper", 0)
    verbFirst = model.parameter("organization.verb-first", 3_000)
    beforeTitle = model.parameter("organization.before-title", 0)
    bodyPart = model.parameter("organization.part-of-body", 0)
    bracketed = model.parameter("organization.bracketed", 0)
    beforeOwnTitle = model.parameter("organization.before-own-title", 0)
    genericName = model.parameter("organization.generic", 2_500)
  }
}

/// The search through the lattice of one sentence: a value of pointers into the buffers of a `SentenceDecoder`.
struct PathSearch {
  /// A state on the outer level as the relaxation reads it.
  struct Outer: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    /// Its row of the matrix of transitions.
    var row: UnsafePointer<Int16>
    /// Its row of followers for a name, else nil.
    var followers: UnsafePointer<Int16>?
  }

  /// A state inside an organization as the relaxation reads it.
  struct Inner: BitwiseCopyable {
    var cost: Int32
    var state: Int32
    var row: UnsafePointer<Int16>
    /// Where the organization opened.
    var opening: Int32
    var depth: UInt8
    var isBrand: Bool
    var proper: UInt8
  }

  /// States that are kept at one character and level; more would only be found in text made to hurt.
  static let stateLimit = 40
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
  let lastAtEnd: UnsafeMutablePointer<Int32>
  /// By offset: whether all paths pass it, and in one state.
  let isJoint: UnsafeMutablePointer<Bool>
  /// By offset: whether a composed organization closes there.
  let closes: UnsafeMutablePointer<Bool>
  /// By offset: the first state of the brands that start there, which stand side by side; -1 for none.
  let firstBrand: UnsafeMutablePointer<Int32>
  /// By edge that was read: the first of its states, which stand side by side.
  let firstState: UnsafeMutablePointer<Int32>
  /// By state, where margins are counted: what the path costs behind it.
  let after: UnsafeMutablePointer<Int32>
  /// By offset, where margins are counted: where the longest token that ends there starts.
  let firstStart: UnsafeMutablePointer<Int32>
  let outer: UnsafeMutablePointer<Outer>
  let inner: UnsafeMutablePointer<Inner>
  let transitions: UnsafePointer<Int16>
  let inside: UnsafePointer<Int16>
  let followers: UnsafePointer<Int16>
  let followerWidth: Int
  let costs: OrganizationCosts
  /// Offsets at which no composed organization may open or close; -1 for none.
  let bannedOpening: Int
  let bannedClosing: Int

  private(set) var count = 0
  private(set) var outerCount = 0
  private(set) var innerCount = 0
  private var hasFollowers = false
  /// Where the state ends that reaches furthest.
  private var furthest = 0

  init(
    length: Int, edges: UnsafePointer<Edge>, first: UnsafePointer<Int32>, headReach: UnsafePointer<Int32>,
    titles: UnsafePointer<TitleBehind>,
    characters: UnsafePointer<CharacterInfo>, spaces: UnsafePointer<Int32>?, states: UnsafeMutablePointer<PathState>,
    lastAtEnd: UnsafeMutablePointer<Int32>, isJoint: UnsafeMutablePointer<Bool>, closes: UnsafeMutablePointer<Bool>,
    firstBrand: UnsafeMutablePointer<Int32>, firstState: UnsafeMutablePointer<Int32>,
    after: UnsafeMutablePointer<Int32>, firstStart: UnsafeMutablePointer<Int32>,
    outer: UnsafeMutablePointer<Outer>, inner: UnsafeMutablePointer<Inner>,
    model: CostModel, costs: OrganizationCosts, bannedOpening: Int, bannedClosing: Int
  ) {
    self.length = length
    self.edges = edges
    self.first = first
    self.headReach = headReach
    self.titles = titles
    self.characters = characters
    self.spaces = spaces
    self.states = states
    self.lastAtEnd = lastAtEnd
    self.isJoint = isJoint
    self.closes = closes
    self.firstBrand = firstBrand
    self.firstState = firstState
    self.after = after
    self.firstStart = firstStart
    self.outer = outer
    self.inner = inner
    transitions = UnsafePointer(model.transitions)
    inside = UnsafePointer(model.inside)
    followers = UnsafePointer(model.followers)
    followerWidth = model.contextCount + 1
    self.costs = costs
    self.bannedOpening = bannedOpening
    self.bannedClosing = bannedClosing
  }

  /// Finds the cheapest state at the end of the sentence and its cost; nil where none is reached.
  mutating func run(hasHeads: Bool) -> (state: Int32, cost: Int32)? {
    lastAtEnd.update(repeating: -1, count: length + 1)
    isJoint.update(repeating: false, count: length + 1)
    // The start of the sentence is a state of its own.
    states[0] = PathState(
      cost: 0, back: -1, edge: -1, next: -1, end: 0, start: 0, row: UInt16(WordClass.bos.rawValue), level: .outer,
      depth: 0, proper: 0, follower: -1)
    lastAtEnd[0] = 0
    count = 1
    closes.update(repeating: false, count: length + 1)
    if hasHeads {
      firstBrand.update(repeating: -1, count: length + 1)
      for offset in 0..<length where lastAtEnd[offset] >= 0 {
        if Int(headReach[offset]) > offset && offset != bannedOpening {
          gather(at: offset, inside: true)
          isJoint[offset] = outerCount == 1 && innerCount == 0 && furthest <= offset
          relaxBoth(from: offset)
        } else {
          gather(at: offset, inside: false)
          isJoint[offset] = outerCount == 1 && furthest <= offset
          relax(from: offset)
        }
      }
    } else {
      for offset in 0..<length where lastAtEnd[offset] >= 0 {
        gather(at: offset, inside: false)
        isJoint[offset] = outerCount == 1 && furthest <= offset
        relax(from: offset)
      }
    }
    gather(at: length, inside: false)
    let column = Int(WordClass.eos.rawValue)
    var best = Self.far
    var found: Int32 = -1
    for live in 0..<outerCount {
      let cost = outer[live].cost &+ Int32(outer[live].row[column])
      if cost < best {
        best = cost
        found = outer[live].state
      }
    }
    return found < 0 ? nil : (found, best)
  }

  /// Reads the states that end at an offset into `outer` and `inner`.
  ///
  /// - Returns: where the longest token of them starts
  @inline(__always)
  @discardableResult
  mutating func gather(at offset: Int, inside readsInner: Bool) -> Int32 {
    var outerCount = 0
    var innerCount = 0
    var any = false
    var start = Int32.max
    let isBlank = readsInner ? spaces.map { $0[offset + 1] > $0[offset] } ?? false : false
    var index = lastAtEnd[offset]
    while index >= 0 {
      let state = states + Int(index)
      start = min(start, state.pointee.start)
      if state.pointee.level == .inside {
        if readsInner, !(isBlank && Self.isWhole(state)), innerCount < Self.stateLimit {
          inner[innerCount] = Inner(
            cost: state.pointee.cost, state: index, row: self.inside + Int(state.pointee.row) &* CostModel.width,
            opening: state.pointee.start &- Int32(state.pointee.opened), depth: state.pointee.depth,
            isBrand: state.pointee.edge < 0, proper: state.pointee.proper)
          innerCount &+= 1
        }
      } else if outerCount < Self.stateLimit {
        let follower = Int(state.pointee.follower)
        let live = outer + outerCount
        live.pointee.cost = state.pointee.cost
        live.pointee.state = index
        live.pointee.row = transitions + Int(state.pointee.row) &* CostModel.width
        live.pointee.followers = nil
        if follower >= 0 {
          any = true
          live.pointee.followers = followers + follower &* followerWidth
        }
        outerCount &+= 1
      }
      index = state.pointee.next
    }
    self.outerCount = outerCount
    self.innerCount = innerCount
    hasFollowers = any
    return start
  }

  /// 国家天文台| 贵州: whether a name could close with a state; behind a blank it does.
  @inline(__always)
  private static func isWhole(_ state: UnsafePointer<PathState>) -> Bool {
    state.pointee.row == UInt16(WordClass.head.rawValue) || state.pointee.row == UInt16(WordClass.organization.rawValue)
  }

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
    var opening = Self.far
    var openingState: Int32 = -1
    let organization = Int(WordClass.organization.rawValue)
    for live in 0..<outerCount {
      let cost = outer[live].cost &+ Int32(outer[live].row[organization]) &+ costs.open
      if cost < opening {
        opening = cost
        openingState = outer[live].state
      }
    }
    var index = first[offset]
    while index >= 0 {
      let edge = edges + Int(index)
      firstState[Int(index)] = Int32(truncatingIfNeeded: count)
      if outerCount > 0 { relaxOuter(edge, index, offset) }
      if edge.pointee.role.innerClass != .bos, edge.pointee.end <= reach {
        relaxInside(edge, index, offset, opening, openingState)
      }
      index = edge.pointee.next
    }
    relaxBrands(at: offset, Int(reach), opening, openingState)
  }

  @inline(__always)
  private mutating func relaxOuter(_ edge: UnsafePointer<Edge>, _ index: Int32, _ offset: Int) {
    let role = edge.pointee.role
    let wordClass = role.wordClass
    // Brands and heads stand only inside organizations.
    if wordClass.rawValue >= WordClass.brand.rawValue { return }
    let column = Int(wordClass.rawValue)
    var best = Self.far
    var back: Int32 = -1
    let end = outer + outerCount
    var live = UnsafePointer(outer)
    if hasFollowers, !wordClass.isName {
      let own = Int(role.own)
      while live < end {
        var cost = live.pointee.cost &+ Int32(live.pointee.row[column])
        if let followers = live.pointee.followers { cost &+= Int32(followers[own]) }
        let state = live.pointee.state
        let isBetter = cost < best
        best = isBetter ? cost : best
        back = isBetter ? state : back
        live += 1
      }
    } else {
      while live < end {
        let cost = live.pointee.cost &+ Int32(live.pointee.row[column])
        let state = live.pointee.state
        let isBetter = cost < best
        best = isBetter ? cost : best
        back = isBetter ? state : back
        live += 1
      }
    }
    if back < 0 { return }
    push(
      PathState(
        cost: best &+ edge.pointee.cost, back: back, edge: index, next: -1, end: edge.pointee.end,
        start: Int32(truncatingIfNeeded: offset),
        row: role.context, level: .outer, depth: 0, proper: 0, follower: Self.follower(wordClass)))
  }

  @inline(__always)
  private static func follower(_ wordClass: WordClass) -> Int8 {
    let place = Int8(truncatingIfNeeded: wordClass.rawValue &- WordClass.person.rawValue)
    return place >= 0 && place <= 2 ? place : -1
  }

  @inline(__always)
  private mutating func relaxInside(
    _ edge: UnsafePointer<Edge>, _ index: Int32, _ offset: Int, _ opening: Int32, _ openingState: Int32
  ) {
    let width = CostModel.width
    let innerClass = edge.pointee.role.innerClass
    let column = Int(innerClass.rawValue)
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    var proper: UInt8 = 0
    let start = Int32(truncatingIfNeeded: offset)
    var opened = start
    if openingState >= 0 {
      // 启动建设…中心: few names begin with a verb.
      best =
        opening + Int32(inside[Int(WordClass.bos.rawValue) * width + column])
        + (innerClass == .verb || innerClass == .roleVerb ? costs.verbFirst : 0)
      back = openingState
    }
    for live in 0..<innerCount {
      let cost = inner[live].cost &+ Int32(inner[live].row[column])
      if cost < best {
        best = cost
        back = inner[live].state
        depth = inner[live].depth < 200 ? inner[live].depth + 1 : 200
        proper = inner[live].proper
        opened = inner[live].opening
      }
    }
    if back < 0 || depth > 24 { return }
    // A string in quotation marks alone makes no proper name: “90后”工程师.
    if edge.pointee.role.wordClass != .brand { proper |= ProperPart.of(innerClass) }
    // 东航江苏公司: the place makes a generic head its own.
    if innerClass == .place, proper & ProperPart.body != 0 { proper |= ProperPart.mark }
    let cost = best + edge.pointee.insideCost
    let end = edge.pointee.end
    // 市 before 教育局.
    if depth == 1, characters[Int(end) - 1].flags.contains(.localUnit) { proper |= ProperPart.name }
    push(
      PathState(
        cost: cost, back: back, edge: index, next: -1, end: end, start: start, row: UInt16(innerClass.rawValue),
        level: .inside, depth: depth, proper: proper, follower: -1, opened: UInt16(clamping: start &- opened)))
    let mayClose = innerClass == .head || innerClass == .organization
    if mayClose, depth >= 2, Int(end) != bannedClosing {
      var closing = Int32(inside[column * width + Int(WordClass.eos.rawValue)])
      // 资金部副总经理, 人事司司长: who has a post has it in a body.
      let title = titles[Int(end)]
      if title != .none, innerClass == .head, edge.pointee.flags & GazetteerEntry.generic == 0 {
        closing += title == .ofHead ? costs.beforeTitle &+ costs.beforeOwnTitle : costs.beforeTitle
      }
      closing += proper == 0 ? costs.commonName : costs.properName
      // 昆明理工大学冶金与能源工程学院: a part of a known body.
      if proper & ProperPart.body != 0, innerClass == .head { closing += costs.bodyPart }
      // （于都县第二中学）, （江苏恒瑞医药，…）: a body that opens behind a bracket and ends at one, or at a comma.
      if characters[Int(opened) - 1].mark == .open, proper != 0,
        characters[Int(end)].mark == .close || characters[Int(end)].mark == .comma
      {
        closing += costs.bracketed
      }
      if edge.pointee.flags & GazetteerEntry.generic != 0, proper & ProperPart.mark == 0 {
        closing += costs.genericName
      }
      push(
        PathState(
          cost: cost + closing + (innerClass == .organization ? 1_500 : costs.bareHead), back: back, edge: index,
          next: -1, end: end, start: opened, row: UInt16(WordClass.organization.rawValue), level: .closed, depth: depth,
          proper: 0, follower: 2))
      closes[Int(end)] = true
    }
  }

  /// Strings of two to four characters that no table knows, inside an organization.
  private mutating func relaxBrands(at offset: Int, _ reach: Int, _ opening: Int32, _ openingState: Int32) {
    let width = CostModel.width
    let column = Int(WordClass.brand.rawValue)
    // A brand has two characters at least; most places have none.
    guard offset + 1 < reach, isBrandCharacter(offset), isBrandCharacter(offset + 1) else { return }
    var best = Self.far
    var back: Int32 = -1
    var depth: UInt8 = 1
    if openingState >= 0 {
      best = opening + Int32(inside[Int(WordClass.bos.rawValue) * width + column])
      back = openingState
    }
    var properSoFar: UInt8 = 0
    let start = Int32(truncatingIfNeeded: offset)
    var opened = start
    for live in 0..<innerCount where !inner[live].isBrand {
      let cost = inner[live].cost &+ Int32(inner[live].row[column])
      if cost < best {
        best = cost
        back = inner[live].state
        properSoFar = inner[live].proper
        opened = inner[live].opening
        depth = inner[live].depth < 200 ? inner[live].depth + 1 : 200
      }
    }
    if back < 0 || depth > 24 { return }
    firstBrand[offset] = Int32(truncatingIfNeeded: count)
    var cost = best + costs.brand
    var end = offset
    while end < reach, end - offset < 4 {
      guard isBrandCharacter(end) else { return }
      cost += Int32(characters[end].brand)
      end += 1
      if end - offset >= 2 {
        push(
          PathState(
            cost: cost, back: back, edge: -1, next: -1, end: Int32(end), start: start,
            row: UInt16(WordClass.brand.rawValue), level: .inside, depth: depth, proper: properSoFar | ProperPart.mark,
            follower: -1, opened: UInt16(clamping: start &- opened)))
      }
    }
  }

  @inline(__always)
  func isBrandCharacter(_ offset: Int) -> Bool {
    characters[offset].kind == .han && !characters[offset].flags.contains(.noBrand)
  }

  /// Adds a state; the decoder has made room for all that the edges can give.
  @inline(__always)
  private mutating func push(_ state: PathState) {
    let end = lastAtEnd + Int(state.end)
    furthest = max(furthest, Int(state.end))
    states[count] = state
    states[count].next = end.pointee
    end.pointee = Int32(truncatingIfNeeded: count)
    count &+= 1
  }
}
