// 2020年, 8月, 15日, 19到20日, 20世纪80年代, 第一季度, 二〇三五年

extension DateCursor {
  /// Reads a component that begins with a number.
  mutating func numberComponent(at start: Int, into point: inout DatePoint, isFirst: Bool) -> Int? {
    guard let number = number(at: start) else {
      guard at(start) == code("差"), let clock = shortClock(at: start), point.slot < .clock else { return nil }
      point.clock = clock.clock
      point.slot = .clock
      return clock.end
    }
    if let clock = clock(number, part: point.part) {
      guard point.slot < .clock else { return nil }
      point.clock = clock.clock
      point.slot = .clock
      return clock.end
    }
    if let decades = decades(number, into: &point) { return decades }
    guard number.fraction.isEmpty, !number.isUnnamed, !number.isMore, !number.isHalf,
      number.high == nil || number.style == .sequence, !isTwo(number)
    else { return nil }
    let unit = number.end
    switch at(unit) {
    case 0x5E74: return yearComponent(number, unit: unit, into: &point)
    case 0x4E16 where at(unit + 1) == 0x7EAA:  // 世纪
      guard point.slot < .century, (1...99).contains(number.value) else { return nil }
      point.year = .century(number.value)
      point.slot = .century
      return phased(unit + 2, into: &point, slot: .century)
    case 0x6708: return monthComponent(number, unit: unit, into: &point)
    case 0x5B63:  // 季
      guard (1...4).contains(number.value), at(unit + 1) == 0x5EA6 || at(start - 1) == 0x7B2C, point.slot < .half
      else { return nil }
      point.month = .quarter(number.value)
      point.slot = .half
      return phased(at(unit + 1) == 0x5EA6 ? unit + 2 : unit + 1, into: &point, slot: .half)
    case 0x65E5, 0x53F7: return dayComponent(number, unit: unit, into: &point)
    case 0x8D22, 0x5B66:
      guard point.slot == .nothing, number.style == .arabic, number.width == 4, (1900...2100).contains(number.value),
        let found = match(any: ["财政年度", "财年", "学年"], at: unit)
      else { return nil }
      point.year = .absolute(number.value)
      point.slot = .year
      return found
    default:
      return bareYear(number, start: start, into: &point) ?? bareDay(number, start: start, into: &point)
    }
  }

  /// `2015高考`, `2013秋冬`: a year without 年 before what comes every year; of two seasons both belong to it.
  private func bareYear(_ number: DateNumber, start: Int, into point: inout DatePoint) -> Int? {
    guard point.slot == .nothing, number.style == .arabic, number.width == 4, (1900...2100).contains(number.value),
      isBoundary(start - 1) || !isDigit(start - 1) && !isLetter(start - 1)
    else { return nil }
    let months: DatePoint.Month
    if has("春夏", at: number.end), !isOne(of: "秋之", at: number.end + 2) {
      months = .span(3, 8)
    } else if has("秋冬", at: number.end), !isOne(of: "季之", at: number.end + 2) {
      months = .span(9, 12)
    } else {
      guard match(any: ["高考", "中考", "考研", "国考", "省考"], at: number.end) != nil else { return nil }
      point.year = .absolute(number.value)
      point.slot = .year
      return number.end
    }
    point.year = .absolute(number.value)
    point.month = months
    point.slot = .half
    return number.end + 2
  }

