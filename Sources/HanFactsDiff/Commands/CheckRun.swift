/// One run of `check`: the comparison of every document, and what the baseline becomes.
struct CheckRun {
  let baseline: Baseline
  let options: CheckCommandOptions
  let differ: Differ
  private(set) var result = DiffResult()
  /// Documents that could not be read.
  private(set) var refused: [String] = []
  /// What to tell besides the report.
  private(set) var notes: [String] = []
  /// The documents as they are; kept where the baseline may be written.
  private var current: [String: DiffDocument] = [:]
  /// Documents of the baseline that were looked for and are gone.
  private var missing: [String] = []
  /// What documents become by `--accept-only`; nil where one is forgotten.
  private var selected: [String: DiffDocument?] = [:]
  /// Documents of the baseline that this run was not asked about.
  private var uncovered: [String] = []

  init(baseline: Baseline, options: CheckCommandOptions, differ: Differ) {
    self.baseline = baseline
    self.options = options
    self.differ = differ
  }

  /// Extracts and compares all documents.
  mutating func extract(_ environment: DiffEnvironment) throws {
    var seen: Set<String> = []
    var documents: [DocumentChanges] = []
    var kept: [String: DiffDocument] = [:]
    refused = try environment.extractPaths(options.paths) { document, text in
      guard seen.insert(document.id).inserted else { throw DiffError("two documents are called \(document.id)") }
      let new = DiffDocument(document, text: text)
      documents.append(differ.compare(old: baseline.documents[document.id], new: new))
      if options.writes { kept[document.id] = new }
    }
    current = kept
    sortOut(seen)
    for id in missing where !options.prunes {
      guard let document = baseline.documents[id] else { continue }
      documents.append(differ.compare(old: document, new: nil))
    }
    result = DiffResult(documents: documents)
    tell()
  }

  /// Tells documents that are gone from those that were not asked about.
  ///
  /// A run over some of the paths only says nothing about the others. Documents that carry names of their own (JSONL)
  /// stand under no path; then every one that was not seen is gone.
  private mutating func sortOut(_ seen: Set<String>) {
    let unseen = baseline.documentIDs.filter { !seen.contains($0) && !refused.contains($0) }
    let goesByPath = seen.allSatisfy(isCovered)
    missing = unseen.filter { !goesByPath || isCovered($0) }
    uncovered = unseen.filter { goesByPath && !isCovered($0) }
  }

  private func isCovered(_ id: String) -> Bool {
    options.paths.contains { path in
      id == path || id.hasPrefix(path.hasSuffix("/") ? path : "\(path)/") || id.hasPrefix("\(path):")
    }
  }

  private mutating func tell() {
    if !uncovered.isEmpty {
      notes.append(
        Self.count(uncovered.count, "of the baseline, outside the given paths, was", "were") + " not compared")
    }
    let added = result.documents.filter { $0.presence == .added }.count
    if added > 0 { notes.append(Self.count(added, "is", "are") + " not in the baseline") }
    guard !missing.isEmpty else { return }
    let gone = Self.count(missing.count, "of the baseline is", "are") + " gone"
    notes.append(gone + (options.prunes ? " and forgotten" : "; --prune forgets \(missing.count == 1 ? "it" : "them")"))
  }

  private static func count(_ count: Int, _ singular: String, _ plural: String) -> String {
    guard count != 1 else { return "1 document \(singular)" }
    // "of the baseline is" / "are": what stands before the verb is common to both.
    var words = singular.split(separator: " ")
    words.removeLast()
    return (["\(count) documents"] + words.map(String.init) + [plural]).joined(separator: " ")
  }
}

// MARK: - Accepting

extension CheckRun {
  /// Takes the differences named by `--accept-only`; they are then differences no more.
  mutating func acceptSelected() throws {
    guard !options.acceptsOnly.isEmpty else { return }
    var wanted = Set(options.acceptsOnly.map { $0.lowercased() })
    for index in result.documents.indices {
      let id = result.documents[index].id
      let isWhole = wanted.remove(result.documents[index].changeID) != nil
      let chosen = result.documents[index].changes.filter { isWhole || wanted.contains($0.id) }
      wanted.subtract(chosen.map(\.id))
      let old = baseline.documents[id] ?? DiffDocument(emptyWithID: id)
      if isWhole, result.documents[index].presence == .removed {
        selected[id] = .some(nil)
      } else if isWhole {
        selected[id] = current[id]
      } else if !chosen.isEmpty {
        selected[id] = Acceptance.apply(chosen, old: old, new: current[id] ?? DiffDocument(emptyWithID: id))
      }
      if isWhole || !chosen.isEmpty { result.documents[index].forget(chosen, isWhole: isWhole) }
    }
    guard wanted.isEmpty else {
      let names = wanted.sorted().joined(separator: ", ")
      throw DiffError(
        "no difference is called \(names); the report of 'hanfacts check' names them; nothing was written")
    }
  }

  /// The baseline as it is to be written.
  func accepted() throws -> Baseline {
    guard options.accepts else {
      var kept = baseline
      for (id, document) in selected { kept.documents[id] = document }
      if options.prunes { for id in missing { kept.documents[id] = nil } }
      return kept
    }
    var accepted = Baseline(header: options.header, documents: Array(current.values))
    let keptIDs = uncovered + (options.prunes ? [] : missing)
    if !keptIDs.isEmpty, let reason = baseline.incompatibility(with: options.header, file: options.baseline) {
      throw DiffError("\(reason) for all its documents, or --prune those that are gone; nothing was written")
    }
    for id in keptIDs { accepted.documents[id] = baseline.documents[id] }
    return accepted
  }
}
