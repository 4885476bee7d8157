import HanFacts

/// Writes documents in one format. Deleted when the protocol of `HanFacts/JSON` lands.
package protocol DocumentWriter {
  /// Appends what stands before the first document.
  mutating func begin(into out: inout [UInt8])
  /// Appends one document; `source` is the decoded text that its ranges index.
  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8])
  /// Appends what stands behind the last document.
  mutating func end(into out: inout [UInt8])
}
