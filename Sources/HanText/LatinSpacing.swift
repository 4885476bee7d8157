/// Where white space is part of the text: between words in Latin script and numbers, nowhere else.
enum LatinSpacing {
  /// Is a blank between `last` and `next` kept? Quotation marks and dashes count as Latin beside a Latin word.
  static func keepsBlank(_ last: UInt32, _ next: UInt32, beforeLast: UInt32, afterNext: UInt32) -> Bool {
    // 39.5 % is one figure.
    if next == 0x25, isDigit(last) { return false }
    if isAmbiguous(last) { return isLatin(next) && isLatinOrBlank(beforeLast) }
    if isAmbiguous(next) { return isLatin(last) && isLatinOrBlank(afterNext) }
    return isLatin(last) && isLatin(next)
  }

  /// A letter or a digit of ASCII.
  static func isWord(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A
  }

  /// A digit of ASCII.
  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// Written with blanks between words: anything but Chinese, its punctuation, symbols, and line ends.
  private static func isLatin(_ scalar: UInt32) -> Bool {
    scalar != 0x0A && scalar != 0x0D && !isAmbiguous(scalar)
      && CharacterTable.shared.bits(scalar) & CharacterTable.tight == 0
  }

  private static func isLatinOrBlank(_ scalar: UInt32) -> Bool {
    isLatin(scalar) && scalar != 0x0A
  }

  /// Marks that Chinese and Latin text share: curly quotes, dashes, the ellipsis, the middle dot.
  private static func isAmbiguous(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || scalar >= 0x2010 && scalar <= 0x2027
  }
}
