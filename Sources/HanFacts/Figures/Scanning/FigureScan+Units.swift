extension FigureScan {
  /// What stands behind a number.
  enum UnitOutcome {
    /// A unit, perhaps beginning inside the numeral (`三千米`).
    case unit(UnitMatch)
    /// A unit of time: the whole is a date.
    case date(end: Int)
    /// Letters that make the number an identifier.
    case identifier(end: Int)
    /// Nothing.
    case none
  }

  /// The unit that begins at a position behind a numeral.
  func unit(at position: Int, after numeral: Numeral) -> UnitOutcome {
    let start = skippingBlank(position)
    if start > position, !isLetter(start), !isHan(start), at(start) < 0x80 { return .none }
    if at(start) == code("个"), let (end, row) = lexicon.longestMark(in: text, at: start + 1), row.kind == .measure,
      end - start > 2, row.dimension != .information, at(end) == 0 || !lexicon.excludes(row, at(end), at(end + 1))
    {
      return .unit(UnitMatch(row: row, range: start..<end))
    }
    var limit = Int.max
    while let hits = lexicon.longestMatch(in: text, at: start, before: limit) {
      limit = hits.end
      for place in hits.places {
        let row = lexicon.mark(at: place)
        guard accepts(row, start..<hits.end, numeral) else { continue }
        if row.kind == .duration {
          if start > position, isLetter(start) { continue }
          return .date(end: hits.end)
        }
        return .unit(compound(UnitMatch(row: row, range: start..<hits.end)))
      }
    }
    if start == position, isLetter(start), !numeral.style.contains(.suffixed) {
      var end = start
      while isLetter(end) || isDigit(end) { end += 1 }
      return .identifier(end: end)
    }
    return .none
  }

  /// Whether the characters of a row are that unit here.
  private func accepts(_ row: UnitMark, _ range: Range<Int>, _ numeral: Numeral) -> Bool {
    let end = range.upperBound
    let next = at(end)
    if isLetter(range.lowerBound), row.isASCII {
      if isLetter(end) || isDigit(end) { return false }
      if isLetter(end - 1), next == code("-") || next == code("_") { return false }
      if numeral.style.contains(.chinese), !numeral.style.contains(.arabic) {
        return row.kind == .money || !numeral.isSingleCharacter && row.surfaceLength > 1 || row.isCommonSymbol
      }
      return true
    }
    if lexicon.excludes(row, next, at(end + 1)), next != 0 { return false }
    switch row.character {
    case code("块") where row.kind == .money: return isMoneyBlock(end, numeral)
    case code("点"): return isPointCount(end) || isIndexPoint(numeral)
    case code("分") where row.kind == .duration: return isClockMinute(numeral, end)
    case code("分") where row.kind == .money: return false
    case code("时") where row.kind == .duration: return next != code("速")
    case code("角") where row.kind == .money:
      return numeral.style.contains(.arabic) || numerals.kind(end).isNumeral
        || isBoundary(end) && isBoundary(numeral.start - 1)
    case code("度"): return !(numeral.isSingleCharacter && at(numeral.start) == code("一"))
    case code("番") where row.kind == .doubling:
      return at(numeral.start - 1) == code("翻") || has("翻了", endingAt: numeral.start)
    case code("两") where row.kind == .measure && at(numeral.start - 1) == code("斤"): return true
    case code("两") where row.kind == .measure:
      return isBoundary(end) || isOne(of: "重半白黄银米左以的多肉", at: end) || isTael(numeral)
    case code("旬"): return numeral.style.contains(.chinese) && numeral.low > 1 && numeral.low < 13
    case code("任"): return countsTerms(numeral)
    case code("里") where row.kind == .measure:
      return isBoundary(end) || isOne(of: "路长外地山河半多以", at: end)
    case code("大"): return isSuperlative(numeral, end)
    case code("核"):
      return isLetter(end) || isDigit(end) || firstWord(["处理器", "芯片", "手机", "服务器", "电脑", "主机", "架构"], at: end) != nil
    case code("胜"), code("平"), code("负"): return isResult(row.character, numeral, end)
    default: return acceptsNoun(row, numeral)
    }
  }

  /// `赔款五十万两`, `集资1600两`: round thousands of taels, or any beside money of their time.
  private func isTael(_ numeral: Numeral) -> Bool {
    if numeral.trailingPower > 0, numeral.low >= 1000 { return true }
    guard numeral.low >= 10 else { return false }
    return contains(
      ["银", "赔款", "集资", "招股", "资本", "股本", "饷", "捐", "借款", "罚款", "税"], in: numeral.start - 8..<numeral.start)
  }

  /// `三任总统`, `历任五任校长`; but not `王云五任所长`, where a name ends before the verb.
  private func countsTerms(_ numeral: Numeral) -> Bool {
    if !numeral.low.isInteger { return false }
    return !numeral.isSingleCharacter || !isHan(numeral.start - 1)
      || isOne(of: "第历前后首连共有经过了的这那换佐为两上下近继中", at: numeral.start - 1)
  }

  /// `24胜5负`, `三胜一平两负`: the games of a team, beside each other.
  private func isResult(_ character: UInt32, _ numeral: Numeral, _ end: Int) -> Bool {
    var next: UInt32 = 0
    if case .number(let number) = numerals.read(at: end) { next = at(number.end) }
    if isOne(of: "胜平负", at: numeral.start - 1) {
      // 胜5平3负4 tells the numbers behind.
      guard character != code("胜"), numerals.kind(numeral.start - 2).isNumeral else { return false }
      return next == 0 && !numerals.kind(end).isNumeral || next == code("负") || next == code("败") || next == code("平")
    }
    switch character {
    case code("胜"): return next == code("平") || next == code("负") || next == code("败")
    case code("平"): return next == code("负") || next == code("败")
    default: return false
    }
  }

  /// `两国 两地 三省 两院` name bodies or pairs and count nothing.
  private func acceptsNoun(_ row: UnitMark, _ numeral: Numeral) -> Bool {
    // 504厂: the name of a works, unless it is counted
    if row.character == code("厂"), numeral.style == .arabic, numeral.low >= 100 {
      return isOne(of: "有共达约近超逾了建设办计个", at: numeral.start - 1)
    }
    // 四支队: the name of a detachment; 两支队 and 四支队伍 are counted
    if row.character == code("支"), numeral.style.contains(.chinese), at(numeral.start) != code("两"),
      at(numeral.end + 1) == code("队"), !isOne(of: "伍员", at: numeral.end + 2)
    {
      return false
    }
    // 第一部电影
    if row.character == code("部"), at(numeral.start - 1) == code("第") { return true }
    if row.character == code("石") {
      return contains(["粮", "米", "谷", "麦", "豆", "稻", "租", "盐", "漕"], in: numeral.start - 3..<numeral.start)
    }
    // 中国电科54所: the name of an institute; but 28所学校, 高校54所
    if row.character == code("所"), numeral.style == .arabic, isHan(numeral.start - 1), isHan(numeral.end + 1) {
      return isOne(of: "有成达共约近超逾了建设办为至到的等计及过撤增减新校院学园馆站约各余多上", at: numeral.start - 1)
        || isOne(of: "学高大中小医院希民幼职技养托房住别公国新乡村农", at: numeral.end + 1)
    }
    guard row.kind == .classifier, row.flags.contains(.noun), numeral.isSingleCharacter else { return true }
    return !isOne(of: "国地省市县区州院校部厂乡镇村方股系端极链维关步城字", at: numeral.end)
      || row.surfaceLength > 1
        && at(numeral.start) != code("两")
  }

  /// `块` is money unless a noun follows.
  private func isMoneyBlock(_ end: Int, _ numeral: Numeral) -> Bool {
    if isBoundary(end) { return true }
    if numerals.kind(end).isNumeral {
      return !(isDigit(end) && isDigit(end + 1))
        && (!numeral.style.contains(.chinese) || !isDigit(end) || numeral.low > 1)
    }
    return isOne(of: "钱左以上多到每的吗呢了就也和与一半港整至起买卖", at: end)
  }

  /// `4点倡议` counts; `4点` is a time of day.
  private func isPointCount(_ end: Int) -> Bool {
    contains(
      [
        "倡议", "建议", "意见", "要求", "希望", "主张", "看法", "体会", "共识", "原则", "说明", "内容", "想法", "认识", "启示", "经验", "理由", "原因",
        "措施", "声明", "好处", "问题", "关切", "立场", "期待", "期望", "特点", "方案", "思考",
      ],
      in: end..<end + 5)
  }

  /// `下跌268.50点`: points of an index.
  private func isIndexPoint(_ numeral: Numeral) -> Bool {
    guard numeral.style.contains(.arabic), numeral.low > 24 || numeral.style.contains(.decimal) else { return false }
    return contains(
      ["指数", "股指", "跌", "涨", "收报", "大盘", "沪指", "深成指", "道指", "点位", "收于", "报收", "升"],
      in: numeral.start - 12..<numeral.start)
  }

  /// `8时30分`, `30分` behind a clock hour.
  private func isClockMinute(_ numeral: Numeral, _ end: Int) -> Bool {
    if isOne(of: "时点:", at: numeral.start - 1) { return true }
    // 3分20秒 is a duration.
    guard case .number(let seconds) = numerals.read(at: end) else { return false }
    return at(seconds.end) == code("秒")
  }

  /// `两大市场` and the `二十大` are none; `五大工程` is.
  private func isSuperlative(_ numeral: Numeral, _ end: Int) -> Bool {
    if numeral.isSingleCharacter {
      return at(numeral.start) != code("两") && at(numeral.start) != code("一") && isHan(end)
    }
    // 823大罢免: the number of a day, not of things
    return numeral.style.contains(.arabic) && isHan(end)
      && (numeral.low <= 100 || (numeral.low.integer ?? 1) % 100 == 0) || numeral.low == 10
      || numeral.low == 100
  }

  /// Adds `/吨`, `每小时`.
  private func compound(_ match: UnitMatch) -> UnitMatch {
    let end = match.range.upperBound
    guard match.row.kind == .measure || match.row.kind == .money || match.row.kind == .classifier else { return match }
    let isSlash = at(end) == code("/")
    guard isSlash || at(end) == code("每") && match.row.kind != .classifier else { return match }
    var start = end + 1
    var countBelow = 1
    if isSlash, isDigit(start), case .number(let number) = numerals.read(at: start), number.style == .arabic,
      let count = number.low.integer, count > 1, match.row.kind == .measure
    {
      // 186毫克/100毫升
      countBelow = count
      start = number.end
    }
    let isLatin = isLetter(start)
    var limit = Int.max
    while let hits = lexicon.longestMatch(in: text, at: start, before: limit) {
      limit = hits.end
      if isLatin, isLetter(hits.end) || isDigit(hits.end) { continue }
      for place in hits.places {
        let row = lexicon.mark(at: place)
        if lexicon.excludes(row, at(hits.end), at(hits.end + 1)), at(hits.end) != 0 { continue }
        if !isSlash, row.kind == .money { continue }
        if countBelow > 1, row.kind != .measure { continue }
        var result = match
        result.range = match.range.lowerBound..<hits.end
        result.denominator = row
        result.countBelow = countBelow
        result.canonicalBelow = row.canonical
        return result
      }
    }
    return match
  }
}
