/// Characters of a number that are no figure, and why.
package struct FigureRefusal: Hashable, Sendable {
  /// Why a number is no figure.
  package enum Reason: String, Sendable, BitwiseCopyable {
    /// More than 38 digits or 64 characters.
    case tooLong = "numeral too long"
    /// Part of a word in Latin letters, a version or a code.
    case identifier = "part of an identifier"
    /// A telephone number or a number behind `电话`, `编号`.
    case code = "telephone number or code"
    /// The number of a list's item.
    case list = "number of a list item"
    /// A date or duration.
    case date = "date or duration"
    /// `一个`, `一种`.
    case indefinite = "indefinite article"
    /// A slogan or a name: `从0到1`, `“90后”`.
    case name = "part of a name or slogan"
    /// The characters are part of another word.
    case word = "part of another word"
  }

  /// The characters in the stream.
  package var range: Range<Int>
  /// Why.
  package var reason: Reason
}
