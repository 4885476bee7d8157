/// A pattern over the tokens of a sentence: what a rule looks for.
///
/// A pattern is a value; ``RuleParser`` reads it from a `.rules` file and ``PatternBuilder`` builds it in Swift, and both
/// give the same compiled rule. Every repetition has a bound, so a pattern can only reach a bounded number of tokens.
public indirect enum RulePattern: Hashable, Sendable {
  /// These characters, folded; they never cut a word or a name, but may cut a number or a date.
  case literal(String)
  /// One token that passes a test.
  case token(TokenTest)
  /// A run of ASCII digits or Latin letters of this length, also inside a token.
  case run(CharacterRun, ClosedRange<Int>)
  /// One pattern behind the other.
  case sequence([RulePattern])
  /// The first pattern that leads to a match.
  case alternatives([RulePattern])
  /// A pattern so many times; as often as possible.
  case repeated(RulePattern, ClosedRange<Int>)
  /// So many tokens of the clause, as few as possible: none is a comma, a colon or an end mark.
  case gap(ClosedRange<Int>)
  /// A pattern whose place is kept under a name.
  case capture(String, RulePattern)
  /// A place between tokens.
  case anchor(RuleAnchor)
  /// A test of the token that follows or comes before, which is not part of the match.
  case peek(TokenTest, RuleDirection, isNegated: Bool)
  /// The pattern of this name, defined with `let` in the same file.
  case reference(String)
}

/// Characters that a pattern reads one by one.
public enum CharacterRun: String, Hashable, Sendable {
  /// 0–9.
  case digits
  /// A–Z and a–z.
  case letters
}

/// A place between tokens.
public enum RuleAnchor: String, Hashable, Sendable {
  /// Before the first token of a sentence.
  case sentenceStart
  /// Behind the last token of a sentence.
  case sentenceEnd
  /// Before the first token of a paragraph.
  case paragraphStart
  /// Behind the last token of a paragraph.
  case paragraphEnd
}

/// Which neighbour of a place is meant.
public enum RuleDirection: String, Hashable, Sendable {
  /// The token that begins there.
  case next
  /// The token that ends there.
  case previous
}

/// What one token has to be.
///
/// ```swift
/// TokenTest(classes: ["figure"], conditions: [.kind(["percent"])])  // [figure kind=percent]
/// ```
public struct TokenTest: Hashable, Sendable {
  /// A further condition on the token.
  public enum Condition: Hashable, Sendable {
    /// The kind of the record (`university`, `percent`, `duration`) or of the gazetteer row.
    case kind([String])
    /// The table that lists it, by its path below the gazetteer folder, for example `titles/posts.tsv`.
    case table([String])
    /// Its surface, folded.
    case text([String])
    /// How its surface begins, folded.
    case starts([String])
    /// How its surface ends, folded.
    case ends([String])
    /// Its length in characters.
    case length(ClosedRange<Int>)
    /// The number of a figure or the TIMEX3 value of a date, as the JSON writes it.
    case value([String])
    /// The unit of a figure, as written or canonical.
    case unit([String])
    /// How a figure is bounded: `exact`, `about`, `over`, …
    case approximation([String])
  }

  /// Names of token classes and record types, one of which it has to be; empty allows any.
  public var classes: [String]
  /// Conditions that all hold.
  public var conditions: [Condition]
  /// Whether the token must fail the test instead.
  public var isNegated: Bool

  /// Makes a test.
  public init(classes: [String] = [], conditions: [Condition] = [], isNegated: Bool = false) {
    self.classes = classes
    self.conditions = conditions
    self.isNegated = isNegated
  }
}

extension RulePattern {
  /// The names of the captures, in the order in which they stand.
  var captureNames: [String] {
    var names: [String] = []
    addCaptureNames(to: &names)
    return names
  }

  private func addCaptureNames(to names: inout [String]) {
    switch self {
    case .capture(let name, let inner):
      names.append(name)
      inner.addCaptureNames(to: &names)
    case .sequence(let parts), .alternatives(let parts): for part in parts { part.addCaptureNames(to: &names) }
    case .repeated(let inner, _): inner.addCaptureNames(to: &names)
    default: break
    }
  }

  /// The names that the pattern refers to.
  var referenceNames: [String] {
    switch self {
    case .reference(let name): [name]
    case .capture(_, let inner), .repeated(let inner, _): inner.referenceNames
    case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.referenceNames)
    default: []
    }
  }

  /// Whether it can match without reading a character.
  var isNullable: Bool {
    switch self {
    case .literal(let text): text.isEmpty
    case .token: false
    case .run(_, let bounds): bounds.lowerBound == 0
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .alternatives(let parts): parts.contains(where: \.isNullable)
    case .repeated(let inner, let bounds): bounds.lowerBound == 0 || inner.isNullable
    case .gap(let bounds): bounds.lowerBound == 0
    case .capture(_, let inner): inner.isNullable
    case .anchor, .peek: true
    case .reference: false
    }
  }
}