  /// `2020年`, `九七年`, `90年代`, `2018年底`, `2020年度`.
  private mutating func yearComponent(_ number: DateNumber, unit: Int, into point: inout DatePoint) -> Int? {
    if at(unit + 1) == 0x4EE3, at(unit + 2) != 0x8868 { return decadeComponent(number, unit: unit, into: &point) }
    guard point.slot == .nothing, !isOne(of: "级龄薪货检轮猪", at: unit + 1) else { return nil }
    let next = unit + 1
    let value = number.value
    let isLong = number.style == .arabic ? number.width == 4 : number.style == .sequence && number.width == 4
    if isLong, (1...9999).contains(value) {
      if value > 2200, !isYearContext(next) { return nil }
      if value % 100 == 0, isRoundAge(value, number.end - number.width, next) { return nil }
      point.year = .absolute(value)
    } else if number.style == .sequence, number.width == 2 || number.width == 3 {
      if number.width == 3 {
        guard value >= 100, isYearContext(next) else { return nil }
        point.year = .absolute(value)
      } else {
        if number.high != nil, !isYearContext(next) { return nil }
        point.year = .short(value)
      }
    } else if number.style == .arabic, number.width == 2 {
      guard isShortYear(number, next: next) else { return nil }
      point.year = .short(value)
    } else if number.style == .arabic, number.width == 3 {
      guard isYearContext(next) else { return nil }
      point.year = .absolute(value)
    } else if number.style == .positional, (1001...2999).contains(value), value % 100 != 0 {
      guard value >= 2000 || isYearContext(next) else { return nil }
      point.year = .absolute(value)
    } else if isRepublic, number.style == .positional, (2...60).contains(value),
      isYearContext(next) || isOne(of: "春夏秋冬", at: next)
    {
      // 民国二十年…二十六年冬
      point.year = .absolute(1911 + value)
      point.calendar = .republic
    } else if number.style == .positional, value == 2000, isYearContext(next) {
      point.year = .absolute(value)
    } else {
      return nil
    }
    point.slot = .year
    if at(next) == 0x5EA6, !isOne(of: "假过日", at: next + 1) { return next + 1 }
    if at(next) == 0x4EFD { return next + 1 }
    return season(at: next, into: &point) ?? phased(next, into: &point, slot: .year)
  }

  /// `1938年冬`, `2008年夏奥运`: a season of one character behind a year; but not `2008年夏令营`.
  func season(at position: Int, into point: inout DatePoint) -> Int? {
    let season: Int
    switch at(position) {
    case code("春"): season = 1
    case code("夏"): season = 2
    case code("秋"): season = 3
    case code("冬"): season = 4
    default: return nil
    }
    // 春节, 夏至, 秋收, 冬奥: the tables know the words; but 夏至|1970年春.
    if let word = tables.longest(text, at: position, end: end), word.end > position + 1,
      at(position + 1) != code("至") || !opensEnd(at: position + 2)
    {
      return nil
    }
    if isOne(of: "春夏秋冬", at: position + 1) { return nil }
    point.month = .season(season)
    point.slot = .half
    return position + 1
  }

  /// `2000年的历史`, `距今3000年左右`: a round number of years; but `2000年左右` alone is the year.
  private func isRoundAge(_ value: Int, _ start: Int, _ next: Int) -> Bool {
    if match(any: ["历史", "的历史", "多", "后的", "文明", "沧桑"], at: next) != nil { return true }
    guard let about = match("左右", at: next) else { return false }
    return !(1600...2100).contains(value) || isOne(of: "今有过了历经达近续存需用约", at: start - 1)
      || match(any: ["的历史", "历史", "的时间", "的文明"], at: about) != nil
  }

  /// Whether the second end of a range of years begins at a place.
  private func opensEnd(at position: Int) -> Bool {
    if match(any: ["次年", "翌年", "第二年", "今年", "去年", "明年"], at: position) != nil { return true }
    guard let number = number(at: position) else { return false }
    return at(number.end) == 0x5E74
  }

  /// Whether a month or a part of the year follows, so that the number before is a year.
  private func isYearContext(_ position: Int) -> Bool {
    var next = at(position) == 0x7684 ? position + 1 : position
    if at(next) == 0x7B2C { return true }
    if let found = tables.longest(text, at: next, end: end) {
      switch found.word.kind {
      case .festival, .term, .season, .half, .lunarMonth, .monthName: return true
      default: break
      }
    }
    if isOne(of: "底初末", at: next) { return true }
    next = skipSpace(next)
    guard let number = number(at: next), number.isPlain || number.style == .sequence else { return false }
    return (at(number.end) == 0x6708 && number.value <= 12 && number.value > 0) || has("季度", at: number.end)
  }

  /// Whether two digits before 年 are a year (`15年3月`, `98年`, `06年`) and no duration (`15年`).
  private func isShortYear(_ number: DateNumber, next: Int) -> Bool {
    let start = number.end - number.width
    // 做了20年圣诞饰品生意: so long
    if isOne(of: "了满整约近", at: start - 1) { return false }
    if number.hasLeadingZero || isYearContext(next) { return true }
    if at(start - 1) == 0x27 || at(start - 1) == 0x2019 { return true }
    if isOne(of: "-至到—~", at: next), let second = self.number(at: skipSpace(next + 1)), second.width == 2,
      at(second.end) == 0x5E74
    {
      return number.value >= 50 || isYearContext(second.end + 1)
    }
    guard number.value >= 70 else { return false }
    if isOne(of: "的来前后时多间内历了以", at: next) { return false }
    return isBoundary(start - 1) || isOne(of: "在从自于到至是", at: start - 1)
  }

