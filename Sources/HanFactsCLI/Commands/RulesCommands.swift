import HanFacts

/// `hanfacts rules validate`: what is wrong with rules, a line for each mistake.
struct RulesValidateCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Checks files together; 1 where a rule is bad.
  func run() throws -> Int32 {
    let files = try ExtractorFactory.ruleFiles(arguments.operands)
    let knowledge = try ExtractorFactory.knowledge(ExtractorRequest(arguments))
    let diagnostics = RuleFile.validate(files, knowledge: knowledge)
    try Console.print(diagnostics.map { "\($0)\n" }.joined())
    let errors = diagnostics.count { $0.severity == .error }
    Console.message(
      "\(RulesReport.count(errors, "error")), \(RulesReport.count(diagnostics.count - errors, "warning"))")
    return errors > 0 ? 1 : 0
  }
}

/// `hanfacts rules test`: the examples that come out otherwise than they say, a line for each.
struct RulesTestCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Runs the examples of files; 1 where one fails or a rule is bad.
  func run() throws -> Int32 {
    let files = try ExtractorFactory.ruleFiles(arguments.operands)
    let knowledge = try ExtractorFactory.knowledge(ExtractorRequest(arguments))
    let report = RuleFile.test(files, knowledge: knowledge)
    try Console.print(report.diagnostics.map { "\($0)\n" }.joined())
    let errors = report.diagnostics.count { $0.severity == .error }
    if errors > report.failed {
      Console.message("\(RulesReport.count(errors, "error")); no example was run")
    } else {
      Console.message("\(RulesReport.count(report.passed + report.failed, "example")): \(report.failed) failed")
    }
    return errors > 0 ? 1 : 0
  }
}

/// How rules are reported.
enum RulesReport {
  /// `1 error`, `2 errors`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Writes the errors of files that were to be used, as they stand.
  static func write(_ error: RuleFileError) {
    Console.writeError(error.description + "\n")
    let files = Set(error.diagnostics.map(\.file)).sorted().joined(separator: ", ")
    Console.message("\(files): \(count(error.diagnostics.count, "error")) in the rules")
  }
}
