import Foundation
import Testing

/// The built program, run as users run it.
enum Program {
  /// What a run gave.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program that lies next to the test bundle.
  static let url: URL = {
    let bundle =
      CommandLine.arguments.first { $0.contains(".xctest") }.map { argument -> URL in
        var url = URL(fileURLWithPath: argument)
        while url.pathExtension != "xctest", url.path != "/" { url.deleteLastPathComponent() }
        return url
      } ?? Bundle.main.bundleURL
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("hanfacts")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : Bundle.main.bundleURL.appendingPathComponent("hanfacts")
  }()

  /// A process that is not started yet, in an environment that is the same everywhere.
  static func process(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    return process
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], input: Data? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let process = process(arguments, in: folder, environment: environment)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    let source = input.map { _ in Pipe() }
    process.standardInput = source ?? FileHandle.nullDevice
    try process.run()
    let reading = DispatchQueue(label: "reading", attributes: .concurrent)
    let group = DispatchGroup()
    let box = Box()
    reading.async(group: group) { box.errors = errors.fileHandleForReading.readDataToEndOfFile() }
    if let source, let input {
      reading.async(group: group) {
        try? source.fileHandleForWriting.write(contentsOf: input)
        try? source.fileHandleForWriting.close()
      }
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      errors: String(decoding: box.errors, as: UTF8.self))
  }

  private final class Box: @unchecked Sendable {
    // Written by one thread, read after the group has been waited for.
    var errors = Data()
  }
}

/// A folder for one test, removed behind it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("hanfacts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path below the folder.
  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return name
  }

  /// Writes a file of text.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

  /// The text of a file.
  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names of all files, sorted.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

  /// Runs the program in the folder.
  func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Program.Result {
    try Program.run(arguments, input: input.map { Data($0.utf8) }, in: url, environment: environment)
  }
}

extension Program.Result {
  /// The ids of the documents that were written as JSONL or as one object.
  var ids: [String] {
    output.split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "{\"schema\":\"hanfacts/1\",\"id\":\"")?.upperBound else { return nil }
      return String(line[start...].prefix { $0 != "\"" })
    }
  }
}
