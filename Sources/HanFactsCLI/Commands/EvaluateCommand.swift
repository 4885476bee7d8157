import HanFacts
import HanFactsFormats

/// `hanfacts evaluate`.
struct EvaluateCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Scores and returns the exit status.
  func run() throws -> Int32 {
    let gold = try documents(arguments.operands[0])
    let predicted = try documents(arguments.operands[1])
    var options = EvaluationOptions()
    if let types = arguments.value("types") {
      options.types = Set(types.split(separator: ",").map { EntityType(rawValue: String($0)) })
    }
    let report = try Evaluation.run(gold: gold, predicted: predicted, options: options)
    let output = try OutputFile(arguments.value("output"))
    let text: String
    switch arguments.value("format") {
    case "json": text = report.json
    case "markdown": text = "```\n" + report.text(errorLimit: arguments.number("errors") ?? 20) + "```\n"
    default: text = report.text(errorLimit: arguments.number("errors") ?? 20)
    }
    try output.write(Array(text.utf8))
    try output.finish()
    return 0
  }

  /// The documents of a file, or of a folder in brat's format.
  private func documents(_ path: String) throws -> [EvaluationDocument] {
    guard let status = FileSystem.status(path), status.kind == .folder else {
      return try AnnotationReader.documents(in: try bytes(path), file: path)
    }
    let names = try FileSystem.names(in: path).filter { $0.hasSuffix(".ann") }
    return try names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
      let stem = String(name.dropLast(4))
      return try AnnotationReader.bratDocument(
        annotations: try bytes(path + "/" + name), text: try bytes(path + "/" + stem + ".txt"), id: stem,
        file: path + "/" + name)
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    guard let bytes = try FileSystem.read(path, limit: 1 << 31) else { throw UsageError("\(path): larger than 2 GiB") }
    return bytes
  }
}