  /// `90年代`, `1990年代`, `20世纪80年代`.
  private mutating func decadeComponent(_ number: DateNumber, unit: Int, into point: inout DatePoint) -> Int? {
    guard point.slot < .decade else { return nil }
    let value = number.value
    if number.style == .arabic && number.width == 4 || number.style == .sequence && number.width == 4 {
      guard point.slot == .nothing, value % 10 == 0 else { return nil }
      point.year = .fullDecade(value)
    } else {
      guard (0...90).contains(value), value % 10 == 0 else { return nil }
      switch point.year {
      case .century(let century): point.year = .fullDecade((century - 1) * 100 + value)
      case .relativeCentury(let offset): point.year = .relativeDecade(century: offset, value)
      default:
        guard value >= 10 else { return nil }
        point.year = .decade(value)
      }
    }
    point.slot = .decade
    return phased(unit + 2, into: &point, slot: .decade)
  }

  /// `七八十年代`, `20世纪五六十年代`.
  private func decades(_ number: DateNumber, into point: inout DatePoint) -> Int? {
    guard point.slot < .decade, number.style == .positional, let high = number.high,
      number.value % 10 == 0, (10...80).contains(number.value), high == number.value + 10,
      has("年代", at: number.end)
    else { return nil }
    switch point.year {
    case .none: point.year = .fullDecades(1900 + number.value, 1900 + high)
    case .century(let century) where century > 0:
      point.year = .fullDecades((century - 1) * 100 + number.value, (century - 1) * 100 + high)
    case .relativeCentury(-1): point.year = .fullDecades(1900 + number.value, 1900 + high)
    default: return nil
    }
    point.slot = .decade
    return number.end + 2
  }

  /// `8月`, `九月份`, `3月中旬`, `闰4月`.
  private mutating func monthComponent(_ number: DateNumber, unit: Int, into point: inout DatePoint) -> Int? {
    if number.style == .sequence, number.width == 2, let high = number.high, point.slot < .month {
      point.month = .span(number.value / 10, high)
      point.slot = .half
      return at(unit + 1) == 0x4EFD ? unit + 2 : unit + 1
    }
    guard point.slot < .month, number.style != .sequence || number.hasLeadingZero, (1...12).contains(number.value),
      number.width <= 2, !isOne(of: "球薪租饼嫂亮子票台色光牙", at: unit + 1)
    else { return nil }
    if number.style == .positional, at(unit + 1) == 0x534A { return nil }
    let isLeap = at(number.end - number.width - 1) == 0x95F0
    if point.isLunar || isLeap || isLunarDay(unit + 1) {
      point.month = .lunar(number.value, leap: isLeap)
      point.isLunar = true
    } else {
      point.month = .number(number.value)
    }
    point.slot = .month
    let next = at(unit + 1) == 0x4EFD && at(unit + 2) != 0x989D ? unit + 2 : unit + 1
    return phased(next, into: &point, slot: .month)
  }

  /// Whether 初五-like follows: a lunar day.
  private func isLunarDay(_ position: Int) -> Bool {
    at(position) == 0x521D && Self.digit(at(position + 1)) > 0 || at(position) == 0x521D && at(position + 1) == 0x5341
  }

  /// `15日`, `15号`.
  private mutating func dayComponent(_ number: DateNumber, unit: Int, into point: inout DatePoint) -> Int? {
    guard point.slot < .day, (1...31).contains(number.value), number.width <= 3,
      number.style != .sequence || number.hasLeadingZero
    else { return nil }
    let isDay = at(unit) == 0x65E5
    if point.slot == .year || point.slot == .half || point.slot == .week || point.slot == .century { return nil }
    if isDay {
      if isOne(of: "元本均圆经", at: unit + 1), point.slot == .nothing { return nil }
      if isOne(of: "元圆", at: unit + 1), at(unit + 2) != code("旦") { return nil }
    } else {
      if isOne(of: "楼线院文馆机店公路令门车厅决码称召井仓库房桌位选键球字台站坑矿洞厂井嘱", at: unit + 1) {
        return nil
      }
      if at(number.end - number.width - 1) == 0x7B2C { return nil }
      // 2号|航站楼
      if point.slot == .nothing,
        match(
          any: [
            "航站", "闸", "高炉", "泊位", "码头", "文件", "提案", "议案", "展", "会议室", "登机", "跑道", "球", "种子", "桥", "墙", "墓", "塔", "船",
            "艇", "舰", "卫星", "病", "患者", "被告", "台风", "飓风", "地块", "矿", "油田", "信箱", "出口", "入口", "通道", "院", "柜", "窗", "机组",
            "主楼", "裁判", "监", "检票", "运动员", "队员", "服务", "沟", "隧道",
          ], at: unit + 1) != nil
      {
        return nil
      }
    }
    point.day = .number(number.value)
    point.slot = .day
    // 九月九日重阳节
    if isDay, let festival = lunarFestival(at: unit + 1, of: point, day: number) {
      point.isLunar = true
      return festival
    }
    return unit + 1
  }

