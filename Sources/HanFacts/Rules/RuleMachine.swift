/// The backtracking machine that reads the half of a rule, forwards or backwards.
///
/// It stays inside one sentence. Beyond ``memoLimit`` steps a try remembers the states that it has left and never enters
/// them again: what follows from a state does not depend on how it was reached, so no match is lost, and a try costs at
/// most states times places.
final class RuleMachine {
  static let attemptLimit = 4_096
  static let memoLimit = 256

  /// A state to go back to.
  private struct Back: BitwiseCopyable {
    var pc: Int32
    var place: Int32
    var events: Int32
  }

  /// The place where a capture begins or ends.
  private struct Event: BitwiseCopyable {
    var slot: Int32
    var place: Int32
    var isStart: Bool
  }

  /// Characters in a row of `scalars`.
  private struct Literal: BitwiseCopyable {
    var start: Int
    var count: Int
  }

  /// Literals in a row, with their first and their last characters.
  private struct LiteralSet: BitwiseCopyable {
    var start: Int
    var end: Int
    var firsts = ScalarBits()
    var lasts = ScalarBits()
  }

  /// What a test says of most tokens by their class.
  private struct Outline: BitwiseCopyable {
    var classes: UInt64
    var hasConditions: Bool
    var hasTypes: Bool
    var isNegated: Bool
  }

  private let program: RuleProgram
  /// Those of `program`, which keeps them.
  private let instructions: UnsafePointer<RuleProgram.Instruction>
  private let scalars = ScratchBuffer<UInt32>(capacity: 1_024)
  private let literals = ScratchBuffer<Literal>(capacity: 256)
  private let literalSets = ScratchBuffer<LiteralSet>(capacity: 32)
  private let outlines = ScratchBuffer<Outline>(capacity: 64)
  private let stack = ScratchBuffer<Back>(capacity: 256)
  private let events = ScratchBuffer<Event>(capacity: 256)
  private var left: Set<UInt64> = []
  /// Steps used since `begin`.
  private(set) var steps = 0
  private var budget = 0

  init(program: RuleProgram) {
    self.program = program
    instructions = UnsafePointer(program.instructions.base)
    for literal in program.literals { add(literal) }
    for set in program.literalSets {
      var range = LiteralSet(start: literals.count, end: literals.count)
      for literal in set {
        guard let first = literal.first, let last = literal.last else { continue }
        range.firsts.insert(first)
        range.lasts.insert(last)
        add(literal)
      }
      range.end = literals.count
      literalSets.append(range)
    }
    for test in program.tests {
      outlines.append(
        Outline(
          classes: test.classes, hasConditions: !test.conditions.isEmpty, hasTypes: !test.types.isEmpty,
          isNegated: test.isNegated))
    }
  }

  private func add(_ literal: [UInt32]) {
    literals.append(Literal(start: scalars.count, count: literal.count))
    for scalar in literal { scalars.append(scalar) }
  }

  /// Starts a document.
  func begin(budget: Int) {
    steps = 0
    self.budget = budget
  }

  /// Counts a try that a gate refused: one step.
  func refuse() { steps += 1 }

  /// Forgets the captures of the last try.
  func clearEvents() { events.count = 0 }

  /// Pairs the kept places of both halves.
  func pieces(_ slots: Int) -> [(slot: Int32, range: Range<Int>)] {
    var pieces: [(slot: Int32, range: Range<Int>)] = []
    for slot in 0..<Int32(slots) {
      var starts: [Int32] = []
      var ends: [Int32] = []
      for index in 0..<events.count where events.base[index].slot == slot {
        if events.base[index].isStart {
          starts.append(events.base[index].place)
        } else {
          ends.append(events.base[index].place)
        }
      }
      starts.sort()
      ends.sort()
      for (start, end) in zip(starts, ends) where end > start { pieces.append((slot, Int(start)..<Int(end))) }
    }
    return pieces
  }

  /// Reads half a rule; the place where it ended, or nil. Its captures are added to those kept.
  func run(
    _ start: Int32, from position: Int, backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    stack.count = 0
    let kept = events.count
    var count = 0
    var pc = start
    var place = position
    let limit = min(Self.attemptLimit, budget - steps)
    defer { steps += count }
    while count < limit {
      count += 1
      let instruction = instructions[Int(pc)]
      var next: Int?
      switch instruction.operation {
      case .match: return place
      case .jump:
        pc = instruction.first
        continue
      case .split:
        if count <= Self.memoLimit || isNew(pc, place, count) {
          stack.append(Back(pc: instruction.second, place: Int32(place), events: Int32(events.count)))
          pc = instruction.first
          continue
        }
      case .open, .close:
        events.append(Event(slot: instruction.first, place: Int32(place), isStart: instruction.operation == .open))
        next = place
      case .literal: next = read(literals.base[Int(instruction.first)], at: place, backward, sentence, input)
      case .literalSet:
        next = read(set: literalSets.base[Int(instruction.first)], at: place, backward, sentence, input)
      case .token:
        if let token = token(at: place, backward, sentence, input),
          passes(Int(instruction.first), token, input)
        {
          next = backward ? Int(input.stream.tokens.base[token].start) : Int(input.stream.tokens.base[token].end)
        }
      case .run: next = readRun(instruction, at: place, backward, sentence, input)
      case .anchor: next = isAnchor(instruction.first, at: place, sentence) ? place : nil
      case .peek:
        let other = token(at: place, instruction.second == 1, sentence, input)
        let holds = other.map { passes(Int(instruction.first), $0, input) } ?? false
        next = holds != (instruction.third == 1) ? place : nil
      }
      if let next {
        place = next
        pc += 1
      } else if stack.count > 0 {
        stack.count -= 1
        let back = stack.base[stack.count]
        pc = back.pc
        place = Int(back.place)
        events.count = Int(back.events)
      } else {
        break
      }
    }
    events.count = kept
    return nil
  }

