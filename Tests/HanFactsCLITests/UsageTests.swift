import Testing

/// The words of the command line: order, forms, mistakes and what helps against them.
@Suite struct UsageTests {
  private static let commands = [
    "extract", "diff", "check", "explain", "evaluate", "gazetteer", "gazetteer lookup", "gazetteer validate",
    "gazetteer list", "rules", "rules validate", "rules test", "schema", "completions", "help",
  ]

  @Test(arguments: commands)
  func everyCommandHasHelp(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let help = try Program.run(words + ["--help"])
    #expect(help.status == 0 && help.errors.isEmpty)
    for part in ["usage: hanfacts \(command)", "options:", "examples:", "exit status:", "-h, --help"] {
      #expect(help.output.contains(part), "\(part)")
    }
    #expect(try Program.run(words + ["-h"]).output == help.output)
    #expect(try Program.run(["help"] + words).output == help.output)
  }

  @Test func withoutACommand() throws {
    let empty = try Program.run([])
    #expect(empty.status == 2 && empty.output.isEmpty && empty.errors.contains("usage: hanfacts"))
    #expect(try Program.run(["--help"]).output.contains("usage: hanfacts"))
  }

  @Test func version() throws {
    let lines = try Program.run(["--version"]).output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("hanfacts "))
    #expect(lines[1] == "schema hanfacts/1")
    #expect(lines[2].wholeMatch(of: /tables [0-9a-f]{16}/) != nil)
    #expect(try Program.run(["-V"]).output == lines.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    (["extrct"], "unknown command 'extrct'; did you mean 'extract'?"),
    (["extract", "--fromat", "json"], "unknown option '--fromat'; did you mean '--format'?"),
    (["extract", "--format=jsno"], "'jsno' is no value of '--format'; did you mean 'json'?"),
    (["extract", "--types", "persn", "-"], "unknown type 'persn'; did you mean 'person'?"),
    (["gazetteer", "lokup"], "unknown command 'gazetteer lokup'; did you mean 'lookup'?"),
    (["extract", "--jobs", "0"], "'0' is no value of '--jobs'"),
    (["extract", "--quiet=yes"], "'--quiet'"),
    (["extract", "--format"], "'--format'"),
    (["extract", "--reference-date", "2020-13-01", "-"], "--reference-date"),
    (["help", "extrct"], "did you mean 'extract'?"),
  ])
  func mistakesAreNamed(_ words: [String], _ message: String) throws {
    let result = try Program.run(words)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("hanfacts: ") && result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains("Try 'hanfacts help"))
  }

  @Test func optionsAndOperandsInAnyOrderAndForm() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    let expected = try Program.run(["extract", "a.txt", "--format", "jsonl", "--types", "place"], in: folder)
    #expect(expected.status == 0 && !expected.output.isEmpty)
    for words in [
      ["--format=jsonl", "a.txt", "--types=place"], ["-f", "jsonl", "--types", "place", "a.txt"],
      ["-fjsonl", "--types", "place", "--", "a.txt"],
    ] {
      #expect(try Program.run(["extract"] + words, in: folder).output == expected.output, "\(words)")
    }
  }

  @Test func doubleDashEndsOptions() throws {
    let folder = try Workspace()
    try folder.write("--format", "中国")
    let result = try Program.run(["extract", "-f", "jsonl", "--", "--format"], in: folder)
    #expect(result.status == 0)
    #expect(try result.objects().map { $0["id"] as? String } == ["--format"])
  }

  @Test func dashIsStandardInputAndOutput() throws {
    let result = try Program.run(["extract", "-", "-o", "-", "-f", "jsonl"], input: Array("中国".utf8))
    #expect(try result.objects().map { $0["id"] as? String } == ["-"])
    let implied = try Program.run(["extract", "-f", "jsonl"], input: Array("中国".utf8))
    #expect(implied.output == result.output)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowEveryCommandAndOption(_ shell: String) throws {
    let script = try Program.run(["completions", shell])
    #expect(script.status == 0)
    for word in ["extract", "gazetteer", "lookup", "reference-date", "only-gazetteer", "accept-only", "jsonl"] {
      #expect(script.output.contains(word), "\(word)")
    }
  }

  @Test func completionsInBash() throws {
    let folder = try Workspace()
    let result = try Program.shell(
      """
      source <("$H" completions bash)
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _hanfacts; echo "${COMPREPLY[*]}"; }
      try hanfacts ext
      try hanfacts gazetteer ''
      try hanfacts extract --format js
      try hanfacts extract --types person,pl
      try hanfacts completions z
      """, in: folder)
    #expect(result.output == "extract\nlookup validate list\njson jsonl\nperson,place\nzsh\n")
  }

  @Test func manualPage() throws {
    let page = try Program.run(["help", "--man"]).output
    #expect(page.hasPrefix(".TH HANFACTS 1"))
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT"] {
      #expect(page.contains(".SH \(section)\n"))
    }
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }
}
