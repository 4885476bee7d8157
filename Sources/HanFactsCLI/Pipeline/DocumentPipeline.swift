import HanFacts

/// Sends inputs through workers and their results to the sink, in input order and in bounded memory.
///
/// Each worker takes the next piece of the input, works on it and hands the result over. A result that comes before its
/// turn waits; the worker whose result is next writes it and those behind it. No worker takes a piece while too much
/// waits, so that one slow document cannot fill the memory with those behind it.
final class DocumentPipeline: @unchecked Sendable {
  // `inputs` guards the reading side, `outputs` all that is below it; neither is held while a worker works.
  private let inputs = Monitor()
  private var reader: InputReader
  private var taken = 0
  private let outputs = Monitor()
  private var sink: RecordSink
  private var waiting: [Int: WorkResult] = [:]
  private var waitingBytes = 0
  private var written = 0
  private var isWriting = false
  private var failure: FileError?

  private let setup: ExtractionSetup
  private let rendering: Rendering
  private let jobs: Int
  private let turn = Monitor()
  /// The bytes of results that may wait.
  private static let waitingLimit = 8 << 20

  init(_ reader: InputReader, _ setup: ExtractionSetup, _ rendering: Rendering, _ sink: RecordSink, jobs: Int) {
    self.reader = reader
    self.setup = setup
    self.rendering = rendering
    self.sink = sink
    self.jobs = jobs
  }

  /// Works through the input and gives back the sink.
  ///
  /// - Throws: what went wrong with the output; the input's faults are the sink's messages
  func run() throws(FileError) -> RecordSink {
    try sink.begin()
    Threads.perform(jobs) { _ in self.work() }
    if let failure { throw failure }
    try sink.end()
    return sink
  }

  private func work() {
    var worker = DocumentWorker(setup, rendering, turn: turn)
    while let (index, piece) = take() {
      let result: WorkResult
      switch piece {
      case .file(let file): result = worker.work(on: file)
      case .lines(let batch, let file): result = worker.work(on: batch, of: file)
      case .failure(let message): result = .failure(message)
      }
      guard hand(result, index) else { return }
    }
  }

  /// The next piece and its place in the order; nil at the end or where the output failed.
  private func take() -> (Int, InputReader.Piece)? {
    inputs.whileLocked {
      let goesOn = outputs.whileLocked {
        while failure == nil, taken > written, taken - written >= jobs * 4 || waitingBytes > Self.waitingLimit {
          outputs.wait()
        }
        return failure == nil
      }
      guard goesOn, let piece = reader.next() else { return nil }
      taken += 1
      return (taken - 1, piece)
    }
  }

  /// Hands a result over and writes what can be written; false where the output failed.
  private func hand(_ result: WorkResult, _ index: Int) -> Bool {
    outputs.lock()
    defer { outputs.unlock() }
    waiting[index] = result
    waitingBytes += result.weight
    // Another worker that writes sees this result when it is done with its own.
    guard !isWriting else { return failure == nil }
    isWriting = true
    while failure == nil, let next = waiting.removeValue(forKey: written) {
      outputs.unlock()
      var failed: FileError?
      do { try sink.write(next) } catch { failed = error }
      outputs.lock()
      failure = failed
      waitingBytes -= next.weight
      written += 1
      outputs.wakeAll()
    }
    isWriting = false
    return failure == nil
  }
}
