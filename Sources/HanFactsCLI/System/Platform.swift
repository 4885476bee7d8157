#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// What went wrong with a file, in words.
struct FileError: Error, CustomStringConvertible {
  var path: String
  var message: String
  var description: String { "\(path): \(message)" }

  init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }

  /// The system's own words for its last error.
  init(system path: String) {
    self.path = path
    message = String(cString: strerror(errno))
  }
}

/// Files, folders and streams, straight from the system: no Foundation in the program's start.
enum FileSystem {
  static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below a folder with one of the endings, in byte order of their paths.
  static func files(below folder: String, endings: [String]) throws -> [String] {
    var found: [String] = []
    var pending = [""]
    while let below = pending.popLast() {
      let path = below.isEmpty ? folder : folder + "/" + below
      guard let stream = opendir(path) else { throw FileError(system: path) }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let child = below.isEmpty ? name : below + "/" + name
        if isFolder(folder + "/" + child) == true {
          // A link to a folder may lead in a circle.
          var status = stat()
          if lstat(folder + "/" + child, &status) == 0, status.st_mode & S_IFMT != S_IFLNK { pending.append(child) }
        } else if endings.contains(where: { name.hasSuffix($0) }) {
          found.append(child)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file, at most `limit` and one more.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let file = path == "-" ? 0 : open(path, O_RDONLY)
    guard file >= 0 else { throw FileError(system: path) }
    defer { if file != 0 { close(file) } }
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > limit {
      throw FileError(path, "larger than the limit of \(limit >> 20) MiB: split the document")
    }
    var bytes: [UInt8] = []
    if status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    while try append(file, path, to: &bytes) {
      if bytes.count > limit { throw FileError(path, "larger than the limit of \(limit >> 20) MiB: split the document") }
    }
    return bytes
  }

  /// Appends what the next read gives; false at the end.
  static func append(_ file: Int32, _ path: String, to bytes: inout [UInt8], size: Int = 1 << 18) throws -> Bool {
    try withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      while true {
        #if canImport(Darwin)
          let count = Darwin.read(file, buffer.baseAddress, size)
        #elseif canImport(Musl)
          let count = Musl.read(file, buffer.baseAddress, size)
        #else
          let count = Glibc.read(file, buffer.baseAddress, size)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw FileError(system: path) }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count > 0
      }
    }
  }

  /// Writes all bytes; false where the reader has gone.
  @discardableResult
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var start = 0
    return bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        #if canImport(Darwin)
          let count = Darwin.write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #elseif canImport(Musl)
          let count = Musl.write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #else
          let count = Glibc.write(file, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0 { return false }
        start += count
      }
      return true
    }
  }
}

/// Runs bodies on threads of the system and waits for all.
enum Threads {
  private final class Body: @unchecked Sendable {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  /// Calls `body` with 0 ..< count, each on a thread of its own; the first on this one.
  static func perform(_ count: Int, _ body: @escaping (Int) -> Void) {
    var threads: [pthread_t] = []
    for index in 1..<max(count, 1) {
      let box = Unmanaged.passRetained(Body { body(index) })
      #if canImport(Darwin)
        var thread: pthread_t?
        let status = pthread_create(&thread, nil, { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run(); return nil }, box.toOpaque())
      #else
        var thread = pthread_t()
        let status = pthread_create(
          &thread, nil,
          { argument in
            if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
          }, box.toOpaque())
      #endif
      if status == 0 {
        #if canImport(Darwin)
          if let thread { threads.append(thread) }
        #else
          threads.append(thread)
        #endif
      } else {
        // No thread to be had: the work is done here.
        box.takeRetainedValue().run()
      }
    }
    if count > 0 { body(0) }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// The processors that are online.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// The streams of the program.
enum Console {
  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  /// Writes a line to standard error.
  static func message(_ text: String) { FileSystem.write(Array("hanfacts: \(text)\n".utf8), to: 2) }
}
