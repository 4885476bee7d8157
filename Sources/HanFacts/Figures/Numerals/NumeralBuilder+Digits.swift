extension NumeralBuilder {
  /// `0`–`9` runs, with `k` and `w` behind.
  mutating func takeArabic() -> NumeralOutcome {
    guard pending == nil else { return .none }
    let outcome = reader.arabic(at: index)
    guard case .number(let run) = outcome else { return outcome }
    if index > start, lastUnit > 0, run.low.magnitude10 > lastUnit { return .none }
    if index > start, lastUnit == 0, !seenZero { return .none }
    numeral.style.formUnion(run.style)
    pending = Pending(value: Bounds(run.low), isArabic: true, start: index)
    index = run.end
    takeSuffix()
    return .none
  }

  /// `k` and `w` multiply; `M`, `G` and `T` do not.
  private mutating func takeSuffix() {
    let position = reader.at(index) == 0x20 && reader.at(index + 1) | 0x20 == code("k") ? index + 1 : index
    let letter = reader.at(position) | 0x20
    guard letter == code("k") || letter == code("w"), let value = pending?.value else { return }
    let next = reader.at(position + 1)
    let isWord = next < 128 && (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next >= 0x30 && next <= 0x39)
    guard !isWord else { return }
    // 40W快充: watts
    if reader.at(position) == 0x57, StaticScalars.contains("快闪充超无功大", next) { return }
    let power = letter == code("k") ? 3 : 4
    section = section.adding(value.scaled(power)) ?? section
    pending = nil
    numeral.style.formUnion([.units, .suffixed])
    lastUnit = 1
    lastSmall = 0
    index = position + 1
  }

  /// A Chinese digit.
  mutating func takeDigit() {
    let character = reader.kind(index)
    if character.kind == .capital, !acceptsCapital() { return }
    if reader.at(index) == code("两"), index > start {
      if takeOneOrTwo() { return }
      guard reader.kind(index + 1).isUnit else { return }
    }
    let digit = ExactDecimal(character.value)
    if character.value == 0 {
      takeZero()
      return
    }
    if let first = pending {
      takeSecondDigit(first, digit)
      return
    }
    if lastUnit == 1, lastSmall == 1, numeral.style.contains(.suffixed) { return }
    if index > start, lastUnit == 0, !seenZero { return }
    numeral.style.insert(.chinese)
    if character.kind == .capital { capitals = true }
    pending = Pending(value: Bounds(digit), start: index)
    index += 1
  }

  /// `一两个`, `三两句`: one or two, two or three.
  private mutating func takeOneOrTwo() -> Bool {
    guard let first = pending, !first.isArabic, !first.isPair, let digit = first.value.low.integer,
      digit == 1 || digit == 3
    else { return false }
    let next = reader.at(index + 1)
    guard "个名家次天年人只件条种项百千万亿句处周位本段把场倍成点".unicodeScalars.contains(where: { $0.value == next }) else {
      return false
    }
    numeral.style.formUnion([.chinese, .pair])
    let bounds = digit == 1 ? Bounds(1, 2) : Bounds(2, 3)
    pending = Pending(value: bounds, isPair: true, start: first.start)
    index += 1
    return true
  }

  /// Capital digits are mostly parts of words: they need a unit or a capital numeral around them.
  private func acceptsCapital() -> Bool {
    if capitals { return true }
    let next = reader.kind(index + 1)
    if reader.at(index) == code("俩") || reader.at(index) == code("仨") {
      return next.kind == .small || next.kind == .big || next.kind == .capitalSmall
    }
    switch next.kind {
    case .small, .capitalSmall, .big, .capital: return true
    case .point: return reader.kind(index + 2).kind != .none
    default: break
    }
    let following = reader.at(index + 1)
    if following == code("元") || following == code("圆") || following == code("分") || following == code("又") {
      return reader.at(index) != code("参")
    }
    let before = reader.at(index - 1)
    // 720亿|参数
    if reader.at(index) == code("参") { return false }
    return index > start || before == code("之") || before == code("第")
  }

  /// `零`: nought at the start, else the mark of a skipped unit.
  private mutating func takeZero() {
    if pending != nil {
      takePositional()
      return
    }
    if index == start {
      switch reader.kind(index + 1).kind {
      case .point:
        pending = Pending(value: .zero, start: index)
        numeral.style.insert(.chinese)
        index += 1
        return
      case .digit where reader.at(index) != code("零") || reader.kind(index + 2).kind == .digit:
        takePositional()
        return
      default: break
      }
    } else if lastUnit == 0 {
      return
    }
    numeral.style.insert(.chinese)
    seenZero = true
    index += 1
    zeroEnd = index
  }

  /// Two digits in a row: neighbours are a vague pair (`七八百`), others digits by position.
  private mutating func takeSecondDigit(_ first: Pending, _ digit: ExactDecimal) {
    let low = first.value.low.integer ?? 0
    let high = digit.integer ?? 0
    let next = reader.kind(index + 1)
    let follows = next.kind == .digit || next.kind == .arabic
    let isPair =
      !first.isArabic && !first.isPair && !first.isVague && !follows
      && (high == low + 1 || low == 3 && high == 5) && low > 0
      && reader.at(first.start) != code("九")
    if isPair {
      numeral.style.formUnion([.chinese, .pair])
      pending = Pending(value: Bounds(first.value.low, digit), isPair: true, start: first.start)
      index += 1
      return
    }
    if first.start == start, !first.isArabic { takePositional() }
  }

  /// Digits by position: `二〇二三`. Only a whole numeral is written so.
  private mutating func takePositional() {
    guard section.isZero, total.isZero, pending?.isArabic != true else { return }
    var value = WideInteger(low: 0)
    var position = start
    while reader.kind(position).kind == .digit, reader.at(position) != code("两") {
      guard let next = value.multiplied(by: 10)?.adding(WideInteger(low: UInt64(reader.kind(position).value))) else {
        failed = true
        while reader.kind(position).kind == .digit { position += 1 }
        index = position
        return
      }
      value = next
      position += 1
    }
    pending = Pending(
      value: Bounds(ExactDecimal(isNegative: false, significand: value, exponent: 0)), start: start)
    lastUnit = 0
    seenZero = false
    numeral.style.formUnion([.chinese, .positional])
    index = position
  }
}
