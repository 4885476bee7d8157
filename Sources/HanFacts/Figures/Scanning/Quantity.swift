/// A number with its unit, before qualifiers.
struct Quantity {
  /// Where the quantity begins and ends.
  var range: Range<Int>
  /// The number alone.
  var numberRange: Range<Int>
  /// The unit, if one follows.
  var unit: UnitMatch?
  /// The value or lower bound.
  var low: ExactDecimal
  /// The upper bound, if it is another.
  var high: ExactDecimal?
  /// What the words inside make of the value.
  var approximation: Approximation = .exact
  /// What it is, where the unit does not say it.
  var kind: FigureKind?
  /// The fraction's numbers.
  var fraction: (numerator: ExactDecimal, denominator: ExactDecimal)?
  /// The numbers of a score.
  var parts: [ExactDecimal] = []
  /// The numeral as read.
  var numeral: Numeral
  /// Amounts of several units: `3元5角`.
  var isComposite = false
  /// A sign or scale has been read forwards.
  var isSigned = false
  /// The rule.
  var rule: StaticString = "figure.plain"

  /// Negates both bounds.
  mutating func negate() {
    let oldLow = low
    low = (high ?? low).negated
    high = high == nil ? nil : oldLow.negated
  }
}

/// A unit found behind a number.
struct UnitMatch {
  /// The row of the table.
  var row: UnitRow
  /// The unit's characters.
  var range: Range<Int>
  /// The canonical unit.
  var canonical: String
  /// The row below a slash.
  var denominator: UnitRow?
  /// More rows that took part.
  var more: [UnitRow] = []
}
