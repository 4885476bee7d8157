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

  private let program: RuleProgram
  private let instructions: ScratchBuffer<RuleProgram.Instruction>
  private let stack = ScratchBuffer<Back>(capacity: 256)
  private let events = ScratchBuffer<Event>(capacity: 256)
  private var left: Set<UInt64> = []
  /// Steps used since `begin`.
  private(set) var steps = 0
  private var budget = 0

  init(program: RuleProgram) {
    self.program = program
    instructions = ScratchBuffer(capacity: max(program.instructions.count, 1))
    for instruction in program.instructions { instructions.append(instruction) }
  }

  /// Starts a document.
  func begin(budget: Int) {
    steps = 0
    self.budget = budget
  }

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
      let instruction = instructions.base[Int(pc)]
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
      case .literal: next = read(program.literals[Int(instruction.first)], at: place, backward, sentence, input)
      case .literalSet:
        next = read(set: program.literalSets[Int(instruction.first)], at: place, backward, sentence, input)
      case .token:
        if let token = token(at: place, backward, sentence, input),
          RuleTests.passes(program.tests[Int(instruction.first)], token, input)
        {
          next = backward ? Int(input.stream.tokens.base[token].start) : Int(input.stream.tokens.base[token].end)
        }
      case .run: next = readRun(instruction, at: place, backward, sentence, input)
      case .anchor: next = isAnchor(instruction.first, at: place, sentence) ? place : nil
      case .peek:
        let other = token(at: place, instruction.second == 1, sentence, input)
        let holds = other.map { RuleTests.passes(program.tests[Int(instruction.first)], $0, input) } ?? false
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

  @inline(__always)
  private func read(
    _ scalars: [UInt32], at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    let start = backward ? place - scalars.count : place
    let end = start + scalars.count
    guard start >= Int(sentence.start), end <= Int(sentence.end) else { return nil }
    for offset in scalars.indices where input.folded[start + offset] != scalars[offset] { return nil }
    guard canCut(at: start, input), canCut(at: end, input) else { return nil }
    return backward ? start : end
  }

  private func read(
    set: [[UInt32]], at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    let edge = backward ? place - 1 : place
    guard edge >= Int(sentence.start), edge < Int(sentence.end) else { return nil }
    let scalar = input.folded[edge]
    for literal in set where scalar == (backward ? literal[literal.count - 1] : literal[0]) {
      if let end = read(literal, at: place, backward, sentence, input) { return end }
    }
    return nil
  }

  /// Whether a literal may begin or end here: between tokens, or inside a number, a date or an unknown word.
  private func canCut(at place: Int, _ input: RuleInput) -> Bool {
    if input.stream.isBoundary(place) { return true }
    switch input.stream.tokens.base[Int(input.stream.covering.base[place])].wordClass {
    case .date, .figure, .number, .latin, .character, .numeral: return true
    default: return false
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
