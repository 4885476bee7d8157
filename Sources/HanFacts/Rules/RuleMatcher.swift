import HanGazetteer
import HanText

/// One match of a rule: characters of the stream.
struct RuleMatch {
  /// The rule's number in the program.
  var rule: Int32
  var range: Range<Int>
  /// The pieces that captures hold, in text order.
  var pieces: [(slot: Int32, range: Range<Int>)]
}

/// What a matcher reads of a document.
struct RuleInput {
  let stream: FactStream
  let mentions: [Mention]
  let document: DecodedDocument
  let knowledge: KnowledgeBase
  let folded: UnsafePointer<UInt32>
}

/// Runs a ``RuleProgram`` over a document.
///
/// ## Cost
/// A rule is tried only where a word or class stands that it needs. One try reads at most ``attemptLimit`` steps, and
/// every pattern is bounded, so the cost is linear in the text; beyond ``memoLimit`` steps a try remembers the states
/// that failed and never enters them again. A document may use ``stepsPerToken`` steps a token over all rules; when they
/// are spent, the rules that come last in the text are not tried, so no set of rules can make extraction worse than
/// linear. ``steps`` counts them.
final class RuleMatcher {
  static let attemptLimit = 4_096
  static let memoLimit = 256
  static let stepsPerToken = 256
  static let freeSteps = 65_536

  private let program: RuleProgram
  /// Steps used in the last document.
  private(set) var steps = 0
  private var budget = 0
  private var attemptSteps = 0
  private var failed: Set<UInt64> = []
  private var stack: [(pc: Int32, position: Int32, events: Int32)] = []
  private var events: [(slot: Int32, isStart: Bool, position: Int32)] = []
  private var prefixEvents: [(slot: Int32, isStart: Bool, position: Int32)] = []
  private var lastEnd: [Int32] = []

  init(program: RuleProgram) { self.program = program }

