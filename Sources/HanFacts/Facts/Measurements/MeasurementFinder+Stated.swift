/// What is kept of the measurements when all else is found.
extension MeasurementFinder {
  /// Leaves out, from a place of the drafts on, what says no more than the figure does of itself: a size beside its number
  /// (厚度0.02毫米), and a verb with a number that nobody and nothing is told of (今晚跑了10公里). What changed by how much is
  /// told of them all the same.
  static func keepStated(_ drafts: inout [FactDraft], from first: Int) {
    var kept = first
    for index in first..<drafts.count {
      if drafts[index].type == .measurement {
        let said = ["subject", "predicate", "of"].filter { drafts[index].piece($0) != nil }
        if said.count < 2 { continue }
      }
      if kept != index { drafts.swapAt(kept, index) }
      kept += 1
    }
    drafts.removeSubrange(kept..<drafts.count)
  }
}
