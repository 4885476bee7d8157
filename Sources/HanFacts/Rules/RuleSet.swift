/// The rules of an extractor: the built-in ones, those of files, those written in Swift.
///
/// ```swift
/// let rules = RuleSet.standard.adding(try RuleSet.file(bytes, name: "own.rules"))
/// ```
public struct RuleSet: Sendable {
  /// The rules in the order in which they were added.
  public private(set) var rules: [Rule]
  /// How many of them are built in; they stand first.
  private(set) var builtInCount: Int
  let entityProgram: RuleProgram
  let factProgram: RuleProgram

  private init(rules: [Rule], builtInCount: Int) {
    self.rules = rules
    self.builtInCount = builtInCount
    let marked = rules.enumerated().map { (rule: $1, isBuiltIn: $0 < builtInCount) }
    entityProgram = RuleCompiler.compile(
      marked.filter { if case .entity = $0.rule.record { true } else { false } })
    factProgram = RuleCompiler.compile(
      marked.filter { if case .fact = $0.rule.record { true } else { false } })
  }

  /// The built-in rules.
  public static let standard = RuleSet(rules: BuiltInRules.all, builtInCount: BuiltInRules.all.count)

  /// No rules; facts that no rule makes (roles, quotations, measurements) are found all the same.
  public static let none = RuleSet(rules: [], builtInCount: 0)

  /// Rules written in Swift.
  public init(_ rules: [Rule]) { self.init(rules: rules, builtInCount: 0) }

  /// The rules of a `.rules` file.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 1 MiB
  ///   - name: what messages call it
  /// - Throws: ``RuleFileError`` with every error in the file; warnings are no errors.
  /// - Complexity: O(n)
  public static func file(_ bytes: [UInt8], name: String) throws(RuleFileError) -> RuleSet {
    let (rules, diagnostics) = RuleFile.read(bytes, name: name, knownTypes: nil)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw RuleFileError(diagnostics: errors) }
    return RuleSet(rules)
  }

  /// These rules and those of another set behind them.
  public func adding(_ other: RuleSet) -> RuleSet {
    let own = rules[builtInCount...]
    let others = other.rules[other.builtInCount...]
    // The built-in rules stand in a set once.
    let builtIn = builtInCount > 0 ? rules[..<builtInCount] : other.rules[..<other.builtInCount]
    return RuleSet(rules: Array(builtIn) + Array(own) + Array(others), builtInCount: builtIn.count)
  }
}

/// The built-in rules, family after family.
enum BuiltInRules {
  static let all: [Rule] =
    DatelineRules.rules + BylineRules.rules + ChangeRules.rules + AliasRules.rules + EventRules.rules
}
