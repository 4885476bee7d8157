/// How far two values may differ and still be the same: `figure.value=0.5%`, `figure.value=2`, `date=1d`.
public struct Tolerance: Hashable, Sendable {
  /// How much.
  public enum Amount: Hashable, Sendable {
    /// A share of the old value.
    case share(Double)
    /// A number in the value's own unit.
    case absolute(Double)
    /// Seconds between two dates.
    case seconds(Double)
  }

  /// A type, or a type and a field.
  public var field: String
  /// How much.
  public var amount: Amount

  /// Makes a tolerance.
  public init(field: String, amount: Amount) {
    self.field = field
    self.amount = amount
  }

  private static let units: [(suffix: String, seconds: Double)] = [
    ("min", 60), ("s", 1), ("h", 3_600), ("d", 86_400), ("w", 604_800),
  ]

  /// Reads `FIELD=AMOUNT`; the amount is a number, a percentage, or a time with `s`, `min`, `h`, `d` or `w`.
  public init(parsing text: String) throws(DiffError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let malformed = DiffError(
      "'\(text)' is not of the form FIELD=AMOUNT, for example figure.value=0.5%, figure.value=2 or date=1d")
    guard parts.count == 2, !parts[0].isEmpty else { throw malformed }
    let amount = String(parts[1])
    func number(_ text: some StringProtocol) throws(DiffError) -> Double {
      guard let value = Double(text), value >= 0, value.isFinite else { throw malformed }
      return value
    }
    if amount.hasSuffix("%") {
      self.init(field: String(parts[0]), amount: .share(try number(amount.dropLast()) / 100))
    } else if let unit = Self.units.first(where: { amount.hasSuffix($0.suffix) }) {
      let count = try number(amount.dropLast(unit.suffix.count))
      self.init(field: String(parts[0]), amount: .seconds(count * unit.seconds))
    } else {
      self.init(field: String(parts[0]), amount: .absolute(try number(amount)))
    }
  }

  /// Whether the tolerance speaks of this field: `figure` of all fields of figures, `figure.value` also of the bounds
  /// of a range.
  func covers(_ field: String) -> Bool {
    if field == self.field || field.hasPrefix("\(self.field).") { return true }
    guard self.field.hasSuffix(".value") else { return false }
    let type = self.field.dropLast(5)
    return field == "\(type)min" || field == "\(type)max"
  }

  /// Whether a change lies within the tolerance. Without both values, or with values that cannot be measured, it does
  /// not.
  func allows(_ change: FieldChange) -> Bool {
    guard covers(change.name), let old = change.old, let new = change.new else { return false }
    // What a person writes as 0.5 % is no power of two.
    let slack = 1 + 1e-9
    switch amount {
    case .share(let share):
      guard let from = Double(old), let to = Double(new) else { return false }
      return abs(to - from) <= share * abs(from) * slack
    case .absolute(let limit):
      guard let from = Double(old), let to = Double(new) else { return false }
      return abs(to - from) <= limit * slack
    case .seconds(let limit):
      return TimexInstant.areWithin(limit, old, new)
    }
  }
}

/// The moments of TIMEX3 values, as far as a tolerance needs them.
enum TimexInstant {
  /// Whether two values of one shape, ranges too, lie no further apart than this at either end.
  static func areWithin(_ seconds: Double, _ first: String, _ second: String) -> Bool {
    let (from, to) = (first.split(separator: "/"), second.split(separator: "/"))
    guard from.count == to.count, !from.isEmpty else { return false }
    return zip(from, to).allSatisfy { one, other in
      guard let one = self.seconds(of: one), let other = self.seconds(of: other) else { return false }
      return abs(one - other) <= seconds
    }
  }

  /// Seconds since 1970 of `YYYY-MM-DD` or `YYYY-MM-DDTHH[:MM[:SS]]`, or of a bare clock time since midnight.
  static func seconds(of value: some StringProtocol) -> Double? {
    let halves = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var total = 0.0
    if let date = halves.first, !date.isEmpty {
      let parts = date.split(separator: "-").map { Int($0) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      total = Double(days(year, month, day)) * 86_400
    }
    guard halves.count == 2 else { return total }
    let clock = halves[1].split(separator: ":").map { Double($0) }
    guard (1...3).contains(clock.count) else { return nil }
    var unit = 3_600.0
    for part in clock {
      guard let part else { return nil }
      total += part * unit
      unit /= 60
    }
    return total
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
