/// The check value of a baseline's line: CRC-16/CCITT, four hexadecimal digits behind `⇥#`.
///
/// Every line carries its own, instead of one for the whole file, so that two branches that accept different records
/// merge without a conflict. It finds every damage of up to 16 bits in a row.
enum LineCheck {
  /// How many bytes the check takes with its tab and mark.
  static let length = 6

  private static let table: [UInt16] = (0..<256).map { index in
    (0..<8).reduce(UInt16(index) << 8) { value, _ in
      value & 0x8000 != 0 ? value << 1 ^ 0x1021 : value << 1
    }
  }

  static func value(of bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0xFFFF) { crc, byte in crc << 8 ^ table[Int(UInt8(truncatingIfNeeded: crc >> 8) ^ byte)] }
  }

  /// Appends the check of a line, and the line's end.
  static func append(for line: some Sequence<UInt8>, to out: inout [UInt8]) {
    out += [UInt8(ascii: "\t"), UInt8(ascii: "#")]
    out += Array(HexDigits.string(UInt64(value(of: line)), count: 4).utf8)
    out.append(0x0A)
  }

  /// The line without its check, or nil where it has none; and whether they fit.
  static func split(_ line: ArraySlice<UInt8>) -> (content: ArraySlice<UInt8>, fits: Bool)? {
    guard line.count >= length else { return nil }
    let content = line.dropLast(length)
    let check = line[content.endIndex...]
    guard check.starts(with: [UInt8(ascii: "\t"), UInt8(ascii: "#")]) else { return nil }
    let expected = HexDigits.string(UInt64(value(of: content)), count: 4)
    return (content, check.dropFirst(2).elementsEqual(expected.utf8))
  }
}
