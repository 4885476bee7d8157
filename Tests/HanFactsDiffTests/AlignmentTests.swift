import Testing

@testable import HanFactsDiff

/// The longest common subsequence against the table of dynamic programming.
@Suite struct AlignmentTests {
  static func tableLength(_ old: [Int32], _ new: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }

  /// Partners are mutual, equal and ascending.
  static func isCommonSubsequence(_ matching: SequenceMatching, _ old: [Int32], _ new: [Int32]) -> Bool {
    var last: Int32 = -1
    for (index, partner) in matching.ofOld.enumerated() where partner >= 0 {
      guard partner > last, old[index] == new[Int(partner)], matching.ofNew[Int(partner)] == Int32(index) else {
        return false
      }
      last = partner
    }
    return matching.ofOld.count { $0 >= 0 } == matching.ofNew.count { $0 >= 0 }
  }

  static func sequences(_ random: inout Seeded) -> (old: [Int32], new: [Int32]) {
    let alphabet = Int32.random(in: 1...12, using: &random)
    let old = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int32.random(in: 0..<alphabet, using: &random) }
    if Bool.random(using: &random) {
      let new = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int32.random(in: 0..<alphabet, using: &random) }
      return (old, new)
    }
    var new = old
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if Bool.random(using: &random), place < new.count {
        new.remove(at: place)
      } else {
        new.insert(Int32.random(in: 0..<alphabet, using: &random), at: place)
      }
    }
    return (old, new)
  }

  @Test func isLongest() {
    var random = Seeded(1)
    for _ in 0..<3_000 {
      let (old, new) = Self.sequences(&random)
      let matching = SequenceAligner.align(old: old, new: new, keyCount: 12)
      #expect(Self.isCommonSubsequence(matching, old, new))
      #expect(matching.ofOld.count { $0 >= 0 } == Self.tableLength(old, new), "\(old) \(new)")
    }
  }

  /// Where the exact search may not go on, the result is still a common subsequence.
  @Test(arguments: [0, 1, 10, 60])
  func isCommonWithoutBudget(budget: Int) {
    var random = Seeded(2)
    for _ in 0..<2_000 {
      let (old, new) = Self.sequences(&random)
      let matching = SequenceAligner.align(old: old, new: new, keyCount: 12, budget: budget)
      #expect(Self.isCommonSubsequence(matching, old, new))
    }
  }

  @Test func uniqueKeysAreFoundWithoutBudget() {
    let old = (0..<500).map { Int32($0) }
    let new = old.filter { $0 % 7 != 0 }
    let matching = SequenceAligner.align(old: old, new: new, keyCount: 500, budget: 0)
    #expect(matching.ofNew.allSatisfy { $0 >= 0 })
  }

  /// Sliding keeps a common subsequence of the same length.
  @Test func slidingKeepsTheLength() {
    var random = Seeded(3)
    for _ in 0..<3_000 {
      let (old, new) = Self.sequences(&random)
      var matching = SequenceAligner.align(old: old, new: new, keyCount: 12)
      let length = matching.ofOld.count { $0 >= 0 }
      let breaks = old.map { _ in UInt8.random(in: 0...3, using: &random) }
      HunkSliding(keys: old, breaks: breaks).settle(
        isPaired: { matching.ofOld[$0] >= 0 }, handOver: { matching.handOverOld(from: $0, to: $1) })
      #expect(Self.isCommonSubsequence(matching, old, new))
      HunkSliding(keys: new, breaks: []).settle(
        isPaired: { matching.ofNew[$0] >= 0 }, handOver: { matching.handOverNew(from: $0, to: $1) })
      #expect(Self.isCommonSubsequence(matching, old, new))
      #expect(matching.ofOld.count { $0 >= 0 } == length)
    }
  }

  /// Every record of either side is in exactly one class.
  @Test func everyRecordIsAccountedFor() {
    var random = Seeded(4)
    for _ in 0..<200 {
      let (old, new) = (Self.randomPage(&random), Self.randomPage(&random))
      let pairing = RecordPairing(old: old.records, new: new.records)
      let stays = pairing.inPlace.ofOld.indices.filter { pairing.inPlace.ofOld[$0] >= 0 }
      let olds = stays + pairing.moved.map(\.old) + pairing.changed.map(\.old) + pairing.removed
      let news =
        stays.map { Int(pairing.inPlace.ofOld[$0]) } + pairing.moved.map(\.new) + pairing.changed.map(\.new)
        + pairing.added
      #expect(olds.sorted() == Array(0..<old.records.count))
      #expect(news.sorted() == Array(0..<new.records.count))
    }
  }

  static func randomPage(_ random: inout Seeded) -> MarkedPage {
    let sentences = [
      "[新华社](organization)记者[周琳](person)。", "[55家](figure 55 家)企业。", "[江苏](place 320000)有[66家](figure 66 家)。",
      "[王宏升](person)说[15日](date 2020-09-15)。",
    ]
    return MarkedPage(
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<3).map { _ in sentences.randomElement(using: &random) ?? "" }.joined()
      })
  }
}
