extension Document {
  /// The document record as the command line writes it: one compact object, keys in the order of the contract.
  ///
  /// The same records give the same bytes.
  ///
  /// - Parameter isPretty: whether the object is laid out over lines for people
  /// - Complexity: linear in the records
  public func json(isPretty: Bool = false) -> String {
    String(decoding: jsonBytes(isPretty: isPretty), as: UTF8.self)
  }

  /// The bytes of ``json(isPretty:)``.
  public func jsonBytes(isPretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128 + entities.count * 400 + facts.count * 600)
    appendJSON(to: &bytes)
    return isPretty ? JSONIndenter.indented(bytes) : bytes
  }

  /// Appends the compact object.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"schema\":")
    out.appendJSON(Self.schema)
    out.append(",\"id\":")
    out.appendJSON(id)
    out.append(",\"length\":{\"utf8\":")
    out.appendJSON(length.utf8)
    out.append(",\"scalars\":")
    out.appendJSON(length.scalars)
    out.append("}")
    if let referenceDate {
      out.append(",\"referenceDate\":")
      referenceDate.appendJSON(to: &out)
    }
    out.append(",\"entities\":[")
    for (index, entity) in entities.enumerated() {
      if index > 0 { out.append(",") }
      entity.appendJSON(to: &out)
    }
    out.append("],\"facts\":[")
    for (index, fact) in facts.enumerated() {
      if index > 0 { out.append(",") }
      fact.appendJSON(to: &out)
    }
    out.append("]}")
  }
}
