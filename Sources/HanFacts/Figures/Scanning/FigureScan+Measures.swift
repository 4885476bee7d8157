extension FigureScan {
  /// Completes a measure: `一米七五`, `六斤八两`, `一吨半`, `三岁半`, `22度半`.
  func completeMeasure(_ result: inout Quantity, _ match: UnitMatch) {
    result.kind = kind(of: match.row)
    result.rule = rule(of: match.row)
    if match.row.kind == .age, match.row.character == code("旬") {
      // 年近八旬: tens of years
      let tens = lexicon.row(of: match.row).factor.numerator
      result.low = result.low.multiplied(by: tens) ?? result.low
      result.high = result.high.flatMap { $0.multiplied(by: tens) }
      return
    }
    guard match.denominator == nil, result.approximation == .exact, result.high == nil else { return }
    if takeHalf(&result) { return }
    if match.isCanonical(.degree), takeArcMinutes(&result) || takeFever(&result) { return }
    if match.row.flags.contains(.tail) { takeTail(&result) }
    takeSmallerUnit(&result, match.row)
  }

  /// `成` and `折`: tenths, given in percent.
  func completeTenths(_ result: inout Quantity, _ match: UnitMatch) {
    result.kind = .percent
    result.rule = "figure.tenths"
    let isDiscount = match.row.kind == .discount
    if result.numeral.style.contains(.pair), isDiscount, let high = result.high {
      // 八五折, 三八折: two digits are tenths and hundredths.
      result.low = result.low.scaled(byPowerOfTen: 1).adding(high) ?? result.low
      result.high = nil
      return
    }
    let power = isDiscount && result.low >= 10 ? 0 : 1
    result.low = result.low.scaled(byPowerOfTen: power)
    result.high = result.high?.scaled(byPowerOfTen: power)
    guard result.high == nil else { return }
    let end = result.range.upperBound
    if at(end) == code("半"), !isOne(of: "年天月数", at: end + 1) {
      result.low = result.low.adding(5) ?? result.low
      result.range = result.range.lowerBound..<end + 1
    } else if case .number(let tail) = numerals.read(at: end), tail.end == end + 1, tail.low < 10,
      tail.style.contains(.chinese) || isDigit(end), isBoundary(tail.end) || isOne(of: "以的左", at: tail.end), !isDiscount
    {
      result.low = result.low.adding(tail.low) ?? result.low
      result.range = result.range.lowerBound..<tail.end
    }
  }

  /// `7 2 折`: digits parted by blanks.
  func takeSpacedDiscount(_ result: inout Quantity) -> Bool {
    guard at(result.numeral.end) == 0x20 else { return false }
    let numeral = result.numeral
    guard numeral.end - numeral.start == 1, isDigit(numeral.start), at(numeral.end) == 0x20, isDigit(numeral.end + 1)
    else { return false }
    let unitStart = skippingBlank(numeral.end + 2)
    guard at(unitStart) == code("折"), let (end, row) = lexicon.longestMark(in: text, at: unitStart) else {
      return false
    }
    result.range = numeral.start..<end
    result.numberRange = numeral.start..<numeral.end + 2
    result.unit = UnitMatch(row: row, range: unitStart..<end)
    result.high = nil
    result.approximation = .exact
    result.low =
      numeral.low.scaled(byPowerOfTen: 1).adding(ExactDecimal(Int(at(numeral.end + 1)) - 0x30)) ?? numeral.low
    result.kind = .percent
    result.rule = "figure.tenths"
    return true
  }

  /// `米九`: one metre and nine tenths.
  func takeOmittedMetre(_ quantity: inout Quantity) -> Bool {
    let start = quantity.range.lowerBound
    guard at(start - 1) == code("米"), quantity.unit == nil, quantity.numeral.isSingleCharacter,
      quantity.numeral.style == .chinese, start - 1 >= floor,
      isBoundary(start - 2) || isOne(of: "高约近长宽超过到有", at: start - 2),
      isBoundary(quantity.range.upperBound) || isOne(of: "左以的多", at: quantity.range.upperBound),
      let row = lexicon.named.metre,
      let value = quantity.low.scaled(byPowerOfTen: -1).adding(.one)
    else { return false }
    quantity.range = start - 1..<quantity.range.upperBound
    quantity.unit = UnitMatch(row: row, range: start - 1..<start)
    quantity.low = value
    quantity.kind = .measure
    quantity.rule = "figure.measure"
    return true
  }

  /// The kind that a unit makes.
  func kind(of row: UnitMark) -> FigureClass {
    switch row.kind {
    case .measure, .duration: .measure
    case .money: .money
    case .classifier: .count
    case .percent, .point, .tenth, .discount: .percent
    case .multiple, .doubling: .multiple
    case .age: .age
    }
  }

  private func rule(of row: UnitMark) -> StaticString {
    switch row.kind {
    case .age: "figure.age"
    case .percent, .point: "figure.percent"
    case .multiple, .doubling: "figure.multiple"
    default: "figure.measure"
    }
  }

  /// `半` behind the unit.
  private func takeHalf(_ result: inout Quantity) -> Bool {
    let end = result.range.upperBound
    guard at(end) == code("半"), !isOne(of: "年天月数导决径球岛", at: end + 1) else { return false }
    guard let sum = result.low.adding(ExactDecimal(isNegative: false, significand: WideInteger(low: 5), exponent: -1))
    else { return false }
    result.low = sum
    result.range = result.range.lowerBound..<end + 1
    result.isComposite = true
    return true
  }

  /// `116度23分`, `38度15分30秒`: minutes and seconds of arc.
  private func takeArcMinutes(_ result: inout Quantity) -> Bool {
    var step: ExactDecimal = 60
    for unit in [code("分"), code("秒")] {
      guard case .number(let part) = numerals.read(at: result.range.upperBound), at(part.end) == unit, part.low < 60,
        part.high == nil, let fraction = part.low.divided(by: step), let sum = result.low.adding(fraction)
      else { break }
      result.low = sum.divided(by: .one) ?? sum
      result.range = result.range.lowerBound..<part.end + 1
      result.isComposite = true
      step = 3600
    }
    return result.isComposite
  }

  /// `37度5`, `三十八度六`: the temperature of a body, with tenths behind.
  private func takeFever(_ result: inout Quantity) -> Bool {
    let end = result.range.upperBound
    guard result.low >= 35, result.low <= 42, result.low.isInteger, isDigit(end) || numerals.kind(end).kind == .digit,
      isDigit(end) != result.numeral.style.contains(.chinese), !numerals.kind(end + 1).isNumeral,
      !isHan(end + 1) || isOne(of: "的了左以到，", at: end + 1), at(end + 1) != code("."), at(end + 1) != code("%"),
      let sum = result.low.adding(ExactDecimal(numerals.kind(end).value).scaled(byPowerOfTen: -1))
    else { return false }
    result.low = sum
    result.range = result.range.lowerBound..<end + 1
    result.isComposite = true
    result.unit?.canonical = .celsius
    return true
  }

  /// `一米七五`, `1米75`, `三米九`: decimals behind the unit.
  private func takeTail(_ result: inout Quantity) {
    let start = result.range.upperBound
    var end = start
    var digits = 0
    let isArabic = isDigit(start)
    while end - start < 3 {
      let character = numerals.kind(end)
      guard isArabic ? character.kind == .arabic : character.kind == .digit && at(end) != code("两") else { break }
      digits = digits * 10 + character.value
      end += 1
    }
    guard end > start, end - start < 3, result.numeral.low < 100, result.numeral.low.isInteger else { return }
    guard isArabic ? end - start == 2 || result.unit?.range.count == 1 : true else { return }
    let next = numerals.kind(end)
    guard !next.isNumeral, !isLetter(end), at(end) != code("%"), at(end) != code(".") else { return }
    guard !isHan(end) || isOne(of: "的左以上高长宽深厚多和与至到，个", at: end) else { return }
    if at(end) == code("个"), at(end + 1) != code("头") { return }
    if case .number(let numeral) = numerals.read(at: start), case .unit = unit(at: end, after: numeral) {
      guard at(end) == code("个") || at(end) == code("多") else { return }
    }
    let tail = ExactDecimal(digits).scaled(byPowerOfTen: start - end)
    guard let sum = result.low.adding(tail) else { return }
    result.low = sum
    result.range = result.range.lowerBound..<end
    result.isComposite = true
  }

  /// `六斤八两`, `3米20厘米`: a second number in a smaller unit of the dimension.
  private func takeSmallerUnit(_ result: inout Quantity, _ main: UnitMark) {
    guard main.kind == .measure, !result.isComposite else { return }
    // 86公里+300米: a place on a road
    let isPost = at(result.range.upperBound) == code("+") && main.dimension == .length
    let start = isPost ? result.range.upperBound + 1 : result.range.upperBound
    guard numerals.kind(start).isNumeral else { return }
    guard case .number(let numeral) = numerals.read(at: start), numeral.high == nil,
      case .unit(let match) = unit(at: numeral.end, after: numeral), match.denominator == nil,
      match.row.dimension == main.dimension, match.row.kind == .measure,
      let ratio = conversion(match.row, main), ratio < 1, let part = numeral.low.multiplied(by: ratio), part < 1,
      let sum = result.low.adding(part)
    else { return }
    var end = match.range.upperBound
    var whole = sum
    if at(end) == code("半"), let half = ratio.multiplied(by: 0.5), let more = whole.adding(half) {
      whole = more
      end += 1
    }
    result.low = whole
    result.unit?.more.append(match.row.row)
    result.range = result.range.lowerBound..<end
    result.isComposite = true
  }

  /// One of the first unit in the second.
  private func conversion(_ first: UnitMark, _ second: UnitMark) -> ExactDecimal? {
    let one = lexicon.row(of: first).factor
    let other = lexicon.row(of: second).factor
    guard let upper = one.numerator.multiplied(by: other.denominator),
      let lower = one.denominator.multiplied(by: other.numerator)
    else { return nil }
    return upper.divided(by: lower)
  }
}
