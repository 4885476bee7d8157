#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file line by line in bounded memory.
final class LineFile {
  /// A line without its end, or a mark that it was too long to keep.
  struct Line {
    var bytes: [UInt8]
    var isTooLong: Bool
  }

  private let file: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The number of the line that `next` gave last, from 1.
  private(set) var number = 0

  init?(_ path: String) {
    self.path = path
    file = path == "-" ? 0 : open(path, O_RDONLY)
    if file < 0 { return nil }
  }

  deinit { if file > 0 { close(file) } }

  /// Whether the next line may have to be waited for: what was read is used up.
  var isWaiting: Bool { file == 0 && start >= buffer.count && !isAtEnd }

  /// The next line; nil at the end.
  func next(limit: Int) throws -> Line? {
    var scanned = start
    var skipped = false
    while true {
      let end = buffer.withUnsafeBufferPointer { bytes -> Int? in
        guard scanned < bytes.count, let base = bytes.baseAddress,
          let found = memchr(base + scanned, 0x0A, bytes.count - scanned)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
      }
      if let end {
        number += 1
        let line = Line(bytes: skipped ? [] : Array(buffer[start..<end]), isTooLong: skipped)
        start = end + 1
        return line
      }
      if isAtEnd {
        guard start < buffer.count || skipped else { return nil }
        number += 1
        let line = Line(bytes: skipped ? [] : Array(buffer[start...]), isTooLong: skipped)
        start = buffer.count
        return line
      }
      if buffer.count - start > limit {
        skipped = true
        start = buffer.count
      }
      if start > 0 {
        buffer.removeSubrange(0..<start)
        start = 0
      }
      scanned = buffer.count
      isAtEnd = try !FileSystem.append(file, path, to: &buffer)
    }
  }
}
