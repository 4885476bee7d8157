import HanText

extension FigureValue {
  /// Appends the compact JSON object, its keys in the contract's order.
  package func appendJSON(to out: inout [UInt8]) {
    var writer = FigureObjectWriter(out: out)
    writer.open()
    writer.string("kind", kind.rawValue)
    if let score { writer.string("value", score) } else { writer.number("value", value) }
    writer.number("min", min)
    writer.number("max", max)
    writer.number("numerator", numerator)
    writer.number("denominator", denominator)
    writer.numbers("parts", parts)
    if approximation != .exact { writer.string("approximation", approximation.rawValue) }
    writer.string("unit", unit)
    writer.string("canonicalUnit", canonicalUnit)
    if let si {
      writer.key("si")
      writer.open()
      writer.number("value", si.value)
      writer.number("min", si.min)
      writer.number("max", si.max)
      writer.string("unit", si.unit)
      writer.close()
    }
    if let of {
      writer.key("of")
      writer.open()
      writer.string("text", of.text)
      writer.range("range", of.range)
      writer.close()
    }
    writer.close()
    out = writer.out
  }
}

/// Writes one JSON object to bytes, leaving out what is nil.
struct FigureObjectWriter {
  /// The bytes so far.
  var out: [UInt8]
  private var needsComma = false

  init(out: consuming [UInt8]) { self.out = out }

  mutating func open() {
    out.append(UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func close() {
    out.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func key(_ name: StaticString) {
    if needsComma { out.append(UInt8(ascii: ",")) }
    needsComma = true
    out.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { out += $0 }
    out += "\":".utf8
  }

  mutating func number(_ name: StaticString, _ value: ExactDecimal?) {
    guard let value else { return }
    key(name)
    value.append(to: &out)
  }

  mutating func numbers(_ name: StaticString, _ values: [ExactDecimal]) {
    guard !values.isEmpty else { return }
    key(name)
    out.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      value.append(to: &out)
    }
    out.append(UInt8(ascii: "]"))
  }

  mutating func string(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    out.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0..<0x20:
        out += "\\u00".utf8
        out.append(UInt8(ascii: byte < 16 ? "0" : "1"))
        out.append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  mutating func range(_ name: StaticString, _ range: SourceRange) {
    key(name)
    let pair = { (range: Range<Int>) in "[\(range.lowerBound),\(range.upperBound)]" }
    out += "{\"utf8\":\(pair(range.utf8)),\"scalars\":\(pair(range.scalars)),\"utf16\":\(pair(range.utf16)),".utf8
    out += "\"line\":\(range.line),\"column\":\(range.column)}".utf8
  }
}
