import HanFacts
import Testing

@testable import HanFactsDiff

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own with marked pages, and the commands run in it. Removed with its last reference.
final class Workbench: @unchecked Sendable {
  let folder: String
  private(set) var notes: [String] = []

  init() throws {
    let pattern = "/tmp/hanfacts-diff-XXXXXX"
    var bytes = Array(pattern.utf8CString)
    let made = bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    folder = try #require(made)
  }

  deinit { _ = try? run(["rm", "-rf", folder]) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let path = path(name)
    _ = try run(["mkdir", "-p", SystemFile.folder(of: path)])
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fputs(text, file) >= 0)
  }

  func write(_ name: String, _ paragraphs: [String]) throws {
    try write(name, paragraphs.joined(separator: "\n\n"))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try SystemFile.read(path(name)), as: UTF8.self)
  }

  func remove(_ name: String) { unlink(path(name)) }

  /// Runs a program and gives its output; records an issue where it fails.
  @discardableResult
  func run(_ arguments: [String]) throws -> String {
    let (output, status) = try Subprocess(arguments).finish()
    #expect(status == 0, "\(arguments)")
    return String(decoding: output, as: UTF8.self)
  }

  func git(_ arguments: String...) throws {
    try run(
      ["git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        + arguments)
  }

  // MARK: The commands

  /// Reads marked pages instead of extracting text; a page with `!` cannot be read.
  var environment: DiffEnvironment {
    @Sendable func page(_ id: String, _ bytes: [UInt8], _ receive: DiffEnvironment.Receiver) throws -> [String] {
      let text = String(decoding: bytes, as: UTF8.self)
      if text == "!" { return [id] }
      let page = MarkedPage(text.split(separator: "\n\n").map(String.init), id: id)
      try receive(page.document, page.source)
      return []
    }
    return DiffEnvironment(
      programVersion: "1.0.0",
      extractPaths: { paths, receive in
        var refused: [String] = []
        for path in paths {
          guard SystemFile.kind(path) == .folder else {
            refused += try page(path, SystemFile.read(path), receive)
            continue
          }
          let (list, _) = try Subprocess(["find", path, "-name", "*.txt", "-print0"]).finish()
          for file in list.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }).sorted() {
            refused += try page(file, SystemFile.read(file), receive)
          }
        }
        return refused
      },
      extractFiles: { files, receive in try files.flatMap { try page($0.name, $0.bytes, receive) } },
      note: { self.notes.append($0) })
  }

  func check(_ change: (inout CheckCommandOptions) -> Void = { _ in }) -> CommandOutcome {
    var options = CheckCommandOptions(
      baseline: path("baseline"), paths: [path("texts")],
      header: BaselineHeader(program: "1.0.0", gazetteers: "5f1d2a", options: [.init(name: "layout", value: "auto")]))
    change(&options)
    notes = []
    return CheckCommand(options, environment).run()
  }

  func diff(_ operands: [String], git revision: String? = nil, _ format: ReportFormat = .text) -> CommandOutcome {
    var options = DiffCommandOptions(operands: operands.map(path), gitRevision: revision)
    options.format = format
    notes = []
    return DiffCommand(options, environment).run()
  }
}

extension CommandOutcome {
  var text: String { String(decoding: report, as: UTF8.self) }
  var titles: [String] { result.documents.flatMap { $0.changes.map(\.title) } }
  var ids: [String] { result.documents.flatMap { $0.changes.map(\.id) } }
}
