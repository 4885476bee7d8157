/// What stood in the source before a character of the normalised stream, as bits of its entry in `flags`.
package enum CharacterFlags {
  /// Horizontal white space stood before it, whether or not a blank is left in the stream.
  package static let spaceBefore: UInt8 = 1 << 0
  /// A wrapped line end, or a column break, stood before it.
  package static let lineBreakBefore: UInt8 = 1 << 1
  /// Two blanks or more, a tab or U+3000 stood before it inside a line.
  package static let wideGapBefore: UInt8 = 1 << 2
  /// It is the first character of a paragraph.
  package static let paragraphStart: UInt8 = 1 << 3
}
