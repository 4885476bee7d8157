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
  /// The row of followers; that of a token that is no name costs nothing.
  var follower: UInt8
  /// Inside an organization: how far before `start` it opened; a name is short.
  var opened: UInt16 = 0
}

/// The title right behind a head.
enum TitleBehind: UInt8, BitwiseCopyable {
  case none, any
  /// It begins with the character that the head ends in: 医政处|处长.
  case ofHead
  /// It is one that companies have: 红岭资本|合伙人.
  case ofCompany
}

/// What makes the name of a body a proper name.
enum ProperPart {
  /// A place, a person or another body.
  static let name: UInt8 = 1
  /// A brand, Latin letters or a number; or another body with a place behind it.
  static let mark: UInt8 = 2
  /// Another body.
  static let body: UInt8 = 4

  static func of(_ innerClass: WordClass) -> UInt8 {
    switch innerClass {
    case .place, .person: name
    case .organization: name | body
    case .brand, .latin, .number: mark
    default: 0
    }
  }
}

/// What the search asks of a class inside an organization.
struct InnerClassFacts: BitwiseCopyable {
  /// What it costs as the first word of a name.
  var first: Int32
  /// See `ProperPart`.
  var proper: UInt8
  /// Whether a name may close with it.
  var mayClose: Bool

  /// The facts of all classes, by raw value.
  static func all(_ model: CostModel, _ costs: OrganizationCosts) -> ScratchBuffer<InnerClassFacts> {
    let facts = ScratchBuffer<InnerClassFacts>(capacity: CostModel.width)
    for wordClass in WordClass.allCases {
      let cost = Int32(model.inside[Int(WordClass.bos.rawValue) * CostModel.width + Int(wordClass.rawValue)])
      // 启动建设…中心: few names begin with a verb.
      let isVerb = wordClass == .verb || wordClass == .roleVerb
      facts.append(
        InnerClassFacts(
          first: cost + (isVerb ? costs.verbFirst : 0), proper: ProperPart.of(wordClass),
          mayClose: wordClass == .head || wordClass == .organization))
    }
    return facts
  }
}

/// What composed organizations cost besides their words, from `model/counted.tsv` and `model/parameters.tsv`.
struct OrganizationCosts: BitwiseCopyable {
  let open, brand, bareHead, commonName, properName, genericName, verbFirst, beforeTitle, beforeOwnTitle,
    bodyPart, bracketed, beforeCompanyTitle: Int32

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
    beforeCompanyTitle = model.parameter("organization.before-company-title", 0)
    beforeOwnTitle = model.parameter("organization.before-own-title", 0)
    genericName = model.parameter("organization.generic", 2_500)
  }
}

/// What the search knows of an offset: the states that end there; 12 bytes.
struct PathEnd: BitwiseCopyable {
  /// The state made last; -1 for none.
  var last: Int32 = -1
  /// Where the longest token starts.
  var firstStart: Int32 = .max
  /// How many states stand in the slots of each level; one more than `PathSearch.slotLimit` for more than that.
  var outerCount: UInt8 = 0
  var innerCount: UInt8 = 0
  /// Whether all paths pass the offset, and in one state.
  var isJoint = false
  /// Whether a composed organization closes there.
  var closes = false
}

/// The memory of a search, kept from sentence to sentence.
final class PathBuffers {
  let states = ScratchBuffer<PathState>(capacity: 16_384)
  let after = ScratchBuffer<Int32>(capacity: 16_384)
  let ends = ScratchBuffer<PathEnd>()
  let outerSlots = ScratchBuffer<PathSearch.Outer>()
  let innerSlots = ScratchBuffer<PathSearch.Inner>()
  let manyOuter = ScratchBuffer<PathSearch.Outer>(capacity: PathSearch.stateLimit + 4)
  let manyInner = ScratchBuffer<PathSearch.Inner>(capacity: PathSearch.stateLimit + 4)
  let firstBrand = ScratchBuffer<Int32>()
  let firstState = ScratchBuffer<Int32>(capacity: 8_192)

  /// Makes room for a sentence.
  func reserve(length: Int, edges: Int) {
    // An edge gives three states at most, and a character three brands.
    states.reserve(3 * (edges + length) + 1)
    after.reserve(3 * (edges + length) + 1)
    ends.reserve(length + 1)
    outerSlots.reserve((length + 1) * PathSearch.slotStride)
    innerSlots.reserve((length + 1) * PathSearch.slotStride)
    firstBrand.reserve(length + 1)
    firstState.reserve(edges)
  }
}
