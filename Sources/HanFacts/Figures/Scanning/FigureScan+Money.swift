extension FigureScan {
  /// Completes an amount of money: subunits, elided digits and a currency behind.
  ///
  /// `3元5角`, `五块八毛`, `九块九`, `三块零四`, `两美元又三美分`, `2000亿元人民币`, `九千块钱`.
  func money(_ quantity: Quantity, _ match: UnitMatch) -> Quantity {
    var result = quantity
    result.rule = "figure.money"
    result.kind = .money
    result.low = converted(quantity.low, match.row)
    result.high = quantity.high.map { converted($0, match.row) }
    guard match.denominator == nil else { return result }
    if result.high == nil, result.approximation == .exact { takeSubunits(&result, match.row) }
    takeSuffix(&result)
    return result
  }

  private func converted(_ value: ExactDecimal, _ row: UnitRow) -> ExactDecimal {
    value.multiplied(by: row.factor.numerator) ?? value
  }

  /// `5角`, `9毛9`, `零四`, `又三美分` behind the main unit.
  private func takeSubunits(_ result: inout Quantity, _ main: UnitRow) {
    var step = main.factor.numerator
    var position = result.range.upperBound
    var currency = main
    for _ in 0..<3 {
      var start = position
      if at(start) == code("又"), currency.kind == .money { start += 1 }
      let hasZero = at(start) == code("零") || at(start) == code("〇")
      let numberStart = hasZero && numerals.kind(start + 1).kind != .point ? start + 1 : start
      guard case .number(let numeral) = numerals.read(at: numberStart), numeral.high == nil else { return }
      if let (row, end) = subunit(at: numeral.end, of: currency, below: step) {
        guard let part = numeral.low.multiplied(by: row.factor.numerator), let sum = result.low.adding(part),
          numeral.low < 100
        else { return }
        result.low = sum
        step = row.factor.numerator
        position = end
        currency = row
        result.unit?.more.append(row)
      } else {
        guard start == position, let part = elided(numeral, hasZero: hasZero, step: step, currency),
          let sum = result.low.adding(part)
        else { return }
        result.low = sum
        position = numeral.end
      }
      result.range = result.range.lowerBound..<position
      result.isComposite = true
    }
  }

  /// The subunit that begins at a position.
  private func subunit(at start: Int, of main: UnitRow, below step: ExactDecimal) -> (UnitRow, Int)? {
    for (end, row) in lexicon.matches(in: text, at: skippingBlank(start))
    where row.kind == .money && row.flags.contains(.sub) && row.canonical == main.canonical {
      if row.factor.numerator < step { return (row, end) }
    }
    return nil
  }

  /// `九块九`: a digit whose unit is left out, a tenth of the unit before it; behind 零 a hundredth.
  private func elided(
    _ numeral: Numeral, hasZero: Bool, step: ExactDecimal, _ currency: UnitRow
  ) -> ExactDecimal? {
    let isOneDigit = numeral.end - numeral.start == 1 && numeral.low < 10 && !numeral.low.isZero
    guard isOneDigit, currency.flags.contains(.spoken) || currency.flags.contains(.bare) || hasZero else { return nil }
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
    for (end, row) in lexicon.matches(in: text, at: start)
    where row.kind == .money && !row.flags.contains(.bare) && !row.flags.contains(.sub) {
      guard result.unit?.canonical == "CNY", !isLetter(end), !row.flags.contains(.weak) else { continue }
      guard result.unit?.row.flags.contains(.bare) == true || result.isComposite else { continue }
      result.unit?.canonical = row.canonical
      result.unit?.more.append(row)
      if let range = result.unit?.range, range.upperBound == start { result.unit?.range = range.lowerBound..<end }
      position = end
      break
    }
    result.range = result.range.lowerBound..<position
  }
}
