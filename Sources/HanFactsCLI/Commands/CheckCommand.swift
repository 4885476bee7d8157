import HanFactsDiff

/// `hanfacts check`.
struct CheckCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Compares with the baseline, or writes it, and returns the exit status: 0 the same, 1 different, 2 trouble.
  func run() throws -> Int32 {
    guard let baseline = arguments.value("baseline") else { throw UsageError("check needs --baseline FILE") }
    let setup = try ComparisonSetup(arguments)
    var options = CheckCommandOptions(baseline: baseline, paths: arguments.operands, header: header())
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

  /// What makes the records of this run: the options that change them, in one fixed spelling.
  private func header() -> BaselineHeader {
    var options: [BaselineHeader.Option] = []
    for name in ["types", "layout", "reference-date", "encoding", "input"] {
      if let value = arguments.value(name) { options.append(.init(name: name, value: value)) }
    }
    for name in ["no-facts", "nested", "lossy"] where arguments.has(name) {
      options.append(.init(name: name, value: "true"))
    }
    for name in ["gazetteer", "only-gazetteer", "rules"] {
      for value in arguments.all(name) { options.append(.init(name: name, value: value)) }
    }
    return BaselineHeader(program: ProgramVersion.number, gazetteers: ProgramVersion.tables, options: options)
  }
}
