/// `hanfacts completions`.
struct CompletionsCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Prints the script of a shell.
  func run() throws -> Int32 {
    let shell = arguments.operands[0]
    switch shell {
    case "bash": try Console.print(BashCompletion.script())
    case "zsh": try Console.print(ZshCompletion.script())
    case "fish": try Console.print(FishCompletion.script())
    default:
      let known = ["bash", "zsh", "fish"]
      throw UsageError(
        "no completions for '\(shell)'" + Suggestion.text(for: shell, among: known) + " (bash, zsh, fish)")
    }
    return 0
  }
}
