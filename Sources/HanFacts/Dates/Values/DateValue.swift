/// The kind of a temporal value: the TIMEX3 types.
public struct DateKind: RawRepresentable, Hashable, Sendable, Codable {
  /// The name in the JSON.
  public var rawValue: String
  /// Makes a kind from its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// A day or a longer period, or a range of them.
  public static let date = DateKind(rawValue: "date")
  /// A time of day, with or without its day.
  public static let time = DateKind(rawValue: "time")
  /// An amount of time.
  public static let duration = DateKind(rawValue: "duration")
  /// A recurring time.
  public static let set = DateKind(rawValue: "set")
}

/// What qualifies a temporal value: the TIMEX3 modifiers.
public struct DateMod: RawRepresentable, Hashable, Sendable, Codable {
  /// The name in the JSON.
  public var rawValue: String
  /// Makes a modifier from its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// 约, 左右, 许
  public static let approx = DateMod(rawValue: "approx")
  /// 多, 余, 超过
  public static let moreThan = DateMod(rawValue: "more_than")
  /// 近, 不到
  public static let lessThan = DateMod(rawValue: "less_than")
  /// 至少, 以上
  public static let equalOrMore = DateMod(rawValue: "equal_or_more")
  /// 至多, 不超过
  public static let equalOrLess = DateMod(rawValue: "equal_or_less")
  /// 初, 上旬
  public static let start = DateMod(rawValue: "start")
  /// 中, 中旬
  public static let mid = DateMod(rawValue: "mid")
  /// 底, 末, 下旬
  public static let end = DateMod(rawValue: "end")
  /// 之前
  public static let before = DateMod(rawValue: "before")
  /// 之后
  public static let after = DateMod(rawValue: "after")
  /// 截至, 或之前
  public static let onOrBefore = DateMod(rawValue: "on_or_before")
  /// 起, 以来, 或之后
  public static let onOrAfter = DateMod(rawValue: "on_or_after")
}

/// What a relative value was resolved against.
public struct DateAnchor: RawRepresentable, Hashable, Sendable, Codable {
  /// The name in the JSON.
  public var rawValue: String
  /// Makes an anchor from its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The reference date of the document.
  public static let reference = DateAnchor(rawValue: "reference")
  /// The last date in the text before.
  public static let text = DateAnchor(rawValue: "text")
}

/// The normalised value of a temporal expression, after TIMEX3 (ISO-TimeML).
///
/// `value` is written as TIMEX3 writes it (`2020-09-14TEV`, `P15D`, `XXXX-WXX-3`); what is not known keeps X.
/// `begin` and `end` are the first and the last moment, both included, at the value's grain: days
/// (`2021-02-01`, `2021-02-28`) or seconds (`2020-09-14T21:00:00`).
public struct DateValue: Hashable, Sendable, Codable {
  /// Date, time, duration or set.
  public var kind: DateKind
  /// The TIMEX3 value.
  public var value: String
  /// What qualifies it.
  public var mod: DateMod?
  /// The value in the Extended Date/Time Format (ISO 8601-2), where it can be written there.
  public var edtf: String?
  /// The first day or moment.
  public var begin: String?
  /// The last day or moment.
  public var end: String?
  /// What it was resolved against.
  public var anchor: DateAnchor?
  /// The calendar it is written in, where that is not the Gregorian: `chinese`, `roc`, or the name of an era.
  public var calendar: String?
  /// The zone that is said with it: `+08:00` or a name of the tz database.
  public var zone: String?

  /// Makes a value.
  public init(kind: DateKind, value: String, mod: DateMod? = nil) {
    self.kind = kind
    self.value = value
    self.mod = mod
  }

  /// Makes the value of an extent.
  init(_ extent: DateExtent) {
    let mod: DateMod?
    switch extent.phase {
    case .start?: mod = .start
    case .mid?: mod = .mid
    case .end?: mod = .end
    case nil: mod = nil
    }
    let begin = extent.first.map(DateFormat.isoDay)
    let end = extent.last == extent.first ? begin : extent.last.map(DateFormat.isoDay)
    kind = .date
    value = extent.text
    self.mod = mod
    edtf = extent.edtf
    self.begin = begin
    self.end = end
    anchor = extent.anchor
    calendar = nil
    zone = nil
  }
}
