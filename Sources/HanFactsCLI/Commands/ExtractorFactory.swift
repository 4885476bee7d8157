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
  static func extractor(_ request: ExtractorRequest) throws -> Extractor {
    // What is built in is made once, whoever asks for it first: the tables here, the rules and scanners beside them.
    Threads.perform(2) { number in
      if number == 0 {
        _ = Knowledge.standard
      } else {
        KnowledgeBase.prepare()
        _ = RuleSet.standard
        _ = KnowledgeBase.builtInScanners
      }
    }
    let knowledge = try knowledge(request)
    let own = try RuleFile.ruleSets(try ruleFiles(request.rules), knowledge: knowledge)
    return Extractor(knowledge: knowledge, rules: [.standard] + own)
  }

  /// The bytes of rules files; what is too large to be one is cut where a message can still say so.
  static func ruleFiles(_ paths: [String]) throws -> [RuleFile.Source] {
    try paths.map { path in
      guard let bytes = try FileSystem.read(path, limit: ExtractionSetup.sizeLimit) else {
        throw FileError(path, "larger than the limit of 1 MiB of a rules file")
      }
      return RuleFile.Source(name: path, bytes: bytes)
    }
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
