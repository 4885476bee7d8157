import HanGazetteer
import HanText

/// Turns mentions into the records of the document: strings, offsets, evidence. `RecordWriter` writes the same records
/// without making them.
struct RecordAssembler {
  let knowledge: KnowledgeBase
  let text: SourceText
  let notes: MentionNotes
  let options: ExtractionOptions

  /// The records of mentions that are in text order.
  func entities(_ mentions: [Mention]) -> [Entity] {
    var entities: [Entity] = []
    entities.reserveCapacity(mentions.count)
    for mention in mentions {
      if let types = options.types, !types.contains(mention.entityType) { continue }
      if mention.isNested, !options.nested { continue }
      entities.append(
        Entity(
          id: RecordNames.entities.name(entities.count + 1), type: mention.entityType, kind: kind(mention.kind),
          text: text.text(mention.range), canonical: canonical(mention), entity: thingName(mention),
          range: text.range(mention.range), value: value(mention), evidence: evidence(mention),
          confidence: knowledge.model.confidence.value(margin: mention.margin), parts: parts(mention),
          isNested: mention.isNested))
    }
    return entities
  }

  private func kind(_ code: KindCode) -> String? { knowledge.vocabulary.name(code) }

  private func canonical(_ mention: Mention) -> String? {
    mention.canonical < 0 ? nil : String(decoding: notes.names.bytes(of: mention.canonical), as: UTF8.self)
  }

  private func thingName(_ mention: Mention) -> String? {
    guard mention.thing > 0 else { return nil }
    switch mention.type {
    case .person: return RecordNames.persons.name(mention.thing)
    case .organization: return RecordNames.organizations.name(mention.thing)
    case .place: return RecordNames.places.name(mention.thing)
    default: return nil
    }
  }

  private func value(_ mention: Mention) -> EntityValue? {
    mention.place < 0 ? mention.value : notes.places.base[Int(mention.place)].value.map(EntityValue.place)
  }

  private func evidence(_ mention: Mention) -> Evidence {
    let rule = mention.extra?.rule ?? mention.entityType.rawValue + "." + mention.rule.description
    if mention.rows.isEmpty { return Evidence(rule: rule, gazetteer: mention.ownRows) }
    return Evidence(rule: rule, gazetteer: mention.rows.indices.map { row(notes.rows.base[$0]) } + mention.ownRows)
  }

  private func row(_ reference: EntryReference) -> String {
    let image = knowledge.images[Int(reference.image)]
    let table = image.tableNames[Int(image.common(Int(reference.entry)).table)]
    return text.text(reference.range, behind: table, ":")
  }

  private func parts(_ mention: Mention) -> [EntityPart] {
    mention.parts.indices.map { index in
      let part = notes.parts.base[index]
      return EntityPart(
        type: part.type.standard ?? .organization, kind: kind(part.kind), text: text.text(part.range),
        range: text.range(part.range))
    }
  }
}

/// The names of records and things, `e17`: a letter and a number. The low numbers are made once.
private struct RecordNames: Sendable {
  static let entities = RecordNames("e", 512)
  static let persons = RecordNames("p", 128)
  static let organizations = RecordNames("o", 128)
  static let places = RecordNames("l", 128)

  private let letter: Unicode.Scalar
  private let low: [String]

  private init(_ letter: Unicode.Scalar, _ count: Int) {
    self.letter = letter
    low = (0..<count).map { Self.numbered(letter, $0) }
  }

  func name(_ number: Int) -> String { number < low.count ? low[number] : Self.numbered(letter, number) }

  private static func numbered(_ letter: Unicode.Scalar, _ number: Int) -> String {
    String(unsafeUninitializedCapacity: 21) { bytes in
      var length = 2
      var rest = number / 10
      while rest > 0 {
        length += 1
        rest /= 10
      }
      bytes[0] = UInt8(truncatingIfNeeded: letter.value)
      rest = number
      for place in (1..<length).reversed() {
        bytes[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return length
    }
  }
}
