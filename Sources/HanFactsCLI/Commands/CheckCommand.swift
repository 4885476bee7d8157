/// `hanfacts check`.
struct CheckCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Runs it and returns the exit status.
  func run() throws -> Int32 { throw NotBuilt("check") }
}
