/// Reads, checks and tries `.rules` files: what `hanfacts rules validate` and `hanfacts rules test` do.
public enum RuleFile {
  /// What trying the examples of a file brought.
  public struct TestReport: Sendable {
    /// Errors of the file, or examples that came out otherwise than they say.
    public var diagnostics: [RuleDiagnostic]
    /// How many examples came out as they say.
    public var passed: Int
    /// How many examples did not.
    public var failed: Int
  }

  /// Everything that is wrong with a file, in the order of the file.
  ///
  /// - Parameters:
  ///   - bytes: the file
  ///   - name: what messages call it
  ///   - knowledge: whose tables define types that patterns may name
  public static func validate(_ bytes: [UInt8], name: String, knowledge: Knowledge = .standard) -> [RuleDiagnostic] {
    validate([Source(name: name, bytes: bytes)], knowledge: knowledge)
  }

  /// Runs the examples of a file, each on its own, together with the built-in rules.
  public static func test(_ bytes: [UInt8], name: String, knowledge: Knowledge = .standard) -> TestReport {
    test([Source(name: name, bytes: bytes)], knowledge: knowledge)
  }

  /// The bytes of a rules file and what messages call it.
  package struct Source: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Everything that is wrong with files that are used together: each may name the types that another makes.
  package static func validate(_ files: [Source], knowledge: Knowledge) -> [RuleDiagnostic] {
    read(files, knowledge).diagnostics
  }

  /// Runs the examples of files that are used together.
  package static func test(_ files: [Source], knowledge: Knowledge) -> TestReport {
    let (sets, diagnostics) = read(files, knowledge)
    var report = TestReport(diagnostics: diagnostics, passed: 0, failed: 0)
    if diagnostics.contains(where: { $0.severity == .error }) { return report }
    let extractor = Extractor(knowledge: knowledge, rules: [.standard] + sets)
    for (file, set) in zip(files, sets) {
      for rule in set.rules {
        for example in rule.examples {
          if let message = RuleExamples.failure(of: example, rule: rule, extractor: extractor) {
            report.failed += 1
            report.diagnostics.append(
              RuleDiagnostic(
                file: file.name, line: example.position.line, column: example.position.column, message: message))
          } else {
            report.passed += 1
          }
        }
      }
    }
    return report
  }

  /// The rules of files that are used together.
  ///
  /// - Throws: ``RuleFileError`` with every error in the files
  package static func ruleSets(_ files: [Source], knowledge: Knowledge) throws(RuleFileError) -> [RuleSet] {
    let (sets, diagnostics) = read(files, knowledge)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw RuleFileError(diagnostics: errors) }
    return sets
  }

  private static func read(
    _ files: [Source], _ knowledge: Knowledge
  ) -> (sets: [RuleSet], diagnostics: [RuleDiagnostic]) {
    var known = types(of: knowledge)
    let parsers = files.map { RuleParser.parse($0.bytes, file: $0.name) }
    for parser in parsers {
      for rule in parser.output.rules { if case .entity(let type) = rule.record { known.insert(type.rawValue) } }
    }
    var sets: [RuleSet] = []
    var diagnostics: [RuleDiagnostic] = []
    for parser in parsers {
      let (rules, own) = check(parser, knownTypes: known)
      sets.append(RuleSet(rules))
      diagnostics += own
    }
    return (sets, diagnostics)
  }

  /// The types that the tables of users define.
  static func types(of knowledge: Knowledge) -> Set<String> {
    var types = Set(EntityType.standard.map(\.rawValue))
    for roles in knowledge.base.roles { for role in roles { if let type = role.type { types.insert(type.rawValue) } } }
    return types
  }

  /// Parses and checks; `knownTypes` nil allows any name as a type, because tables may be added later.
  static func read(
    _ bytes: [UInt8], name: String, knownTypes: Set<String>?
  ) -> (rules: [Rule], diagnostics: [RuleDiagnostic]) {
    check(RuleParser.parse(bytes, file: name), knownTypes: knownTypes)
  }

  private static func check(
    _ parser: RuleParser, knownTypes: Set<String>?
  ) -> (rules: [Rule], diagnostics: [RuleDiagnostic]) {
    var validator = RuleValidator(parser: parser, knownTypes: knownTypes)
    validator.check()
    return (validator.rules, validator.diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
}
