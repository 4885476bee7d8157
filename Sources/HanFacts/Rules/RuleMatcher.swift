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
  let notes: MentionNotes

  /// The code of a place that the tables list.
  func placeCode(of mention: Mention) -> String? {
    mention.place < 0 ? nil : notes.places.base[Int(mention.place)].value?.code
  }
}

/// Tries the rules of a ``RuleProgram`` wherever something stands that they need.
///
/// ## Cost
/// A rule is tried only where a word or class stands that it needs. One try takes at most ``RuleMachine/attemptLimit``
/// steps, and every pattern is bounded, so the cost is linear in the text. A document may use ``stepsPerToken`` steps a
/// token over all rules; when they are spent, nothing further is tried, so no set of rules can make extraction worse than
/// linear. ``steps`` counts them.
final class RuleMatcher {
  static let stepsPerToken = 256
  static let freeSteps = 65_536

  private let program: RuleProgram
  private let machine: RuleMachine
  private var lastEnd: [Int32] = []

  /// Steps used in the last document.
  var steps: Int { machine.steps }

  init(program: RuleProgram) {
    self.program = program
    machine = RuleMachine(program: program)
  }

  /// The matches of all rules, in text order of what started them.
  func matches(_ input: RuleInput) -> [RuleMatch] {
    var found: [RuleMatch] = []
    let stream = input.stream
    machine.begin(budget: Self.freeSteps + stream.tokens.count * Self.stepsPerToken)
    if program.entries.isEmpty { return found }
    lastEnd = Array(repeating: -1, count: program.entries.count)
    for index in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[index]
      var token = Int(sentence.firstToken)
      for position in Int(sentence.start)..<Int(sentence.end) {
        if program.triggers.canStart(input.folded[position]) { startLiterals(at: position, sentence, input, &found) }
        guard token < Int(sentence.endToken), Int(stream.tokens.base[token].start) == position else { continue }
        let wordClass = Int(stream.tokens.base[token].wordClass.rawValue)
        token += 1
        for rule in program.triggers.byClass[wordClass] { attempt(rule, at: position, sentence, input, &found) }
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
      node = program.triggers.next(node, input.folded[end])
      if node < 0 { return }
      end += 1
      for rule in program.triggers.atNode[Int(node)] { attempt(rule, at: position, sentence, input, &found) }
    }
  }

  private func attempt(
    _ rule: Int32, at position: Int, _ sentence: FactStream.Sentence, _ input: RuleInput, _ found: inout [RuleMatch]
  ) {
    if Int32(position) < lastEnd[Int(rule)] { return }
    let (backward, forward) = program.starts[Int(rule)]
    machine.clearEvents()
    guard let end = machine.run(forward, from: position, backward: false, sentence, input),
      input.stream.isBoundary(end),
      let start = machine.run(backward, from: position, backward: true, sentence, input),
      input.stream.isBoundary(start), end > start, Int32(start) >= lastEnd[Int(rule)]
    else { return }
    lastEnd[Int(rule)] = Int32(end)
    found.append(
      RuleMatch(rule: rule, range: start..<end, pieces: machine.pieces(program.entries[Int(rule)].captures.count)))
  }
}
