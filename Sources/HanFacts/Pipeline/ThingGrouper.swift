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

  /// Whether the text decides whose body it is: a foreign party whose name says no country (`民主党`), or `人大` alone.
  private func isOpen(_ row: EntryReference, _ range: Range<Int>) -> Bool {
    let image = knowledge.images[Int(row.image)]
    let entry = image.common(Int(row.entry))
    guard entry.flags & GazetteerEntry.alias != 0 else { return false }
    // 人大
    if range.count == 2, text.folded[range.lowerBound] == 0x4EBA, text.folded[range.lowerBound + 1] == 0x5927 { return true }
    guard knowledge.vocabulary.kind(image: row.image, entry.kind) == KindCodes.party,
      image.tableNames[Int(entry.table)] == Self.foreignTable, let country = place(of: row)
    else { return false }
    // 日本社民党, 俄自民党
    return country.unicodeScalars.first?.value != text.folded[range.lowerBound]
  }

  private static let foreignTable = "organizations/foreign_state"

  /// The cell that says which country a body is of.
  private func place(of row: EntryReference) -> String? {
    let image = knowledge.images[Int(row.image)]
    let table = Int(image.common(Int(row.entry)).table)
    guard table < image.columns.count, let column = image.columns[table].firstIndex(of: "place") else { return nil }
    let cell = image.bytes(ofCell: column, entry: Int(row.entry))
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  /// How often the text names each country, by itself or through a body of it: `白宫`.
  private func countries(_ mentions: UnsafeBufferPointer<Mention>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for mention in mentions where !mention.rows.isEmpty {
      let row = notes.rows.base[Int(mention.rows.start)]
      switch mention.type {
      case .place:
        let name = knowledge.images[Int(row.image)].bytes(ofCell: 0, entry: Int(row.entry))
        counts[String(decoding: name, as: UTF8.self), default: 0] += 1
      case .organization where row.range == mention.range && !isOpen(row, mention.range):
        if let country = place(of: row) { counts[country, default: 0] += 1 }
        let head = text.folded[mention.range.lowerBound]
        // 全国人大
        if head == 0x5168, mention.range.count > 3 { counts["全国", default: 0] += 1 }
      default: break
      }
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
      for (number, image) in knowledge.images.enumerated() {
        image.withEntries(of: text.folded[range]) { index, entry in
          guard knowledge.vocabulary.kind(image: UInt8(clamping: number), entry.kind) == KindCodes.party else { return }
          let other = EntryReference(image: UInt8(clamping: number), entry: Int32(clamping: index), range: range)
          guard let count = place(of: other).flatMap({ countries[$0] }), count > best?.count ?? 0 else { return }
          best = (count, other)
        }
      }
      // No country at all is named: the best known body.
      if best == nil, !countries.keys.contains(where: { Self.isForeign($0) }) { best = (0, row) }
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

  private static func isForeign(_ country: String) -> Bool { country != "中国" && country != "全国" }

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
