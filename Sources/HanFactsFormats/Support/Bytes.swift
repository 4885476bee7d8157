/// Ways to append text to a buffer of UTF-8.
extension [UInt8] {
  /// Appends a text.
  mutating func add(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends an integer in decimal.
  mutating func add(_ number: Int) { append(contentsOf: String(number).utf8) }

  /// Appends a JSON string, safe inside an HTML `script` element.
  mutating func addJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": add("\\\"")
      case "\\": add("\\\\")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": add(Self.escape(scalar))
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}

extension Double {
  /// The number with at most three decimals: `0.99`, `1`.
  var thousandths: String {
    let parts = Int((self * 1_000).rounded())
    let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: 1_000)
    var text = (parts < 0 ? "-" : "") + String(whole)
    if rest == 0 { return text }
    var digits = String(1_000 + rest).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    text += "." + digits
    return text
  }
}

extension Unicode.Scalar {
  /// True for characters that end a line in one reader or another, and for the tabulator.
  var breaksLine: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// True for white space and for the byte order mark and zero-width space, which layout removal drops too.
  var isLayout: Bool { properties.isWhitespace || value == 0xFEFF || value == 0x200B }
}
