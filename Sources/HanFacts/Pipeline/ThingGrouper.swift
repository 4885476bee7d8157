import HanGazetteer
import HanText

/// Gathers the mentions of one person, organization or place: numbers for `entity`, and the canonical form.
struct ThingGrouper {
  let knowledge: KnowledgeBase
  let text: SourceText

  /// Sets `thing` and `canonical` of persons, organizations and places.
  func group(_ mentions: inout [Mention]) {
    // Persons, organizations, places: the number of each name.
    var numbers: [[String: Int]] = [[:], [:], [:]]
    for index in mentions.indices {
      let type: Int
      switch mentions[index].type {
      case .person: type = 0
      case .organization: type = 1
      case .place: type = 2
      default: continue
      }
      let name = canonical(mentions[index])
      let number: Int
      if let known = numbers[type][name] {
        number = known
      } else {
        number = numbers[type].count + 1
        numbers[type][name] = number
      }
      mentions[index].thing = number
      mentions[index].canonical = name
    }
  }

  private func canonical(_ mention: Mention) -> String {
    if mention.source == .listed || mention.source == .abbreviation, let row = mention.rows.first {
      let image = knowledge.images[Int(row.image)]
      let name = image.cell(0, of: image.entry(Int(row.entry)))
      if !name.isEmpty { return name }
    }
    return text.text(mention.range)
  }
}
