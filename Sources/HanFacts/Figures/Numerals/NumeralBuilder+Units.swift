extension NumeralBuilder {
  /// `十 百 千`: the digit before it times the unit.
  mutating func takeSmall() {
    let character = reader.kind(index)
    let power = character.value
    guard power < lastSmall else { return }
    let value: Bounds
    if let first = pending {
      guard !first.isArabic || first.value.high < 1000 else { return }
      value = first.value
      if first.isArabic, numeral.style.contains(.decimal) || first.value.high >= 10, power == 1 { return }
    } else if index == start {
      if character.kind == .capitalSmall, !reader.kind(index + 1).isNumeral, reader.at(index + 1) != code("分") {
        return
      }
      value = Bounds(.one)
      numeral.style.insert(.bareUnit)
    } else if power == 1, section.isZero || seenZero || index == start + 1 && reader.at(start) == code("百") {
      value = Bounds(.one)
    } else {
      return
    }
    let before = Numeral.Prefix(value: value.low, end: index)
    let isSingle = section.isZero && total.isZero && pending != nil && pending?.isVague != true
    if pending?.isVague == true {
      // 几十 is 20–99, 数百 200–999: up to the last number before the next unit.
      let low = value.low.scaled(byPowerOfTen: power)
      let high = ExactDecimal.powerOfTen(power + 1).adding(ExactDecimal(-1)) ?? value.high
      add(Bounds(low, high))
    } else {
      add(value.scaled(power))
    }
    numeral.beforePrefix = isSingle && power == 3 ? before : nil
    numeral.smallPower = isSingle ? power : 0
    numeral.style.formUnion([.chinese, .units])
    if character.kind == .capitalSmall { capitals = true }
    pending = nil
    lastSmall = power
    lastUnit = power
    seenZero = false
    index += 1
  }

  /// `廿 卅 卌`.
  mutating func takeTens() {
    guard pending == nil, lastSmall > 1 else { return }
    if index == start {
      let next = reader.kind(index + 1)
      guard next.isNumeral || capitals else { return }
    }
    add(Bounds(ExactDecimal(reader.kind(index).value * 10)))
    numeral.style.formUnion([.chinese, .units])
    lastSmall = 1
    lastUnit = 1
    seenZero = false
    index += 1
  }

  /// `万 亿 兆`: what was read times the unit.
  mutating func takeBig() {
    let power = reader.kind(index).value
    if power == 12, isUnitPrefix() { return }
    let pendingRun = pending == nil && section.isZero && index > start
    numeral.smallPower = 0
    var group = section
    if let first = pending { group = section.adding(first.value) ?? section }
    if group.isZero {
      if index == start {
        group = Bounds(.one)
        numeral.style.insert(.bareUnit)
        total = group.scaled(power)
        lastGroup = total
      } else if lastUnit >= 4 {
        guard let scaled = replaceLastGroup(power) else { return }
        total = scaled
      } else {
        return
      }
    } else {
      if lastBig < 99, power == lastBig { return }
      if lastBig < 99, power > lastBig {
        guard let sum = total.adding(group) else { return fail() }
        total = sum.scaled(power)
        lastGroup = total
      } else {
        lastGroup = group.scaled(power)
        guard let sum = total.adding(lastGroup) else { return fail() }
        total = sum
      }
    }
    let isSimple = numeral.beforePrefix == nil && power == 12 && lastBig == 99
    numeral.beforePrefix = isSimple && pending != nil ? Numeral.Prefix(value: group.low, end: index) : nil
    numeral.style.formUnion([.chinese, .units])
    section = .zero
    pending = nil
    lastSmall = 9
    // 万亿 counts as one unit: 五万亿八千亿 is 5.8 万亿.
    lastBig = lastUnit >= 4 && lastBig < 99 && pendingRun ? lastBig + power : power
    lastUnit = power
    seenZero = false
    index += 1
  }

  private mutating func fail() { failed = true }

  /// `万亿`, `万万`: the second unit multiplies the group before it.
  private mutating func replaceLastGroup(_ power: Int) -> Bounds? {
    let others = total.adding(Bounds(lastGroup.low.negated, lastGroup.high.negated))
    lastGroup = lastGroup.scaled(power)
    return others?.adding(lastGroup)
  }

  /// `兆赫`, `兆字节`: the character belongs to the unit.
  private func isUnitPrefix() -> Bool {
    let next = reader.at(index + 1)
    return "赫字瓦焦帕比欧伏吨电位乏牛".unicodeScalars.contains { $0.value == next }
  }

  private mutating func add(_ value: Bounds) {
    guard let sum = section.adding(value) else { return fail() }
    section = sum
  }

  /// `几十`, `数百`, `十几`, `几十万`.
  mutating func takeVague() {
    guard pending == nil else { return }
    let next = reader.kind(index + 1)
    let isMany = reader.at(index) == code("几")
    if index == start {
      guard next.kind == .small || next.kind == .big || isMany else { return }
      pending = Pending(value: Bounds(2, 9), isVague: true, start: index)
      if next.kind == .none, !isMany { return }
    } else {
      guard isMany, lastUnit > 0, lastUnit < 4 || next.kind == .small else { return }
      pending = Pending(value: Bounds(1, 9), isVague: true, start: index)
    }
    numeral.style.formUnion([.chinese, .vague])
    numeral.approximation = .vague
    index += 1
  }

  /// `多`, `余`, `来` before a big unit: `十多万`, `500余万`.
  mutating func takeInner() {
    let character = reader.at(index)
    let isOver = character == code("多") || character == code("余")
    guard isOver || character == code("来") else { return }
    guard reader.kind(index + 1).kind == .big, index > start else { return }
    guard lastUnit > 0 && pending == nil || pending?.isArabic == true else { return }
    numeral.style.insert(.inner)
    numeral.approximation = isOver ? .over : .about
    index += 1
  }

  /// `点`: decimals behind a Chinese or Arabic whole number, then perhaps a unit: `六点四二万`.
  mutating func takePoint() {
    guard index > start, !numeral.style.contains(.decimal) else { return }
    guard pending != nil || lastUnit > 0 else { return }
    var position = index + 1
    var digits = WideInteger(low: 0)
    var count = 0
    while true {
      let character = reader.kind(position)
      guard character.kind == .digit || character.kind == .arabic || character.kind == .capital && count < 20 else {
        break
      }
      guard count < 30, let next = digits.multiplied(by: 10)?.adding(WideInteger(low: UInt64(character.value))) else {
        return
      }
      digits = next
      count += 1
      position += 1
    }
    guard count > 0, !isClockTime(position, count: count) else { return }
    if let first = pending, !first.isArabic, !seenZero, lastUnit >= 2 {
      pending?.value = first.value.scaled(lastUnit - 1)
    }
    var whole = section
    if let first = pending { whole = section.adding(first.value) ?? section }
    let decimals = ExactDecimal(isNegative: false, significand: digits, exponent: -count)
    guard let value = whole.adding(Bounds(decimals)) else { return fail() }
    section = .zero
    pending = Pending(value: value, isArabic: true, start: start)
    lastUnit = 0
    lastSmall = 9
    seenZero = false
    numeral.style.insert(.decimal)
    index = position
  }

  /// `三点二十`, `8点30分`, `三点一刻`: a time of day, not decimals.
  private func isClockTime(_ end: Int, count: Int) -> Bool {
    let next = reader.at(end)
    if reader.kind(end).kind == .small || next == code("刻") || next == code("钟") || next == code("半") { return true }
    return next == code("分") && reader.at(end + 1) != code("之")
  }
}
