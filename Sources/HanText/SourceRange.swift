/// A place in the source as it was given, layout included: the same half-open range in three units, and where it
/// starts.
///
/// The offsets index the decoded text: UTF-8 bytes, Unicode scalars, UTF-16 code units; a byte order mark counts.
///
/// ```swift
/// let text = SourceText("汪文斌\n说", layout: .wrapped)
/// text.range(3..<4).utf8  // 10..<13
/// text.range(3..<4).line  // 2
/// ```
public struct SourceRange: Hashable, Sendable, Codable {
  /// The range in UTF-8 bytes.
  public let utf8: Range<Int>
  /// The range in Unicode scalars.
  public let scalars: Range<Int>
  /// The range in UTF-16 code units.
  public let utf16: Range<Int>
  /// The line of the start, from 1. LF, CRLF and a lone CR end a line.
  public let line: Int
  /// The column of the start in its line, in scalars, from 1.
  public let column: Int

  /// Makes a range from its parts, which must describe one place.
  public init(utf8: Range<Int>, scalars: Range<Int>, utf16: Range<Int>, line: Int, column: Int) {
    self.utf8 = utf8
    self.scalars = scalars
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}
