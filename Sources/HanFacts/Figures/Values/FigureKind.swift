/// What a figure is: a count, an amount of money, a percentage, …
///
/// The set is open, so that rules of users can add kinds.
public struct FigureKind: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The name as it stands in the JSON.
  public let rawValue: String
  /// Makes the kind of this name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes the kind of this name.
  public init(stringLiteral value: String) { rawValue = value }

  /// A number of things: `66家`.
  public static let count = FigureKind(rawValue: "count")
  /// An amount of money: `1.3万亿元`.
  public static let money = FigureKind(rawValue: "money")
  /// A percentage, in percent units: `39.5%`, `三成`.
  public static let percent = FigureKind(rawValue: "percent")
  /// A fraction: `三分之一`, `一半`.
  public static let fraction = FigureKind(rawValue: "fraction")
  /// A measured quantity: `20—36毫米`.
  public static let measure = FigureKind(rawValue: "measure")
  /// A place in a series: `第40次`.
  public static let ordinal = FigureKind(rawValue: "ordinal")
  /// An age: `96岁`.
  public static let age = FigureKind(rawValue: "age")
  /// A multiple: `2倍`.
  public static let multiple = FigureKind(rawValue: "multiple")
  /// A score or a ratio: `78:96`.
  public static let score = FigureKind(rawValue: "score")
  /// A place in an order by size: `第二大`, `50强`, `前十`.
  public static let rank = FigureKind(rawValue: "rank")
  /// A number that nothing claims.
  public static let plain = FigureKind(rawValue: "plain")
}

/// How a figure's value is bounded.
public struct Approximation: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The name as it stands in the JSON.
  public let rawValue: String
  /// Makes the approximation of this name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes the approximation of this name.
  public init(stringLiteral value: String) { rawValue = value }

  /// The value itself; left out of the JSON.
  public static let exact = Approximation(rawValue: "exact")
  /// Near the value: `约`, `左右`.
  public static let about = Approximation(rawValue: "about")
  /// Above the value: `超过`, `多`, `余`.
  public static let over = Approximation(rawValue: "over")
  /// Below the value: `近`, `不到`, `以下`.
  public static let under = Approximation(rawValue: "under")
  /// The value or more: `至少`, `以上`.
  public static let atLeast = Approximation(rawValue: "atLeast")
  /// The value or less: `不超过`, `以内`.
  public static let atMost = Approximation(rawValue: "atMost")
  /// A vague number: `数百`, `几十`, `上万`.
  public static let vague = Approximation(rawValue: "vague")
}
