extension FigureValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, value, min, max, numerator, denominator, parts, approximation, unit, canonicalUnit, si, of
  }

  /// Reads the shape that `appendJSON` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parts = try container.decodeIfPresent([ExactDecimal].self, forKey: .parts) ?? []
    self.init(
      kind: try container.decode(FigureKind.self, forKey: .kind),
      value: parts.isEmpty ? try container.decodeIfPresent(ExactDecimal.self, forKey: .value) : nil,
      min: try container.decodeIfPresent(ExactDecimal.self, forKey: .min),
      max: try container.decodeIfPresent(ExactDecimal.self, forKey: .max),
      numerator: try container.decodeIfPresent(ExactDecimal.self, forKey: .numerator),
      denominator: try container.decodeIfPresent(ExactDecimal.self, forKey: .denominator),
      parts: parts,
      approximation: try container.decodeIfPresent(Approximation.self, forKey: .approximation) ?? .exact,
      unit: try container.decodeIfPresent(String.self, forKey: .unit),
      canonicalUnit: try container.decodeIfPresent(String.self, forKey: .canonicalUnit),
      si: try container.decodeIfPresent(SI.self, forKey: .si),
      of: try container.decodeIfPresent(Of.self, forKey: .of))
  }

  /// Writes the shape of `appendJSON`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    if let score {
      try container.encode(score, forKey: .value)
    } else {
      try container.encodeIfPresent(value, forKey: .value)
    }
    try container.encodeIfPresent(min, forKey: .min)
    try container.encodeIfPresent(max, forKey: .max)
    try container.encodeIfPresent(numerator, forKey: .numerator)
    try container.encodeIfPresent(denominator, forKey: .denominator)
    if !parts.isEmpty { try container.encode(parts, forKey: .parts) }
    if approximation != .exact { try container.encode(approximation, forKey: .approximation) }
    try container.encodeIfPresent(unit, forKey: .unit)
    try container.encodeIfPresent(canonicalUnit, forKey: .canonicalUnit)
    try container.encodeIfPresent(si, forKey: .si)
    try container.encodeIfPresent(of, forKey: .of)
  }
}
