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
  var approximation: ApproximationCode = .exact
  /// What it is, where the unit does not say it.
  var kind: FigureClass?
  /// The fraction's numbers.
  var fraction: NumberPair?
  /// The numbers of a score.
  var score: NumberPair?
  /// The numeral as read.
  var numeral: Numeral
  /// Amounts of several units: `3元5角`.
  var isComposite = false
  /// A sign or scale has been read forwards.
  var isSigned = false
  /// The rule.
  var rule: StaticString = "figure.plain"

  /// The quantity of a numeral alone.
  init(_ numeral: Numeral) {
    range = numeral.start..<numeral.end
    numberRange = range
    low = numeral.low
    high = numeral.high
    approximation = numeral.approximation
    self.numeral = numeral
  }

  /// Negates both bounds.
  mutating func negate() {
    let oldLow = low
    low = (high ?? low).negated
    high = high == nil ? nil : oldLow.negated
  }
}

/// The numbers of a fraction or of a score, in text order for a score.
struct NumberPair: BitwiseCopyable, Sendable {
  var first: ExactDecimal
  var second: ExactDecimal
}

/// A unit found behind a number.
struct UnitMatch: Sendable {
  /// The row of the table.
  var row: UnitMark
  /// The unit's characters.
  var range: Range<Int>
  /// The canonical unit.
  var canonical: UnitMark.Canonical
  /// The canonical unit below a slash.
  var canonicalBelow: UnitMark.Canonical?
  /// The row below a slash.
  var denominator: UnitMark?
  /// How many of the unit below a slash: 100 in `毫克/100毫升`.
  var countBelow = 1
  /// More rows that took part.
  var more = RowList()

  init(row: UnitMark, range: Range<Int>) {
    self.row = row
    self.range = range
    canonical = row.canonical
  }

  /// Whether the whole unit is a canonical one.
  func isCanonical(_ other: UnitMark.Canonical) -> Bool { canonicalBelow == nil && canonical == other }
}
