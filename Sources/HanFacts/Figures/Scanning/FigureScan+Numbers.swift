extension FigureScan {
  /// What reading a quantity came to.
  enum QuantityOutcome {
    /// A quantity.
    case quantity
    /// No figure; go on behind it.
    case refused(end: Int, FigureRefusal.Reason)
  }

  /// Reads a figure that begins with a number; the result is where to go on.
  mutating func number(at index: Int) -> Int {
    if isDigit(index) || at(index) == code("."), isInsideIdentifier(index) {
      return refuse(index..<identifierEnd(index), .identifier)
    }
    if at(index) == code("零"), isOne(of: "下上", at: index + 1) { return index + 2 }
    if has("万一", at: index), !numerals.kind(index + 2).isNumeral { return index + 2 }
    switch numerals.read(at: index) {
    case .none: return index + 1
    case .refused(let end, let reason): return refuse(index..<max(end, index + 1), reason)
    case .number(let numeral):
      // 初一十五: days of a lunar month
      if at(index - 1) == code("初"), !isDigit(index), !isOne(of: "年月季期世最当起之", at: index - 2) {
        return refuse(index..<numeral.end, .date)
      }
      var quantity = Quantity(numeral)
      if case .refused(let end, let reason) = complete(&quantity) {
        return refuse(index..<max(end, index + 1), reason)
      }
      if takeOmittedMetre(&quantity) || takeAgeOfEpitaph(&quantity) { return emit(&quantity) }
      if case .refused(let end, let reason)? = takeScoreOrRange(&quantity) {
        return refuse(index..<max(end, index + 1), reason)
      }
      return emit(&quantity)
    }
  }

  /// Completes a numeral to a fraction or to a number with its unit.
  func complete(_ quantity: inout Quantity) -> QuantityOutcome {
    takeRatio(&quantity) ?? completePlain(&quantity)
  }

  /// Completes a numeral that is no fraction.
  func completePlain(_ result: inout Quantity) -> QuantityOutcome {
    if takeSpacedDiscount(&result) { return .quantity }
    let numeral = result.numeral
    var position = numeral.end
    if let inner = innerQualifier(numeral) {
      position = inner.end
      result.approximation = inner.approximation
      result.range = numeral.start..<position
    }
    if numeral.beforePrefix != nil, let prefixed = prefixedUnit(numeral, position) {
      result.low = prefixed.value
      result.numberRange = numeral.start..<prefixed.match.range.lowerBound
      finish(&result, prefixed.match)
      return .quantity
    }
    if at(position) == code("个"), let end = dateBehind(position) { return .refused(end: end, .date) }
    switch unit(at: position, after: numeral) {
    case .date(let end): return takeAge(&result, end) ? .quantity : .refused(end: end, .date)
    case .identifier(let end): return .refused(end: end, .identifier)
    case .none:
      if position > numeral.end, !numeral.style.contains(.arabic), !numeral.style.contains(.units) {
        result.range = numeral.start..<numeral.end
        result.approximation = numeral.approximation
      }
    case .unit(let match): finish(&result, match)
    }
    return .quantity
  }

  /// `三千米` as 3 km: a final `千` or `兆` that makes a unit with what follows.
  private func prefixedUnit(_ numeral: Numeral, _ position: Int) -> (value: ExactDecimal, match: UnitMatch)? {
    guard let before = numeral.beforePrefix, before.end + 1 == numeral.end, position == numeral.end else { return nil }
    guard let (end, row) = lexicon.longestMark(in: text, at: before.end), end > numeral.end, row.kind == .measure else {
      return nil
    }
    // 三千吨 and 五千升 are thousands of the unit.
    let surface = lexicon.row(of: row).surface
    if surface == "千吨" || surface == "千升" { return nil }
    if let plain = lexicon.longestMark(in: text, at: numeral.end), plain.end > end { return nil }
    if lexicon.excludes(row, at(end), at(end + 1)), at(end) != 0 { return nil }
    guard case .unit(let match) = unit(at: before.end, after: numeral) else { return nil }
    return (before.value, match)
  }

  /// `多 余 来 许 几` between number and unit.
  private func innerQualifier(_ numeral: Numeral) -> (end: Int, approximation: ApproximationCode)? {
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
    // 千把块, 万把人
    case code("把") where numeral.style.contains(.bareUnit) && isOne(of: "百千万", at: numeral.end - 1):
      guard !isOne(of: "刀枪", at: next), case .unit = unit(at: next, after: numeral) else { return nil }
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
  private func takeAge(_ result: inout Quantity, _ end: Int) -> Bool {
    guard at(end) == code("大"), !isHan(end + 1) || isOne(of: "了的时", at: end + 1),
      let (unitEnd, row) = lexicon.longestMark(in: text, at: skippingBlank(result.range.upperBound)), unitEnd == end
    else { return false }
    result.kind = .age
    result.unit = UnitMatch(row: row, range: unitEnd - Int(row.surfaceLength)..<unitEnd)
    result.range = result.range.lowerBound..<end + 1
    result.rule = "figure.age"
    return true
  }

  /// `年十八，`, `享年八十有二`, `春秋五十有八`: years of a life, whose unit is understood.
  private func takeAgeOfEpitaph(_ result: inout Quantity) -> Bool {
    guard result.unit == nil, result.kind == nil, result.high == nil, result.numeral.style.contains(.chinese) else {
      return false
    }
    let start = result.range.lowerBound
    switch at(start - 1) {
    case code("年"):
      guard !isHan(start - 2) && !isDigit(start - 2) || isOne(of: "享终卒得行", at: start - 2) else { return false }
    case code("秋"): guard has("春秋", endingAt: start) else { return false }
    case code("方"), code("仅"), code("已"): guard at(start - 2) == code("年"), !isHan(start - 3) else { return false }
    default: return false
    }
    var value = result.low
    var end = result.range.upperBound
    if at(end) == code("有"), case .number(let ones) = numerals.read(at: end + 1), ones.low < 10, ones.high == nil,
      let sum = value.adding(ones.low)
    {
      (value, end) = (sum, ones.end)
    }
    guard value >= 3, value < 120, value != 30 || isHan(start - 2), isBoundary(end) || isOne(of: "而卒矣", at: end) else {
      return false
    }
    result.low = value
    result.range = start..<end
    result.numberRange = result.range
    result.kind = .age
    result.rule = "figure.age"
    return true
  }

  /// Joins a unit to a number, with what the unit's family takes behind it.
  private func finish(_ result: inout Quantity, _ match: UnitMatch) {
    result.unit = match
    result.range = result.range.lowerBound..<match.range.upperBound
    switch match.row.kind {
    case .money: completeMoney(&result, match)
    case .tenth, .discount: completeTenths(&result, match)
    case .measure, .age, .multiple, .point, .percent: completeMeasure(&result, match)
    case .doubling:
      result.kind = .multiple
      result.rule = "figure.multiple"
    default: result.rule = "figure.count"
    }
  }
}
