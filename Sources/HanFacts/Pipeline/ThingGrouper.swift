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
          let (source, rows, range) = (mentions[index].source, mentions[index].rows, mentions[index].range)
          let name = canonical(source, rows, range, group, scalars)
          mentions[index].canonical = name
          mentions[index].thing = Int(notes.names[name].number)
        }
      }
    }
  }

  private func canonical(
    _ source: EdgeSource, _ rows: NoteRange, _ range: Range<Int>, _ group: Int32,
    _ scalars: UnsafeBufferPointer<UInt32>
  ) -> Int32 {
    if source == .listed || source == .abbreviation, !rows.isEmpty {
      let row = notes.rows.base[Int(rows.start)]
      let name = knowledge.images[Int(row.image)].bytes(ofCell: 0, entry: Int(row.entry))
      if let base = name.baseAddress, !name.isEmpty {
        return notes.names.index(group: group, limit: name.count) { bytes in
          bytes.update(from: base, count: name.count)
          return name.count
        }
      }
    }
    let surface = UnsafeBufferPointer(rebasing: scalars[range])
    return notes.names.index(group: group, limit: surface.count * 4) { UTF8Decoding.encode(surface, to: $0) }
  }
}
