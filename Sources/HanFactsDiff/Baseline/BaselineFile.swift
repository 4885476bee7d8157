#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A baseline's file: read whole, replaced whole.
struct BaselineFile {
  /// As the user named it.
  let path: String

  /// The bytes; nil where there is no file.
  func read() throws(DiffError) -> [UInt8]? {
    switch SystemFile.kind(path) {
    case .missing: return nil
    case .folder: throw DiffError("\(path): is a folder, not a baseline")
    case .file: return try SystemFile.read(path)
    }
  }

  /// Runs a body while no other `check` writes a baseline of the same folder.
  ///
  /// The lock is on the folder, so that no lock file is left in a repository. Where the file system has no locks, the
  /// body runs without: the file is replaced whole all the same.
  func withLock<Result>(note: (String) -> Void, _ body: () throws -> Result) throws -> Result {
    let descriptor = open(SystemFile.folder(of: target), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFile.failure("\(path): the folder cannot be opened") }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      note("another hanfacts is writing a baseline in this folder; waiting for it")
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
    return try body()
  }

  /// Replaces the file: the bytes are written beside it and moved over it, so that every reader sees one whole file,
  /// the old or the new.
  func replace(with bytes: [UInt8]) throws(DiffError) {
    let target = target
    var information = stat()
    let oldMode = stat(target, &information) == 0 ? information.st_mode & 0o777 : nil
    let temporary = "\(SystemFile.folder(of: target))/.hanfacts-baseline.\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o666))
    guard descriptor >= 0 else { throw SystemFile.failure("\(path): cannot be written") }
    if let oldMode { _ = fchmod(descriptor, oldMode) }
    let isWritten = SystemFile.writeAll(descriptor, bytes) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, rename(temporary, target) == 0 else {
      let failure = SystemFile.failure("\(path): cannot be written")
      unlink(temporary)
      throw failure
    }
  }

  /// The file itself where the path is a symbolic link to it.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
