/// Why a text is no reference date.
public struct ReferenceDateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text that was given.
  public var text: String
  /// What is wrong with it.
  public var reason: String
  /// The message: what, why, and what is expected.
  public var description: String {
    "'\(text)' is no reference date: \(reason); expected YYYY-MM-DD[THH:MM[:SS][±HH:MM]]"
  }
}

extension ReferenceDate {
  /// Reads `YYYY-MM-DD[THH:MM[:SS][±HH:MM]]`; nil when it is none.
  public init?(parsing text: String) {
    guard let date = try? ReferenceDate(reading: text, from: .option) else { return nil }
    self = date
  }

  /// Reads `YYYY-MM-DD[THH:MM[:SS][±HH:MM]]` (also `Z` for the offset) and says what is wrong with anything else.
  public init(
    reading text: String, from origin: Origin, allowsUnknownYear: Bool = false
  ) throws(ReferenceDateError) {
    let bytes = Array(text.utf8)
    func fail(_ reason: String) -> ReferenceDateError { ReferenceDateError(text: text, reason: reason) }
    func number(_ range: Range<Int>, _ what: String) throws(ReferenceDateError) -> Int {
      guard range.upperBound <= bytes.count else { throw fail("the \(what) is missing") }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { throw fail("the \(what) is not \(range.count) digits") }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func expect(_ byte: Character, at index: Int) throws(ReferenceDateError) {
      guard index < bytes.count, bytes[index] == byte.asciiValue else {
        throw fail("'\(byte)' is missing at character \(index + 1)")
      }
    }
    let isUnknown = allowsUnknownYear && text.hasPrefix("XXXX")
    let year = isUnknown ? nil : try number(0..<4, "year")
    try expect("-", at: 4)
    let month = try number(5..<7, "month")
    try expect("-", at: 7)
    let day = try number(8..<10, "day")
    guard (1...12).contains(month) else { throw fail("there is no month \(month)") }
    if let year, year < 1 { throw fail("there is no year 0") }
    guard let made = ReferenceDate(year: year, month: month, day: day, from: origin) else {
      throw fail("the month has no day \(day)")
    }
    self = made
    if bytes.count == 10 { return }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else {
      throw fail("'T' is missing at character 11")
    }
    let hour = try number(11..<13, "hour")
    try expect(":", at: 13)
    let minute = try number(14..<16, "minute")
    guard hour < 24, minute < 60 else { throw fail("there is no such time of day") }
    var second = 0
    var index = 16
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      second = try number(17..<19, "second")
      guard second < 60 else { throw fail("there is no second \(second)") }
      hasSeconds = true
      index = 19
    }
    self.second = hour * 3600 + minute * 60 + second
    if index == bytes.count { return }
    if bytes[index] == UInt8(ascii: "Z"), index + 1 == bytes.count {
      zone = "Z"
      return
    }
    guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") else {
      throw fail("the offset is not ±HH:MM")
    }
    let offsetHour = try number(index + 1..<index + 3, "offset")
    try expect(":", at: index + 3)
    let offsetMinute = try number(index + 4..<index + 6, "offset")
    guard offsetHour < 24, offsetMinute < 60, bytes.count == index + 6 else { throw fail("the offset is not ±HH:MM") }
    zone = String(decoding: bytes[index...], as: UTF8.self)
  }
}
