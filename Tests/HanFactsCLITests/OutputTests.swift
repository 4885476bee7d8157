import Foundation
import Testing

@testable import HanFactsCLI

@Suite("Output: forms, files, colours, progress") struct OutputTests {
  @Test("json is one object whatever the number of documents, jsonl a record a line")
  func forms() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    try scratch.write("b.txt", "上海")
    let json = try scratch.run("extract", "a.txt", "b.txt")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "hanfacts/1")
    #expect((object["documents"] as? [[String: Any]])?.map { $0["id"] as? String } == ["a.txt", "b.txt"])
    #expect(json.output == (try scratch.run("extract", "a.txt", "b.txt", "--format=json").output))
    let lines = try scratch.run("extract", "a.txt", "b.txt", "-f", "jsonl").output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
  }

  @Test("text has a header a document and aligned columns")
  func text() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京 新华社 66家")
    let result = try scratch.run("extract", "a.txt", "-f", "text")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("a.txt  10 characters, ") == true, "\(result.output)")
    #expect(!result.output.contains("\u{1B}"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && $0.last != " " })
  }

  @Test("colours: never to a file, always where asked")
  func colors() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    #expect(try scratch.run("extract", "a.txt", "-f", "text", "--color=always").output.contains("\u{1B}["))
    #expect(try !scratch.run("extract", "a.txt", "-f", "text", "--color", "auto").output.contains("\u{1B}["))
    let forced = try scratch.run("extract", "a.txt", "-f", "text", "--color=always", environment: ["NO_COLOR": "1"])
    #expect(forced.output.contains("\u{1B}["))
  }

  @Test("a file appears whole, keeps its mode, and leaves nothing beside it")
  func atomic() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    let result = try scratch.run("extract", "a.txt", "-f", "jsonl", "-o", "out.jsonl")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(try scratch.read("out.jsonl").hasPrefix("{\"schema\""))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: scratch.url.path + "/out.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.path + "/link", withDestinationPath: scratch.url.path + "/out.jsonl")
    let before = try scratch.read("out.jsonl")
    #expect(try scratch.run("extract", "a.txt", "--output=link").status == 0)
    #expect(try scratch.read("out.jsonl") != before)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.url.path + "/out.jsonl")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try scratch.names() == ["a.txt", "link", "out.jsonl"])
  }

  @Test("a run that fails leaves the old file as it was")
  func failing() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    try scratch.write("out.json", "old")
    for words in [
      ["extract", "no/such", "-o", "out.json"], ["extract", "a.txt", "-o", "out.json", "--format", "nothing"],
      ["extract", "a.txt", "-o", "a.txt"], ["extract", "a.txt", "-o", "."], ["extract", "a.txt", "-o", "no/out.json"],
    ] {
      let result = try Program.run(words, in: scratch.url)
      #expect(result.status == 2, "\(words)")
      #expect(!result.errors.isEmpty)
    }
    #expect(try scratch.read("out.json") == "old")
    #expect(try scratch.read("a.txt") == "北京")
    #expect(try scratch.names() == ["a.txt", "out.json"])
    #expect(try scratch.run("extract", "a.txt", "-o", "/dev/null").status == 0)
  }

  @Test("what could be read is written to the file though the status is 2")
  func partial() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    let result = try scratch.run("extract", "a.txt", "no/such", "-f", "jsonl", "-o", "out.jsonl")
    #expect(result.status == 2)
    #expect(try scratch.read("out.jsonl").contains("a.txt"))
  }

  @Test("brat makes its folder, with a text, annotations and the configuration")
  func brat() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "江苏有55家企业。")
    #expect(try scratch.run("extract", "--format", "brat", "-o", "annotated", "a.txt").status == 0)
    #expect(try scratch.run("extract", "--format", "brat", "-o", "annotated", "a.txt").status == 0)
    let folder = scratch.url.appendingPathComponent("annotated").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.sorted() == ["a.ann", "a.txt", "annotation.conf"])
    let wrong = try scratch.run("extract", "--format", "brat", "-o", "gone/annotated", "a.txt")
    #expect(wrong.status == 2)
    #expect(wrong.errors == "hanfacts: gone/annotated: no such file or directory\n")
  }

  @Test("progress shows rate and time left only where asked or on a terminal")
  func progress() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "北京")
    #expect(try scratch.run("extract", "a.txt", "-o", "out.json").errors.isEmpty)
    #expect(try scratch.run("extract", "a.txt", "--progress=never", "-o", "out.json").errors.isEmpty)
    let shown = try scratch.run("extract", "a.txt", "--progress=always", "-o", "out.json")
    #expect(shown.errors.hasPrefix("1 documents, 6 B, "))
    #expect(shown.errors.contains("/s, "))
    #expect(!shown.errors.contains("\r"))
  }

  @Test(
    "sizes and times in few characters",
    arguments: [(0.0, "0 B"), (999, "999 B"), (1_500, "1.5 kB"), (12_345_678, "12.3 MB"), (250e6, "250 MB")])
  func sizes(bytes: Double, expected: String) {
    #expect(Progress.size(bytes) == expected)
  }

  @Test("times", arguments: [(0.2, "0:01"), (59.0, "0:59"), (61, "1:01"), (3_723, "1:02:03")])
  func times(seconds: Double, expected: String) {
    #expect(Progress.time(seconds) == expected)
  }
}