  /// The matches of all rules, in the order in which they were found.
  func matches(_ input: RuleInput) -> [RuleMatch] {
    steps = 0
    budget = Self.freeSteps + input.stream.tokens.count * Self.stepsPerToken
    lastEnd = Array(repeating: -1, count: program.entries.count)
    var found: [RuleMatch] = []
    if program.entries.isEmpty { return found }
    let stream = input.stream
    for index in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[index]
      for position in Int(sentence.start)..<Int(sentence.end) {
        // Literals.
        let scalar = input.folded[position]
        if scalar < 65_536, program.triggers.firstBits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 {
          startLiterals(at: position, sentence, input, &found)
        }
      }
      for token in sentence.tokens {
        let rules = program.triggers.byClass[Int(stream.tokens.base[token].wordClass.rawValue)]
        for rule in rules {
          attempt(rule, at: Int(stream.tokens.base[token].start), sentence, input, &found)
        }
      }
    }
    return found
  }

  private func startLiterals(
    at position: Int, _ sentence: FactStream.Sentence, _ input: RuleInput, _ found: inout [RuleMatch]
  ) {
    var node: Int32 = 0
    var end = position
    while end < Int(sentence.end) {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(input.folded[end])
      guard let next = program.triggers.children[key] else { return }
      node = next
      end += 1
      for rule in program.triggers.atNode[Int(node)] { attempt(rule, at: position, sentence, input, &found) }
    }
  }

  private func attempt(
    _ rule: Int32, at position: Int, _ sentence: FactStream.Sentence, _ input: RuleInput, _ found: inout [RuleMatch]
  ) {
    if steps >= budget || Int32(position) < lastEnd[Int(rule)] { return }
    let entry = program.entries[Int(rule)]
    guard let end = run(entry.forward, from: position, backward: false, sentence, input), input.stream.isBoundary(end)
    else { return }
    swap(&events, &prefixEvents)
    guard let start = run(entry.backward, from: position, backward: true, sentence, input),
      input.stream.isBoundary(start), end > start
    else { return }
    if Int32(start) < lastEnd[Int(rule)] { return }
    lastEnd[Int(rule)] = Int32(end)
    found.append(RuleMatch(rule: rule, range: start..<end, pieces: pieces(entry.captures.count)))
  }

  /// Pairs the kept places of both halves.
  private func pieces(_ slots: Int) -> [(slot: Int32, range: Range<Int>)] {
    var pieces: [(slot: Int32, range: Range<Int>)] = []
    let all = events + prefixEvents
    for slot in 0..<Int32(slots) {
      let starts = all.filter { $0.slot == slot && $0.isStart }.map(\.position).sorted()
      let ends = all.filter { $0.slot == slot && !$0.isStart }.map(\.position).sorted()
      for (start, end) in zip(starts, ends) where end > start { pieces.append((slot, Int(start)..<Int(end))) }
    }
    return pieces
  }

  /// Runs half a rule; the place where it ended, or nil. `events` holds the kept places.
  private func run(
    _ start: Int32, from position: Int, backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    stack.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    if !failed.isEmpty { failed.removeAll(keepingCapacity: true) }
    attemptSteps = 0
    var pc = start
    var place = position
    while true {
      steps += 1
      attemptSteps += 1
      if attemptSteps > Self.attemptLimit || steps > budget { return nil }
      let instruction = program.instructions[Int(pc)]
      var next: Int?
      switch instruction.operation {
      case .match: return place
      case .jump:
        pc = instruction.first
        continue
      case .split:
        let key = UInt64(UInt32(bitPattern: pc)) << 32 | UInt64(place)
        if attemptSteps <= Self.memoLimit || failed.insert(key).inserted {
          stack.append((instruction.second, Int32(place), Int32(events.count)))
          pc = instruction.first
          continue
        }
      case .open, .close:
        events.append((instruction.first, instruction.operation == .open, Int32(place)))
        next = place
      case .literal: next = read(literal: Int(instruction.first), at: place, backward, sentence, input)
      case .token: next = readToken(Int(instruction.first), at: place, backward, sentence, input)
      case .run: next = readRun(instruction, at: place, backward, sentence, input)
      case .anchor: next = isAnchor(instruction.first, at: place, sentence) ? place : nil
      case .peek:
        let other = peek(at: place, previous: instruction.second == 1, sentence, input)
        let holds = other.map { RuleTests.passes(program.tests[Int(instruction.first)], $0, input) } ?? false
        next = holds != (instruction.third == 1) ? place : nil
      }
      if let next {
        place = next
        pc += 1
      } else if let back = stack.popLast() {
        pc = back.pc
        place = Int(back.position)
        events.removeLast(events.count - Int(back.events))
      } else {
        return nil
      }
    }
  }

  // MARK: Reading

  private func read(
    literal number: Int, at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    let scalars = program.literals[number]
    let start = backward ? place - scalars.count : place
    let end = start + scalars.count
    guard start >= Int(sentence.start), end <= Int(sentence.end) else { return nil }
    for offset in scalars.indices where input.folded[start + offset] != scalars[offset] { return nil }
    guard canCut(at: start, input), canCut(at: end, input) else { return nil }
    return backward ? start : end
  }

  /// Whether a literal may begin or end here: between tokens, or inside a number, a date or an unknown word.
  private func canCut(at place: Int, _ input: RuleInput) -> Bool {
    if input.stream.isBoundary(place) { return true }
    switch input.stream.tokens.base[Int(input.stream.covering.base[place])].wordClass {
    case .date, .figure, .number, .latin, .character, .numeral: return true
    default: return false
    }
  }

  private func readToken(
    _ number: Int, at place: Int, _ backward: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Int? {
    guard let token = peek(at: place, previous: backward, sentence, input),
      RuleTests.passes(program.tests[number], token, input)
    else { return nil }
    return backward ? Int(input.stream.tokens.base[token].start) : Int(input.stream.tokens.base[token].end)
  }

  private func peek(at place: Int, previous: Bool, _ sentence: FactStream.Sentence, _ input: RuleInput) -> Int? {
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
