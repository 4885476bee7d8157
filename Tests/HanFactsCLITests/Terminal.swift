import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program on a pseudo-terminal.
enum Terminal {
  /// Which streams lead to the terminal; the others lead to files.
  struct Streams: OptionSet {
    let rawValue: Int
    static let input = Streams(rawValue: 1)
    static let output = Streams(rawValue: 2)
    static let errors = Streams(rawValue: 4)
  }

  /// The two ends of a new pseudo-terminal.
  private static func pair() throws -> (master: Int32, slave: Int32) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    #if os(Linux)
      // What `unlockpt` and `ptsname` do; Glibc's module does not show them.
      var number: UInt32 = 0
      try #require(ioctl(master, 0x4004_5431, &number) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
      let name = "/dev/pts/\(number)"
    #else
      try #require(grantpt(master) == 0 && unlockpt(master) == 0)
      let name = String(cString: try #require(ptsname(master)))
    #endif
    let slave = open(name, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    return (master, slave)
  }

  /// Runs the program and gives all that the terminal shows, and the exit status.
  static func run(
    _ words: [String], streams: Streams, in folder: Workspace, environment: [String: String] = [:]
  ) throws -> (screen: String, status: Int32) {
    let (master, slave) = try pair()
    defer { close(master) }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = words
    process.environment = Program.clean(environment)
    process.currentDirectoryURL = folder.url
    process.standardInput = streams.contains(.input) ? terminal : FileHandle.nullDevice
    process.standardOutput = streams.contains(.output) ? terminal : FileHandle.nullDevice
    process.standardError = streams.contains(.errors) ? terminal : FileHandle.nullDevice
    try process.run()
    close(slave)
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      // The read fails once the program has closed its side.
      let count = read(master, &buffer, buffer.count)
      if count <= 0 { break }
      shown.append(contentsOf: buffer[..<count])
    }
    process.waitUntilExit()
    return (String(decoding: shown, as: UTF8.self), process.terminationStatus)
  }
}
