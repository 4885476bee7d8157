import HanText

extension UnitLexicon {
  /// The value of a candidate of a text, without what it counts.
  package func value(of candidate: FigureCandidate, in text: SourceText) -> FigureValue {
    let reading = candidate.reading
    var result = FigureValue(kind: reading.kind.kind)
    if let score = reading.score {
      result.parts = [score.first, score.second]
    } else {
      result.value = reading.high == nil ? reading.low : nil
      result.min = reading.high == nil ? nil : reading.low
      result.max = reading.high
    }
    if reading.kind == .multiple, reading.unit?.row.kind == .doubling, let times = reading.low.integer, times < 60 {
      result.value = ExactDecimal(1 << times)
    }
    if let fraction = reading.fraction, reading.high == nil {
      result.numerator = fraction.first
      result.denominator = fraction.second
    }
    result.approximation = approximation(reading.approximation)
    if let unit = reading.unit, reading.kind != .score {
      result.unit = text.text(unit.range)
      result.canonicalUnit = canonical(unit, reading.kind)
      result.si = si(reading, unit)
    }
    return result
  }

  /// The rows that a candidate used, each `table:surface`.
  package func evidence(of candidate: FigureCandidate) -> [String] {
    let reading = candidate.reading
    var evidence: [String] = []
    for place in 0..<reading.qualifiers.count { evidence.append(qualifiers[reading.qualifiers[place]].evidence) }
    guard let unit = reading.unit else { return evidence }
    evidence.append(row(of: unit.row).evidence)
    for place in 0..<unit.more.count { evidence.append(rows[unit.more[place]].evidence) }
    if let below = unit.denominator { evidence.append(row(of: below).evidence) }
    return evidence
  }

  private func canonical(_ unit: UnitMatch, _ kind: FigureClass) -> String? {
    if unit.row.kind == .doubling { return "倍" }
    if unit.row.character == code("桶"), kind == .measure {
      return "[bbl_us]" + (unit.denominator.map { "/" + text(of: $0.canonical) } ?? "")
    }
    return kind == .rank || kind == .ordinal ? nil : text(of: unit)
  }

  /// The quantity in SI units, for Chinese and compound units.
  private func si(_ reading: FigureContent, _ unit: UnitMatch) -> FigureValue.SI? {
    guard unit.row.kind == .measure else { return nil }
    let main = row(of: unit.row)
    guard !main.si.isEmpty else { return nil }
    var upper = main.factor.numerator
    var lower = main.factor.denominator
    var code = main.si
    if let denominator = unit.denominator {
      let below = row(of: denominator)
      guard below.kind == .measure || below.kind == .duration, !below.si.isEmpty else { return nil }
      upper = upper.multiplied(by: below.factor.denominator) ?? upper
      lower = lower.multiplied(by: below.factor.numerator) ?? lower
      code = main.si + "/" + below.si
    } else if !main.showsSI {
      return nil
    }
    func convert(_ value: ExactDecimal) -> ExactDecimal? {
      guard let product = value.multiplied(by: upper) else { return nil }
      return lower == .one ? product : product.divided(by: lower)
    }
    guard let low = convert(reading.low) else { return nil }
    if let high = reading.high { return FigureValue.SI(min: low, max: convert(high), unit: code) }
    return FigureValue.SI(value: low, unit: code)
  }
}
