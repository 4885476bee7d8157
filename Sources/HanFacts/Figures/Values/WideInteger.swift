/// An unsigned integer of 128 bits, the significand of an `ExactDecimal`.
///
/// The standard library has one only on newer systems than this package supports.
struct WideInteger: Hashable, Sendable {
  /// The upper 64 bits.
  var high: UInt64
  /// The lower 64 bits.
  var low: UInt64

  /// Makes an integer of two halves.
  init(high: UInt64 = 0, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// True for nought.
  var isZero: Bool { high == 0 && low == 0 }

  /// The number of decimal digits; 1 for nought.
  var digitCount: Int {
    var rest = self
    var count = 1
    while true {
      let (quotient, _) = rest.dividedByTen()
      if quotient.isZero { return count }
      rest = quotient
      count += 1
    }
  }

  /// The quotient and the remainder of a division by ten.
  func dividedByTen() -> (quotient: WideInteger, remainder: UInt64) {
    if high == 0 { return (WideInteger(low: low / 10), low % 10) }
    let (upper, rest) = high.quotientAndRemainder(dividingBy: 10)
    let (lower, remainder) = (10 as UInt64).dividingFullWidth((rest, low))
    return (WideInteger(high: upper, low: lower), remainder)
  }

  /// The product with a small factor, or nil where it does not fit.
  func multiplied(by factor: UInt64) -> WideInteger? {
    let (carry, lower) = low.multipliedFullWidth(by: factor)
    let (upper, overflow) = high.multipliedReportingOverflow(by: factor)
    let (sum, overflow2) = upper.addingReportingOverflow(carry)
    return overflow || overflow2 ? nil : WideInteger(high: sum, low: lower)
  }

  /// The product, or nil where it does not fit.
  func multiplied(by other: WideInteger) -> WideInteger? {
    if other.high == 0 { return multiplied(by: other.low) }
    return high == 0 ? other.multiplied(by: low) : nil
  }

  /// The product with a power of ten, or nil where it does not fit.
  func scaled(byPowerOfTen power: Int) -> WideInteger? {
    guard power > 0, !isZero else { return self }
    guard power < 39 else { return nil }
    var result = self
    for _ in 0..<power {
      guard let next = result.multiplied(by: 10) else { return nil }
      result = next
    }
    return result
  }

  /// The sum, or nil where it does not fit.
  func adding(_ other: WideInteger) -> WideInteger? {
    let (lower, carry) = low.addingReportingOverflow(other.low)
    let (upper, overflow) = high.addingReportingOverflow(other.high)
    let (sum, overflow2) = upper.addingReportingOverflow(carry ? 1 : 0)
    return overflow || overflow2 ? nil : WideInteger(high: sum, low: lower)
  }

  /// The difference; `other` must not be greater.
  func subtracting(_ other: WideInteger) -> WideInteger {
    let (lower, borrow) = low.subtractingReportingOverflow(other.low)
    return WideInteger(high: high &- other.high &- (borrow ? 1 : 0), low: lower)
  }
}

extension WideInteger: Comparable {
  /// Orders by value.
  static func < (left: WideInteger, right: WideInteger) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
