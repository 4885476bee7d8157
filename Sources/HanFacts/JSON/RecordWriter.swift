import HanGazetteer
import HanText

/// Writes the record of a document straight from its mentions: the bytes that `RecordAssembler` and `Document` would
/// give, without a string made for them.
struct RecordWriter {
  let knowledge: KnowledgeBase
  let text: SourceText
  let notes: MentionNotes
  let options: ExtractionOptions
  /// The line that the last mention stands in: the next one is not far.
  private var line = 0
  private var margin: Int32 = -1
  /// Where the confidence of the last margin stands in the output: most records have one of a few.
  private var confidence = 0..<0
  private let curve: ConfidenceCurve

  init(knowledge: KnowledgeBase, text: SourceText, notes: MentionNotes, options: ExtractionOptions) {
    self.knowledge = knowledge
    self.text = text
    self.notes = notes
    self.options = options
    curve = knowledge.model.confidence
  }

  /// Writes the compact object of the document up to its entities, the mentions in text order; `notes.values` then
  /// says where their values stand.
  mutating func write(_ document: Document, _ mentions: [Mention], to out: inout JSONBuffer) {
    document.writeHead(to: &out)
    notes.values.resize(mentions.count)
    notes.values.base.update(repeating: WrittenValue(0..<0), count: mentions.count)
    text.scalars.withUnsafeBufferPointer { scalars in
      mentions.withUnsafeBufferPointer { mentions in
        guard let first = mentions.baseAddress, let scalars = scalars.baseAddress else { return }
        var number = 0
        for index in 0..<mentions.count {
          if let types = options.types, !types.contains(first[index].entityType) { continue }
          if first[index].isNested, !options.nested { continue }
          number += 1
          if number > 1 { out.raw(",") }
          write(first + index, index, number, scalars, &out)
        }
      }
    }
  }

  private mutating func write(
    _ record: UnsafePointer<Mention>, _ index: Int, _ number: Int, _ scalars: UnsafePointer<UInt32>,
    _ out: inout JSONBuffer
  ) {
    let (type, range) = (record.pointee.type, record.pointee.range)
    out.raw("{\"id\":\"e")
    out.number(number)
    writeType(type, record, &out)
    out.bytes(knowledge.vocabulary.json(ofKind: record.pointee.kind))
    out.surface(scalars + range.lowerBound, range.count)
    out.raw("\"")
    if record.pointee.canonical >= 0 {
      out.raw(",\"canonical\":")
      out.string(utf8: notes.names.bytes(of: record.pointee.canonical))
    }
    writeThing(type, record.pointee.thing, &out)
    out.raw(",\"range\":")
    out.range(text.range(range, near: &line))
    if record.pointee.place >= 0 {
      writePlace(notes.places.base[Int(record.pointee.place)], &out)
    } else if let extra = record.pointee.extra, let value = extra.value {
      out.raw(",\"value\":")
      let start = out.count
      value.write(to: &out)
      notes.values.base[index] = WrittenValue(start..<out.count)
    }
    writeEvidence(record, scalars, &out)
    if record.pointee.margin == margin {
      out.again(confidence)
    } else {
      margin = record.pointee.margin
      let start = out.count
      out.thousandths(curve.share(margin: margin))
      confidence = start..<out.count
    }
    if !record.pointee.parts.isEmpty { writeParts(record.pointee.parts, scalars, &out) }
    if record.pointee.isNested { out.raw(",\"nested\":true") }
    out.raw("}")
  }

  private func writeType(_ type: MentionType, _ record: UnsafePointer<Mention>, _ out: inout JSONBuffer) {
    switch type {
    case .person: out.raw("\",\"type\":\"person\"")
    case .organization: out.raw("\",\"type\":\"organization\"")
    case .place: out.raw("\",\"type\":\"place\"")
    case .date: out.raw("\",\"type\":\"date\"")
    case .figure: out.raw("\",\"type\":\"figure\"")
    case .title: out.raw("\",\"type\":\"title\"")
    case .work: out.raw("\",\"type\":\"work\"")
    case .event: out.raw("\",\"type\":\"event\"")
    case .other:
      out.raw("\",\"type\":")
      out.string(record.pointee.entityType.rawValue)
    }
  }

