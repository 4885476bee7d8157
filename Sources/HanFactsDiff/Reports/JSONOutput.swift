import HanFacts

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
    bytes.appendJSON(value)
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
    bytes.appendJSON(key)
    bytes += [UInt8(ascii: ":"), 0x20]
  }
}
