// 公元前221年, 农历八月十五, 闰四月, 初一, “十四五”期间, “五一”假期, 康熙五年, 民国三年

extension DateCursor {
  /// `公元`, `公元前221年`, `农历`, `闰`.
  mutating func eraPrefix(at start: Int, into point: inout DatePoint) -> Int? {
    switch at(start) {
    case code("公"), code("纪"), code("西"), code("阳"), code("新"), code("农"), code("阴"), code("旧"), code("夏"), code("闰"):
      calendarPrefix(at: start, into: &point)
    case code("初"), code("廿"): lunarDay(at: start, into: &point)
    default: nil
    }
  }

  /// `公元`, `农历`, `闰`: what names the calendar of what follows.
  private mutating func calendarPrefix(at start: Int, into point: inout DatePoint) -> Int? {
    if let after = match(any: ["公元前", "纪元前", "西元前"], at: start), point.slot == .nothing {
      if let number = number(at: after), number.isPlain || number.style == .sequence, number.value > 0,
        number.value <= 9999
      {
        if at(number.end) == 0x5E74 {
          point.year = .absolute(1 - number.value)
          point.slot = .year
          return phased(number.end + 1, into: &point, slot: .year)
        }
        if has("世纪", at: number.end), number.value < 60 {
          point.year = .century(-number.value)
          point.slot = .century
          return phased(number.end + 2, into: &point, slot: .century)
        }
      }
      return nil
    }
    if let after = match(any: ["公元", "纪元", "西元", "公历", "阳历", "新历"], at: start), point.slot == .nothing {
      if let number = number(at: after), number.isPlain || number.style == .sequence, at(number.end) == 0x5E74,
        (1...9999).contains(number.value)
      {
        point.year = .absolute(number.value)
        point.slot = .year
        return phased(number.end + 1, into: &point, slot: .year)
      }
      guard let found = self.point(at: after, context: point) else { return nil }
      point = found.point
      return found.end
    }
    if let after = match(any: ["农历", "阴历", "旧历", "夏历"], at: start), point.slot <= .year {
      var inner = point
      inner.isLunar = true
      guard let found = self.point(at: after, context: inner) else { return nil }
      point = found.point
      return found.end
    }
    if at(start) == 0x95F0, point.slot <= .year, let number = number(at: start + 1), number.isPlain,
      at(number.end) == 0x6708, (1...12).contains(number.value)
    {
      point.month = .lunar(number.value, leap: true)
      point.isLunar = true
      point.slot = .month
      return number.end + 1
    }
    return nil
  }

  /// `初一`, `廿三`.
  func lunarDay(at start: Int, into point: inout DatePoint) -> Int? {
    guard point.slot == .month, point.isLunar, at(start) == 0x521D || at(start) == 0x5EFF else { return nil }
    if at(start) == 0x521D {
      let day = at(start + 1) == 0x5341 ? 10 : Self.digit(at(start + 1))
      guard (1...10).contains(day) else { return nil }
      point.day = .number(day)
      point.slot = .day
      return start + 2
    }
    guard let number = number(at: start), (20...30).contains(number.value) else { return nil }
    point.day = .number(number.value)
    point.slot = .day
    return at(number.end) == 0x65E5 ? number.end + 1 : number.end
  }

  /// Whether a mark may open the quotation of a plan.
  @inline(__always)
  static func opensQuote(_ scalar: UInt32) -> Bool {
    scalar == code("“") || scalar == code("\"") || scalar == code("「") || scalar == code("『") || scalar == code("‘")
  }

  /// `“十四五”期间`, `“十五五”`, `“五一”假期`.
  mutating func quotedPlan(at start: Int, into point: inout DatePoint) -> Int? {
    guard Self.opensQuote(at(start)), point.slot <= .year,
      let found = tables.longest(text, at: start + 1, end: end), isOne(of: "”\"」』’", at: found.end)
    else { return nil }
    if found.word.kind == .festival {
      // “五一”假期, “十一”期间
      guard match(any: ["假期", "小长假", "长假", "黄金周", "期间", "前夕", "前后"], at: found.end + 1) != nil else { return nil }
      evidence.append(found.word.row)
      point.day = .festival(found.word.number)
      point.slot = .day
      return found.end + 1
    }
    guard found.word.kind == .plan, point.slot == .nothing else { return nil }
    evidence.append(found.word.row)
    return plan(found.word, found.end + 1, into: &point)
  }

  func plan(_ word: DateWord, _ reached: Int, into point: inout DatePoint) -> Int {
    point.year = .span(word.number, word.second)
    point.slot = .clock
    if let suffix = match(any: ["期间", "时期"], at: reached) { return suffix }
    if let start = match(any: ["初期", "初"], at: reached) {
      point.phase = .start
      return start
    }
    if let last = match(any: ["末期", "末"], at: reached) {
      point.phase = .end
      return last
    }
    return reached
  }

  /// `康熙五年`, `民国三年`, `神龙元年十一月`.
  mutating func eraYear(_ word: DateWord, _ reached: Int, into point: inout DatePoint) -> Int? {
    guard point.slot == .nothing else { return nil }
    let isRepublic = tables.rows[word.row].surface == "民国"
    if !isRepublic, let period = match(any: ["年间", "年代"], at: reached) {
      point.year = .span(word.number + 1, word.number + word.second)
      point.calendar = .era(row: word.row)
      point.slot = .clock
      return period
    }
    let value: Int
    var position: Int
    if at(reached) == 0x5143 {
      value = 1
      position = reached + 1
    } else {
      guard let number = number(at: reached), number.isPlain || number.style == .sequence,
        (1...200).contains(number.value)
      else { return nil }
      value = number.value
      position = number.end
    }
    // 天宝十四载
    guard at(position) == 0x5E74 || at(position) == code("载") && word.kind == .zaiEra else { return nil }
    position += 1
    point.year = .absolute(word.number + value)
    point.slot = .year
    point.calendar = isRepublic ? .republic : .era(row: word.row)
    if !isRepublic { point.isLunar = true }
    if let season = season(at: position, into: &point) { return season }
    return phased(position, into: &point, slot: .year)
  }
}
