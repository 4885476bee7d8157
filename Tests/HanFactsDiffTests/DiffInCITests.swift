import Testing

@testable import HanFactsDiff

/// The worked example of the article "Extractions under Review": every command gives what the article shows.
@Suite struct DiffInCITests {
  /// A command of the article, and the output that stands under it.
  struct Step: Sendable, CustomTestStringConvertible {
    var command: String
    var output: [String]
    var testDescription: String { command }
  }

  static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  /// The program that was built beside the tests.
  static let program = "\(SystemFile.folder(of: CommandLine.arguments[0]))/hanfacts"

  /// The lines of the `console` blocks: `$` begins a command, `>` goes on with it, all others are output.
  static func steps() throws -> [Step] {
    let article = try SystemFile.read("\(root)/Sources/HanFacts/HanFacts.docc/DiffInCI.md")
    var steps: [Step] = []
    var isConsole = false
    for line in String(decoding: article, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if isConsole, line == ">" || line.hasPrefix("> "), !steps.isEmpty {
        steps[steps.count - 1].command += "\n\(line.dropFirst(2))"
      } else if isConsole, !steps.isEmpty {
        steps[steps.count - 1].output.append(String(line))
      }
    }
    return steps
  }

  /// Whether a line is the expected one, in which `…` stands for anything.
  static func matches(_ line: some StringProtocol, _ expected: String) -> Bool {
    let pieces = expected.split(separator: "…", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return line == expected }
    guard let first = pieces.first, let last = pieces.last, line.hasPrefix(first) else { return false }
    var rest = String(line.dropFirst(first.count))
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = String(rest[range.upperBound...])
    }
    return rest.hasSuffix(last)
  }

  @Test(.enabled(if: SystemFile.kind(program) == .file))
  func everyCommandIsTrue() throws {
    let bench = try Workbench()
    let steps = try Self.steps()
    #expect(steps.count > 20)
    var script = """
      unset CI; cd '\(bench.folder)'; exec 2>&1
      PATH='\(SystemFile.folder(of: Self.program))':$PATH
      export PATH GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
      export GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=T GIT_COMMITTER_EMAIL=t@example.org
      """
    let mark = "\u{1E}"
    for step in steps { script += "\n\(step.command)\nprintf '\(mark)'" }
    let output = try bench.run(["sh", "-c", script]).split(separator: mark, omittingEmptySubsequences: false)
    try #require(output.count == steps.count + 1)
    for (step, text) in zip(steps, output) {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      // Messages and reports go to two streams, whose order is not fixed.
      for expected in step.output {
        #expect(lines.contains { Self.matches($0, expected) }, "\(step.command)\n\(expected)\n\(text)")
      }
      #expect(lines.count == step.output.count, "\(step.command)\n\(text)")
    }
  }
}
