/// UTF-16 to UTF-8, with the byte order taken from the byte order mark.
enum UTF16Decoder {
  /// Decodes the bytes; an unpaired surrogate or a last odd byte is an error, or U+FFFD when `lossy`. O(n).
  static func decode(_ bytes: [UInt8], lossy: Bool) throws(TextDecodingError) -> [UInt8] {
    let bigEndian = bytes.count >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF
    let littleMark = bytes.count >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE
    func unit(_ offset: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 * 3)
    var offset = bigEndian || littleMark ? 2 : 0
    while offset < bytes.count {
      guard offset + 2 <= bytes.count else {
        if !lossy { throw TextDecodingError(.invalidUTF16, byteOffset: offset) }
        result.appendUTF8(0xFFFD)
        break
      }
      var scalar = unit(offset)
      var length = 2
      if scalar & 0xF800 == 0xD800 {
        let low = scalar < 0xDC00 && offset + 4 <= bytes.count ? unit(offset + 2) : 0
        if low & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
          length = 4
        } else {
          if !lossy { throw TextDecodingError(.invalidUTF16, byteOffset: offset) }
          scalar = 0xFFFD
        }
      }
      result.appendUTF8(scalar)
      offset += length
    }
    return result
  }
}

extension [UInt8] {
  /// Appends the UTF-8 form of a scalar value, which must be valid.
  @inline(__always)
  package mutating func appendUTF8(_ scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else if scalar < 0x10000 {
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else {
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }
}
