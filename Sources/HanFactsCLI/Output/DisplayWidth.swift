/// The columns that a text takes on a terminal.
enum DisplayWidth {
  /// Wide and full-width characters (Unicode Standard Annex 11) take two columns, marks that combine none.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one scalar. Ambiguous ones (`“ ” · …`) take one, as terminals draw them.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The text filled with blanks up to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text cut to a width, with `…` in place of what is cut.
  static func cut(_ text: String, _ width: Int) -> String {
    if of(text) <= width { return text }
    var used = 1
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      used += of(scalar)
      if used > width { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }
}
