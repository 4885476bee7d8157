import Foundation
import Testing

/// Files that appear whole or not at all, pipes that close, interrupts, terminals.
@Suite struct OutputTests {
  @Test func aFileIsReplacedWhole() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    try folder.write("out.jsonl", "old")
    let result = try Program.run(["extract", "a.txt", "-f", "jsonl", "-o", "out.jsonl"], in: folder)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(try folder.read("out.jsonl").hasPrefix("{\"schema\":\"hanfacts/1\""))
    #expect(try folder.names() == ["a.txt", "out.jsonl"])
  }

  @Test func nothingIsLeftWhereTheWorkFails() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    try folder.write("out.jsonl", "old")
    let result = try Program.run(["extract", "a.txt", "-o", "out.jsonl", "--gazetteer", "missing"], in: folder)
    #expect(result.status == 2)
    #expect(try folder.read("out.jsonl") == "old")
    #expect(try Program.run(["extract", "a.txt", "-o", "no/such/folder.json"], in: folder).status == 2)
    #expect(try folder.names() == ["a.txt", "out.jsonl"])
  }

  @Test func aReaderThatGoesAwayIsQuiet() throws {
    let folder = try Workspace()
    try folder.write("a.txt", String(repeating: "习近平在中国北京会见美国代表。\n\n", count: 4_000))
    let result = try Program.shell(
      "\"$H\" extract a.txt -f jsonl | head -c 20; s=${PIPESTATUS[0]}; echo; echo $s", in: folder)
    #expect(result.errors.isEmpty)
    #expect(result.output == "{\"schema\":\"hanfacts/\n141\n")
  }

  @Test func anInterruptEndsWith130AndLeavesNoFile() throws {
    let folder = try Workspace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["extract", "--input", "jsonl", "-f", "jsonl", "-o", "out.jsonl", "-"]
    process.currentDirectoryURL = folder.url
    let input = Pipe()
    process.standardInput = input
    try process.run()
    // The unfinished file shows that the program is at work.
    while try folder.names().isEmpty, process.isRunning { sched_yield() }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(try folder.names().isEmpty)
    try? input.fileHandleForWriting.close()
  }

  @Test func colorsOnATerminalOnly() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    let words = ["extract", "a.txt"]
    let shown = try Terminal.run(words, streams: .output, in: folder)
    #expect(shown.status == 0 && shown.screen.contains("\u{1B}[") && shown.screen.contains("中国"))
    #expect(!(try Program.run(words + ["-f", "text"], in: folder).output.contains("\u{1B}")))
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      #expect(
        !(try Terminal.run(words, streams: .output, in: folder, environment: [name: value]).screen.contains("\u{1B}[")))
    }
    #expect(!(try Terminal.run(words + ["--color=never"], streams: .output, in: folder).screen.contains("\u{1B}[")))
    #expect(try Program.run(words + ["-f", "text", "--color=always"], in: folder).output.contains("\u{1B}["))
  }

  @Test func progressWithRateOnStandardErrorOfATerminalOnly() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    let words = ["extract", "a.txt", "-f", "jsonl"]
    #expect(try Program.run(words, in: folder).errors.isEmpty)
    #expect(try Terminal.run(words, streams: .errors, in: folder).screen.contains("B/s"))
    #expect(try Terminal.run(words + ["--progress=never"], streams: .errors, in: folder).screen.isEmpty)
    #expect(try Terminal.run(words + ["--quiet"], streams: .errors, in: folder).screen.isEmpty)
    #expect(try Program.run(words + ["--progress=always"], in: folder).errors.contains("B/s"))
  }

  @Test func aTerminalAsInputShowsHelp() throws {
    let folder = try Workspace()
    for command in [["extract"], ["explain"], ["gazetteer", "lookup"]] {
      let shown = try Terminal.run(command, streams: [.input, .errors], in: folder)
      #expect(shown.status == 2 && shown.screen.contains("usage: hanfacts \(command[0])"), "\(command)")
    }
  }

  @Test func jsonIsLaidOutOnATerminal() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    let shown = try Terminal.run(["extract", "a.txt", "-f", "json"], streams: .output, in: folder)
    #expect(shown.screen.contains("  \"documents\": [\r\n"))
  }
}
