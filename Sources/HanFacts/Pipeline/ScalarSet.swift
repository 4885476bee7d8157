/// A set of characters of the basic plane: one test of a bit, whatever its size.
struct ScalarSet: @unchecked Sendable {
  /// 65,536 bits, never written after `init` and never freed: sets are static.
  private let bits: UnsafePointer<UInt64>

  /// The set of the characters of a literal.
  init(_ literal: StaticString) {
    let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)
    bits.initialize(repeating: 0, count: 1_024)
    var scalars = StaticScalars(literal)
    while let scalar = scalars.next() { bits[Int(scalar >> 6)] |= 1 &<< UInt64(scalar & 63) }
    self.bits = UnsafePointer(bits)
  }

  /// Whether a character is one of the set.
  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 &<< UInt64(scalar & 63)) != 0
  }
}
