import Foundation
import HanFacts
import Testing

/// The records of `seeds/` as they were last looked at and committed; `.ci/snapshot` writes them.
@Suite("Snapshots of the pages") struct SnapshotTests {
  /// Nothing else would say that the pages were not found.
  @Test("Five pages are at hand") func pages() { #expect(Repository.seedPages.count == 5) }

  @Test("A page's records are those of its snapshot", arguments: Repository.seedPages)
  func records(page: TestText) throws {
    let name = page.name.split(separator: "/").last.map { $0.replacing(".txt", with: ".json") } ?? ""
    let file = Repository.root.appending(path: "Tests/Snapshots/seeds/\(name)")
    let bytes = try #require(
      try? Data(contentsOf: file), "no snapshot of \(page.name): look at the records, then run .ci/snapshot")
    let expected = SnapshotRecords(compacting: [UInt8](bytes))
    let got = SnapshotRecords(compacting: [UInt8](try Extractor().extract(page.text, id: page.name).json().utf8))
    #expect(!expected.lines.isEmpty)
    for difference in expected.difference(to: got).prefix(10) {
      Issue.record("\(difference)  (look at them, then run .ci/snapshot)")
    }
    let isSame = got.bytes == expected.bytes
    #expect(isSame, "the bytes differ from those of the snapshot")
  }
}

/// The bytes of a document without white space outside of strings, one record a line.
private struct SnapshotRecords {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [String] = []

  init(compacting source: [UInt8]) {
    var isString = false
    var isEscaped = false
    for byte in source {
      if isString {
        bytes.append(byte)
        if !isEscaped, byte == UInt8(ascii: "\"") { isString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if ![0x20, 0x0A, 0x0D, 0x09].contains(byte) {
        bytes.append(byte)
        isString = byte == UInt8(ascii: "\"")
      }
    }
    lines = String(decoding: bytes, as: UTF8.self).replacing("{\"id\":", with: "\n{\"id\":").split(separator: "\n")
      .map { String($0.prefix(400)) }
  }

  /// What to say of the two, in the order of the lines.
  func difference(to got: SnapshotRecords) -> [String] {
    got.lines.difference(from: lines).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
  }
}
