import HanFacts

/// Explanations for people and as JSON.
struct ExplanationReport {
  private let explanation: DocumentExplanation
  private let place: TextPlace
  private let isColored: Bool

  init(_ explanation: DocumentExplanation, place: TextPlace, isColored: Bool) {
    self.explanation = explanation
    self.place = place
    self.isColored = isColored
  }

  /// Blocks of lines, one a record.
  func text() -> String {
    if explanation.explanations.isEmpty {
      var text = "no record here\n"
      if let reading = explanation.reading {
        text += "  read as    \(number(reading.cost))  \(tokens(reading.tokens))\n"
      }
      return text
    }
    return explanation.explanations.map(text).joined(separator: "\n")
  }

  private func text(_ one: Explanation) -> String {
    let entity = one.entity
    var text = paint("\(entity.range.line):\(entity.range.column)", "2") + "  " + entity.type.rawValue
    if let kind = entity.kind { text += " (\(kind))" }
    text += "  " + paint(entity.text, "1")
    let summary = ValueSummary.text(entity)
    if !summary.isEmpty, summary != entity.kind { text += "  " + summary }
    text += "\n  rule       \(entity.evidence.rule)"
    if let confidence = entity.confidence { text += ", confidence \(confidence)" }
    text += "\n"
    for row in one.rows {
      let details = [row.canonical == row.surface ? nil : row.canonical, row.kind, row.code].compactMap { $0 }
      text += "  row        \(row.table):\(row.line)  \(row.surface)"
      text += details.isEmpty ? "\n" : " (\(details.joined(separator: ", ")))\n"
    }
    guard let surface = one.surfaceCost, let transition = one.transitionCost else { return text }
    text +=
      "  cost       \(number(surface)) for the surface, \(number(transition)) for standing behind the word before\n"
    guard let chosen = one.chosen else { return text }
    text += "  chosen     \(paint(number(chosen.cost), "32"))  \(tokens(chosen.tokens))\n"
    guard let rejected = one.rejected, let margin = one.margin else { return text + "  rejected   none\n" }
    text += "  rejected   \(paint(number(rejected.cost), "31"))  \(tokens(rejected.tokens))\n"
    return text + "  margin     \(number(margin)) nats\n"
  }

  private func tokens(_ tokens: [Explanation.Token]) -> String {
    tokens.map { token in
      let text = token.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(text)" + paint("/\(token.wordClass) \(number(token.cost))", "2")
    }.joined(separator: "  ")
  }

  private func number(_ nats: Double) -> String {
    let hundredths = Int((nats.magnitude * 100).rounded())
    let digits = hundredths % 100
    return "\(nats < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension ExplanationReport {
  /// One object: the document's id and a list of its records with their reasons; costs in nats.
  func json() -> [UInt8] {
    var out: [UInt8] = []
    out.append("{\"schema\":")
    out.appendJSON(Document.schema)
    out.append(",\"id\":")
    out.appendJSON(place.path)
    out.append(",\"explanations\":[")
    for (index, one) in explanation.explanations.enumerated() {
      out.append(index > 0 ? ",\n" : "\n")
      append(one, to: &out)
    }
    out.append("\n]")
    if let reading = explanation.reading {
      out.append(",\"reading\":")
      append(reading, to: &out)
    }
    out.append("}\n")
    return out
  }

  private func append(_ one: Explanation, to out: inout [UInt8]) {
    out.append("{\"record\":")
    one.entity.appendJSON(to: &out)
    out.append(",\"rows\":[")
    for (index, row) in one.rows.enumerated() {
      out.append(index > 0 ? ",{\"table\":" : "{\"table\":")
      out.appendJSON(row.table)
      out.append(",\"line\":")
      out.appendJSON(row.line)
      for (name, value) in [
        ("surface", row.surface), ("canonical", row.canonical), ("kind", row.kind), ("code", row.code),
      ]
        as [(String, String?)]
      {
        guard let value else { continue }
        out.append(",")
        out.appendJSON(name)
        out.append(":")
        out.appendJSON(value)
      }
      out.append("}")
    }
    out.append("]")
    if let surface = one.surfaceCost, let transition = one.transitionCost {
      out.append(",\"cost\":{\"surface\":")
      out.append(contentsOf: "\(surface)".utf8)
      out.append(",\"transition\":")
      out.append(contentsOf: "\(transition)".utf8)
      out.append("}")
    }
    for (name, reading) in [("chosen", one.chosen), ("rejected", one.rejected)] {
      guard let reading else { continue }
      out.append(",")
      out.appendJSON(name)
      out.append(":")
      append(reading, to: &out)
    }
    if let margin = one.margin {
      out.append(",\"margin\":")
      out.append(contentsOf: "\((margin * 1_000).rounded() / 1_000)".utf8)
    }
    out.append("}")
  }

  private func append(_ reading: Explanation.Reading, to out: inout [UInt8]) {
    out.append("{\"cost\":")
    out.append(contentsOf: "\(reading.cost)".utf8)
    out.append(",\"tokens\":[")
    for (index, token) in reading.tokens.enumerated() {
      out.append(index > 0 ? ",{\"text\":" : "{\"text\":")
      out.appendJSON(token.text)
      out.append(",\"class\":")
      out.appendJSON(token.wordClass)
      out.append(",\"source\":")
      out.appendJSON(token.source)
      out.append(",\"cost\":")
      out.append(contentsOf: "\(token.cost)".utf8)
      out.append("}")
    }
    out.append("]}")
  }
}
