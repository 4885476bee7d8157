/// The units of amounts of time.
package enum DateUnit: UInt8, Sendable, Hashable, Comparable, CaseIterable, BitwiseCopyable {
  case year
  case month
  case week
  case day
  case hour
  case minute
  case second

  /// The letter of ISO 8601.
  var letter: Unicode.Scalar {
    switch self {
    case .year: "Y"
    case .month, .minute: "M"
    case .week: "W"
    case .day: "D"
    case .hour: "H"
    case .second: "S"
    }
  }

  package static func < (left: DateUnit, right: DateUnit) -> Bool { left.rawValue < right.rawValue }
}

/// The numbers of the seven units, years first.
package struct DateCounts: Sendable, Hashable, BitwiseCopyable {
  private var years = 0
  private var months = 0
  private var weeks = 0
  private var days = 0
  private var hours = 0
  private var minutes = 0
  private var seconds = 0

  /// The number of a unit.
  @inline(__always)
  package subscript(unit: DateUnit) -> Int {
    get {
      switch unit {
      case .year: years
      case .month: months
      case .week: weeks
      case .day: days
      case .hour: hours
      case .minute: minutes
      case .second: seconds
      }
    }
    set {
      switch unit {
      case .year: years = newValue
      case .month: months = newValue
      case .week: weeks = newValue
      case .day: days = newValue
      case .hour: hours = newValue
      case .minute: minutes = newValue
      case .second: seconds = newValue
      }
    }
  }
}

/// The digits behind the point of a number.
package struct DateFraction: Sendable, Hashable, BitwiseCopyable {
  /// What the digits say as a whole number.
  private var value: UInt32 = 0
  /// How many they are.
  private var width: UInt8 = 0

  package init() {}

  /// The digits of a whole number.
  package init(_ number: Int) {
    value = UInt32(clamping: number)
    var rest = value
    repeat {
      width += 1
      rest /= 10
    } while rest > 0
  }

  /// Whether there are none.
  package var isEmpty: Bool { width == 0 }

  /// Adds a digit; there are never more than eight.
  package mutating func append(_ digit: UInt32) {
    value = value &* 10 &+ digit
    width += 1
  }

  /// The digits without noughts at the end.
  package var trimmed: DateFraction {
    var copy = self
    while copy.width > 0, copy.value % 10 == 0 {
      copy.value /= 10
      copy.width -= 1
    }
    return copy
  }

  /// The digits as text.
  package var text: String { isEmpty ? "" : DateFormat.padded(Int(value), Int(width)) }
}

/// An amount of time as written, in the units of ISO 8601.
package struct DateAmount: Sendable, Hashable, BitwiseCopyable {
  /// The whole numbers of years, months, weeks, days, hours, minutes and seconds.
  package var counts = DateCounts()
  /// The digits behind the point of the last unit (`5` of `1.5`).
  package var fraction = DateFraction()
  /// The unit of the fraction, or of an unnamed number (几天).
  package var unit = DateUnit.day
  /// Whether the number is not named (几天, 多年): X.
  package var isUnnamed = false
  /// Whether a half unit took part (半年, 一个半月), so that the amount has no grain of its own.
  package var isHalf = false
  /// What qualifies the number.
  package var mod: DateModCode?

  package init() {}

  /// Makes an amount of one unit.
  package init(_ count: Int, _ unit: DateUnit) {
    counts[unit] = count
    self.unit = unit
  }

  /// Adds so many of a unit; false where the number grows too large.
  package mutating func add(_ count: Int, _ unit: DateUnit) -> Bool {
    let (sum, overflow) = counts[unit].addingReportingOverflow(count)
    guard !overflow, sum < 1_000_000_000_000_000 else { return false }
    counts[unit] = sum
    self.unit = unit
    return true
  }

  /// The single unit, where only one has a number.
  package var singleUnit: DateUnit? {
    if isUnnamed || !fraction.isEmpty { return nil }
    var found: DateUnit?
    for unit in DateUnit.allCases where counts[unit] != 0 {
      if found != nil { return nil }
      found = unit
    }
    return found
  }

  /// Whether the amount reaches below the day.
  package var hasClock: Bool { counts[.hour] != 0 || counts[.minute] != 0 || counts[.second] != 0 }

  /// The ISO 8601 duration.
  package var iso: String {
    var text = DateText()
    text.append("P")
    if isUnnamed {
      if unit >= .hour { text.append("T") }
      text.append("X")
      text.append(unit.letter)
      return text.string
    }
    var isEmpty = true
    var isClock = false
    for unit in DateUnit.allCases {
      let isLast = !fraction.isEmpty && unit == self.unit
      guard counts[unit] != 0 || isLast else { continue }
      if unit >= .hour, !isClock {
        text.append("T")
        isClock = true
      }
      text.append(padded: counts[unit], 1)
      if isLast {
        text.append(".")
        text.append(fraction.text)
      }
      text.append(unit.letter)
      isEmpty = false
    }
    if isEmpty {
      if unit >= .hour { text.append("T") }
      text.append("0")
      text.append(unit.letter)
    }
    return text.string
  }

  /// The moment that lies so far after (before, with sign −1) another; nil where it is not known or outside.
  package func applied(to instant: CivilInstant, sign: Int) -> CivilInstant? {
    guard !isUnnamed, fraction.isEmpty else { return nil }
    let (yearMonths, tooLarge) = counts[.year].multipliedReportingOverflow(by: 12)
    let (months, overflow) = yearMonths.addingReportingOverflow(counts[.month])
    guard !tooLarge, !overflow, months < 1_000_000, counts[.week] < 10_000_000, counts[.day] < 10_000_000,
      counts[.hour] < 100_000_000, counts[.minute] < 10_000_000_000, counts[.second] < 1_000_000_000_000
    else { return nil }
    guard
      let moved = instant.date.adding(months: sign * months)?.adding(days: sign * (counts[.week] * 7 + counts[.day]))
    else { return nil }
    return CivilInstant(moved, second: instant.second)
      .adding(seconds: sign * (counts[.hour] * 3600 + counts[.minute] * 60 + counts[.second]))
  }
}
