/// The encodings a source may come in, and their strict decoders to UTF-8.
///
/// ```swift
/// let utf8 = try SourceEncoding.gb18030.decode([0xD6, 0xD0, 0xB9, 0xFA])  // the UTF-8 bytes of 中国
/// let text = try SourceText(utf8: utf8)
/// ```
public enum SourceEncoding: String, Sendable, CaseIterable {
  /// UTF-8. A byte order mark stays in the text and is counted by offsets.
  case utf8
  /// GB18030, and with it GBK and GB2312, converted by the system's `iconv`.
  case gb18030
  /// UTF-16 in the order of its byte order mark, which is not part of the text; little-endian without one.
  case utf16

  /// Decodes bytes to UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the whole input.
  ///   - lossy: whether ill-formed sequences are replaced by U+FFFD instead of being refused.
  /// - Returns: well-formed UTF-8.
  /// - Throws: ``TextDecodingError`` with the offset of the first invalid byte of the input, if not lossy.
  /// - Complexity: O(n).
  public func decode(_ bytes: [UInt8], lossy: Bool = false) throws(TextDecodingError) -> [UInt8] {
    switch self {
    case .utf8:
      if lossy { return UTF8Validation.repaired(bytes) }
      if let offset = bytes.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0) }) {
        throw TextDecodingError(.invalidUTF8, byteOffset: offset)
      }
      return bytes
    case .gb18030:
      return try SystemConverter.decode(bytes, from: "GB18030", reason: .invalidGB18030, lossy: lossy)
    case .utf16:
      return try UTF16Decoder.decode(bytes, lossy: lossy)
    }
  }
}
