/// An exact decimal number: a significand of up to 38 digits and a power of ten.
///
/// Figures are never held in binary floating point: `39.5` is 395 × 10⁻¹, `6370亿` is 637 × 10⁹.
/// Equal numbers have equal representations, so `1.10` and `1.1` are the same value.
///
/// ```swift
/// let share: ExactDecimal = 39.5
/// print(share.scaled(byPowerOfTen: 8))  // 3950000000
/// ```
public struct ExactDecimal: Hashable, Sendable, BitwiseCopyable {
  /// True for numbers below nought.
  public let isNegative: Bool
  /// The digits, without zeros at the end.
  let significand: WideInteger
  /// The power of ten the significand is multiplied with.
  public let exponent: Int

  /// Nought.
  public static let zero = ExactDecimal(0)
  /// One.
  public static let one = ExactDecimal(1)

  /// Makes ±significand × 10^exponent, with zeros at the significand's end moved into the exponent.
  init(isNegative: Bool, significand: WideInteger, exponent: Int) {
    if significand.isZero {
      self.isNegative = false
      self.significand = significand
      self.exponent = 0
      return
    }
    var digits = significand
    var power = exponent
    while true {
      let (quotient, remainder) = digits.dividedByTen()
      guard remainder == 0 else { break }
      digits = quotient
      power += 1
    }
    self.isNegative = isNegative
    self.significand = digits
    self.exponent = power
  }

  /// Makes the number of an integer.
  public init(_ value: Int) {
    self.init(isNegative: value < 0, significand: WideInteger(low: UInt64(value.magnitude)), exponent: 0)
  }

  /// Makes the shortest decimal that reads back as this binary number; nil for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
  }

  /// Ten to the power.
  public static func powerOfTen(_ power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: false, significand: WideInteger(low: 1), exponent: power)
  }

  /// True for nought.
  public var isZero: Bool { significand.isZero }
  /// True where no digit stands behind the point.
  public var isInteger: Bool { exponent >= 0 }
  /// The position of the first digit: 1 for 1–9.99, 3 for 100–999, 0 for 0.1–0.99.
  var magnitude10: Int { significand.digitCount + exponent }

  /// The value as an integer, or nil where it is none or does not fit.
  public var integer: Int? {
    guard exponent >= 0, let wide = significand.scaled(byPowerOfTen: exponent), wide.high == 0 else { return nil }
    guard let value = Int(exactly: wide.low) else { return nil }
    return isNegative ? -value : value
  }

  /// The nearest binary number.
  public var double: Double { Double(description) ?? .nan }
}

extension ExactDecimal: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Makes the number of an integer literal.
  public init(integerLiteral value: Int) { self.init(value) }
  /// Makes the shortest decimal of a float literal.
  public init(floatLiteral value: Double) { self = ExactDecimal(value) ?? .zero }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isZero || right.isZero || left.isNegative != right.isNegative {
      return left.sign < right.sign
    }
    let below = left.isNegative ? right : left
    let above = left.isNegative ? left : right
    if below.magnitude10 != above.magnitude10 { return below.magnitude10 < above.magnitude10 }
    let shift = below.exponent - above.exponent
    guard let first = below.significand.scaled(byPowerOfTen: max(shift, 0)),
      let second = above.significand.scaled(byPowerOfTen: max(-shift, 0))
    else { return below.double < above.double }
    return first < second
  }

  private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }
}
