extension Fact {
  /// Appends the compact object of the fact: `id`, `type`, `range`, the arguments, then what qualifies them.
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
      argument.value.appendJSON(to: &out)
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

extension FactValue {
  /// Appends an object, an array of objects or a string.
  package func appendJSON(to out: inout [UInt8]) {
    switch self {
    case .argument(let argument): argument.appendJSON(to: &out)
    case .list(let arguments):
      out.append("[")
      for (index, argument) in arguments.enumerated() {
        if index > 0 { out.append(",") }
        argument.appendJSON(to: &out)
      }
      out.append("]")
    case .word(let word): out.appendJSON(word)
    }
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
