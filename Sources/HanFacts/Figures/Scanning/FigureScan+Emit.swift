extension FigureScan {
  /// Adds everything around a quantity and appends it as a candidate, unless something refuses it; the result is
  /// where to go on.
  mutating func emit(_ read: Quantity) -> Int {
    var quantity = read
    let lead = lead(of: quantity)
    apply(lead, to: &quantity)
    if isTemperatureContext(quantity) { quantity.unit?.canonical = "Cel" }
    var qualification = qualifiersBefore(quantity, start: lead.start)
    qualifiersBehind(quantity, &qualification)
    let range = qualification.start..<qualification.end
    if let reason = refusal(of: quantity, qualification, lead) { return refuse(quantity.range, reason) }
    var evidence = qualification.evidence
    if let unit = quantity.unit { evidence += ([unit.row] + unit.more).map(\.evidence) }
    if let denominator = unitDenominator(quantity) { evidence.append(denominator.evidence) }
    candidates.append(
      FigureCandidate(
        range: range, numberRange: quantity.numberRange, unitRange: quantity.unit?.range,
        value: value(of: quantity, qualification), rule: quantity.rule, evidenceRows: evidence,
        strength: strength(of: quantity, qualification, lead)))
    floor = range.upperBound
    return range.upperBound
  }

  private func unitDenominator(_ quantity: Quantity) -> UnitRow? { quantity.unit?.denominator }

  /// Puts sign, currency and scale into the quantity.
  private func apply(_ lead: Lead, to quantity: inout Quantity) {
    if lead.isNegative { quantity.negate() }
    if let currency = lead.currency {
      applyCurrency(currency, lead, to: &quantity)
    }
    if let scale = lead.scale {
      let name = scale == "Cel" ? "摄氏度" : "华氏度"
      if let row = lexicon.unit(named: name) {
        let range = quantity.unit?.range ?? lead.start..<quantity.range.lowerBound
        quantity.unit = UnitMatch(row: row, range: range, canonical: row.canonical)
        quantity.kind = .measure
        quantity.rule = "figure.temperature"
      }
    }
    if let per = lead.per, let unit = quantity.unit {
      quantity.unit?.denominator = per
      quantity.unit?.canonical = unit.canonical + "/" + per.canonical
    }
  }

  private func applyCurrency(_ currency: UnitRow, _ lead: Lead, to quantity: inout Quantity) {
    if quantity.unit == nil || quantity.unit?.row.character == code("m"),
      let found = magnitude(at: quantity.numberRange.upperBound)
    {
      quantity.low = quantity.low.scaled(byPowerOfTen: found.power)
      quantity.high = quantity.high.map { $0.scaled(byPowerOfTen: found.power) }
      quantity.range = quantity.range.lowerBound..<found.end
      quantity.unit = nil
    }
    quantity.kind = .money
    quantity.rule = "figure.money"
    var match =
      quantity.unit
      ?? UnitMatch(
        row: currency, range: lead.start..<quantity.range.lowerBound, canonical: currency.canonical)
    match.canonical = currency.canonical
    match.more.append(currency)
    quantity.unit = match
  }

  /// `度` is a degree Celsius where the words around speak of heat.
  private func isTemperatureContext(_ quantity: Quantity) -> Bool {
    guard let unit = quantity.unit, unit.canonical == "deg" else { return false }
    let start = quantity.range.lowerBound
    if contains(["经", "纬", "坡度", "倾", "旋转", "偏", "仰角", "夹角"], in: start - 3..<start) { return false }
    return contains(
      ["温", "零下", "冷", "热", "烧", "降至", "炎", "寒", "暖", "晴", "阴", "天气"], in: start - 20..<quantity.numberRange.upperBound)
      || contains(["高温", "低温", "的水", "热水"], in: quantity.range.upperBound..<quantity.range.upperBound + 4)
  }

  /// The normalised value.
  private func value(of quantity: Quantity, _ qualification: Qualification) -> FigureValue {
    let kind = kind(of: quantity)
    var result = FigureValue(kind: kind)
    if quantity.parts.isEmpty {
      result.value = quantity.high == nil ? quantity.low : nil
      result.min = quantity.high == nil ? nil : quantity.low
      result.max = quantity.high
    }
    result.parts = quantity.parts
    if kind == .multiple, quantity.unit?.row.kind == .doubling, let times = quantity.low.integer, times < 60 {
      result.value = ExactDecimal(1 << times)
    }
    if let fraction = quantity.fraction, quantity.high == nil {
      result.numerator = fraction.numerator
      result.denominator = fraction.denominator
    }
    result.approximation = approximation(quantity, qualification)
    if let unit = quantity.unit, kind != .score {
      result.unit = surface(unit.range)
      result.canonicalUnit = canonical(unit, kind: kind, near: quantity.range)
      result.si = si(quantity, unit)
    }
    return result
  }

  private func canonical(_ unit: UnitMatch, kind: FigureKind, near range: Range<Int>) -> String? {
    if unit.row.kind == .doubling { return "倍" }
    if unit.row.character == code("桶"), kind == .measure {
      return "[bbl_us]" + (unit.denominator.map { "/" + $0.canonical } ?? "")
    }
    return kind == .rank ? nil : unit.canonical
  }

  /// The kind: the unit's, or plain.
  func kind(of quantity: Quantity) -> FigureKind {
    if let kind = quantity.kind { return kind }
    guard let unit = quantity.unit else { return .plain }
    if unit.row.kind == .classifier, unit.row.character == code("强") { return .rank }
    if unit.row.flags.contains(.rank), unit.row.character == code("名") || unit.row.character == code("位"),
      isRankContext(quantity.range.lowerBound)
    {
      return .rank
    }
    if unit.row.character == code("桶") {
      let end = unit.range.upperBound
      let isOil =
        contains(["油"], in: end..<end + 4)
        || contains(["油"], in: quantity.range.lowerBound - 12..<quantity.range.lowerBound)
      return isOil || unit.denominator != nil ? .measure : .count
    }
    return kind(of: unit.row)
  }

  /// `排名第`, `位列`, `居`.
  func isRankContext(_ start: Int) -> Bool {
    contains(
      ["排名", "位列", "位居", "名列", "排在", "列全", "居全", "居世", "居第", "跃居", "跻身", "全球第", "世界第", "全国第", "排第", "升至第", "跃升"],
      in: start - 8..<start + 1)
  }

  /// The strongest bound of all words.
  private func approximation(_ quantity: Quantity, _ qualification: Qualification) -> Approximation {
    var best = Approximation.exact
    for bound in [qualification.prefix, qualification.suffix, quantity.approximation, qualification.outside] {
      if let bound, rank(bound) > rank(best) { best = bound }
    }
    if best == .exact, quantity.numeral.style.contains(.pair), quantity.high != nil,
      quantity.range.upperBound - quantity.numeral.end <= 8, quantity.numeral.start == quantity.numberRange.lowerBound
    {
      return .vague
    }
    return best
  }

  /// The quantity in SI units, for Chinese and compound units.
  private func si(_ quantity: Quantity, _ unit: UnitMatch) -> FigureValue.SI? {
    guard unit.row.kind == .measure, !unit.row.si.isEmpty else { return nil }
    var upper = unit.row.factor.numerator
    var lower = unit.row.factor.denominator
    var code = unit.row.si
    if let below = unit.denominator {
      guard below.kind == .measure || below.kind == .duration, !below.si.isEmpty else { return nil }
      upper = upper.multiplied(by: below.factor.denominator) ?? upper
      lower = lower.multiplied(by: below.factor.numerator) ?? lower
      code = unit.row.si + "/" + below.si
    } else if !unit.row.showsSI {
      return nil
    }
    func convert(_ value: ExactDecimal) -> ExactDecimal? {
      guard let product = value.multiplied(by: upper) else { return nil }
      return lower == .one ? product : product.divided(by: lower)
    }
    guard let low = convert(quantity.low) else { return nil }
    if let high = quantity.high { return FigureValue.SI(min: low, max: convert(high), unit: code) }
    return FigureValue.SI(value: low, unit: code)
  }

  /// How sure the reading is.
  private func strength(
    of quantity: Quantity, _ qualification: Qualification, _ lead: Lead
  ) -> FigureCandidate.Strength {
    let isQualified =
      !qualification.evidence.isEmpty || quantity.approximation == .over || quantity.approximation == .about
      || lead.currency != nil
    let style = quantity.numeral.style
    let isBare = style.contains(.bareUnit) && at(quantity.numeral.start) != code("十")
    if quantity.kind == .percent || quantity.kind == .money, !isBare {
      return quantity.numeral.isSingleCharacter && !isQualified ? .fair : .strong
    }
    if quantity.unit?.row.kind == .doubling { return .strong }
    if quantity.kind == .fraction { return style.contains(.arabic) && quantity.fraction != nil ? .fair : .strong }
    guard let unit = quantity.unit else {
      let isCompared = at(quantity.range.lowerBound - 1) == code("比")
      return isQualified || isCompared || style.contains(.units) && style.contains(.arabic) ? .fair : .plain
    }
    if isBare, !isQualified { return .weak }
    let isWeak = unit.row.flags.contains(.weak) && unit.denominator == nil
    if style.contains(.arabic) { return isWeak ? .fair : .strong }
    if quantity.numeral.isSingleCharacter { return isWeak ? (isQualified ? .fair : .weak) : .fair }
    return isWeak ? .fair : .strong
  }
}
