/// A rule: a pattern, the record it makes, and examples that show what it finds and what it leaves alone.
///
/// ## Which match wins
/// A rule is tried wherever the rarest element of its pattern stands. Within one rule the match that begins first wins,
/// then the longest; its matches never overlap. Records of one *entity* type never overlap: the rule with the higher
/// ``priority`` wins, then the longer match, then the one that begins first, then the rule that stands first. Names that
/// the decoder found are never replaced; an entity of a user's type may hold them or stand inside them. *Facts* may
/// overlap; of facts of one type over the same pieces of text only that of the rule with the highest priority stays, and
/// a fact whose pieces are all pieces of another of its type gives way to the fuller one.
public struct Rule: Hashable, Sendable {
  /// What the rule makes.
  public enum Record: Hashable, Sendable {
    /// A mention of this type.
    case entity(EntityType)
    /// A fact of this type.
    case fact(FactType)
  }

  /// Where an argument of a fact comes from.
  public enum Source: Hashable, Sendable {
    /// What the capture of this name holds; several pieces where it stands in a repetition.
    case capture(String)
    /// All pieces of a capture, as a list even if there is only one.
    case list(String)
    /// A word of the contract, not of the text.
    case word(String)
  }

  /// A named argument.
  public struct Argument: Hashable, Sendable {
    /// The argument's name in the record.
    public var name: String
    /// Where it comes from.
    public var source: Source

    /// Makes an argument.
    public init(_ name: String, _ source: Source) {
      self.name = name
      self.source = source
    }
  }

  /// A text and what the rule finds in it.
  public struct Example: Hashable, Sendable {
    /// The text.
    public var text: String
    /// What has to be found: of an entity its surface, of a fact `name=surface` pairs; empty where nothing may be found.
    public var expected: [String]
    /// Whether anything is to be found.
    public var isPositive: Bool
    /// Where the example stands in its file.
    var position = RulePosition()

    /// An example that the rule must find.
    public static func finds(_ text: String, _ expected: String...) -> Example {
      Example(text: text, expected: expected, isPositive: true)
    }
    /// An example that the rule must leave alone.
    public static func skips(_ text: String) -> Example { Example(text: text, expected: [], isPositive: false) }
  }

  /// The rule's name, which the evidence of its records gives.
  public var name: String
  /// What it makes.
  public var record: Record
  /// What it looks for.
  public var pattern: RulePattern
  /// The arguments of a fact in order; nil takes every capture under its own name.
  public var arguments: [Argument]?
  /// The capture that is the record of an entity; nil takes the whole match.
  public var span: String?
  /// Rules with a higher number win.
  public var priority: Int
  /// What it finds and what it leaves alone.
  public var examples: [Example]
  /// Where it stands in its file.
  var position = RulePosition()

  /// Makes a rule.
  public init(
    name: String, record: Record, pattern: RulePattern, arguments: [Argument]? = nil, span: String? = nil,
    priority: Int = 0, examples: [Example] = []
  ) {
    self.name = name
    self.record = record
    self.pattern = pattern
    self.arguments = arguments
    self.span = span
    self.priority = priority
    self.examples = examples
  }

  /// A rule that makes facts.
  public static func fact(
    _ type: FactType, _ name: String, arguments: [Argument]? = nil, priority: Int = 0, examples: [Example] = [],
    @PatternBuilder _ pattern: () -> [RulePattern]
  ) -> Rule {
    Rule(
      name: name, record: .fact(type), pattern: .joined(pattern()), arguments: arguments, priority: priority,
      examples: examples)
  }

  /// A rule that makes mentions.
  public static func entity(
    _ type: EntityType, _ name: String, span: String? = nil, priority: Int = 0, examples: [Example] = [],
    @PatternBuilder _ pattern: () -> [RulePattern]
  ) -> Rule {
    Rule(
      name: name, record: .entity(type), pattern: .joined(pattern()), span: span, priority: priority, examples: examples
    )
  }

  /// The arguments that a fact of this rule has.
  var resolvedArguments: [Argument] {
    if let arguments { return arguments }
    var seen: [String] = []
    for name in pattern.captureNames where !seen.contains(name) { seen.append(name) }
    return seen.map { Argument($0, .capture($0)) }
  }
}

/// A place in a rules file, both from 1; zero for rules written in Swift.
struct RulePosition: Hashable, Sendable {
  var line = 0
  var column = 0
}
