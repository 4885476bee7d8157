extension FigureScan {
  /// Completes an amount of money: subunits, elided digits and a currency behind.
  ///
  /// `3元5角`, `五块八毛`, `九块九`, `三块零四`, `两美元又三美分`, `2000亿元人民币`, `九千块钱`.
  func completeMoney(_ result: inout Quantity, _ match: UnitMatch) {
    result.rule = "figure.money"
    result.kind = .money
    result.low = converted(result.low, match.row)
    if let high = result.high { result.high = converted(high, match.row) }
    guard match.denominator == nil else { return }
    if result.high == nil, result.approximation == .exact { takeSubunits(&result, match.row) }
    takeSuffix(&result)
  }

  private func converted(_ value: ExactDecimal, _ row: UnitMark) -> ExactDecimal {
    value.multiplied(by: lexicon.row(of: row).factor.numerator) ?? value
  }

  /// `5角`, `9毛9`, `零四`, `又三美分` behind the main unit.
  private func takeSubunits(_ result: inout Quantity, _ main: UnitMark) {
    var step = lexicon.row(of: main).factor.numerator
    var position = result.range.upperBound
    var currency = main
    for _ in 0..<3 {
      var start = position
      if at(start) == code("又"), currency.kind == .money { start += 1 }
      let hasZero = at(start) == code("零") || at(start) == code("〇")
      let numberStart = hasZero && numerals.kind(start + 1).kind != .point ? start + 1 : start
      guard case .number(var numeral) = numerals.read(at: numberStart), numeral.high == nil else { return }
      let isPriced = priceEnds(&numeral)
      if let (row, end) = subunit(at: numeral.end, of: currency, below: step) {
        let factor = lexicon.row(of: row).factor.numerator
        guard let part = numeral.low.multiplied(by: factor), let sum = result.low.adding(part),
          numeral.low < 100
        else { return }
        result.low = sum
        step = factor
        position = end
        currency = row
        result.unit?.more.append(row.row)
      } else {
        guard start == position, let part = elided(numeral, hasZero: hasZero, isPriced: isPriced, step: step, currency),
          let sum = result.low.adding(part)
        else { return }
        result.low = sum
        result.range = result.range.lowerBound..<numeral.end
        result.isComposite = true
        return
      }
      result.range = result.range.lowerBound..<position
      result.isComposite = true
    }
  }

  /// The subunit that begins at a position.
  private func subunit(at start: Int, of main: UnitMark, below step: ExactDecimal) -> (UnitMark, Int)? {
    let position = skippingBlank(start)
    var limit = Int.max
    while let hits = lexicon.longestMatch(in: text, at: position, before: limit) {
      limit = hits.end
      for place in hits.places {
        let row = lexicon.mark(at: place)
        guard row.kind == .money, row.flags.contains(.sub), row.canonical == main.canonical else { continue }
        if lexicon.row(of: row).factor.numerator < step { return (row, hits.end) }
      }
    }
    return nil
  }

  /// `五一斤` behind `一块`: cuts a digit from the `一` of what is paid for; whether there was one.
  private func priceEnds(_ numeral: inout Numeral) -> Bool {
    guard numeral.style.contains(.positional), numeral.end - numeral.start == 2, at(numeral.start + 1) == code("一"),
      countsOne(at: numeral.start + 1)
    else { return false }
    let digit = numerals.kind(numeral.start).value
    guard (1...9).contains(digit) else { return false }
    numeral = Numeral(start: numeral.start, end: numeral.start + 1, low: ExactDecimal(digit), style: .chinese)
    return true
  }

  /// `一斤`, `一杯`, `一晚`: whether one of something that is paid for stands at a place.
  func countsOne(at index: Int) -> Bool {
    guard at(index) == code("一") else { return false }
    if isOne(of: "天晚夜月年平", at: index + 1) || has("小时", at: index + 1) { return true }
    switch unit(at: index + 1, after: Numeral(start: index, end: index + 1, low: .one, style: .chinese)) {
    case .unit(let match): return match.row.kind == .classifier || match.row.kind == .measure
    default: return false
    }
  }

  /// `九块九`: a digit whose unit is left out, a tenth of the unit before it; behind 零 a hundredth.
  private func elided(
    _ numeral: Numeral, hasZero: Bool, isPriced: Bool, step: ExactDecimal, _ currency: UnitMark
  ) -> ExactDecimal? {
    let isOneDigit = numeral.end - numeral.start == 1 && numeral.low < 10 && !numeral.low.isZero
    guard isOneDigit, currency.flags.contains(.spoken) || currency.flags.contains(.bare) || hasZero else { return nil }
    if isPriced { return numeral.low.multiplied(by: step)?.scaled(byPowerOfTen: hasZero ? -2 : -1) }
    if case .unit(let next) = unit(at: numeral.end, after: numeral), !isLetter(next.range.lowerBound) { return nil }
    guard
      !isHan(numeral.end) || currency.flags.contains(.spoken) && !numerals.kind(numeral.end).isNumeral
        || isOne(of: "左以上的到至一吧了，和与", at: numeral.end)
    else { return nil }
    return numeral.low.multiplied(by: step)?.scaled(byPowerOfTen: hasZero ? -2 : -1)
  }

  /// `钱`, `整`, and the full name of the currency behind `元`.
  private func takeSuffix(_ result: inout Quantity) {
    var position = result.range.upperBound
    if at(position) == code("钱"), !isOne(of: "包币", at: position + 1) { position += 1 }
    if isOne(of: "整正", at: position), isBoundary(position + 1) { position += 1 }
    let start = skippingBlank(position)
    if let (end, row) = currencyBehind(start, result) {
      result.unit?.canonical = row.canonical
      result.unit?.more.append(row.row)
      if let range = result.unit?.range, range.upperBound == start { result.unit?.range = range.lowerBound..<end }
      position = end
    }
    result.range = result.range.lowerBound..<position
  }

  /// The full name of a currency that begins at a position behind an amount in `元`.
  private func currencyBehind(_ start: Int, _ amount: Quantity) -> (end: Int, row: UnitMark)? {
    guard let unit = amount.unit, unit.isCanonical(.yuan), unit.row.flags.contains(.bare) || amount.isComposite else {
      return nil
    }
    var limit = Int.max
    while let hits = lexicon.longestMatch(in: text, at: start, before: limit) {
      limit = hits.end
      for place in hits.places {
        let row = lexicon.mark(at: place)
        guard row.kind == .money, !row.flags.contains(.bare), !row.flags.contains(.sub), !isLetter(hits.end),
          !row.flags.contains(.weak)
        else { continue }
        return (hits.end, row)
      }
    }
    return nil
  }
}
