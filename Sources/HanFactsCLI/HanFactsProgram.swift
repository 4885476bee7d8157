import HanFacts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: finds the command and runs it.
package enum HanFactsProgram {
  /// Runs the words of the command line and ends with the exit status.
  package static func main() {
    Signals.install()
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs words and returns the exit status.
  static func run(_ words: [String]) -> Int32 {
    var name = ""
    do {
      let line = try CommandLineWords(words)
      guard let command = line.command else { return try runWithoutCommand(line.rest) }
      name = " " + command.name
      let arguments = try ParsedArguments(command, line.rest)
      if arguments.has("help") {
        try Console.print(HelpText.text(of: command))
        return 0
      }
      return try run(command, arguments)
    } catch let error as UsageError {
      Console.message("\(error)\nTry 'hanfacts help\(name)'.")
    } catch let error as RuleFileError {
      RulesReport.write(error)
    } catch {
      Console.message("\(error)")
    }
    return 2
  }

  /// The commands by name: the only place that knows them all.
  private static func run(_ command: CommandSpec, _ arguments: ParsedArguments) throws -> Int32 {
    switch command.name {
    case "extract": return try ExtractCommand(arguments).run()
    case "diff": return try DiffCommand(arguments).run()
    case "check": return try CheckCommand(arguments).run()
    case "explain": return try ExplainCommand(arguments).run()
    case "evaluate": return try EvaluateCommand(arguments).run()
    case "gazetteer lookup": return try GazetteerLookupCommand(arguments).run()
    case "gazetteer validate": return try GazetteerValidateCommand(arguments).run()
    case "gazetteer list": return try GazetteerListCommand(arguments).run()
    case "rules validate": return try RulesValidateCommand(arguments).run()
    case "rules test": return try RulesTestCommand(arguments).run()
    case "schema": return try SchemaCommand(arguments).run()
    case "completions": return try CompletionsCommand(arguments).run()
    case "help": return try HelpCommand(arguments).run()
    default:
      // A group without one of its commands.
      Console.writeError(HelpText.text(of: command))
      return 2
    }
  }

  private static func runWithoutCommand(_ words: [String]) throws -> Int32 {
    if words.isEmpty {
      Console.writeError(HelpText.overview())
      return 2
    }
    for word in words {
      switch word {
      case "-h", "--help":
        try Console.print(HelpText.overview())
        return 0
      case "-V", "--version":
        try Console.print(ProgramVersion.text)
        return 0
      default: continue
      }
    }
    let known = ["--help", "--version"] + CommandTable.commands.flatMap(\.options).map { "--" + $0.name }
    let word = words[0]
    if word.hasPrefix("-"), word.count > 1, !known.contains(String(word.prefix { $0 != "=" })) {
      throw UsageError("unknown option '\(word)'" + Suggestion.text(for: word, among: ["--help", "--version"]))
    }
    throw UsageError("no command; 'hanfacts extract' is the one that extracts")
  }
}
