/// Which predicted document belongs to which gold one.
struct DocumentPairs {
  private(set) var pairs: [(gold: EvaluationDocument, predicted: EvaluationDocument?)] = []
  private(set) var notes: [String] = []

  init(gold: [EvaluationDocument], predicted: [EvaluationDocument]) throws(EvaluationError) {
    if gold.isEmpty { throw EvaluationError(message: "the gold file has no documents") }
    for (name, documents) in [("gold", gold), ("predicted", predicted)] {
      var seen: Set<String> = []
      for document in documents where !seen.insert(document.id).inserted {
        throw EvaluationError(message: "two \(name) documents have the id '\(document.id)'")
      }
    }
    if gold.count == 1, predicted.count == 1 {
      pairs = [(gold[0], predicted[0])]
      return
    }
    var left = Dictionary(uniqueKeysWithValues: predicted.map { ($0.id, $0) })
    let exact = gold.map { left.removeValue(forKey: $0.id) }
    // What is left is paired by file name, where that names one document alone.
    let free = zip(gold, exact).filter { $0.1 == nil }.map { Self.stem($0.0.id) }
    let stems = Dictionary(grouping: left.values, by: { Self.stem($0.id) })
    for (document, match) in zip(gold, exact) {
      var match = match
      let stem = Self.stem(document.id)
      if match == nil, let others = stems[stem], others.count == 1, free.count(where: { $0 == stem }) == 1 {
        match = left.removeValue(forKey: others[0].id)
      }
      if match == nil { notes.append("no prediction for document '\(document.id)': its mentions count as missed") }
      pairs.append((document, match))
    }
    if !predicted.isEmpty, pairs.allSatisfy({ $0.predicted == nil }) {
      throw EvaluationError(
        message: "no predicted document has the id of a gold one: gold '\(gold[0].id)', predicted '\(predicted[0].id)'")
    }
    notes += predicted.filter { left[$0.id] != nil }.map { "no gold for document '\($0.id)': it is left out" }
  }

  /// The file name without folders and the ending of a text or annotation file.
  private static func stem(_ id: String) -> String {
    // `BratNames` writes folders as `folder__file`.
    let start = ["/", "__"].compactMap { id.end(ofLast: $0) }.max() ?? id.startIndex
    var name = String(id[start...])
    for ending in [".txt", ".ann", ".conll", ".json"] where name.hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
      break
    }
    return name
  }
}

extension String {
  /// The place behind the last occurrence of a part.
  fileprivate func end(ofLast part: String) -> Index? {
    var place = endIndex
    while place > startIndex {
      place = index(before: place)
      if self[place...].hasPrefix(part) { return index(place, offsetBy: part.count) }
    }
    return nil
  }
}
