/// What stands before a number and belongs to it: sign, currency, scale.
struct Lead {
  /// Where the figure begins with it.
  var start: Int
  /// A minus.
  var isNegative = false
  /// The currency.
  var currency: UnitMark?
  /// The scale of a temperature.
  var scale: Scale?
  /// `每小时`: the unit below the slash.
  var per: UnitMark?

  /// The scales of temperature.
  enum Scale { case celsius, fahrenheit }
}

extension FigureScan {
  /// Reads sign, currency and temperature scale backwards from a number.
  func lead(of quantity: Quantity) -> Lead {
    var result = Lead(start: quantity.range.lowerBound)
    for _ in 0..<4 {
      let end = skippingBlankBackwards(result.start)
      guard end > floor else { break }
      if let start = minus(endingAt: end, quantity), !result.isNegative {
        result.start = start
        result.isNegative = true
      } else if let found = scale(endingAt: end), result.scale == nil, quantity.kind == .measure || quantity.unit == nil
      {
        guard isDegree(quantity) else { break }
        result.start = found.start
        result.scale = found.scale
      } else if result.currency == nil, let found = currency(endingAt: end, quantity) {
        result.start = found.start
        result.currency = found.row
      } else {
        break
      }
    }
    takePer(quantity, &result)
    return result
  }

  /// `负`, `负的`, `零下`, `-` where it is a sign.
  func minus(endingAt end: Int, _ quantity: Quantity) -> Int? {
    guard end > floor else { return nil }
    if has("零下", endingAt: end) { return end - 2 }
    if has("负的", endingAt: end) { return end - 2 }
    switch at(end - 1) {
    // 胜负, 5平3|负4, 每年减负|380多万元
    case code("负"): return isOne(of: "胜抱担肩欺辜背减增自重不", at: end - 2) || numerals.kind(end - 2).isNumeral ? nil : end - 1
    case code("-"), code("−"), code("－"):
      let before = end - 2 >= floor ? at(skippingBlankBackwards(end - 1) - 1) : 0
      let position = skippingBlankBackwards(end - 1) - 1
      if position < floor { return floor == 0 ? end - 1 : nil }
      if before == 0 { return end - 1 }
      if isDigit(position) || isLetter(position) || before == code("-") || before == code("−") { return nil }
      if isHan(position) {
        let kind = quantity.kind
        return kind == .percent || kind == .measure || quantity.numeral.style.contains(.decimal) || isBalance(position)
          ? end - 1 : nil
      }
      return end - 1
    default: return nil
    }
  }

  /// `摄氏`, `华氏温度`.
  private func scale(endingAt end: Int) -> (start: Int, scale: Lead.Scale)? {
    let start: Int
    switch at(end - 1) {
    case code("度") where at(end - 2) == code("温"): start = end - 4
    case code("氏"): start = end - 2
    default: return nil
    }
    guard start >= 0, at(start + 1) == code("氏") else { return nil }
    switch at(start) {
    case code("摄"): return (start, .celsius)
    case code("华"): return (start, .fahrenheit)
    default: return nil
    }
  }

  /// A quantity whose unit is `度` or missing.
  private func isDegree(_ quantity: Quantity) -> Bool {
    guard let unit = quantity.unit else { return true }
    return unit.isCanonical(.degree) || unit.isCanonical(.celsius) || unit.isCanonical(.fahrenheit)
  }

  /// A currency before the number: `人民币50元`, `￥3.5`, `USD 5m`.
  private func currency(endingAt end: Int, _ quantity: Quantity) -> (start: Int, row: UnitMark)? {
    if let unit = quantity.unit {
      let isBare = unit.row.kind == .money && (unit.row.flags.contains(.bare) || unit.row.flags.contains(.sub))
      guard isBare || isMagnitude(unit) else { return nil }
    }
    guard quantity.fraction == nil, quantity.kind != .percent,
      let found = lexicon.currency(in: text, endingAt: end, floor: floor)
    else { return nil }
    if isLetter(found.start), isLetter(found.start - 1) { return nil }
    let isCode = found.row.isASCII || found.row.surfaceLength == 1
    return isCode || quantity.unit != nil || isBoundary(quantity.range.upperBound) ? found : nil
  }

  /// `m` behind a currency's symbol is a million.
  private func isMagnitude(_ unit: UnitMatch) -> Bool { unit.row.character == code("m") }

  /// `每小时十公里`: the unit below the slash stands first.
  private func takePer(_ quantity: Quantity, _ result: inout Lead) {
    guard let unit = quantity.unit, unit.row.kind == .measure, unit.denominator == nil else { return }
    guard unit.row.dimension == .length || unit.row.dimension == .volume,
      let (start, row) = per(endingAt: result.start), start >= floor
    else { return }
    result.per = row
    result.start = start
  }

  /// `每小时`, `每秒钟`, `每秒`, `每分钟` before a position.
  private func per(endingAt end: Int) -> (start: Int, row: UnitMark?)? {
    switch at(end - 1) {
    case code("时"): has("每小时", endingAt: end) ? (end - 3, lexicon.named.hour) : nil
    case code("秒"): has("每秒", endingAt: end) ? (end - 2, lexicon.named.second) : nil
    case code("钟"):
      has("每秒钟", endingAt: end)
        ? (end - 3, lexicon.named.second) : has("每分钟", endingAt: end) ? (end - 3, lexicon.named.minute) : nil
    default: nil
    }
  }

  /// `$3 billion`, `USD 5m`: the power behind an amount with a currency before it.
  func magnitude(at index: Int) -> (end: Int, power: Int)? {
    let start = skippingBlank(index)
    for (word, power) in [
      ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3), ("bn", 9), ("tn", 12), ("mn", 6), ("m", 6),
      ("M", 6),
      ("b", 9), ("B", 9), ("K", 3),
    ] as [(StaticString, Int)] where has(word, at: start) {
      let end = start + StaticScalars.count(word)
      return isLetter(end) || isDigit(end) ? nil : (end, power)
    }
    return nil
  }
}
