/// Writes JSON in the order it is told, straight to bytes.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ body: (inout JSONOutput) -> Void) {
    open(key, UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ key: String? = nil, _ body: (inout JSONOutput) -> Void) {
    open(key, UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func string(_ key: String? = nil, _ value: String) {
    begin(key)
    quoted(value)
  }

  mutating func number(_ key: String? = nil, _ value: Int) {
    begin(key)
    bytes += Array(String(value).utf8)
  }

  mutating func lineEnd() { bytes.append(0x0A) }

  private mutating func open(_ key: String?, _ bracket: UInt8) {
    begin(key)
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes += [UInt8(ascii: ","), 0x20] }
    needsComma = true
    guard let key else { return }
    quoted(key)
    bytes += [UInt8(ascii: ":"), 0x20]
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case ..<0x20: bytes += Array("\\u00\(HexDigits.string(UInt64(byte), count: 2))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
