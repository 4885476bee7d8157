extension FigureScan {
  /// Reads what begins with a numeral and is a fraction: `三分之二`, `百分之五`, `3又1/2`, `1/3`.
  func ratio(_ first: Numeral) -> QuantityOutcome? {
    if let parted = parted(first) { return parted }
    if at(first.end) == code("又") || first.style.contains(.arabic) && at(first.end) == 0x20 {
      if let mixed = mixedFraction(first) { return mixed }
    }
    return slashed(first)
  }

  /// `X分之Y`.
  private func parted(_ first: Numeral) -> QuantityOutcome? {
    guard at(first.end) == code("分") else { return nil }
    let hasMark = at(first.end + 1) == code("之")
    var start = first.end + (hasMark ? 2 : 1)
    let isNegative = at(start) == code("负") || at(start) == code("-")
    if isNegative { start += 1 }
    start = skippingBlank(start)
    guard case .number(var second) = numerals.read(at: start) else { return nil }
    if !hasMark {
      // 二分一加仑: without 之 only with small numbers before a measure.
      guard first.low < 10, second.low < first.low, first.style.contains(.chinese) else { return nil }
      guard case .unit(let match) = unit(at: second.end, after: second), match.row.kind == .measure else { return nil }
    }
    if second.style.contains(.suffixed) { second.style.remove(.suffixed) }
    var result = Quantity(
      range: first.start..<second.end, numberRange: first.start..<second.end, low: second.low, high: second.high,
      approximation: second.approximation, numeral: second)
    if isNegative { result.negate() }
    if hasMark, let family = percentFamily(first) {
      result.kind = .percent
      result.rule = "figure.percent"
      let range = first.start..<first.end + 2
      result.unit = UnitMatch(row: family, range: range, canonical: family.canonical)
      takePercentTail(&result)
      return .quantity(result)
    }
    guard let fraction = fractionOf(result, below: first) else { return nil }
    return .quantity(withUnit(fraction))
  }

  /// The rows of `百分之` and `千分之`; 一百分之 is a fraction.
  private func percentFamily(_ numeral: Numeral) -> UnitRow? {
    guard numeral.end == numeral.start + 1 else { return nil }
    let surface: String
    switch at(numeral.start) {
    case code("百"), code("佰"): surface = "%"
    case code("千"), code("仟"): surface = "‰"
    default: return nil
    }
    return lexicon.unit(named: surface)
  }

  /// `百分之五十多`, `百分之几`.
  private func takePercentTail(_ result: inout Quantity) {
    let end = result.range.upperBound
    guard at(end) == code("多") || at(end) == code("余"), result.numeral.style.contains(.units) else { return }
    result.approximation = .over
    result.range = result.range.lowerBound..<end + 1
  }

  /// The quotient.
  private func fractionOf(_ upper: Quantity, below: Numeral) -> Quantity? {
    guard let low = upper.low.divided(by: below.low) else { return nil }
    var result = upper
    result.fraction = (upper.low, below.low)
    result.high = upper.high?.divided(by: below.low)
    result.low = low
    result.kind = .fraction
    result.rule = "figure.fraction"
    return result
  }

  /// `四分之一公升`: a fraction of a measure.
  private func withUnit(_ quantity: Quantity) -> Quantity {
    guard case .unit(let match) = unit(at: quantity.range.upperBound, after: quantity.numeral),
      match.row.kind == .measure, match.row.dimension != "pressure", !match.row.flags.contains(.weak)
    else { return quantity }
    var result = quantity
    result.fraction = nil
    result.kind = .measure
    result.rule = "figure.measure"
    result.unit = match
    result.range = quantity.range.lowerBound..<match.range.upperBound
    return result
  }

  /// `三又五分之一`, `1 4/3`.
  private func mixedFraction(_ whole: Numeral) -> QuantityOutcome? {
    var start = whole.end + 1
    if at(whole.end) == code("又"), at(start) == 0x20 { start += 1 }
    guard case .number(let below) = numerals.read(at: start) else { return nil }
    let outcome = at(whole.end) == code("又") ? parted(below) ?? slashed(below) : slashed(below)
    guard case .quantity(let part)? = outcome, part.kind == .fraction, let sum = whole.low.adding(part.low),
      let fraction = part.fraction
    else { return nil }
    if at(whole.end) == 0x20, whole.end - whole.start > 3 || !whole.low.isInteger { return nil }
    var result = part
    result.low = sum
    if let upper = whole.low.multiplied(by: fraction.denominator)?.adding(fraction.numerator) {
      result.fraction = (upper, fraction.denominator)
    }
    result.range = whole.start..<part.range.upperBound
    result.numberRange = result.range
    return .quantity(result)
  }

  /// `3/16`, `1 / 2`.
  private func slashed(_ upper: Numeral) -> QuantityOutcome? {
    let slash = skippingBlank(upper.end)
    guard at(slash) == code("/"), upper.style.isSubset(of: [.arabic, .decimal]) else { return nil }
    let start = skippingBlank(slash + 1)
    guard isDigit(start), case .number(let below) = numerals.read(at: start), !below.low.isZero else { return nil }
    guard below.style.isSubset(of: [.arabic]), upper.low.isInteger, upper.low < 10000 else { return nil }
    let before = at(upper.start - 1)
    if at(below.end) == code("/") || before == code("/") || before == code("-") && isDigit(upper.start - 2) {
      var end = below.end
      while isDigit(end) || at(end) == code("/") { end += 1 }
      return .refused(end: end, .date)
    }
    if isLetter(below.end) || at(below.end) == code("月") || at(below.end) == code("年") { return nil }
    if case .unit(let match) = unit(at: below.end, after: below), match.row.dimension == "pressure" { return nil }
    let result = Quantity(
      range: upper.start..<below.end, numberRange: upper.start..<below.end, low: upper.low, numeral: upper)
    guard let fraction = fractionOf(result, below: below) else { return nil }
    return .quantity(withUnit(fraction))
  }
}
