// 三年, 650余天, 一个半月, 两年零三个月, 8天20小时, 半小时, 17个多月, 十几年

extension DateCursor {
  /// Reads an amount of time.
  func amount(at start: Int) -> (amount: DateAmount, high: DateAmount?, end: Int)? {
    var amount = DateAmount()
    guard let first = piece(at: start, into: &amount, isFirst: true) else { return nil }
    var position = first.end
    var high: DateAmount?
    if let upper = first.high {
      var other = DateAmount()
      if other.add(upper, amount.unit) { high = other }
    }
    if high == nil, !amount.isUnnamed, amount.fraction.isEmpty, !amount.isHalf || amount.unit > .month {
      var last = first.unit
      while last < .second, let next = furtherPiece(at: position, after: last, into: &amount) {
        position = next.end
        last = next.unit
      }
    }
    return (amount, high, position)
  }

  /// The amount that follows a larger unit: `三个月`, `零三个月`, `又20天`, `30分`.
  private func furtherPiece(at start: Int, after unit: DateUnit, into amount: inout DateAmount) -> Piece? {
    var position = start
    var isLinked = false
    if let link = amountLink(at: position) {
      position = link
      isLinked = true
      if at(link - 1) == 0x591A || at(link - 1) == 0x4F59, at(position) == 0x53C8 { position += 1 }
    }
    var trial = amount
    guard let piece = piece(at: position, into: &trial, isFirst: false), piece.high == nil, !trial.isUnnamed else {
      return nil
    }
    guard piece.unit > unit || isLinked && piece.unit != unit else { return nil }
    if at(start) == 0x548C, trial.counts[.year] == 0 && unit < .day { return nil }
    if unit == .year,
      piece.unit == .month && trial.counts[.month] >= 12 || piece.unit == .day && trial.counts[.day] >= 365
    {
      return nil
    }
    if piece.unit >= .hour, unit >= .day, trial.counts[piece.unit] >= (piece.unit == .hour ? 24 : 60) {
      return nil
    }
    amount = trial
    return piece
  }

  /// The end of a word that links the pieces of an amount.
  private func amountLink(at position: Int) -> Int? {
    switch at(position) {
    case code("加"): at(position + 1) == code("上") ? position + 2 : position + 1
    case code("零"), code("又"), code("多"), code("余"), code("和"): position + 1
    case code("外"): at(position + 1) == code("加") ? position + 2 : nil
    default: nil
    }
  }

  private struct Piece {
    var unit: DateUnit
    var end: Int
    var high: Int?
  }

  /// One number and its unit.
  private func piece(at start: Int, into amount: inout DateAmount, isFirst: Bool) -> Piece? {
    guard var number = number(at: start) else { return nil }
    if number.style == .sequence {
      if let high = number.high {
        number.value = number.value / 10
        number.high = high
      } else {
        guard !isFirst || number.hasLeadingZero else { return nil }
      }
    }
    if number.isHalf { return halfPiece(number, into: &amount) }
    if at(number.end) == 0x70B9, number.style != .arabic, let tail = self.number(at: number.end + 1), tail.isPlain,
      tail.width == 1, has("分钟", at: tail.end) || has("小时", at: tail.end) || at(tail.end) == 0x5E74
    {
      number.fraction = DateFraction(tail.value)
      number.end = tail.end
    }
    var position = number.end
    let following = at(position)
    if following == code("多") || following == code("余") || following == code("来") || following == code("几"),
      number.isPlain || number.isMore
    {
      if following == code("来"), number.value % 10 != 0 { return nil }
      position += 1
      number.isMore = true
    }
    let hasMeasure = at(position) == 0x4E2A
    if hasMeasure { position += 1 }
    if hasMeasure, at(position) == 0x591A || at(position) == 0x4F59 {
      number.isMore = true
      position += 1
    }
    if at(position) == 0x6574, isOne(of: "天年月夜周", at: position + 1) { position += 1 }
    var hasHalf = false
    if at(position) == 0x534A, number.isPlain {
      hasHalf = true
      position += 1
    }
    guard let unit = unit(at: position, hasMeasure: hasMeasure, hasHalf: hasHalf, number: number, isFirst: isFirst)
    else { return nil }
    position = unit.end
    return finish(number, unit, hasHalf: hasHalf, position, into: &amount)
  }

