import Foundation
import Testing

@testable import HanFactsCLI

@Suite("Usage: what is right is understood, what is wrong is named") struct UsageTests {
  @Test(
    "wrong words name the token and the nearest right one",
    arguments: [
      (["exract"], "unknown command 'exract'; did you mean 'extract'?"),
      (["extract", "--formt", "json"], "unknown option '--formt'; did you mean '--format'?"),
      (
        ["extract", "--refrence-date=2020-09-15"], "unknown option '--refrence-date'; did you mean '--reference-date'?"
      ),
      (["extract", "--format", "jsno"], "'jsno' is no value of '--format'; did you mean 'json'?"),
      (["extract", "--format"], "option '--format' needs a value, FORMAT"),
      (["extract", "--format", "--nested"], "option '--format' needs a value, FORMAT, before '--nested'"),
      (["extract", "--nested=yes"], "option '--nested' takes no value"),
      (["extract", "-x"], "unknown option '-x'"),
      (["extract", "-nested"], "unknown option '-n'; did you mean '--nested'?"),
      (["extract", "--jobs", "0"], "'0' is no value of '--jobs'; expected a whole number from 1 to 1024"),
      (["extract", "--jobs=two"], "'two' is no value of '--jobs'"),
      (["extract", "--types", "person,,date"], "'person,,date' is no value of '--types'"),
      (["extract", "--types", "persn", "a.txt"], "--types: unknown type 'persn'; did you mean 'person'?"),
      (["extract", "--reference-date", "2020-02-30", "a.txt"], "--reference-date: '2020-02-30' is no reference date"),
      (["extract", "--baseline", "x"], "unknown option '--baseline'; it is an option of check"),
      (["gazetteer", "lokup"], "unknown command 'gazetteer lokup'; did you mean 'lookup'?"),
      (["diff", "a", "b", "c"], "'c' is one operand too many"),
      (["evaluate", "a"], "too few operands; expected GOLD PREDICTED"),
      (["completions"], "no operand; expected bash|zsh|fish"),
      (["completions", "zhs"], "no completions for 'zhs'; did you mean 'zsh'?"),
      (["--formt"], "unknown option '--formt'"),
      (["--nested"], "no command"),
    ])
  func wrong(words: [String], message: String) throws {
    let result = try Program.run(words)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("hanfacts: \(message)"), "\(result.errors)")
    #expect(result.errors.contains("Try 'hanfacts help"))
  }

  @Test("a file in the place of a command is pointed to extract")
  func fileAsCommand() throws {
    let scratch = try Scratch()
    try scratch.write("page.txt", "北京")
    let result = try scratch.run("page.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("to extract the file: hanfacts extract page.txt"))
  }

  @Test(
    "options and operands stand in any order",
    arguments: [
      ["extract", "a.txt", "--format", "jsonl", "b.txt"], ["extract", "--format=jsonl", "a.txt", "b.txt"],
      ["--format", "jsonl", "extract", "a.txt", "b.txt"], ["extract", "a.txt", "b.txt", "-fjsonl"],
      ["extract", "-qf", "jsonl", "a.txt", "b.txt"],
      ["extract", "--format", "json", "--format", "jsonl", "a.txt", "b.txt"],
      ["extract", "--format=jsonl", "--", "a.txt", "b.txt"], ["--quiet", "extract", "-f=jsonl", "a.txt", "b.txt"],
    ])
  func order(words: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    try scratch.write("b.txt", "上海")
    let result = try Program.run(words, in: scratch.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.ids == ["a.txt", "b.txt"])
    #expect(result.output.split(separator: "\n").count == 2)
  }

  @Test("behind -- everything is an operand")
  func operandsOnly() throws {
    let scratch = try Scratch()
    try scratch.write("--format", "北京")
    let result = try scratch.run("extract", "-f", "jsonl", "--", "--format")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.ids == ["--format"])
  }

  @Test(
    "every command has help with usage, options, examples and exit statuses", arguments: BashCompletion.all.map(\.name))
  func help(name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    let result = try Program.run(words + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    for part in ["usage: hanfacts \(name)", "options:", "-h, --help", "examples:", "exit status:"] {
      #expect(result.output.contains(part), "\(part)")
    }
    #expect(try Program.run(["help"] + words).output == result.output)
    #expect(try Program.run(words + ["-h", "--unlikely-operand-is-not-reached"]).status == 2)
    for line in result.output.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 100, "\(line)") }
  }

  @Test("the program without words shows its help as an error, with --help as an answer")
  func overview() throws {
    let bare = try Program.run([])
    #expect(bare.status == 2)
    #expect(bare.output.isEmpty)
    let asked = try Program.run(["--help"])
    #expect(asked.status == 0)
    #expect(asked.output == bare.errors)
    for command in CommandTable.commands { #expect(asked.output.contains("\n  \(command.name) ")) }
    #expect(try Program.run(["help"]).output == asked.output)
    let group = try Program.run(["gazetteer"])
    #expect(group.status == 2)
    #expect(group.errors.contains("usage: hanfacts gazetteer COMMAND"))
  }

  @Test("--version names program and schema")
  func version() throws {
    let result = try Program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("hanfacts \(ProgramVersion.number)\nschema hanfacts/1\n"))
  }

  @Test(
    "the place of explain",
    arguments: [
      ("a.txt", "a.txt", nil, nil), ("a.txt:3", "a.txt", 3, nil), ("a.txt:3:14", "a.txt", 3, 14),
      ("b:7", "b:7", nil, nil), ("b:7:2", "b:7", 2, nil), ("a.txt:0", "a.txt:0", nil, nil), ("c:x", "c:x", nil, nil),
    ])
  func place(text: String, path: String, line: Int?, column: Int?) {
    let place = TextPlace(text) { ["a.txt", "b:7"].contains($0) }
    #expect(place.path == path)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test(
    "edits between words",
    arguments: [("", "", 0), ("a", "", 1), ("format", "formt", 1), ("fromat", "format", 1), ("diff", "check", 5)])
  func distance(left: String, right: String, expected: Int) {
    #expect(Suggestion.distance(left, right) == expected)
  }

  @Test(
    "columns of a terminal",
    arguments: [("abc", 3), ("新华社", 6), ("（。", 4), ("“·”", 3), ("e\u{301}", 1), ("😀", 2), ("ｱ", 1)])
  func width(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
    #expect(DisplayWidth.of(DisplayWidth.padded(text, 12)) == 12)
    #expect(DisplayWidth.of(DisplayWidth.cut(text + text + text, 5)) <= 5)
  }
}
