/// A figure that the decoder may take: where it stands, what it is worth, and how sure the reading is.
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
  /// The value without `of`.
  package var value: FigureValue
  /// The rule's name.
  package var rule: StaticString
  /// The rows used, each `table:surface`.
  package var evidenceRows: [String]
  /// How sure the reading is.
  package var strength: Strength
}
