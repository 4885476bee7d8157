#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import HanFacts

/// The program: finds the command and runs it.
@main
enum HanFactsProgram {
  static func main() {
    // A reader that goes away ends the output quietly; an interrupt ends the program with 130.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in
      OutputFile.removeUnfinished()
      _exit(130)
    }
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the words of a command line and returns the exit status.
  static func run(_ words: [String]) -> Int32 {
    guard let first = words.first else {
      FileSystem.write(Array(CommandTable.overview().utf8), to: 2)
      return 2
    }
    switch first {
    case "--version", "-V":
      FileSystem.write(Array(Version.text.utf8), to: 1)
      return 0
    case "-h", "--help", "help":
      guard words.count > 1, first == "help" else {
        FileSystem.write(Array(CommandTable.overview().utf8), to: 1)
        return 0
      }
      guard let command = CommandTable.command(words[1]) else { return unknown(words[1]) }
      FileSystem.write(Array(command.helpText().utf8), to: 1)
      return 0
    default: break
    }
    guard let command = CommandTable.command(first) else { return unknown(first) }
    do {
      let arguments = try ParsedArguments(command, Array(words.dropFirst()))
      if arguments.has("help") {
        FileSystem.write(Array(command.helpText().utf8), to: 1)
        return 0
      }
      switch command.name {
      case "extract": return try ExtractCommand(arguments).run()
      case "explain": return try ExplainCommand(arguments).run()
      case "gazetteer": return try GazetteerCommand(arguments).run()
      default: return unknown(first)
      }
    } catch {
      Console.message("\(error)")
      if error is UsageError { Console.message("see 'hanfacts help \(command.name)'") }
      return 2
    }
  }

  private static func unknown(_ word: String) -> Int32 {
    let kind = word.hasPrefix("-") ? "option" : "command"
    Console.message("unknown \(kind) '\(word)'" + Suggestion.text(for: word, among: CommandTable.commands.map(\.name)))
    Console.message("see 'hanfacts help'")
    return 2
  }
}

/// What `--version` says.
enum Version {
  static let number = "0.1.0"
  static var text: String { "hanfacts \(number)\nschema \(Document.schema)\n" }
}
