/// The compiled form of rules: one array of instructions, and for every rule where its two halves begin.
///
/// A rule is cut before its rarest element. From a place where that element may stand, the part before it is matched
/// backwards and the rest forwards; both halves are programs for the same small backtracking machine.
struct RuleProgram: Sendable {
  /// One step of the machine.
  struct Instruction: BitwiseCopyable, Sendable {
    enum Operation: UInt8 {
      /// Reads a literal (`first` is its number).
      case literal
      /// Reads the longest of a set of literals (`first` is its number).
      case literalSet
      /// Reads a token that passes a test.
      case token
      /// Reads a run of characters; `first` is the kind, `second` the lower and `third` the upper bound.
      case run
      /// Goes on at `first`, and at `second` where that fails.
      case split
      /// Goes on at `first`.
      case jump
      /// Keeps the place as the start of the capture `first`.
      case open
      /// Keeps the place as the end of the capture `first`.
      case close
      /// Tests the place; `first` is the anchor.
      case anchor
      /// Tests the next (`second` 0) or previous token against `first`; `third` 1 negates.
      case peek
      /// The half is read.
      case match
    }
    var operation: Operation
    var first: Int32 = 0
    var second: Int32 = 0
    var third: Int32 = 0
  }

  /// A rule as the machine knows it.
  struct Entry: Sendable {
    var rule: Rule
    var backward: Int32
    var forward: Int32
    var isBuiltIn: Bool
    /// The names of the captures by slot.
    var captures: [String]
  }

  let instructions = RuleCode()
  var literals: [[UInt32]] = []
  /// Sets of literals, each with the longest first.
  var literalSets: [[[UInt32]]] = []
  var tests: [CompiledTest] = []
  var entries: [Entry] = []
  /// By rule: where its halves begin, for the inner loop.
  var starts: [(backward: Int32, forward: Int32)] = []
  /// By rule: what has to stand before what starts it, and behind the token that does.
  var gates: [(before: RuleGate, behind: RuleGate)] = []
  var triggers = TriggerIndex()
}

/// The instructions of a program, in memory that the machines of all threads read.
final class RuleCode: @unchecked Sendable {
  // Written to by the one thread that compiles the program, only read afterwards, freed in `deinit`.
  private(set) var base: UnsafeMutablePointer<RuleProgram.Instruction>
  private(set) var count = 0
  private var capacity: Int

  /// Room for the built-in rules; the system makes the pages of it that are written to.
  init(capacity: Int = 1 << 14) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> RuleProgram.Instruction {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  func append(_ instruction: RuleProgram.Instruction) {
    if count == capacity {
      let larger = UnsafeMutablePointer<RuleProgram.Instruction>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: count)
      base.deallocate()
      (base, capacity) = (larger, capacity * 2)
    }
    base[count] = instruction
    count += 1
  }

  /// Takes away what stands from a place on.
  func removeAll(from start: Int) { count = min(count, max(start, 0)) }
}

/// A token test with names resolved.
struct CompiledTest: Hashable, Sendable {
  /// A bit for each class that is allowed; zero allows all.
  var classes: UInt64 = 0
  /// Types of records that are no classes.
  var types: [EntityType] = []
  var conditions: [TokenTest.Condition] = []
  var isNegated = false
  /// The folded forms of texts in `conditions`, in their order.
  var texts: [[[UInt32]]] = []
}

/// What starts a rule: the elements it needs, sorted by how rare they are.
struct TriggerIndex: Sendable {
  /// An edge of the trie of literals: the node and scalar before, and the node behind; -1 where the place is free.
  private struct Edge: BitwiseCopyable {
    var key: UInt64
    var target: Int32
  }

  /// The rules that a word class starts.
  private(set) var byClass: [[Int32]] = Array(repeating: [], count: WordClass.count)
  /// A bit for each first character of a literal.
  private(set) var firstBits: [UInt64] = Array(repeating: 0, count: 1_024)
  /// Open addressing, at most half full.
  private var edges: [Edge] = Array(repeating: Edge(key: 0, target: -1), count: 64)
  private var edgeCount = 0
  /// The rules that a literal starts which ends at the node; node 0 is the root.
  private(set) var atNode: [[Int32]] = [[]]

  /// Whether a literal begins with this character.
  @inline(__always)
  func canStart(_ scalar: UInt32) -> Bool {
    scalar < 65_536 && firstBits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }

  @inline(__always)
  private static func place(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The node behind a node and a character, or -1.
  @inline(__always)
  func next(_ node: Int32, _ scalar: UInt32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    let mask = edges.count - 1
    var index = Self.place(key, mask)
    while edges[index].target >= 0 {
      if edges[index].key == key { return edges[index].target }
      index = (index + 1) & mask
    }
    return -1
  }

  /// Adds a class that starts a rule.
  mutating func add(wordClass: WordClass, rule: Int32) {
    if byClass[Int(wordClass.rawValue)].last != rule { byClass[Int(wordClass.rawValue)].append(rule) }
  }

  /// Adds a literal that starts a rule.
  mutating func add(literal: [UInt32], rule: Int32) {
    guard let first = literal.first, first < 65_536 else { return }
    firstBits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    var node: Int32 = 0
    for scalar in literal {
      var following = next(node, scalar)
      if following < 0 {
        following = Int32(atNode.count)
        atNode.append([])
        insert(Edge(key: UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar), target: following))
      }
      node = following
    }
    if !atNode[Int(node)].contains(rule) { atNode[Int(node)].append(rule) }
  }

  private mutating func insert(_ edge: Edge) {
    edgeCount += 1
    if edgeCount * 2 > edges.count {
      let old = edges
      edges = Array(repeating: Edge(key: 0, target: -1), count: old.count * 2)
      for edge in old where edge.target >= 0 { put(edge) }
    }
    put(edge)
  }

  private mutating func put(_ edge: Edge) {
    let mask = edges.count - 1
    var index = Self.place(edge.key, mask)
    while edges[index].target >= 0 { index = (index + 1) & mask }
    edges[index] = edge
  }
}
