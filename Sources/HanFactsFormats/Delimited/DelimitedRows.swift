import HanFacts

/// What the rows of a table are.
public enum DelimitedRows: Sendable {
  /// One row an entity.
  case entities
  /// One row a fact.
  case facts
}

/// Writes tables of separated fields after RFC 4180, the separator being a comma or a tabulator.
struct DelimitedTable {
  let separator: UInt8
  let lineEnd: String
  let rows: DelimitedRows

  static let entityColumns = [
    "document", "id", "type", "kind", "text", "canonical", "entity", "line", "column", "start", "end", "value",
    "modifier", "unit", "of", "rule", "confidence",
  ]
  /// The arguments that have a column of their own; arguments of users' facts stand together in `other`.
  static let argumentColumns = [
    "person", "title", "organization", "speaker", "cue", "content", "form", "continues", "source", "place", "date",
    "credit", "reporters", "subject", "predicate", "of", "figure", "direction", "from", "to", "basis", "full",
    "short",
  ]
  static let factColumns =
    ["document", "id", "type"] + argumentColumns
    + ["other", "polarity", "modality", "line", "column", "start", "end", "rule"]

  func header(into out: inout [UInt8]) {
    append(rows == .entities ? Self.entityColumns : Self.factColumns, to: &out)
  }

  func write(_ document: Document, into out: inout [UInt8]) {
    switch rows {
    case .entities: for entity in document.entities { append(fields(of: entity, in: document.id), to: &out) }
    case .facts: for fact in document.facts { append(fields(of: fact, in: document.id), to: &out) }
    }
  }

  private func fields(of entity: Entity, in document: String) -> [String] {
    let summary = ValueSummary(entity.value)
    return [
      document, entity.id, entity.type.rawValue, entity.kind ?? summary.kind ?? "", entity.text,
      entity.canonical ?? "", entity.entity ?? "", String(entity.range.line), String(entity.range.column),
      String(entity.range.scalars.lowerBound), String(entity.range.scalars.upperBound), summary.value,
      summary.modifier ?? "", summary.unit ?? "", summary.of ?? "", entity.evidence.rule,
      entity.confidence?.thousandths ?? "",
    ]
  }

  private func fields(of fact: Fact, in document: String) -> [String] {
    var fields = [document, fact.id, fact.type.rawValue]
    for name in Self.argumentColumns {
      fields.append(fact[name]?.summary ?? (name == "source" ? fact.source?.text ?? "" : ""))
    }
    let others = fact.arguments.filter { !Self.argumentColumns.contains($0.name) }
    fields.append(others.map { "\($0.name)=\($0.value.summary)" }.joined(separator: "; "))
    fields += [
      fact.polarity ?? "", fact.modality ?? "", String(fact.range.line), String(fact.range.column),
      String(fact.range.scalars.lowerBound), String(fact.range.scalars.upperBound), fact.evidence.rule,
    ]
    return fields
  }

  private func append(_ fields: [String], to out: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(separator) }
      append(field, to: &out)
    }
    out.add(lineEnd)
  }

  /// A field that holds the separator, a quotation mark or a line end stands in quotation marks, which are doubled.
  private func append(_ field: String, to out: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard field.utf8.contains(where: { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }) else {
      out.add(field)
      return
    }
    out.append(quote)
    for byte in field.utf8 {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}

extension FactValue {
  /// The text of the argument; several are parted by `, `.
  var summary: String {
    switch self {
    case .argument(let argument): argument.text
    case .list(let arguments): arguments.map(\.text).joined(separator: ", ")
    case .word(let word): word
    }
  }

  /// The arguments that are pieces of the text.
  var pieces: [FactArgument] {
    switch self {
    case .argument(let argument): [argument]
    case .list(let arguments): arguments
    case .word: []
    }
  }
}
