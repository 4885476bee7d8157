extension FigureScan {
  /// Takes in the score, the ratio or the range that a quantity begins; nil where it stands alone.
  func takeScoreOrRange(_ quantity: inout Quantity) -> QuantityOutcome? {
    guard joins(at(quantity.range.upperBound)) else { return nil }
    if let score = takeScore(&quantity) { return score }
    guard let separator = separator(at: quantity.range.upperBound),
      let outcome = signedQuantity(at: separator.end)
    else { return nil }
    switch outcome {
    case .refused(let end, let reason):
      return reason == .date && quantity.unit == nil ? .refused(end: end, .date) : nil
    case .quantity(let second): return join(&quantity, second, separator)
    }
  }

  /// Whether a character behind a quantity may join it to another.
  @inline(__always)
  private func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, code(":"), code("："), code("∶"), code("比"), code("至"), code("到"), code("~"), code("〜"), code("～"),
      code("—"), code("–"), code("―"), code("─"), code("-"), code("‐"), code("‑"), code("−"), code("－"), code("、"),
      code("与"), code("和"):
      true
    default: false
    }
  }

  /// What stands between the ends of a range.
  private struct Separator {
    var end: Int
    var isDash: Bool
    /// `与…之间`: the range ends with 之间.
    var needsBetween = false
    /// `七、八个`: only neighbouring digits are a range.
    var needsNeighbours = false
  }

  private func separator(at index: Int) -> Separator? {
    let start = skippingBlank(index)
    let after = skippingBlank(start + 1)
    switch at(start) {
    case code("至"), code("到"): return Separator(end: after, isDash: false)
    case code("~"), code("〜"), code("～"): return Separator(end: after, isDash: false)
    case code("—"), code("–"), code("―"), code("─"):
      let isDouble = at(start + 1) == at(start)
      return Separator(end: isDouble ? skippingBlank(start + 2) : after, isDash: false)
    case code("-"), code("‐"), code("‑"), code("−"), code("－"):
      let isDouble = at(start + 1) == at(start)
      return Separator(end: isDouble ? skippingBlank(start + 2) : after, isDash: true)
    case code("、"): return Separator(end: start + 1, isDash: false, needsNeighbours: true)
    case code("与"), code("和"): return Separator(end: after, isDash: false, needsBetween: true)
    default: return nil
    }
  }

  /// What reading the second end of a range came to.
  private enum SecondEnd {
    /// A quantity.
    case quantity(Quantity)
    /// No figure.
    case refused(end: Int, FigureRefusal.Reason)
  }

  /// A quantity with a sign before it: `零下5度` as the second end.
  private func signedQuantity(at index: Int) -> SecondEnd? {
    var start = index
    var isNegative = false
    var isAbove = false
    if has("零下", at: start) {
      isNegative = true
      start += 2
    } else if has("零上", at: start) {
      isAbove = true
      start += 2
    } else if at(start) == code("负") || at(start) == code("-") || at(start) == code("−") {
      isNegative = true
      start += 1
    } else if isOne(of: "约近超$￥¥€£₩", at: start) {
      start += 1
    }
    guard numerals.kind(start).isNumeral else { return nil }
    switch numerals.read(at: start) {
    case .none: return nil
    case .refused(let end, let reason): return .refused(end: end, reason)
    case .number(let numeral):
      var read = Quantity(numeral)
      if case .refused(let end, let reason) = complete(&read) { return .refused(end: end, reason) }
      if isNegative { read.negate() }
      read.isSigned = isNegative || isAbove
      read.range = index..<read.range.upperBound
      return .quantity(read)
    }
  }

  /// Joins the ends where they are one range.
  private func join(_ first: inout Quantity, _ second: Quantity, _ separator: Separator) -> QuantityOutcome? {
    var end = second.range.upperBound
    if separator.needsNeighbours {
      guard first.unit == nil, second.unit != nil, first.range.count == 1, second.numberRange.count == 1,
        second.high == nil,
        first.low.adding(.one) == second.low || first.low == 3 && second.low == 5, !first.low.isZero,
        at(first.range.lowerBound - 1) != code("、")
      else { return nil }
    }
    if separator.needsBetween {
      guard firstWord(["之间", "间"], at: end) != nil else { return nil }
      end = firstWord(["之间", "间"], at: end) ?? end
    }
    guard var result = sharedUnit(first, second) else { return nil }
    var low = first.low
    var high = second.high ?? second.low
    if first.unit == nil, let power = sharedPower(first, second) { low = low.scaled(byPowerOfTen: power) }
    if first.unit == nil, let unit = second.unit, unit.row.kind == .money {
      low = low.multiplied(by: lexicon.row(of: unit.row).factor.numerator) ?? low
    }
    if first.unit == nil, let unit = second.unit, unit.row.kind == .tenth || unit.row.kind == .discount {
      low = low < 10 ? low.scaled(byPowerOfTen: 1) : low
    }
    let hasSymbols = isOne(of: "$￥¥€£₩", at: separator.end)
    if hasSymbols, at(first.range.lowerBound - 1) != at(separator.end) { return nil }
    if separator.isDash, result.unit == nil, !hasSymbols { return joinDashed(&first, second) }
    if result.unit == nil, isSlogan(first, second) { return .refused(end: end, .name) }
    var start = first.range.lowerBound
    // 气温-5～3℃: the unit behind tells a sign from a hyphen.
    let isTempered = first.unit == nil && second.unit?.isCanonical(.celsius) == true
    if let sign = minus(endingAt: skippingBlankBackwards(start), isTempered ? second : first) {
      low = low.negated
      // 零下10至20摄氏度 lies below zero, 零下40摄氏度至80摄氏度 does not.
      if !second.isSigned, first.unit == nil, has("零下", at: sign) { (low, high) = (high.negated, low) }
      start = sign
    }
    guard high > low else { return nil }
    result.low = low
    result.high = high
    result.approximation = first.approximation == .exact ? second.approximation : first.approximation
    result.range = start..<end
    result.numberRange = first.numberRange.lowerBound..<second.numberRange.upperBound
    first = result
    return .quantity
  }

  /// The quantity whose unit both ends have; nil where their units differ.
  private func sharedUnit(_ first: Quantity, _ second: Quantity) -> Quantity? {
    guard let unit = first.unit else { return second.fraction == nil || first.fraction != nil ? second : nil }
    guard let other = second.unit else {
      guard first.kind == .percent, unit.range.lowerBound == first.range.lowerBound else { return nil }
      return first
    }
    guard lexicon.haveOneCanonical(unit, other), first.kind == second.kind else { return nil }
    return unit.range.lowerBound == first.range.lowerBound ? first : second
  }

  /// The power of the multiplier that the first end shares: `3至5万元`, `两到三千`.
  private func sharedPower(_ first: Quantity, _ second: Quantity) -> Int? {
    let shared = second.numeral
    guard first.high == nil, first.numeral.trailingPower == 0 else { return nil }
    if shared.trailingPower > 0, second.high == nil || first.low < 100 {
      return first.low < shared.low.scaled(byPowerOfTen: -shared.trailingPower) ? shared.trailingPower : nil
    }
    let coefficient = shared.low.scaled(byPowerOfTen: -shared.smallPower)
    return shared.smallPower > 1 && first.low < 10 && first.low < coefficient && first.numeral.smallPower == 0
      ? shared.smallPower : nil
  }

  /// `从0到1`, `0到1`, `从一到百`: a slogan, not a range.
  private func isSlogan(_ first: Quantity, _ second: Quantity) -> Bool {
    guard first.low <= 1, !first.numeral.style.contains(.decimal) else { return false }
    return at(first.range.lowerBound - 1) == code("从") || first.low.isZero && second.low == 1
  }

  /// `20-100` without a unit: a range between round enough numbers, a score behind a name, else a code.
  private func joinDashed(_ first: inout Quantity, _ second: Quantity) -> QuantityOutcome? {
    let end = second.range.upperBound
    if first.numeral.style.contains(.units) || second.numeral.style.contains(.units) {
      guard second.low > first.low else { return nil }
      var result = second
      result.low = first.low
      result.high = second.low
      result.range = first.range.lowerBound..<end
      result.numberRange = result.range
      first = result
      return .quantity
    }
    if isNumbered(first.range.lowerBound) { return .refused(end: end, .code) }
    guard isDigit(first.range.lowerBound), first.range.count <= 3, second.range.count <= 3,
      isBoundary(end) || isHan(end),
      isHan(skippingBlankBackwards(first.range.lowerBound) - 1), at(end) != code("-")
    else { return .refused(end: end, .code) }
    score(&first, second.low, end)
    return .quantity
  }

  /// `78:96`, `3比1`.
  private func takeScore(_ first: inout Quantity) -> QuantityOutcome? {
    let end = first.range.upperBound
    let isColon = at(end) == code(":") || at(end) == code("：") || at(end) == code("∶")
    guard isColon || at(end) == code("比") else { return nil }
    guard first.unit == nil, first.fraction == nil, first.high == nil else { return nil }
    guard case .number(let numeral) = numerals.read(at: end + 1) else { return nil }
    if isColon {
      guard first.numeral.style.contains(.arabic), numeral.style.contains(.arabic) else { return nil }
      let minuteDigits = numeral.end - numeral.start
      let isClock = minuteDigits == 2 && numeral.low < 60 && first.low <= 24 && first.range.count <= 2
      if at(numeral.end) == code(":") { return .refused(end: numeral.end, .date) }
      if isClock, !isScoreContext(first.range.lowerBound) { return .refused(end: numeral.end, .date) }
    } else {
      var second = Quantity(numeral)
      guard case .quantity = completePlain(&second),
        second.unit.map({ $0.row.flags.contains(.weak) || at($0.range.lowerBound) == code("连") }) ?? true
      else { return nil }
    }
    score(&first, numeral.low, numeral.end)
    return .quantity
  }

  /// Words of games and votes shortly before.
  private func isScoreContext(_ start: Int) -> Bool {
    // 3比1（25:20、18:25）: behind a score in the same brackets
    if isOne(of: "、,，;； （(和与及", at: start - 1), let last = candidates.last, last.content.kind == .score,
      last.range.upperBound >= start - 2, !isOne(of: ",，", at: start - 1) || isInBrackets(start)
    {
      return true
    }
    return contains(
      ["比分", "胜", "负", "击败", "战胜", "以", "不敌", "战平", "领先", "落后", "大胜", "逼平", "比例", "扳", "总分", "局"], in: start - 8..<start
    )
  }

  /// Whether brackets have opened shortly before and not closed.
  private func isInBrackets(_ index: Int) -> Bool {
    var place = index - 1
    while place >= max(0, index - 40) {
      if isOne(of: "（(", at: place) { return true }
      if isOne(of: "）)。\n", at: place) { return false }
      place -= 1
    }
    return false
  }

  private func score(_ first: inout Quantity, _ second: ExactDecimal, _ end: Int) {
    first.kind = .score
    first.score = NumberPair(first: first.low, second: second)
    first.range = first.range.lowerBound..<end
    first.numberRange = first.range
    first.rule = "figure.score"
  }
}
