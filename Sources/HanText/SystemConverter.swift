#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's character set conversion (`iconv`), for encodings with large tables.
enum SystemConverter {
  #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
    /// Converts the bytes to UTF-8.
    ///
    /// An ill-formed sequence is an error of the given reason at its first byte; when `lossy`, its first byte becomes
    /// U+FFFD and conversion goes on behind it, and a sequence cut off by the end becomes one U+FFFD. O(n).
    static func decode(
      _ bytes: [UInt8], from encoding: String, reason: TextDecodingError.Reason, lossy: Bool
    ) throws(TextDecodingError) -> [UInt8] {
      guard let descriptor = iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else {
        throw TextDecodingError(.unsupported, byteOffset: 0)
      }
      defer { iconv_close(descriptor) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count * 3 / 2 + 16)
      var block = [UInt8](repeating: 0, count: 1 << 16)
      var offset = 0
      while offset < bytes.count {
        let (read, written, failure) = step(descriptor, bytes, from: offset, into: &block)
        result.append(contentsOf: block[..<written])
        offset += read
        if failure != EILSEQ, failure != EINVAL, read > 0 || written > 0 { continue }
        if !lossy { throw TextDecodingError(reason, byteOffset: offset) }
        result.appendUTF8(0xFFFD)
        offset = failure == EINVAL ? bytes.count : offset + 1
      }
      return result
    }

    /// One call of `iconv`: how much was read and written, and the error number, 0 for none.
    private static func step(
      _ descriptor: iconv_t, _ bytes: [UInt8], from offset: Int, into block: inout [UInt8]
    ) -> (read: Int, written: Int, failure: Int32) {
      bytes.withUnsafeBytes { input in
        block.withUnsafeMutableBytes { output in
          // iconv takes its input as mutable and does not write to it.
          var source = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
          source = source.map { $0 + offset }
          var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
          var left = input.count - offset
          var room = output.count
          let status = iconv(descriptor, &source, &left, &target, &room)
          let failure = status == -1 ? errno : 0
          return (input.count - offset - left, output.count - room, failure == E2BIG ? 0 : failure)
        }
      }
    }
  #else
    /// There is no converter on this system.
    static func decode(
      _ bytes: [UInt8], from encoding: String, reason: TextDecodingError.Reason, lossy: Bool
    ) throws(TextDecodingError) -> [UInt8] {
      throw TextDecodingError(.unsupported, byteOffset: 0)
    }
  #endif
}
