/// Builds a pattern in Swift, one element behind the other.
///
/// ```swift
/// Rule.fact("stake", "stake.holds") {
///   Capture("holder") { Token(.organization) }
///   "持有"
///   Capture("share") { Token("figure").kind("percent") }
/// }
/// ```
@resultBuilder
public enum PatternBuilder {
  /// A literal.
  public static func buildExpression(_ text: String) -> [RulePattern] { [.literal(text)] }
  /// An element.
  public static func buildExpression(_ element: some PatternElement) -> [RulePattern] { [element.pattern] }
  /// A pattern.
  public static func buildExpression(_ pattern: RulePattern) -> [RulePattern] { [pattern] }
  /// The elements of a block.
  public static func buildBlock(_ parts: [RulePattern]...) -> [RulePattern] { parts.flatMap { $0 } }
  /// The elements of a condition.
  public static func buildOptional(_ parts: [RulePattern]?) -> [RulePattern] { parts ?? [] }
  /// The elements of a branch.
  public static func buildEither(first parts: [RulePattern]) -> [RulePattern] { parts }
  /// The elements of a branch.
  public static func buildEither(second parts: [RulePattern]) -> [RulePattern] { parts }
  /// The elements of a loop.
  public static func buildArray(_ parts: [[RulePattern]]) -> [RulePattern] { parts.flatMap { $0 } }
}

/// Something that stands in a pattern.
public protocol PatternElement: Sendable {
  /// What it is.
  var pattern: RulePattern { get }
}

extension RulePattern {
  /// The elements as one pattern.
  static func joined(_ parts: [RulePattern]) -> RulePattern {
    if parts.count == 1, let only = parts.first { return only }
    return .sequence(parts)
  }
}

/// One token of a class or type, with conditions.
public struct Token: PatternElement {
  private var test: TokenTest

  /// A token of one of these classes or types; none allows any token.
  public init(_ classes: String...) { test = TokenTest(classes: classes) }
  /// A token that is a mention of a type.
  public init(_ type: EntityType) { test = TokenTest(classes: [type.rawValue]) }

  /// The test as an element.
  public var pattern: RulePattern { .token(test) }

  private func adding(_ condition: TokenTest.Condition) -> Token {
    var copy = self
    copy.test.conditions.append(condition)
    return copy
  }

  /// The token's kind is one of these.
  public func kind(_ kinds: String...) -> Token { adding(.kind(kinds)) }
  /// One of these tables lists the token.
  public func table(_ names: String...) -> Token { adding(.table(names)) }
  /// The token reads as one of these.
  public func text(_ texts: String...) -> Token { adding(.text(texts)) }
  /// The token begins with one of these.
  public func starts(_ texts: String...) -> Token { adding(.starts(texts)) }
  /// The token ends with one of these.
  public func ends(_ texts: String...) -> Token { adding(.ends(texts)) }
  /// The token is so long.
  public func length(_ range: ClosedRange<Int>) -> Token { adding(.length(range)) }
  /// The number or date has one of these values.
  public func value(_ values: String...) -> Token { adding(.value(values)) }
  /// The figure has one of these units.
  public func unit(_ units: String...) -> Token { adding(.unit(units)) }
  /// The token must fail the test.
  public var negated: Token {
    var copy = self
    copy.test.isNegated.toggle()
    return copy
  }
  /// The test of the next token, which is not part of the match.
  public var ahead: RulePattern { .peek(test, .next, isNegated: false) }
  /// The next token fails the test.
  public var notAhead: RulePattern { .peek(test, .next, isNegated: true) }
  /// The test of the token before, which is not part of the match.
  public var behind: RulePattern { .peek(test, .previous, isNegated: false) }
  /// The token before fails the test.
  public var notBehind: RulePattern { .peek(test, .previous, isNegated: true) }
}

/// The first of several patterns that leads to a match; each line is one.
public struct OneOf: PatternElement {
  /// The alternatives as one pattern.
  public let pattern: RulePattern
  /// Alternatives, one a line.
  public init(@PatternBuilder _ parts: () -> [RulePattern]) { pattern = .alternatives(parts()) }
  /// Alternative literals.
  public init(_ texts: String...) { pattern = .alternatives(texts.map(RulePattern.literal)) }
}

/// A pattern that may be missing.
public struct Maybe: PatternElement {
  /// The pattern, none or one time.
  public let pattern: RulePattern
  /// Makes a pattern optional.
  public init(@PatternBuilder _ parts: () -> [RulePattern]) { pattern = .repeated(.joined(parts()), 0...1) }
  /// Makes literals optional.
  public init(_ texts: String...) { pattern = .repeated(.alternatives(texts.map(RulePattern.literal)), 0...1) }
}

/// A pattern several times.
public struct Repeat: PatternElement {
  /// The repeated pattern.
  public let pattern: RulePattern
  /// Repeats a pattern as often as the bounds allow.
  public init(_ bounds: ClosedRange<Int>, @PatternBuilder _ parts: () -> [RulePattern]) {
    pattern = .repeated(.joined(parts()), bounds)
  }
}

/// A pattern whose place is kept under a name.
public struct Capture: PatternElement {
  /// The pattern with its name.
  public let pattern: RulePattern
  /// Names a pattern.
  public init(_ name: String, @PatternBuilder _ parts: () -> [RulePattern]) {
    pattern = .capture(name, .joined(parts()))
  }
}

/// So many tokens of the clause, as few as possible.
public struct Gap: PatternElement {
  /// The gap.
  public let pattern: RulePattern
  /// Makes a gap of so many tokens.
  public init(_ bounds: ClosedRange<Int>) { pattern = .gap(bounds) }
}

/// A place between tokens.
public struct At: PatternElement {
  /// The place.
  public let pattern: RulePattern
  /// Makes an anchor.
  public init(_ anchor: RuleAnchor) { pattern = .anchor(anchor) }
}
