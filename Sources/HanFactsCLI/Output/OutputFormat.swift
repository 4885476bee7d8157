import HanFacts
import HanFactsFormats

/// The form of the output that a command line asks for.
struct OutputFormat {
  private let arguments: ParsedArguments
  private let name: String
  private let isOnTerminal: Bool

  init(_ arguments: ParsedArguments) {
    self.arguments = arguments
    let path = arguments.value("output")
    isOnTerminal = (path == nil || path == "-") && Console.isTerminal(Console.output)
    name = arguments.value("format") ?? (isOnTerminal ? "text" : "json")
  }

  /// Where documents go. The writers of HanFactsFormats are named here and nowhere else.
  // For the lead: csv, tsv (with `--facts`: rows of facts), conll, html, markdown as `.writer(…)`, brat as `.files(…)`.
  func target() throws -> RecordSink.Target {
    switch name {
    case "jsonl": return .lines
    case "json": return .object(JSONWriter(isPretty: isOnTerminal))
    case "text": return .writer(TextWriter(isColored: isColored))
    default: throw UsageError("--format \(name) is not built yet")
    }
  }

  /// Where the bytes go; formats of several files have a folder of their own.
  func output() throws -> OutputFile { try OutputFile(arguments.value("output")) }

  /// How workers render for a target.
  func rendering(_ target: RecordSink.Target) -> Rendering {
    switch target {
    case .lines: .lines
    case .object(let writer): .object(writer)
    case .writer, .files: .ordered
    }
  }

  private var isColored: Bool {
    let path = arguments.value("output")
    if path == nil || path == "-" { return ColorChoice.isOn(arguments, stream: Console.output) }
    return arguments.value("color") == "always"
  }
}
