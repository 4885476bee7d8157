// 近半个月, 过去一年, 三十多年前, 5天后, 三年内, 十几年来, 前两天, 约40年前, 3年以上7年以下

extension DateCursor {
  /// Reads an amount of time with what stands before and behind it; the start may move left.
  mutating func amountExpression(at start: Int, floor: Int) -> DateReading? {
    guard var found = amount(at: start) else { return nil }
    // 有一天, 这一年, 同一天
    if at(start) == 0x4E00, found.end == start + 2, isOne(of: "有某那哪这同另唯", at: start - 1) { return nil }
    if isSurroundings(start, found) { return nil }
    // 三天两夜
    if found.high == nil, found.amount.singleUnit == .day, let nights = number(at: found.end), nights.isPlain,
      at(nights.end) == code("夜"), !isOne(of: "间里晚", at: nights.end + 1)
    {
      found.end = nights.end + 1
    }
    let start = largerHalf(before: start, floor: floor, amount: &found.amount) ?? start
    var reading = DateReading(start: start, end: found.end, expression: .vague(1), rule: "duration")
    if found.high == nil, let range = amountRange(found.amount, found.end) { return range.from(start) }
    // An ellipsis of the unit: 3至5天, 三到五年.
    var use = DateAmountUse.plain
    if let suffix = amountSuffix(at: reading.end, amount: &found.amount) {
      use = suffix.use
      reading.end = suffix.end
    }
    let prefix = amountPrefix(before: start, floor: floor, amount: &found.amount, use: use, end: reading.end)
    if let prefix {
      reading.start = prefix.start
      use = prefix.use
    }
    if use == .past || use == .next, let inside = match(any: ["之内", "以内", "内", "里", "间"], at: reading.end) {
      if !(at(inside - 1) == 0x91CC && isOne(of: "面", at: inside)) { reading.end = inside }
    }
    if let time = match(any: ["时间", "的时间", "之久", "光景", "工夫", "功夫"], at: reading.end), use == .plain || prefix != nil {
      reading.end = time
      if let suffix = amountSuffix(at: reading.end, amount: &found.amount), use == .plain {
        use = suffix.use
        reading.end = suffix.end
      }
    }
    if use == .ago || use == .later, let further = distantPoint(found.amount, use, at: reading.end) {
      reading.end = further.end
      reading.expression = .point(further.point)
      reading.rule = "distant-point"
      return reading
    }
    if let high = found.high, use == .plain || use == .past || use == .next {
      reading.expression = .amountRange(found.amount, high)
    } else {
      if found.high != nil { found.amount.mod = .approx }
      reading.expression = .amount(found.amount, use)
    }
    reading.strength = amountStrength(found.amount, reading, use: use)
    if use == .plain, isRegnal(found.amount, reading) { reading.expression = .amount(found.amount, .regnal) }
    return reading
  }

  /// `三十三年，擢…`: whole years in Chinese characters that fill a clause behind a full stop, a year of a reign in annals.
  private func isRegnal(_ amount: DateAmount, _ reading: DateReading) -> Bool {
    guard case .amount = reading.expression, amount.singleUnit == .year, !amount.isUnnamed, amount.mod == nil,
      amount.fraction.isEmpty, !amount.isHalf, !isDigit(reading.start), at(reading.end - 1) == 0x5E74
    else { return false }
    let before = at(reading.start - 1)
    return (before == 0x3002 || before == 0xFF1B || before == 0x3B || reading.start == 0)
      && isOne(of: "，,春夏秋冬", at: reading.end)
  }

  /// `大半年`, `大半个月`: more than the half of a unit.
  private func largerHalf(before start: Int, floor: Int, amount: inout DateAmount) -> Int? {
    guard at(start) == code("半"), at(start - 1) == code("大"), start > floor,
      !isOne(of: "一最扩重巨特伟加强放增变长很太更不老高广宏庞远比", at: start - 2)
    else { return nil }
    amount.mod = amount.mod ?? .moreThan
    return start - 1
  }

  /// 四周都是山, 绕场一周: 周 is no week.
  private func isSurroundings(_ start: Int, _ found: (amount: DateAmount, high: DateAmount?, end: Int)) -> Bool {
    guard found.end == start + 2, at(start + 1) == code("周") else { return false }
    if at(start) == code("一") { return isOne(of: "绕环", at: start - 1) || isOne(of: "绕环", at: start - 2) }
    guard at(start) == code("四"), !isBoundary(start - 1) || !isBoundary(found.end) else { return false }
    return !isOne(of: "内后前以之时连", at: found.end) && !isOne(of: "期续近过连约了第达长用经前后这时需历", at: start - 1)
  }

