// 截至2018年, 大约十点, 2015年前, 2016年以来, 2015年1月1日或之后, 8月5日前后, 春节前夕, 国庆节前一天

extension DateCursor {
  /// Adds to a date what qualifies it on both sides.
  mutating func affix(_ reading: inout DateReading, floor: Int) {
    var mod: DateModCode?
    if let offset = offset(behind: &reading) {
      reading.expression = offset.expression
      reading.end = offset.end
      reading.rule = "offset"
      return
    }
    if let suffix = pointSuffix(at: reading.end, of: reading.expression, from: reading.start) {
      reading.end = suffix.end
      mod = suffix.mod
    }
    // 今起, 明起
    if at(reading.end - 1) == code("起"), reading.end == reading.start + 2 { mod = .onOrAfter }
    if case .point(let point) = reading.expression, case .era = point.calendar { takeDynasty(&reading, floor: floor) }
    switch at(reading.start - 1) {
    case code("到"), code("至"), code("止"), code("在"), code("约"), code("概"), code("于"):
      if let found = pointPrefix(before: reading.start), found.start >= floor {
        if found.mod == .onOrBefore || mod == nil { mod = found.mod }
        reading.start = found.start
      }
    default: break
    }
    if let mod { reading.expression = reading.expression.qualified(mod) }
  }

  /// `清道光三年`, `北宋元丰二年`: the dynasty belongs to the year.
  private func takeDynasty(_ reading: inout DateReading, floor: Int) {
    guard reading.start - 1 >= floor, isOne(of: "清明元宋唐汉晋隋", at: reading.start - 1) else { return }
    let isPart = isOne(of: "北南东西大前后", at: reading.start - 2)
    if isPart, reading.start - 2 < floor { return }
    // 文明, 公元: the end of another word.
    if !isPart, !isBoundary(reading.start - 2), !isOne(of: "在于到从至自为是即与和及", at: reading.start - 2) { return }
    reading.start -= isPart ? 2 : 1
  }

  /// `截至`, `大约`, `不晚于` before a date.
  private func pointPrefix(before start: Int) -> (mod: DateModCode, start: Int)? {
    if let found = matchBack(any: ["截至到", "截止到", "截至", "截止", "到…为止"], before: start) { return (.onOrBefore, found) }
    if at(start - 1) == code("于") {
      let late: [StaticString] = ["不得晚于", "不得迟于", "不能晚于", "不应晚于", "不应迟于", "最晚不晚于", "最迟不迟于", "不晚于", "不迟于"]
      if let found = matchBack(any: late, before: start) { return (.onOrBefore, found) }
      if let found = matchBack(any: ["不得早于", "不能早于", "不应早于", "不早于"], before: start) { return (.onOrAfter, found) }
    }
    guard let about = matchBack(any: ["大约在", "大概在", "大约", "大概", "约在", "约"], before: start),
      at(about) != code("约") || !endsPromise(about)
    else { return nil }
    return (.approx, about)
  }

  /// 续约, 签约, 纽约: whether the 约 at a place ends a word.
  func endsPromise(_ position: Int) -> Bool {
    // 里约 is a city; but 每公里约3分钟
    if at(position - 1) == code("里"), isBoundary(position - 2) { return true }
    // 持续|约3小时
    if at(position - 1) == code("续"), isOne(of: "持连陆继延", at: position - 2) { return false }
    return isOne(of: "北华条合预节简特纽契隐违缔相制签赴续邀解履毁爽婚公誓和失旧盟", at: position - 1)
  }

