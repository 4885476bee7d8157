/// Writing dates: ISO 8601 without a formatter.
enum DateFormat {
  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A year as TIMEX3 writes it: `2020`, `0705`, `BC0221`, `XXXX`.
  static func year(_ year: Int?) -> String {
    guard let year else { return "XXXX" }
    return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
  }

  /// A year as ISO 8601 and EDTF write it: `-0220` for 221 BC.
  static func isoYear(_ year: Int) -> String { padded(year, 4) }

  /// A day: `2020-09-15`.
  static func day(_ date: CivilDate) -> String {
    "\(year(date.year))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// A day with the year of ISO 8601.
  static func isoDay(_ date: CivilDate) -> String {
    "\(isoYear(date.year))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// A moment: `2020-09-14T21:00:00`.
  static func instant(_ instant: CivilInstant) -> String {
    isoDay(instant.date) + "T" + seconds(instant.second)
  }

  /// A time of day: `21:00:00`.
  static func seconds(_ second: Int) -> String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  /// A clock at its written grain: `T21`, `T21:30`, `T21:30:05`.
  static func clock(hour: Int, minute: Int?, second: Int?) -> String {
    var text = "T" + padded(hour, 2)
    guard minute != nil || second != nil else { return text }
    text += ":" + padded(minute ?? 0, 2)
    if let second { text += ":" + padded(second, 2) }
    return text
  }
}
