extension Entity {
  /// Appends the compact object of the record.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"id\":")
    out.appendJSON(id)
    out.append(",\"type\":")
    out.appendJSON(type.rawValue)
    if let kind {
      out.append(",\"kind\":")
      out.appendJSON(kind)
    }
    out.append(",\"text\":")
    out.appendJSON(text)
    if let canonical {
      out.append(",\"canonical\":")
      out.appendJSON(canonical)
    }
    if let entity {
      out.append(",\"entity\":")
      out.appendJSON(entity)
    }
    out.append(",\"range\":")
    out.appendJSON(range)
    if let value {
      out.append(",\"value\":")
      value.appendJSON(to: &out)
    }
    out.append(",\"evidence\":")
    evidence.appendJSON(to: &out)
    if let confidence {
      out.append(",\"confidence\":")
      out.appendJSON(thousandths: confidence)
    }
    if !parts.isEmpty {
      out.append(",\"parts\":[")
      for (index, part) in parts.enumerated() {
        if index > 0 { out.append(",") }
        part.appendJSON(to: &out)
      }
      out.append("]")
    }
    if isNested { out.append(",\"nested\":true") }
    out.append("}")
  }
}

extension EntityPart {
  /// Appends the compact object of the part.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"type\":")
    out.appendJSON(type.rawValue)
    if let kind {
      out.append(",\"kind\":")
      out.appendJSON(kind)
    }
    out.append(",\"text\":")
    out.appendJSON(text)
    out.append(",\"range\":")
    out.appendJSON(range)
    out.append("}")
  }
}

extension Evidence {
  /// Appends the compact object; `gazetteer` is left out where no row was used.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"rule\":")
    out.appendJSON(rule)
    if !gazetteer.isEmpty {
      out.append(",\"gazetteer\":")
      out.appendJSON(gazetteer)
    }
    out.append("}")
  }
}

extension EntityValue {
  /// Appends the compact object of the case.
  package func appendJSON(to out: inout [UInt8]) {
    switch self {
    case .person(let value):
      out.append("{\"surname\":")
      out.appendJSON(value.surname)
      out.append(",\"given\":")
      out.appendJSON(value.given)
      out.append("}")
    case .place(let value):
      out.append("{\"code\":")
      out.appendJSON(value.code)
      out.append(",\"parents\":")
      out.appendJSON(value.parents)
      out.append("}")
    case .date(let value): value.appendJSON(to: &out)
    case .figure(let value):
      // Into bytes of its own: the figure's writer copies what it is given.
      var bytes: [UInt8] = []
      value.appendJSON(to: &bytes)
      out.append(contentsOf: bytes)
    }
  }
}
