extension FigureScan {
  /// Completes a numeral that begins a fraction: `三分之二`, `百分之五`, `3又1/2`, `1/3`; nil where it begins none.
  func takeRatio(_ quantity: inout Quantity) -> QuantityOutcome? {
    let end = quantity.numeral.end
    switch at(end) {
    case code("分"):
      if takeParted(&quantity) { return .quantity }
    case code("又"):
      if takeMixedFraction(&quantity) { return .quantity }
    case 0x20 where quantity.numeral.style.contains(.arabic):
      if takeMixedFraction(&quantity) { return .quantity }
    default: break
    }
    return takeSlashed(&quantity)
  }

  /// `X分之Y`.
  private func takeParted(_ quantity: inout Quantity) -> Bool {
    let first = quantity.numeral
    guard at(first.end) == code("分") else { return false }
    let hasMark = at(first.end + 1) == code("之")
    var start = first.end + (hasMark ? 2 : 1)
    let isNegative = at(start) == code("负") || at(start) == code("-")
    if isNegative { start += 1 }
    start = skippingBlank(start)
    guard case .number(var second) = numerals.read(at: start) else { return false }
    if !hasMark {
      // 二分一加仑: without 之 only with small numbers before a measure.
      guard first.low < 10, second.low < first.low, first.style.contains(.chinese) else { return false }
      guard case .unit(let match) = unit(at: second.end, after: second), match.row.kind == .measure else {
        return false
      }
    }
    if second.style.contains(.suffixed) { second.style.remove(.suffixed) }
    var result = Quantity(second)
    result.range = first.start..<second.end
    result.numberRange = result.range
    if isNegative { result.negate() }
    if hasMark, let family = percentFamily(first) {
      result.kind = .percent
      result.rule = "figure.percent"
      result.unit = UnitMatch(row: family, range: first.start..<first.end + 2)
      takePercentTail(&result)
    } else {
      guard divide(&result, by: first.low) else { return false }
      takeMeasure(&result)
    }
    quantity = result
    return true
  }

  /// The rows of `百分之` and `千分之`; 一百分之 is a fraction.
  private func percentFamily(_ numeral: Numeral) -> UnitMark? {
    guard numeral.end == numeral.start + 1 else { return nil }
    switch at(numeral.start) {
    case code("百"), code("佰"): return lexicon.named.percent
    case code("千"), code("仟"): return lexicon.named.permille
    default: return nil
    }
  }

  /// `百分之五十多`, `百分之几`.
  private func takePercentTail(_ result: inout Quantity) {
    let end = result.range.upperBound
    guard at(end) == code("多") || at(end) == code("余"), result.numeral.style.contains(.units) else { return }
    result.approximation = .over
    result.range = result.range.lowerBound..<end + 1
  }

  /// Makes a fraction of a number and the one below it; false where that is nought.
  private func divide(_ upper: inout Quantity, by below: ExactDecimal) -> Bool {
    guard let low = upper.low.divided(by: below) else { return false }
    upper.fraction = NumberPair(first: upper.low, second: below)
    upper.high = upper.high?.divided(by: below)
    upper.low = low
    upper.kind = .fraction
    upper.rule = "figure.fraction"
    return true
  }

  /// `四分之一公升`: a fraction of a measure.
  private func takeMeasure(_ result: inout Quantity) {
    guard case .unit(let match) = unit(at: result.range.upperBound, after: result.numeral),
      match.row.kind == .measure, match.row.dimension != .pressure, !match.row.flags.contains(.weak)
    else { return }
    result.fraction = nil
    result.kind = .measure
    result.rule = "figure.measure"
    result.unit = match
    result.range = result.range.lowerBound..<match.range.upperBound
  }

  /// `三又五分之一`, `1 4/3`.
  private func takeMixedFraction(_ quantity: inout Quantity) -> Bool {
    let whole = quantity.numeral
    var start = whole.end + 1
    if at(whole.end) == code("又"), at(start) == 0x20 { start += 1 }
    guard case .number(let below) = numerals.read(at: start) else { return false }
    var part = Quantity(below)
    if at(whole.end) != code("又") || !takeParted(&part) {
      guard case .quantity? = takeSlashed(&part) else { return false }
    }
    guard part.kind == .fraction, let sum = whole.low.adding(part.low), let fraction = part.fraction else {
      return false
    }
    if at(whole.end) == 0x20, whole.end - whole.start > 3 || !whole.low.isInteger { return false }
    part.low = sum
    if let upper = whole.low.multiplied(by: fraction.second)?.adding(fraction.first) {
      part.fraction = NumberPair(first: upper, second: fraction.second)
    }
    part.range = whole.start..<part.range.upperBound
    part.numberRange = part.range
    quantity = part
    return true
  }

  /// `3/16`, `1 / 2`.
  private func takeSlashed(_ quantity: inout Quantity) -> QuantityOutcome? {
    let slash = skippingBlank(quantity.numeral.end)
    guard at(slash) == code("/"), quantity.numeral.style.isSubset(of: [.arabic, .decimal]) else { return nil }
    let upper = quantity.numeral
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
    if case .unit(let match) = unit(at: below.end, after: below), match.row.dimension == .pressure { return nil }
    var result = quantity
    result.range = upper.start..<below.end
    result.numberRange = result.range
    result.high = nil
    result.approximation = .exact
    guard divide(&result, by: below.low) else { return nil }
    takeMeasure(&result)
    quantity = result
    return .quantity
  }
}
