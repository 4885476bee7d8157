#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The streams of the program and what is known of them.
enum Console {
  /// Standard output.
  static let output: Int32 = 1
  /// Standard error.
  static let errors: Int32 = 2

  /// Whether a stream is a terminal.
  static func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  /// A variable of the environment; nil where it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Writes a text to standard output.
  static func print(_ text: String) throws(FileError) {
    try FileSystem.write(Array(text.utf8), to: output, "standard output")
  }

  /// Writes a line `hanfacts: …` to standard error. A stream that nobody reads is no error.
  static func message(_ text: String) {
    try? FileSystem.write(Array("hanfacts: \(text)\n".utf8), to: errors, "standard error")
  }

  /// Writes bytes to standard error as they are.
  static func writeError(_ text: String) {
    try? FileSystem.write(Array(text.utf8), to: errors, "standard error")
  }

  /// The columns of the terminal behind a stream; nil where it is none.
  static func width(_ file: Int32) -> Int? {
    guard isTerminal(file) else { return nil }
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Seconds since some fixed moment; never runs backwards.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Whether a stream gets colours: `--color`, then `NO_COLOR`, `TERM=dumb` and whether it is a terminal.
enum ColorChoice {
  /// Decides for a stream.
  static func isOn(_ arguments: ParsedArguments, stream: Int32) -> Bool {
    switch arguments.value("color") {
    case "always": true
    case "never": false
    default:
      Console.isTerminal(stream) && Console.environment("NO_COLOR") == nil && Console.environment("TERM") != "dumb"
    }
  }
}
