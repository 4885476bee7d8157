/// A number at the beginning of a stretch of text, with what its writing says.
struct DateNumber {
  /// How it is written.
  enum Style {
    /// `2020`
    case arabic
    /// `二〇二〇`: digits read one by one
    case sequence
    /// `二十`, `三`
    case positional
  }
  /// The whole part.
  var value: Int
  /// The digits behind the point.
  var fraction = DateFraction()
  /// The end in the text.
  var end: Int
  /// How many characters the whole part has.
  var width: Int
  var style: Style
  /// Whether it begins with a zero.
  var hasLeadingZero = false
  /// The upper number of `三五`, `两三`.
  var high: Int?
  /// `几`, `数`: not named.
  var isUnnamed = false
  /// `十几`, `几十`: more than the value.
  var isMore = false
  /// `半`.
  var isHalf = false

  /// Whether it is a plain whole number.
  var isPlain: Bool { fraction.isEmpty && high == nil && !isUnnamed && !isMore && !isHalf }
}

extension DateCursor {
  /// The value of a Chinese or ASCII digit, or −1.
  @inline(__always)
  static func digit(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: -1
    }
  }

  @inline(__always)
  static func isASCIIDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// The power that a Chinese numeral multiplies by: 十 百 千 万 亿.
  static func power(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    case 0x4E07: 10_000
    case 0x4EBF: 100_000_000
    default: 0
    }
  }

  /// Whether a number may begin at a place.
  @inline(__always)
  func beginsNumber(_ position: Int) -> Bool {
    guard position < end else { return false }
    return Self.beginsNumber(text[position])
  }

  /// Whether a number may begin with a scalar: a digit, `〇零一二两…九`, `十百千万亿`, `廿卅半几数`.
  static func beginsNumber(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x5EFF, 0x5345, 0x534A, 0x51E0, 0x6570:
      true
    default: false
    }
  }

  /// Reads a number; nil where none stands, or where it is longer than any date has.
  func number(at start: Int) -> DateNumber? {
    guard start < end, Self.beginsNumber(text[start]) else { return nil }
    if start == keptStart { return keptNumber }
    let first = text[start]
    if Self.isASCIIDigit(first) { return arabicNumber(at: start) }
    if first == 0x534A { return DateNumber(value: 0, end: start + 1, width: 1, style: .positional, isHalf: true) }
    if first == 0x51E0 || first == 0x6570 { return severalNumber(at: start) }
    return chineseNumber(at: start)
  }

  /// `650`, `1.5`, `2000万`.
  private func arabicNumber(at start: Int) -> DateNumber? {
    var position = start
    var value = 0
    while position < end, Self.isASCIIDigit(text[position]) {
      if position - start >= 9 { return nil }
      value = value * 10 + Int(text[position] - 0x30)
      position += 1
    }
    // 11,260小时
    if position - start <= 3, position < end, text[position] == 0x2C {
      while value < 1_000_000, let group = thousands(at: position) {
        value = value * 1_000 + group
        position += 4
      }
    }
    let width = position - start
    var number = DateNumber(
      value: value, end: position, width: width, style: .arabic, hasLeadingZero: text[start] == 0x30 && width > 1)
    if position + 1 < end, text[position] == 0x2E, Self.isASCIIDigit(text[position + 1]) {
      var tail = position + 1
      while tail < end, tail - position < 9, Self.isASCIIDigit(text[tail]) {
        number.fraction.append(text[tail] - 0x30)
        tail += 1
      }
      number.end = tail
    }
    if number.end < end, number.fraction.isEmpty {
      let power = Self.power(text[number.end])
      if power >= 100 {
        number.value *= power
        number.end += 1
      }
    }
    return number
  }

  /// A comma and three digits, no more; nil where others stand.
  private func thousands(at position: Int) -> Int? {
    guard position + 3 < end, text[position] == 0x2C, !isDigit(position + 4) else { return nil }
    var value = 0
    for offset in 1...3 {
      guard Self.isASCIIDigit(text[position + offset]) else { return nil }
      value = value * 10 + Int(text[position + offset] - 0x30)
    }
    return value
  }

  /// `几`, `数十`, `几百`.
  private func severalNumber(at start: Int) -> DateNumber? {
    var number = DateNumber(value: 0, end: start + 1, width: 1, style: .positional, isUnnamed: true)
    if start + 1 < end, Self.power(text[start + 1]) > 0 { number.end += 1 }
    return number
  }

  /// `二〇二〇`, `二十`, `两三`, `十几`.
  private func chineseNumber(at start: Int) -> DateNumber? {
    var position = start
    var digits = 0
    var sequence = 0
    while position < end, position - start < 9 {
      let digit = Self.digit(text[position])
      if digit < 0 || Self.isASCIIDigit(text[position]) { break }
      sequence = sequence * 10 + digit
      digits += 1
      position += 1
    }
    if digits >= 2, position >= end || Self.power(text[position]) == 0 {
      if digits > 8 { return nil }
      var number = DateNumber(
        value: sequence, end: position, width: digits, style: .sequence, hasLeadingZero: Self.digit(text[start]) == 0)
      if digits == 2 {
        let low = sequence / 10
        let high = sequence % 10
        if low > 0, high == low + 1 || (low == 3 && high == 5) { number.high = high }
      }
      return number
    }
    return positionalNumber(at: start)
  }

  /// `三`, `二十三`, `两千零四`, `廿六`.
  private func positionalNumber(at start: Int) -> DateNumber? {
    var total = 0
    var section = 0
    var pending = -1
    var previousPower = Int.max
    var position = start
    var high: Int?
    var isMore = false
    scan: while position < end, position - start < 14 {
      let scalar = text[position]
      let power = Self.power(scalar)
      if scalar == 0x5EFF || scalar == 0x5345 {
        if position != start { break }
        section = scalar == 0x5EFF ? 20 : 30
        previousPower = 10
      } else if power >= 10_000 {
        if position == start { break }
        section += max(pending, 0)
        if section == 0 { section = 1 }
        total += section &* power
        section = 0
        pending = -1
        previousPower = Int.max
      } else if power > 0 {
        if power >= previousPower { break }
        section += (pending <= 0 ? 1 : pending) * power
        if let upper = high, upper < 10 { high = upper * power }
        pending = -1
        previousPower = power
      } else if scalar == 0x51E0, position > start, pending < 0, previousPower == 10 {
        isMore = true
        position += 1
        break scan
      } else {
        let digit = Self.digit(scalar)
        if digit < 0 || Self.isASCIIDigit(scalar) { break }
        if pending > 0 {
          if digit == pending + 1, high == nil { high = digit } else { break }
        } else {
          if pending == 0 && digit == 0 { break }
          pending = digit
        }
      }
      position += 1
    }
    guard position > start else { return nil }
    let low = total + section + max(pending, 0)
    if let upper = high { high = upper < 10 && section > 0 ? total + section + upper : upper }
    return DateNumber(
      value: low, end: position, width: position - start, style: .positional,
      hasLeadingZero: Self.digit(text[start]) == 0, high: high, isMore: isMore)
  }
}
