import HanGazetteer
import HanText

/// Decides which of the places of one name a mention means, and gives it its row.
///
/// `北京朝阳` is Beijing's district: a place written directly before decides, then the places elsewhere in the
/// document, then the order of the tables. One per worker: its buffers are reused from document to document.
final class PlaceResolver {
  private let knowledge: KnowledgeBase
  private let candidates = ScratchBuffer<Candidate>(capacity: 512)
  private let groups = ScratchBuffer<Group>(capacity: 256)
  /// How often the document names a division or country by a surface that means just one.
  private let support = NumberTable()

  init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// One row that a surface may mean.
  private struct Candidate: BitwiseCopyable {
    var entry: Int32
    var image: UInt8
    var isAmbiguous: Bool
    var kind: KindCode
    var code: PlaceCode
    var parents: PlaceParents
    var cells: PlaceCells
  }

  /// The candidates of one mention.
  private struct Group: BitwiseCopyable {
    var mention: Int32
    var first: Int32
    var count: Int32
  }

  /// Sets the row, the kind and the code of the places that the tables list.
  func resolve(_ mentions: inout [Mention], _ folded: UnsafePointer<UInt32>, _ notes: MentionNotes) {
    candidates.count = 0
    groups.count = 0
    support.removeAll()
    mentions.withUnsafeMutableBufferPointer { mentions in
      for index in 0..<mentions.count where mentions[index].type == .place && isListed(mentions[index].source) {
        let first = candidates.count
        addCandidates(mentions[index].range, folded)
        let count = candidates.count - first
        if count == 0 { continue }
        groups.append(Group(mention: Int32(index), first: Int32(first), count: Int32(count)))
        if count == 1 {
          let only = candidates.base[first]
          support.add(only.code.key)
          only.parents.forEachCode { support.add($0.key) }
        }
      }
      var previous: (end: Int, code: PlaceCode) = (-1, .none)
      for number in 0..<groups.count {
        let group = groups.base[number]
        let index = Int(group.mention)
        let before = previous.end == mentions[index].range.lowerBound ? previous.code : .none
        let best = group.count == 1 ? candidates.base[Int(group.first)] : best(of: group, behind: before)
        apply(best, to: &mentions[index], notes)
        previous = (mentions[index].range.upperBound, best.code)
      }
    }
  }

  private func isListed(_ source: EdgeSource) -> Bool {
    source == .listed || source == .abbreviation || source == .document
  }

  private func best(of group: Group, behind before: PlaceCode) -> Candidate {
    var best = candidates.base[Int(group.first)]
    var bestScore = Int.min
    for index in Int(group.first)..<Int(group.first + group.count) {
      let candidate = candidates.base[index]
      var score = candidate.isAmbiguous ? -2 : 0
      // 巴勒斯坦 in the same text makes 巴 its abbreviation.
      if !candidate.code.isEmpty { score += min(support[candidate.code.key], 20) * 3 }
      if !before.isEmpty, candidate.parents.contains(before) { score += 1_000 }
      candidate.parents.forEachCode { parent in
        if parent != .china { score += min(support[parent.key], 20) * 3 }
      }
      switch candidate.kind {
      case KindCodes.prefecture, KindCodes.province, KindCodes.country: score += 4
      default: break
      }
      if score > bestScore {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  private func apply(_ candidate: Candidate, to mention: inout Mention, _ notes: MentionNotes) {
    mention.rows = notes.row(EntryReference(image: candidate.image, entry: candidate.entry, range: mention.range))
    if candidate.kind != 0 { mention.kind = candidate.kind }
    if candidate.code.isEmpty { return }
    mention.place = Int32(notes.places.count)
    notes.places.append(candidate.cells)
  }

  private func addCandidates(_ range: Range<Int>, _ folded: UnsafePointer<UInt32>) {
    for (number, image) in knowledge.images.enumerated() {
      image.forEachEntry(of: folded + range.lowerBound, count: range.count) { entry in
        let common = image.common(entry)
        guard knowledge.roles[number][Int(common.category)].wordClass == .place else { return }
        let columns = knowledge.vocabulary.columns(ofTable: common.table, image: UInt8(number))
        let (code, parent) = image.bytes(ofCells: Int(columns.code), Int(columns.parent), entry: entry)
        candidates.append(
          Candidate(
            entry: Int32(entry), image: UInt8(number), isAmbiguous: common.flags & GazetteerEntry.ambiguous != 0,
            kind: knowledge.vocabulary.kind(image: UInt8(number), common.kind), code: PlaceCode(code),
            parents: PlaceParents(PlaceCode(parent)), cells: PlaceCells(code: code, parent: parent)))
      }
    }
  }

  /// Whether a listed place lies in another one; China itself counts for none.
  func isBelow(_ inner: Range<Int>, _ outer: Range<Int>, _ folded: UnsafePointer<UInt32>) -> Bool {
    candidates.count = 0
    addCandidates(outer, folded)
    let end = candidates.count
    if end == 0 { return false }
    addCandidates(inner, folded)
    for index in 0..<end {
      let code = candidates.base[index].code
      if code.isEmpty || code == .china { continue }
      for below in end..<candidates.count where candidates.base[below].parents.contains(code) { return true }
    }
    return false
  }

  /// Whether a listed place is China itself.
  func isChina(_ place: Range<Int>, _ folded: UnsafePointer<UInt32>) -> Bool {
    candidates.count = 0
    addCandidates(place, folded)
    for index in 0..<candidates.count where candidates.base[index].code == .china { return true }
    return false
  }
}
