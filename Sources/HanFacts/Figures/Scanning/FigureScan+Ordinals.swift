extension FigureScan {
  /// `第40次`, `第二大`, `第3至第5`; the result is where to go on.
  mutating func ordinal(at index: Int) -> Int {
    guard case .number(let numeral) = numerals.read(at: skippingBlank(index + 1)), numeral.high == nil,
      !numeral.style.contains(.positional), numeral.low.isInteger
    else { return index + 1 }
    let end = numeral.end
    if isTerm(end, numeral) { return refuse(index..<end, .name) }
    var quantity = Quantity(numeral)
    quantity.range = index..<end
    quantity.kind = .ordinal
    quantity.rule = "figure.ordinal"
    if let last = ordinalRange(&quantity, end) { return last }
    switch unit(at: end, after: numeral) {
    case .date(let dateEnd):
      // 第78分钟: a place in a game, no length of time
      guard has("分钟", endingAt: dateEnd), dateEnd == end + 2,
        let (last, row) = lexicon.longestMark(in: text, at: end), last == dateEnd
      else { return refuse(index..<dateEnd, .date) }
      quantity.unit = UnitMatch(row: row, range: end..<dateEnd)
      quantity.range = index..<dateEnd
    case .identifier(let last): return refuse(index..<last, .identifier)
    case .unit(let match) where match.row.kind == .classifier && match.denominator == nil:
      guard accepts(ordinalUnit: match) else { return refuse(index..<match.range.upperBound, .name) }
      if let last = firstWord(["月", "小时", "星期", "学期"], at: match.range.upperBound), match.row.character == code("个") {
        return refuse(index..<last, .date)
      }
      quantity.unit = match
      quantity.range = index..<match.range.upperBound
    default:
      if isHan(end), !isOne(of: "的、和与且或，至到，位居于一二三四五六七八九十是之及、", at: end), !isRankContext(index) {
        return refuse(index..<end, .name)
      }
    }
    if quantity.unit == nil, index == 0 || isOne(of: "。;；!！?？\n", at: index - 1), isOne(of: ",，:：、", at: end),
      end < text.count - 1
    {
      return refuse(index..<end, .list)
    }
    // 《封神第二部》
    if quantity.unit?.row.character == code("部"), isOne(of: "》〉", at: quantity.range.upperBound) {
      return refuse(quantity.range, .name)
    }
    quantity.kind = isRank(quantity, index) ? .rank : .ordinal
    if quantity.unit == nil, hasScope(before: index) { quantity.range = (index - 2)..<quantity.range.upperBound }
    return appendOrdinal(quantity)
  }

  /// `全球第4`: a rank without a unit holds the words that say among whom.
  private func hasScope(before index: Int) -> Bool {
    let start = index - 2
    guard start >= floor else { return false }
    return has("全球", at: start) || has("世界", at: start) || has("全国", at: start) || has("全省", at: start)
      || has("全市", at: start)
  }

  /// `第一时间`, `第三方`, `第一书记`: a term, not a place in a series.
  private func isTerm(_ end: Int, _ numeral: Numeral) -> Bool {
    guard isOne(of: "时方者产书夫线手医中小机炮军师动生要人附财信页轮世国课居曲眼", at: end) else { return false }
    let terms: [StaticString] = [
      "时间", "方", "者", "产业", "书记", "夫人", "线", "手", "医院", "中学", "小学", "机场", "炮兵", "医科", "军医", "师范", "动力", "生产力", "要务",
      "人称",
      "人民医院", "附属", "财经", "信息源", "页", "轮", "世界", "国际", "课堂", "居所", "曲线", "眼",
    ]
    for term in terms where has(term, at: end) {
      return !has("轮", at: end) && (!has("世界", at: end) || numeral.isSingleCharacter)
    }
    return false
  }

  private func accepts(ordinalUnit match: UnitMatch) -> Bool {
    switch match.row.character {
    case code("人"), code("国"), code("省"), code("市"), code("县"), code("区"), code("院"), code("校"), code("局"),
      code("军"), code("师"), code("团"), code("营"), code("连"), code("旅"):
      !isHan(match.range.upperBound)
    // 兵工署第二十三厂: the name of a works
    case code("厂"): false
    default: true
    }
  }

  /// `第3至第5名`.
  private mutating func ordinalRange(_ quantity: inout Quantity, _ end: Int) -> Int? {
    guard isOne(of: "至到—-~", at: end) else { return nil }
    let start = at(end + 1) == code("第") ? end + 2 : end + 1
    guard case .number(let second) = numerals.read(at: start), second.high == nil, second.low > quantity.low else {
      return nil
    }
    quantity.high = second.low
    quantity.range = quantity.range.lowerBound..<second.end
    quantity.numberRange = quantity.numberRange.lowerBound..<second.end
    switch unit(at: second.end, after: second) {
    case .date(let dateEnd): return refuse(quantity.range.lowerBound..<dateEnd, .date)
    case .unit(let match) where match.row.kind == .classifier && match.denominator == nil:
      quantity.unit = match
      quantity.range = quantity.range.lowerBound..<match.range.upperBound
    default: break
    }
    return appendOrdinal(quantity)
  }

  private func isRank(_ quantity: Quantity, _ start: Int) -> Bool {
    if let unit = quantity.unit, unit.row.character == code("大") { return true }
    let isPlace = quantity.unit == nil || quantity.unit?.row.flags.contains(.rank) == true
    return isPlace && isRankContext(start)
  }

  private mutating func appendOrdinal(_ quantity: Quantity) -> Int {
    let kind = quantity.kind ?? .ordinal
    var content = FigureContent(kind: kind, low: quantity.low, high: quantity.high)
    content.unit = quantity.unit
    content.unit?.denominator = nil
    // 第五届运动会 is a name, 第三届董事会 none
    let isSession = quantity.unit?.row.character == code("届") && !isTermOfBoard(quantity.range.upperBound)
    let strength: FigureCandidate.Strength = quantity.unit == nil ? .weak : isSession ? .plain : .fair
    candidates.append(
      FigureCandidate(
        range: quantity.range, numberRange: quantity.numberRange, unitRange: quantity.unit?.range, content: content,
        rule: kind == .rank ? "figure.rank" : "figure.ordinal", strength: strength))
    floor = quantity.range.upperBound
    return floor
  }

  /// Whether a board of a company stands at a position: its terms are counted.
  private func isTermOfBoard(_ index: Int) -> Bool {
    firstWord(["董事会", "监事会", "理事会", "董事局", "职工代表", "职代会"], at: index) != nil
  }

  private func isRankUnit(_ character: UInt32) -> Bool {
    switch character {
    case code("名"), code("位"), code("强"), code("大"), code("甲"), code("佳"), code("席"): true
    default: false
    }
  }

  /// `前十`, `前三强`, `前10名`; the result is where to go on.
  mutating func front(at index: Int) -> Int {
    guard numerals.kind(index + 1).isNumeral || at(index + 1) == code("."),
      !isOne(of: "目日此以之提从年月天周生面眼当先早跟空往事会赛战", at: index - 1),
      case .number(let numeral) = numerals.read(at: index + 1), numeral.high == nil, numeral.low > 1,
      numeral.low.isInteger, !numeral.style.contains(.bareUnit) || numeral.low == 10 || numeral.low == 100
    else { return index + 1 }
    var quantity = Quantity(numeral)
    quantity.range = index..<numeral.end
    quantity.kind = .rank
    quantity.rule = "figure.rank"
    switch unit(at: numeral.end, after: numeral) {
    case .date(let end): return refuse(index..<end, .date)
    case .unit(let match):
      guard isRankUnit(match.row.character) else { return index + 1 }
      quantity.unit = match
      quantity.range = index..<match.range.upperBound
    case .identifier, .none:
      guard isBoundary(numeral.end) || isOne(of: "的之行和或", at: numeral.end) else { return index + 1 }
    }
    return appendOrdinal(quantity)
  }
}
