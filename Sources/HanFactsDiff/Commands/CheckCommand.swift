/// What `hanfacts check` is asked for.
public struct CheckCommandOptions: Sendable {
  /// The baseline's file.
  public var baseline: String
  /// The texts and folders to extract.
  public var paths: [String]
  /// How this run makes records: program, gazetteers, and every option that changes records.
  public var header: BaselineHeader
  /// What counts as a difference.
  public var diff = DiffOptions()
  /// How the report is written.
  public var format = ReportFormat.text
  /// Whether a report for people is coloured.
  public var usesColor = false
  /// Whether the records as they are become the accepted ones.
  public var accepts = false
  /// The differences to accept, by name; all others stay.
  public var acceptsOnly: [String] = []
  /// Whether documents that are gone are forgotten.
  public var prunes = false
  /// Whether the run is one of continuous integration (`CI` is set), where nothing is written without `isConfirmed`.
  public var isContinuousIntegration = false
  /// Whether `--yes` was given.
  public var isConfirmed = false

  /// Makes options.
  public init(baseline: String, paths: [String], header: BaselineHeader) {
    self.baseline = baseline
    self.paths = paths
    self.header = header
  }

  /// Whether the run may write the baseline.
  public var writes: Bool { accepts || prunes || !acceptsOnly.isEmpty }
}

/// `hanfacts check`: extracts texts and compares them with their accepted records.
public struct CheckCommand: Sendable {
  let options: CheckCommandOptions
  let environment: DiffEnvironment

  /// A command.
  public init(_ options: CheckCommandOptions, _ environment: DiffEnvironment) {
    self.options = options
    self.environment = environment
  }

  /// Runs the command. It writes the baseline where it was asked to, and notes.
  public func run() -> CommandOutcome {
    do {
      try checkOptions()
      let file = BaselineFile(path: options.baseline)
      guard options.writes else { return try check(file) }
      return try file.withLock(note: environment.note) { try check(file) }
    } catch {
      return CommandOutcome(error)
    }
  }

  private func checkOptions() throws(DiffError) {
    if options.paths.isEmpty { throw DiffError("check needs the texts to extract") }
    if options.accepts, !options.acceptsOnly.isEmpty {
      throw DiffError("--accept takes every difference and --accept-only some; give one of them")
    }
    if options.writes, options.isContinuousIntegration, !options.isConfirmed {
      throw DiffError("CI is set: the baseline is written with --yes only, so that no build accepts its own changes")
    }
  }

  private func check(_ file: BaselineFile) throws -> CommandOutcome {
    let baseline = try readBaseline(file)
    for note in baseline?.notes(against: options.header) ?? [] { environment.note(note) }
    var run = CheckRun(
      baseline: baseline ?? Baseline(header: options.header), options: options, differ: Differ(options: options.diff))
    try run.extract(environment)
    for note in run.notes { environment.note(note) }
    var status: Int32 = run.refused.isEmpty ? 0 : 2
    if options.writes {
      guard run.refused.isEmpty else {
        throw DiffError("\(options.baseline): not written, as \(run.refused.count) of the documents could not be read")
      }
      try run.acceptSelected()
      try file.replace(with: run.accepted().write())
      environment.note("\(options.baseline): written")
    }
    if status == 0, !options.accepts, run.result.fails(on: options.diff.failOn) { status = 1 }
    var context = ReportContext(
      oldName: options.baseline, newName: options.paths.joined(separator: " "),
      programVersion: environment.programVersion)
    context.failOn = options.diff.failOn
    context.usesColor = options.usesColor
    context.showsIDs = true
    context.listsWholeDocuments = options.diff.reportsAll
    return CommandOutcome(result: run.result, report: run.result.report(options.format, context), status: status)
  }

  /// The baseline; nil where there is none yet and one is to be written.
  private func readBaseline(_ file: BaselineFile) throws -> Baseline? {
    guard let bytes = try file.read() else {
      guard options.accepts else {
        throw DiffError("\(file.path): there is no baseline; 'hanfacts check --accept' writes it")
      }
      return nil
    }
    let baseline = try Baseline(reading: bytes, file: file.path)
    if let reason = baseline.incompatibility(with: options.header, file: file.path) {
      guard options.accepts, !baseline.isNewer(than: options.header.schema) else { throw DiffError(reason) }
    }
    return baseline
  }
}
