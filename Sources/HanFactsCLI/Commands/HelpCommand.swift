/// `hanfacts help`.
struct HelpCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Prints the help of a command, of the program, or the manual.
  func run() throws -> Int32 {
    if arguments.has("man") {
      try Console.print(ManualPage.text())
      return 0
    }
    guard !arguments.operands.isEmpty else {
      try Console.print(HelpText.overview())
      return 0
    }
    guard let command = try CommandLineWords(arguments.operands).command else {
      throw UsageError("no command in '\(arguments.operands.joined(separator: " "))'")
    }
    try Console.print(HelpText.text(of: command))
    return 0
  }
}
