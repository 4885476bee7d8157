import HanFacts
import HanFactsFormats
import HanText

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
  func target() throws -> RecordSink.Target {
    switch name {
    case "jsonl": return .lines
    case "json": return .object(JSONWriter(isPretty: isOnTerminal))
    case "text": return .writer(TextWriter(isColored: isColored))
    case "csv": return .writer(CSVWriter(rows: arguments.has("facts") ? .facts : .entities))
    case "tsv": return .writer(TSVWriter(rows: arguments.has("facts") ? .facts : .entities))
    case "conll": return .writer(CoNLLWriter(layout: layout))
    case "markdown": return .writer(MarkdownWriter())
    case "html": return .writer(HTMLWriter())
    case "brat":
      guard let folder = arguments.value("output"), folder != "-" else {
        throw UsageError("--format brat writes a folder of files: name it with --output")
      }
      return .files(BratFolderWriter(), folder: folder)
    default: throw UsageError("'\(name)' is no format")
    }
  }

  private var layout: LayoutMode { arguments.value("layout").flatMap(LayoutMode.init(rawValue:)) ?? .auto }

  /// Where the bytes go; formats of several files have a folder of their own.
  func output() throws -> OutputFile { try OutputFile(name == "brat" ? nil : arguments.value("output")) }

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

/// brat's standoff format as files of a folder.
private struct BratFolderWriter: DocumentFilesWriter {
  private var writer = BratWriter()

  mutating func files(of document: Document, source: [UInt8]) -> [DocumentFile] {
    let files = writer.files(for: document, source: source)
    return [
      DocumentFile(name: files.name + ".txt", bytes: files.text),
      DocumentFile(name: files.name + ".ann", bytes: files.annotations),
    ]
  }

  mutating func commonFiles() -> [DocumentFile] {
    [DocumentFile(name: "annotation.conf", bytes: writer.configuration())]
  }
}
