/// Six bits a character, from `0` to `o`: how the binary part of the image stands in a string literal of the binary.
///
/// The alphabet is 64 ASCII characters in a row, so that decoding is a subtraction and a few shifts on eight
/// characters at once; it holds no quote, and the backslash in it is harmless in a raw literal.
package enum PrintableCoding {
  /// The characters for bytes; the length is padded to a multiple of three bytes.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 5) / 6 * 8)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        var word: UInt64 = 0
        for offset in 0..<6 where index + offset < bytes.count {
          word |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
        }
        for shift in 0..<8 { out.append(UInt8(truncatingIfNeeded: (word >> UInt64(6 * shift)) & 63) + 0x30) }
        index += 6
      }
    }
    return out
  }

  /// Writes six bytes for each eight characters that `encode` wrote. The destination has room for two bytes more.
  package static func decode(_ characters: UnsafeBufferPointer<UInt8>, to destination: UnsafeMutableRawPointer) {
    guard let source = characters.baseAddress else { return }
    var input = UnsafeRawPointer(source)
    var destination = destination
    let end = input + characters.count / 8 * 8
    while input < end {
      var word = input.loadUnaligned(as: UInt64.self) &- 0x3030_3030_3030_3030
      word = (word & 0x003F_003F_003F_003F) | ((word & 0x3F00_3F00_3F00_3F00) >> 2)
      word = (word & 0x0000_0FFF_0000_0FFF) | ((word & 0x0FFF_0000_0FFF_0000) >> 4)
      word = (word & 0x0000_0000_00FF_FFFF) | ((word & 0x00FF_FFFF_0000_0000) >> 8)
      destination.storeBytes(of: word.littleEndian, as: UInt64.self)
      input += 8
      destination += 6
    }
  }

  /// The characters of a string literal for well-formed UTF-8: no control character stands in it as itself.
  package static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      switch byte {
      case 0x00: out += [0x5C, 0x30]
      case 0x09: out += [0x5C, 0x74]
      case 0x0A: out += [0x5C, 0x6E]
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0x01..<0x20, 0x7F:
        out += Array("\\u{\(String(byte, radix: 16))}".utf8)
      default: out.append(byte)
      }
    }
    return out
  }
}
