// 2020年8月1日, 明年2月, 去年的今天, 十月第一个星期一, 9月14日晚, 国庆节晚上

extension DateCursor {
  /// Reads the longest date, time or period at a place.
  mutating func point(at start: Int, context: DatePoint = DatePoint()) -> (point: DatePoint, end: Int)? {
    guard depth < 4 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var point = context
    var position = start
    var count = 0
    while count < 12 {
      var next = position
      if count > 0 {
        if at(next) == 0x7684 {  // 的
          next += 1
        } else if at(next) == 0x54, point.slot == .day, isDigit(next + 1) {
          next += 1
        } else {
          next = skipSpace(next)
        }
      }
      guard let reached = component(at: next, into: &point, isFirst: count == 0) else { break }
      position = reached
      count += 1
      if let weekday = attachedWeekday(at: position, point: point) { position = weekday }
      if let festival = attachedFestival(at: position, point: &point) { position = festival }
      if point.slot == .day, !isTextDay(point.day), isOne(of: "当这那", at: position),
        let same = match(any: ["当天", "当日", "这一天", "这天", "那一天", "那天"], at: position)
      {
        position = same
      }
    }
    guard count > 0 else { return nil }
    return (point, position)
  }

  /// `2月16日除夕夜`, `9月29日中秋节`: the lunar festival that is said with a day of the other calendar, which decides.
  private func attachedFestival(at position: Int, point: inout DatePoint) -> Int? {
    guard point.slot == .day, !point.isLunar, case .number = point.day, case .number = point.month,
      let found = tables.longest(text, at: position, end: end), found.word.kind == .festival,
      tables.festivals[found.word.number].isLunar
    else { return nil }
    if at(found.end - 1) == code("夜"), found.end - position > 2 {
      point.part = .night
      point.slot = .part
    }
    return found.end
  }

  private func isTextDay(_ day: DatePoint.Day) -> Bool {
    if case .text = day { return true }
    return false
  }

  /// Reads one component finer than what the point has, and puts it in; nil where none stands there.
  private mutating func component(at start: Int, into point: inout DatePoint, isFirst: Bool) -> Int? {
    guard start < end else { return nil }
    if let reached = numericDate(at: start, into: &point, isFirst: isFirst) { return reached }
    if let reached = ordinalComponent(at: start, into: &point) { return reached }
    let saved = evidence.count
    var wordPoint = point
    let word = wordComponent(at: start, into: &wordPoint, isFirst: isFirst)
    // A number reads no words: what it finds has no evidence.
    var numberPoint = point
    if let reached = numberComponent(at: start, into: &numberPoint, isFirst: isFirst), reached > word ?? -1 {
      evidence.removeLast(evidence.count - saved)
      point = numberPoint
      return reached
    }
    guard let word else {
      evidence.removeLast(evidence.count - saved)
      return nil
    }
    point = wordPoint
    return word
  }

  /// `15日（周三）`, `10月12号，星期一`, `11月8日星期三`: the weekday that is said with a day.
  private func attachedWeekday(at position: Int, point: DatePoint) -> Int? {
    guard point.slot == .day else { return nil }
    switch point.day {
    case .number, .relative, .nth, .festival: break
    default: return nil
    }
    var next = position
    var closing: UInt32 = 0
    switch at(next) {
    case 0x28, 0xFF08:
      closing = at(next) == 0x28 ? 0x29 : 0xFF09
      next += 1
    case 0x2C, 0xFF0C, 0x3001:
      next = skipSpace(next + 1)
    default: next = skipSpace(next)
    }
    guard let found = tables.longest(text, at: next, end: end), found.word.kind == .weekday else { return nil }
    if closing == 0 { return found.end }
    return at(found.end) == closing || at(found.end) == 0xFF09 || at(found.end) == 0x29 ? found.end + 1 : nil
  }

  /// `年底`, `8月初`, `3月中旬`, `本世纪中叶`: the phase behind a period.
  func phase(at position: Int, of slot: DateSlot) -> (phase: DatePhase, end: Int)? {
    let unit: StaticString = slot == .year ? "年" : slot == .month ? "月" : "季"
    var next = position
    if at(next) == 0x7684 { next += 1 }
    if let same = match(unit, at: next) { next = same } else if next != position { return nil }
    // 初五, 初春
    if at(next) == 0x521D, Self.digit(at(next + 1)) > 0 || isOne(of: "十春夏秋冬", at: next + 1) { return nil }
    guard isOne(of: "伊之初早前上头末后中下底尾终晚年", at: next) else { return nil }
    if let found = match(any: ["伊始", "之初", "初期", "早期", "初", "前期", "上半叶", "前半叶", "头"], at: next) {
      if at(found - 1) == 0x5934 { return nil }
      if isOne(of: "中始步次级衷创心审赛选", at: found), at(found - 1) == 0x521D { return nil }
      return (.start, found)
    }
    if let found = match(any: ["末期", "后期", "中后期", "末尾", "下半叶", "后半叶", "底", "末", "尾", "终", "晚期"], at: next),
      !isOne(of: "奖考", at: found)
    {
      return (.end, found)
    }
    if let found = match(any: ["中期", "中叶", "年中"], at: next) { return (.mid, found) }
    if at(next) == 0x4E2D, slot == .year || slot == .month, isPhaseBoundary(next + 1) { return (.mid, next + 1) }
    return nil
  }

  /// Whether `中` before this place can end a period (`2018年中，` but not `2018年中国`).
  func isPhaseBoundary(_ position: Int) -> Bool {
    isBoundary(position) || isOne(of: "的前后至到起", at: position)
  }
}
