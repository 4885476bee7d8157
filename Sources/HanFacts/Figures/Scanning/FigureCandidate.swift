/// A figure that the decoder may take: where it stands, what its value is made of, and how sure the reading is.
package struct FigureCandidate: Sendable {
  /// How sure a reading is without its context.
  package enum Strength: UInt8, Comparable, Sendable {
    /// A bare number: a figure only where nothing else claims it.
    case plain
    /// A reading that is often wrong: `三家`, `百户`, a bare ordinal.
    case weak
    /// A reading that a name may still take: `八个方面`.
    case fair
    /// Number and unit leave no doubt: `4500多项`, `39.5%`.
    case strong

    /// Orders by sureness.
    package static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// The figure: qualifiers, number and unit.
  package var range: Range<Int>
  /// The number alone.
  package var numberRange: Range<Int>
  /// The unit as written, if one is.
  package var unitRange: Range<Int>?
  /// What the value is made of; `UnitLexicon.value(of:in:)` makes it.
  var reading: FigureContent
  /// The rule's name.
  package var rule: StaticString
  /// How sure the reading is.
  package var strength: Strength
}

/// What the value of a figure is made of, without text.
struct FigureContent: Sendable {
  /// What the figure is.
  var kind: FigureClass
  /// The value, or its lower bound.
  var low: ExactDecimal
  /// The upper bound, if it is another.
  var high: ExactDecimal?
  /// The numbers of a fraction.
  var fraction: NumberPair?
  /// The numbers of a score.
  var score: NumberPair?
  /// How the value is bounded.
  var approximation = ApproximationCode.exact
  /// The unit.
  var unit: UnitMatch?
  /// The rows of the qualifiers.
  var qualifiers = RowList()

  /// Whether the unit is one of mass, volume or energy, which stand before what they measure.
  var isAmount: Bool {
    guard let unit else { return false }
    if unit.row.character == code("桶") { return unit.denominator == nil }
    return unit.row.isAmount && unit.canonicalBelow == nil && unit.canonical == unit.row.canonical
  }

  init(kind: FigureClass, low: ExactDecimal, high: ExactDecimal?) {
    self.kind = kind
    self.low = low
    self.high = high
  }
}
