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

  var instructions: [Instruction] = []
  var literals: [[UInt32]] = []
  var tests: [CompiledTest] = []
  var entries: [Entry] = []
  var triggers = TriggerIndex()
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
  /// The rules that a word class starts.
  var byClass: [[Int32]] = Array(repeating: [], count: WordClass.count)
  /// A bit for each first character of a literal.
  var firstBits: [UInt64] = Array(repeating: 0, count: 1_024)
  /// `node << 32 | scalar` to the next node of the trie of literals; node 0 is the root.
  var children: [UInt64: Int32] = [:]
  /// The rules that a literal starts which ends at the node.
  var atNode: [[Int32]] = [[]]

  /// Adds a literal that starts a rule.
  mutating func add(literal: [UInt32], rule: Int32) {
    guard let first = literal.first, first < 65_536 else { return }
    firstBits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    var node: Int32 = 0
    for scalar in literal {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
      if let next = children[key] {
        node = next
      } else {
        node = Int32(atNode.count)
        atNode.append([])
        children[key] = node
      }
    }
    if !atNode[Int(node)].contains(rule) { atNode[Int(node)].append(rule) }
  }
}
