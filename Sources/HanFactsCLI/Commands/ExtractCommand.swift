import HanFacts

/// `hanfacts extract`: files, folders or standard input in, records out.
struct ExtractCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Extracts and returns the exit status: 2 where an input could not be read, else 0.
  func run() throws -> Int32 {
    let form = arguments.value("input").map { $0 == "jsonl" ? InputFile.Form.lines : .text }
    let inputs: InputList
    do { inputs = try InputList(operands: arguments.operands, form: form) } catch is InputList.NoInput {
      Console.writeError(HelpText.text(of: arguments.command))
      return 2
    }
    let format = OutputFormat(arguments)
    let target = try format.target()
    let setup = try ExtractionSetup(arguments)
    for message in inputs.messages { Console.message(message) }
    guard !inputs.files.isEmpty else { return 2 }
    if case .files(_, let folder) = target { try FileSystem.makeFolder(folder) }
    let output = try format.output()
    do {
      if let replaced = output.replaced, inputs.files.contains(where: { $0.identity == replaced }) {
        throw UsageError("--output would replace the input '\(output.name)'")
      }
      let progress = Progress(arguments, total: inputs.size, isOutputOnTerminal: output.isTerminal)
      let reader = InputReader(inputs.files, encoding: setup.encoding)
      let sink = RecordSink(target, output: output, progress: progress)
      // More threads than pieces of work would only take memory.
      let canUse = inputs.files.contains { $0.form == .lines } ? Int.max : inputs.files.count
      let jobs = canUse == 1 ? 1 : min(arguments.number("jobs") ?? Threads.processors, canUse)
      let pipeline = DocumentPipeline(reader, setup, format.rendering(target), sink, jobs: jobs)
      let hasFailed = try pipeline.run().hasFailed
      try output.finish()
      return hasFailed || !inputs.messages.isEmpty ? 2 : 0
    } catch {
      output.abandon()
      throw error
    }
  }
}
