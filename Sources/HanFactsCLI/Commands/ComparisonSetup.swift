import HanFacts
import HanFactsDiff
import HanText

/// What the options that `diff` and `check` share say.
struct ComparisonSetup {
  let diff: DiffOptions
  let format: ReportFormat
  let usesColor: Bool
  let environment: DiffEnvironment

  init(_ arguments: ParsedArguments) throws {
    var diff = DiffOptions()
    if let classes = arguments.value("fail-on") { diff.failOn = try ChangeClass.set(parsing: classes) }
    diff.reportsAll = arguments.has("all")
    diff.tolerances = try arguments.all("tolerance").map { try Tolerance(parsing: $0) }
    diff.ignored = try arguments.all("ignore").map { try IgnoreRule(parsing: $0) }
    self.diff = diff
    format = ReportFormat(rawValue: arguments.value("format") ?? "text") ?? .text
    usesColor = format == .text && ColorChoice.isOn(arguments, stream: Console.output)
    let quiet = arguments.has("quiet")
    let source = try ExtractionSource(arguments)
    environment = DiffEnvironment(
      programVersion: ProgramVersion.number,
      extractPaths: { paths, receive in try source.extract(paths: paths, receive) },
      extractFiles: { files, receive in try source.extract(files: files, receive) },
      note: { if !quiet { Console.message($0) } })
  }

  /// Writes a command's report and message; returns its exit status.
  static func finish(_ outcome: CommandOutcome, _ arguments: ParsedArguments) throws -> Int32 {
    if let message = outcome.message { Console.message(message) }
    let output = try OutputFile(arguments.value("output"))
    try output.write(outcome.report)
    try output.finish()
    return outcome.status
  }
}

/// Extracts documents for a comparison, in order.
struct ExtractionSource: Sendable {
  private let setup: ExtractionSetup
  private let form: InputFile.Form?
  private let jobs: Int
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) throws {
    setup = try ExtractionSetup(arguments)
    form = arguments.value("input").map { $0 == "jsonl" ? .lines : .text }
    jobs = arguments.number("jobs") ?? Threads.processors
    self.arguments = arguments
  }

  /// Takes what the pipeline makes.
  private final class Collected: @unchecked Sendable {
    // Written by the pipeline's one writer at a time, read when it is done.
    var documents: [(document: Document, source: [UInt8])] = []
  }

  private struct Collector: DocumentWriter {
    let collected: Collected
    mutating func begin(into out: inout [UInt8]) {}
    mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
      collected.documents.append((document, source))
    }
    mutating func end(into out: inout [UInt8]) {}
  }

  /// Extracts files and folders as `hanfacts extract` does; returns the names of what was refused.
  func extract(paths: [String], _ receive: DiffEnvironment.Receiver) throws -> [String] {
    let inputs = try InputList(operands: paths, form: form)
    for message in inputs.messages { Console.message(message) }
    let collected = Collected()
    let progress = Progress(arguments, total: inputs.size, isOutputOnTerminal: false)
    let sink = RecordSink(.writer(Collector(collected: collected)), output: try OutputFile(nil), progress: progress)
    let pipeline = DocumentPipeline(
      InputReader(inputs.files, encoding: setup.encoding), setup, .ordered, sink, jobs: jobs)
    let hasFailed = try pipeline.run().hasFailed
    let seen = Set(collected.documents.map(\.document.id))
    for (document, source) in collected.documents { try receive(document, source) }
    guard hasFailed || !inputs.messages.isEmpty else { return [] }
    let missing = inputs.files.filter { $0.form == .text && !seen.contains($0.id) }.map(\.id)
    return missing.isEmpty ? ["?"] : missing
  }

  /// Extracts files whose bytes are at hand.
  func extract(files: [SourceBytes], _ receive: DiffEnvironment.Receiver) throws -> [String] {
    var worker = setup.extractor.makeWorker()
    var refused: [String] = []
    for file in files {
      guard file.name.hasSuffix(".jsonl") else {
        do {
          let bytes = try setup.encoding.decode(file.bytes, lossy: setup.isLossy)
          let document = try bytes.withUnsafeBufferPointer { buffer throws(TextDecodingError) in
            try worker.extract(utf8: buffer, id: file.name, options: setup.options)
          }
          try receive(document, bytes)
        } catch let error as TextDecodingError {
          Console.message("\(file.name): \(error)")
          refused.append(file.name)
        }
        continue
      }
      for (number, line) in file.bytes.split(separator: 0x0A).enumerated() {
        let place = "\(file.name):\(number + 1)"
        var read = JSONLine()
        do {
          try Array(line).withUnsafeBufferPointer { buffer throws(JSONError) in try read.read(buffer) }
        } catch {
          Console.message("\(place):\(error.offset + 1): \(error.message)")
          refused.append(place)
          continue
        }
        var options = setup.options
        if let date = read.referenceDate, let reference = ReferenceDate(parsing: date) {
          options.referenceDate = reference
        }
        let document = try read.text.withUnsafeBufferPointer { buffer throws(TextDecodingError) in
          try worker.extract(utf8: buffer, id: read.id ?? place, options: options)
        }
        try receive(document, read.text)
      }
    }
    return refused
  }
}
