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
        var countries: [String: Int]?
        for index in 0..<mentions.count {
          let group: Int32
          switch mentions[index].type {
          case .person: group = 0
          case .organization: group = 1
          case .place: group = 2
          default: continue
          }
          let (source, rows, range) = (mentions[index].source, mentions[index].rows, mentions[index].range)
          var name = canonical(source, rows, range, group, scalars)
          if group == 1, let row = namingRow(source, rows, range, group), isOpen(row, range) {
            if countries == nil { countries = self.countries(UnsafeBufferPointer(mentions)) }
            name = meant(row, range, countries ?? [:], scalars)
          }
          mentions[index].canonical = name
          mentions[index].thing = Int(notes.names[name].number)
        }
      }
    }
  }

  // MARK: Bodies that several countries have

  /// Whether the text decides whose body it is: a foreign party whose name says no country and that several have
  /// (`民主党`), or `人大` alone.
  private func isOpen(_ row: EntryReference, _ range: Range<Int>) -> Bool {
    let image = knowledge.images[Int(row.image)]
    let entry = image.common(Int(row.entry))
    guard entry.flags & GazetteerEntry.alias != 0 else { return false }
    // 人大, which is also a university
    if range.count == 2, knowledge.vocabulary.kind(image: row.image, entry.kind) == KindCodes.government,
      text.folded[range.lowerBound] == 0x4EBA, text.folded[range.lowerBound + 1] == 0x5927
    {
      return true
    }
    guard knowledge.vocabulary.kind(image: row.image, entry.kind) == KindCodes.party,
      image.tableNames[Int(entry.table)] == Self.foreignTable
    else { return false }
    // 日本社民党, 俄自民党: begins as the full name does, with its country.
    guard canonical(of: row).unicodeScalars.first?.value != text.folded[range.lowerBound] else { return false }
    var count = 0
    forEachParty(range) { _ in count += 1 }
    return count > 1
  }

  /// The rows of parties with this surface.
  private func forEachParty(_ range: Range<Int>, _ body: (EntryReference) -> Void) {
    for (number, image) in knowledge.images.enumerated() {
      image.withEntries(of: text.folded[range]) { index, entry in
        guard knowledge.vocabulary.kind(image: UInt8(clamping: number), entry.kind) == KindCodes.party else { return }
        body(EntryReference(image: UInt8(clamping: number), entry: Int32(clamping: index), range: range))
      }
    }
  }

  private static let foreignTable = "organizations/foreign_state.tsv"

  private func canonical(of row: EntryReference) -> String {
    String(decoding: knowledge.images[Int(row.image)].bytes(ofCell: 0, entry: Int(row.entry)), as: UTF8.self)
  }

  /// How often the text names each place, by itself or in the name of a body, and how often the bodies of each country:
  /// 德国, also in 德国联邦议院; 美国 for 共和党.
  private func countries(_ mentions: UnsafeBufferPointer<Mention>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for mention in mentions where mention.type == .place || mention.type == .organization {
      for number in 0..<Int(mention.rows.count) {
        let row = notes.rows.base[Int(mention.rows.start) + number]
        let image = knowledge.images[Int(row.image)]
        let category = image.categories[Int(image.common(Int(row.entry)).category)]
        if category == "places" {
          counts[canonical(of: row), default: 0] += 1
        } else if row.range == mention.range,
          image.tableNames[Int(image.common(Int(row.entry)).table)] == Self.foreignTable,
          !isOpen(row, mention.range)
        {
          // The names of countries begin with two characters of their own.
          counts[String(canonical(of: row).prefix(2)), default: 0] += 1
        }
      }
    }
    // 全国人大, 全国人大代表
    let folded = text.folded
    for place in folded.indices.dropLast(3)
    where folded[place] == 0x5168 && folded[place + 1] == 0x56FD && folded[place + 2] == 0x4EBA {
      if folded[place + 3] == 0x5927 || folded[place + 3] == 0x6C11 { counts["全国"] = 1 }
    }
    return counts
  }

  /// The canonical form of the body whose country the text names most; the surface where it names others only.
  private func meant(
    _ row: EntryReference, _ range: Range<Int>, _ countries: [String: Int], _ scalars: UnsafeBufferPointer<UInt32>
  ) -> Int32 {
    var best: (count: Int, row: EntryReference)?
    if text.folded[range.lowerBound] == 0x4EBA {
      if let count = countries["全国"] { best = (count, row) }
    } else {
      forEachParty(range) { other in
        let full = canonical(of: other)
        for (country, count) in countries where count > best?.count ?? 0 && full.hasPrefix(country) {
          best = (count, other)
        }
      }
    }
    guard let best else { return name(of: UnsafeBufferPointer(rebasing: scalars[range]), 1) }
    let bytes = knowledge.images[Int(best.row.image)].bytes(ofCell: 0, entry: Int(best.row.entry))
    guard let base = bytes.baseAddress, !bytes.isEmpty else {
      return name(of: UnsafeBufferPointer(rebasing: scalars[range]), 1)
    }
    return notes.names.index(group: 1, limit: bytes.count) { buffer in
      buffer.update(from: base, count: bytes.count)
      return bytes.count
    }
  }

  private func name(of surface: UnsafeBufferPointer<UInt32>, _ group: Int32) -> Int32 {
    notes.names.index(group: group, limit: surface.count * 4) { UTF8Decoding.encode(surface, to: $0) }
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
    return name(of: UnsafeBufferPointer(rebasing: scalars[range]), group)
  }
}
