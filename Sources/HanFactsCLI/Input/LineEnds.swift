import HanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds line ends in the bytes of an encoding. A line ends with U+000A.
struct LineEnds: Sendable {
  /// Two bytes a unit (UTF-16), or one.
  let isWide: Bool

  init(_ encoding: SourceEncoding) { isWide = encoding == .utf16 }

  /// The index behind the last line end at or behind `start`; nil where there is none.
  func behindLast(in bytes: [UInt8], from start: Int) -> Int? {
    var index = bytes.count - 1
    while index >= start {
      if bytes[index] == 0x0A, let end = end(bytes, index) { return end }
      index -= 1
    }
    return nil
  }

  /// The index behind the first line end at or behind `start`; nil where there is none.
  func behindFirst(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while let found = Self.next(in: buffer, from: index) {
        if let end = end(bytes, found) { return end }
        index = found + 1
      }
      return nil
    }
  }

  /// How many lines end in the bytes.
  func count(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      var index = 0
      while let found = Self.next(in: buffer, from: index) {
        if !isWide || end(bytes, found) != nil { count += 1 }
        index = found + 1
      }
      return count
    }
  }

  /// The first byte 0x0A at or behind an index.
  private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The bytes at the end that are less than a unit.
  func remainder(of count: Int) -> Int { isWide ? count % 2 : 0 }

  /// The index behind the line end whose byte 0x0A stands at an index; nil where it is half of another unit.
  private func end(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard isWide else { return index + 1 }
    // U+000A is `0A 00` or `00 0A`. Batches begin at a unit, so the parity tells which half this is; the other reading
    // would be U+0A00, which is no character.
    if index % 2 == 0 { return index + 1 < bytes.count && bytes[index + 1] == 0 ? index + 2 : nil }
    return bytes[index - 1] == 0 ? index + 1 : nil
  }
}