  private struct Unit {
    var unit: DateUnit
    /// How many of the ISO unit one is (季度: 3 months).
    var factor: Int
    var end: Int
  }

  private func finish(
    _ number: DateNumber, _ unit: Unit, hasHalf: Bool, _ start: Int, into amount: inout DateAmount
  ) -> Piece? {
    var position = start
    var hasHalf = hasHalf
    amount.unit = unit.unit
    if number.isUnnamed {
      amount.isUnnamed = true
      return Piece(unit: unit.unit, end: position)
    }
    if number.isMore { amount.mod = .moreThan }
    if !number.fraction.isEmpty {
      guard unit.factor == 1, amount.add(number.value, unit.unit) else { return nil }
      amount.fraction = number.fraction.trimmed
      return Piece(unit: unit.unit, end: position)
    }
    let (count, overflow) = number.value.multipliedReportingOverflow(by: unit.factor)
    guard !overflow, amount.add(count, unit.unit) else { return nil }
    // 9秒83
    if unit.unit == .second, number.style == .arabic, isDigit(position),
      let hundredths = self.number(at: position), hundredths.width <= 2, hundredths.end == position + hundredths.width,
      isBoundary(hundredths.end) || isOne(of: "的夺获名列之创打刷完和与、跑游到", at: hundredths.end)
    {
      var fraction = DateFraction()
      for digit in position..<hundredths.end { fraction.append(at(digit) - 0x30) }
      amount.fraction = fraction.trimmed
      return Piece(unit: .second, end: hundredths.end)
    }
    if at(position) == 0x534A, !hasHalf, number.isPlain, !isOne(of: "天年月小个夜价数", at: position + 1) {
      hasHalf = true
      position += 1
    }
    if hasHalf {
      guard addHalf(unit, into: &amount) else { return nil }
      if unit.unit == .minute, at(position) == 0x949F { position += 1 }
    }
    if isOne(of: "多余", at: position), amount.mod == nil, self.number(at: position + 1) == nil,
      at(position + 1) != 0x6837
    {
      amount.mod = .moreThan
      position += 1
    }
    return Piece(unit: unit.unit, end: position, high: number.high.map { $0 * unit.factor })
  }

  /// `半年`, `半个多月`, `半小时`, `半个世纪`.
  private func halfPiece(_ number: DateNumber, into amount: inout DateAmount) -> Piece? {
    var position = number.end
    let hasMeasure = at(position) == 0x4E2A
    if hasMeasure { position += 1 }
    if isOne(of: "多来", at: position) {
      amount.mod = .moreThan
      position += 1
    }
    guard let unit = unit(at: position, hasMeasure: hasMeasure, hasHalf: true, number: number, isFirst: true) else {
      return nil
    }
    guard addHalf(unit, into: &amount) else { return nil }
    position = unit.end
    if isOne(of: "多余", at: position), amount.mod == nil {
      amount.mod = .moreThan
      position += 1
    }
    return Piece(unit: unit.unit, end: position)
  }

  /// Adds half a unit: half a year is 6 months, a month 15 days (and whole months beside it 30), an hour 30 minutes.
  private func addHalf(_ unit: Unit, into amount: inout DateAmount) -> Bool {
    amount.isHalf = true
    if unit.factor > 1 {
      return unit.factor % 2 == 0 ? amount.add(unit.factor / 2, unit.unit) : false
    }
    switch unit.unit {
    case .year:
      let years = amount.counts[.year]
      amount.counts[.year] = 0
      return amount.add(years * 12 + 6, .month)
    case .month:
      let months = amount.counts[.month]
      guard months < 1_000_000 else { return false }
      amount.counts[.month] = 0
      return amount.add(months * 30 + 15, .day)
    case .week: return amount.add(3, .day) && amount.add(12, .hour)
    case .day: return amount.add(12, .hour)
    case .hour:
      let hours = amount.counts[.hour]
      guard hours < 1_000_000 else { return false }
      amount.counts[.hour] = 0
      return amount.add(hours * 60 + 30, .minute)
    case .minute: return amount.add(30, .second)
    case .second: return false
    }
  }

