import Foundation
import Testing

@testable import HanFactsCLI

@Suite("JSONL: a document a line") struct LineInputTests {
  @Test("a bad line is named with line and column, and the others are written in order")
  func badLines() throws {
    let scratch = try Scratch()
    let lines = [
      #"{"id":"一","text":"北京"}"#, #"{"id":"二","text" "上海"}"#, "", "   ", #"{"text":"重庆","id":7}"#, "[1]",
      #"{"id":"五"}"#, #"{"id":"六","text":"a\ud800b"}"#, #"{"id":"七","text":"x","referenceDate":"2020-13-01"}"#,
      #"{"text":"天津","unknown":{"a":[1,{"b":null}]}}"#,
    ]
    try scratch.write("feed.jsonl", "\u{FEFF}" + lines.joined(separator: "\r\n"))
    let result = try scratch.run("extract", "feed.jsonl", "-f", "jsonl")
    #expect(result.status == 2)
    #expect(result.ids == ["一", "7", "feed.jsonl:10"])
    let messages = result.errors.split(separator: "\n")
    #expect(messages.count == 5)
    #expect(messages[0] == "hanfacts: feed.jsonl:2:18: ':' should stand behind a key")
    #expect(messages[1] == "hanfacts: feed.jsonl:6:1: a line should be an object {\"text\": …}")
    #expect(messages[2] == "hanfacts: feed.jsonl:7:1: the object has no \"text\"")
    #expect(messages[3].hasPrefix("hanfacts: feed.jsonl:8: an escape \\uXXXX that is half of a character"))
    #expect(messages[4].hasPrefix("hanfacts: feed.jsonl:9: \"referenceDate\": '2020-13-01' is no reference date"))
    let lossy = try scratch.run("extract", "feed.jsonl", "-f", "jsonl", "--lossy")
    #expect(lossy.ids.contains("六"))
  }

  @Test("invalid UTF-8 in a line is named with its byte in the file")
  func invalid() throws {
    let scratch = try Scratch()
    let data = Data("{\"text\":\"北\"}\n{\"text\":\"".utf8) + Data([0xFF]) + Data("\"}\n{\"text\":\"京\"}\n".utf8)
    try scratch.write("feed.jsonl", data)
    let result = try scratch.run("extract", "feed.jsonl", "-f", "jsonl")
    #expect(result.status == 2)
    #expect(result.ids == ["feed.jsonl:1", "feed.jsonl:3"])
    #expect(result.errors.hasPrefix("hanfacts: feed.jsonl:2: invalid UTF-8 at byte 24;"))
    #expect(try scratch.run("extract", "feed.jsonl", "-f", "jsonl", "--lossy").ids.count == 3)
  }

  @Test("another document with the name of one is left out and named; the same line again is the same document")
  func doubles() throws {
    let scratch = try Scratch()
    try scratch.write(
      "feed.jsonl",
      """
      {"id":"a","text":"北京"}
      {"id":"b","text":"上海"}
      {"id":"a","text":"重庆"}
      {"id":"b","text":"上海"}
      {"id":"c","text":"天津"}
      """)
    for format in ["jsonl", "json"] {
      let result = try scratch.run("extract", "feed.jsonl", "-f", format)
      #expect(result.status == 2)
      #expect(result.errors == "hanfacts: feed.jsonl:3: another document has the id 'a'; this one is left out\n")
      #expect(result.ids == ["a", "b", "b", "c"])
    }
  }

  @Test("the output has the same bytes in input order at any number of jobs")
  func order() throws {
    let scratch = try Scratch()
    var feed = ""
    for index in 0..<200 {
      let text = String(repeating: "新华社北京9月\(index % 28 + 1)日电。", count: index % 37 == 0 ? 60 : index % 3)
      feed += index % 20 == 7 ? "{\"id\":\n" : "{\"id\":\(index),\"text\":\"\(text)\"}\n"
    }
    try scratch.write("feed.jsonl", feed)
    for index in 0..<12 { try scratch.write("pages/\(index).txt", "新华社上海\(index + 1)月1日电") }
    for format in ["jsonl", "json", "text"] {
      let one = try scratch.run("extract", "feed.jsonl", "pages", "-f", format, "--jobs", "1")
      #expect(one.status == 2)
      #expect(one.errors.split(separator: "\n").count == 10)
      for jobs in ["2", "7"] {
        let many = try scratch.run("extract", "feed.jsonl", "pages", "-f", format, "-j", jobs)
        #expect(many.output == one.output)
        #expect(many.errors == one.errors)
      }
      if format == "jsonl" { #expect(one.ids.count == 202) }
    }
  }

  @Test("a line of a slow pipe is answered before the next is written")
  func slowPipe() throws {
    let process = Program.process(["extract", "--input", "jsonl", "--format", "jsonl", "-"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for id in ["一", "二", "三"] {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\"\(id)\",\"text\":\"北京\"}\n".utf8))
      var answer = Data()
      while answer.last != 0x0A {
        let more = output.fileHandleForReading.availableData
        if more.isEmpty { break }
        answer += more
      }
      #expect(String(decoding: answer, as: UTF8.self).contains("\"id\":\"\(id)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("the reference date of a line is used and named")
  func referenceDate() throws {
    let scratch = try Scratch()
    let result = try scratch.run(
      "extract", "--input", "jsonl", "-f", "jsonl", "--reference-date", "2019-01-01",
      input: "{\"text\":\"15日\",\"referenceDate\":\"2020-09-15\"}\n{\"text\":\"15日\"}\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines[0].contains("\"referenceDate\":{\"value\":\"2020-09-15\",\"from\":\"document\"}"))
    #expect(lines[1].contains("\"referenceDate\":{\"value\":\"2019-01-01\",\"from\":\"option\"}"))
  }

  @Test("names of documents are remembered, in a table that grows")
  func names() {
    var names = DocumentNames()
    func adds(_ id: Int, _ text: String) -> Bool {
      names.add(Array(text.utf8).withUnsafeBufferPointer { DocumentFingerprint(id: "\(id)", text: $0) })
    }
    let fresh = (0..<20_000).filter { adds($0, "text \($0)") }
    #expect(fresh.count == 20_000)
    let again = (0..<20_000).filter { adds($0, "text \($0)") }
    #expect(again.count == 20_000)
    let others = (0..<20_000).filter { adds($0, "other \($0)") }
    #expect(others.isEmpty)
  }
}
