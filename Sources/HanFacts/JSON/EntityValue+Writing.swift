extension EntityValue {
  /// Appends the compact object of the case.
  package func appendJSON(to out: inout [UInt8]) {
    var buffer = JSONBuffer(capacity: 256)
    write(to: &buffer)
    buffer.append(to: &out)
  }

  /// Writes the compact object of the case.
  func write(to out: inout JSONBuffer) {
    switch self {
    case .person(let value):
      out.raw("{\"surname\":")
      out.string(value.surname)
      out.raw(",\"given\":")
      out.string(value.given)
      out.raw("}")
    case .place(let value):
      out.raw("{\"code\":")
      out.string(value.code)
      out.raw(",\"parents\":")
      out.strings(value.parents)
      out.raw("}")
    case .date(let value): value.write(to: &out)
    case .figure(let value): value.write(to: &out)
    }
  }
}

extension DateValue {
  /// Writes the object that `appendJSON` appends.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"kind\":")
    out.valueString(kind.rawValue)
    out.raw(",\"value\":")
    out.valueString(value)
    if let mod {
      out.raw(",\"mod\":")
      out.valueString(mod.rawValue)
    }
    if let edtf {
      out.raw(",\"edtf\":")
      out.valueString(edtf)
    }
    if let begin {
      out.raw(",\"begin\":")
      out.valueString(begin)
    }
    if let end {
      out.raw(",\"end\":")
      out.valueString(end)
    }
    if let anchor {
      out.raw(",\"anchor\":")
      out.valueString(anchor.rawValue)
    }
    if let calendar {
      out.raw(",\"calendar\":")
      out.valueString(calendar)
    }
    if let zone {
      out.raw(",\"zone\":")
      out.valueString(zone)
    }
    out.raw("}")
  }
}

extension FigureValue {
  /// Writes the object that `appendJSON` appends.
  func write(to out: inout JSONBuffer) {
    out.raw("{\"kind\":")
    out.valueString(kind.rawValue)
    if let score {
      out.raw(",\"value\":")
      out.valueString(score)
    } else if let value {
      out.raw(",\"value\":")
      out.decimal(value)
    }
    if let min {
      out.raw(",\"min\":")
      out.decimal(min)
    }
    if let max {
      out.raw(",\"max\":")
      out.decimal(max)
    }
    if let numerator {
      out.raw(",\"numerator\":")
      out.decimal(numerator)
    }
    if let denominator {
      out.raw(",\"denominator\":")
      out.decimal(denominator)
    }
    for index in parts.indices {
      if index == 0 { out.raw(",\"parts\":[") } else { out.raw(",") }
      out.decimal(parts[index])
    }
    if !parts.isEmpty { out.raw("]") }
    if approximation != .exact {
      out.raw(",\"approximation\":")
      out.valueString(approximation.rawValue)
    }
    writeUnits(to: &out)
    if let of {
      out.raw(",\"of\":{\"text\":")
      out.valueString(of.text)
      out.raw(",\"range\":")
      out.range(of.range)
      out.raw("}")
    }
    out.raw("}")
  }

  private func writeUnits(to out: inout JSONBuffer) {
    if let unit {
      out.raw(",\"unit\":")
      out.valueString(unit)
    }
    if let canonicalUnit {
      out.raw(",\"canonicalUnit\":")
      out.valueString(canonicalUnit)
    }
    guard let si else { return }
    out.raw(",\"si\":{")
    if let value = si.value {
      out.raw("\"value\":")
      out.decimal(value)
      out.raw(",")
    }
    if let min = si.min {
      out.raw("\"min\":")
      out.decimal(min)
      out.raw(",")
    }
    if let max = si.max {
      out.raw("\"max\":")
      out.decimal(max)
      out.raw(",")
    }
    out.raw("\"unit\":")
    out.valueString(si.unit)
    out.raw("}")
  }
}

extension JSONBuffer {
  /// Appends an exact number.
  mutating func decimal(_ number: ExactDecimal) {
    let significand = number.significand
    let (digits, exponent) = (significand.high == 0 ? Self.digitCount(significand.low) : 60, number.exponent)
    // What has few digits on both sides of its point; all else is rare.
    guard digits < 20, exponent > -20, digits + exponent <= 60, digits + exponent > 0, significand.high == 0 else {
      array { number.append(to: &$0) }
      return
    }
    if number.isNegative { raw("-") }
    if exponent >= 0 {
      self.digits(significand.low, digits)
      for _ in 0..<exponent { raw("0") }
      return
    }
    self.digits(significand.low, digits, point: digits + exponent)
  }

  private static func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var limit: UInt64 = 10
    while number >= limit {
      count += 1
      if count == 20 { break }
      limit &*= 10
    }
    return count
  }
}