  /// The unit at a place.
  private func unit(at start: Int, hasMeasure: Bool, hasHalf: Bool, number: DateNumber, isFirst: Bool) -> Unit? {
    switch at(start) {
    case 0x5E74:
      if hasMeasure, !has("年头", at: start), !has("年度", at: start) { return nil }
      if hasMeasure { return Unit(unit: .year, factor: 1, end: start + 2) }
      if isOne(of: "级龄薪货代轮检度份制生", at: start + 1), !has("期间", at: start + 1) { return nil }
      return Unit(unit: .year, factor: 1, end: has("年头", at: start) ? start + 2 : start + 1)
    case 0x6708:
      guard hasMeasure || hasHalf || !isFirst && number.value > 12 || number.isUnnamed || isTwo(number) else {
        return nil
      }
      return isOne(of: "球饼薪租牙", at: start + 1) ? nil : Unit(unit: .month, factor: 1, end: start + 1)
    case 0x661F, 0x793C, 0x5468:
      guard let found = match(any: ["星期", "礼拜", "周"], at: start) else { return nil }
      if isOne(of: "年岁长边刊报末期", at: found), found == start + 1 { return nil }
      return Unit(unit: .week, factor: 1, end: found)
    case 0x5929:
      return isOne(of: "然文地堂使才线安津赋鹅台", at: start + 1) ? nil : Unit(unit: .day, factor: 1, end: start + 1)
    case 0x8F7D:
      // 居夷四载
      guard isFirst, !hasMeasure, !hasHalf, number.style == .positional,
        isBoundary(start + 1) || isOne(of: "后前间来里寒春风光的以之", at: start + 1)
      else { return nil }
      return Unit(unit: .year, factor: 1, end: start + 1)
    case 0x591C:
      // 一夜没睡, 两个夜晚
      if let night = match("夜晚", at: start), hasMeasure { return Unit(unit: .day, factor: 1, end: night) }
      guard isFirst, !hasMeasure, !hasHalf, number.style == .positional, (1...10).contains(number.value),
        !isOne(of: "情店曲总会市场校班宵莺色空行归", at: start + 1)
      else { return nil }
      return Unit(unit: .day, factor: 1, end: start + 1)
    case 0x665A:
      // 五个晚上
      guard hasMeasure, let night = match("晚上", at: start) else { return nil }
      return Unit(unit: .day, factor: 1, end: night)
    case 0x65E5:
      // 540日历天
      if let day = match(any: ["日历天", "日历日"], at: start) { return Unit(unit: .day, factor: 1, end: day) }
      if hasMeasure || isOne(of: "元本圆均", at: start + 1) { return nil }
      if number.value <= 31, isFirst, number.isPlain, !isTwo(number), !isDayCount(start + 1, number) { return nil }
      return Unit(unit: .day, factor: 1, end: start + 1)
    case 0x5DE5, 0x4EA4, 0x663C:
      guard let found = match(any: ["工作日", "交易日", "昼夜"], at: start), hasMeasure || at(start) == 0x663C else {
        return nil
      }
      return Unit(unit: .day, factor: 1, end: found)
    case 0x5C0F:
      return at(start + 1) == 0x65F6 ? Unit(unit: .hour, factor: 1, end: start + 2) : nil
    case 0x65F6:
      guard !isFirst, !isOne(of: "间期候代", at: start + 1) else { return nil }
      return Unit(unit: .hour, factor: 1, end: start + 1)
    case 0x949F:
      if has("钟头", at: start) { return Unit(unit: .hour, factor: 1, end: start + 2) }
      return hasMeasure ? Unit(unit: .hour, factor: 1, end: start + 1) : nil
    case 0x523B:
      return has("刻钟", at: start) ? Unit(unit: .minute, factor: 15, end: start + 2) : nil
    case 0x5206: return minuteUnit(at: start, number: number, isFirst: isFirst)
    case 0x79D2:
      if isOne(of: "杀速变懂", at: start + 1) { return nil }
      return Unit(unit: .second, factor: 1, end: at(start + 1) == 0x949F ? start + 2 : start + 1)
    case 0x5B63:
      guard has("季度", at: start), hasMeasure else { return nil }
      return Unit(unit: .month, factor: 3, end: start + 2)
    case 0x4E16:
      guard has("世纪", at: start), hasMeasure else { return nil }
      return Unit(unit: .year, factor: 100, end: start + 2)
    default: return nil
    }
  }

