extension FigureScan {
  /// Figures that are words: `一半`, `过半`, `翻两番`, `成百上千`, `半吨`; nil where none begins here.
  mutating func idiom(at index: Int) -> Int? {
    switch at(index) {
    case code("一"): return half("一半", at: index) ?? moreThanHalf("一多半", at: index) ?? moreThanHalf("一大半", at: index)
    case code("对"): return tenthsWord("对折", 50, at: index)
    case code("半") where isOne(of: "折成", at: index + 1):
      return tenthsWord("半折", 5, at: index) ?? tenthsWord("半成", 5, at: index)
    case code("半"): return half("半数", at: index) ?? halfUnit(at: index) ?? nearlyHalf(at: index)
    case code("过"): return overHalf(at: index)
    case code("翻"): return doubling(at: index)
    case code("成"):
      return vague("成百上千", 100, 9999, at: index) ?? vague("成千上万", 1000, 99999, at: index)
        ?? vague("成千累万", 1000, 99999, at: index)
    case code("上"): return vague("上百上千", 100, 9999, at: index)
    case code("百"): return vague("百八十", 80, 100, at: index)
    case code("千"): return vague("千八百", 800, 1000, at: index)
    case code("数"): return several(at: index)
    case code("½"): return sign(1, 2, at: index)
    case code("⅓"): return sign(1, 3, at: index)
    case code("⅔"): return sign(2, 3, at: index)
    case code("¼"): return sign(1, 4, at: index)
    case code("¾"): return sign(3, 4, at: index)
    case code("⅛"): return sign(1, 8, at: index)
    default: return nil
    }
  }

  private func numeral(_ range: Range<Int>, _ value: ExactDecimal) -> Numeral {
    Numeral(start: range.lowerBound, end: range.upperBound, low: value, style: [.chinese, .units])
  }

  private func fraction(_ upper: Int, _ lower: Int, _ range: Range<Int>) -> Quantity {
    let value = ExactDecimal(upper).divided(by: ExactDecimal(lower)) ?? .zero
    var quantity = Quantity(numeral(range, value))
    quantity.kind = .fraction
    quantity.fraction = NumberPair(first: ExactDecimal(upper), second: ExactDecimal(lower))
    quantity.rule = "figure.fraction"
    return quantity
  }

  private mutating func half(_ word: StaticString, at index: Int) -> Int? {
    guard has(word, at: index), !isOne(of: "天会", at: index + 2) else { return nil }
    var quantity = fraction(1, 2, index..<index + 2)
    return emit(&quantity)
  }

  /// `数名`, `数家`: two to nine.
  private mutating func several(at index: Int) -> Int? {
    guard isOne(of: "名家次位人项种条座艘辆架件场起处", at: index + 1), !isOne(of: "系据字", at: index + 1),
      !isHan(index - 1) || isOne(of: "的了有达和与近童员工者民众客兵警至及中另致", at: index - 1),
      // 数位: digital
      at(index + 1) != code("位")
        || firstWord(["发展", "化", "转型", "内容", "相机", "经济", "典藏", "政府", "广播", "学习", "身分", "身份"], at: index + 2) == nil
    else { return nil }
    var number = numeral(index..<index + 1, 2)
    number.high = 9
    number.approximation = .vague
    number.style = [.chinese, .vague]
    var quantity = Quantity(number)
    guard case .quantity = completePlain(&quantity), quantity.unit?.row.kind == .classifier else { return nil }
    return emit(&quantity)
  }

  /// `对折`, `半折`, `半成`: tenths in a word.
  private mutating func tenthsWord(_ word: StaticString, _ percent: Int, at index: Int) -> Int? {
    guard has(word, at: index), !isHan(index + 2) || isOne(of: "的优左以出销价起促特，", at: index + 2),
      !isHan(index - 1) || isOne(of: "打降约近有到了价售付", at: index - 1),
      let row = at(index + 1) == code("成") ? lexicon.named.tenth : lexicon.named.discount
    else { return nil }
    var quantity = Quantity(numeral(index..<index + 1, ExactDecimal(percent)))
    quantity.range = index..<index + 2
    quantity.unit = UnitMatch(row: row, range: index + 1..<index + 2)
    quantity.kind = .percent
    quantity.rule = "figure.tenths"
    return emit(&quantity)
  }

