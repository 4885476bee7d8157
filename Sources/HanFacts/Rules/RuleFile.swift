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
    read(bytes, name: name, knownTypes: types(of: knowledge)).diagnostics
  }

  /// Runs the examples of a file, each on its own, together with the built-in rules.
  public static func test(_ bytes: [UInt8], name: String, knowledge: Knowledge = .standard) -> TestReport {
    let (rules, diagnostics) = read(bytes, name: name, knownTypes: types(of: knowledge))
    if diagnostics.contains(where: { $0.severity == .error }) {
      return TestReport(diagnostics: diagnostics, passed: 0, failed: 0)
    }
    var report = TestReport(diagnostics: [], passed: 0, failed: 0)
    let extractor = Extractor(knowledge: knowledge, rules: [.standard, RuleSet(rules)])
    for rule in rules {
      for example in rule.examples {
        if let message = RuleExamples.failure(of: example, rule: rule, extractor: extractor) {
          report.failed += 1
          report.diagnostics.append(
            RuleDiagnostic(
              file: name, line: example.position.line, column: example.position.column, message: message))
        } else {
          report.passed += 1
        }
      }
    }
    return report
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
    let parser = RuleParser.parse(bytes, file: name)
    var validator = RuleValidator(parser: parser, knownTypes: knownTypes)
    validator.check()
    return (validator.rules, validator.diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
}
