/// `hanfacts rules validate`.
struct RulesValidateCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Checks rules; 1 where one is bad.
  func run() throws -> Int32 { throw NotBuilt("rules validate") }
}

/// `hanfacts rules test`.
struct RulesTestCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Runs the examples of rules; 1 where one fails.
  func run() throws -> Int32 { throw NotBuilt("rules test") }
}
