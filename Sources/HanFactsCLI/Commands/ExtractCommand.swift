import HanFacts
import HanFactsFormats
import HanText

/// `hanfacts extract`: finds the inputs and sends their documents through the pipeline in order.
struct ExtractCommand {
  /// Documents larger than this are refused.
  static let sizeLimit = 64 << 20

  private let arguments: ParsedArguments
  private let setup: ExtractionSetup
  private let format: String

  init(_ arguments: ParsedArguments) throws {
    self.arguments = arguments
    setup = try ExtractionSetup(arguments)
    format = arguments.value("format") ?? (Console.isTerminal(1) && arguments.value("output") == nil ? "text" : "json")
  }

  func run() throws -> Int32 {
    let inputs: InputList
    do {
      inputs = try InputList(arguments)
    } catch is InputList.NoInput {
      FileSystem.write(Array(arguments.command.helpText().utf8), to: 2)
      return 2
    }
    for message in inputs.messages { Console.message(message) }
    guard !inputs.items.isEmpty else { return 2 }
    let output = try OutputFile(arguments.value("output"))
    do {
      let writer = try OutputFormats.writer(format, arguments)
      let pipeline = DocumentPipeline(setup: setup, writer: writer, output: output)
      var failed = !inputs.messages.isEmpty
      try pipeline.begin()
      for item in inputs.items where !output.isGone {
        if item.isLines { try pipeline.addLines(item) } else { try pipeline.add(item) }
      }
      try pipeline.end()
      try output.finish()
      failed = failed || pipeline.hasFailed
      return failed ? 2 : 0
    } catch {
      output.abandon()
      throw error
    }
  }
}

/// The files that the operands name, in order.
struct InputList {
  struct NoInput: Error {}

  struct Item {
    var path: String
    var id: String
    var isLines: Bool
  }

  private(set) var items: [Item] = []
  private(set) var messages: [String] = []

  init(_ arguments: ParsedArguments) throws {
    let form = arguments.value("input")
    var operands = arguments.operands
    if operands.isEmpty {
      if Console.isTerminal(0) { throw NoInput() }
      operands = ["-"]
    }
    for path in operands {
      if path == "-" {
        items.append(Item(path: "-", id: "-", isLines: form == "jsonl"))
        continue
      }
      switch FileSystem.isFolder(path) {
      case nil: messages.append("\(FileError(system: path))")
      case .some(false):
        items.append(Item(path: path, id: path, isLines: form.map { $0 == "jsonl" } ?? path.hasSuffix(".jsonl")))
      case .some(true):
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        do {
          let files = try FileSystem.files(below: trimmed, endings: [".txt", ".jsonl"])
          if files.isEmpty { messages.append("\(path): no .txt or .jsonl file in the folder") }
          for file in files {
            let whole = trimmed + "/" + file
            items.append(Item(path: whole, id: whole, isLines: form.map { $0 == "jsonl" } ?? file.hasSuffix(".jsonl")))
          }
        } catch {
          messages.append("\(error)")
        }
      }
    }
  }
}

/// The writers by name.
enum OutputFormats {
  static func writer(_ format: String, _ arguments: ParsedArguments) throws -> any DocumentWriter {
    switch format {
    case "jsonl": return JSONLinesWriter()
    case "text": return TextWriter(isColored: ColorChoice.isOn(arguments, file: 1))
    case "json":
      return Console.isTerminal(1) && arguments.value("output") == nil ? PrettyJSONWriter() : JSONWriter()
    default: throw UsageError("format '\(format)' is not built yet")
    }
  }
}

/// Whether a stream gets colours.
enum ColorChoice {
  static func isOn(_ arguments: ParsedArguments, file: Int32) -> Bool {
    switch arguments.value("color") {
    case "always": return true
    case "never": return false
    default:
      let plain = Console.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      return Console.isTerminal(file) && !plain && Console.environment("TERM") != "dumb"
    }
  }
}
