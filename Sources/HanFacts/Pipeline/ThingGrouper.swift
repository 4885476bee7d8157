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

  /// The row whose first cell is the canonical form.
  ///
  /// 山西太钢 has the rows of the place and of the company: it is the company; but 法国外交部 is not China's ministry.
  private func namingRow(_ source: EdgeSource, _ rows: NoteRange, _ range: Range<Int>, _ group: Int32)
    -> EntryReference?
  {
    // A place that the document has proven keeps its row: 俄罗斯联邦 is Russia.
    guard source == .listed || source == .abbreviation || source == .document && group == 2, !rows.isEmpty else {
      return nil
    }
    let first = notes.rows.base[Int(rows.start)]
    if first.range == range { return first }
    let last = notes.rows.base[Int(rows.start + rows.count) - 1]
    guard last.range.upperBound == range.upperBound else { return nil }
    let entry = knowledge.images[Int(last.image)].common(Int(last.entry))
    let kind = knowledge.vocabulary.kind(image: last.image, entry.kind)
    return kind == KindCodes.company || kind == KindCodes.university ? last : nil
  }

  private func canonical(
    _ source: EdgeSource, _ rows: NoteRange, _ range: Range<Int>, _ group: Int32,
    _ scalars: UnsafeBufferPointer<UInt32>
  ) -> Int32 {
    if let row = namingRow(source, rows, range, group) {
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
