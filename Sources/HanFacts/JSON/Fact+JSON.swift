extension Fact {
  /// Appends the compact object of the fact.
  package func appendJSON(to out: inout [UInt8]) {
    var buffer = JSONBuffer(capacity: 1_024)
    write(to: &buffer)
    buffer.append(to: &out)
  }

  /// Writes the compact object of the fact: `id`, `type`, `range`, the arguments, then what qualifies them.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"id\":")
    out.string(id)
    out.raw(",\"type\":")
    out.string(type.rawValue)
    out.raw(",\"range\":")
    out.range(range)
    for index in arguments.indices {
      out.raw(",")
      out.string(arguments[index].name)
      out.raw(":")
      arguments[index].value.write(to: &out)
    }
    if let polarity {
      out.raw(",\"polarity\":")
      out.string(polarity)
    }
    if let modality {
      out.raw(",\"modality\":")
      out.string(modality)
    }
    if let source {
      out.raw(",\"source\":")
      source.write(to: &out)
    }
    out.raw(",\"evidence\":")
    evidence.write(to: &out)
    out.raw("}")
  }
}

extension FactValue {
  /// Writes an object, an array of objects or a string.
  func write(to out: inout JSONBuffer) {
    switch self {
    case .argument(let argument): argument.write(to: &out)
    case .list(let arguments):
      out.raw("[")
      for index in arguments.indices {
        if index > 0 { out.raw(",") }
        arguments[index].write(to: &out)
      }
      out.raw("]")
    case .word(let word): out.string(word)
    }
  }
}

extension FactArgument {
  /// Writes the compact object of the argument.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"text\":")
    out.string(text)
    out.raw(",\"range\":")
    out.range(range)
    if let entity {
      out.raw(",\"entity\":")
      out.string(entity)
    }
    if let value {
      out.raw(",\"value\":")
      value.write(to: &out)
    }
    out.raw("}")
  }
}
