extension DateValue {
  /// Appends the value as a compact JSON object, its keys in the order of the contract.
  package func appendJSON(to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    Self.append("kind", kind.rawValue, to: &out, isFirst: true)
    Self.append("value", value, to: &out)
    Self.append("mod", mod?.rawValue, to: &out)
    Self.append("edtf", edtf, to: &out)
    Self.append("begin", begin, to: &out)
    Self.append("end", end, to: &out)
    Self.append("anchor", anchor?.rawValue, to: &out)
    Self.append("calendar", calendar, to: &out)
    Self.append("zone", zone, to: &out)
    out.append(UInt8(ascii: "}"))
  }

  static func append(_ key: StaticString, _ value: String?, to out: inout [UInt8], isFirst: Bool = false) {
    guard let value else { return }
    if !isFirst { out.append(UInt8(ascii: ",")) }
    out.append(UInt8(ascii: "\""))
    out.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    out.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\"")])
    for byte in value.utf8 {
      switch byte {
      case 0x22, 0x5C:
        out.append(0x5C)
        out.append(byte)
      case 0..<0x20: out.append(contentsOf: Array("\\u00\(byte < 16 ? "0" : "1")\(hex(byte & 15))".utf8))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16) }
}