  /// `八月十五`, `1月3`, `腊月18`: a day without its unit, behind a month.
  private mutating func bareDay(_ number: DateNumber, start: Int, into point: inout DatePoint) -> Int? {
    guard point.slot == .month, point.phase == nil, (1...31).contains(number.value), number.width <= 3 else {
      return nil
    }
    switch point.month {
    case .number, .lunar: break
    default: return nil
    }
    let next = number.end
    guard number.style != .sequence, !isDigit(next), at(next) != 0x25 else { return nil }
    if number.style == .positional, number.value < 10, !point.isLunar { return nil }
    if let festival = lunarFestival(at: next, of: point, day: number) {
      point.isLunar = true
      point.day = .number(number.value)
      point.slot = .day
      return festival
    }
    guard isBoundary(next) || isDayFollower(next) || point.isLunar && isLunarDay(number) else { return nil }
    if at(next) == 0x2D || at(next) == 0x2014 || at(next) == 0x7E {
      if number.style == .arabic { return nil }
    }
    point.day = .number(number.value)
    point.slot = .day
    return next
  }

  /// `腊月二十三祭灶`: whether a number is written as days of a lunar month are, and counts nothing.
  func isLunarDay(_ number: DateNumber) -> Bool {
    number.style == .positional && (10...30).contains(number.value)
      && !isOne(of: "个多余来几名人家万亿元块毛度天次种年只条岁点时分秒月周件位项米公里斤吨倍艘辆座所台批届岁间户頭头号", at: number.end)
  }

  /// `八月十五中秋节`: the end of the lunar festival that falls on a day, behind it; the day is lunar then.
  private func lunarFestival(at position: Int, of point: DatePoint, day: DateNumber) -> Int? {
    guard day.style == .positional, let found = tables.longest(text, at: position, end: end),
      found.word.kind == .festival, case .lunar(let month, day.value) = tables.festivals[found.word.number].base
    else { return nil }
    switch point.month {
    case .number(month), .lunar(month, leap: false): return found.end
    default: return nil
    }
  }

  /// Whether what follows a bare number shows that it was a day.
  private func isDayFollower(_ position: Int) -> Bool {
    if isOne(of: "的是到至晚早夜前后左", at: position) { return true }
    if let found = tables.longest(text, at: position, end: end) {
      return found.word.kind == .part || found.word.kind == .festival
    }
    return false
  }

  /// `上旬`, `中下旬`, `上、中旬`, `中旬至下旬`: thirds of a month.
  private func thirds(at start: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = third(at: start) else { return nil }
    var position = start + 1
    guard at(position) != code("旬") else {
      guard isOne(of: "至到、和及", at: start + 2), let last = third(at: start + 3), last == first + 1,
        at(start + 4) == code("旬")
      else { return (first, first, start + 2) }
      return (first, last, start + 5)
    }
    if at(position) == code("、") { position += 1 }
    guard let second = third(at: position), abs(second - first) == 1, at(position + 1) == code("旬") else { return nil }
    return (min(first, second), max(first, second), position + 2)
  }

  /// The third of a month that 上, 中 or 下 means.
  private func third(at position: Int) -> Int? {
    switch at(position) {
    case code("上"): 1
    case code("中"): 2
    case code("下"): 3
    default: nil
    }
  }

  /// Takes in the phase behind a period.
  mutating func phased(_ position: Int, into point: inout DatePoint, slot: DateSlot) -> Int {
    if slot == .month, let thirds = thirds(at: position) {
      point.day = thirds.first == thirds.last ? .third(thirds.first) : .thirds(thirds.first, thirds.last)
      point.slot = .week
      return thirds.end
    }
    guard let found = phase(at: position, of: slot) else { return position }
    point.phase = found.phase
    return found.end
  }
}
