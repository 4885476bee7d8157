import Testing

/// What is read and what is refused: encodings, line ends, limits, faulty documents among good ones.
@Suite struct InputTests {
  @Test func faultyFilesAreNamedAndTheOthersWritten() throws {
    let folder = try Workspace()
    try folder.write("in/a.txt", "中国")
    try folder.write("in/bad.txt", Array("日本".utf8) + [0xFF])
    try folder.write("in/binary.txt", [0x41, 0x00, 0x42])
    try folder.write("in/z.txt", "法国")
    let result = try Program.run(["extract", "-f", "jsonl", "in", "missing.txt"], in: folder)
    #expect(result.status == 2)
    #expect(try result.objects().map { $0["id"] as? String } == ["in/a.txt", "in/z.txt"])
    #expect(result.errors.contains("in/bad.txt: invalid UTF-8 at byte 6"))
    #expect(result.errors.contains("in/binary.txt: binary data (a NUL byte at byte 1)"))
    #expect(result.errors.contains("missing.txt: no such file or directory"))
  }

  @Test func lossyReplacesWhatIsInvalid() throws {
    let folder = try Workspace()
    try folder.write("bad.txt", Array("中国".utf8) + [0xFF] + Array("日本".utf8))
    let result = try Program.run(["extract", "-f", "jsonl", "--lossy", "bad.txt"], in: folder)
    #expect(result.status == 0)
    let length = try #require(try result.objects().first?["length"] as? [String: Int])
    // Offsets index the text with U+FFFD in it.
    #expect(length == ["utf8": 15, "scalars": 5])
  }

  @Test(arguments: [
    ("gb18030", [0xD6, 0xD0, 0xB9, 0xFA] as [UInt8]), ("utf-16", [0xFF, 0xFE, 0x2D, 0x4E, 0xFD, 0x56]),
    ("utf-16", [0xFE, 0xFF, 0x4E, 0x2D, 0x56, 0xFD]), ("utf-8", Array("中国".utf8)),
    ("utf-8", [0xEF, 0xBB, 0xBF] + Array("中国".utf8)),
  ])
  func encodings(_ name: String, _ bytes: [UInt8]) throws {
    let result = try Program.run(["extract", "-f", "jsonl", "--encoding", name], input: bytes)
    #expect(result.status == 0)
    let entities = try #require(try result.objects().first?["entities"] as? [[String: Any]])
    #expect(entities.map { $0["text"] as? String } == ["中国"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ["第一段在中国。", "", "第二段在法国。", ""].joined(separator: end)
    let result = try Program.run(["extract", "-f", "jsonl", "--types", "place"], input: Array(text.utf8))
    let entities = try #require(try result.objects().first?["entities"] as? [[String: Any]])
    let lines = entities.map { ($0["range"] as? [String: Any])?["line"] as? Int }
    #expect(lines == [1, 3])
  }

  @Test func anEmptyFileIsADocument() throws {
    let result = try Program.run(["extract", "-f", "jsonl"])
    #expect(result.status == 0)
    #expect(try result.objects().count == 1)
  }

  @Test func foldersAreReadInByteOrder() throws {
    let folder = try Workspace()
    for name in ["in/b.txt", "in/a/z.txt", "in/a.txt", "in/B.txt", "in/skip.md"] { try folder.write(name, "中国") }
    let ids = try Program.run(["extract", "-f", "jsonl", "in/"], in: folder).objects().map { $0["id"] as? String }
    #expect(ids == ["in/B.txt", "in/a.txt", "in/a/z.txt", "in/b.txt"])
    let none = try Program.run(["extract", "in/skip.md/.."], in: folder)
    #expect(none.status == 2)
  }

  @Test func oneFileGivenTwice() throws {
    let folder = try Workspace()
    try folder.write("a.txt", "中国")
    let result = try Program.run(["extract", "a.txt", "a.txt"], in: folder)
    #expect(result.status == 2 && result.errors.contains("two documents with the id 'a.txt'"))
  }

  @Test func linesOfJSON() throws {
    let folder = try Workspace()
    try folder.write(
      "feed.jsonl",
      """
      {"id": "x", "text": "今年在中国", "referenceDate": "2020-09-15"}
      {"id": "x", "text": "美国"}
      {"id": "y" "text": "法国"}

      {"text": "日本", "extra": [1, {"a": null}]}
      {"id": "z", "text": "德国", "referenceDate": "soon"}
      {"id": "w"}

      """)
    let result = try Program.run(["extract", "-f", "jsonl", "feed.jsonl"], in: folder)
    #expect(result.status == 2)
    let objects = try result.objects()
    #expect(objects.map { $0["id"] as? String } == ["x", "feed.jsonl:5"])
    let reference = objects[0]["referenceDate"] as? [String: String]
    #expect(reference == ["value": "2020-09-15", "from": "document"])
    #expect(result.errors.contains("feed.jsonl:2: another document has the id 'x'"))
    #expect(result.errors.contains("feed.jsonl:3:12: "))
    #expect(result.errors.contains("feed.jsonl:6: \"referenceDate\""))
    #expect(result.errors.contains("feed.jsonl:7"))
  }

  @Test func theSameBytesAtAnyNumberOfJobs() throws {
    let one = try Program.run(["extract", "seeds", "-f", "jsonl", "--jobs", "1"])
    #expect(one.status == 0)
    #expect(try one.objects().count == 5)
    #expect(try Program.run(["extract", "seeds", "-f", "jsonl", "--jobs", "3"]).output == one.output)
  }

  @Test func oneObjectWhateverTheNumberOfDocuments() throws {
    let result = try Program.run(["extract", "-f", "json"], input: Array("中国".utf8))
    let object = try #require(try result.json() as? [String: Any])
    #expect(object["schema"] as? String == "hanfacts/1")
    #expect((object["documents"] as? [Any])?.count == 1)
  }
}
