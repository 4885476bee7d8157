extension ExactDecimal {
  /// The number with the other sign.
  public var negated: ExactDecimal {
    ExactDecimal(isNegative: !isNegative, significand: significand, exponent: exponent)
  }

  /// The number times ten to the power; never fails.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, significand: significand, exponent: exponent + power)
  }

  /// The exact sum, or nil where it has more than 38 digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if isZero { return other }
    if other.isZero { return self }
    let power = min(exponent, other.exponent)
    guard let first = significand.scaled(byPowerOfTen: exponent - power),
      let second = other.significand.scaled(byPowerOfTen: other.exponent - power)
    else { return nil }
    if isNegative == other.isNegative {
      guard let sum = first.adding(second) else { return nil }
      return ExactDecimal(isNegative: isNegative, significand: sum, exponent: power)
    }
    return first < second
      ? ExactDecimal(isNegative: other.isNegative, significand: second.subtracting(first), exponent: power)
      : ExactDecimal(isNegative: isNegative, significand: first.subtracting(second), exponent: power)
  }

  /// The exact product, or nil where it has more than 38 digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    guard let product = significand.multiplied(by: other.significand) else { return nil }
    return ExactDecimal(
      isNegative: isNegative != other.isNegative, significand: product, exponent: exponent + other.exponent)
  }

  /// The quotient to 15 significant digits, rounded half up; nil for a division by nought.
  ///
  /// `1 ÷ 3` is `0.333333333333333`, `1 ÷ 16` is `0.0625`.
  public func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard !other.isZero else { return nil }
    guard !isZero else { return .zero }
    var rest = significand.droppingDigits(beyond: 36)
    var divisor = other.significand.droppingDigits(beyond: 36)
    var power = exponent + rest.dropped - other.exponent - divisor.dropped
    while rest.value < divisor.value, let next = rest.value.multiplied(by: 10) {
      rest.value = next
      power -= 1
    }
    while let next = divisor.value.multiplied(by: 10), next <= rest.value {
      divisor.value = next
      power += 1
    }
    var digits = WideInteger(low: 0)
    for position in 0...15 {
      var digit: UInt64 = 0
      while rest.value >= divisor.value {
        rest.value = rest.value.subtracting(divisor.value)
        digit += 1
      }
      if position == 15 {
        if digit >= 5 { digits = digits.adding(WideInteger(low: 1)) ?? digits }
        break
      }
      digits = WideInteger(low: digits.low &* 10 &+ digit)
      if position > 0 { power -= 1 }
      rest.value = rest.value.multiplied(by: 10) ?? rest.value
    }
    return ExactDecimal(isNegative: isNegative != other.isNegative, significand: digits, exponent: power)
  }
}

extension WideInteger {
  /// The number cut to its first digits, and how many were dropped.
  func droppingDigits(beyond count: Int) -> (value: WideInteger, dropped: Int) {
    var value = self
    var dropped = 0
    while value.digitCount > count {
      value = value.dividedByTen().quotient
      dropped += 1
    }
    return (value, dropped)
  }
}
