import HanFacts
import HanGazetteer
import HanText

/// What the options of a command say about reading and extraction.
struct ExtractionSetup {
  var options = ExtractionOptions()
  var encoding = SourceEncoding.utf8
  var isLossy = false
  var jobs = 1
  let extractor: Extractor

  init(_ arguments: ParsedArguments) throws {
    if let date = arguments.value("reference-date") {
      guard let reference = ReferenceDate(parsing: date) else {
        throw UsageError("'\(date)' is no date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS][±HH:MM]")
      }
      options.referenceDate = reference
    }
    if let mode = arguments.value("layout") { options.layout = LayoutMode(rawValue: mode) ?? .auto }
    if let types = arguments.value("types") {
      let names = types.split(separator: ",").map(String.init)
      if names.isEmpty { throw UsageError("'--types' needs at least one type") }
      options.types = Set(names.map(EntityType.init(rawValue:)))
    }
    options.facts = !arguments.has("no-facts")
    options.nested = arguments.has("nested")
    isLossy = arguments.has("lossy")
    switch arguments.value("encoding") {
    case "gb18030": encoding = .gb18030
    case "utf-16": encoding = .utf16
    default: encoding = .utf8
    }
    jobs = Threads.processors
    if let number = arguments.value("jobs") {
      guard let count = Int(number), count >= 1, count <= 1_024 else {
        throw UsageError("'\(number)' is no number of jobs: write 1 to 1024")
      }
      jobs = count
    }
    extractor = try KnowledgeLoader.extractor(arguments)
  }
}

/// Builds the extractor that the options ask for.
enum KnowledgeLoader {
  static func extractor(_ arguments: ParsedArguments) throws -> Extractor {
    Extractor(knowledge: try knowledge(arguments))
  }

  /// The built-in tables, or those of `--only-gazetteer` alone, under those of every `--gazetteer`.
  static func knowledge(_ arguments: ParsedArguments) throws -> Knowledge {
    var tables: [SourceTable] = []
    for folder in arguments.all("gazetteer") { tables += try TableFolder.read(folder) }
    if let folder = arguments.value("only-gazetteer") {
      return try Knowledge(onlyTables: try TableFolder.read(folder) + tables)
    }
    return tables.isEmpty ? .standard : try Knowledge.standard.adding(tables: tables)
  }
}
