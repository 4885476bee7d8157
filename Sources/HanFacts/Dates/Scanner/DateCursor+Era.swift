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

  /// Whether a bare day of the first lunar month begins at a place: `初二预售` in a text that speaks of 春节 or 除夕; but not
  /// `初二学生`.
  mutating func opensNewYearDay(at start: Int) -> Bool {
    guard isOne(of: "一二三四五六七八九十", at: start + 1),
      isBoundary(start - 1) || isOne(of: "到至从在和与及的自是、", at: start - 1),
      !isOne(of: "学生级班年上下数语英物政历新男女教升中高部入毕届步期段考一二三四五六七八九十个", at: start + 2),
      !(at(start + 2) == 0x7684 && isOne(of: "学孩同班课男女", at: start + 3))
    else { return false }
    if let isNewYearText { return isNewYearText }
    var isFound = false
    var place = 0
    while place < end, !isFound {
      switch text[place] {
      case code("春"): isFound = at(place + 1) == code("节")
      case code("除"): isFound = at(place + 1) == code("夕")
      case code("正"): isFound = at(place + 1) == code("月")
      case code("大"): isFound = at(place + 1) == code("年") && isOne(of: "初三夜", at: place + 2)
      case code("贺"): isFound = at(place + 1) == code("岁")
      default: break
      }
      place += 1
    }
    isNewYearText = isFound
    return isFound
  }

  /// `初一`, `廿三`, `初九日`.
  mutating func lunarDay(at start: Int, into point: inout DatePoint) -> Int? {
    if point.slot == .nothing, at(start) == 0x521D {
      guard opensNewYearDay(at: start) else { return nil }
      point.month = .lunar(1, leap: false)
      point.isLunar = true
      point.slot = .month
    }
    guard point.slot == .month, point.isLunar, at(start) == 0x521D || at(start) == 0x5EFF else { return nil }
    if at(start) == 0x521D {
      let day = at(start + 1) == 0x5341 ? 10 : Self.digit(at(start + 1))
      guard (1...10).contains(day) else { return nil }
      point.day = .number(day)
      point.slot = .day
      return at(start + 2) == 0x65E5 && !isOne(of: "本元军报方前后子内", at: start + 3) ? start + 3 : start + 2
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
      // “五一”假期, “十一”期间, 今年“双十一”
      guard
        point.slot == .year
          || match(any: ["假期", "小长假", "长假", "黄金周", "期间", "前夕", "前后", "节"], at: found.end + 1) != nil
      else { return nil }
      evidence.append(found.word.row)
      point.day = .festival(found.word.number)
      point.slot = .day
      // “五一”节
      if at(found.end + 1) == 0x8282, !isOne(of: "目奏约", at: found.end + 2) { return found.end + 2 }
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
    if let cyclic = cyclicYear(word, reached, into: &point) { return cyclic }
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
    // 民国五十年代
    if isRepublic, value % 10 == 0, has("年代", at: position) {
      point.year = .span(word.number + value, word.number + value + 9)
      point.calendar = .republic
      point.slot = .clock
      return position + 2
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

  /// `光绪壬寅`, `咸丰庚申年`: the year of an era by its place in the cycle of sixty.
  private mutating func cyclicYear(_ era: DateWord, _ start: Int, into point: inout DatePoint) -> Int? {
    let stem = Self.place(of: at(start), in: "甲乙丙丁戊己庚辛壬癸")
    let branch = Self.place(of: at(start + 1), in: "子丑寅卯辰巳午未申酉戌亥")
    guard let stem, let branch, stem % 2 == branch % 2 else { return nil }
    // The place in the cycle: the one number below 60 that leaves both remainders.
    let place = (6 * stem - 5 * branch + 60) % 60
    let first = era.number + 1
    let year = first + ((place + 4 - first) % 60 + 60) % 60
    guard year <= era.number + era.second else { return nil }
    point.year = .absolute(year)
    point.slot = .year
    point.calendar = .era(row: era.row)
    point.isLunar = true
    let reached = at(start + 2) == 0x5E74 ? start + 3 : start + 2
    return season(at: reached, into: &point) ?? reached
  }

  /// Where a scalar stands in a literal of Chinese characters, from 0.
  private static func place(of scalar: UInt32, in characters: StaticString) -> Int? {
    var scalars = StaticScalars(characters)
    var place = 0
    while let next = scalars.next() {
      if next == scalar { return place }
      place += 1
    }
    return nil
  }
}
