import Foundation
import Testing

@testable import HanFactsCLI

@Suite("Completions and the manual, in the real programs") struct CompletionTests {
  /// The path of a program, where it is installed.
  private static func path(_ name: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first(where: FileManager.default.isExecutableFile)
  }

  private func run(_ program: String, _ arguments: [String], in scratch: Scratch) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = scratch.url
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": scratch.url.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(
    "bash completes commands, options and values", .enabled(if: path("bash") != nil),
    arguments: [
      ("extr", "extract"), ("extract --form", "--format"), ("extract --format js", "json jsonl"),
      ("extract --format = ht", "html"), ("extract --types person,fi", "person,figure"), ("extract -j", ""),
      ("gazetteer l", "lookup list"), ("gazetteer lookup --fo", "--format"), ("completions z", "zsh"),
      ("help ru", "rules"), ("extract ne", "news"), ("extract --gazetteer n", "news"),
    ])
  func bash(words: String, expected: String) throws {
    let scratch = try Scratch()
    try scratch.write("news/a.txt", "")
    try scratch.write("hanfacts.bash", BashCompletion.script())
    let script = """
      source hanfacts.bash
      COMP_WORDS=(hanfacts \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _hanfacts; echo "${COMPREPLY[*]}"
      """
    let bash = try #require(Self.path("bash"))
    let (status, output) = try run(bash, ["--norc", "-c", script], in: scratch)
    #expect(status == 0)
    #expect(output == expected + "\n")
  }

  @Test("zsh accepts the script", .enabled(if: path("zsh") != nil))
  func zsh() throws {
    let scratch = try Scratch()
    try scratch.write("_hanfacts", ZshCompletion.script())
    let zsh = try #require(Self.path("zsh"))
    let (status, output) = try run(
      zsh, ["-f", "-c", "autoload -U compinit; compinit -u -D; source ./_hanfacts; whence -w _hanfacts"], in: scratch)
    #expect(status == 0)
    #expect(output == "_hanfacts: function\n")
  }

  @Test(
    "fish completes commands, options and values", .enabled(if: path("fish") != nil),
    arguments: [
      ("hanfacts extr", "extract"), ("hanfacts extract --form", "--format"),
      ("hanfacts extract --format js", "json jsonl"),
      ("hanfacts extract --types person,fi", "person,figure"), ("hanfacts gazetteer l", "list lookup"),
      ("hanfacts gazetteer lookup l", ""), ("hanfacts completions z", "zsh"), ("hanfacts help ru", "rules"),
    ])
  func fish(line: String, expected: String) throws {
    let scratch = try Scratch()
    try scratch.write("hanfacts.fish", FishCompletion.script())
    let fish = try #require(Self.path("fish"))
    let (_, output) = try run(
      fish, ["--no-config", "-c", "source hanfacts.fish; complete -C '\(line)' | string split -f1 \\t"], in: scratch)
    #expect(output.split(separator: "\n").joined(separator: " ") == expected)
  }

  @Test("the manual names every command and option, and groff has nothing to say about it")
  func manual() throws {
    let result = try Program.run(["help", "--man"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(".TH HANFACTS 1 "))
    for command in BashCompletion.all where command.subcommands.isEmpty {
      #expect(result.output.contains(".SS \"hanfacts \(command.name) "))
      for option in command.options {
        let name = option.name.split(separator: "-").joined(separator: "\\-")
        #expect(result.output.contains("\\-\\-\(name)"), "\(option.name)")
      }
    }
    guard let groff = Self.path("groff") else { return }
    let scratch = try Scratch()
    try scratch.write("hanfacts.1", result.output)
    let (status, output) = try run(groff, ["-man", "-Tutf8", "-k", "-ww", "-z", "hanfacts.1"], in: scratch)
    #expect(status == 0)
    #expect(output.isEmpty, "\(output)")
  }

  @Test("names of options are unique in a command, and lists are tidy", arguments: BashCompletion.all.map(\.name))
  func table(name: String) throws {
    let command = try #require(CommandTable.command(name.split(separator: " ").map(String.init)))
    let names = command.allOptions.map(\.name)
    #expect(Set(names).count == names.count)
    let letters = command.allOptions.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
    if command.subcommands.isEmpty { #expect(!command.examples.isEmpty) }
    for example in command.examples { #expect(example.line.contains("hanfacts \(command.name)")) }
  }
}
