import HanFacts
import HanText

/// Sends documents through workers and their records to the output, in order and in bounded memory.
///
/// Documents are gathered into batches of a few megabytes; a batch is split among the workers by bytes, each writes
/// its share into a buffer of its own, and the buffers go out in order.
final class DocumentPipeline {
  /// A document that waits: a file's bytes, or a line of JSONL.
  private struct Pending {
    var id: String
    var bytes: [UInt8]
    var isLine: Bool
    /// `file:line` of a line.
    var place: String
  }

  /// What a worker made of its share.
  private final class Share: @unchecked Sendable {
    var worker: ExtractionWorker
    var documents: [(document: Document, source: [UInt8])] = []
    var lines: [UInt8] = []
    var messages: [String] = []
    var range = 0..<0
    init(_ worker: ExtractionWorker) { self.worker = worker }
  }

  private let setup: ExtractionSetup
  private var writer: any DocumentWriter
  private let output: OutputFile
  private let isLines: Bool
  private var shares: [Share]
  private var pending: [Pending] = []
  private var pendingBytes = 0
  private var seen: Set<String> = []
  private var numbered = 0
  private(set) var hasFailed = false

  init(setup: ExtractionSetup, writer: any DocumentWriter, output: OutputFile) {
    self.setup = setup
    self.writer = writer
    self.output = output
    isLines = writer is JSONLinesWriter
    shares = (0..<setup.jobs).map { _ in Share(setup.extractor.makeWorker()) }
  }

  func begin() throws {
    var bytes: [UInt8] = []
    writer.begin(into: &bytes)
    try output.write(bytes)
  }

  func end() throws {
    try flush()
    var bytes: [UInt8] = []
    writer.end(into: &bytes)
    try output.write(bytes)
  }

  private func fail(_ message: String) {
    Console.message(message)
    hasFailed = true
  }

  /// Adds a file as one document.
  func add(_ item: InputList.Item) throws {
    do {
      let bytes = try FileSystem.read(item.path, limit: ExtractCommand.sizeLimit)
      try append(Pending(id: item.id, bytes: bytes, isLine: false, place: item.path))
    } catch let error as FileError {
      fail("\(error)")
    }
  }

  /// Adds the lines of a JSONL file, read piece by piece.
  func addLines(_ item: InputList.Item) throws {
    guard let file = LineFile(item.path) else { return fail("\(FileError(system: item.path))") }
    do {
      while let line = try file.next(limit: ExtractCommand.sizeLimit * 2) {
        if output.isGone { return }
        if line.isTooLong {
          fail("\(item.id):\(file.number): larger than the limit of \(ExtractCommand.sizeLimit >> 20) MiB")
          continue
        }
        if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        try append(Pending(id: "\(item.id):\(file.number)", bytes: line.bytes, isLine: true, place: "\(item.id):\(file.number)"))
        if file.isWaiting { try flush() }
      }
    } catch let error as FileError {
      fail("\(error)")
    }
  }

  private func append(_ document: Pending) throws {
    pendingBytes += document.bytes.count
    pending.append(document)
    if pendingBytes > (1 << 20) * setup.jobs { try flush() }
  }

  private func flush() throws {
    if pending.isEmpty { return }
    split()
    let shares = self.shares
    let pending = self.pending
    let setup = self.setup
    let isLines = self.isLines
    let used = shares.filter { !$0.range.isEmpty }
    Threads.perform(used.count) { Self.run(used[$0], pending, setup, isLines) }
    self.pending.removeAll(keepingCapacity: true)
    pendingBytes = 0
    for share in used {
      for message in share.messages { fail(message) }
      if isLines {
        try output.write(share.lines)
        share.lines.removeAll(keepingCapacity: true)
      } else {
        var bytes: [UInt8] = []
        for (document, source) in share.documents { writer.write(document, source: source, into: &bytes) }
        try output.write(bytes)
      }
      share.documents.removeAll()
      share.messages.removeAll()
    }
  }

  /// Cuts the batch into shares of about equal bytes.
  private func split() {
    var start = 0
    var left = pendingBytes
    for (index, share) in shares.enumerated() {
      var end = start
      let goal = left / (shares.count - index)
      var taken = 0
      while end < pending.count, taken < goal || index == shares.count - 1 || taken == 0 {
        taken += pending[end].bytes.count + 1
        end += 1
      }
      share.range = start..<end
      left = max(0, left - taken)
      start = end
    }
  }

  private static func run(_ share: Share, _ pending: [Pending], _ setup: ExtractionSetup, _ isLines: Bool) {
    for index in share.range {
      let item = pending[index]
      var options = setup.options
      var id = item.id
      var bytes = item.bytes
      if item.isLine {
        do {
          let line = try item.bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try JSONLine(buffer) }
          bytes = line.text
          if let own = line.id { id = own }
          if let date = line.referenceDate {
            guard let reference = ReferenceDate(parsing: date) else {
              share.messages.append("\(item.place): 'referenceDate' is no date: '\(date)'")
              continue
            }
            options.referenceDate = reference
          }
        } catch {
          share.messages.append("\(item.place):\(error.offset + 1): \(error.message)")
          continue
        }
      } else {
        do {
          if setup.encoding != .utf8 || setup.isLossy {
            bytes = try setup.encoding.decode(bytes, lossy: setup.isLossy)
          }
          if bytes.prefix(8_192).contains(0) {
            share.messages.append("\(item.place): binary data (a NUL byte in the first 8 KiB): not a text")
            continue
          }
        } catch {
          share.messages.append("\(item.place): \(error)")
          continue
        }
      }
      do {
        let document = try bytes.withUnsafeBufferPointer { buffer throws(TextDecodingError) in
          try share.worker.extract(utf8: buffer, id: id, options: options)
        }
        if isLines {
          document.appendJSON(to: &share.lines)
          share.lines.append(0x0A)
        } else {
          share.documents.append((document, bytes))
        }
      } catch {
        share.messages.append("\(item.place): \(error)")
      }
    }
  }
}
