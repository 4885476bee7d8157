import HanGazetteer
import HanText

/// Gathers the mentions of one person, organization or place: numbers for `entity`, and the canonical form.
struct ThingGrouper {
  let knowledge: KnowledgeBase
  let text: SourceText

  /// Sets `thing` and `canonical` of persons, organizations and places.
  func group(_ mentions: inout [Mention]) {
    var numbers: [EntityType: [String: Int]] = [:]
    var counts: [EntityType: Int] = [:]
    for index in mentions.indices {
      let mention = mentions[index]
      guard mention.type == .person || mention.type == .organization || mention.type == .place else { continue }
      let name = canonical(mention)
      let number: Int
      if let known = numbers[mention.type]?[name] {
        number = known
      } else {
        number = counts[mention.type, default: 0] + 1
        counts[mention.type] = number
        numbers[mention.type, default: [:]][name] = number
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
