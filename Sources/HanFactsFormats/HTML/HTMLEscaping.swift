extension [UInt8] {
  /// Appends a text for an element or for an attribute in double quotation marks.
  mutating func addHTML(_ text: String) { for byte in text.utf8 { addHTML(byte) } }

  /// Appends a byte of UTF-8. Control characters stand as their pictures (␀), which are as long in UTF-16.
  mutating func addHTML(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): add("&amp;")
    case UInt8(ascii: "<"): add("&lt;")
    case UInt8(ascii: ">"): add("&gt;")
    case UInt8(ascii: "\""): add("&quot;")
    case UInt8(ascii: "\r"): add("&#13;")
    case 0x09, 0x0A: append(byte)
    case 0..<0x20: append(contentsOf: [0xE2, 0x90, 0x80 + byte])
    case 0x7F: append(contentsOf: [0xE2, 0x90, 0xA1])
    default: append(byte)
    }
  }
}
