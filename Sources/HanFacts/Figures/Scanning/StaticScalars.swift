/// Walks over the scalars of a literal without making a string; every literal here is of ASCII and the basic plane.
struct StaticScalars {
  private var pointer: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  /// Begins at the first scalar. A literal of one scalar has a pointer too, as it is passed by a string literal.
  @inline(__always)
  init(_ literal: StaticString) {
    pointer = literal.utf8Start
    end = pointer + literal.utf8CodeUnitCount
  }

  /// The next scalar, or nil at the end.
  @inline(__always)
  mutating func next() -> UInt32? {
    guard pointer < end else { return nil }
    let first = UInt32(pointer[0])
    if first < 0x80 {
      pointer += 1
      return first
    }
    if first < 0xE0 {
      defer { pointer += 2 }
      return (first & 0x1F) << 6 | UInt32(pointer[1] & 0x3F)
    }
    defer { pointer += 3 }
    return (first & 0x0F) << 12 | UInt32(pointer[1] & 0x3F) << 6 | UInt32(pointer[2] & 0x3F)
  }

  /// True where a scalar that is not nought is one of a literal's; its UTF-8 bytes are compared.
  ///
  /// Most literals do not hold the scalar: eight places are looked at together, the last ones overlapping, and nothing
  /// is decided before all are.
  static func contains(_ literal: StaticString, _ scalar: UInt32) -> Bool {
    if scalar == 0 || scalar > 0xFFFF { return false }
    let count = literal.utf8CodeUnitCount
    let raw = UnsafeRawPointer(literal.utf8Start)
    if scalar < 0x80 {
      if count < 8 { return containsSlowly(literal, scalar) }
      let bytes = UInt64(scalar) &* Self.ones
      var found = zeroes(raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) ^ bytes)
      var offset = 0
      while offset < count &- 8 {
        found |= zeroes(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ bytes)
        offset &+= 8
      }
      return found != 0
    }
    if scalar < 0x800 || count < 10 { return containsSlowly(literal, scalar) }
    // The last two of three bytes tell nearly all.
    let middles = UInt64(0x80 | scalar >> 6 & 0x3F) &* Self.ones
    let lasts = UInt64(0x80 | scalar & 0x3F) &* Self.ones
    var offset = count &- 10
    var found: UInt64 = 0
    while true {
      let middle = raw.loadUnaligned(fromByteOffset: offset &+ 1, as: UInt64.self) ^ middles
      let last = raw.loadUnaligned(fromByteOffset: offset &+ 2, as: UInt64.self) ^ lasts
      found |= zeroes(middle | last)
      if offset <= 0 { break }
      offset = max(offset &- 8, 0)
    }
    return found != 0 && containsSlowly(literal, scalar)
  }

  @inline(__always)
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Not 0 where a byte is 0.
  @inline(__always)
  private static func zeroes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & 0x8080_8080_8080_8080 }

  private static func containsSlowly(_ literal: StaticString, _ scalar: UInt32) -> Bool {
    var scalars = StaticScalars(literal)
    while let next = scalars.next() {
      if next == scalar { return true }
    }
    return false
  }

  /// The number of scalars.
  static func count(_ literal: StaticString) -> Int {
    var scalars = StaticScalars(literal)
    var count = 0
    while scalars.next() != nil { count += 1 }
    return count
  }
}
