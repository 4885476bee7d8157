import HanFacts

/// The mentions of a gold and a predicted document, in offsets of one text.
struct AlignedDocuments {
  typealias Mention = EvaluationDocument.Mention

  private struct Key: Hashable {
    var type: EntityType
    var range: Range<Int>
  }

  private(set) var gold: [Mention]
  private(set) var predicted: [Mention]
  /// The text that the offsets count in, where one is known.
  private(set) var text: [Unicode.Scalar]?
  /// What is doubtful about the pair.
  private(set) var note: String?

  init(gold: EvaluationDocument, predicted: EvaluationDocument?) {
    let predicted = predicted ?? EvaluationDocument(id: gold.id, text: gold.text, isSqueezed: gold.isSqueezed)
    var (first, second) = (gold, predicted)
    if first.isSqueezed != second.isSqueezed {
      first = Self.squeezed(first)
      second = Self.squeezed(second)
    }
    self.gold = first.mentions
    self.predicted = second.mentions
    text = (first.text ?? second.text).map { Array($0.unicodeScalars) }
    note = Self.misfit(first, second, text: text)
  }

  /// Leaves out the mentions of other types.
  mutating func keep(_ types: Set<EntityType>?) {
    guard let types else { return }
    gold.removeAll { !types.contains($0.type) }
    predicted.removeAll { !types.contains($0.type) }
  }

  /// Takes an alternative range where the prediction has it, and drops optional mentions with what matches them.
  mutating func settleOptions() {
    guard gold.contains(where: { $0.isOptional || !$0.alternatives.isEmpty }) else { return }
    let found = Set(predicted.map { Key(type: $0.type, range: $0.range) })
    for index in gold.indices {
      let mention = gold[index]
      guard !found.contains(Key(type: mention.type, range: mention.range)) else { continue }
      let other = mention.alternatives.first { found.contains(Key(type: mention.type, range: $0)) }
      if let other { gold[index].range = other }
    }
    let free = Set(gold.filter(\.isOptional).map { Key(type: $0.type, range: $0.range) })
    predicted.removeAll { free.contains(Key(type: $0.type, range: $0.range)) }
    gold.removeAll(where: \.isOptional)
  }

  /// The document in offsets that do not count white space; as it is where its text is not known.
  private static func squeezed(_ document: EvaluationDocument) -> EvaluationDocument {
    guard !document.isSqueezed, let text = document.text else { return document }
    var offsets = [0]
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if !scalar.isLayout { kept.append(scalar) }
      offsets.append(kept.count)
    }
    func place(_ range: Range<Int>) -> Range<Int> {
      let lower = offsets[min(max(range.lowerBound, 0), offsets.count - 1)]
      return lower..<max(lower, offsets[min(max(range.upperBound, 0), offsets.count - 1)])
    }
    var result = document
    result.text = String(String.UnicodeScalarView(kept))
    result.isSqueezed = true
    result.mentions = document.mentions.map { mention in
      var mention = mention
      mention.range = place(mention.range)
      mention.alternatives = mention.alternatives.map(place)
      return mention
    }
    return result
  }

  /// A note where the surfaces of mentions are not what stands at their offsets.
  private static func misfit(
    _ gold: EvaluationDocument, _ predicted: EvaluationDocument, text: [Unicode.Scalar]?
  ) -> String? {
    guard let text else { return nil }
    let known = (gold.mentions + predicted.mentions).filter { $0.text != nil }
    let wrong = known.filter { mention in
      let range = mention.range.clamped(to: 0..<text.count)
      let found = text[range].filter { !$0.isLayout }
      return found != (mention.text ?? "").unicodeScalars.filter { !$0.isLayout }
    }
    guard !wrong.isEmpty else { return nil }
    return "document '\(gold.id)': \(wrong.count) of \(known.count) mentions do not stand at their offsets; "
      + "were both files made from the same text?"
  }
}
