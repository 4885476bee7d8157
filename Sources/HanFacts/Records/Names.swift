/// The type of a record: `person`, `organization`, `place`, `date`, `figure`, `title`, `work`, `event`,
/// or a type that a user's tables or rules define.
///
/// The set is open, so that users' types fit in:
/// ```swift
/// let stock: EntityType = "stock"
/// ```
public struct EntityType: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name as it stands in the JSON.
  public let rawValue: String
  /// Makes the type of this name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes the type of this name.
  public init(stringLiteral value: String) { rawValue = value }
  /// The name as it stands in the JSON.
  public var description: String { rawValue }

  /// A personal name without title or honorific.
  public static let person = EntityType(rawValue: "person")
  /// The proper name of a body.
  public static let organization = EntityType(rawValue: "organization")
  /// A country, region, administrative division, natural feature or named site.
  public static let place = EntityType(rawValue: "place")
  /// A temporal expression in the sense of TIMEX3.
  public static let date = EntityType(rawValue: "date")
  /// A quantity: number and unit with the words that qualify it.
  public static let figure = EntityType(rawValue: "figure")
  /// A post, rank or profession next to a person.
  public static let title = EntityType(rawValue: "title")
  /// A name that stands in 《》.
  public static let work = EntityType(rawValue: "work")
  /// A named meeting, congress, fair or mission.
  public static let event = EntityType(rawValue: "event")

  /// The built-in types in the order of the documentation.
  public static let standard: [EntityType] = [.person, .organization, .place, .date, .figure, .title, .work, .event]
}

/// The type of a fact: `dateline`, `byline`, `role`, `quotation`, `measurement`, `change`, `alias`, `event`,
/// or a type that a user's rules define.
public struct FactType: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name as it stands in the JSON.
  public let rawValue: String
  /// Makes the type of this name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes the type of this name.
  public init(stringLiteral value: String) { rawValue = value }
  /// The name as it stands in the JSON.
  public var description: String { rawValue }

  /// Source, place, date and reporters of a dispatch.
  public static let dateline = FactType(rawValue: "dateline")
  /// Credit and reporters of a piece; reporters' credits side by side are one, with the words of the first.
  public static let byline = FactType(rawValue: "byline")
  /// Who holds which post where.
  public static let role = FactType(rawValue: "role")
  /// Who said what.
  public static let quotation = FactType(rawValue: "quotation")
  /// What counts or measures how much.
  public static let measurement = FactType(rawValue: "measurement")
  /// What rose or fell by how much.
  public static let change = FactType(rawValue: "change")
  /// A full form and the short form that the text gives it.
  public static let alias = FactType(rawValue: "alias")
  /// A named event with its date and place.
  public static let event = FactType(rawValue: "event")
}
