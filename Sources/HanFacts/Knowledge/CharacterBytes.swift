import HanText

/// A byte for each character of the basic plane, 0 for most: a flat table of which the system only makes the pages that
/// are written to or asked for.
final class CharacterBytes: @unchecked Sendable {
  // Written to before the table is shared; freed in `deinit`.
  private let base: UnsafeMutablePointer<UInt8> = ZeroedMemory.allocate(UInt8.self, count: 0x10000)

  /// All of it.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: 0x10000) }

  subscript(scalar: Int) -> UInt8 {
    get { base[scalar & 0xFFFF] }
    set { base[scalar & 0xFFFF] = newValue }
  }

  deinit { ZeroedMemory.free(base) }
}

/// A number of sixteen bits for each character of the basic plane, 0 for most, likewise.
final class CharacterNumbers: @unchecked Sendable {
  // Written to before the table is shared; freed in `deinit`.
  private let base: UnsafeMutablePointer<UInt16> = ZeroedMemory.allocate(UInt16.self, count: 0x10000)

  subscript(scalar: UInt32) -> UInt16 {
    get { base[Int(scalar & 0xFFFF)] }
    set { base[Int(scalar & 0xFFFF)] = newValue }
  }

  deinit { ZeroedMemory.free(base) }
}
