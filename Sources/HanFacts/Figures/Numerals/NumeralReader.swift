/// Reads numerals of every notation from the folded stream.
///
/// A numeral is read in one pass over its characters; one of more than 64 characters or 38 digits is refused, so that
/// the work is linear whatever the text.
struct NumeralReader {
  /// The longest numeral that is read.
  static let limit = 64

  let text: UnsafeBufferPointer<UInt32>

  /// The character at a position; 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < text.count ? text[index] : 0 }

  /// The class at a position.
  @inline(__always)
  func kind(_ index: Int) -> NumeralCharacter { NumeralCharacter(at(index)) }

  /// Reads the numeral that begins at a position, of whatever notation.
  func read(at start: Int) -> NumeralOutcome {
    let first = kind(start)
    switch first.kind {
    case .arabic: break
    case .none where at(start) == code("."): break
    case .none, .point: return .none
    default: break
    }
    var builder = NumeralBuilder(reader: self, start: start)
    return builder.run()
  }

  /// Reads digits `0`–`9` with thousands separators and a decimal part.
  ///
  /// `34,567`, `1,200,000.5`, `.77`; a comma is a separator only before groups of three digits.
  func arabic(at start: Int) -> NumeralOutcome {
    var index = start
    var digits = WideInteger(low: 0)
    var count = 0
    var power = 0
    var style: Numeral.Style = .arabic
    func isDigit(_ index: Int) -> Bool { at(index) >= 0x30 && at(index) <= 0x39 }
    func take(_ index: Int) -> Bool {
      guard let next = digits.multiplied(by: 10)?.adding(WideInteger(low: UInt64(at(index) - 0x30))) else { return false }
      digits = next
      return true
    }
    while isDigit(index) {
      if count < Self.limit, !take(index) { count = Self.limit }
      count += 1
      index += 1
    }
    if count > 1, at(start) == 0x30 { style.insert(.leadingZero) }
    if count >= 1, count <= 3 {
      while at(index) == code(","), isDigit(index + 1), isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4) {
        style.insert(.grouped)
        for offset in 1...3 {
          if count < Self.limit, !take(index + offset) { count = Self.limit }
          count += 1
        }
        index += 4
      }
    }
    if at(index) == code("."), isDigit(index + 1) {
      style.insert(.decimal)
      index += 1
      while isDigit(index) {
        if count < Self.limit, take(index) { power -= 1 } else { count = Self.limit }
        count += 1
        index += 1
      }
    }
    guard count > 0 else { return .none }
    guard count <= Self.limit else { return .refused(end: index, reason: .tooLong) }
    let value = ExactDecimal(isNegative: false, significand: digits, exponent: power)
    return .number(Numeral(start: start, end: index, low: value, style: style))
  }
}
