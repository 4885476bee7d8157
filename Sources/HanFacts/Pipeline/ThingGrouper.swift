import HanGazetteer
import HanText

/// Gathers the mentions of one person, organization or place: numbers for `entity`, and the canonical form.
struct ThingGrouper {
  let knowledge: KnowledgeBase
  let text: SourceText

  /// Sets `thing` and `canonical` of persons, organizations and places.
  func group(_ mentions: inout [Mention]) {
    // Persons, organizations, places: the number of each name.
    var numbers: [[Name: Int]] = [[:], [:], [:]]
    for index in mentions.indices {
      let type: Int
      switch mentions[index].type {
      case .person: type = 0
      case .organization: type = 1
      case .place: type = 2
      default: continue
      }
      let text = canonical(mentions[index].source, mentions[index].rows.first, mentions[index].range)
      let name = Name(text: text)
      let number: Int
      if let known = numbers[type][name] {
        number = known
      } else {
        number = numbers[type].count + 1
        numbers[type][name] = number
      }
      mentions[index].thing = number
      mentions[index].canonical = text
    }
  }

  /// A name as a key: its bytes are hashed and compared.
  private struct Name: Hashable {
    var text: String

    static func == (left: Self, right: Self) -> Bool {
      var (left, right) = (left.text, right.text)
      return left.withUTF8 { left in
        right.withUTF8 { right in
          guard left.count == right.count else { return false }
          for index in 0..<left.count where left[index] != right[index] { return false }
          return true
        }
      }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private func canonical(_ source: EdgeSource, _ row: EntryReference?, _ range: Range<Int>) -> String {
    if source == .listed || source == .abbreviation, let row {
      let image = knowledge.images[Int(row.image)]
      let name = image.cell(0, of: image.entry(Int(row.entry)))
      if !name.isEmpty { return name }
    }
    return text.text(range)
  }
}
