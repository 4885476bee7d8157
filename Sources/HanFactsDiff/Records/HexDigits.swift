/// Hexadecimal numbers in lower case.
enum HexDigits {
  /// The digit of a number below 16.
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The lowest `count` digits of a number.
  static func string(_ value: UInt64, count: Int) -> String {
    let bytes = (0..<count).map { digit(UInt8(truncatingIfNeeded: value >> UInt64(4 * (count - 1 - $0))) & 15) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
