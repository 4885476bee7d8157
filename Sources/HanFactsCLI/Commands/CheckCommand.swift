import HanFactsDiff

/// `hanfacts check`.
struct CheckCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Compares with the baseline, or writes it, and returns the exit status: 0 the same, 1 different, 2 trouble.
  func run() throws -> Int32 {
    guard let baseline = arguments.value("baseline") else { throw UsageError("check needs --baseline FILE") }
    let setup = try ComparisonSetup(arguments)
    // The setup reads tables and rules first and tells what is wrong with them.
    var options = CheckCommandOptions(baseline: baseline, paths: arguments.operands, header: try header())
    options.diff = setup.diff
    options.format = setup.format
    options.usesColor = setup.usesColor
    options.accepts = arguments.has("accept")
    options.acceptsOnly = arguments.all("accept-only")
    options.prunes = arguments.has("prune")
    options.isContinuousIntegration = Console.environment("CI") != nil
    options.isConfirmed = arguments.has("yes")
    return try ComparisonSetup.finish(HanFactsDiff.CheckCommand(options, setup.environment).run(), arguments)
  }

  /// What makes the records of this run: the options that change them, in one fixed spelling; presets are left out.
  private func header() throws -> BaselineHeader {
    var options: [BaselineHeader.Option] = []
    for name in ["types", "layout", "reference-date", "encoding", "input"] {
      guard let value = arguments.value(name), value != BaselineHeader.presets[name] else { continue }
      let isList = name == "types"
      let spelling = isList ? Set(value.split(separator: ",")).sorted().joined(separator: ",") : value
      options.append(.init(name: name, value: spelling))
    }
    for name in ["no-facts", "nested", "lossy"] where arguments.has(name) {
      options.append(.init(name: name, value: "true"))
    }
    let request = ExtractorRequest(arguments)
    return BaselineHeader(
      program: ProgramVersion.number, gazetteers: try request.gazetteerDigest(), rules: try request.rulesDigest(),
      options: options)
  }
}
