/// The files of a repository at a revision, read through the `git` program.
struct GitRevision {
  let revision: String
  let environment: DiffEnvironment

  init(_ revision: String, environment: DiffEnvironment) {
    self.revision = revision
    self.environment = environment
  }

  /// How many files are extracted at once.
  private static let batch = 64

  #if os(macOS) || os(Linux)
    /// Hands over the files that stand at a path in the revision, under the names they have below the path as given.
    ///
    /// - Returns: how many there were
    func read(_ path: String, _ body: ([SourceBytes]) throws -> Void) throws -> Int {
      let (folder, rest) = Self.existingFolder(above: path)
      let commit = try resolve(in: folder)
      let entries = try list(commit, folder, rest).filter { $0.path == rest || environment.isText($0.path) }
      guard !entries.isEmpty else { return 0 }
      let process = try Subprocess(["git", "-C", folder, "cat-file", "--batch"])
      var files: [SourceBytes] = []
      for entry in entries {
        try process.send("\(entry.object)\n")
        guard let head = try process.line(), let size = Self.size(of: head) else {
          throw DiffError("git cannot read \(entry.path) at \(revision)")
        }
        files.append(SourceBytes(name: Self.name(entry.path, below: path, rest), bytes: try process.bytes(size)))
        _ = try process.bytes(1)
        if files.count == Self.batch {
          try body(files)
          files = []
        }
      }
      if !files.isEmpty { try body(files) }
      _ = try process.finish()
      return entries.count
    }

    private func resolve(in folder: String) throws -> String {
      guard !revision.hasPrefix("-"), !revision.isEmpty else { throw DiffError("'\(revision)' is no revision") }
      let process = try Subprocess(
        ["git", "-C", folder, "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{tree}"])
      let (answer, status) = try process.finish()
      guard status == 0 else {
        throw DiffError("git knows no revision '\(revision)' in \(folder) (is it a repository with enough history?)")
      }
      return String(decoding: answer.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private func list(_ tree: String, _ folder: String, _ rest: String) throws -> [(object: String, path: String)] {
      // Pathspecs are literal: a name with a star is that name.
      let process = try Subprocess([
        "git", "-C", folder, "--literal-pathspecs", "ls-tree", "-r", "-z", tree, "--", rest,
      ])
      let (answer, status) = try process.finish()
      guard status == 0 else { throw DiffError("git cannot list \(folder)/\(rest) at \(revision)") }
      return answer.split(separator: 0).compactMap { entry in
        // mode, type and object, then a tab and the path
        let halves = entry.split(separator: 0x09, maxSplits: 1)
        guard halves.count == 2 else { return nil }
        let words = halves[0].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 3, words[0].hasPrefix("100"), words[1] == "blob" else { return nil }
        return (words[2], String(decoding: halves[1], as: UTF8.self))
      }
    }
  #else
    /// There is no git here.
    func read(_ path: String, _ body: ([SourceBytes]) throws -> Void) throws -> Int {
      throw DiffError("--git needs the git program, which this platform does not have")
    }
  #endif

  /// The nearest folder of a path that exists, and what of the path lies below it; `.` for the folder itself.
  private static func existingFolder(above path: String) -> (folder: String, rest: String) {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    var rest: [String] = []
    while SystemFile.kind(folder) != .folder, folder != ".", folder != "/" {
      rest.insert(String(folder.split(separator: "/").last ?? ""), at: 0)
      folder = SystemFile.folder(of: folder)
    }
    return (folder, rest.isEmpty ? "." : rest.joined(separator: "/"))
  }

  /// The name of a listed file: below the path as it was given.
  private static func name(_ entry: String, below path: String, _ rest: String) -> String {
    if entry == rest { return path }
    let below = rest == "." ? entry : String(entry.dropFirst(rest.count + 1))
    return path.hasSuffix("/") ? path + below : "\(path)/\(below)"
  }

  /// The size in the head `OBJECT blob SIZE`.
  private static func size(of head: [UInt8]) -> Int? {
    let words = head.split(separator: 0x20)
    guard words.count == 3 else { return nil }
    return Int(String(decoding: words[2], as: UTF8.self))
  }
}
