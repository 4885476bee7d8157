import HanFactsDiff

/// `hanfacts diff`.
struct DiffCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Compares and returns the exit status: 0 the same, 1 different, 2 trouble.
  func run() throws -> Int32 {
    let setup = try ComparisonSetup(arguments)
    var options = DiffCommandOptions(operands: arguments.operands, gitRevision: arguments.value("git"))
    options.diff = setup.diff
    options.format = setup.format
    options.usesColor = setup.usesColor
    return try ComparisonSetup.finish(HanFactsDiff.DiffCommand(options, setup.environment).run(), arguments)
  }
}