  /// `五年后3月30号10点`, `一个月后下午`: a finer date behind an amount.
  private mutating func distantPoint(
    _ amount: DateAmount, _ use: DateAmountUse, at start: Int
  ) -> (point: DatePoint, end: Int)? {
    guard !amount.isHalf, let unit = amount.singleUnit, unit <= .day else { return nil }
    let count = amount.counts[unit] * (use == .ago ? -1 : 1)
    guard abs(count) < 10_000 else { return nil }
    let position = at(start) == 0x7684 ? start + 1 : start
    var context = DatePoint()
    switch unit {
    case .year: (context.year, context.slot) = (.relative(count), .year)
    case .month: (context.month, context.slot) = (.relative(count), .month)
    case .week: (context.day, context.slot) = (.week(count), .week)
    default: (context.day, context.slot) = (.relative(count), .day)
    }
    if let found = point(at: position, context: context), found.point.slot > context.slot {
      return found.point.slot >= .part && unit <= .month && found.point.day == .none ? nil : found
    }
    guard unit == .month || unit == .week else { return nil }
    context = DatePoint()
    context.day = unit == .month ? .monthsAway(count) : .relative(count * 7)
    context.slot = .day
    guard let found = point(at: position, context: context), found.point.slot > .day else { return nil }
    return found
  }

