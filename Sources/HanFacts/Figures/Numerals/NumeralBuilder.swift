/// The state of reading one numeral: Chinese, Arabic or mixed.
///
/// The value is built as Chinese speaks it: digits times small units make a section, sections times big units the
/// number. Every part has a lower and an upper bound, which differ for `几`, `数` and pairs (`七八百`).
struct NumeralBuilder: BitwiseCopyable {
  /// A lower and an upper bound.
  struct Bounds: BitwiseCopyable {
    var low: ExactDecimal
    var high: ExactDecimal
    var isZero: Bool { high.isZero }

    init(_ low: ExactDecimal, _ high: ExactDecimal? = nil) {
      self.low = low
      self.high = high ?? low
    }

    static let zero = Bounds(.zero)

    func adding(_ other: Bounds) -> Bounds? {
      guard let low = low.adding(other.low), let high = high.adding(other.high) else { return nil }
      return Bounds(low, high)
    }

    func scaled(_ power: Int) -> Bounds {
      Bounds(low.scaled(byPowerOfTen: power), high.scaled(byPowerOfTen: power))
    }
  }

  /// The digit or number that waits for its unit.
  struct Pending: BitwiseCopyable {
    var value: Bounds
    var isArabic = false
    var isPair = false
    var isVague = false
    var start: Int
  }

  let reader: NumeralReader
  let start: Int
  var index: Int
  var numeral: Numeral
  var total = Bounds.zero
  var lastGroup = Bounds.zero
  var section = Bounds.zero
  var pending: Pending?
  /// The power of the last small unit of this section.
  var lastSmall = 9
  /// The power of the last big unit.
  var lastBig = 99
  /// The power of the unit directly before, 0 where none stands there.
  var lastUnit = 0
  var seenZero = false
  var zeroEnd = 0
  var capitals = false
  var failed = false

  init(reader: NumeralReader, start: Int) {
    self.reader = reader
    self.start = start
    index = start
    numeral = Numeral(start: start, end: start, low: .zero)
  }

  /// Reads to the numeral's end.
  mutating func run() -> NumeralOutcome {
    while index < reader.text.count {
      if index - start > NumeralReader.limit {
        var end = index
        while reader.kind(end).isNumeral, reader.kind(end).kind != .point { end += 1 }
        return .refused(end: end, reason: .tooLong)
      }
      let before = index
      switch reader.kind(index).kind {
      case .arabic: if case .refused(let end, let reason) = takeArabic() { return .refused(end: end, reason: reason) }
      case .digit, .capital: takeDigit()
      case .tens: takeTens()
      case .small, .capitalSmall: takeSmall()
      case .big: takeBig()
      case .vague: takeVague()
      case .point: takePoint()
      case .none:
        if reader.at(index) == code("."), index == start {
          if case .refused(let end, let reason) = takeArabic() { return .refused(end: end, reason: reason) }
        } else {
          takeInner()
        }
      }
      if failed { return .refused(end: max(index, before + 1), reason: .tooLong) }
      if index == before || numeral.style.contains(.positional) { break }
    }
    return finish()
  }

  /// Adds what is left over and settles an elided unit: `三万五` is 35000, `一百二` 120.
  private mutating func finish() -> NumeralOutcome {
    if seenZero, pending == nil, zeroEnd == index {
      index = zeroEnd - 1
      if index == start {
        index = zeroEnd
      }
    }
    guard index > start else { return .none }
    if let rest = pending {
      if !seenZero, lastUnit >= 2, !rest.isArabic || rest.value.high < 10, !rest.isVague {
        section = section.adding(rest.value.scaled(lastUnit - 1)) ?? section
        numeral.style.insert(.elided)
      } else {
        section = section.adding(rest.value) ?? section
      }
    } else if lastUnit > 0 {
      numeral.style.insert(.endsInUnit)
    }
    guard let sum = total.adding(section) else { return .refused(end: index, reason: .tooLong) }
    numeral.low = sum.low
    numeral.high = sum.low == sum.high ? nil : sum.high
    numeral.end = index
    if numeral.style.contains(.endsInUnit), lastUnit >= 4 {
      numeral.trailingPower = trailingPower()
    }
    return .number(numeral)
  }

  /// The power of the run of big units at the end.
  private func trailingPower() -> Int {
    var power = 0
    var position = index - 1
    while position >= start, reader.kind(position).kind == .big {
      power += reader.kind(position).value
      position -= 1
    }
    return power
  }
}
