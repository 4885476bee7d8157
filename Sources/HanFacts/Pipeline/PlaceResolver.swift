import HanGazetteer
import HanText

/// Decides which of the places of one name a mention means, and gives it its code.
///
/// `北京朝阳` is Beijing's district: a place written directly before decides, then the places elsewhere in the
/// document, then the order of the tables.
struct PlaceResolver {
  let knowledge: KnowledgeBase
  let text: SourceText

  /// One row that a surface may mean.
  private struct Candidate {
    var reference: EntryReference
    var code: String
    var parent: String
    var kind: String
    var isAmbiguous: Bool
  }

  /// Sets `rows`, `kind` and `value` of the places that the tables list.
  func resolve(_ mentions: inout [Mention]) {
    var candidates: [Int: [Candidate]] = [:]
    // How often the document names a division or country by a surface that means just one.
    var support: [String: Int] = [:]
    for index in mentions.indices where mentions[index].type == .place && isListed(mentions[index].source) {
      let found = candidatesOf(mentions[index].range)
      candidates[index] = found
      if let only = found.first, found.count == 1 {
        for code in [only.code] + Self.parents(code: only.code, parent: only.parent) where !code.isEmpty {
          support[code, default: 0] += 1
        }
      }
    }
    var previous: (end: Int, code: String) = (-1, "")
    for index in mentions.indices {
      guard let found = candidates[index], !found.isEmpty else { continue }
      let start = mentions[index].range.lowerBound
      let before = previous.end == start ? previous.code : ""
      var best = found[0]
      var bestScore = Int.min
      for candidate in found {
        let parents = Self.parents(code: candidate.code, parent: candidate.parent)
        var score = candidate.isAmbiguous ? -2 : 0
        if !before.isEmpty, parents.contains(before) { score += 1_000 }
        for parent in parents where parent != "CN" { score += min(support[parent, default: 0], 20) * 3 }
        if candidate.kind == "prefecture" || candidate.kind == "province" || candidate.kind == "country" { score += 4 }
        if score > bestScore {
          best = candidate
          bestScore = score
        }
      }
      apply(best, to: &mentions[index])
      previous = (mentions[index].range.upperBound, best.code)
    }
  }

  private func isListed(_ source: EdgeSource) -> Bool {
    source == .listed || source == .abbreviation || source == .document
  }

  private func apply(_ candidate: Candidate, to mention: inout Mention) {
    mention.rows = [candidate.reference]
    if !candidate.kind.isEmpty { mention.kind = candidate.kind }
    if !candidate.code.isEmpty {
      mention.value = .place(
        PlaceValue(code: candidate.code, parents: Self.parents(code: candidate.code, parent: candidate.parent)))
    }
  }

  private func candidatesOf(_ range: Range<Int>) -> [Candidate] {
    var found: [Candidate] = []
    for (number, image) in knowledge.images.enumerated() {
      image.withEntries(of: text.folded[range]) { index, entry in
        guard knowledge.roles[number][Int(entry.category)].wordClass == .place else { return }
        found.append(
          Candidate(
            reference: EntryReference(image: UInt8(number), entry: Int32(index), range: range),
            code: image.cell(named: "code", of: entry), parent: image.cell(named: "parent", of: entry),
            kind: image.kinds[Int(entry.kind)], isAmbiguous: entry.has(GazetteerEntry.ambiguous)))
      }
    }
    return found
  }

  /// The code and the code above of every listed place with these characters.
  func codes(of range: Range<Int>) -> [(code: String, parent: String)] {
    candidatesOf(range).map { ($0.code, $0.parent) }
  }

  /// The codes above a place, nearest first.
  static func parents(code: String, parent: String) -> [String] {
    if parent.isEmpty { return [] }
    var list = [parent]
    var parent = parent
    let province = parent.withUTF8 { digits -> String? in
      guard digits.count == 6, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return String(unsafeUninitializedCapacity: 6) { bytes in
        for place in 0..<6 { bytes[place] = place < 2 ? digits[place] : 0x30 }
        return 6
      }
    }
    if let province {
      if province != parent { list.append(province) }
      list.append("CN")
    }
    return list
  }
}
