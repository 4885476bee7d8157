#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where records go: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place under another name and renamed by `finish`; until then the old one stays as it
/// is. A device or a pipe is written directly.
final class OutputFile {
  /// The name in messages.
  let name: String
  /// Whether records go to a terminal.
  var isTerminal: Bool { Console.isTerminal(file) }
  /// Which file is replaced; nil where there was none.
  let replaced: FileIdentity?

  private let file: Int32
  private let target: String
  private let temporary: String?

  /// Opens the place of records; nil and `-` are standard output.
  init(_ path: String?) throws(FileError) {
    guard let path, path != "-" else {
      (name, file, target, temporary, replaced) = ("standard output", Console.output, "", nil, nil)
      return
    }
    name = path
    let existing = FileSystem.status(path)
    if existing?.kind == .folder { throw FileError(path, "is a folder; name a file to write") }
    replaced = existing?.identity
    if existing?.kind == .stream {
      target = path
      temporary = nil
      file = open(path, O_WRONLY | O_CLOEXEC)
      if file < 0 { throw FileError(system: path) }
      return
    }
    // A link stays a link: the file it leads to is replaced.
    target = existing == nil ? path : Self.resolved(path)
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let temporary = "\(folder).\(parts.last ?? "").\(getpid()).tmp"
    self.temporary = temporary
    // Named before it is made: a signal may come right behind.
    Signals.setUnfinished(temporary)
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if file < 0 {
      let error = FileError(system: path)
      Signals.setUnfinished(nil)
      throw error
    }
    var status = stat()
    if existing != nil, stat(target, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
  }

  /// Writes bytes behind those before.
  func write(_ bytes: [UInt8]) throws(FileError) {
    if !bytes.isEmpty { try FileSystem.write(bytes, to: file, name) }
  }

  /// Puts the file in its place.
  func finish() throws(FileError) {
    guard let temporary else { return FileSystem.close(file) }
    guard fsync(file) == 0 || errno == EINVAL, rename(temporary, target) == 0 else {
      let error = FileError(system: name)
      abandon()
      throw error
    }
    Signals.setUnfinished(nil)
    FileSystem.close(file)
  }

  /// Leaves the old file as it was and no other behind.
  func abandon() {
    guard let temporary else { return }
    unlink(temporary)
    Signals.setUnfinished(nil)
    FileSystem.close(file)
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