  /// Whether what follows N日 shows that days are counted: `五日内`, `三日后`.
  private func isDayCount(_ position: Int, _ number: DateNumber) -> Bool {
    if let bound = match(any: ["之内", "以内", "以上", "以下"], at: position), !isOne(of: "海午述面蒙古", at: bound) {
      return true
    }
    if isTimesADay(position, number) || isServed(number, position) { return true }
    if at(position) == 0x5185, !isOne(of: "容部地", at: position + 1) { return true }
    guard number.style == .positional, number.value <= 10 else { return false }
    return match(any: ["之后", "以后", "之前", "以前", "后", "前"], at: position) != nil
  }

  /// Whether a day that is no more than a number of days is such an amount: `一日三次`, `拘留十五日`.
  func isCountOfDays(_ point: DatePoint, _ start: Int, _ end: Int) -> Bool {
    guard point.month == .none, point.year == .none, case .number = point.day, point.part == nil,
      let number = number(at: start), number.end + 1 == end, number.isPlain
    else { return false }
    return isTimesADay(end, number) || isServed(number, end)
  }

  /// `一日三次`, `1日2次`, `三日一次`: how often in so many days.
  private func isTimesADay(_ position: Int, _ number: DateNumber) -> Bool {
    guard number.value == 1 || number.style == .positional && number.value <= 10 && at(position) == code("一"),
      let times = self.number(at: position), times.isPlain || times.high != nil
    else { return false }
    return isOne(of: "次顿餐回遍服", at: times.end)
  }

  /// `不得少于30日`, `提前三日`, `拘留十五日`, `处十五日拘留`: days that are counted, as what stands before them says; behind
  /// those of a leave the clause goes on.
  private func isServed(_ number: DateNumber, _ position: Int) -> Bool {
    let start = number.end - number.width
    switch at(start - 1) {
    case code("于"), code("过"), code("出"), code("逾"):
      return matchBack(any: NegatedBound.over, before: start) != nil
        || matchBack(any: NegatedBound.under, before: start) != nil
    case code("到"), code("足"), code("满"), code("少"), code("多"), code("长"), code("短"), code("时"), code("续"), code("达"),
      code("前"), code("延"), code("迟"), code("期"):
      let words: [StaticString] = [
        "不到", "不足", "不满", "未满", "届满", "已满", "至少", "最少", "至多", "最多", "最长", "最短", "延长", "为时", "历时", "为期", "逾期", "延期",
        "持续",
        "连续", "长达", "提前", "顺延", "推迟",
      ]
      return matchBack(any: words, before: start) != nil
    case code("留"), code("押"), code("闭"), code("职"), code("业"), code("顿"), code("课"), code("假"), code("院"), code("离"),
      code("禁"), code("休"):
      let words: [StaticString] = [
        "拘留", "羁押", "关押", "禁闭", "停职", "停业", "停业整顿", "停课", "休假", "请假", "放假", "住院", "隔离", "监禁", "留置", "公休", "调休", "病休",
      ]
      return matchBack(any: words, before: start) != nil
        && (isBoundary(position) || isOne(of: "的以并后期处", at: position))
    // 凡二十七日而毕, 车行七日
    case code("凡"): return number.style == .positional
    case code("行"):
      return number.style == .positional && matchBack(any: ["车行", "船行", "舟行", "步行", "陆行", "水行"], before: start) != nil
    case code("处"), code("予"), code("以"):
      return match(any: ["拘留", "行政拘留", "治安拘留", "司法拘留", "的拘留", "的行政拘留", "禁闭", "监禁"], at: position) != nil
    default: return false
    }
  }

  /// Whether a number is written 两, which never names a month or a day.
  func isTwo(_ number: DateNumber) -> Bool { number.width == 1 && at(number.end - 1) == 0x4E24 }

  private func minuteUnit(at start: Int, number: DateNumber, isFirst: Bool) -> Unit? {
    if at(start + 1) == 0x949F { return Unit(unit: .minute, factor: 1, end: start + 2) }
    if isOne(of: "之贝米析别", at: start + 1) { return nil }
    if !isFirst { return Unit(unit: .minute, factor: 1, end: start + 1) }
    // A bare 分 is a score or money unless seconds or a half follow.
    if at(start + 1) == 0x534A { return Unit(unit: .minute, factor: 1, end: start + 1) }
    let next = at(start + 1) == 0x96F6 ? start + 2 : start + 1
    guard let seconds = self.number(at: next), at(seconds.end) == 0x79D2 else { return nil }
    return Unit(unit: .minute, factor: 1, end: start + 1)
  }
}
