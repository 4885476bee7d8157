import Foundation
import Testing

/// The built program, which lies next to the test bundle.
enum Program {
  /// What a run gave.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
    /// The signal that ended it, if one did.
    var signal: Int32?

    /// The output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }

    /// Each line of the output as a JSON object.
    func objects() throws -> [[String: Any]] {
      try output.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    }
  }

  /// The path of the program.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("hanfacts").path
  }()

  /// The top of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program in a folder with words and standard input, without the variables that change its output.
  static func run(
    _ words: [String], input: [UInt8] = [], in folder: Workspace? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try launch(path, words, input: input, folder: folder?.url, environment: environment)
  }

  /// Runs a line of bash, where `$H` is the program.
  static func shell(_ line: String, in folder: Workspace) throws -> Result {
    try launch("/bin/bash", ["-c", line], input: [], folder: folder.url, environment: ["H": path])
  }

  private static func launch(
    _ program: String, _ words: [String], input: [UInt8], folder: URL?, environment: [String: String]
  ) throws -> Result {
    // Files instead of pipes: nothing can fill up while nobody reads.
    let own = try Workspace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.environment = clean(environment)
    process.currentDirectoryURL = folder ?? package
    process.standardInput = try FileHandle(forReadingFrom: own.write("in", input))
    process.standardOutput = try FileHandle(forWritingTo: own.write("out", []))
    process.standardError = try FileHandle(forWritingTo: own.write("err", []))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try own.read("out"), errors: try own.read("err"),
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil)
  }

  /// The environment without what changes the output.
  static func clean(_ more: [String: String]) -> [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "CI", "TERM", "H"] { variables[name] = nil }
    variables["TERM"] = "xterm"
    return variables.merging(more) { $1 }
  }
}

/// A folder of its own, removed with its last reference.
final class Workspace: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("hanfacts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The names in the folder.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
}
