/// The units of amounts of time.
package enum DateUnit: UInt8, Sendable, Hashable, Comparable {
  case year
  case month
  case week
  case day
  case hour
  case minute
  case second

  package static func < (left: DateUnit, right: DateUnit) -> Bool { left.rawValue < right.rawValue }
}

/// An amount of time as written, in the units of ISO 8601.
package struct DateAmount: Sendable, Hashable {
  /// The whole numbers of years, months, weeks, days, hours, minutes and seconds.
  package var counts: [Int] = [0, 0, 0, 0, 0, 0, 0]
  /// The digits behind the point of the last unit, as text (`5` of `1.5`).
  package var fraction = ""
  /// The unit of the fraction, or of an unnamed number (几天).
  package var unit = DateUnit.day
  /// Whether the number is not named (几天, 多年): X.
  package var isUnnamed = false
  /// Whether a half unit took part (半年, 一个半月), so that the amount has no grain of its own.
  package var isHalf = false
  /// What qualifies the number.
  package var mod: DateMod?

  package init() {}

  /// Makes an amount of one unit.
  package init(_ count: Int, _ unit: DateUnit) {
    counts[Int(unit.rawValue)] = count
    self.unit = unit
  }

  /// Adds so many of a unit; false where the number grows too large.
  package mutating func add(_ count: Int, _ unit: DateUnit) -> Bool {
    let (sum, overflow) = counts[Int(unit.rawValue)].addingReportingOverflow(count)
    guard !overflow, sum < 1_000_000_000_000_000 else { return false }
    counts[Int(unit.rawValue)] = sum
    self.unit = unit
    return true
  }

  /// The single unit, where only one has a number.
  package var singleUnit: DateUnit? {
    if isUnnamed || !fraction.isEmpty { return nil }
    var found: DateUnit?
    for (index, count) in counts.enumerated() where count != 0 {
      if found != nil { return nil }
      found = DateUnit(rawValue: UInt8(index))
    }
    return found
  }

  /// Whether the amount reaches below the day.
  package var hasClock: Bool { counts[4] != 0 || counts[5] != 0 || counts[6] != 0 }

  /// The ISO 8601 duration.
  package var iso: String {
    let letters = ["Y", "M", "W", "D", "H", "M", "S"]
    if isUnnamed {
      return (unit >= .hour ? "PT" : "P") + "X" + letters[Int(unit.rawValue)]
    }
    var date = ""
    var time = ""
    for index in 0..<7 {
      let isLast = !fraction.isEmpty && index == Int(unit.rawValue)
      guard counts[index] != 0 || isLast else { continue }
      let piece = "\(counts[index])" + (isLast ? "." + fraction : "") + letters[index]
      if index < 4 { date += piece } else { time += piece }
    }
    if date.isEmpty && time.isEmpty {
      return unit >= .hour ? "PT0" + letters[Int(unit.rawValue)] : "P0" + letters[Int(unit.rawValue)]
    }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  /// The moment that lies so far after (before, with sign −1) another; nil where it is not known or outside.
  package func applied(to instant: CivilInstant, sign: Int) -> CivilInstant? {
    guard !isUnnamed, fraction.isEmpty else { return nil }
    let (yearMonths, tooLarge) = counts[0].multipliedReportingOverflow(by: 12)
    let (months, overflow) = yearMonths.addingReportingOverflow(counts[1])
    guard !tooLarge, !overflow, months < 1_000_000, counts[2] < 10_000_000, counts[3] < 10_000_000,
      counts[4] < 100_000_000, counts[5] < 10_000_000_000, counts[6] < 1_000_000_000_000
    else { return nil }
    guard let moved = instant.date.adding(months: sign * months)?.adding(days: sign * (counts[2] * 7 + counts[3]))
    else { return nil }
    return CivilInstant(moved, second: instant.second)
      .adding(seconds: sign * (counts[4] * 3600 + counts[5] * 60 + counts[6]))
  }
}
