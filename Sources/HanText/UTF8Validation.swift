/// Strict UTF-8: well-formed as in table 3-7 of the Unicode Standard, so no surrogates, no overlong forms, nothing
/// above U+10FFFF. Eight bytes of ASCII are passed at a time.
package enum UTF8Validation {
  /// The offset of the first ill-formed sequence, or `nil` when all bytes are well-formed. O(n).
  package static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var offset = start
    let raw = UnsafeRawPointer(base)
    while offset < count {
      // Most of a Chinese text: three bytes that begin with E1–EC, EE or EF; what begins with E0 or ED is looked at below.
      while count &- offset >= 24, Self.areEightTriples(raw + offset) { offset &+= 24 }
      while count &- offset >= 4 {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
        let low = word & 0x0F
        guard word & 0x00C0_C0F0 == 0x0080_80E0, low != 0, low != 0x0D else { break }
        offset &+= 3
      }
      if offset >= count { return nil }
      let lead = base[offset]
      if lead < 0x80 {
        offset = endOfASCII(base, from: offset + 1, count: count)
        continue
      }
      // Most of a Chinese text: three bytes from U+0800 on. The bounds hold for the whole sequence.
      if lead & 0xF0 == 0xE0, offset + 3 <= count {
        let second = base[offset + 1]
        let scalar = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6
        if second & 0xC0 == 0x80, base[offset + 2] & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
          offset += 3
          continue
        }
        return offset
      }
      let length = wellFormedLength(base, at: offset, count: count)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// Whether the next 24 bytes are eight characters of three bytes that begin with E1–EC, EE or EF.
  @inline(__always)
  private static func areEightTriples(_ raw: UnsafeRawPointer) -> Bool {
    let first = raw.loadUnaligned(as: UInt64.self).littleEndian
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian
    guard first & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0,
      second & 0xF0C0_C0F0_C0C0_F0C0 == 0xE080_80E0_8080_E080,
      third & 0xC0C0_F0C0_C0F0_C0C0 == 0x8080_E080_80E0_8080
    else { return false }
    // The lower halves of the eight lead bytes stand in eight different places: none may be 0 or D.
    let leads = first & 0x000F_0000_0F00_000F | second & 0x0F00_000F_0000_0F00 | third & 0x0000_0F00_000F_0000
    let full: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return (leads &+ full) & ((leads ^ 0x0D0D_0D0D_0D0D_0D0D) &+ full) & ~full == ~full
  }

  /// The bytes with every maximal ill-formed subpart replaced by U+FFFD, as the Unicode Standard recommends
  /// (section 3.9, "U+FFFD Substitution of Maximal Subparts"). O(n); well-formed input is returned as it is.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, var invalid = firstInvalidOffset(in: buffer) else { return bytes }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 16)
      var copied = 0
      while true {
        result.append(contentsOf: buffer[copied..<invalid])
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        copied = invalid + maximalSubpart(base, at: invalid, count: buffer.count)
        guard let next = firstInvalidOffset(in: buffer, from: copied) else { break }
        invalid = next
      }
      result.append(contentsOf: buffer[copied...])
      return result
    }
  }

  private static func endOfASCII(_ base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var offset = start
    let raw = UnsafeRawPointer(base)
    while offset + 8 <= count {
      if raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
      offset += 8
    }
    while offset < count, base[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The length of the well-formed sequence at `offset`, or 0.
  private static func wellFormedLength(_ base: UnsafePointer<UInt8>, at offset: Int, count: Int) -> Int {
    let needed = sequenceLength(base[offset])
    guard needed > 0, offset + needed <= count else { return 0 }
    return maximalSubpart(base, at: offset, count: count) == needed ? needed : 0
  }

  /// How many bytes at `offset` begin some well-formed sequence; at least 1.
  private static func maximalSubpart(_ base: UnsafePointer<UInt8>, at offset: Int, count: Int) -> Int {
    let lead = base[offset]
    let needed = sequenceLength(lead)
    guard needed > 1, offset + 1 < count, secondByteRange(lead).contains(base[offset + 1]) else { return 1 }
    var length = 2
    while length < needed, offset + length < count, base[offset + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  /// The length a lead byte announces; 0 for a byte that can begin nothing.
  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The second bytes that a lead byte allows; this is where overlong forms and surrogates are shut out.
  private static func secondByteRange(_ lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
