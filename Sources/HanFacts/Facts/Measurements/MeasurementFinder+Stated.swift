/// What is kept of the measurements when all else is found.
extension MeasurementFinder {
  /// Leaves out, from a place of the drafts on, what states nothing of anybody: a size beside its number (小麦产量1.3亿吨),
  /// people who do something (200名市民到场). What changed by how much is told of them all the same.
  static func keepStated(_ drafts: inout [FactDraft], from first: Int) {
    var kept = first
    for index in first..<drafts.count {
      if drafts[index].type == .measurement,
        drafts[index].piece("subject") == nil || drafts[index].piece("predicate") == nil
      {
        continue
      }
      if kept != index { drafts.swapAt(kept, index) }
      kept += 1
    }
    drafts.removeSubrange(kept..<drafts.count)
  }
}
