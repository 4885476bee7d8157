/// The grammar of patterns.
///
/// ```
/// pattern    = sequence { "|" sequence }
/// sequence   = element { element }
/// element    = [ NAME ":" ] primary [ "?" | "{" NUMBER [ "," NUMBER ] "}" ]
/// primary    = STRING | test | "(" pattern ")" | "@" NAME | "^" | "^^" | "$" | "$$"
///            | "digits" | "letters" | "gap" | ("next" | "previous") "(" test ")"
/// test       = "[" [ "!" ] [ CLASS { "|" CLASS } ] { CONDITION "=" VALUE { "|" VALUE } } "]"
/// ```
/// `digits`, `letters` and `gap` take their bounds from the braces behind them: `digits{4}`, `gap{0,6}`.
extension RuleParser {
  /// What may be repeated is repeated at most so often.
  static let maximumRepetition = 64

  mutating func readPattern() throws(Failure) -> RulePattern {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { throw fail("brackets are nested more than \(Self.maximumDepth) deep") }
    var branches = [try readSequence()]
    while take(mark: "|") { branches.append(try readSequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func readSequence() throws(Failure) -> RulePattern {
    var parts: [RulePattern] = []
    while let element = try readElement() { parts.append(element) }
    if parts.isEmpty { throw fail("expected a pattern, found \(described(current))") }
    return .joined(parts)
  }

  /// The next element, or nil where the sequence ends.
  private mutating func readElement() throws(Failure) -> RulePattern? {
    if current.kind == .word {
      let next = lexemes[min(index + 1, lexemes.count - 1)]
      if next.kind == .mark, next.text == ":" {
        if Self.fields.contains(current.text) { return nil }
        let name = current.text
        index += 2
        guard let inner = try readElement() else {
          throw fail("expected what '\(name):' names, found \(described(current))")
        }
        return .capture(name, inner)
      }
    }
    guard let primary = try readPrimary() else { return nil }
    return try readBounds(of: primary)
  }

  private mutating func readPrimary() throws(Failure) -> RulePattern? {
    let start = current
    switch start.kind {
    case .end: return nil
    case .string:
      index += 1
      if start.text.isEmpty { throw fail("an empty string matches nothing", at: start.position) }
      return .literal(start.text)
    case .word: return try readWordPrimary(start)
    case .mark: break
    }
    switch start.text {
    case "[": return .token(try readTest())
    case "(":
      index += 1
      let inner = try readPattern()
      if !take(mark: ")") {
        if current.kind == .end || isMark("}") { throw fail("'(' is not closed", at: start.position) }
        throw fail("expected ')', found \(described(current))")
      }
      // A sequence of one keeps the brackets: what follows belongs to the whole.
      return inner
    case "@":
      index += 1
      return .reference(try word("a name behind '@'"))
    case "^", "^^", "$", "$$":
      index += 1
      let anchors: [String: RuleAnchor] = [
        "^": .sentenceStart, "^^": .paragraphStart, "$": .sentenceEnd, "$$": .paragraphEnd,
      ]
      return anchors[start.text].map(RulePattern.anchor)
    case ")", "|", "}": return nil
    case "*", "+":
      throw fail("unbounded repetition '\(start.text)' is refused; give bounds, for example {1,8}")
    default: throw fail("unexpected \(described(start)) in a pattern")
    }
  }

  private mutating func readWordPrimary(_ start: RuleLexer.Lexeme) throws(Failure) -> RulePattern? {
    switch start.text {
    case "digits", "letters", "gap":
      index += 1
      guard let bounds = try readBraces() else {
        throw fail("'\(start.text)' needs bounds, for example \(start.text){1,8}", at: start.position)
      }
      if start.text == "gap" { return .gap(bounds) }
      return .run(start.text == "digits" ? .digits : .letters, bounds)
    case "next", "previous":
      index += 1
      try expect(mark: "(", "behind '\(start.text)'")
      let test = try readTest()
      try expect(mark: ")", "behind the test")
      return .peek(
        TokenTest(classes: test.classes, conditions: test.conditions), start.text == "next" ? .next : .previous,
        isNegated: test.isNegated)
    case "let", "entity", "fact": return nil
    default:
      throw fail(
        "'\(start.text)' means nothing here; write a word in quotation marks, a class in brackets, a name with @")
    }
  }

  private mutating func readBounds(of primary: RulePattern) throws(Failure) -> RulePattern {
    let position = current.position
    if take(mark: "?") { return .repeated(primary, 0...1) }
    if isMark("*") || isMark("+") {
      throw fail("unbounded repetition '\(current.text)' is refused; give bounds, for example {1,8}")
    }
    guard isMark("{"), let bounds = try readBraces() else { return primary }
    if case .gap = primary { throw fail("a gap has its bounds already", at: position) }
    return .repeated(primary, bounds)
  }

  /// `{n}` or `{m,n}`, or nil where there is no brace.
  private mutating func readBraces() throws(Failure) -> ClosedRange<Int>? {
    let open = current.position
    guard take(mark: "{") else { return nil }
    if isMark(",") { throw fail("a repetition needs a lower bound: {0,n}") }
    let low = try number()
    var high = low
    if take(mark: ",") {
      if isMark("}") { throw fail("unbounded repetition is refused; give an upper bound, for example {\(low),8}") }
      high = try number()
    }
    if !take(mark: "}") { throw fail("'{' is not closed", at: open) }
    if high < low { throw fail("the bounds are in the wrong order", at: open) }
    if high == 0 { throw fail("a repetition of zero times matches nothing", at: open) }
    return low...high
  }

  private mutating func number() throws(Failure) -> Int {
    let position = current.position
    guard let number = Int(try word("a number")) else { throw fail("expected a number", at: position) }
    if number < 0 || number > Self.maximumRepetition {
      throw fail("a repetition has at most \(Self.maximumRepetition) rounds", at: position)
    }
    return number
  }

  private mutating func readTest() throws(Failure) -> TokenTest {
    let open = current.position
    try expect(mark: "[", "before a test")
    var test = TokenTest(isNegated: take(mark: "!"))
    while !take(mark: "]") {
      if current.kind == .end || isMark("}") { throw fail("'[' is not closed", at: open) }
      let position = current.position
      let name = try word("a class or a condition")
      if take(mark: "=") {
        test.conditions.append(try readCondition(name, position))
      } else {
        if !test.conditions.isEmpty { throw fail("classes stand before conditions", at: position) }
        test.classes.append(name)
        _ = take(mark: "|")
      }
    }
    if testPositions[test] == nil { testPositions[test] = open }
    return test
  }

  private mutating func readCondition(
    _ name: String, _ position: RulePosition
  ) throws(Failure) -> TokenTest.Condition {
    if name == "length" {
      let low = try number()
      let high = take(mark: "..") ? try number() : low
      if high < low { throw fail("the bounds are in the wrong order", at: position) }
      return .length(low...high)
    }
    var values: [String] = []
    repeat {
      guard current.kind == .word || current.kind == .string else {
        throw fail("expected a value of '\(name)', found \(described(current))")
      }
      values.append(current.text)
      index += 1
    } while take(mark: "|")
    switch name {
    case "kind": return .kind(values)
    case "table": return .table(values)
    case "text": return .text(values)
    case "starts": return .starts(values)
    case "ends": return .ends(values)
    case "value": return .value(values)
    case "unit": return .unit(values)
    case "approximation": return .approximation(values)
    default:
      throw fail(
        "unknown condition '\(name)'; known are kind, table, text, starts, ends, length, value, unit, approximation",
        at: position)
    }
  }
}