  private func writeThing(_ type: MentionType, _ thing: Int, _ out: inout JSONBuffer) {
    guard thing > 0 else { return }
    switch type {
    case .person: out.raw(",\"entity\":\"p")
    case .organization: out.raw(",\"entity\":\"o")
    case .place: out.raw(",\"entity\":\"l")
    default: return
    }
    out.number(thing)
    out.raw("\"")
  }

  private func writePlace(_ cells: PlaceCells, _ out: inout JSONBuffer) {
    out.raw(",\"value\":{\"code\":")
    out.string(utf8: cells.code)
    out.raw(",\"parents\":[")
    if !cells.parent.isEmpty {
      out.string(utf8: cells.parent)
      let parents = PlaceParents(PlaceCode(cells.parent))
      if !parents.province.isEmpty {
        out.raw(",\"")
        parents.province.forEachByte { out.byte($0) }
        out.raw("\"")
      }
      if parents.isDivision { out.raw(",\"CN\"") }
    }
    out.raw("]}")
  }

  private func writeEvidence(
    _ record: UnsafePointer<Mention>, _ scalars: UnsafePointer<UInt32>, _ out: inout JSONBuffer
  ) {
    if let rule = record.pointee.extra?.rule {
      out.raw(",\"evidence\":{\"rule\":")
      out.string(rule)
    } else {
      switch record.pointee.type {
      case .person: out.raw(",\"evidence\":{\"rule\":\"person.")
      case .organization: out.raw(",\"evidence\":{\"rule\":\"organization.")
      case .place: out.raw(",\"evidence\":{\"rule\":\"place.")
      case .date: out.raw(",\"evidence\":{\"rule\":\"date.")
      case .figure: out.raw(",\"evidence\":{\"rule\":\"figure.")
      case .title: out.raw(",\"evidence\":{\"rule\":\"title.")
      case .work: out.raw(",\"evidence\":{\"rule\":\"work.")
      case .event: out.raw(",\"evidence\":{\"rule\":\"event.")
      case .other:
        out.raw(",\"evidence\":{\"rule\":")
        out.string(record.pointee.entityType.rawValue, open: true)
        out.raw(".")
      }
      out.literal(record.pointee.rule)
      out.raw("\"")
    }
    writeRows(record, scalars, &out)
    out.raw("},\"confidence\":")
  }

  private func writeRows(
    _ record: UnsafePointer<Mention>, _ scalars: UnsafePointer<UInt32>, _ out: inout JSONBuffer
  ) {
    var isFirst = true
    for index in record.pointee.rows.indices {
      let row = notes.rows.base[index]
      out.raw(isFirst ? ",\"gazetteer\":[" : ",")
      isFirst = false
      let table = knowledge.images[Int(row.image)].common(Int(row.entry)).table
      out.bytes(knowledge.vocabulary.json(ofTable: table, image: row.image))
      out.surface(scalars + row.range.lowerBound, row.range.count)
      out.raw("\"")
    }
    if let extra = record.pointee.extra {
      for own in extra.ownRows {
        out.raw(isFirst ? ",\"gazetteer\":[" : ",")
        isFirst = false
        out.string(own)
      }
    }
    if !isFirst { out.raw("]") }
  }

  private mutating func writeParts(_ parts: NoteRange, _ scalars: UnsafePointer<UInt32>, _ out: inout JSONBuffer) {
    out.raw(",\"parts\":[")
    for index in parts.indices {
      let part = notes.parts.base[index]
      if index > Int(parts.start) { out.raw(",") }
      switch part.type {
      case .person: out.raw("{\"type\":\"person\"")
      case .place: out.raw("{\"type\":\"place\"")
      default: out.raw("{\"type\":\"organization\"")
      }
      out.bytes(knowledge.vocabulary.json(ofKind: part.kind))
      out.surface(scalars + part.range.lowerBound, part.range.count)
      out.raw("\",\"range\":")
      out.range(text.range(part.range, near: &line))
      out.raw("}")
    }
    out.raw("]")
  }
}
