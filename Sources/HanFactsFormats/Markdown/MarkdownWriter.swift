import HanFacts

/// Writes tables of GitHub-flavoured Markdown, for a pull request or a report: one of records and one of facts.
///
/// Text cannot break a table or become markup, a mention of an account or a reference to an issue.
/// ```text
/// ### news.txt
///
/// 3 records, 1 fact; reference date 2020-09-15 (dateline+text)
///
/// | Line | Type | Text | Value | Thing |
/// | ---: | --- | --- | --- | --- |
/// | 1:2 | organization (media) | 新华社 | | o1 新华社 |
/// ```
public struct MarkdownWriter: DocumentWriter, Sendable {
  private var isFirst = true

  /// A writer.
  public init() {}

  /// Appends nothing.
  public mutating func begin(into out: inout [UInt8]) {}

  /// Appends the tables of a document.
  public mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    if !isFirst { out.add("\n") }
    isFirst = false
    out.add("### \(Self.escape(document.id))\n\n\(Self.counts(document))\n")
    if !document.entities.isEmpty {
      out.add("\n| Line | Type | Text | Value | Thing |\n| ---: | --- | --- | --- | --- |\n")
      for entity in document.entities { row(cells(of: entity), into: &out) }
    }
    if !document.facts.isEmpty {
      out.add("\n| Line | Fact | Arguments |\n| ---: | --- | --- |\n")
      for fact in document.facts { row(cells(of: fact), into: &out) }
    }
  }

  /// Appends nothing.
  public mutating func end(into out: inout [UInt8]) {}

  private static func counts(_ document: Document) -> String {
    var text = "\(count(document.entities.count, "record")), \(count(document.facts.count, "fact"))"
    if let date = document.referenceDate { text += "; reference date \(date.value) (\(date.from.rawValue))" }
    return text
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func cells(of entity: Entity) -> [String] {
    let summary = ValueSummary(entity.value)
    let kind = entity.kind ?? summary.kind
    let thing = [entity.entity, entity.canonical].compactMap { $0 }.joined(separator: " ")
    let place = "\(entity.range.line):\(entity.range.column)"
    return [place, entity.type.rawValue + (kind.map { " (\($0))" } ?? ""), entity.text, summary.phrase, thing]
  }

  private func cells(of fact: Fact) -> [String] {
    var parts = fact.arguments.map { "\($0.name): \($0.value.summary)" }
    if let polarity = fact.polarity { parts.append("polarity: \(polarity)") }
    if let modality = fact.modality { parts.append("modality: \(modality)") }
    if let source = fact.source { parts.append("said by: \(source.text)") }
    return ["\(fact.range.line):\(fact.range.column)", fact.type.rawValue, parts.joined(separator: "; ")]
  }

  private func row(_ cells: [String], into out: inout [UInt8]) {
    out.add("|")
    for cell in cells { out.add(cell.isEmpty ? " |" : " \(Self.escape(cell)) |") }
    out.add("\n")
  }

  /// Text as Markdown shows it unchanged in one line.
  static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "|", "`", "*", "_", "[", "]", "~", "$": result += "\\\(scalar)"
      // An empty comment keeps @name and #1 from becoming links.
      case "@", "#": result += "\(scalar)<!-- -->"
      case _ where scalar.breaksLine || scalar == "\0": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
