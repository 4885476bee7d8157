// 今年, 上个月, 昨晚, 国庆节, 清明, 康熙五年, 春季, 正月初一, 周三, 下午

extension DateCursor {
  /// Reads a component that is a word of the tables.
  mutating func wordComponent(at start: Int, into point: inout DatePoint, isFirst: Bool) -> Int? {
    if let special = eraPrefix(at: start, into: &point) { return special }
    if let plan = quotedPlan(at: start, into: &point) { return plan }
    guard let (word, reached) = tables.longest(text, at: start, end: end) else { return nil }
    let number = word.number
    let saved = evidence.count
    evidence.append(word.row)
    let result: Int?
    switch word.kind {
    case .year, .textYear, .thatYear: result = relativeYear(word, at: start, reached, into: &point)
    case .month, .textMonth, .quarter, .halfYear, .half, .season, .months, .monthName, .lunarMonth:
      result = wordMonth(word, reached, into: &point)
    case .week, .weekend, .textWeek, .weekday, .halfWeek, .halfMonth, .day, .textDay, .days, .festival, .term,
      .recurring:
      result = wordDay(word, at: start, reached, into: &point)
    case .part, .shortPart: result = part(word, at: start, reached, into: &point)
    case .century:
      guard point.slot == .nothing else { return dropEvidence(saved) }
      point.year = .relativeCentury(number)
      point.slot = .century
      result = phased(reached, into: &point, slot: .century)
    case .seasonYear:
      guard point.slot == .nothing else { return dropEvidence(saved) }
      point.year = .relative(number)
      point.month = .season(word.second)
      point.slot = .half
      result = reached
    case .cyclic:
      guard point.slot == .nothing else { return dropEvidence(saved) }
      point.year = .cyclic(number, of: word.second)
      point.slot = .year
      point.calendar = .chinese
      result = reached
    case .periodStart, .periodEnd:
      guard point.slot == .nothing, isBoundary(start - 1) || isOne(of: "在自从至到于了是为的距由即及末和早", at: start - 1)
      else { return dropEvidence(saved) }
      point.year = .span(number, word.second)
      point.phase = word.kind == .periodStart ? .start : .end
      point.slot = .clock
      result = reached
    case .adjacent: result = adjacentFestival(number, reached, into: &point)
    case .era, .zaiEra: result = eraYear(word, reached, into: &point)
    case .plan:
      guard point.slot == .nothing else { return dropEvidence(saved) }
      guard
        at(start) == code("第") || has("期间", at: reached) || has("时期", at: reached) || has("末", at: reached)
          || has("以来", at: reached)
      else { return dropEvidence(saved) }
      result = plan(word, reached, into: &point)
    case .zone:
      guard point.slot == .nothing, point.zone == nil else { return dropEvidence(saved) }
      var inner = point
      inner.zone = number
      let next = skipSpace(reached)
      guard let found = self.point(at: next, context: inner) else { return dropEvidence(saved) }
      point = found.point
      result = found.end
    case .stop, .vague, .hour: result = nil
    }
    if result == nil { evidence.removeLast(evidence.count - saved) }
    return result
  }

  private mutating func dropEvidence(_ count: Int) -> Int? {
    evidence.removeLast(evidence.count - count)
    return nil
  }

  /// `下一个国庆节`.
  private mutating func adjacentFestival(_ step: Int, _ reached: Int, into point: inout DatePoint) -> Int? {
    guard point.slot == .nothing, let found = tables.longest(text, at: reached, end: end),
      found.word.kind == .festival || found.word.kind == .term
    else { return nil }
    point.year = .adjacent(step)
    point.day = found.word.kind == .festival ? .festival(found.word.number) : .term(found.word.number)
    point.slot = .day
    evidence.append(found.word.row)
    return found.end
  }

  private mutating func relativeYear(
    _ word: DateWord, at start: Int, _ reached: Int, into point: inout DatePoint
  ) -> Int? {
    // 去年的前年 adds up, 去年底今年初 does not.
    if point.slot == .year, at(start - 1) != 0x7684 || point.phase != nil { return nil }
    guard point.slot == .nothing || point.slot == .year && word.kind == .year else { return nil }
    if word.kind == .thatYear, !isThatYear(at: start, reached) { return nil }
    // 这一年多, 这一年级
    if at(start) == code("这"), isOne(of: "多来半以之级轮度", at: reached) { return nil }
    if word.kind != .year || word.number == -1 && at(start) == code("上") && namesYear(before: start) {
      point.year = .text(word.number)
    } else if case .relative(let before) = point.year {
      point.year = .relative(before + word.number)
    } else {
      guard point.slot == .nothing else { return nil }
      point.year = .relative(word.number)
    }
    point.slot = .year
    if word.second != 0 {
      if word.second == 2, !isPhaseBoundary(reached) { return nil }
      point.phase = DatePhase(rawValue: UInt8(word.second))
      return reached
    }
    return season(at: reached, into: &point) ?? phased(reached, into: &point, slot: .year)
  }

