import HanText

/// Whole lines of a file that are worked on together.
struct LineBatch: Sendable {
  /// The bytes, line ends included.
  var bytes: [UInt8]
  /// The number of the first line, from 1.
  var number: Int
  /// The offset of the first byte in the file.
  var offset: Int
  /// The byte order mark of the file, where its encoding needs one for each line.
  var mark: [UInt8] = []
}

/// Reads a file by whole lines in bounded memory.
///
/// What one read gives is handed on as soon as it holds a line end, so that a slow pipe is answered line by line.
final class LineSource {
  /// What comes next in the file.
  enum Piece {
    case lines(LineBatch)
    /// A line longer than the limit, which was read over.
    case tooLong(number: Int)
  }

  /// The bytes of one line may be so many. Escapes make a document longer than its text.
  static let lineLimit = ExtractionSetup.sizeLimit * 2 + (1 << 20)
  private static let readSize = 1 << 16

  private let file: InputFile
  private let handle: Int32
  private let ends: LineEnds
  private var rest: [UInt8] = []
  private var number = 1
  private var offset = 0
  private var isAtEnd = false
  private var mark: [UInt8] = []

  /// Opens a file.
  init(_ file: InputFile, encoding: SourceEncoding) throws(FileError) {
    self.file = file
    handle = try FileSystem.openToRead(file.path)
    if file.path != "-", FileSystem.status(of: handle)?.kind == .folder {
      throw FileError(file.path, "is a folder")
    }
    ends = LineEnds(encoding)
  }

  deinit { FileSystem.close(handle) }

  /// The next lines; nil at the end of the file.
  func next() throws(FileError) -> Piece? {
    var searched = 0
    while !isAtEnd {
      let got = try FileSystem.append(
        from: handle, file.id, to: &rest, atMost: max(Self.readSize, min(rest.count, 1 << 22)))
      if got == 0 {
        isAtEnd = true
        break
      }
      if let end = ends.behindLast(in: rest, from: searched) { return .lines(take(end)) }
      searched = rest.count
      if rest.count > Self.lineLimit { return try skipLine() }
    }
    return rest.isEmpty ? nil : .lines(take(rest.count))
  }

  private func take(_ end: Int) -> LineBatch {
    if ends.isWide, offset == 0 { mark = rest.starts(with: [0xFE, 0xFF]) ? [0xFE, 0xFF] : [0xFF, 0xFE] }
    var batch = LineBatch(bytes: [], number: number, offset: offset, mark: mark)
    if end == rest.count {
      batch.bytes = rest
      rest = []
    } else {
      batch.bytes = Array(rest[..<end])
      rest = Array(rest[end...])
    }
    offset += end
    number += ends.count(in: batch.bytes)
    return batch
  }

  /// Reads over the line that begins in `rest` without keeping it.
  private func skipLine() throws(FileError) -> Piece {
    let tooLong = Piece.tooLong(number: number)
    number += 1
    while true {
      let read = rest.count - ends.remainder(of: rest.count)
      offset += read
      rest.removeSubrange(..<read)
      guard try FileSystem.append(from: handle, file.id, to: &rest, atMost: 1 << 20) > 0 else {
        isAtEnd = true
        return tooLong
      }
      if let end = ends.behindFirst(in: rest) {
        offset += end
        rest.removeSubrange(..<end)
        return tooLong
      }
    }
  }
}
