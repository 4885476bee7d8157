import HanFacts

/// `hanfacts gazetteer`.
struct GazetteerCommand {
  private let arguments: ParsedArguments
  init(_ arguments: ParsedArguments) throws { self.arguments = arguments }
  func run() throws -> Int32 { throw UsageError("'gazetteer' is not built yet") }
}
