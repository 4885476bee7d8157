import HanFacts

/// Writes comma-separated values after RFC 4180: UTF-8, lines end with CR LF, the first is the header.
///
/// `value` is the normalised value in the unit of `unit`, the canonical one; ranges are written `20..36`;
/// `modifier` is a date's `mod` or a figure's `approximation`; `start` and `end` count Unicode scalars.
/// ```swift
/// var writer = CSVWriter()
/// var out: [UInt8] = []
/// writer.begin(into: &out)
/// writer.write(document, source: Array(text.utf8), into: &out)
/// writer.end(into: &out)
/// ```
public struct CSVWriter: DocumentWriter, Sendable {
  private let table: DelimitedTable

  /// A writer of entities or of facts.
  public init(rows: DelimitedRows = .entities) {
    table = DelimitedTable(separator: UInt8(ascii: ","), lineEnd: "\r\n", rows: rows)
  }

  /// Appends the header.
  public mutating func begin(into out: inout [UInt8]) { table.header(into: &out) }

  /// Appends the rows of a document.
  public mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    table.write(document, into: &out)
  }

  /// Appends nothing.
  public mutating func end(into out: inout [UInt8]) {}
}
