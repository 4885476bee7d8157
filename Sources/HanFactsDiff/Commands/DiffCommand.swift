/// What `hanfacts diff` is asked for.
public struct DiffCommandOptions: Sendable {
  /// The old and the new: extractions (`.json`, `.jsonl`), texts or folders; `-` is standard input. With a revision:
  /// the paths to compare.
  public var operands: [String]
  /// The revision whose state of the operands is the old one.
  public var gitRevision: String?
  /// What counts as a difference.
  public var diff = DiffOptions()
  /// How the report is written.
  public var format = ReportFormat.text
  /// Whether a report for people is coloured.
  public var usesColor = false

  /// Makes options.
  public init(operands: [String], gitRevision: String? = nil) {
    self.operands = operands
    self.gitRevision = gitRevision
  }
}

/// `hanfacts diff`: compares two extractions, two texts, two folders, or paths with their state at a revision.
public struct DiffCommand: Sendable {
  let options: DiffCommandOptions
  let environment: DiffEnvironment

  /// A command.
  public init(_ options: DiffCommandOptions, _ environment: DiffEnvironment) {
    self.options = options
    self.environment = environment
  }

  /// Runs the command. It writes nothing but notes.
  public func run() -> CommandOutcome {
    do {
      let old: DocumentSet
      let new: DocumentSet
      if let revision = options.gitRevision {
        (old, new) = try setsAtRevision(revision)
      } else {
        guard options.operands.count == 2 else {
          let count = options.operands.count
          throw DiffError("diff compares two things, OLD and NEW; \(count) \(count == 1 ? "was" : "were") given")
        }
        guard options.operands != ["-", "-"] else { throw DiffError("only one side can be standard input") }
        old = try loader.load(options.operands[0])
        new = try loader.load(options.operands[1])
      }
      return outcome(old, new)
    } catch {
      return CommandOutcome(error)
    }
  }

  private var loader: DocumentLoader {
    DocumentLoader(environment: environment, keepsEvidence: options.diff.needsEvidence)
  }

  private func outcome(_ old: DocumentSet, _ new: DocumentSet) -> CommandOutcome {
    let differ = Differ(options: options.diff)
    let refused = Set(old.refused).union(new.refused)
    var result = DiffResult()
    for pair in DocumentSet.pairs(old, new) {
      // A document that could not be read on one side is neither gone nor new.
      if pair.old == nil || pair.new == nil, let id = (pair.old ?? pair.new)?.id, refused.contains(id) { continue }
      result.documents.append(differ.compare(old: pair.old, new: pair.new))
    }
    var context = ReportContext(oldName: old.name, newName: new.name, programVersion: environment.programVersion)
    context.failOn = options.diff.failOn
    context.usesColor = options.usesColor
    context.listsWholeDocuments = options.diff.reportsAll
    let status: Int32 = refused.isEmpty ? (result.fails(on: options.diff.failOn) ? 1 : 0) : 2
    return CommandOutcome(result: result, report: result.report(options.format, context), status: status)
  }

  private func setsAtRevision(_ revision: String) throws -> (old: DocumentSet, new: DocumentSet) {
    guard !options.operands.isEmpty else { throw DiffError("diff --git needs the paths to compare") }
    var old = DocumentSet(name: revision)
    var new = DocumentSet(name: options.operands.joined(separator: " "))
    for path in options.operands {
      let isHere = SystemFile.kind(path) != .missing
      let files = try GitRevision(revision, environment: environment).read(path) { file in
        try loader.load(file, into: &old)
      }
      guard isHere || files > 0 else { throw DiffError("\(path): is neither here nor in \(revision)") }
      if isHere { try loader.load(path, into: &new) }
    }
    return (old, new)
  }
}
