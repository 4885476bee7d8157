import HanFacts

/// Scores predicted mentions against gold ones.
///
/// ```swift
/// let gold = try AnnotationReader.documents(in: goldBytes, file: "gold.jsonl")
/// let predicted = try AnnotationReader.documents(in: predictedBytes, file: "out.json")
/// print(try Evaluation.run(gold: gold, predicted: predicted).text)
/// ```
public enum Evaluation {
  /// Scores document by document; documents are paired by id, else by file name without folder and ending, and two
  /// single documents whatever their names.
  ///
  /// A gold document without a prediction counts as missed; a predicted one without gold is left out. Both are noted.
  /// - Throws: ``EvaluationError`` where nothing can be paired or two gold documents have one id.
  /// - Complexity: O(n log n) in the mentions, for texts of bounded nesting.
  public static func run(
    gold: [EvaluationDocument], predicted: [EvaluationDocument], options: EvaluationOptions = EvaluationOptions()
  ) throws(EvaluationError) -> EvaluationReport {
    let pairs = try DocumentPairs(gold: gold, predicted: predicted)
    var report = EvaluationReport()
    report.documents = gold.count
    report.notes = pairs.notes
    var byType: [EntityType: [EvaluationScheme: EvaluationCounts]] = [:]
    for pair in pairs.pairs {
      var texts = AlignedDocuments(gold: pair.gold, predicted: pair.predicted)
      if let note = texts.note { report.notes.append(note) }
      texts.keep(options.types)
      texts.settleOptions()
      let gold = MentionPairing.sorted(texts.gold)
      let predicted = MentionPairing.sorted(texts.predicted)
      let types = Set(gold.map(\.type)).union(predicted.map(\.type))
      for scheme in EvaluationScheme.allCases {
        report.overall[scheme, default: .init()] += MentionPairing.counts(
          gold: gold, predicted: predicted, scheme: scheme)
        for type in types {
          byType[type, default: [:]][scheme, default: .init()] += MentionPairing.counts(
            gold: gold.filter { $0.type == type }, predicted: predicted.filter { $0.type == type }, scheme: scheme)
        }
      }
      let context = MentionContext(text: texts.text, width: options.contextWidth)
      report.errors += EvaluationFinding.list(id: pair.gold.id, gold: gold, predicted: predicted, context: context)
    }
    report.types = byType.sorted { order($0.key) < order($1.key) }.map { .init(type: $0.key, counts: $0.value) }
    return report
  }

  /// The built-in types in the order of the documentation, then users' types by name.
  private static func order(_ type: EntityType) -> String {
    let index = EntityType.standard.firstIndex(of: type) ?? EntityType.standard.count
    return "\(index)\(type.rawValue)"
  }
}
