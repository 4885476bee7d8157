extension FigureScan {
  /// Adds everything around a quantity and appends it as a candidate, unless something refuses it; the result is
  /// where to go on.
  mutating func emit(_ quantity: inout Quantity) -> Int {
    dropUnitOfPrice(&quantity)
    var lead = Lead(start: quantity.range.lowerBound)
    let isLed = lexicon.neighbour(at(lead.start - 1)) & NumberNeighbour.before != 0
    if isLed {
      lead = self.lead(of: quantity)
      apply(lead, to: &quantity)
    }
    if isTemperatureContext(&quantity) { quantity.unit?.canonical = .celsius }
    var qualification = Qualification(start: lead.start, end: quantity.range.upperBound)
    if isLed { qualifiersBefore(quantity, &qualification) }
    if lexicon.neighbour(at(qualification.end)) & NumberNeighbour.suffix != 0 {
      qualifiersBehind(quantity, &qualification)
    }
    if let reason = refusal(of: &quantity, qualification, lead) { return refuse(quantity.range, reason) }
    if qualification.prefix == nil { qualification.outside = outsideQualifier(qualification.start) }
    let range = qualification.start..<qualification.end
    candidates.append(
      FigureCandidate(
        range: range, numberRange: quantity.numberRange, unitRange: quantity.unit?.range,
        content: content(of: quantity, qualification), rule: quantity.rule,
        strength: strength(of: quantity, qualification, lead)))
    floor = range.upperBound
    return range.upperBound
  }

  /// `￥199包邮`, `$19.9起`: behind a currency's sign a classifier is none.
  private func dropUnitOfPrice(_ quantity: inout Quantity) {
    guard quantity.numeral.style.contains(.arabic), quantity.unit?.row.kind == .classifier,
      quantity.unit?.denominator == nil, isOne(of: "￥¥$€£", at: quantity.range.lowerBound - 1)
    else { return }
    quantity.unit = nil
    quantity.range = quantity.numberRange
    quantity.approximation = quantity.numeral.approximation
  }

  /// Puts sign, currency and scale into the quantity.
  private func apply(_ lead: Lead, to quantity: inout Quantity) {
    if lead.isNegative { quantity.negate() }
    if let currency = lead.currency {
      applyCurrency(currency, lead, to: &quantity)
    }
    if let scale = lead.scale {
      if let row = scale == .celsius ? lexicon.named.celsius : lexicon.named.fahrenheit {
        let range = quantity.unit?.range ?? lead.start..<quantity.range.lowerBound
        quantity.unit = UnitMatch(row: row, range: range)
        quantity.kind = .measure
        quantity.rule = "figure.temperature"
      }
    }
    if let per = lead.per {
      quantity.unit?.denominator = per
      quantity.unit?.canonicalBelow = per.canonical
    }
  }

  private func applyCurrency(_ currency: UnitMark, _ lead: Lead, to quantity: inout Quantity) {
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
      quantity.unit ?? UnitMatch(row: currency, range: lead.start..<quantity.range.lowerBound)
    match.canonical = currency.canonical
    match.canonicalBelow = nil
    match.more.append(currency.row)
    quantity.unit = match
  }

  /// `度` is a degree Celsius where the words around speak of heat.
  private func isTemperatureContext(_ quantity: inout Quantity) -> Bool {
    guard quantity.unit?.isCanonical(.degree) == true else { return false }
    let start = quantity.range.lowerBound
    if contains(["经", "纬", "坡度", "倾", "转", "偏", "仰角", "夹角"], in: start - 3..<start) { return false }
    if let end = quantity.unit?.range.upperBound, isOne(of: "角酒", at: end) || has("白酒", at: end) { return false }
    return contains(
      [
        "温", "零下", "冷", "热", "烧", "降至", "炎", "寒", "暖", "晴", "阴", "天气", "烤", "上火", "下火", "上下火", "空调", "冰箱", "沸", "焗",
        "油炸",
      ], in: start - 20..<quantity.numberRange.upperBound)
      || contains(
        ["高温", "低温", "的水", "热水", "烘", "烤", "预热"], in: quantity.range.upperBound..<quantity.range.upperBound + 4)
  }

  /// What the value is made of.
  private func content(of quantity: Quantity, _ qualification: Qualification) -> FigureContent {
    var result = FigureContent(kind: kind(of: quantity), low: quantity.low, high: quantity.high)
    result.fraction = quantity.fraction
    result.score = quantity.score
    result.approximation = approximation(quantity, qualification)
    result.unit = quantity.unit
    result.qualifiers = qualification.rows
    return result
  }

  /// The kind: the unit's, or plain.
  func kind(of quantity: Quantity) -> FigureClass {
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
    // 居全球第一；每万名工人…: another clause
    var first = start - 8
    for index in max(first, 0)..<max(start, 0) where isOne(of: "。；;，,", at: index) { first = index + 1 }
    return (first..<start + 1).contains { isOne(of: "排位名列居跃跻全世升", at: $0) }
      && contains(
        ["排名", "位列", "位居", "名列", "排在", "列全", "居全", "居世", "居第", "跃居", "跻身", "全球第", "世界第", "全国第", "排第", "升至第", "跃升"],
        in: first..<start + 1)
  }

  /// The strongest bound of all words.
  private func approximation(_ quantity: Quantity, _ qualification: Qualification) -> ApproximationCode {
    var best = ApproximationCode.exact
    if let bound = qualification.prefix, rank(bound) > rank(best) { best = bound }
    if let bound = qualification.suffix, rank(bound) > rank(best) { best = bound }
    if rank(quantity.approximation) > rank(best) { best = quantity.approximation }
    if let bound = qualification.outside, rank(bound) > rank(best) { best = bound }
    if best == .exact, quantity.numeral.style.contains(.pair), quantity.high != nil,
      quantity.range.upperBound - quantity.numeral.end <= 8, quantity.numeral.start == quantity.numberRange.lowerBound
    {
      return .vague
    }
    return best
  }

  /// How sure the reading is.
  private func strength(
    of quantity: Quantity, _ qualification: Qualification, _ lead: Lead
  ) -> FigureCandidate.Strength {
    let isQualified =
      qualification.rows.count > 0 || quantity.approximation == .over || quantity.approximation == .about
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
