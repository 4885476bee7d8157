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
  static func contains(_ literal: StaticString, _ scalar: UInt32) -> Bool {
    if scalar == 0 { return false }
    var place = literal.utf8Start
    let end = place + literal.utf8CodeUnitCount
    if scalar < 0x80 {
      while place < end {
        if UInt32(place[0]) == scalar { return true }
        place += 1
      }
      return false
    }
    guard scalar >= 0x800 else { return containsSlowly(literal, scalar) }
    if scalar > 0xFFFF { return false }
    let lead = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    let middle = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    let last = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    while place < end {
      let first = place[0]
      if first >= 0xE0 {
        if first == lead, place[2] == last, place[1] == middle { return true }
        place += 3
      } else {
        place += first < 0x80 ? 1 : 2
      }
    }
    return false
  }

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
