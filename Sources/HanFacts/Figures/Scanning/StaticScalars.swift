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

  /// The number of scalars.
  static func count(_ literal: StaticString) -> Int {
    var scalars = StaticScalars(literal)
    var count = 0
    while scalars.next() != nil { count += 1 }
    return count
  }
}
