/// Which elements of two sequences are paired, in order on both sides or not.
struct SequenceMatching: Equatable {
  /// The partner of each old element, -1 where it has none.
  private(set) var ofOld: [Int32]
  /// The partner of each new element, -1 where it has none.
  private(set) var ofNew: [Int32]

  init(oldCount: Int, newCount: Int) {
    ofOld = [Int32](repeating: -1, count: oldCount)
    ofNew = [Int32](repeating: -1, count: newCount)
  }

  mutating func pair(_ old: Int, _ new: Int) {
    ofOld[old] = Int32(truncatingIfNeeded: new)
    ofNew[new] = Int32(truncatingIfNeeded: old)
  }

  /// Gives the partner of one old element to another.
  mutating func handOverOld(from: Int, to: Int) {
    let partner = ofOld[from]
    ofOld[from] = -1
    pair(to, Int(partner))
  }

  /// Gives the partner of one new element to another.
  mutating func handOverNew(from: Int, to: Int) {
    let partner = ofNew[from]
    ofNew[from] = -1
    pair(Int(partner), to)
  }
}