  /// Whether a state was not entered before in this try.
  private func isNew(_ pc: Int32, _ place: Int, _ count: Int) -> Bool {
    if count == Self.memoLimit + 1 || left.count > Self.attemptLimit { left.removeAll(keepingCapacity: true) }
    return left.insert(UInt64(UInt32(bitPattern: pc)) << 32 | UInt64(place)).inserted
  }

  // MARK: Reading

  /// Whether a token passes a test; most answers are in its class.
  @inline(__always)
  private func passes(_ test: Int, _ token: Int, _ input: RuleInput) -> Bool {
    let outline = outlines.base[test]
    let wordClass = input.stream.tokens.base[token].wordClass
    if outline.classes & (1 &<< UInt64(wordClass.rawValue)) != 0 {
      if !outline.hasConditions { return !outline.isNegated }
    } else if !outline.hasTypes {
      if outline.classes != 0 { return outline.isNegated }
      if !outline.hasConditions { return !outline.isNegated }
    }
    return RuleTests.passes(program.tests[test], token, input)
  }

  @inline(__always)
  private func read(
    _ literal: Literal, at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    let start = backward ? place - literal.count : place
    let end = start + literal.count
    guard start >= Int(sentence.start), end <= Int(sentence.end) else { return nil }
    let scalars = scalars.base + literal.start
    for offset in 0..<literal.count where input.folded[start + offset] != scalars[offset] { return nil }
    guard canCut(at: start, input), canCut(at: end, input) else { return nil }
    return backward ? start : end
  }

  private func read(
    set: LiteralSet, at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    let edge = backward ? place - 1 : place
    guard edge >= Int(sentence.start), edge < Int(sentence.end) else { return nil }
    guard (backward ? set.lasts : set.firsts).mayHold(input.folded[edge]) else { return nil }
    for number in set.start..<set.end {
      if let end = read(literals.base[number], at: place, backward, sentence, input) { return end }
    }
    return nil
  }

  /// Whether a literal may begin or end here: between tokens, or inside a number, a date or an unknown word.
  private func canCut(at place: Int, _ input: RuleInput) -> Bool {
    if input.stream.isBoundary(place) { return true }
    return Self.canBeCut(input.stream.tokens.base[Int(input.stream.covering.base[place])].wordClass)
  }

  /// Whether literals may begin or end inside of a token of a class.
  @inline(__always)
  static func canBeCut(_ wordClass: WordClass) -> Bool {
    switch wordClass {
    case .date, .figure, .number, .latin, .character, .numeral: true
    default: false
    }
  }

  @inline(__always)
  private func token(at place: Int, _ previous: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput) -> Int? {
    if previous { return place > Int(sentence.start) ? input.stream.token(endingAt: place) : nil }
    return place < Int(sentence.end) ? input.stream.token(startingAt: place) : nil
  }

  private func readRun(
    _ instruction: RuleProgram.Instruction, at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence,
    _ input: RuleInput
  ) -> Int? {
    var count = 0
    while count < Int(instruction.third) {
      let index = backward ? place - count - 1 : place + count
      guard index >= Int(sentence.start), index < Int(sentence.end) else { break }
      let scalar = input.folded[index]
      let isDigit = scalar >= 0x30 && scalar <= 0x39
      let isLetter = scalar >= 0x41 && scalar <= 0x5A || scalar >= 0x61 && scalar <= 0x7A
      guard instruction.first == 0 ? isDigit : isLetter else { break }
      count += 1
    }
    guard count >= Int(instruction.second) else { return nil }
    return backward ? place - count : place + count
  }

  private func isAnchor(_ number: Int32, at place: Int, _ sentence: FactStream.Sentence) -> Bool {
    switch number {
    case 0: place == Int(sentence.start)
    case 1: place == Int(sentence.end)
    case 2: place == Int(sentence.start) && sentence.beginsParagraph
    default: place == Int(sentence.end) && sentence.endsParagraph
    }
  }
}
