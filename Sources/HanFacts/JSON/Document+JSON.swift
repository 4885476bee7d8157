import HanText

extension Document {
  /// The document record as the command line writes it: one compact object, keys in the order of the contract.
  ///
  /// Complexity: linear in the records.
  public func json() -> String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the compact object.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"schema\":\"hanfacts/1\",\"id\":")
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
  /// Appends the compact object.
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
    case .figure(let value): value.appendJSON(to: &out)
    }
  }
}

extension Fact {
  /// Appends the compact object of the fact.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"id\":")
    out.appendJSON(id)
    out.append(",\"type\":")
    out.appendJSON(type.rawValue)
    out.append(",\"range\":")
    out.appendJSON(range)
    for argument in arguments {
      out.append(",")
      out.appendJSON(argument.name)
      out.append(":")
      switch argument.value {
      case .argument(let value): value.appendJSON(to: &out)
      case .list(let values):
        out.append("[")
        for (index, value) in values.enumerated() {
          if index > 0 { out.append(",") }
          value.appendJSON(to: &out)
        }
        out.append("]")
      case .word(let word): out.appendJSON(word)
      }
    }
    if let polarity {
      out.append(",\"polarity\":")
      out.appendJSON(polarity)
    }
    if let modality {
      out.append(",\"modality\":")
      out.appendJSON(modality)
    }
    if let source {
      out.append(",\"source\":")
      source.appendJSON(to: &out)
    }
    out.append(",\"evidence\":")
    evidence.appendJSON(to: &out)
    out.append("}")
  }
}

extension FactArgument {
  /// Appends the compact object of the argument.
  package func appendJSON(to out: inout [UInt8]) {
    out.append("{\"text\":")
    out.appendJSON(text)
    out.append(",\"range\":")
    out.appendJSON(range)
    if let entity {
      out.append(",\"entity\":")
      out.appendJSON(entity)
    }
    if let value {
      out.append(",\"value\":")
      value.appendJSON(to: &out)
    }
    out.append("}")
  }
}
