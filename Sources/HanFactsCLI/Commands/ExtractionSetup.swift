import HanFacts
import HanText

/// What the options of a command say about reading and extraction.
struct ExtractionSetup: Sendable {
  /// A document may have so many bytes, as given and as UTF-8.
  static let sizeLimit = 64 << 20

  var options = ExtractionOptions()
  var encoding = SourceEncoding.utf8
  var isLossy = false
  let extractor: Extractor

  /// Reads the options and builds the extractor.
  init(_ arguments: ParsedArguments) throws {
    if let date = arguments.value("reference-date") {
      do { options.referenceDate = try ReferenceDate(reading: date, from: .option) } catch {
        throw UsageError("--reference-date: \(error)")
      }
    }
    if let mode = arguments.value("layout").flatMap(LayoutMode.init(rawValue:)) { options.layout = mode }
    if let types = arguments.value("types") { options.types = try Self.types(types, arguments) }
    options.facts = !arguments.has("no-facts")
    options.nested = arguments.has("nested")
    isLossy = arguments.has("lossy")
    switch arguments.value("encoding") {
    case "gb18030": encoding = .gb18030
    case "utf-16": encoding = .utf16
    default: encoding = .utf8
    }
    extractor = try ExtractorFactory.extractor(ExtractorRequest(arguments))
  }

  /// The types of a list; with tables or rules of the user any name may be a type.
  private static func types(_ list: String, _ arguments: ParsedArguments) throws(UsageError) -> Set<EntityType> {
    let names = list.split(separator: ",").map(String.init)
    let known = EntityType.standard.map(\.rawValue)
    let isOpen = ["gazetteer", "only-gazetteer", "rules"].contains { arguments.has($0) }
    for name in names where !isOpen && !known.contains(name) {
      throw UsageError(
        "--types: unknown type '\(name)'" + Suggestion.text(for: name, among: known)
          + " (\(known.joined(separator: ", ")))")
    }
    return Set(names.map(EntityType.init(rawValue:)))
  }
}
