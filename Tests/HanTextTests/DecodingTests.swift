import Testing

@testable import HanText

@Suite("Decoding")
struct DecodingTests {
  /// Ill-formed sequences, where they begin, and what they become (Unicode Standard, table 3-8 and section 3.9).
  @Test(
    arguments: [
      ([0x61, 0xFF] as [UInt8], 1, "a\u{FFFD}"),
      ([0xE4, 0xB8], 0, "\u{FFFD}"),
      ([0x80, 0x61], 0, "\u{FFFD}a"),
      ([0xC0, 0xAF], 0, "\u{FFFD}\u{FFFD}"),
      ([0xE0, 0x80, 0xAF], 0, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], 0, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x91, 0x92, 0x93], 0, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x9F, 0x98, 0x61], 0, "\u{FFFD}a"),
      ([0xE4, 0xB8, 0xAD, 0xE5, 0x9B, 0x41], 3, "中\u{FFFD}A"),
      ([0xF5, 0x61], 0, "\u{FFFD}a"),
    ])
  func invalidUTF8(bytes: [UInt8], offset: Int, repaired: String) throws {
    #expect(throws: TextDecodingError(.invalidUTF8, byteOffset: offset)) { try SourceText(utf8: bytes) }
    #expect(throws: TextDecodingError(.invalidUTF8, byteOffset: offset)) { try SourceEncoding.utf8.decode(bytes) }
    let fixed = try SourceEncoding.utf8.decode(bytes, lossy: true)
    #expect(String(decoding: fixed, as: UTF8.self) == repaired)
    #expect(repaired == String(decoding: bytes, as: UTF8.self))
  }

  @Test("the edges of the code space are valid")
  func edges() throws {
    let text = "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try SourceEncoding.utf8.decode(Array(text.utf8)) == Array(text.utf8))
    #expect(brokenInvariant(of: SourceText(text)) == nil)
  }

  @Test("GB18030, of one, two and four bytes")
  func gb18030() throws {
    let bytes: [UInt8] = [0x41, 0xD6, 0xD0, 0xB9, 0xFA, 0x81, 0x35, 0xF4, 0x37, 0x94, 0x39, 0xFC, 0x36]
    let decoded = try SourceEncoding.gb18030.decode(bytes)
    #expect(String(decoding: decoded, as: UTF8.self).hasPrefix("A中国"))
    #expect(String(decoding: decoded, as: UTF8.self).hasSuffix("😀"))
    let long = [UInt8](repeating: 0xD6, count: 0) + (0..<100_000).flatMap { _ in [0xD6, 0xD0] as [UInt8] }
    #expect(try SourceEncoding.gb18030.decode(long).count == 300_000)
  }

  @Test("invalid GB18030")
  func invalidGB18030() throws {
    #expect(throws: TextDecodingError(.invalidGB18030, byteOffset: 2)) {
      try SourceEncoding.gb18030.decode([0xD6, 0xD0, 0xFF, 0x41])
    }
    #expect(throws: TextDecodingError(.invalidGB18030, byteOffset: 2)) {
      try SourceEncoding.gb18030.decode([0xD6, 0xD0, 0xB9])
    }
    let lossy = try SourceEncoding.gb18030.decode([0xD6, 0xD0, 0xFF, 0x41, 0xB9], lossy: true)
    #expect(String(decoding: lossy, as: UTF8.self) == "中\u{FFFD}A\u{FFFD}")
  }

  @Test("UTF-16 in either order")
  func utf16() throws {
    let units = Array("中😀A".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(String(decoding: try SourceEncoding.utf16.decode(bytes), as: UTF8.self) == "中😀A")
    }
    #expect(throws: TextDecodingError(.invalidUTF16, byteOffset: 2)) {
      try SourceEncoding.utf16.decode([0x2D, 0x4E, 0x00, 0xDC])
    }
    #expect(throws: TextDecodingError(.invalidUTF16, byteOffset: 2)) {
      try SourceEncoding.utf16.decode([0x2D, 0x4E, 0x41])
    }
    let lossy = try SourceEncoding.utf16.decode([0x2D, 0x4E, 0x3D, 0xD8, 0x41, 0x00, 0x41], lossy: true)
    #expect(String(decoding: lossy, as: UTF8.self) == "中\u{FFFD}A\u{FFFD}")
  }

  @Test("errors say what and where")
  func messages() {
    #expect("\(TextDecodingError(.invalidUTF8, byteOffset: 12))" == "invalid UTF-8 at byte 12")
  }
}
