import HanFacts

/// How documents become bytes: by the workers where the format needs no order, else one after the other.
enum Rendering: Sendable {
  /// A record a line.
  case lines
  /// One object.
  case object(JSONWriter)
  /// A writer that wants documents in order.
  case ordered

  /// Whether a document is rendered as its compact object, which a worker writes without making the document.
  var isCompact: Bool {
    if case .lines = self { true } else { false }
  }

  /// Renders a document where that needs no order; false where it does.
  func render(_ document: Document, into out: inout [UInt8]) -> Bool {
    switch self {
    case .lines:
      document.appendJSON(to: &out)
      out.append(0x0A)
    case .object(let writer): writer.render(document, into: &out)
    case .ordered: return false
    }
    return true
  }
}
