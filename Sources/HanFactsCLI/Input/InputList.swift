/// One input: a file that is a document, or one that holds a document a line.
struct InputFile: Sendable {
  /// What a file holds.
  enum Form: Sendable {
    case text
    case lines
  }

  /// The path to open; `-` is standard input.
  var path: String
  /// The document's name, and the file's name in messages.
  var id: String
  var form: Form
  /// The length, where it is known.
  var size: Int?
  /// Which file it is; nil for streams.
  var identity: FileIdentity?
}

/// The inputs that the operands name, in order.
struct InputList {
  /// No operand is given, and standard input is a terminal.
  struct NoInput: Error {}

  /// The files.
  private(set) var files: [InputFile] = []
  /// What is wrong with some of the operands.
  private(set) var messages: [String] = []

  /// The bytes of all files; nil where one's length is not known.
  var size: Int? {
    files.reduce(0 as Int?) { sum, file in sum.flatMap { sum in file.size.map { sum + $0 } } }
  }

  private let form: InputFile.Form?

  /// Finds the inputs. Folders are read recursively, their files in byte order of the paths.
  init(operands: [String], form: InputFile.Form?) throws {
    self.form = form
    if operands.isEmpty {
      if Console.isTerminal(0) { throw NoInput() }
      add("-")
    }
    for operand in operands { add(operand) }
    try refuseRepeated()
  }

  private mutating func add(_ path: String) {
    if path == "-" {
      let size = FileSystem.status(of: 0).flatMap { $0.kind == .file ? $0.size : nil }
      files.append(InputFile(path: "-", id: "-", form: form ?? .text, size: size))
      return
    }
    guard let status = FileSystem.status(path) else {
      messages.append("\(FileError(system: path))")
      return
    }
    switch status.kind {
    case .folder: addFolder(path)
    case .file: add(path, status.size, status.identity)
    case .stream: add(path, nil, nil)
    }
  }

  private mutating func add(_ path: String, _ size: Int?, _ identity: FileIdentity?) {
    let implied = Self.form(of: path) ?? .text
    files.append(InputFile(path: path, id: path, form: form ?? implied, size: size, identity: identity))
  }

  private mutating func addFolder(_ path: String) {
    var folder = path[...]
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let prefix = folder == "/" ? "/" : folder + "/"
    let found = filesBelow(prefix).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for file in found {
      let status = FileSystem.status(file)
      add(file, status?.size, status?.identity)
    }
    if found.isEmpty {
      let kinds = form.map { $0 == .text ? ".txt file" : ".jsonl file" } ?? ".txt or .jsonl file"
      messages.append("\(path): no \(kinds) in the folder")
    }
  }

  /// The paths of the files below a folder that are texts or lines. A link to a folder is not followed: it may lead
  /// in a circle.
  private mutating func filesBelow(_ prefix: String) -> [String] {
    var found: [String] = []
    var pending = [prefix]
    while let folder = pending.popLast() {
      do {
        for name in try FileSystem.names(in: folder) {
          let path = folder + name
          if FileSystem.status(path)?.kind == .folder {
            if !FileSystem.isLink(path) { pending.append(path + "/") }
          } else if let implied = Self.form(of: name), form == nil || form == implied {
            found.append(path)
          }
        }
      } catch {
        messages.append("\(error)")
      }
    }
    return found
  }

  private static func form(of path: String) -> InputFile.Form? {
    let ending = path.split(separator: ".").last?.lowercased()
    return ending == "jsonl" ? .lines : ending == "txt" ? .text : nil
  }

  /// Two documents must not have one name: what reads the records could not tell them apart.
  private func refuseRepeated() throws(UsageError) {
    var seen: Set<String> = []
    for file in files where !seen.insert(file.id).inserted {
      throw UsageError("two documents with the id '\(file.id)': name each input once")
    }
  }
}
