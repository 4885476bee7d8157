/// How line ends and blank lines of a source are read.
///
/// Newspaper pages are hard-wrapped, web text is not. The mode decides which line ends are layout, to be removed
/// from the text, and which end a paragraph. White space inside a line is treated alike in all modes.
///
/// ```swift
/// let text = SourceText("（记者姜\n微、周琳）", layout: .wrapped)
/// text.text(0..<text.count)  // （记者姜微、周琳）
/// ```
public enum LayoutMode: String, Sendable, CaseIterable {
  /// Decides for each block of lines by its widths, its punctuation and its neighbours. The default.
  case auto
  /// Every single line end is layout; a blank line ends a paragraph unless it is a column break inside a sentence.
  case wrapped
  /// Every line end is text, and every line is a paragraph.
  case verbatim
}
