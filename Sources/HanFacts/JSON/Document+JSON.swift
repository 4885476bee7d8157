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
    appendJSON(to: &bytes)
    return isPretty ? JSONIndenter.indented(bytes) : bytes
  }

  /// Appends the compact object.
  package func appendJSON(to out: inout [UInt8]) {
    var buffer = JSONBuffer(capacity: 256 + entities.count * 384 + facts.count * 640)
    write(to: &buffer)
    buffer.append(to: &out)
  }

  /// Writes the compact object.
  func write(to out: inout JSONBuffer) {
    writeHead(to: &out)
    // Through the buffer no record is copied.
    entities.withUnsafeBufferPointer { records in
      guard let first = records.baseAddress else { return }
      for index in 0..<records.count {
        if index > 0 { out.raw(",") }
        (first + index).pointee.write(to: &out)
      }
    }
    writeTail(to: &out)
  }

  /// Writes what stands before the first entity.
  func writeHead(to out: inout JSONBuffer) {
    out.raw("{\"schema\":")
    out.string(Self.schema)
    out.raw(",\"id\":")
    out.string(id)
    out.raw(",\"length\":{\"utf8\":")
    out.number(length.utf8)
    out.raw(",\"scalars\":")
    out.number(length.scalars)
    out.raw("}")
    if let referenceDate {
      out.raw(",\"referenceDate\":")
      out.array { referenceDate.appendJSON(to: &$0) }
    }
    out.raw(",\"entities\":[")
  }

  /// Writes what stands behind the last entity: the facts.
  func writeTail(to out: inout JSONBuffer) {
    out.raw("],\"facts\":[")
    for index in facts.indices {
      if index > 0 { out.raw(",") }
      facts[index].write(to: &out)
    }
    out.raw("]}")
  }
}
