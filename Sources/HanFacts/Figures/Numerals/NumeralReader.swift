/// Reads numerals of every notation from the folded stream.
///
/// A numeral is read in one pass over its characters; one of more than 64 characters or 38 digits is refused, so that
/// the work is linear whatever the text.
struct NumeralReader: BitwiseCopyable {
  /// The longest numeral that is read.
  static let limit = 64

  let text: UnsafeBufferPointer<UInt32>
  /// `NumeralCharacter.table`, which costs a call to ask for.
  private let classes = NumeralCharacter.table

  init(text: UnsafeBufferPointer<UInt32>) { self.text = text }

  /// The character at a position; 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < text.count ? text[index] : 0 }

  /// The class at a position.
  @inline(__always)
  func kind(_ index: Int) -> NumeralCharacter { NumeralCharacter(at(index), in: classes) }

  /// Reads the numeral that begins at a position, of whatever notation.
  func read(at start: Int) -> NumeralOutcome {
    let first = kind(start)
    switch first.kind {
    case .arabic: break
    case .none where at(start) == code("."): break
    case .none, .point: return .none
    default: break
    }
    // 兆佳, 兆丰: alone it is a word.
    if at(start) == code("兆") { return .none }
    // One Chinese digit alone, the commonest numeral of all.
    if first.kind == .digit, first.value > 0, kind(start + 1).kind == .none {
      return .number(Numeral(start: start, end: start + 1, low: ExactDecimal(digit: first.value), style: .chinese))
    }
    if first.kind == .arabic, case .number(let run) = arabic(at: start), isWhole(run) { return .number(run) }
    var builder = NumeralBuilder(reader: self, start: start)
    return builder.run()
  }

  /// Whether nothing that belongs to a numeral stands behind digits.
  private func isWhole(_ run: Numeral) -> Bool {
    guard run.end - run.start <= Self.limit, kind(run.end).kind == .none else { return false }
    switch at(run.end) {
    case code("k"), code("K"), code("w"), code("W"), code("多"), code("余"), code("来"): return false
    case 0x20: return at(run.end + 1) | 0x20 != code("k")
    default: return true
    }
  }

  /// `e10`, `E-3`, `×10^8`: the power of ten behind a number.
  private func exponent(at index: Int) -> (end: Int, power: Int)? {
    var position = index
    if at(index) | 0x20 == code("e") {
      position += 1
    } else if at(index) == code("×"), at(index + 1) == code("1"), at(index + 2) == code("0"), at(index + 3) == code("^")
    {
      position += 4
    } else {
      return nil
    }
    let isNegative = at(position) == code("-") || at(position) == code("−")
    if isNegative || at(position) == code("+") { position += 1 }
    var power = 0
    let start = position
    while at(position) >= 0x30, at(position) <= 0x39, position - start < 3 {
      power = power * 10 + Int(at(position)) - 0x30
      position += 1
    }
    let next = at(position) | 0x20
    guard position > start, !(next >= 0x61 && next <= 0x7A), !(at(position) >= 0x30 && at(position) <= 0x39) else {
      return nil
    }
    return (position, isNegative ? -power : power)
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
      guard let next = digits.multiplied(by: 10)?.adding(WideInteger(low: UInt64(at(index) - 0x30))) else {
        return false
      }
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
    // Older newspapers set the point in the middle: 99·99%.
    let isMiddle = at(index) == code("·") && index > start && isDigit(index + 1)
    if isMiddle || at(index) == code("."), isDigit(index + 1) {
      style.insert(.decimal)
      index += 1
      while isDigit(index) {
        if count < Self.limit, take(index) { power -= 1 } else { count = Self.limit }
        count += 1
        index += 1
      }
    }
    if count > 0, let scientific = exponent(at: index) {
      power += scientific.power
      index = scientific.end
      style.insert(.decimal)
    }
    guard count > 0 else { return .none }
    guard count <= Self.limit else { return .refused(end: index, reason: .tooLong) }
    let value = ExactDecimal(isNegative: false, significand: digits, exponent: power)
    return .number(Numeral(start: start, end: index, low: value, style: style))
  }
}
