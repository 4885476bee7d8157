#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Where records go: standard output, or a file that appears whole when `finish` is called.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let file: Int32
  private(set) var isGone = false
  /// The file to remove when the program is interrupted: set before any thread starts, read by the signal handler.
  nonisolated(unsafe) private static var unfinished: UnsafeMutablePointer<CChar>?

  init(_ path: String?) throws {
    guard let path, path != "-" else {
      self.path = "-"
      temporary = ""
      file = 1
      return
    }
    self.path = path
    temporary = "\(path).\(getpid()).tmp"
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_TRUNC, 0o644)
    if file < 0 { throw FileError(system: path) }
    Self.unfinished = strdup(temporary)
  }

  /// Removes what an interrupted run leaves.
  static func removeUnfinished() { if let name = unfinished { unlink(name) } }

  /// Writes bytes; standard output without a reader is not an error.
  func write(_ bytes: [UInt8]) throws {
    if isGone || bytes.isEmpty { return }
    if FileSystem.write(bytes, to: file) { return }
    if file == 1, errno == EPIPE {
      isGone = true
      return
    }
    throw FileError(system: path == "-" ? "standard output" : path)
  }

  /// Puts the file in its place.
  func finish() throws {
    guard file != 1 else { return }
    var status = stat()
    if stat(path, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
    let synced = fsync(file)
    guard close(file) == 0, synced == 0, rename(temporary, path) == 0 else {
      let error = FileError(system: path)
      unlink(temporary)
      throw error
    }
    Self.unfinished = nil
  }

  /// Leaves no file behind.
  func abandon() { if file != 1 { unlink(temporary) } }
}
