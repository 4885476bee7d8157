import Foundation
import Testing

/// `diff` and `check` as users run them, on the newspaper pages.
@Suite("Comparison: pages that change, statuses, baselines") struct ComparisonTests {
  private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("seeds")

  /// A page of `seeds/` by the first digits of its name.
  private static func page(_ digits: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
    let name = try #require(names.first { $0.hasPrefix(digits) && $0.hasSuffix(".txt") })
    return try String(contentsOf: seeds.appendingPathComponent(name), encoding: .utf8)
  }

  private static let pages = ["000", "001", "002", "003", "004"]

  /// The changes between two texts, one a line, without their places.
  private func changes(_ old: String, _ new: String, _ options: String...) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write("old.txt", old)
    try scratch.write("new.txt", new)
    let result = try Program.run(["diff"] + options + ["old.txt", "new.txt"], in: scratch.url)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      result.status == (lines.isEmpty || lines.allSatisfy { $0.contains(": moved ") } ? 0 : 1) || !options.isEmpty)
    return lines.filter { $0.hasPrefix("old.txt:") || $0.hasPrefix("new.txt:") }.compactMap { line in
      line.range(of: ": ").map { String(line[$0.upperBound...]) }
    }
  }

  @Test("a paragraph above gives its own records and no others", arguments: pages)
  func inserted(digits: String) throws {
    let page = try Self.page(digits)
    let found = try changes(page, "北京大学有30位教授。\n\n" + page)
    #expect(found.contains("added organization: 北京大学"))
    #expect(found.contains("added figure: 30位"))
    #expect(found.allSatisfy { $0.hasPrefix("added ") && ($0.contains("北京大学") || $0.contains("30位")) }, "\(found)")
  }

  @Test(
    "a sentence that is gone takes its own records",
    arguments: [
      (
        "000", "这是年内\n中欧之间最高层级的一次重要会晤，也是在百\n年变局和世纪疫情交织的背景下，中欧之间一\n次重要的战略沟通。",
        ["date: 年内", "place: 中", "place: 欧", "place: 中", "place: 欧"]
      ),
      ("000", "一直以来，中欧都是多边主义的坚定维\n护者。", ["place: 中", "place: 欧"]),
      ("004", "大会还为“2022年度对外传播十大优秀案例”举行颁奖仪式。", ["date: 2022年度"]),
    ])
  func deleted(digits: String, sentence: String, expected: [String]) throws {
    let page = try Self.page(digits)
    try #require(page.contains(sentence))
    #expect(try changes(page, page.replacingOccurrences(of: sentence, with: "")) == expected.map { "removed " + $0 })
  }

  @Test("a figure that changes is one change of a value")
  func figure() throws {
    let page = try Self.page("000")
    let found = try changes(page, page.replacingOccurrences(of: "55家", with: "56家"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("changed figure.value: 55 → 56 (55家 → 56家)") == true)
  }

  @Test("paragraphs in another order are moved", arguments: ["000", "001"])
  func reordered(digits: String) throws {
    var paragraphs = try Self.page(digits).components(separatedBy: "\n\n")
    let page = paragraphs.joined(separator: "\n\n")
    let middle = paragraphs.count / 2
    paragraphs.swapAt(middle, middle + 2)
    let moved = paragraphs.joined(separator: "\n\n")
    #expect(try changes(page, moved) == [])
    let all = try changes(page, moved, "--all")
    #expect(!all.isEmpty)
    #expect(all.allSatisfy { $0.hasPrefix("moved ") || $0.hasPrefix("evidence ") }, "\(all)")
  }

  /// The page's paragraphs at another width, with two blanks before each, or a blank line.
  @Test("a page that is set anew has the same records", arguments: pages, [11, 16, 30, 60])
  func rewrapped(digits: String, width: Int) throws {
    let scratch = try Scratch()
    try scratch.write("page.txt", try Self.page(digits))
    // The paragraphs as the program finds them, a CoNLL token a character.
    let conll = try scratch.run("extract", "--format", "conll", "--no-facts", "page.txt").output
    var paragraphs: [String] = [""]
    for line in conll.components(separatedBy: "\n") where !line.hasPrefix("# ") {
      if line.isEmpty { paragraphs.append("") } else { paragraphs[paragraphs.count - 1] += line.prefix(1) }
    }
    func set(_ width: Int, indented: Bool) -> String {
      paragraphs.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map { paragraph in
        var lines: [String] = []
        var rest = Array((indented ? "　　" : "") + paragraph)
        while !rest.isEmpty {
          var (count, columns) = (0, 0)
          while count < rest.count, columns + (rest[count].isASCII ? 1 : 2) <= 2 * width {
            columns += rest[count].isASCII ? 1 : 2
            count += 1
          }
          while count > 1, count < rest.count, rest[count].isASCII, rest[count].isLetter, rest[count - 1].isLetter,
            rest[count - 1].isASCII
          {
            count -= 1
          }
          lines.append(String(rest.prefix(count)))
          rest.removeFirst(count)
        }
        return lines.joined(separator: "\n")
      }.joined(separator: indented ? "\n" : "\n\n")
    }
    let page = set(22, indented: true)
    #expect(try changes(page, set(width, indented: true)) == [])
    #expect(try changes(page, set(width, indented: false)) == [])
  }

  @Test("exit statuses of diff: 0 the same, 1 different, 2 trouble")
  func statuses() throws {
    let scratch = try Scratch()
    try scratch.write("old.txt", "江苏有55家企业。")
    try scratch.write("new.txt", "江苏有56家企业。")
    #expect(try scratch.run("diff", "old.txt", "old.txt").status == 0)
    #expect(try scratch.run("diff", "old.txt", "new.txt").status == 1)
    #expect(try scratch.run("diff", "--fail-on", "none", "old.txt", "new.txt").status == 0)
    #expect(try scratch.run("diff", "--fail-on=added,removed", "old.txt", "new.txt").status == 0)
    #expect(try scratch.run("diff", "--tolerance", "figure.value=2%", "old.txt", "new.txt").status == 0)
    #expect(try scratch.run("diff", "--ignore", "type=figure", "old.txt", "new.txt").status == 0)
    #expect(try scratch.run("diff", "old.txt", "gone.txt").status == 2)
    let wrong = try scratch.run("diff", "--fail-on", "gone", "old.txt", "new.txt")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("'gone'"))
    for format in ["text", "json", "markdown", "github", "junit", "sarif"] {
      let result = try scratch.run("diff", "--format", format, "old.txt", "new.txt")
      #expect(result.status == 1)
      #expect(result.output.contains("56"))
    }
  }

  @Test("two extractions are compared like the texts they were made from")
  func extractions() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "江苏有55家企业。")
    #expect(try scratch.run("extract", "-o", "old.json", "a.txt").status == 0)
    try scratch.write("a.txt", "江苏有56家企业。")
    #expect(try scratch.run("extract", "--format", "jsonl", "-o", "new.jsonl", "a.txt").status == 0)
    let result = try scratch.run("diff", "old.json", "new.jsonl")
    #expect(result.status == 1)
    #expect(result.output.contains("changed figure.value: 55 → 56"))
    try scratch.write("old.json", "{\"schema\":\"hanfacts/9\",\"documents\":[]}")
    #expect(try scratch.run("diff", "old.json", "new.jsonl").status == 2)
  }

  @Test("a baseline is written on request only, and in CI with --yes only")
  func accepting() throws {
    let scratch = try Scratch()
    try scratch.write("texts/a.txt", "江苏有55家企业。")
    let missing = try scratch.run("check", "--baseline", "b", "texts")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no baseline"))
    let ci = try scratch.run("check", "--baseline", "b", "--accept", "texts", environment: ["CI": "true"])
    #expect(ci.status == 2)
    #expect(try scratch.names() == ["texts"])
    #expect(
      try scratch.run("check", "--baseline", "b", "--accept", "--yes", "texts", environment: ["CI": "true"]).status == 0
    )
    #expect(try scratch.run("check", "--baseline", "b", "texts").status == 0)
    try scratch.write("texts/a.txt", "江苏有56家企业。")
    let changed = try scratch.run("check", "--baseline", "b", "texts")
    #expect(changed.status == 1)
    let id = try #require(changed.output.split(separator: "[").last?.prefix(12))
    #expect(try scratch.run("check", "--baseline", "b", "--accept-only", String(id), "texts").status == 0)
    #expect(try scratch.run("check", "--baseline", "b", "texts").status == 0)
    #expect(try scratch.run("check", "--baseline", "b", "--accept-only", "000000000000", "texts").status == 2)
  }

  @Test("a baseline knows own tables by what they hold, not where they lie; presets are no options")
  func header() throws {
    let scratch = try Scratch()
    try scratch.write("texts/a.txt", "贵州茅台有55家企业。")
    try scratch.write("one/organizations/own.tsv", "surface\tkind\n天舟测试社\tcompany\n")
    try scratch.write("two/organizations/own.tsv", "surface\tkind\n天舟测试社\tcompany\n")
    try scratch.write("three/organizations/own.tsv", "surface\tkind\n地舟测试社\tcompany\n")
    let accepted = try scratch.run("check", "--baseline", "b", "--gazetteer", "one", "--accept", "texts")
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(try !scratch.read("b").contains("one"))
    let other = try scratch.run("check", "--baseline", "b", "--gazetteer", "two", "--layout", "auto", "texts")
    #expect(other.status == 0)
    #expect(other.errors == "")
    let changed = try scratch.run("check", "--baseline", "b", "--gazetteer", "three", "texts")
    #expect(changed.status == 0)
    #expect(changed.errors.contains("accepted with other gazetteers"))
    let layout = try scratch.run("check", "--baseline", "b", "--gazetteer", "one", "--layout", "verbatim", "texts")
    #expect(layout.status == 2)
    #expect(layout.errors.contains("layout was 'auto' and is 'verbatim'"))
  }

  @Test(
    "a damaged, cut, foreign or newer baseline is refused and left as it is",
    arguments: [
      "新华社", "", "hanfacts-baseline 9\n\nend\n", "hanfacts-baseline 1\nschema\thanfacts/1",
    ])
  func damaged(contents: String) throws {
    let scratch = try Scratch()
    try scratch.write("texts/a.txt", "江苏有55家企业。")
    try scratch.write("b", contents)
    for words in [[], ["--accept"]] {
      let result = try Program.run(["check", "--baseline", "b", "texts"] + words, in: scratch.url)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("hanfacts: b"))
      #expect(try scratch.read("b") == contents)
    }
  }

  @Test("two programs that accept at once leave one whole file")
  func atOnce() throws {
    let scratch = try Scratch()
    try scratch.write("texts/a.txt", "江苏有55家企业。")
    let processes = (0..<4).map { _ in
      Program.process(["check", "--quiet", "--baseline", "b", "--accept", "texts"], in: scratch.url)
    }
    for process in processes {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try scratch.names() == ["b", "texts"])
    #expect(try scratch.run("check", "--baseline", "b", "texts").status == 0)
  }

  @Test("evaluate scores a text against itself, and names what is missing")
  func evaluation() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "江苏有55家企业。外交部发言人汪文斌说。")
    _ = try scratch.run("extract", "--format", "jsonl", "-o", "gold.jsonl", "a.txt")
    _ = try scratch.run("extract", "--format", "jsonl", "--types", "person", "-o", "some.jsonl", "a.txt")
    let same = try scratch.run("evaluate", "gold.jsonl", "gold.jsonl")
    #expect(same.status == 0)
    #expect(same.output.contains("100.0") || same.output.contains("1.000"))
    let less = try scratch.run("evaluate", "gold.jsonl", "some.jsonl")
    #expect(less.status == 0)
    #expect(less.output.contains("江苏"))
    #expect(try scratch.run("evaluate", "gold.jsonl", "gone.jsonl").status == 2)
  }

  @Test("schema prints JSON Schema 2020-12")
  func schema() throws {
    let result = try Program.run(["schema"])
    #expect(result.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("verbatim takes line ends as text, and skips blanks inside a date")
  func verbatim() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "记者姜\n微 9 月 15 日电")
    let result = try scratch.run("extract", "--layout", "verbatim", "--format", "tsv", "a.txt")
    #expect(result.output.contains("9月15日"))
    #expect(!result.output.contains("姜微"))
  }
}
