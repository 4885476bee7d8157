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

  /// The last characters of a line.
  struct LineEnd {
    var last: UInt32
    var second: UInt32
    var third: UInt32
  }

  /// The first character of a line, and up to three bytes behind it.
  struct LineStart {
    var first: UInt32
    var rest: UnsafeBufferPointer<UInt8>

    /// A byte behind the first character; a line end where the source ends.
    subscript(_ index: Int) -> UInt32 { index < rest.count ? UInt32(rest[index]) : 0x0A }
  }

  /// Does a line end cut a number, or a word at its hyphen, in two?
  ///
  /// Print cuts a figure anywhere (`20⏎25年`, `15,⏎000`, `20—⏎36`) and a Latin word at its hyphen only, so that two
  /// letters at a line end are two words.
  static func runsOn(_ end: LineEnd, _ start: LineStart) -> Bool {
    // Full-width letters and digits are cut anywhere.
    if isFullWidth(end.last), isFullWidth(start.first) { return true }
    let isDigitNext = isDigit(start.first)
    // Marks of ASCII in Chinese text, as in 通道,⏎189个 and 0°C⏎,17日.
    if isMark(start.first) || isMark(end.last) && !isLatin(end.second) || end.last == 0x28 || end.last == 0x5B {
      return true
    }
    // ECMO⏎(体外膜肺氧合机).
    if start.first == 0x28 || start.first == 0x5B, start[0] >= 0xE3 { return true }
    if isDigit(end.last) {
      if isDigitNext { return true }
      // 15⏎,000 and 20⏎—36, 5⏎G and 60⏎GB.
      if [0x2C, 0x2D, 0x2E].contains(start.first) || start.first >= 0x2010 && start.first <= 0x2027 { return true }
      return isWord(start.first) && !(isWord(start[0]) && isWord(start[1]))
    }
    switch end.last {
    case 0x2D, 0x2F:
      // PET-⏎CT, https://⏎host.
      return isWord(end.second) && isWord(start.first) || isDigit(end.second) && isDigitNext
        || end.last == 0x2F && end.second == 0x2F
    case 0x2E:
      return isDigit(end.second) && isDigitNext
    case 0x2C:
      return isDigit(end.second) && isDigitNext && isDigit(start[0]) && isDigit(start[1]) && !isDigit(start[2])
    case 0x2010...0x2027:
      return isDigit(end.second) && isDigitNext
    default:
      // PET⏎-CT and PET⏎/MR; a single letter before a number is one name with it: G⏎20.
      if start.first == 0x2D || start.first == 0x2F, isWord(end.last), isWord(start[0]) { return true }
      return isDigitNext && isWord(end.last) && !isWord(end.second) && end.second != 0x20
    }
  }

  /// A letter, a digit or a mark of ASCII in full width.
  private static func isFullWidth(_ scalar: UInt32) -> Bool { scalar >= 0xFF01 && scalar <= 0xFF5E }

  /// A letter or a digit of ASCII.
  static func isWord(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A
  }

  /// A mark of ASCII that ends a clause or a bracket.
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x29, 0x2C, 0x3A, 0x3B, 0x3F: true
    default: false
    }
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
