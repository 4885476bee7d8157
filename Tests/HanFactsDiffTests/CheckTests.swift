import HanFacts
import Testing

@testable import HanFactsDiff

/// `check` from the first baseline to the accepted change.
@Suite struct CheckTests {
  static func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write("texts/a.txt", PageTests.page)
    try bench.write("texts/b.txt", [PageTests.fair])
    return bench
  }

  static func acceptedBench() throws -> Workbench {
    let bench = try bench()
    #expect(bench.check { $0.accepts = true }.status == 0)
    return bench
  }

  static var changedPage: [String] {
    var page = PageTests.page
    page[1] = page[1].replacing("55家](figure 55 家 of", with: "56家](figure 56 家 of")
      .replacing("figure=55家", with: "figure=56家")
    page.remove(at: 3)
    return page
  }

  @Test func missingBaseline() throws {
    let outcome = try Self.bench().check()
    #expect(outcome.status == 2)
    #expect(outcome.message?.contains("there is no baseline") == true)
  }

  @Test func acceptedIsTheSame() throws {
    let bench = try Self.acceptedBench()
    let outcome = bench.check()
    #expect(outcome.status == 0)
    #expect(outcome.report.isEmpty)
    #expect(bench.notes.isEmpty)
  }

  @Test func changeFailsAndIsAccepted() throws {
    let bench = try Self.acceptedBench()
    try bench.write("texts/a.txt", Self.changedPage)
    let outcome = bench.check()
    #expect(outcome.status == 1)
    #expect(
      outcome.titles == [
        "changed figure.value", "removed organization", "removed person", "removed place", "removed figure",
      ])
    #expect(outcome.text.contains("texts/a.txt:2:12: changed figure.value: 55 → 56 (55家 → 56家), also in measurement"))
    #expect(bench.check { $0.accepts = true }.status == 0)
    #expect(bench.check().status == 0)
  }

  @Test func insertingAParagraphChangesOnlyItsOwnLines() throws {
    let bench = try Self.acceptedBench()
    let before = try bench.read("baseline").split(separator: "\n")
    try bench.write("texts/a.txt", [PageTests.fair] + PageTests.page)
    #expect(bench.check { $0.accepts = true }.status == 0)
    let after = try bench.read("baseline").split(separator: "\n")
    #expect(after.difference(from: before).count == 4)
  }

  @Test func failOnNothing() throws {
    let bench = try Self.acceptedBench()
    try bench.write("texts/a.txt", Self.changedPage)
    #expect(bench.check { $0.diff.failOn = [] }.status == 0)
    #expect(bench.check { $0.diff.failOn = [.added] }.status == 0)
    #expect(bench.check { $0.diff.failOn = [.changed] }.status == 1)
  }

  @Test func acceptOnly() throws {
    let bench = try Self.acceptedBench()
    try bench.write("texts/a.txt", Self.changedPage)
    let ids = bench.check().ids
    let one = bench.check { $0.acceptsOnly = [ids[0]] }
    #expect(one.status == 1)
    #expect(one.titles == ["removed organization", "removed person", "removed place", "removed figure"])
    #expect(bench.check().ids == Array(ids.dropFirst()))
    #expect(bench.check { $0.acceptsOnly = Array(ids.dropFirst()) }.status == 0)
    let piecewise = try bench.read("baseline")
    #expect(bench.check().status == 0)
    #expect(bench.check { $0.accepts = true }.status == 0)
    #expect(try bench.read("baseline") == piecewise)
  }

  @Test func acceptOnlyAdded() throws {
    let bench = try Self.acceptedBench()
    try bench.write("texts/a.txt", PageTests.page[..<2] + [PageTests.fair] + PageTests.page[2...])
    for id in bench.check().ids.reversed() { _ = bench.check { $0.acceptsOnly = [id] } }
    let piecewise = try bench.read("baseline")
    #expect(bench.check().status == 0)
    #expect(bench.check { $0.accepts = true }.status == 0)
    #expect(try bench.read("baseline") == piecewise)
  }

  @Test func unknownID() throws {
    let bench = try Self.acceptedBench()
    let before = try bench.read("baseline")
    let outcome = bench.check { $0.acceptsOnly = ["0123456789ab"] }
    #expect(outcome.status == 2)
    #expect(outcome.message?.contains("0123456789ab") == true)
    #expect(try bench.read("baseline") == before)
  }

  @Test func documentsOnOneSide() throws {
    let bench = try Self.acceptedBench()
    bench.remove("texts/b.txt")
    try bench.write("texts/c.txt", [PageTests.agency])
    let outcome = bench.check()
    #expect(outcome.status == 1)
    #expect(bench.notes.contains("1 document of the baseline is gone; --prune forgets it"))
    #expect(bench.notes.contains("1 document is not in the baseline"))
    #expect(outcome.text.contains("texts/b.txt: document removed"))
    #expect(outcome.text.contains("texts/c.txt: document added: 4 records"))
    let documentIDs = outcome.result.documents.filter { $0.presence != .both }.map(\.changeID)
    #expect(bench.check { $0.acceptsOnly = documentIDs }.status == 0)
    #expect(bench.check().status == 0)
  }

  @Test func pruneForgets() throws {
    let bench = try Self.acceptedBench()
    bench.remove("texts/b.txt")
    #expect(bench.check { $0.accepts = true }.status == 0)
    #expect(try bench.read("baseline").contains("texts/b.txt"))
    #expect(bench.check().status == 1)
    #expect(bench.check { $0.prunes = true }.status == 0)
    #expect(try !bench.read("baseline").contains("texts/b.txt"))
    #expect(bench.check().status == 0)
  }

  @Test func aPathAloneSaysNothingAboutTheOthers() throws {
    let bench = try Self.acceptedBench()
    let outcome = bench.check { $0.paths = [bench.path("texts/b.txt")] }
    #expect(outcome.status == 0)
    #expect(bench.notes == ["1 document of the baseline, outside the given paths, was not compared"])
    #expect(
      bench.check {
        $0.paths = [bench.path("texts/b.txt")]
        $0.accepts = true
      }.status == 0)
    #expect(try bench.read("baseline").contains("texts/a.txt"))
  }

  @Test func inCI() throws {
    let bench = try Self.acceptedBench()
    for write in [\CheckCommandOptions.accepts, \.prunes] {
      let outcome = bench.check {
        $0.isContinuousIntegration = true
        $0[keyPath: write] = true
      }
      #expect(outcome.status == 2)
      #expect(outcome.message?.contains("--yes") == true)
    }
    let confirmed = bench.check {
      $0.isContinuousIntegration = true
      $0.isConfirmed = true
      $0.accepts = true
    }
    #expect(confirmed.status == 0)
  }

  @Test func unreadableDocument() throws {
    let bench = try Self.acceptedBench()
    let before = try bench.read("baseline")
    try bench.write("texts/b.txt", "!")
    #expect(bench.check().status == 2)
    #expect(bench.check().result.count(.removed) == 0)
    #expect(bench.check { $0.accepts = true }.status == 2)
    #expect(try bench.read("baseline") == before)
  }

  @Test(arguments: [
    ("hanfacts/2", "schema hanfacts/2"), ("hanfacts/0", "schema hanfacts/0"), ("other/1", "schema other/1"),
  ])
  func otherSchema(_ schema: String, _ message: String) throws {
    let bench = try Self.acceptedBench()
    var baseline = try Baseline(reading: SystemFile.read(bench.path("baseline")), file: "b")
    baseline.header.schema = schema
    try bench.write("baseline", String(decoding: baseline.write(), as: UTF8.self))
    let before = try bench.read("baseline")
    let outcome = bench.check()
    #expect(outcome.status == 2)
    #expect(outcome.message?.contains(message) == true)
    #expect(try bench.read("baseline") == before)
    #expect(bench.check { $0.accepts = true }.status == (schema == "hanfacts/0" ? 0 : 2))
  }

  @Test func otherOptions() throws {
    let bench = try Self.acceptedBench()
    let wrapped: (inout CheckCommandOptions) -> Void = { $0.header.options = [.init(name: "layout", value: "wrapped")] }
    let outcome = bench.check(wrapped)
    #expect(outcome.status == 2)
    #expect(outcome.message?.contains("layout was 'auto' and is 'wrapped'") == true)
    let accepted = bench.check {
      wrapped(&$0)
      $0.accepts = true
    }
    #expect(accepted.status == 0)
    #expect(bench.check(wrapped).status == 0)
  }

  @Test func otherVersionIsNoted() throws {
    let bench = try Self.acceptedBench()
    let outcome = bench.check {
      $0.header.program = "1.1.0"
      $0.header.gazetteers = "ffff"
    }
    #expect(outcome.status == 0)
    #expect(bench.notes.count == 2)
    #expect(bench.notes[0] == "the baseline was accepted with hanfacts 1.0.0, this is 1.1.0")
  }

  @Test(arguments: BaselineTests.refused.map(\.lines))
  func damagedBaselineIsLeftAlone(_ lines: [String]) throws {
    let bench = try Self.bench()
    try bench.write("baseline", lines.joined(separator: "\n"))
    let before = try bench.read("baseline")
    for accepts in [false, true] {
      let outcome = bench.check { $0.accepts = accepts }
      #expect(outcome.status == 2)
      #expect(outcome.message?.hasPrefix(bench.path("baseline")) == true)
      #expect(try bench.read("baseline") == before)
    }
  }

  /// However many accept at once, one whole file is left, and nothing else.
  @Test func acceptingAtOnce() async throws {
    let bench = try Self.bench()
    await withTaskGroup { group in
      for round in 0..<8 {
        group.addTask {
          var options = CheckCommandOptions(
            baseline: bench.path("accepted/baseline"), paths: [bench.path("texts/\(round % 2 == 0 ? "a" : "b").txt")],
            header: BaselineTests.header)
          options.accepts = true
          return CheckCommand(options, bench.environment).run().status
        }
      }
      for await status in group { #expect(status == 2) }
    }
    _ = try bench.run(["mkdir", bench.path("accepted")])
    await withTaskGroup { group in
      for round in 0..<16 {
        group.addTask {
          var options = CheckCommandOptions(
            baseline: bench.path("accepted/baseline"), paths: [bench.path("texts/\(round % 2 == 0 ? "a" : "b").txt")],
            header: BaselineTests.header)
          options.accepts = true
          return CheckCommand(options, bench.environment).run().status
        }
      }
      for await status in group { #expect(status == 0) }
    }
    let baseline = try Baseline(reading: SystemFile.read(bench.path("accepted/baseline")), file: "b")
    #expect(baseline.documentIDs == [bench.path("texts/a.txt"), bench.path("texts/b.txt")])
    #expect(try bench.run(["ls", "-A", bench.path("accepted")]) == "baseline\n")
  }

  /// A link to a baseline stays a link.
  @Test func symbolicLink() throws {
    let bench = try Self.acceptedBench()
    _ = try bench.run(["mkdir", bench.path("real")])
    _ = try bench.run(["mv", bench.path("baseline"), bench.path("real/baseline")])
    _ = try bench.run(["ln", "-s", "real/baseline", bench.path("baseline")])
    bench.remove("texts/b.txt")
    #expect(bench.check { $0.prunes = true }.status == 0)
    #expect(try !bench.read("real/baseline").contains("texts/b.txt"))
    #expect(try bench.run(["readlink", bench.path("baseline")]) == "real/baseline\n")
  }
}
