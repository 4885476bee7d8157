import HanGazetteer
import HanText

/// Gathers the mentions of one person, organization or place: numbers for `entity`, and the canonical form.
struct ThingGrouper {
  let knowledge: KnowledgeBase
  let text: SourceText
  let notes: MentionNotes

  /// Sets `thing` and `canonical` of persons, organizations and places.
  func group(_ mentions: inout [Mention]) {
    text.scalars.withUnsafeBufferPointer { scalars in
      mentions.withUnsafeMutableBufferPointer { mentions in
        for index in 0..<mentions.count {
          let group: Int32
          switch mentions[index].type {
          case .person: group = 0
          case .organization: group = 1
          case .place: group = 2
          default: continue
          }
          let name = canonical(mentions[index], group, scalars)
          mentions[index].canonical = name
          mentions[index].thing = Int(notes.names[name].number)
        }
      }
    }
  }

  private func canonical(_ mention: Mention, _ group: Int32, _ scalars: UnsafeBufferPointer<UInt32>) -> Int32 {
    if mention.source == .listed || mention.source == .abbreviation, !mention.rows.isEmpty {
      let row = notes.rows.base[Int(mention.rows.start)]
      let name = knowledge.images[Int(row.image)].bytes(ofCell: 0, entry: Int(row.entry))
      if let base = name.baseAddress, !name.isEmpty {
        return notes.names.index(group: group, limit: name.count) { bytes in
          bytes.update(from: base, count: name.count)
          return name.count
        }
      }
    }
    let surface = UnsafeBufferPointer(rebasing: scalars[mention.range])
    return notes.names.index(group: group, limit: surface.count * 4) { UTF8Decoding.encode(surface, to: $0) }
  }
}
