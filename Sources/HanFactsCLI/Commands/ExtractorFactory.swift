import HanFacts
import HanGazetteer

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
  // For the lead: read the rules, and report bad ones as `file:line:column: error: …`, one a line.
  static func extractor(_ request: ExtractorRequest) throws -> Extractor {
    if !request.rules.isEmpty { throw UsageError("--rules is not built yet") }
    return Extractor(knowledge: try knowledge(request))
  }

  /// The built-in tables, or those of `--only-gazetteer` alone, under those of every `--gazetteer`.
  static func knowledge(_ request: ExtractorRequest) throws -> Knowledge {
    var tables: [SourceTable] = []
    for folder in request.gazetteers { tables += try TableFolder.read(folder) }
    if let folder = request.onlyGazetteer {
      return try Knowledge(onlyTables: try TableFolder.read(folder) + tables)
    }
    return tables.isEmpty ? .standard : try Knowledge.standard.adding(tables: tables)
  }
}
