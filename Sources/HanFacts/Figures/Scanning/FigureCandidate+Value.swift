import HanText

extension UnitLexicon {
  /// The value of a candidate of a text, without what it counts.
  package func value(of candidate: FigureCandidate, in text: SourceText) -> FigureValue {
    let content = candidate.content
    let isSingle = content.high == nil
    var number = isSingle && content.score == nil ? content.low : nil
    if content.kind == .multiple, content.unit?.row.kind == .doubling, let times = content.low.integer, times < 60 {
      number = ExactDecimal(1 << times)
    }
    let isRange = !isSingle && content.score == nil
    let fraction = isSingle ? content.fraction : nil
    let unit = content.kind == .score ? nil : content.unit
    return FigureValue(
      kind: content.kind.kind, value: number, min: isRange ? content.low : nil,
      max: isRange ? content.high : nil, numerator: fraction?.first, denominator: fraction?.second,
      parts: content.score.map { [$0.first, $0.second] } ?? [], approximation: approximation(content.approximation),
      unit: unit.map { text.text($0.range) }, canonicalUnit: unit.flatMap { canonical($0, content.kind) },
      si: unit.flatMap { si(content, $0) })
  }

  /// The rows that a candidate used, each `table:surface`.
  package func evidence(of candidate: FigureCandidate) -> [String] {
    evidenceRows(of: candidate).map { evidence(of: $0) }
  }

  /// The text of a row by its number.
  func evidence(of number: Int) -> String {
    number < rows.count ? rows[number].evidence : qualifiers[number - rows.count].evidence
  }

  /// How many rows the numbers run over.
  var rowCount: Int { rows.count + qualifiers.count }

  /// The numbers of the rows that a candidate used; those of the qualifiers follow those of the units.
  func evidenceRows(of candidate: FigureCandidate) -> [Int] {
    let content = candidate.content
    var numbers: [Int] = []
    numbers.reserveCapacity(content.qualifiers.count + (content.unit.map { $0.more.count + 2 } ?? 0))
    for place in 0..<content.qualifiers.count { numbers.append(rows.count + content.qualifiers[place]) }
    guard let unit = content.unit else { return numbers }
    numbers.append(Int(unit.row.row))
    for place in 0..<unit.more.count { numbers.append(unit.more[place]) }
    if let below = unit.denominator { numbers.append(Int(below.row)) }
    return numbers
  }

  private func canonical(_ unit: UnitMatch, _ kind: FigureClass) -> String? {
    if unit.row.kind == .doubling { return "倍" }
    if unit.row.character == code("桶"), kind == .measure {
      return "[bbl_us]" + (unit.denominator.map { "/" + text(of: $0.canonical) } ?? "")
    }
    return kind == .rank || kind == .ordinal ? nil : text(of: unit)
  }

  /// The quantity in SI units, for Chinese and compound units.
  private func si(_ content: FigureContent, _ unit: UnitMatch) -> FigureValue.SI? {
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
      lower = lower.multiplied(by: below.factor.numerator)?.multiplied(by: ExactDecimal(unit.countBelow)) ?? lower
      code = main.si + "/" + below.si
    } else if !main.showsSI {
      return nil
    }
    func convert(_ value: ExactDecimal) -> ExactDecimal? {
      guard let product = value.multiplied(by: upper) else { return nil }
      return lower == .one ? product : product.divided(by: lower)
    }
    guard let low = convert(content.low) else { return nil }
    if let high = content.high { return FigureValue.SI(min: low, max: convert(high), unit: code) }
    return FigureValue.SI(value: low, unit: code)
  }
}
