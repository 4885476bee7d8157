/// Decoding of bytes that are known to be well-formed UTF-8. Nothing is checked: callers validate first.
package enum UTF8Decoding {
  /// The scalar value at `offset`, which must be the first byte of a well-formed sequence, and its length.
  @inlinable @inline(__always)
  package static func scalar(_ base: UnsafePointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(base[offset])
    // Most of a Chinese text.
    if lead & 0xF0 == 0xE0 {
      let (second, third) = (UInt32(base[offset &+ 1]) & 0x3F, UInt32(base[offset &+ 2]) & 0x3F)
      return ((lead & 0x0F) &<< 12 | second &<< 6 | third, 3)
    }
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(base[offset &+ 1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(base[offset &+ 2]) & 0x3F
    let fourth = UInt32(base[offset &+ 3]) & 0x3F
    return ((lead & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
  }

  /// The length of the sequence that begins with a byte.
  @inlinable @inline(__always)
  package static func length(lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// How many scalars well-formed bytes hold: those bytes that do not continue one.
  static func scalarCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var continuing = 0
    var offset = 0
    while offset &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // A byte 10…… has its highest bit and not the next.
      let marks = (word &>> 7) & ~(word &>> 6) & 0x0101_0101_0101_0101
      continuing &+= Int(truncatingIfNeeded: (marks &* 0x0101_0101_0101_0101) &>> 56)
      offset &+= 8
    }
    while offset < raw.count {
      if raw[offset] & 0xC0 == 0x80 { continuing &+= 1 }
      offset &+= 1
    }
    return raw.count &- continuing
  }

  /// How many bytes `encode` writes for these scalars.
  @inline(__always)
  static func encodedSize(of scalars: UnsafeBufferPointer<UInt32>) -> Int {
    var size = 0
    for scalar in scalars { size &+= scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }
    return size
  }

  /// Writes scalars as UTF-8 to memory that has room for them, and returns how many bytes they take.
  @inline(__always)
  package static func encode(_ scalars: UnsafeBufferPointer<UInt32>, to base: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for scalar in scalars {
      if scalar < 0x80 {
        base[count] = UInt8(truncatingIfNeeded: scalar)
        count &+= 1
        continue
      }
      let last = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      if scalar < 0x800 {
        base[count] = 0xC0 | UInt8(truncatingIfNeeded: scalar &>> 6)
        base[count &+ 1] = last
        count &+= 2
      } else if scalar < 0x10000 {
        base[count] = 0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12)
        base[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F)
        base[count &+ 2] = last
        count &+= 3
      } else {
        base[count] = 0xF0 | UInt8(truncatingIfNeeded: scalar &>> 18)
        base[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 12 & 0x3F)
        base[count &+ 2] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F)
        base[count &+ 3] = last
        count &+= 4
      }
    }
    return count
  }

  /// Calls `body` with each scalar value of a well-formed buffer; stops at a sequence that is cut off.
  @inlinable @inline(__always)
  package static func forEach(_ buffer: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    guard let base = buffer.baseAddress else { return }
    var offset = 0
    while offset < buffer.count, length(lead: base[offset]) <= buffer.count - offset {
      let (value, length) = scalar(base, at: offset)
      body(value)
      offset += length
    }
  }
}
