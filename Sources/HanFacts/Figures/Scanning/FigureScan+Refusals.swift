extension FigureScan {
  /// Why a quantity is no figure; nil where it is one. It is passed by reference, as it is large.
  func refusal(of quantity: inout Quantity, _ qualification: Qualification, _ lead: Lead) -> FigureRefusal.Reason? {
    let start = quantity.range.lowerBound
    let end = quantity.range.upperBound
    let isQualified = qualification.start < lead.start || qualification.end > end
    if isDigit(start), at(end) == code("."), isDigit(end + 1), quantity.unit == nil { return .identifier }
    if quantity.numeral.style.contains(.vague), quantity.unit == nil, quantity.numeral.isSingleCharacter {
      return .word
    }
    if isIndefinite(&quantity), !isQualified { return .indefinite }
    if isIdiom(&quantity, isQualified: isQualified) { return .word }
    if quantity.numeral.style.contains(.positional), quantity.unit?.row.kind == .classifier { return .code }
    if isQuotedName(&quantity, qualification) { return .name }
    if quantity.kind == .fraction, has("决赛", at: end) { return .name }
    if quantity.unit == nil, at(start - 1) == code("秒") { return .date }
    if isAddress(&quantity) { return .code }
    if quantity.unit == nil, quantity.kind == nil, lead.currency == nil, !lead.isNegative {
      return plainRefusal(&quantity, isQualified: isQualified)
    }
    if quantity.unit == nil, quantity.kind == nil, lead.isNegative { return plainEndRefusal(end) }
    if quantity.kind == nil, quantity.numeral.style.contains(.leadingZero) { return .code }
    return nil
  }

  /// `一个`, `一种`: the article, not a number.
  private func isIndefinite(_ quantity: inout Quantity) -> Bool {
    guard quantity.numeral.isSingleCharacter, at(quantity.numeral.start) == code("一"), let unit = quantity.unit else {
      return false
    }
    // 三胜一平两负; 五块八|一斤: so much for one
    if unit.row.kind == .classifier { return !isOne(of: "胜平负", at: unit.range.lowerBound) }
    return unit.row.kind == .measure && floor == quantity.range.lowerBound && candidates.last?.content.kind == .money
  }

  /// `十分`, `万分`, `一度`, `三角`.
  private func isIdiom(_ quantity: inout Quantity, isQualified: Bool) -> Bool {
    guard let unit = quantity.unit else { return false }
    let start = quantity.numeral.start
    if has("最后", endingAt: quantity.range.lowerBound), quantity.numeral.isSingleCharacter, unit.row.kind == .measure {
      return true
    }
    if unit.row.kind == .money, quantity.numeral.style.contains(.bareUnit), quantity.numeral.isSingleCharacter,
      at(start) != code("十"), at(start) != code("百"), !isQualified, quantity.approximation == .exact
    {
      return true
    }
    if unit.row.kind == .classifier, !quantity.low.isInteger || quantity.high?.isInteger == false,
      !takesDecimals(unit.row.character)
    {
      return true
    }
    // 二战, 二手车, 零件
    if quantity.numeral.isSingleCharacter, isWordOfDigit(at(start), unit.row.character) { return true }
    // 苏-27战机, 东风-5团
    if unit.row.kind == .classifier, unit.row.flags.contains(.weak), isOne(of: "-−－", at: start - 1), isHan(start - 2),
      !isBalance(start - 2)
    {
      return true
    }
    // 三班倒, 两班制, 四班三运转; 两位数, but 两位数学家
    if unit.row.character == code("班"),
      isOne(of: "倒制", at: unit.range.upperBound)
        || numerals.kind(unit.range.upperBound).isNumeral && isOne(of: "倒运", at: unit.range.upperBound + 1)
    {
      return true
    }
    if unit.row.character == code("位"), unit.row.surfaceLength == 1, at(unit.range.upperBound) == code("数"),
      !isOne(of: "学据控字码量", at: unit.range.upperBound + 1)
    {
      return true
    }
    // 传闻四起
    if unit.row.character == code("起"), at(start) == code("四"), isBoundary(unit.range.upperBound), isHan(start - 1) {
      return true
    }
    if isNumberedThing(&quantity, unit) { return true }
    if unit.row.character == code("届"), quantity.numeral.style.contains(.chinese) { return true }
    if unit.row.character == code("分"), quantity.numeral.isSingleCharacter {
      return !isOne(of: "得拿打砍记给评扣获满", at: start - 1)
    }
    // 万吨级泊位
    if quantity.numeral.style.contains(.bareUnit), unit.row.surfaceLength == 2, has("吨级", at: unit.range.lowerBound) {
      return true
    }
    if quantity.numeral.style.contains(.bareUnit), unit.row.flags.contains(.weak), quantity.numeral.isSingleCharacter,
      quantity.approximation == .exact
    {
      // 十大工程; the 十大 is a congress
      if at(start) == code("十"), unit.row.character == code("大") {
        return !isHan(unit.range.upperBound) || isInQuotedName(start, unit.range.upperBound)
          || isOne(of: "会代以召报的上后前精开选闭期", at: unit.range.upperBound)
      }
      return !isOne(of: "人亩户字顷", at: unit.range.lowerBound)
        || isOne(of: "万", at: start) && at(unit.range.lowerBound) == code("人")
          && isHan(unit.range.upperBound)
    }
    return false
  }

  /// `三级解放勋章`, `二十三日二版《…》`, `牵手百度。`: a grade of a medal, a page of a paper, a company.
  private func isNumberedThing(_ quantity: inout Quantity, _ unit: UnitMatch) -> Bool {
    let end = unit.range.upperBound
    switch unit.row.character {
    case code("级"):
      var place = end
      while place < end + 8, isHan(place) { place += 1 }
      return contains(["勋章", "奖章"], in: end..<place)
    case code("版"):
      return at(quantity.range.lowerBound - 1) == code("日") && quantity.numeral.end - quantity.numeral.start < 3
    case code("度"):
      return quantity.numeral.style.contains(.bareUnit) && quantity.numeral.isSingleCharacter
        && at(quantity.numeral.start) != code("十") && unit.isCanonical(.degree)
    default: return false
    }
  }

  /// `二战`, `一战`, `二手`, `零件`, `零钱`, `三伏`: words, whatever follows.
  private func isWordOfDigit(_ digit: UInt32, _ unit: UInt32) -> Bool {
    switch unit {
    case code("战"): digit == code("一") || digit == code("二")
    case code("手"): digit == code("二")
    case code("件"), code("头"), code("星"), code("点"), code("钱"): digit == code("零")
    case code("伏"): digit == code("三")
    default: false
    }
  }

  /// `8栋2单元501`, `3单元402室`, `6号楼2单元`: the parts of an address.
  private func isAddress(_ quantity: inout Quantity) -> Bool {
    guard quantity.numeral.style.contains(.arabic) else { return false }
    let start = quantity.range.lowerBound
    let end = quantity.range.upperBound
    guard let unit = quantity.unit else {
      return isOne(of: "栋幢元", at: start - 1) && (at(start - 1) != code("元") || has("单元", endingAt: start))
        && quantity.numeral.end - start <= 4
    }
    let isUnit = unit.row.surfaceLength == 2 && has("单元", at: unit.range.lowerBound)
    guard isUnit || isOne(of: "栋幢", at: unit.range.lowerBound) else { return false }
    if isUnit, isOne(of: "栋幢楼座", at: start - 1) { return true }
    guard isDigit(end), case .number(let next) = numerals.read(at: end) else { return false }
    if at(next.end) == code("室") || has("单元", at: next.end) { return true }
    return isUnit && (at(next.end) == code("号") || isBoundary(next.end)) && next.end - next.start >= 3
  }

  /// Whether a character stands at the end of a word for a balance, which may be negative: `净胜球-2个`.
  func isBalance(_ index: Int) -> Bool { isOne(of: "球值差率额分温", at: index) }

  /// Whether a classifier of one character stands behind decimals too: `4.5级`.
  private func takesDecimals(_ character: UInt32) -> Bool {
    switch character {
    case code("级"), code("分"), code("次"), code("人"), code("个"), code("股"), code("版"), code("代"), code("轮"), code("档"),
      code("维"), code("层"), code("点"), code("环"), code("圈"):
      true
    default: false
    }
  }

  /// `“四个面向”`, `“90后”`, `《八项规定》`: a number that opens a quoted name.
  private func isQuotedName(_ quantity: inout Quantity, _ qualification: Qualification) -> Bool {
    let kind = kind(of: quantity)
    if isShortQuote(&quantity, kind) { return true }
    guard kind == .count || kind == .plain || kind == .rank,
      isOne(of: "“「『‘《〈\"", at: qualification.start - 1)
    else { return false }
    for index in qualification.end..<qualification.end + 9 where isOne(of: "”」』’》〉\"", at: index) { return true }
    return false
  }

  /// `“年度十大优秀案例”`: whether a short quotation stands around a place.
  private func isInQuotedName(_ start: Int, _ end: Int) -> Bool {
    var open = start - 1
    while open >= start - 16, !isQuoteOrStop(open), at(open) != 0 { open -= 1 }
    var close = end
    while close < end + 12, !isQuoteOrStop(close), at(close) != 0 { close += 1 }
    return isOne(of: "“‘「", at: open) && isOne(of: "”’」", at: close)
  }

  /// `“最后一公里”`, `“百团百项”`: a short quotation around a Chinese numeral is a slogan.
  private func isShortQuote(_ quantity: inout Quantity, _ kind: FigureClass) -> Bool {
    guard kind == .count || kind == .plain || kind == .rank || kind == .measure else { return false }
    guard quantity.numeral.isSingleCharacter || kind != .measure && quantity.numeral.style.isDisjoint(with: .arabic)
    else {
      return false
    }
    let start = quantity.range.lowerBound
    let end = quantity.range.upperBound
    var open = start - 1
    while open >= start - 6, !isQuoteOrStop(open) { open -= 1 }
    guard open >= start - 6, isOne(of: "“‘「", at: open) else { return false }
    var close = end
    while close < end + 6, !isQuoteOrStop(close) { close += 1 }
    return close < end + 6 && isOne(of: "”’」", at: close) && close - open <= 9
  }

  @inline(__always)
  private func isQuoteOrStop(_ index: Int) -> Bool {
    switch at(index) {
    case code("“"), code("”"), code("‘"), code("’"), code("「"), code("」"), code("，"), code("。"): true
    default: false
    }
  }

  /// Why a number without a unit is none.
  private func plainRefusal(_ quantity: inout Quantity, isQualified: Bool) -> FigureRefusal.Reason? {
    let numeral = quantity.numeral
    let start = quantity.range.lowerBound
    let end = quantity.range.upperBound
    if numeral.style.contains(.positional) || numeral.style.contains(.leadingZero) { return .code }
    if let reason = plainEndRefusal(end) { return reason }
    if isBracketed(start, end) || isListNumber(start, end) { return .list }
    if quantity.high != nil, !numeral.style.contains(.pair) { return nil }
    if numeral.style.contains(.pair), !numeral.style.contains(.units) { return .word }
    if numeral.style.isSubset(of: [.arabic]), isCode(&quantity) { return .code }
    if isQualified { return isSingleUnitWord(numeral) ? .word : nil }
    if isOne(of: "-−－", at: start - 1), isHan(start - 2) || isLetter(start - 2) { return .identifier }
    let before = skippingBlankBackwards(start)
    if numeral.style.contains(.arabic), before < start || isLetter(start - 1), isLetter(before - 1),
      !numeral.style.contains(.units)
    {
      return .identifier
    }
    if numeral.style.contains(.arabic) { return plainArabicRefusal(numeral, start, end) }
    return plainChineseRefusal(numeral, start, end)
  }

  /// `百`, `千`, `万万` alone are words.
  private func isSingleUnitWord(_ numeral: Numeral) -> Bool {
    guard numeral.style.contains(.bareUnit), at(numeral.start) != code("十") else { return false }
    return (numeral.start..<numeral.end).allSatisfy { numerals.kind($0).isUnit }
      && (numeral.isSingleCharacter || at(numeral.start) == code("万"))
  }

  /// A letter, a hyphen or a closing title mark behind.
  private func plainEndRefusal(_ end: Int) -> FigureRefusal.Reason? {
    if isHan(end) { return nil }
    if isOne(of: "-_/@#&", at: end), isLetter(end + 1) || isDigit(end + 1) { return .identifier }
    if isOne(of: "》〉", at: end) { return .name }
    if isOne(of: "”’", at: end) { return .name }
    if isLetter(end) { return .identifier }
    return nil
  }

  private func plainArabicRefusal(_ numeral: Numeral, _ start: Int, _ end: Int) -> FigureRefusal.Reason? {
    if isOne(of: "件录图表", at: start - 1), isNumbered(start), numeral.low < 1000 { return .identifier }
    if numeral.style.contains(.units) { return numeral.style.contains(.suffixed) && isHan(end) ? .identifier : nil }
    if isOne(of: "、", at: end), isDigit(end + 1) { return .list }
    // 11、18、22、29: numbers of a list
    if isOne(of: "、", at: start - 1), isDigit(start - 2), !isHan(end) { return .list }
    if lexicon.endsSeries(in: text, at: skippingBlankBackwards(start), floor: floor) { return .identifier }
    if isHan(end) {
      if isOne(of: "这不是那而和与或到至且的", at: end), isHan(start - 1) || isBoundary(start - 1) {
        return isYear(numeral) ? .date : nil
      }
      return isComparison(start, end) ? nil : .word
    }
    if isYear(numeral), isHan(start - 1) || isOne(of: "(（", at: start - 1) { return .date }
    return nil
  }

  /// `附件3`, `附录2`, `见表2`: the number of a part of a document.
  func isNumbered(_ start: Int) -> Bool {
    switch at(start - 1) {
    case code("件"): has("附件", endingAt: start)
    case code("录"): has("附录", endingAt: start)
    case code("图"), code("表"), code("式"):
      !isHan(start - 2) || isOne(of: "见如附插由从据在和及与下上列公", at: start - 2)
    default: false
    }
  }

  private func plainChineseRefusal(_ numeral: Numeral, _ start: Int, _ end: Int) -> FigureRefusal.Reason? {
    if isSingleUnitWord(numeral) { return .word }
    // 零百加速
    if numeral.isSingleCharacter, at(start) == code("零"), numerals.kind(end).isUnit { return .word }
    let isOpen = isBoundary(end) || isOne(of: "这不那而", at: end) || !isHan(end) || numerals.kind(end).isUnit
    if at(end) == code("、"), numeral.isSingleCharacter { return .list }
    // 三千五|一台
    if numeral.style.contains(.elided), countsOne(at: end) { return nil }
    if isComparison(start, end) { return nil }
    if numeral.isSingleCharacter || numeral.style.contains(.bareUnit), !numeral.style.contains(.decimal) {
      let isLed = isBoundary(start - 1) || isOne(of: "是为得于到", at: start - 1)
      return isOpen && isLed ? nil : .word
    }
    if isOpen || numeral.style.contains(.decimal) { return nil }
    return numeral.style.contains(.units) && numeral.low >= 10000 && !numeral.style.contains(.bareUnit) ? nil : .word
  }

  /// `比三十大`.
  private func isComparison(_ start: Int, _ end: Int) -> Bool {
    at(start - 1) == code("比") && isOne(of: "大小多少高低", at: end)
  }

  private func isYear(_ numeral: Numeral) -> Bool {
    numeral.style == .arabic && numeral.end - numeral.start == 4 && numeral.low >= 1900 && numeral.low < 2100
  }

  /// `(1)`, `[12]`, `（三）`.
  private func isBracketed(_ start: Int, _ end: Int) -> Bool {
    isOne(of: "([（【〔", at: start - 1) && isOne(of: ")]）】〕", at: end)
  }

  /// `1.`, `二、` at the head of a paragraph or clause.
  private func isListNumber(_ start: Int, _ end: Int) -> Bool {
    let isHead = start == 0 || at(start - 1) == 0x0A
    if isHead, isOne(of: ".、．)）:：", at: end), end + 1 < text.count, at(end + 1) != 0x0A { return true }
    if isHead, text.count > end, at(end) == 0x0A || end == text.count, start > 0 { return true }
    return at(end) == code("、") && isBoundary(start - 1) && end - start == 1 && !isDigit(end + 1)
  }

  /// Telephone numbers, post codes and what stands behind `电话`, `编号`.
  private func isCode(_ quantity: inout Quantity) -> Bool {
    let start = quantity.range.lowerBound
    let count = quantity.range.count
    let words: [StaticString] = [
      "电话", "热线", "拨打", "手机", "传真", "邮编", "账号", "编号", "号码", "证号", "代码", "邮政编码", "车牌", "微信", "邮箱", "QQ", "密码", "验证码",
      "航班", "车次", "客服", "编码", "报警", "尾号", "房号", "单号", "卡号", "电挂", "分机",
    ]
    let isNamed = (start - 6..<start).contains { isOne(of: "电热拨手传邮账编号证代车微密验航客报分Q", at: $0) }
    if isNamed, contains(words, in: start - 6..<start) { return true }
    // 285431转2386
    if at(start - 1) == code("转"), isDigit(start - 2) { return true }
    // 139****8821, (020)87185735
    if at(start - 1) == code("*") || at(quantity.range.upperBound) == code("*") { return true }
    if isOne(of: ")）", at: start - 1), isDigit(start - 2), count >= 7 { return true }
    if count == 11, at(start) == code("1"), isHan(start - 1) || isHan(quantity.range.upperBound) { return true }
    guard count == 5 || count == 3, let number = quantity.low.integer else { return false }
    let hotlines = [
      12306, 12345, 12315, 12369, 12320, 12389, 12388, 12333, 12328, 12309, 12348, 12377, 12321, 12395, 10086, 10010,
    ]
    return hotlines.contains(number) || number >= 95500 && number < 95600
  }

  /// A digit behind a letter, or behind a hyphen that joins it to one.
  func isInsideIdentifier(_ index: Int) -> Bool {
    let before = at(index - 1)
    if isLetter(index - 1) {
      var start = index - 1
      while start > floor, isLetter(start - 1) { start -= 1 }
      guard let found = lexicon.currency(in: text, endingAt: index, floor: floor) else { return true }
      return found.start != start
    }
    if before == code("_") || before == code("#") || before == code("№") { return true }
    if before == code("-") || before == code("·") { return isLetter(index - 2) }
    if before == code("."), isDigit(index - 2) || isLetter(index - 2) { return true }
    return false
  }

  /// Where the letters, digits and joints of an identifier end.
  func identifierEnd(_ index: Int) -> Int {
    var end = index
    while isDigit(end) || isLetter(end) || isOne(of: "-._/", at: end) && (isDigit(end + 1) || isLetter(end + 1)) {
      end += 1
    }
    return max(end, index + 1)
  }
}
