import HanFacts

/// Takes results in input order and writes them: messages, refused doubles, the format, progress.
struct RecordSink {
  /// Where documents go.
  enum Target {
    case lines
    case object(JSONWriter)
    case writer(any DocumentWriter)
    /// Files in a folder.
    case files(any DocumentFilesWriter, folder: String)
  }

  private var target: Target
  private let output: OutputFile
  private var names = DocumentNames()
  private var progress: Progress
  /// Whether a document was refused.
  private(set) var hasFailed = false

  init(_ target: Target, output: OutputFile, progress: Progress) {
    self.target = target
    self.output = output
    self.progress = progress
  }

  /// Writes what stands before the first document.
  mutating func begin() throws(FileError) {
    var bytes: [UInt8] = []
    switch target {
    case .lines, .files: return
    case .object(var writer):
      writer.begin(into: &bytes)
      target = .object(writer)
    case .writer(var writer):
      writer.begin(into: &bytes)
      target = .writer(writer)
    }
    try output.write(bytes)
  }

  /// Writes what stands behind the last document.
  mutating func end() throws(FileError) {
    var bytes: [UInt8] = []
    switch target {
    case .lines: break
    case .files(var writer, let folder):
      for file in writer.commonFiles() { try Self.write(file, in: folder) }
    case .object(var writer): writer.end(into: &bytes)
    case .writer(var writer): writer.end(into: &bytes)
    }
    try output.write(bytes)
    progress.finish()
  }

  /// Writes a result.
  mutating func write(_ result: WorkResult) throws(FileError) {
    var bytes: [UInt8] = []
    var copied = 0
    for step in result.steps {
      switch step {
      case .failure(let message): fail(message)
      case .record(let record):
        if !names.add(record.fingerprint) {
          if case .lines = target { bytes += result.bytes[copied..<record.rendered.lowerBound] }
          copied = record.rendered.upperBound
          fail("\(record.place): another document has the id '\(record.id)'; this one is left out")
          continue
        }
        try write(record, result, into: &bytes)
        progress.countDocument()
      }
    }
    if case .lines = target {
      if copied == 0 { bytes = result.bytes } else { bytes += result.bytes[copied...] }
    }
    try output.write(bytes)
    progress.countBytes(result.inputSize)
  }

  /// Names what is wrong with the input.
  mutating func fail(_ message: String) {
    progress.clear()
    Console.message(message)
    hasFailed = true
  }

  private mutating func write(
    _ record: WorkResult.Record, _ result: WorkResult, into bytes: inout [UInt8]
  ) throws(FileError) {
    switch target {
    case .lines: break
    case .object(var writer):
      writer.append(rendered: result.bytes[record.rendered], into: &bytes)
      target = .object(writer)
    case .writer(var writer):
      guard let (document, source) = record.document else { return }
      writer.write(document, source: source, into: &bytes)
      target = .writer(writer)
    case .files(var writer, let folder):
      guard let (document, source) = record.document else { return }
      for file in writer.files(of: document, source: source) { try Self.write(file, in: folder) }
      target = .files(writer, folder: folder)
    }
  }

  private static func write(_ file: DocumentFile, in folder: String) throws(FileError) {
    let place = try OutputFile(folder + "/" + file.name)
    try place.write(file.bytes)
    try place.finish()
  }
}
