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
/// A rule is tried only where a word or class stands that it needs, and only where a ``RuleGate`` does not refuse what
/// stands beside it; a try that is refused counts as one step. One try takes at most ``RuleMachine/attemptLimit``
/// steps, and every pattern is bounded, so the cost is linear in the text. A document may use ``stepsPerToken`` steps a
/// token over all rules; when they are spent, nothing further is tried, so no set of rules can make extraction worse than
/// linear. ``steps`` counts them.
final class RuleMatcher {
  static let stepsPerToken = 256
  static let freeSteps = 65_536

  private let program: RuleProgram
  private let machine: RuleMachine
  /// The rules that classes start, class after class, and where those of each begin.
  private let classRules = ScratchBuffer<Int32>(capacity: 256)
  private let classStarts = ScratchBuffer<Int>(capacity: 64)
  private let gates = ScratchBuffer<Gates>(capacity: 64)
  private let lastEnd = ScratchBuffer<Int32>(capacity: 64)

  /// What has to stand before what starts a rule, and behind the token that does.
  private struct Gates: BitwiseCopyable {
    var before: RuleGate
    var behind: RuleGate
  }

  /// Steps used in the last document.
  var steps: Int { machine.steps }

  init(program: RuleProgram) {
    self.program = program
    machine = RuleMachine(program: program)
    for rules in program.triggers.byClass {
      classStarts.append(classRules.count)
      for rule in rules { classRules.append(rule) }
    }
    classStarts.append(classRules.count)
    for (before, behind) in program.gates { gates.append(Gates(before: before, behind: behind)) }
  }

  /// The matches of all rules, in text order of what started them.
  func matches(_ input: RuleInput) -> [RuleMatch] {
    var found: [RuleMatch] = []
    let stream = input.stream
    machine.begin(budget: Self.freeSteps + stream.tokens.count * Self.stepsPerToken)
    if program.entries.isEmpty { return found }
    lastEnd.resize(program.entries.count)
    lastEnd.base.update(repeating: -1, count: program.entries.count)
    let tokens = stream.tokens.base
    for index in 0..<stream.sentences.count {
      let sentence = stream.sentences.base[index]
      var token = Int(sentence.firstToken)
      var position = Int(sentence.start)
      while position < Int(sentence.end) {
        if program.triggers.canStart(input.folded[position]) { startLiterals(at: position, sentence, input, &found) }
        guard token < Int(sentence.endToken), Int(tokens[token].start) == position else {
          position += 1
          continue
        }
        let wordClass = tokens[token].wordClass
        for place in classStarts.base[Int(wordClass.rawValue)]..<classStarts.base[Int(wordClass.rawValue) + 1] {
          attempt(classRules.base[place], at: position, sentence, input, &found)
        }
        // Nothing starts inside of a word.
        position = RuleMachine.canBeCut(wordClass) ? position + 1 : Int(tokens[token].end)
        token += 1
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
    if Int32(position) < lastEnd.base[Int(rule)] { return }
    guard mayMatch(rule, at: position, sentence, input) else { return machine.refuse() }
    let (backward, forward) = program.starts[Int(rule)]
    machine.clearEvents()
    guard let end = machine.run(forward, from: position, backward: false, sentence, input),
      input.stream.isBoundary(end),
      let start = machine.run(backward, from: position, backward: true, sentence, input),
      input.stream.isBoundary(start), end > start, Int32(start) >= lastEnd.base[Int(rule)]
    else { return }
    lastEnd.base[Int(rule)] = Int32(end)
    found.append(
      RuleMatch(rule: rule, range: start..<end, pieces: machine.pieces(program.entries[Int(rule)].captures.count)))
  }

  /// Whether what a rule needs beside the place may stand there.
  @inline(__always)
  private func mayMatch(
    _ rule: Int32, at position: Int, _ sentence: FactStream.Sentence, _ input: RuleInput
  ) -> Bool {
    let gates = gates.base + Int(rule)
    guard gates.pointee.before.passes(position, backward: true, sentence, input) else { return false }
    if gates.pointee.behind.isOpen { return true }
    guard let token = input.stream.token(startingAt: position) else { return false }
    let end = Int(input.stream.tokens.base[token].end)
    return gates.pointee.behind.passes(end, backward: false, sentence, input)
  }
}
