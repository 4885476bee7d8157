import HanFacts
import Testing

@testable import HanFactsDiff

/// `diff` over texts, folders, extractions and revisions.
@Suite struct DiffCommandTests {
  @Test func twoTexts() throws {
    let bench = try Workbench()
    try bench.write("old.txt", PageTests.page)
    try bench.write("new.txt", CheckTests.changedPage)
    let outcome = bench.diff(["old.txt", "new.txt"])
    #expect(outcome.status == 1)
    #expect(outcome.result.documents.count == 1)
    #expect(outcome.text.contains("/new.txt:2:12: changed figure.value"))
    #expect(outcome.text.contains("/old.txt:4:1: removed organization: 新华社"))
    #expect(bench.diff(["old.txt", "old.txt"]).status == 0)
    #expect(bench.diff(["old.txt", "old.txt"]).report.isEmpty)
  }

  @Test func twoFolders() throws {
    let bench = try Workbench()
    try bench.write("old/a.txt", PageTests.page)
    try bench.write("old/sub/gone.txt", [PageTests.fair])
    try bench.write("new/a.txt", CheckTests.changedPage)
    try bench.write("new/sub/here.txt", [PageTests.fair])
    let outcome = bench.diff(["old", "new/"])
    #expect(outcome.status == 1)
    #expect(outcome.result.documents.map(\.presence) == [.both, .added, .removed])
    #expect(outcome.result.documents[0].changes.count == 5)
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func extractions(_ name: String) throws {
    let bench = try Workbench()
    for (folder, page) in [("old", PageTests.page), ("new", CheckTests.changedPage)] {
      let documents = [MarkedPage(page, id: "\(folder)/a.txt"), MarkedPage([PageTests.fair], id: "\(folder)/b.txt")]
      let records = documents.map { $0.document.json() }
      let text =
        name.hasSuffix("l")
        ? records.map { $0 + "\n" }.joined()
        : "{\"schema\": \"hanfacts/1\", \"documents\": [\(records.joined(separator: ",\n"))]}"
      try bench.write("\(folder)/\(name)", text)
    }
    let outcome = bench.diff(["old/\(name)", "new/\(name)"])
    #expect(outcome.status == 1)
    #expect(outcome.result.documents.map(\.id) == ["new/a.txt", "new/b.txt"])
    #expect(
      outcome.titles == [
        "changed figure.value", "removed organization", "removed person", "removed place", "removed figure",
      ])
  }

  /// A record read back from its JSON is the record.
  @Test func jsonIsTheDocument() throws {
    let page = MarkedPage(PageTests.page)
    var read: [DiffDocument] = []
    try ExtractionReader(file: "x", keepsEvidence: true).read(Array(page.document.json().utf8)) { read.append($0) }
    let document = DiffDocument(page.document, keepsEvidence: true)
    try #require(read.count == 1)
    #expect(read[0].count == document.count)
    for index in 0..<document.count {
      #expect(read[0].line(index) == document.line(index))
      #expect(read[0].place(index) == document.place(index))
      #expect(read[0].evidence[index] == document.evidence[index])
    }
  }

  @Test(arguments: [
    ("x.json", "", "not an extraction"), ("x.json", "[1, 2]", "not an extraction"),
    ("x.json", "{\"schema\": \"hanfacts/9\", \"documents\": []}", "hanfacts/9"),
    ("x.json", "{\"schema\": \"hanfacts/1\",\n\"documents\": [{\"id\": ", "x.json:2: "),
    ("x.json", "{\"schema\": \"hanfacts/1\", \"id\": \"a\", \"entities\": [{\"type\": \"place\"}]}", "needs a range"),
  ])
  func refused(_ name: String, _ text: String, _ message: String) throws {
    let bench = try Workbench()
    try bench.write(name, text)
    let outcome = bench.diff([name, name])
    #expect(outcome.status == 2)
    #expect(outcome.message?.contains(message) == true, "\(outcome.message ?? "")")
  }

  @Test func missingOperand() throws {
    let bench = try Workbench()
    #expect(bench.diff(["none.txt", "none.txt"]).status == 2)
    #expect(bench.diff(["none.txt"]).status == 2)
  }

  @Test func revision() throws {
    let bench = try Workbench()
    try bench.write("texts/a.txt", PageTests.page)
    try bench.write("texts/空 格.txt", [PageTests.fair])
    try bench.write("texts/note.md", "no text")
    try bench.git("init", "-q")
    try bench.git("add", ".")
    try bench.git("commit", "-q", "-m", "texts")
    #expect(bench.diff(["texts"], git: "HEAD").status == 0)

    try bench.write("texts/a.txt", CheckTests.changedPage)
    bench.remove("texts/空 格.txt")
    try bench.write("texts/new.txt", [PageTests.agency])
    let outcome = bench.diff(["texts"], git: "HEAD")
    #expect(outcome.status == 1)
    #expect(outcome.result.documents.map { $0.id.split(separator: "/").last } == ["a.txt", "new.txt", "空 格.txt"])
    #expect(outcome.result.documents.map(\.presence) == [.both, .added, .removed])
    #expect(outcome.text.contains("/texts/a.txt:2:12: changed figure.value: 55 → 56"))

    let single = bench.diff(["texts/a.txt"], git: "HEAD")
    #expect(single.result.documents.map(\.id) == [bench.path("texts/a.txt")])
    #expect(single.titles.first == "changed figure.value")

    let gone = bench.diff(["texts/空 格.txt"], git: "HEAD")
    #expect(gone.result.documents.map(\.presence) == [.removed])
    _ = try bench.run(["rm", "-r", bench.path("texts")])
    #expect(bench.diff(["texts"], git: "HEAD").result.documents.map(\.presence) == [.removed, .removed])
  }

  @Test(arguments: ["no-such-revision", "--upload-pack=x", "", "HEAD:texts/a.txt"])
  func unknownRevision(_ revision: String) throws {
    let bench = try Workbench()
    try bench.write("texts/a.txt", PageTests.page)
    try bench.git("init", "-q")
    try bench.git("add", ".")
    try bench.git("commit", "-q", "-m", "texts")
    let outcome = bench.diff(["texts"], git: revision)
    #expect(outcome.status == 2)
    #expect(outcome.message?.isEmpty == false)
  }

  @Test func noRepository() throws {
    let bench = try Workbench()
    try bench.write("texts/a.txt", PageTests.page)
    #expect(bench.diff(["texts"], git: "HEAD").status == 2)
  }
}
