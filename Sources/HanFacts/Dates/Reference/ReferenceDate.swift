/// The date that relative dates are resolved against, and where it came from.
public struct ReferenceDate: Hashable, Sendable {
  /// Where a reference date came from.
  public struct Origin: RawRepresentable, Hashable, Sendable, Codable {
    /// The name in the JSON.
    public var rawValue: String
    /// Makes an origin from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The option `--reference-date`.
    public static let option = Origin(rawValue: "option")
    /// The field of the JSONL document.
    public static let document = Origin(rawValue: "document")
    /// A dateline with its year.
    public static let dateline = Origin(rawValue: "dateline")
    /// The head of the page.
    public static let masthead = Origin(rawValue: "masthead")
    /// The signature at the end.
    public static let signature = Origin(rawValue: "signature")
    /// A dateline without the year, which all full dates of the text agree on.
    public static let datelineAndText = Origin(rawValue: "dateline+text")
  }

  /// The year; nil where the text does not say it.
  public var year: Int?
  /// The month.
  public var month: Int
  /// The day.
  public var day: Int
  /// Seconds since midnight, where the clock is known.
  public var second: Int?
  /// The offset from UTC as written (`+08:00`, `Z`).
  public var zone: String?
  /// Whether seconds were written.
  public var hasSeconds = false
  /// Where it came from.
  public var from: Origin

  /// Makes a reference date; nil where the calendar has no such day (29 February is allowed without a year).
  public init?(year: Int?, month: Int, day: Int, from: Origin = .option) {
    guard CivilDate(year: year ?? 2000, month: month, day: day) != nil, year.map({ (1...9999).contains($0) }) ?? true
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.from = from
  }

  /// `2020-09-15`, `2020-09-15T08:30`, `XXXX-09-15`.
  public var value: String {
    var text = "\(DateFormat.year(year))-\(DateFormat.padded(month, 2))-\(DateFormat.padded(day, 2))"
    if let second {
      let clock = DateFormat.seconds(second)
      text += "T" + (hasSeconds ? clock : String(clock.prefix(5)))
    }
    return text + (zone ?? "")
  }

  /// The day, where the year is known.
  package var date: CivilDate? { year.flatMap { CivilDate(year: $0, month: month, day: day) } }

  /// The moment, where year and clock are known.
  package var instant: CivilInstant? {
    guard let date, let second else { return nil }
    return CivilInstant(date, second: second)
  }

  /// Appends `{"value": …, "from": …}`.
  package func appendJSON(to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    DateValue.append("value", value, to: &out, isFirst: true)
    DateValue.append("from", from.rawValue, to: &out)
    out.append(UInt8(ascii: "}"))
  }
}

extension ReferenceDate: Codable {
  private enum CodingKeys: String, CodingKey {
    case value
    case from
  }

  /// Reads `{"value": …, "from": …}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .value)
    let origin = try container.decode(Origin.self, forKey: .from)
    do { self = try ReferenceDate(reading: text, from: origin, allowsUnknownYear: true) } catch {
      throw DecodingError.dataCorruptedError(forKey: .value, in: container, debugDescription: error.description)
    }
  }

  /// Writes `{"value": …, "from": …}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(from, forKey: .from)
  }
}
