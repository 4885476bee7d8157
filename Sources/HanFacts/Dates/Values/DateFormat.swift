/// Writing dates: ISO 8601 without a formatter.
enum DateFormat {
  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    var text = DateText()
    text.append(padded: number, width)
    return text.string
  }

  /// A year as TIMEX3 writes it: `2020`, `0705`, `BC0221`, `XXXX`.
  static func year(_ year: Int?) -> String {
    guard let year else { return "XXXX" }
    var text = DateText()
    text.append(year: year)
    return text.string
  }

  /// A year as ISO 8601 and EDTF write it: `-0220` for 221 BC.
  static func isoYear(_ year: Int) -> String { padded(year, 4) }

  /// A day: `2020-09-15`.
  static func day(_ date: CivilDate) -> String {
    if let text = shortDay(date), date.year > 0 { return text }
    var text = DateText()
    text.append(year: date.year)
    text.append(monthAndDay: date)
    return text.string
  }

  /// A day with the year of ISO 8601.
  static func isoDay(_ date: CivilDate) -> String {
    if let text = shortDay(date) { return text }
    var text = DateText()
    text.append(isoDay: date)
    return text.string
  }

  /// A day of a year from 0 to 9999, written straight into the string.
  private static func shortDay(_ date: CivilDate) -> String? {
    guard (0...9999).contains(date.year) else { return nil }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ number: Int, at place: Int) {
        bytes[place] = 0x30 + UInt8(truncatingIfNeeded: number / 10)
        bytes[place + 1] = 0x30 + UInt8(truncatingIfNeeded: number % 10)
      }
      write(date.year / 100, at: 0)
      write(date.year % 100, at: 2)
      bytes[4] = UInt8(ascii: "-")
      write(date.month, at: 5)
      bytes[7] = UInt8(ascii: "-")
      write(date.day, at: 8)
      return 10
    }
  }

  /// A moment: `2020-09-14T21:00:00`.
  static func instant(_ instant: CivilInstant) -> String {
    var text = DateText()
    text.append(isoDay: instant.date)
    text.append("T")
    text.append(seconds: instant.second)
    return text.string
  }

  /// A time of day: `21:00:00`.
  static func seconds(_ second: Int) -> String {
    var text = DateText()
    text.append(seconds: second)
    return text.string
  }

  /// A clock at its written grain: `T21`, `T21:30`, `T21:30:05`.
  static func clock(hour: Int, minute: Int?, second: Int?) -> String {
    var text = DateText()
    text.append("T")
    text.append(padded: hour, 2)
    guard minute != nil || second != nil else { return text.string }
    text.append(":")
    text.append(padded: minute ?? 0, 2)
    if let second {
      text.append(":")
      text.append(padded: second, 2)
    }
    return text.string
  }
}
