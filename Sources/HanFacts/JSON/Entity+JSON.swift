extension Entity {
  /// Appends the compact object of the record.
  package func appendJSON(to out: inout [UInt8]) {
    var buffer = JSONBuffer(capacity: 512)
    write(to: &buffer)
    buffer.append(to: &out)
  }

  /// Writes the compact object of the record.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"id\":")
    out.string(id)
    out.raw(",\"type\":")
    out.string(type.rawValue)
    if let kind {
      out.raw(",\"kind\":")
      out.string(kind)
    }
    out.raw(",\"text\":")
    out.string(text)
    if let canonical {
      out.raw(",\"canonical\":")
      out.string(canonical)
    }
    if let entity {
      out.raw(",\"entity\":")
      out.string(entity)
    }
    out.raw(",\"range\":")
    out.range(range)
    if let value {
      out.raw(",\"value\":")
      value.write(to: &out)
    }
    out.raw(",\"evidence\":")
    evidence.write(to: &out)
    if let confidence {
      out.raw(",\"confidence\":")
      out.thousandths(confidence)
    }
    if !parts.isEmpty {
      out.raw(",\"parts\":[")
      for index in parts.indices {
        if index > 0 { out.raw(",") }
        parts[index].write(to: &out)
      }
      out.raw("]")
    }
    if isNested { out.raw(",\"nested\":true") }
    out.raw("}")
  }
}

extension EntityPart {
  /// Writes the compact object of the part.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"type\":")
    out.string(type.rawValue)
    if let kind {
      out.raw(",\"kind\":")
      out.string(kind)
    }
    out.raw(",\"text\":")
    out.string(text)
    out.raw(",\"range\":")
    out.range(range)
    out.raw("}")
  }
}

extension Evidence {
  /// Writes the compact object; `gazetteer` is left out where no row was used.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"rule\":")
    out.string(rule)
    if !gazetteer.isEmpty {
      out.raw(",\"gazetteer\":")
      out.strings(gazetteer)
    }
    out.raw("}")
  }
}
