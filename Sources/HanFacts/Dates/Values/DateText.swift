/// A short ASCII text in the making, without an allocation up to 64 bytes.
struct DateText {
  private var bytes: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
  private var count = 0
  /// What stands behind the 64 bytes.
  private var rest: [UInt8] = []

  /// Adds an ASCII byte.
  @inline(__always)
  mutating func append(byte: UInt8) {
    guard count < 64 else {
      rest.append(byte)
      return
    }
    let place = count
    withUnsafeMutableBytes(of: &bytes) { $0[place] = byte }
    count += 1
  }

  /// Adds an ASCII character.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) { append(byte: UInt8(truncatingIfNeeded: scalar.value)) }

  /// Adds ASCII text.
  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte: byte) }
  }

  /// Adds a number with leading zeros.
  @inline(__always)
  mutating func append(padded number: Int, _ width: Int) {
    if number >= 0, number < 100, width == 2 {
      append(byte: 0x30 + UInt8(truncatingIfNeeded: number / 10))
      append(byte: 0x30 + UInt8(truncatingIfNeeded: number % 10))
    } else if number >= 1000, number < 10_000, width <= 4 {
      append(padded: number / 100, 2)
      append(padded: number % 100, 2)
    } else {
      appendSlowly(padded: number, width)
    }
  }

  private mutating func appendSlowly(padded number: Int, _ width: Int) {
    if number < 0 { append("-") }
    let magnitude = number.magnitude
    var divisor: UInt = 1
    var digits = 1
    while digits < 20, magnitude / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while digits < width {
      append("0")
      digits += 1
    }
    while divisor > 0 {
      append(byte: 0x30 + UInt8(truncatingIfNeeded: magnitude / divisor % 10))
      divisor /= 10
    }
  }

  /// Adds a year as TIMEX3 writes it.
  mutating func append(year: Int) {
    if year > 0 {
      append(padded: year, 4)
    } else {
      append("B")
      append("C")
      append(padded: 1 - year, 4)
    }
  }

  /// Adds month and day: `-09-15`.
  mutating func append(monthAndDay date: CivilDate) {
    append("-")
    append(padded: date.month, 2)
    append("-")
    append(padded: date.day, 2)
  }

  /// Adds a day with the year of ISO 8601.
  mutating func append(isoDay date: CivilDate) {
    append(padded: date.year, 4)
    append(monthAndDay: date)
  }

  /// Adds a time of day: `21:00:00`.
  mutating func append(seconds: Int) {
    append(padded: seconds / 3600, 2)
    append(":")
    append(padded: seconds / 60 % 60, 2)
    append(":")
    append(padded: seconds % 60, 2)
  }

  /// The text.
  var string: String {
    let text = withUnsafeBytes(of: bytes) { String(decoding: $0.prefix(count), as: UTF8.self) }
    return rest.isEmpty ? text : text + String(decoding: rest, as: UTF8.self)
  }
}