  /// Whether 当年 is a year that the sentence names before it (`1958年建成，当年投产`), or has a part of the year behind it
  /// (`当年9月`), and not the old days (`想当年`).
  private func isThatYear(at start: Int, _ reached: Int) -> Bool {
    if at(start) == code("是") {
      // 是年秋, 是年，; but 就是年底, 是年轻人
      guard yearEnd > 0, isBoundary(start - 1) || isOne(of: "以于自", at: start - 1) else { return false }
      return isBoundary(reached) || hasPartOfYear(at: reached)
        || isOne(of: "春夏秋冬", at: reached) && !isOne(of: "夏秋冬节季天", at: reached + 1)
    }
    // 那年3月: only with a part of the year, and behind a year
    if isOne(of: "那这", at: start) { return yearEnd > 0 && hasPartOfYear(at: reached) }
    if isOne(of: "想忆首起比如似像述念说谈提是和与跟的在", at: start - 1), !hasPartOfYear(at: reached) { return false }
    if hasPartOfYear(at: reached) { return true }
    return at(reached) != code("的") && namesYear(before: start)
  }

  /// Whether the sentence names a year before a place: `1997年，…比上年增长5%`.
  private func namesYear(before start: Int) -> Bool {
    guard yearEnd > 0 else { return false }
    var position = start - 1
    while position >= yearEnd, start - position < 60 {
      if isOne(of: "。！？!?；;:　\n", at: position) { return false }
      position -= 1
    }
    return position < yearEnd
  }

  /// Whether a month, a season or an end of the year stands behind it: `9月`, `秋天`, `年底`, `末`, `内`.
  private func hasPartOfYear(at position: Int) -> Bool {
    if isOne(of: "底末内", at: position) || match(any: ["年底", "年末", "年初", "年内", "全年"], at: position) != nil {
      return true
    }
    if isOne(of: "春夏秋冬上下", at: position), let found = tables.longest(text, at: position, end: end) {
      return found.word.kind == .season || found.word.kind == .half || found.word.kind == .festival
    }
    // 二月河
    if let found = tables.longest(text, at: position, end: end), found.word.kind == .stop { return false }
    guard let number = number(at: position) else { return false }
    return number.isPlain && (1...12).contains(number.value) && at(number.end) == code("月")
  }

  private mutating func wordMonth(_ word: DateWord, _ reached: Int, into point: inout DatePoint) -> Int? {
    let isHalf: Bool
    switch word.kind {
    case .quarter, .halfYear, .half, .season, .months: isHalf = true
    default: isHalf = false
    }
    guard point.slot < (isHalf ? .half : .month) else { return nil }
    switch word.kind {
    case .month, .quarter, .halfYear:
      guard point.slot == .nothing else { return nil }
      switch word.kind {
      case .month: point.month = .relative(word.number)
      case .quarter: point.month = .relativeQuarter(word.number)
      default: point.month = .relativeHalf(word.number)
      }
    case .textMonth: point.month = .text(word.number)
    case .half: point.month = .half(word.number)
    case .season: point.month = .season(word.number)
    case .months: point.month = .span(word.number, word.second)
    case .monthName: point.month = .number(word.number)
    default:
      point.month = .lunar(word.number, leap: false)
      point.isLunar = true
    }
    point.slot = isHalf ? .half : .month
    if word.kind == .month, word.second != 0 {
      if word.second == 2, !isPhaseBoundary(reached) { return nil }
      point.phase = DatePhase(rawValue: UInt8(word.second))
      return reached
    }
    if word.kind == .season, let found = match(any: ["季节"], at: reached - 1) { return found }
    return phased(reached, into: &point, slot: isHalf ? .half : .month)
  }

