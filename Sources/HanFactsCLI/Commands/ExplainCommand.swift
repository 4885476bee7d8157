import HanFacts
import HanText

/// `hanfacts explain`.
struct ExplainCommand {
  private let arguments: ParsedArguments
  init(_ arguments: ParsedArguments) throws { self.arguments = arguments }
  func run() throws -> Int32 {
    let ex = try Extractor()
    for line in (arguments.value("text") ?? "").split(separator: "\n") { print(ex.debugTokens(String(line))) }
    return 0
  }
}
