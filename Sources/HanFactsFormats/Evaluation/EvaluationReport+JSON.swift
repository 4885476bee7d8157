import HanFacts

extension EvaluationReport {
  /// The report as one JSON object, keys in a fixed order, scores with four decimals; ends with LF.
  ///
  /// ```json
  /// {"schema": "hanfacts-evaluation/1", "documents": 1, "overall": {"strict": {"correct": 1, …}, …},
  ///  "types": [{"type": "person", "schemes": {"strict": {…}, …}}], "errors": [{"kind": "missed", …}], "notes": []}
  /// ```
  public var json: String {
    var out: [UInt8] = []
    out.append("{\"schema\":\"hanfacts-evaluation/1\",\"documents\":")
    out.appendJSON(documents)
    out.append(",\"overall\":{")
    Self.append(overall, to: &out)
    out.append("},\"types\":[")
    for (index, row) in types.enumerated() {
      out.append(index > 0 ? ",{\"type\":" : "{\"type\":")
      out.appendJSON(row.type.rawValue)
      out.append(",\"schemes\":{")
      Self.append(row.counts, to: &out)
      out.append("}}")
    }
    out.append("],\"errors\":[")
    for (index, finding) in errors.enumerated() {
      if index > 0 { out.append(",") }
      finding.appendJSON(to: &out)
    }
    out.append("],\"notes\":")
    out.appendJSON(notes)
    out.append("}\n")
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(_ counts: [EvaluationScheme: EvaluationCounts], to out: inout [UInt8]) {
    for (index, scheme) in EvaluationScheme.allCases.enumerated() {
      if index > 0 { out.append(",") }
      let row = counts[scheme] ?? EvaluationCounts()
      out.add("\"\(scheme.rawValue)\":{\"correct\":\(row.correct),\"incorrect\":\(row.incorrect),")
      out.add("\"partial\":\(row.partial),\"missed\":\(row.missed),\"spurious\":\(row.spurious),")
      out.add("\"precision\":\(score(row.precision)),\"recall\":\(score(row.recall)),\"f1\":\(score(row.f1))}")
    }
  }
}

extension EvaluationFinding {
  fileprivate func appendJSON(to out: inout [UInt8]) {
    out.append("{\"kind\":")
    out.appendJSON(kind.rawValue)
    out.append(",\"document\":")
    out.appendJSON(document)
    if let line, let column { out.add(",\"line\":\(line),\"column\":\(column)") }
    for (name, mention) in [("gold", gold), ("predicted", predicted)] {
      guard let mention else { continue }
      out.add(",\"\(name)\":{\"type\":")
      out.appendJSON(mention.type.rawValue)
      if let text = mention.text {
        out.append(",\"text\":")
        out.appendJSON(text)
      }
      out.append(",\"scalars\":")
      out.appendJSON(mention.range)
      out.append("}")
    }
    if let context {
      out.append(",\"context\":")
      out.appendJSON(context)
    }
    out.append("}")
  }
}
