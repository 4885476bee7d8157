import HanFacts

/// The knowledge that a command line asks for.
struct ExtractorRequest {
  /// Folders of tables to lay over the built-in ones, in order.
  var gazetteers: [String]
  /// The folder of tables to use instead of the built-in ones.
  var onlyGazetteer: String?
  /// Files of rules, in order.
  var rules: [String]

  init(_ arguments: ParsedArguments) {
    gazetteers = arguments.all("gazetteer")
    onlyGazetteer = arguments.value("only-gazetteer")
    rules = arguments.all("rules")
  }
}

/// Builds the extractor that a command line asks for.
enum ExtractorFactory {
  /// The extractor; a table or rule that cannot be used throws an error whose description names it.
  // For the lead: compile the folders with GazetteerCompiler, read the rules, and report bad rows as
  // `file:line:column: error: …`, one a line.
  static func extractor(_ request: ExtractorRequest) throws -> Extractor {
    if request.onlyGazetteer != nil || !request.gazetteers.isEmpty {
      throw UsageError("--gazetteer and --only-gazetteer are not built yet")
    }
    if !request.rules.isEmpty { throw UsageError("--rules is not built yet") }
    return try Extractor()
  }
}
