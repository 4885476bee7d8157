/// A numeral as read from the text: its value or bounds, and how it was written.
struct Numeral: BitwiseCopyable {
  /// How a numeral was written.
  struct Style: OptionSet, BitwiseCopyable {
    let rawValue: UInt16
    /// Has digits `0`–`9`.
    static let arabic = Style(rawValue: 1)
    /// Has Chinese digits or units.
    static let chinese = Style(rawValue: 2)
    /// Has `十 百 千 万 亿` or a suffix like `k`.
    static let units = Style(rawValue: 4)
    /// Has a decimal point.
    static let decimal = Style(rawValue: 8)
    /// Begins with a unit: `百家`, `千余项`.
    static let bareUnit = Style(rawValue: 16)
    /// Digits by position: `二〇二三`.
    static let positional = Style(rawValue: 32)
    /// Two neighbouring digits: `三五`, `七八百`.
    static let pair = Style(rawValue: 64)
    /// `几`, `数`.
    static let vague = Style(rawValue: 128)
    /// `多`, `余`, `来` inside.
    static let inner = Style(rawValue: 256)
    /// Digits grouped by commas.
    static let grouped = Style(rawValue: 512)
    /// Ends in a power of ten.
    static let endsInUnit = Style(rawValue: 1024)
    /// A suffix `k` or `w`.
    static let suffixed = Style(rawValue: 2048)
    /// The last digit's unit is elided: `三万五`.
    static let elided = Style(rawValue: 4096)
    /// Has a zero in front: `007`.
    static let leadingZero = Style(rawValue: 8192)
  }

  /// Where it begins.
  var start: Int
  /// Where it ends.
  var end: Int
  /// The value, or the lower bound.
  var low: ExactDecimal
  /// The upper bound of a vague numeral or a pair.
  var high: ExactDecimal?
  /// What `多`, `余`, `来` or `几` inside make of the value.
  var approximation: ApproximationCode = .exact
  /// How it was written.
  var style: Style = []
  /// The power of ten of the big units at the end: 4 for `三万`, 12 for `1.3万亿`.
  var trailingPower = 0
  /// The power of ten of a small unit at the end behind one digit: 3 for `三千`.
  var smallPower = 0
  /// The value and end without a final `千` or `兆` that may belong to the unit: `三` of `三千米`.
  var beforePrefix: Prefix?

  /// A value and where its characters end.
  struct Prefix: BitwiseCopyable {
    var value: ExactDecimal
    var end: Int
  }

  /// True for one Chinese character.
  var isSingleCharacter: Bool { end - start == 1 && style.contains(.chinese) }
}

/// What reading a numeral came to.
enum NumeralOutcome: BitwiseCopyable {
  /// A numeral.
  case number(Numeral)
  /// Characters of a numeral that is none, to be passed over.
  case refused(end: Int, reason: FigureRefusal.Reason)
  /// No numeral begins here.
  case none
}
