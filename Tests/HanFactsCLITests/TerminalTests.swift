import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal of the system with nobody in front of it.
private final class Terminal {
  let device: FileHandle
  private let control: Int32

  init() throws {
    control = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard control >= 0, let name = Self.name(control) else { throw CocoaError(.fileReadUnknown) }
    let file = open(name, O_RDWR | O_NOCTTY)
    guard file >= 0 else { throw CocoaError(.fileReadUnknown) }
    device = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// Unlocks the other end and gives its path.
  private static func name(_ control: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(control) == 0, unlockpt(control) == 0 else { return nil }
      return ptsname(control).map { String(cString: $0) }
    #else
      // TIOCSPTLCK and TIOCGPTN, whose macros Swift does not import.
      var (lock, number): (Int32, UInt32) = (0, 0)
      guard ioctl(control, 0x4004_5431, &lock) == 0, ioctl(control, 0x8004_5430, &number) == 0 else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  deinit { close(control) }

  /// What has been written to the terminal; call it behind the end of the program.
  func contents() -> String {
    _ = fcntl(control, F_SETFL, O_NONBLOCK)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(control, &piece, piece.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }
}

@Suite("Terminals and signals") struct TerminalTests {
  private func run(
    _ words: [String], in scratch: Scratch, output: Terminal? = nil, errors: Terminal? = nil, input: Terminal? = nil,
    environment: [String: String] = [:]
  ) throws -> Int32 {
    let process = Program.process(words, in: scratch.url, environment: environment)
    process.standardInput = input?.device ?? FileHandle.nullDevice
    process.standardOutput = output?.device ?? FileHandle.nullDevice
    process.standardError = errors?.device ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("a terminal gets text in colours, unless NO_COLOR or TERM=dumb or --color=never")
  func colors() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    for (environment, words, isColored) in [
      ([:], [], true), (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true), (["TERM": "dumb"], [], false),
      ([:], ["--color=never"], false),
    ] as [([String: String], [String], Bool)] {
      let terminal = try Terminal()
      #expect(try run(["extract", "a.txt"] + words, in: scratch, output: terminal, environment: environment) == 0)
      let text = terminal.contents()
      #expect(text.contains("a.txt"))
      #expect(!text.contains("{"))
      #expect(text.contains("\u{1B}[") == isColored, "\(environment) \(words)")
    }
  }

  @Test("json on a terminal is laid out over lines")
  func pretty() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    let terminal = try Terminal()
    #expect(try run(["extract", "a.txt", "--format=json"], in: scratch, output: terminal) == 0)
    #expect(terminal.contents().contains("{\r\n  \"schema\": \"hanfacts/1\",\r\n"))
  }

  @Test("a terminal as standard input with no operand shows help instead of waiting")
  func help() throws {
    let scratch = try Scratch()
    for command in ["extract", "explain"] {
      let (input, errors) = (try Terminal(), try Terminal())
      #expect(try run([command], in: scratch, errors: errors, input: input) == 2)
      #expect(errors.contents().contains("usage: hanfacts \(command)"))
    }
  }

  @Test("progress is drawn on a terminal, over itself, and not with --quiet")
  func progress() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    let errors = try Terminal()
    #expect(try run(["extract", "a.txt", "-f", "jsonl"], in: scratch, errors: errors) == 0)
    let text = errors.contents()
    #expect(text.hasPrefix("\r1 documents, 6 B"))
    #expect(text.contains("/s"))
    let quiet = try Terminal()
    #expect(try run(["extract", "a.txt", "-f", "jsonl", "--quiet"], in: scratch, errors: quiet) == 0)
    #expect(quiet.contents().isEmpty)
  }

  @Test("a reader that goes away ends the program quietly")
  func brokenPipe() throws {
    let scratch = try Scratch()
    var feed = ""
    for index in 0..<3_000 { feed += "{\"id\":\(index),\"text\":\"北京\"}\n" }
    try scratch.write("feed.jsonl", feed)
    let process = Program.process(["extract", "feed.jsonl", "-f", "jsonl"], in: scratch.url)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    _ = output.fileHandleForReading.availableData
    try output.fileHandleForReading.close()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(messages.isEmpty)
    #expect(process.terminationStatus == 141)
  }

  @Test("an interrupt ends the program with 130 and leaves no unfinished file")
  func interrupt() throws {
    let scratch = try Scratch()
    try scratch.write("out.jsonl", "old")
    let process = Program.process(
      ["extract", "--input", "jsonl", "-f", "jsonl", "-o", "out.jsonl", "-"], in: scratch.url)
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("{\"text\":\"北京\"}\n".utf8))
    // The unfinished file shows that the program is at work.
    while try scratch.names().count == 1, process.isRunning { sched_yield() }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names() == ["out.jsonl"])
    #expect(try scratch.read("out.jsonl") == "old")
  }
}