  /// Whether what stands behind an amount may begin with a scalar.
  private static func beginsAmountSuffix(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("左"), code("上"), code("许"), code("以"), code("开"), code("及"), code("之"), code("过"), code("前"), code("后"),
      code("内"), code("来"), code("间"), code("期"), code("有"):
      true
    default: false
    }
  }

  /// `以前 之后 内 来 左右 以上 期间`: what stands behind an amount.
  private func amountSuffix(at start: Int, amount: inout DateAmount) -> (use: DateAmountUse, end: Int)? {
    guard Self.beginsAmountSuffix(at(start)) else { return nil }
    var position = start
    if let about = match(any: ["左右", "上下", "许"], at: position), at(position) != 0x8BB8 || isBoundary(about) {
      amount.mod = .approx
      position = about
    }
    if let over = match(any: ["有余"], at: position) {
      amount.mod = .moreThan
      return (.plain, over)
    }
    if let more = match(any: ["以上", "开外", "及以上"], at: position) {
      amount.mod = .equalOrMore
      return (.plain, more)
    }
    if let less = match(any: ["以下", "及以下"], at: position) {
      amount.mod = .lessThan
      return (.plain, less)
    }
    if let before = match(any: ["之前", "以前"], at: position) { return (.ago, before) }
    if let after = match(any: ["之后", "以后", "过后"], at: position) { return (.later, after) }
    if let within = match(any: ["之内", "以内"], at: position) { return (.next, within) }
    if at(position) == 0x524D, !isOne(of: "后期夕往来者者列沿途提所景面进锋任", at: position + 1), !countFollows(position + 1) {
      return (.ago, position + 1)
    }
    if at(position) == 0x540E, !isOne(of: "者来期续面备方勤卫台果悔排", at: position + 1) { return (.later, position + 1) }
    if at(position) == 0x5185, !isOne(of: "容部地心涵外陆存阁科", at: position + 1) { return (.next, position + 1) }
    if let since = match(any: ["以来"], at: position) { return (.past, since) }
    if at(position) == 0x6765,
      !isOne(of: "自到源说看往临的了华京访得不电函信回去", at: position + 1) && !countsThing(position + 1) || has("来的", at: position)
    {
      return (.past, position + 1)
    }
    if at(position) == 0x95F4, !isOne(of: "隔接谍", at: position + 1) { return (.plain, position + 1) }
    if let whole = match(any: ["期间"], at: position) { return (.plain, whole) }
    return position == start ? nil : (.plain, position)
  }

  /// 一周来|一列: whether a Chinese number and a classifier that counts no time follow.
  private func countsThing(_ position: Int) -> Bool {
    guard let number = number(at: position), number.style != .arabic, number.isPlain, isBoundary(number.end) == false
    else { return false }
    return isOne(of: "列趟个名位次辆件封批场本家条", at: number.end) && !unitFollows(number.end)
  }

  private func countFollows(_ position: Int) -> Bool {
    guard let number = number(at: position), number.value > 0 else { return false }
    return unitFollows(number.end)
  }

  private func unitFollows(_ position: Int) -> Bool {
    let next = at(position) == 0x4E2A ? position + 1 : position
    return isOne(of: "天年月周秒星礼季小分", at: next)
  }

  /// Whether what stands before an amount may end with a scalar.
  private static func endsAmountPrefix(_ scalar: UInt32) -> Bool {
    switch scalar {
    case code("在"), code("多"), code("约"), code("概"), code("致"), code("近"), code("到"), code("足"), code("于"), code("满"),
      code("过"), code("长"), code("短"), code("出"), code("少"), code("码"), code("逾"), code("超"), code("等"), code("的"),
      code("去"), code("这"),
      code("前"), code("往"), code("面"), code("来"), code("后"), code("今"), code("上"), code("头"), code("下"), code("向"):
      true
    default: false
    }
  }

  /// `近 约 过去 未来 前 上 最近 至少`: what stands before an amount.
  private func amountPrefix(
    before start: Int, floor: Int, amount: inout DateAmount, use: DateAmountUse, end: Int
  ) -> (start: Int, use: DateAmountUse)? {
    guard Self.endsAmountPrefix(at(start - 1)) else { return nil }
    var position = start
    let before = use == .ago || use == .later
    if NegatedBound.ends(with: at(start - 1)),
      let bound = NegatedBound.find(endingAt: start, before: { matchBack(any: $0, before: $1) }), bound.start >= floor
    {
      amount.mod = bound.isUpper ? .equalOrLess : .equalOrMore
      return (bound.start, use)
    }
    if let about = matchBack(any: ["大约在", "大概在", "差不多", "大约", "大概", "大致", "约", "约在"], before: position),
      about >= floor, at(about) != code("约") || !endsPromise(about)
    {
      amount.mod = .approx
      position = about
    } else if let less = matchBack(
      any: ["将近", "接近", "不到", "不足", "少于", "低于", "短于", "小于", "未满", "不满"], before: position),
      less >= floor
    {
      amount.mod = .lessThan
      position = less
    } else if let most = matchBack(any: ["至多", "最多", "最长"], before: position), most >= floor {
      amount.mod = .equalOrLess
      position = most
    } else if let least = matchBack(any: ["至少", "最少", "最短", "起码"], before: position), least >= floor {
      amount.mod = .equalOrMore
      position = least
    } else if let over = matchBack(any: ["超过", "超出", "多于", "大于", "高于", "长于", "逾", "超"], before: position), over >= floor
    {
      amount.mod = .moreThan
      position = over
    }
    if before { return position == start ? nil : (position, use) }
    if let near = nearPrefix(before: position, floor: floor, amount: amount, use: use, end: end) {
      if near.isLess { amount.mod = amount.mod ?? .lessThan }
      return (near.start, near.isLess ? use : .past)
    }
    if let soon = matchBack(any: ["再过", "再等"], before: position), soon >= floor { return (soon, .later) }
    let past: [StaticString] = ["在过去的", "过去的", "过去这", "过去", "此前", "之前的", "之前", "以往", "前面"]
    if let found = matchBack(any: past, before: position), found >= floor {
      return (at(found) == 0x5728 ? found + 1 : found, .past)
    }
    let next: [StaticString] = [
      "未来的", "未来", "接下来的", "接下来", "今后的", "今后", "往后", "向后", "将来", "之后的", "之后", "此后", "随后的", "随后", "以后",
    ]
    if let found = matchBack(any: next, before: position), found >= floor { return (found, .next) }
    if let found = matchBack(any: ["前", "上", "过", "头"], before: position), found >= floor,
      isPeriodPrefix(found) || opensMonths(found, amount), amount.singleUnit != nil || amount.isUnnamed,
      !(at(found) == 0x4E0A && amount.isUnnamed)
    {
      return (found, at(found) == 0x8FC7 ? .later : .past)
    }
    if let found = matchBack(any: ["后", "下"], before: position), found >= floor, isPeriodPrefix(found) {
      return (found, .next)
    }
    if let found = matchBack(any: ["这"], before: position), found >= floor,
      amount.isUnnamed || amount.counts[.day] > 0 || amount.counts[.year] > 1
    {
      return (found, .past)
    }
    return position == start ? nil : (position, use)
  }

  /// `朗逸前八个月卖出`: 前 before months, behind whatever does not make a word with it.
  private func opensMonths(_ position: Int, _ amount: DateAmount) -> Bool {
    at(position) == 0x524D && amount.counts[.month] > 1
      && !isOne(of: "目日此以之提从年月天周生面眼当先早跟空往事会赛战婚产孕术节死", at: position - 1)
  }

  /// Whether 前 上 后 下 stand alone and end no other word (以前, 马上, 最后, 一下).
  private func isPeriodPrefix(_ position: Int) -> Bool {
    isBoundary(position - 1) || isOne(of: "在了是为的和与及于从这那把将对", at: position - 1)
  }

  /// 近: `近半个月` says less than (behind a verb), `近三年` the last three years (at the beginning, or with 来).
  private func nearPrefix(
    before start: Int, floor: Int, amount: DateAmount, use: DateAmountUse, end: Int
  ) -> (start: Int, isLess: Bool)? {
    if let latest = matchBack(any: ["最近这", "最近的", "最近", "新近"], before: start), latest >= floor {
      return (latest, false)
    }
    guard at(start - 1) == 0x8FD1, start - 1 >= floor else { return nil }
    if isOne(of: "最附靠邻新远亲", at: start - 2) { return nil }
    if use == .past || use == .next { return (start - 1, false) }
    if amount.isUnnamed { return (start - 1, false) }
    if has("时间", at: end) || amount.isHalf && !isBoundary(start - 2) { return (start - 1, true) }
    let isLess = isOne(of: "续时过达经已有长用约需要历隔去出了满持走等待花费晚早超跨", at: start - 2)
    return (start - 1, isLess)
  }

  /// `3至5天`, `3年以上7年以下`, `两三年到五年`.
  private func amountRange(_ low: DateAmount, _ end: Int) -> DateReading? {
    var position = end
    if let over = match("以上", at: position) {
      position = over
      if at(position) == 0x3001 || at(position) == 0x2C || at(position) == 0xFF0C { position += 1 }
      if let second = amount(at: position), second.high == nil, let under = match("以下", at: second.end) {
        return DateReading(
          start: end, end: under, expression: .amountRange(low, second.amount), rule: "duration-range")
      }
      return nil
    }
    guard let connector = amountConnector(at: skipSpace(position)),
      let second = amount(at: skipSpace(connector)), second.high == nil, second.amount.singleUnit != nil
    else { return nil }
    return DateReading(
      start: end, end: second.end, expression: .amountRange(low, second.amount), rule: "duration-range")
  }

  /// `3至5天`, `24—48小时`: two numbers, one unit.
  func ellipticalAmount(at start: Int, floor: Int) -> DateReading? {
    guard let first = number(at: start), first.isPlain, first.value < 100_000,
      let connector = amountConnector(at: skipSpace(first.end))
    else { return nil }
    guard let second = amount(at: skipSpace(connector)), second.high == nil, let unit = second.amount.singleUnit,
      !second.amount.isHalf, second.amount.counts[unit] > 0
    else { return nil }
    var low = DateAmount()
    guard low.add(first.value, unit) else { return nil }
    var use = DateAmountUse.plain
    var end = second.end
    if let suffix = amountSuffix(at: end, amount: &low) {
      (use, end) = (suffix.use, suffix.end)
      if use == .ago { low.mod = .before }
      if use == .later { low.mod = .after }
    }
    var trial = second.amount
    let prefix = amountPrefix(before: start, floor: floor, amount: &trial, use: use, end: end)
    if low.mod == nil { low.mod = trial.mod }
    return DateReading(
      start: prefix?.start ?? start, end: end, expression: .amountRange(low, second.amount), rule: "duration-range"
    )
  }

  /// The end of what joins two amounts.
  @inline(__always)
  private func amountConnector(at position: Int) -> Int? {
    switch at(position) {
    case code("到"), code("至"), code("-"), code("~"): position + 1
    case code("—"): at(position + 1) == code("—") ? position + 2 : position + 1
    default: nil
    }
  }

  private func amountStrength(_ amount: DateAmount, _ reading: DateReading, use: DateAmountUse) -> DateStrength {
    if isOne(of: "百千万", at: reading.start), use == .plain { return .weak }
    if amount.isUnnamed, use == .plain { return isOne(of: "好十", at: reading.start - 1) ? .weak : .fair }
    return .strong
  }
}

/// A reading of the grammar: a stretch, what it says, and how sure that is.
struct DateReading {
  var start: Int
  var end: Int
  var expression: DateExpression
  var rule: StaticString
  var strength = DateStrength.strong

  func from(_ start: Int) -> DateReading {
    var copy = self
    copy.start = start
    return copy
  }
}
