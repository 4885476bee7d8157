import HanFacts
import HanText

/// The annotations of one document.
struct BratPage {
  /// The characters of the text file.
  let scalars: [Unicode.Scalar]
  /// The bytes of the `.ann` file.
  private(set) var out: [UInt8] = []
  /// What the annotations name.
  private(set) var vocabulary = BratVocabulary()
  private var textBounds = 0
  private var attributes = 0
  private var normalizations = 0
  private var relations = 0
  private var mentions: [Range<Int>: Int] = [:]

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Adds the entities and the facts of a document.
  mutating func add(_ document: Document) {
    for entity in document.entities { add(entity) }
    var events: [String: Int] = [:]
    for fact in document.facts where !Self.isRelation(fact) { events[fact.id] = events.count + 1 }
    for fact in document.facts {
      if let event = events[fact.id] { add(fact, event: event, events: events) } else { addRelation(fact) }
    }
  }

  private mutating func add(_ entity: Entity) {
    let type = BratVocabulary.safe(entity.type.rawValue)
    vocabulary.entities.insert(type)
    guard let number = textBound(type, entity.range) else { return }
    if mentions[entity.range.scalars] == nil { mentions[entity.range.scalars] = number }
    let target = "T\(number)"
    let summary = ValueSummary(entity.value)
    attribute("kind", entity.kind ?? summary.kind, of: target)
    switch entity.value {
    case .date, .figure:
      attribute("value", summary.value, of: target)
      attribute("modifier", summary.modifier, of: target)
      attribute("unit", summary.unit, of: target)
    case .place(let place):
      normalization(place.code.count == 6 ? "GB2260" : "ISO3166", place.code, entity.canonical ?? entity.text, target)
    default: break
    }
    if let thing = entity.entity { normalization("HanFacts", thing, entity.canonical ?? entity.text, target) }
  }

  /// Writes a text-bound annotation and returns its number; nil where the range holds no text.
  private mutating func textBound(_ type: String, _ range: SourceRange) -> Int? {
    let pieces = fragments(of: range.scalars)
    guard !pieces.isEmpty else { return nil }
    textBounds += 1
    out.add("T\(textBounds)\t\(type) ")
    for (index, piece) in pieces.enumerated() {
      if index > 0 { out.add(";") }
      out.add("\(piece.lowerBound) \(piece.upperBound)")
    }
    out.add("\t")
    for (index, piece) in pieces.enumerated() {
      if index > 0 { out.add(" ") }
      out.add(String(String.UnicodeScalarView(scalars[piece])))
    }
    out.add("\n")
    return textBounds
  }

  /// The pieces of a range that no line end splits, without white space around them.
  private func fragments(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    var end = 0
    for index in range.clamped(to: 0..<scalars.count) {
      if scalars[index].breaksLine {
        if let first = start { pieces.append(first..<end) }
        start = nil
      } else if !scalars[index].isLayout {
        if start == nil { start = index }
        end = index + 1
      }
    }
    if let first = start { pieces.append(first..<end) }
    return pieces
  }

  private mutating func attribute(_ name: String, _ value: String?, of target: String) {
    guard let value, !value.isEmpty else { return }
    let text = BratVocabulary.value(value)
    attributes += 1
    out.add("A\(attributes)\t\(name) \(target) \(text)\n")
    vocabulary.attributes[name, default: []].insert(text)
  }

  private mutating func normalization(_ table: String, _ id: String, _ text: String, _ target: String) {
    normalizations += 1
    let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.breaksLine ? " " : $0 }))
    out.add("N\(normalizations)\tReference \(target) \(table):\(BratVocabulary.value(id))\t\(line)\n")
  }
}

extension BratPage {
  /// True for a fact of two pieces of the text and nothing else that joins two names.
  private static func isRelation(_ fact: Fact) -> Bool {
    fact.type == .alias && fact.arguments.count == 2 && fact.polarity == nil && fact.modality == nil
      && fact.source == nil && fact.arguments.allSatisfy { if case .argument = $0.value { true } else { false } }
  }

  private mutating func addRelation(_ fact: Fact) {
    let ends = fact.arguments.flatMap(\.value.pieces).compactMap { mention($0) }
    guard ends.count == 2 else { return }
    let type = BratVocabulary.safe(fact.type.rawValue)
    vocabulary.relations.insert(type)
    relations += 1
    out.add("R\(relations)\t\(type) Arg1:T\(ends[0]) Arg2:T\(ends[1])\n")
  }

  private mutating func add(_ fact: Fact, event: Int, events: [String: Int]) {
    let type = BratVocabulary.safe(fact.type.rawValue)
    guard let trigger = textBound(type, Self.trigger(of: fact)) else { return }
    var roles: [(name: String, target: String)] = []
    var words: [(name: String, word: String)] = []
    for argument in fact.arguments {
      let name = BratVocabulary.safe(argument.name)
      if case .word(let word) = argument.value {
        if let other = events[word] { roles.append((name, "E\(other)")) } else { words.append((name, word)) }
      }
      for (index, piece) in argument.value.pieces.enumerated() {
        guard let number = mention(piece) else { continue }
        roles.append((index == 0 ? name : "\(name)\(index + 1)", "T\(number)"))
      }
    }
    if let source = fact.source, fact["source"] == nil, let number = mention(source) {
      roles.append(("source", "T\(number)"))
    }
    vocabulary.events[type, default: []].formUnion(roles.map(\.name))
    out.add("E\(event)\t\(type):T\(trigger)")
    for role in roles { out.add(" \(role.name):\(role.target)") }
    out.add("\n")
    for word in words { attribute(word.name, word.word, of: "E\(event)") }
    attribute("polarity", fact.polarity, of: "E\(event)")
    attribute("modality", fact.modality, of: "E\(event)")
  }

  /// The annotation of a piece of the text: that of an entity there, or a new one of type `argument`.
  private mutating func mention(_ piece: FactArgument) -> Int? {
    if let number = mentions[piece.range.scalars] { return number }
    vocabulary.entities.insert("argument")
    let number = textBound("argument", piece.range)
    mentions[piece.range.scalars] = number
    return number
  }

  /// Where an event is anchored: its cue, title or figure, else its first argument in the text.
  private static func trigger(of fact: Fact) -> SourceRange {
    for name in ["cue", "predicate", "title", "figure", "source", "credit"] {
      if let argument = fact.argument(name) { return argument.range }
    }
    return fact.arguments.lazy.flatMap(\.value.pieces).first?.range ?? fact.range
  }
}
