import HanFacts
import Testing

@testable import HanFactsDiff

/// The baseline as a file: what it holds, what it refuses.
@Suite struct BaselineTests {
  static let header = BaselineHeader(
    program: "1.0.0", gazetteers: "5f1d2a",
    options: [.init(name: "layout", value: "auto"), .init(name: "facts", value: "true")])

  static var baseline: Baseline {
    Baseline(
      header: header,
      documents: [
        MarkedPage(PageTests.page, id: "texts/b.txt").records, MarkedPage([PageTests.fair], id: "texts/a.txt").records,
        MarkedPage([], id: "texts/空\t.txt").records,
      ])
  }

  static var lines: [String] {
    String(decoding: baseline.write(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test func form() {
    let shown = Self.lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }.joined(separator: " ")
    }
    #expect(
      Array(shown.prefix(16)) == [
        "hanfacts-baseline 1", "schema hanfacts/1", "program 1.0.0", "gazetteers 5f1d2a", "option facts=true",
        "option layout=auto", "", "== texts/a.txt", "organization 新华社 kind=media", "person 姜微",
        "place 重庆 code=500000 parents=CN", "figure 3场 kind=count value=3 unit=场", "", "== texts/b.txt",
        "organization 新华社 kind=media", "place 南京 code=320100 parents=CN",
      ])
    #expect(shown.contains("*measurement subject=江苏产研院 predicate=培育建设 of=专业研究所 figure=55 家"))
    #expect(shown.suffix(5) == ["", #"== texts/空\t.txt"#, "", "end", ""])
  }

  @Test func roundTrip() throws {
    let bytes = Self.baseline.write()
    let read = try Baseline(reading: bytes, file: "b")
    #expect(read.header == Self.header)
    #expect(read.documentIDs == ["texts/a.txt", "texts/b.txt", "texts/空\t.txt"])
    #expect(read.write() == bytes)
    let carriageReturns = Array(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
    #expect(try Baseline(reading: carriageReturns, file: "b").write() == bytes)
  }

  /// Text inserted above changes none of the lines below.
  @Test func linesHaveNoOffsets() {
    let inserted = Baseline(
      header: Self.header,
      documents: [MarkedPage([PageTests.fair] + PageTests.page, width: 13, id: "texts/b.txt").records])
    let lines = String(decoding: inserted.write(), as: UTF8.self).split(separator: "\n").map(String.init)
    for line in Self.lines where !line.isEmpty && !line.hasPrefix("== texts/a") && !line.hasPrefix("== texts/空") {
      #expect(lines.contains(line))
    }
  }

  static let refused: [(name: String, lines: [String], message: String)] = [
    ("empty", [], "is empty"),
    ("foreign", ["新华社北京9月15日电", ""], "b:1: this is not a baseline"),
    ("newer format", ["hanfacts-baseline 2", "end", ""], "b:1: baseline format 2 is newer"),
    ("older format", ["hanfacts-baseline 0", "end", ""], "b:1: there is no baseline format 0"),
    ("cut off between lines", Array(lines[..<10]), "b:10: the baseline is cut off"),
    ("cut off within a line", Array(lines[..<10]) + ["person\t姜"], "b:11: the line has no check"),
    ("no end", Array(lines.dropLast(2)), "the baseline is cut off"),
    ("behind the end", lines.dropLast() + ["person\t姜微\t#0000"], "nothing may follow"),
    ("edited", lines.map { $0.replacing("value=3\t", with: "value=4\t") }, "b:12: the line does not fit its check"),
    ("conflict", lines.flatMap { $0.hasPrefix("person\t姜微") ? ["<<<<<<< HEAD", $0] : [$0] }, "b:10: a merge conflict"),
    ("twice", lines.dropLast(2) + [lines[7], "end", ""], "stands twice, first in line 8"),
    ("no head", ["hanfacts-baseline 1", "end", ""], "has no 'schema' line"),
    ("record in the head", [lines[0], lines[8], "end", ""], "b:2: a record stands before the first document"),
  ]

  @Test(arguments: refused)
  func refuses(_ name: String, _ lines: [String], _ message: String) {
    do {
      _ = try Baseline(reading: Array(lines.joined(separator: "\n").utf8), file: "b")
      Issue.record("\(name) was read")
    } catch {
      #expect(error.description.contains(message))
    }
  }

  /// One flipped bit anywhere is found, or changes a line end that counts for nothing.
  @Test func everyFlippedBitIsFound() throws {
    let bytes = Baseline(header: Self.header, documents: [MarkedPage([PageTests.fair]).records]).write()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        if let read = try? Baseline(reading: damaged, file: "b") {
          #expect(read.write() == bytes, "byte \(index), bit \(bit)")
        }
      }
    }
  }

  /// Whatever stands in the file, reading it ends, and what is read can be written and read again.
  @Test func fuzz() throws {
    var random = Seeded(5)
    let pieces =
      Self.lines + ["\\x4", "\\", "person\ta=b=c", "*", "== ", "a\tb\tc", "\u{0}", "end", "<<<<<<<", "option\tx"]
    for round in 0..<4_000 {
      var lines = ["hanfacts-baseline 1"]
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        var line = Array((pieces.randomElement(using: &random) ?? "").utf8)
        if Bool.random(using: &random), let index = line.indices.randomElement(using: &random) {
          line[index] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) {
          var checked: [UInt8] = []
          LineCheck.append(for: line, to: &checked)
          line += checked.dropLast()
        }
        lines.append(String(decoding: line, as: UTF8.self))
      }
      if round % 2 == 0 { lines.append("end") }
      guard let read = try? Baseline(reading: Array(lines.joined(separator: "\n").utf8), file: "b") else { continue }
      let again = try Baseline(reading: read.write(), file: "b")
      #expect(again.write() == read.write())
    }
  }

  @Test func randomBytes() {
    var random = Seeded(6)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? Baseline(reading: bytes, file: "b")
      _ = try? Baseline(reading: Array("hanfacts-baseline 1\n".utf8) + bytes, file: "b")
    }
  }

  /// A line says all that a record is: read back it is the same line.
  @Test(arguments: ["a\tb", "a\\b", "a=b", "\n", "\u{7F}", "*x", "== x", "#1234", "空 格", ""])
  func escaping(_ text: String) throws {
    let line = RecordLine(
      isFact: false, type: "*=#\(text)t", text: text, fields: [.init(name: "n=\(text)m", value: text)])
    var bytes: [UInt8] = []
    line.append(to: &bytes)
    #expect(!bytes.contains(0x0A))
    #expect(try RecordLine(parsing: bytes) == line)
  }
}
