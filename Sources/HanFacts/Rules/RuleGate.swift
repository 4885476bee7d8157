/// Characters of which only the last eight bits count: what is not among them is refused at once, some others are not.
struct ScalarBits: BitwiseCopyable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// Whether a character may be among them.
  @inline(__always)
  func mayHold(_ scalar: UInt32) -> Bool {
    let word = scalar & 0x80 == 0 ? (scalar & 0x40 == 0 ? first : second) : (scalar & 0x40 == 0 ? third : fourth)
    return word & (1 &<< UInt64(scalar & 63)) != 0
  }

  /// Adds a character.
  mutating func insert(_ scalar: UInt32) {
    let bit: UInt64 = 1 << UInt64(scalar & 63)
    switch scalar >> 6 & 3 {
    case 0: first |= bit
    case 1: second |= bit
    case 2: third |= bit
    default: fourth |= bit
    }
  }
}

/// What has to stand beside a place for a rule to go on from there: most tries are refused by it before the machine starts.
///
/// A gate lets through all that can succeed, and some of what cannot. It knows the edge of the sentence, the classes of
/// the token that may begin (or end) at the place, and the characters.
struct RuleGate: BitwiseCopyable, Sendable {
  /// Whether it refuses nothing.
  private(set) var isOpen = false
  /// Whether the place may be the edge of its sentence.
  private var passesEdge = false
  /// A bit for each class of a token that may stand there.
  private var classes: UInt64 = 0
  private var characters = ScalarBits()

  /// A gate that refuses nothing.
  private static var open: RuleGate {
    var gate = RuleGate()
    gate.isOpen = true
    return gate
  }

  private init() {}

  /// Whether the rule may go on at a place; `backward` asks for what ends there.
  @inline(__always)
  func passes(_ place: Int, backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput) -> Bool {
    if isOpen { return true }
    if place == Int(backward ? sentence.start : sentence.end) { return passesEdge }
    if characters.mayHold(input.folded[backward ? place - 1 : place]) { return true }
    guard let token = backward ? input.stream.token(endingAt: place) : input.stream.token(startingAt: place) else {
      return false
    }
    return classes & (1 &<< UInt64(input.stream.tokens.base[token].wordClass.rawValue)) != 0
  }
}

extension RuleGate {
  /// The gate of the instructions that stand in a range, entered at some of them.
  ///
  /// - Parameter backward: whether they read backwards, so that what ends at the place counts
  init(_ program: RuleProgram, _ range: Range<Int>, from entries: [Int], backward: Bool) {
    guard let heads = Self.heads(program, range, from: entries, backward: backward) else {
      self = .open
      return
    }
    for pc in heads {
      let instruction = program.instructions[pc]
      let first = Int(instruction.first)
      switch instruction.operation {
      case .literal: add(program.literals[first], backward)
      case .literalSet: for literal in program.literalSets[first] { add(literal, backward) }
      case .token: add(program.tests[first], backward)
      case .run:
        let ranges: [ClosedRange<UInt32>] = first == 0 ? [0x30...0x39] : [0x41...0x5A, 0x61...0x7A]
        for scalar in ranges.joined() { characters.insert(scalar) }
      case .anchor: passesEdge = true
      // What must not stand there may be anything else, or nothing.
      case .peek: if instruction.third == 1 { isOpen = true } else { add(program.tests[first], backward) }
      // The half ends here, whatever stands there.
      default: isOpen = true
      }
    }
  }

  /// The gate behind the token that starts a rule; open where the rule may start with less than a token.
  init(behindFirstOf program: RuleProgram, _ range: Range<Int>) {
    var entries: [Int] = []
    for pc in Self.heads(program, range, from: [range.lowerBound], backward: false) ?? [range.lowerBound] {
      guard program.instructions[pc].operation == .token else {
        self = .open
        return
      }
      entries.append(pc + 1)
    }
    self.init(program, range, from: entries, backward: false)
  }

  /// The instructions that read or test what stands at the place first, or nil where that is not known.
  private static func heads(
    _ program: RuleProgram, _ range: Range<Int>, from entries: [Int], backward: Bool
  ) -> [Int]? {
    var isKnown = [Bool](repeating: false, count: range.count)
    var waiting = entries
    var heads: [Int] = []
    while let pc = waiting.popLast() {
      guard range.contains(pc) else { return nil }
      if isKnown[pc - range.lowerBound] { continue }
      isKnown[pc - range.lowerBound] = true
      let instruction = program.instructions[pc]
      switch instruction.operation {
      case .split:
        waiting.append(Int(instruction.first))
        waiting.append(Int(instruction.second))
      case .jump: waiting.append(Int(instruction.first))
      case .open, .close: waiting.append(pc + 1)
      case .literal where program.literals[Int(instruction.first)].isEmpty: waiting.append(pc + 1)
      case .literalSet where program.literalSets[Int(instruction.first)].contains(where: \.isEmpty):
        heads.append(pc)
        waiting.append(pc + 1)
      case .run where instruction.second == 0:
        heads.append(pc)
        waiting.append(pc + 1)
      // An anchor or a test of the other side says nothing of this one.
      case .anchor where (instruction.first % 2 == 0) != backward: waiting.append(pc + 1)
      case .peek where (instruction.second == 1) != backward: waiting.append(pc + 1)
      default: heads.append(pc)
      }
    }
    return heads
  }

  private mutating func add(_ literal: [UInt32], _ backward: Bool) {
    if let scalar = backward ? literal.last : literal.first { characters.insert(scalar) }
  }

  private mutating func add(_ test: CompiledTest, _ backward: Bool) {
    if test.isNegated {
      classes |= test.conditions.isEmpty && test.types.isEmpty ? ~test.classes : ~0
      return
    }
    for number in test.conditions.indices {
      switch test.conditions[number] {
      case .text:
        for text in test.texts[number] { add(text, backward) }
        return
      case .starts where !backward && !test.texts[number].contains(where: \.isEmpty),
        .ends where backward && !test.texts[number].contains(where: \.isEmpty):
        // Where the class says less.
        if test.classes == 0, test.types.isEmpty {
          for text in test.texts[number] { add(text, backward) }
          return
        }
      default: break
      }
    }
    if test.classes == 0, test.types.isEmpty { classes = ~0 }
    classes |= test.classes
    // Records of types that are no classes.
    if !test.types.isEmpty { classes |= 1 << UInt64(WordClass.other.rawValue) }
  }
}