  private mutating func wordDay(_ word: DateWord, at start: Int, _ reached: Int, into point: inout DatePoint) -> Int? {
    let number = word.number
    let isWide: Bool
    switch word.kind {
    case .week, .weekend, .textWeek, .halfWeek, .halfMonth: isWide = true
    default: isWide = false
    }
    if word.kind == .weekday {
      if point.slot == .week {
        switch point.day {
        case .week(let offset): point.day = .weekday(number, week: offset)
        case .nthWeek: return nil
        default: return nil
        }
      } else {
        // 梅、周|二位大师
        guard point.slot == .nothing, at(reached) != code("位") else { return nil }
        point.day = .weekday(number, week: word.second == 0 ? nil : word.second)
      }
      point.slot = .day
      return reached
    }
    guard point.slot < (isWide ? .week : .day), point.slot != .week else { return nil }
    switch word.kind {
    case .week, .textWeek:
      guard point.slot == .nothing else { return nil }
      point.day = word.kind == .week ? .week(number) : .textWeek(number)
      point.slot = .week
      if let name = weekdayName(at: reached) {
        point.day = .weekday(name.weekday, week: number)
        point.slot = .day
        return name.end
      }
      if let weekend = match(any: ["末"], at: reached), word.kind == .week {
        point.day = .weekend(number)
        return weekend
      }
      return reached
    case .weekend:
      guard point.slot == .nothing else { return nil }
      point.day = .weekend(number)
    case .halfWeek: point.day = .halfWeek(number)
    case .halfMonth: point.day = .halfMonth(number)
    case .day:
      guard point.slot <= .year, reached > start + 1 || isBareDay(at: start) else { return nil }
      point.day = .relative(number)
      if word.second != 0 { point.part = DatePart(rawValue: UInt8(word.second)) }
    case .textDay:
      guard point.slot == .nothing else { return nil }
      point.day = .text(number)
      if word.second != 0 { point.part = DatePart(rawValue: UInt8(word.second)) }
    case .days:
      guard point.slot == .nothing else { return nil }
      point.day = .span(number, word.second)
    case .festival:
      guard point.slot <= .year, Self.digit(at(reached - 1)) < 0 || !isOne(of: "日号月点十年届中小路厂军国", at: reached) else {
        return nil
      }
      // 八一路, 五一广场, 八一队
      if reached - start == 2, Self.digit(at(start)) > 0, Self.digit(at(start + 1)) > 0,
        isOne(of: "路广大校厂队男女中小学医村街桥农公湖市南军镇乡国运精奖口新煤矿支起剧馆式", at: reached)
      {
        return nil
      }
      point.day = .festival(number)
    case .term:
      guard point.slot <= .year else { return nil }
      point.day = .term(number)
      if at(reached) == 0x8282, !isOne(of: "气目", at: reached + 1) {
        point.slot = .day
        return reached + 1
      }
      if has("时节", at: reached) {
        point.slot = .day
        return reached + 2
      }
    default: point.day = .workday
    }
    point.slot = isWide ? .week : point.part == nil ? .day : .part
    return reached
  }

  /// `厂方昨派人`, `他昨在港`: the 昨 of newspapers, a word by itself; but not `恍如昨日` or `今是昨非`.
  private func isBareDay(at start: Int) -> Bool {
    guard !isBoundary(start + 1), !isOne(of: "如若犹似恍成翻忆今", at: start - 1) else { return false }
    return !isOne(of: "天日夜晚晨早午儿个非是年宵昔梦今已之的", at: start + 1)
  }

  /// `三`, `日`, `天` behind 周 and 星期; also the whole word (上周星期三).
  private func weekdayName(at start: Int) -> (weekday: Int, end: Int)? {
    if let found = tables.longest(text, at: start, end: end), found.word.kind == .weekday {
      return (found.word.number, found.end)
    }
    let scalar = at(start)
    if scalar == 0x65E5 || scalar == 0x5929 {
      return isOne(of: "气下空", at: start + 1) ? nil : (7, start + 1)
    }
    let digit = Self.digit(scalar)
    guard (1...6).contains(digit), scalar != 0x4E24 else { return nil }
    return (digit, start + 1)
  }

  private mutating func part(_ word: DateWord, at start: Int, _ reached: Int, into point: inout DatePoint) -> Int? {
    guard point.slot < .part, let part = DatePart(rawValue: UInt8(word.number)) else { return nil }
    switch point.slot {
    case .nothing, .day: break
    default: return nil
    }
    point.part = part
    point.slot = .part
    if word.kind == .shortPart, !isShortPart(at: start, reached, after: point) { return nil }
    return reached
  }

  /// Whether 晚, 早, 夜 stand behind a day or before an hour.
  private func isShortPart(at start: Int, _ reached: Int, after point: DatePoint) -> Bool {
    if clock(at: reached, point: point) != nil { return true }
    if let number = number(at: reached), number.isPlain, number.value <= 24,
      isOne(of: "-~—到至", at: number.end), number.end > reached
    {
      return clock(at: number.end + 1, point: point) != nil
    }
    return point.day != .none && !isOne(of: "会报餐饭宴点年期熟婚霜稻茶市操班场高自", at: reached)
  }
}
