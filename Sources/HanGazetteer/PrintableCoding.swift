/// Six bits a character, from `0` to `o`: how the binary part of the image stands in a string literal of the binary.
///
/// The bytes are three runs of one length, the characters four: the first three hold the lower six bits of the bytes of
/// their run, the fourth the two upper bits of one byte of each run. So all of decoding is a few operations on whole
/// words, which the compiler makes into wider ones. The alphabet is 64 ASCII characters in a row; it holds no quote, and
/// the backslash in it is harmless in a raw literal.
package enum PrintableCoding {
  /// The characters for bytes, which are padded by zeros to a multiple of 24.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let run = (bytes.count + 23) / 24 * 8
    var out = [UInt8](repeating: 0, count: run * 4)
    bytes.withUnsafeBufferPointer { bytes in
      out.withUnsafeMutableBufferPointer { out in
        for index in 0..<run {
          var upper: UInt8 = 0
          for number in 0..<3 {
            let place = number * run + index
            let byte = place < bytes.count ? bytes[place] : 0
            out[place] = byte & 63 + 0x30
            upper |= (byte >> 6) << UInt8(2 * number)
          }
          out[3 * run + index] = upper + 0x30
        }
      }
    }
    return out
  }

  /// How many bytes so many characters stand for, padding included.
  package static func decodedSize(_ characters: Int) -> Int { characters / 32 * 24 }

  /// Writes those of the bytes that `encode` made the characters of which stand in a range, whose bounds are multiples of
  /// eight.
  package static func decode(
    _ characters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to destination: UnsafeMutableRawPointer
  ) {
    guard let source = characters.baseAddress.map({ UnsafeRawPointer($0) }) else { return }
    let run = characters.count / 32 * 8
    let last = source + 3 * run
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let top: UInt64 = 0xC0C0_C0C0_C0C0_C0C0
    for number in 0..<3 {
      let (source, destination) = (source + number * run, destination + number * run)
      let shift = UInt64(6 - 2 * number)
      var index = max(range.lowerBound - number * run, 0)
      let end = min(range.upperBound - number * run, run)
      while index < end {
        let upper = last.loadUnaligned(fromByteOffset: index, as: UInt64.self) &- zeros
        let lower = source.loadUnaligned(fromByteOffset: index, as: UInt64.self) &- zeros
        destination.storeBytes(of: lower | upper &<< shift & top, toByteOffset: index, as: UInt64.self)
        index &+= 8
      }
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