  /// Whether a word that qualifies a date may begin with a scalar.
  private static func beginsSuffix(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("或"), code("及"), code("("), code("（"), code("以"), code("之"), code("过"), code("开"), code("起"), code("伊"),
      code("左"), code("前"), code("许"), code("上"), code("同"), code("小"), code("长"), code("假"), code("黄"), code("佳"),
      code("节"), code("期"), code("为"), code("止"), code("后"), code("内"), code("间"), code("多"), code("来"), code("出"):
      true
    default: false
    }
  }

  /// `之前 以来 或之后 左右 期间` behind a date.
  private func pointSuffix(at position: Int, of expression: DateExpression, from start: Int) -> (
    mod: DateModCode?, end: Int
  )? {
    guard Self.beginsSuffix(at(position)) else { return nil }
    if let found = match(
      any: ["或之前", "及之前", "或以前", "及以前", "(含)之前", "(含)以前", "（含）之前", "（含）以前", "及更早", "或更早", "以及之前", "以及以前"],
      at: position)
    {
      return (.onOrBefore, found)
    }
    if let found = match(
      any: ["或之后", "及之后", "或以后", "及以后", "(含)之后", "(含)以后", "（含）之后", "（含）以后", "及其后", "以及之后", "以及以后"], at: position)
    {
      return (.onOrAfter, found)
    }
    if let found = match(any: ["之前", "以前"], at: position) { return (.before, found) }
    if let found = match(any: ["之后", "以后", "过后"], at: position) { return (.after, found) }
    if let found = match(any: ["以来", "开始", "起", "伊始"], at: position) {
      // 7月18日|开始施工
      if at(position) == code("开"), !isBoundary(found), !isOne(of: "从自由", at: start - 1) { return nil }
      if at(found - 1) == 0x8D77, isOne(of: "草步重伏初源诉因码点义飞降来到至价火航", at: found),
        !(isOne(of: "到至", at: found) && isDigit(found + 1))
      {
        return nil
      }
      return (.onOrAfter, found)
    }
    if let found = match(any: ["左右", "前后", "许", "上下"], at: position) {
      // 9时许; but 昨天|许俊杰.
      if at(position) == 0x8BB8, isOne(of: "可多久", at: found) || !isClock(expression) && !isBoundary(found) {
        return nil
      }
      return (.approx, found)
    }
    if let found = clockSuffix(at: position), isClock(expression) { return (.approx, found) }
    if let found = match(any: ["同期"], at: position), isYearly(expression) { return (nil, found) }
    if isFestival(expression), let found = match(any: ["小长假", "长假", "假期", "黄金周", "佳节", "节日"], at: position) {
      return (nil, match(any: ["期间", "前夕"], at: found) ?? found)
    }
    if let found = match(any: ["期间", "之间"], at: position) { return (nil, found) }
    if let found = match(any: ["为止", "止"], at: position), !isOne(of: "损住", at: found) { return (.onOrBefore, found) }
    if let found = match(any: ["前夕"], at: position) { return (.before, found) }
    if at(position) == 0x524D, !isOne(of: "往来期任者列沿排三五十两二四几N后夕途提所景面进锋瞻不", at: position + 1),
      !isDigit(position + 1)
    {
      return (.before, position + 1)
    }
    if at(position) == 0x540E, !isOne(of: "者来期续面备方勤卫台果悔排半代天", at: position + 1), !isDigit(position + 1) {
      return (.after, position + 1)
    }
    if let found = match(any: ["之内", "以内", "内"], at: position), isPeriod(expression) {
      if isOne(of: "容部地心涵外陆存阁科蒙", at: found) { return nil }
      return (nil, found)
    }
    if at(position) == 0x95F4, isPeriod(expression) || isClockRange(expression), !isOne(of: "隔接", at: position + 1) {
      return (nil, position + 1)
    }
    return nil
  }

  /// `六点多`, `7点多钟`, `九点来钟`, `五点出头`; but not `三点多项`.
  func clockSuffix(at position: Int) -> Int? {
    switch at(position) {
    case code("多"):
      guard at(position - 1) == code("点") else { return nil }
      if at(position + 1) == code("钟") { return position + 2 }
      return isOne(of: "种项个位名样元方条次家数年少云是么", at: position + 1) ? nil : position + 1
    case code("来"): return at(position - 1) == code("点") ? match("来钟", at: position) : nil
    case code("出"): return match("出头", at: position)
    default: return nil
    }
  }

  private func isPeriod(_ expression: DateExpression) -> Bool {
    guard case .point(let point) = expression else { return false }
    return point.slot <= .week
  }

  private func isYearly(_ expression: DateExpression) -> Bool {
    guard case .point(let point) = expression else { return false }
    return point.slot <= .month
  }

  private func isFestival(_ expression: DateExpression) -> Bool {
    guard case .point(let point) = expression else { return false }
    switch point.day {
    case .festival, .term: return true
    default: return false
    }
  }

  /// Whether an expression ends in a clock time.
  private func isClock(_ expression: DateExpression) -> Bool {
    switch expression {
    case .point(let point), .range(_, let point): point.clock != nil
    case .adjacentHour: true
    default: false
    }
  }

  private func isClockRange(_ expression: DateExpression) -> Bool {
    if case .range = expression { return true }
    return false
  }

  /// Whether what counts from a date may begin with a scalar.
  private static func beginsOffset(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("翌"), code("次"), code("第"), code("隔"), code("后"), code("前"), code("之"), code("以"), code("向"), code("往"),
      code("起"):
      true
    default: beginsNumber(scalar)
    }
  }

  /// `的前一天`, `翌日`, `3天后`, `后的第3天`, `之后三天`, `第四天`: a date counted from a date.
  private mutating func offset(behind reading: inout DateReading) -> (expression: DateExpression, end: Int)? {
    let start = reading.end
    var position = at(start) == 0x7684 ? start + 1 : start
    guard Self.beginsOffset(at(position)) || at(position) == 0x20 && beginsNumber(position + 1),
      case .point(let point) = reading.expression, point.slot == .day
    else { return nil }
    if let next = match(any: ["翌日", "次日", "第二天", "隔天", "后一天"], at: position) {
      return (.offset(point, DateAmount(1, .day), 1), next)
    }
    if let eve = match(any: ["前一天", "前夜", "前日", "前一日"], at: position) {
      return (.offset(point, DateAmount(1, .day), -1), eve)
    }
    if case .festival = point.day, at(position) == 0x7B2C, let number = number(at: position + 1), number.isPlain,
      number.value > 1, number.value <= 30, at(number.end) == 0x5929
    {
      return (.offset(point, DateAmount(number.value - 1, .day), 1), number.end + 1)
    }
    if let nth = match(any: ["后的第", "之后的第", "后第", "以后的第"], at: position), let number = number(at: nth), number.isPlain,
      number.value <= 1000, at(number.end) == 0x5929
    {
      return (.offset(point, DateAmount(number.value, .day), 1), number.end + 1)
    }
    if let after = match(any: ["之后的", "之后", "向后", "往后", "以后", "起的", "起"], at: position) {
      if let found = amount(at: after), found.high == nil, found.amount.singleUnit != nil {
        return (.stretch(point, found.amount), found.end)
      }
      return nil
    }
    if let front = match(any: ["前"], at: position), let found = amount(at: front), found.high == nil,
      found.amount.singleUnit == .day
    {
      return (.offset(point, found.amount, -1), found.end)
    }
    position = skipSpace(position)
    guard let found = amount(at: position), found.high == nil, !found.amount.isUnnamed else { return nil }
    if let ago = match(any: ["之前", "以前", "前"], at: found.end) { return (.offset(point, found.amount, -1), ago) }
    if let later = match(any: ["之后", "以后", "后"], at: found.end) { return (.offset(point, found.amount, 1), later) }
    return nil
  }
}

extension DateExpression {
  /// The expression with a qualification.
  func qualified(_ mod: DateModCode) -> DateExpression {
    switch self {
    case .point(var point):
      point.mod = mod
      return .point(point)
    case .range(let low, var high):
      high.mod = mod
      return .range(low, high)
    default: return self
    }
  }
}
