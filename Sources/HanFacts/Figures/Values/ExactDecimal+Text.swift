extension ExactDecimal: CustomStringConvertible {
  /// The number as JSON writes it: `39.5`, `637000000000`; an exponent only beyond 60 characters.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the JSON number.
  package func append(to out: inout [UInt8]) {
    var digits: [UInt8] = []
    var rest = significand
    repeat {
      let (quotient, remainder) = rest.dividedByTen()
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: remainder))
      rest = quotient
    } while !rest.isZero
    digits.reverse()
    if isNegative { out.append(UInt8(ascii: "-")) }
    let point = digits.count + exponent
    if point > 60 || point < -20 {
      appendScientific(digits, to: &out)
    } else if exponent >= 0 {
      out += digits
      out += repeatElement(UInt8(ascii: "0"), count: exponent)
    } else if point > 0 {
      out += digits[..<point]
      out.append(UInt8(ascii: "."))
      out += digits[point...]
    } else {
      out += "0.".utf8
      out += repeatElement(UInt8(ascii: "0"), count: -point)
      out += digits
    }
  }

  private func appendScientific(_ digits: [UInt8], to out: inout [UInt8]) {
    out.append(digits[0])
    if digits.count > 1 {
      out.append(UInt8(ascii: "."))
      out += digits[1...]
    }
    out.append(UInt8(ascii: "e"))
    out += String(digits.count - 1 + exponent).utf8
  }

  /// Reads `-12`, `39.5`, `.77`, `1e-9`; nil where the text is no number or has more than 38 digits.
  public init?(_ text: some StringProtocol) {
    var digits = WideInteger(low: 0)
    var power = 0
    var negative = false
    var seenPoint = false
    var seenDigit = false
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.first {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        guard let next = digits.multiplied(by: 10)?.adding(WideInteger(low: UInt64(byte - UInt8(ascii: "0"))))
        else { return nil }
        digits = next
        if seenPoint { power -= 1 }
        seenDigit = true
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E"), seenDigit {
        guard let written = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(written) < 100_000 else {
          return nil
        }
        power += written
        break
      } else {
        return nil
      }
      bytes = bytes.dropFirst()
    }
    guard seenDigit else { return nil }
    self.init(isNegative: negative, significand: digits, exponent: power)
  }
}

extension ExactDecimal: Codable {
  /// Reads a JSON number, or a string where the number has more digits than a binary number holds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int.self) {
      self.init(value)
    } else if let value = try? container.decode(Double.self), let exact = ExactDecimal(value) {
      self = exact
    } else if let exact = ExactDecimal(try container.decode(String.self)) {
      self = exact
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no decimal number")
    }
  }

  /// Writes a number where a binary number reads back exactly, else a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let integer {
      try container.encode(integer)
    } else if ExactDecimal(double) == self {
      try container.encode(double)
    } else {
      try container.encode(description)
    }
  }
}
