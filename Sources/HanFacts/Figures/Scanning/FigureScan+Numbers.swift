extension FigureScan {
  /// What reading a quantity came to.
  enum QuantityOutcome {
    /// A quantity.
    case quantity(Quantity)
    /// No figure; go on behind it.
    case refused(end: Int, FigureRefusal.Reason)
    /// Nothing begins here.
    case none
  }

  /// Reads a figure that begins with a number; the result is where to go on.
  mutating func number(at index: Int) -> Int {
    if isDigit(index) || at(index) == code("."), isInsideIdentifier(index) {
      return refuse(index..<identifierEnd(index), .identifier)
    }
    if at(index) == code("零"), isOne(of: "下上", at: index + 1) { return index + 2 }
    if has("万一", at: index), !numerals.kind(index + 2).isNumeral { return index + 2 }
    switch quantity(at: index) {
    case .none: return index + 1
    case .refused(let end, let reason): return refuse(index..<max(end, index + 1), reason)
    case .quantity(let first):
      if let tall = omittedMetre(first) { return emit(tall) }
      if let result = scoreOrRange(first) {
        switch result {
        case .none: break
        case .refused(let end, let reason): return refuse(index..<max(end, index + 1), reason)
        case .quantity(let whole): return emit(whole)
        }
      }
      return emit(first)
    }
  }

  /// Reads a number and its unit.
  func quantity(at index: Int) -> QuantityOutcome {
    let numeral: Numeral
    switch numerals.read(at: index) {
    case .none: return .none
    case .refused(let end, let reason): return .refused(end: end, reason)
    case .number(let read): numeral = read
    }
    if let result = ratio(numeral) { return result }
    return quantity(numeral)
  }

  /// The quantity of a numeral that is no fraction.
  func quantity(_ numeral: Numeral) -> QuantityOutcome {
    var result = Quantity(
      range: numeral.start..<numeral.end, numberRange: numeral.start..<numeral.end, low: numeral.low,
      high: numeral.high, approximation: numeral.approximation, numeral: numeral)
    if let end = spacedDiscount(numeral) { return .quantity(end) }
    var position = numeral.end
    if let inner = innerQualifier(numeral) {
      position = inner.end
      result.approximation = inner.approximation
      result.range = numeral.start..<position
    }
    if let prefixed = prefixedUnit(numeral, position) {
      result.low = prefixed.value
      result.numberRange = numeral.start..<prefixed.match.range.lowerBound
      return .quantity(finish(result, prefixed.match))
    }
    if let end = dateBehind(position) { return .refused(end: end, .date) }
    switch unit(at: position, after: numeral) {
    case .date(let end): return age(result, numeral, end) ?? .refused(end: end, .date)
    case .identifier(let end): return .refused(end: end, .identifier)
    case .none:
      if position > numeral.end, !numeral.style.contains(.arabic), !numeral.style.contains(.units) {
        result.range = numeral.start..<numeral.end
        result.approximation = numeral.approximation
      }
      return .quantity(result)
    case .unit(let match): return .quantity(finish(result, match))
    }
  }

  /// `三千米` as 3 km: a final `千` or `兆` that makes a unit with what follows.
  private func prefixedUnit(_ numeral: Numeral, _ position: Int) -> (value: ExactDecimal, match: UnitMatch)? {
    guard let before = numeral.beforePrefix, before.end + 1 == numeral.end, position == numeral.end else { return nil }
    guard let (end, row) = lexicon.longest(in: text, at: before.end), end > numeral.end, row.kind == .measure else {
      return nil
    }
    // 三千吨 and 五千升 are thousands of the unit.
    if row.surface == "千吨" || row.surface == "千升" { return nil }
    if let plain = lexicon.longest(in: text, at: numeral.end), plain.end > end { return nil }
    if row.excluded.contains(at(end)), at(end) != 0 { return nil }
    guard case .unit(let match) = unit(at: before.end, after: numeral) else { return nil }
    return (before.value, match)
  }

  /// `多 余 来 许 几` between number and unit.
  private func innerQualifier(_ numeral: Numeral) -> (end: Int, approximation: Approximation)? {
    let position = numeral.end
    guard numeral.style.contains(.units) || numeral.style.contains(.arabic) || numeral.style.contains(.positional)
    else { return nil }
    let next = position + 1
    switch at(position) {
    case code("多"), code("余"):
      if at(position) == code("余"), isOne(of: "额热地下波", at: next) { return nil }
      if at(position) == code("多"), isOne(of: "样少数云", at: next) { return nil }
      if has("元", at: next), isOne(of: "化文性素", at: next + 1) { return nil }
      return (next, .over)
    case code("+"):
      return isHan(next) ? (next, .over) : nil
    case code("来"):
      guard case .unit = unit(at: next, after: numeral), numeral.low.significand.low == 1 || numeral.low >= 10 else {
        return nil
      }
      return (next, .about)
    case code("许"):
      guard case .unit = unit(at: next, after: numeral) else { return nil }
      return (next, .about)
    case code("几") where numeral.style.contains(.arabic):
      return (next, .over)
    default: return nil
    }
  }

  /// `个多月`, `个半小时`: the end of a duration behind a number.
  private func dateBehind(_ position: Int) -> Int? {
    guard at(position) == code("个"), isOne(of: "多半来", at: position + 1) else { return nil }
    return firstWord(["月", "小时", "星期", "礼拜", "世纪", "钟头", "季度", "学期"], at: position + 2)
  }

  /// `三周大`, `12个月大`: an age though the unit is one of time.
  private func age(_ quantity: Quantity, _ numeral: Numeral, _ end: Int) -> QuantityOutcome? {
    guard at(end) == code("大"), !isHan(end + 1) || isOne(of: "了的时", at: end + 1) else { return nil }
    guard let (unitEnd, row) = lexicon.longest(in: text, at: skippingBlank(quantity.range.upperBound)), unitEnd == end
    else { return nil }
    var result = quantity
    result.kind = .age
    result.unit = UnitMatch(row: row, range: unitEnd - row.surfaceLength..<unitEnd, canonical: row.canonical)
    result.range = quantity.range.lowerBound..<end + 1
    result.rule = "figure.age"
    return .quantity(result)
  }

  /// Joins a unit to a number, with what the unit's family takes behind it.
  private func finish(_ quantity: Quantity, _ match: UnitMatch) -> Quantity {
    var result = quantity
    result.unit = match
    result.range = quantity.range.lowerBound..<match.range.upperBound
    switch match.row.kind {
    case .money: return money(result, match)
    case .tenth, .discount: return tenths(result, match)
    case .measure, .age, .multiple, .point, .percent: return measure(result, match)
    case .doubling:
      result.kind = .multiple
      result.rule = "figure.multiple"
    default: result.rule = "figure.count"
    }
    return result
  }
}
