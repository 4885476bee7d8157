import HanFacts

/// One file's bytes under the name its documents take.
public struct SourceBytes: Sendable {
  /// The path as the user named it; its extension says what it holds.
  public var name: String
  /// The bytes as they are, not decoded.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What the commands need from the program around them: extraction, and a place for messages.
public struct DiffEnvironment: Sendable {
  /// Takes a document and, where it is at hand, its decoded text in UTF-8.
  public typealias Receiver = (_ document: Document, _ text: [UInt8]?) throws -> Void

  /// Extracts files and folders as `hanfacts extract` does, and hands over each document in order. Returns the names
  /// of the documents that were refused, for which it has written a message of its own.
  public var extractPaths: @Sendable (_ paths: [String], _ receive: Receiver) throws -> [String]
  /// The same for files that are no longer, or not yet, in the file system.
  public var extractFiles: @Sendable (_ files: [SourceBytes], _ receive: Receiver) throws -> [String]
  /// Whether a file of a folder is one that `extractPaths` reads.
  public var isText: @Sendable (_ name: String) -> Bool
  /// Writes a note to standard error.
  public var note: @Sendable (_ message: String) -> Void
  /// The version of the program, for reports that name it.
  public var programVersion: String

  /// Makes an environment.
  public init(
    programVersion: String,
    extractPaths: @escaping @Sendable (_ paths: [String], _ receive: Receiver) throws -> [String],
    extractFiles: @escaping @Sendable (_ files: [SourceBytes], _ receive: Receiver) throws -> [String],
    isText: @escaping @Sendable (_ name: String) -> Bool = { $0.hasSuffix(".txt") || $0.hasSuffix(".jsonl") },
    note: @escaping @Sendable (_ message: String) -> Void
  ) {
    self.programVersion = programVersion
    self.extractPaths = extractPaths
    self.extractFiles = extractFiles
    self.isText = isText
    self.note = note
  }
}

/// What a command did: the report for standard output, and the exit status.
public struct CommandOutcome: Sendable {
  /// The differences; empty where the command failed.
  public var result: DiffResult
  /// The bytes for standard output.
  public var report: [UInt8]
  /// 0 the same, 1 different, 2 trouble.
  public var status: Int32
  /// Why there is trouble, for standard error, without `error:`.
  public var message: String?

  init(result: DiffResult, report: [UInt8], status: Int32) {
    self.result = result
    self.report = report
    self.status = status
  }

  /// Trouble.
  init(_ error: any Error) {
    result = DiffResult()
    report = []
    status = 2
    message = "\(error)"
  }
}