  /// `一多半`, `一大半`.
  private mutating func moreThanHalf(_ word: StaticString, at index: Int) -> Int? {
    guard has(word, at: index) else { return nil }
    var quantity = fraction(1, 2, index..<index + 3)
    quantity.approximation = .over
    return emit(&quantity)
  }

  /// `近半`, `超半`, `逾半` where no unit follows.
  private mutating func nearlyHalf(at index: Int) -> Int? {
    guard isOne(of: "近超逾", at: index - 1), !isOne(of: "年月天日个小世周星价导岛径夜场", at: index + 1) else { return nil }
    var quantity = fraction(1, 2, index..<index + 1)
    return emit(&quantity)
  }

  private mutating func sign(_ upper: Int, _ lower: Int, at index: Int) -> Int? {
    var quantity = fraction(upper, lower, index..<index + 1)
    return emit(&quantity)
  }

  /// `过半`, `过半数`.
  private mutating func overHalf(at index: Int) -> Int? {
    guard has("过半", at: index), at(index - 1) != code("不"), !isOne(of: "年天月个小", at: index + 2),
      !isOne(of: "通超经", at: index - 1)
    else { return nil }
    var quantity = fraction(1, 2, index..<index + (has("过半数", at: index) ? 3 : 2))
    quantity.approximation = .over
    return emit(&quantity)
  }

  /// `半个`, `半吨`; halves of time are durations.
  private mutating func halfUnit(at index: Int) -> Int? {
    let range = index..<index + 1
    let value = ExactDecimal(isNegative: false, significand: WideInteger(low: 5), exponent: -1)
    let number = numeral(range, value)
    if at(index + 1) == code("个") {
      if let end = firstWord(["月", "多月", "小时", "多小时", "世纪", "多世纪", "星期", "钟头", "学期", "季度"], at: index + 2) {
        return refuse(index..<end, .date)
      }
      guard !isHan(index + 2), !isHan(index - 1), let (end, row) = lexicon.longestMark(in: text, at: index + 1) else {
        return nil
      }
      var quantity = fraction(1, 2, index..<end)
      quantity.unit = UnitMatch(row: row, range: index + 1..<end)
      return emit(&quantity)
    }
    guard !isOne(of: "一大多小过参各对", at: index - 1), case .unit(let match) = unit(at: index + 1, after: number),
      match.row.kind == .measure, !match.row.flags.contains(.weak), match.row.character != code("度")
    else { return nil }
    var quantity = Quantity(number)
    quantity.range = index..<match.range.upperBound
    quantity.unit = match
    quantity.kind = .measure
    quantity.rule = "figure.measure"
    return emit(&quantity)
  }

  /// `翻一番`, `翻两番`, `翻了两番`.
  private mutating func doubling(at index: Int) -> Int? {
    let start = at(index + 1) == code("了") ? index + 2 : index + 1
    guard case .number(let number) = numerals.read(at: start) else { return nil }
    var quantity = Quantity(number)
    guard case .quantity = complete(&quantity), quantity.unit?.row.kind == .doubling else { return nil }
    quantity.range = index..<quantity.range.upperBound
    return emit(&quantity)
  }

  /// `成百上千` and its kin, with a unit behind.
  private mutating func vague(_ word: StaticString, _ low: Int, _ high: Int, at index: Int) -> Int? {
    guard has(word, at: index) else { return nil }
    let end = index + StaticScalars.count(word)
    guard !numerals.kind(end).isNumeral else { return nil }
    var number = numeral(index..<end, ExactDecimal(low))
    number.high = ExactDecimal(high)
    number.approximation = .vague
    number.style.insert(.vague)
    var quantity = Quantity(number)
    if case .refused(let stop, let reason) = completePlain(&quantity) { return refuse(index..<stop, reason) }
    guard quantity.unit != nil || !isHan(end) || at(end) == code("的") else { return nil }
    return emit(&quantity)
  }
}
