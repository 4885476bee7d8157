import HanText

/// The normalised value of a figure.
///
/// A single number stands in `value`; a range or a vague number in `min` and `max`; a score in `parts`.
/// ```swift
/// // 4500多项技术成果
/// figure.kind == .count; figure.value == 4500; figure.approximation == .over; figure.of?.text == "技术成果"
/// ```
public struct FigureValue: Hashable, Sendable {
  /// The quantity in the SI unit of its dimension.
  public struct SI: Hashable, Sendable, Codable {
    /// The number; nil for a range.
    public var value: ExactDecimal?
    /// The lower end of a range.
    public var min: ExactDecimal?
    /// The upper end of a range.
    public var max: ExactDecimal?
    /// The UCUM code of the unit.
    public var unit: String

    /// Makes a quantity in an SI unit.
    public init(
      value: ExactDecimal? = nil, min: ExactDecimal? = nil, max: ExactDecimal? = nil, unit: String
    ) {
      self.value = value
      self.min = min
      self.max = max
      self.unit = unit
    }
  }

  /// What is counted or measured.
  public struct Of: Hashable, Sendable, Codable {
    /// The surface, layout removed.
    public var text: String
    /// Where it stands in the source.
    public var range: SourceRange

    /// Makes what is counted.
    public init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// What the figure is.
  public var kind: FigureKind
  /// The number; nil for ranges, vague numbers and scores.
  public var value: ExactDecimal?
  /// The lower end of a range.
  public var min: ExactDecimal?
  /// The upper end of a range.
  public var max: ExactDecimal?
  /// The upper number of a fraction.
  public var numerator: ExactDecimal?
  /// The lower number of a fraction.
  public var denominator: ExactDecimal?
  /// The numbers of a score or ratio, in text order.
  public var parts: [ExactDecimal]
  /// How the value is bounded.
  public var approximation: Approximation
  /// The unit as written; nil where none is.
  public var unit: String?
  /// ISO 4217 for money, UCUM for measures, `%`, or the classifier.
  public var canonicalUnit: String?
  /// The quantity in SI units, for units that UCUM lacks and for compound ones.
  public var si: SI?
  /// What is counted or measured.
  public var of: Of?

  /// Makes a value.
  public init(
    kind: FigureKind, value: ExactDecimal? = nil, min: ExactDecimal? = nil, max: ExactDecimal? = nil,
    numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil, parts: [ExactDecimal] = [],
    approximation: Approximation = .exact, unit: String? = nil, canonicalUnit: String? = nil, si: SI? = nil,
    of: Of? = nil
  ) {
    self.kind = kind
    self.value = value
    self.min = min
    self.max = max
    self.numerator = numerator
    self.denominator = denominator
    self.parts = parts
    self.approximation = approximation
    self.unit = unit
    self.canonicalUnit = canonicalUnit
    self.si = si
    self.of = of
  }

  /// The score as written between its numbers: `78:96`; nil for other kinds.
  public var score: String? {
    parts.isEmpty ? nil : parts.map(\.description).joined(separator: ":")
  }
}
