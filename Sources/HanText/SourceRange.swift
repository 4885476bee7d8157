/// Where a piece of text stands in the source as it was given, layout included, half-open.
public struct SourceRange: Hashable, Sendable, Codable {
  /// In UTF-8 bytes of the decoded text.
  public var utf8: Range<Int>
  /// In Unicode scalars.
  public var scalars: Range<Int>
  /// In UTF-16 units.
  public var utf16: Range<Int>
  /// The line of the start, from 1.
  public var line: Int
  /// The column of the start in scalars, from 1.
  public var column: Int

  /// Makes a range.
  public init(utf8: Range<Int>, scalars: Range<Int>, utf16: Range<Int>, line: Int, column: Int) {
    self.utf8 = utf8
    self.scalars = scalars
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}
/// STUB
public enum LayoutMode: String, Sendable { case auto, wrapped, verbatim }
/// STUB
public struct TextDecodingError: Error { public var offset: Int }
