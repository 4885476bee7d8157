#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few things a comparison asks of the file system.
enum SystemFile {
  /// What stands at a path.
  enum Kind {
    case file
    case folder
    case missing
  }

  static func kind(_ path: String) -> Kind {
    var information = stat()
    guard stat(path, &information) == 0 else { return .missing }
    return information.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws(DiffError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("\(path): cannot be read") }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var information = stat()
    if fstat(descriptor, &information) == 0, information.st_size > 0 {
      bytes.reserveCapacity(Int(information.st_size) + 1)
    }
    guard try readAll(descriptor, into: &bytes) else { throw failure("\(path): cannot be read") }
    return bytes
  }

  /// Appends everything a descriptor has; false where reading fails.
  static func readAll(_ descriptor: Int32, into bytes: inout [UInt8]) throws(DiffError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.readSome(descriptor, $0) }
      if count < 0 { return false }
      if count == 0 { return true }
      bytes += buffer[..<count]
    }
  }

  /// Reads up to a buffer's size; 0 at the end, negative where it fails. An interrupted call is made again.
  static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all bytes; false where that fails.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        written += count
      }
      return true
    }
  }

  /// The folder a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A message with the system's reason.
  static func failure(_ message: String) -> DiffError {
    DiffError("\(message): \(String(cString: strerror(errno)))")
  }
}
