import HanText

/// Where a record stands, as far as a report needs it.
public struct RecordPlace: Hashable, Sendable {
  /// The line of its start, from 1.
  public var line: Int
  /// The column of its start in scalars, from 1.
  public var column: Int
  /// Its range in Unicode scalars of the source, layout included.
  public var scalars: Range<Int>

  /// Makes a place.
  public init(line: Int, column: Int, scalars: Range<Int>) {
    self.line = line
    self.column = column
    self.scalars = scalars
  }

  init(_ range: SourceRange) {
    self.init(line: range.line, column: range.column, scalars: range.scalars)
  }
}
