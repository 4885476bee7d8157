import HanFacts

/// `hanfacts explain`.
struct ExplainCommand {
  private let arguments: ParsedArguments
  init(_ arguments: ParsedArguments) throws { self.arguments = arguments }
  func run() throws -> Int32 { throw UsageError("'explain' is not built yet") }
}
