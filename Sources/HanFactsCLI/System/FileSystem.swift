#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What went wrong with a file, in words.
struct FileError: Error, CustomStringConvertible {
  /// The path as given.
  var path: String
  /// What is wrong.
  var message: String

  /// `path: message`
  var description: String { "\(path): \(message)" }

  init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }

  /// The system's own words for its last error.
  init(system path: String) {
    self.path = path
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    message = words.prefix(1).lowercased() + words.dropFirst()
  }
}

/// Files and folders straight from the system: no Foundation in the program's start.
enum FileSystem {
  /// What stands at a path.
  enum Kind {
    case file
    case folder
    /// A pipe, a device, a socket.
    case stream
  }

  /// What stands at a path, links followed, and how long a file is; nil with `errno` where nothing does.
  static func status(_ path: String) -> (kind: Kind, size: Int, identity: FileIdentity)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return described(status)
  }

  /// What stands behind an open file.
  static func status(of file: Int32) -> (kind: Kind, size: Int, identity: FileIdentity)? {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    return described(status)
  }

  /// Makes a folder where there is none; the folder above it has to be there.
  static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    if errno == EEXIST, status(path)?.kind == .folder { return }
    throw FileError(system: path)
  }

  private static func described(_ status: stat) -> (kind: Kind, size: Int, identity: FileIdentity) {
    let kind: Kind
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .stream
    }
    let identity = FileIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(status.st_ino))
    return (kind, Int(status.st_size), identity)
  }

  /// Whether the path itself is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, without `.` and `..`, in no order.
  static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(system: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Opens a file to read; `-` is standard input.
  static func openToRead(_ path: String) throws(FileError) -> Int32 {
    if path == "-" { return 0 }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(system: path) }
    return file
  }

  /// Closes a file; standard streams stay open.
  static func close(_ file: Int32) {
    guard file > 2 else { return }
    #if canImport(Glibc)
      _ = Glibc.close(file)
    #elseif canImport(Musl)
      _ = Musl.close(file)
    #elseif canImport(Darwin)
      _ = Darwin.close(file)
    #endif
  }

  /// The bytes of a file, or nil where there are more than `limit`.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
    let file = try openToRead(path)
    defer { close(file) }
    var bytes: [UInt8] = []
    if let status = status(of: file) {
      if status.kind == .folder { throw FileError(path, "is a folder") }
      if status.kind == .file, status.size > limit { return nil }
      bytes.reserveCapacity(min(status.size, limit) + 1)
    }
    while true {
      let room = max(bytes.capacity - bytes.count, 1 << 16)
      guard try append(from: file, path, to: &bytes, atMost: room) > 0 else { return bytes }
      if bytes.count > limit { return nil }
    }
  }

  /// Appends what one read gives and tells how much; 0 at the end.
  static func append(
    from file: Int32, _ path: String, to bytes: inout [UInt8], atMost size: Int
  ) throws(FileError) -> Int {
    let size = min(size, 1 << 24)
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got: Int
      repeat { got = systemRead(file, buffer.baseAddress, size) } while got < 0 && errno == EINTR
      failed = got < 0
      count = max(got, 0)
    }
    if failed { throw FileError(system: path) }
    bytes.append(contentsOf: piece)
    return piece.count
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(FileError) {
    let failed = bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = systemWrite(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return true }
        start += count
      }
      return false
    }
    if failed { throw FileError(system: path) }
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, buffer, count)
    #elseif canImport(Musl)
      Musl.read(file, buffer, count)
    #elseif canImport(Darwin)
      Darwin.read(file, buffer, count)
    #endif
  }

  private static func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, buffer, count)
    #elseif canImport(Musl)
      Musl.write(file, buffer, count)
    #elseif canImport(Darwin)
      Darwin.write(file, buffer, count)
    #endif
  }
}

/// Tells whether two paths are one file.
struct FileIdentity: Hashable {
  var device: UInt64
  var file: UInt64
}
