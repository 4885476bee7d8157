/// What counts as a difference.
public struct DiffOptions: Sendable {
  /// The classes that make the exit status 1.
  public var failOn: Set<ChangeClass> = ChangeClass.reported
  /// Whether moved records and changes of evidence are reported too.
  public var reportsAll = false
  /// How far values may differ.
  public var tolerances: [Tolerance] = []
  /// What is left out.
  public var ignored: [IgnoreRule] = []

  /// The default options.
  public init() {}

  /// The classes that are reported: what fails is shown.
  public var reportedClasses: Set<ChangeClass> {
    reportsAll ? Set(ChangeClass.allCases) : ChangeClass.reported.union(failOn)
  }

  /// Whether evidence has to be read at all.
  public var needsEvidence: Bool { reportedClasses.contains(.evidence) }
}

/// What is left out of a comparison: `type=place`, `field=organization.boundary`, `document=drafts/*`.
public struct IgnoreRule: Hashable, Sendable {
  /// What a rule looks at.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// The type of a mention or fact.
    case type
    /// The field that changed: `boundary`, or with the type `place.boundary`.
    case field
    /// The document's name; a `*` at the end stands for anything.
    case document
  }

  /// What the rule looks at.
  public var subject: Subject
  /// What has to stand there.
  public var value: String

  /// Makes a rule.
  public init(_ subject: Subject, _ value: String) {
    self.subject = subject
    self.value = value
  }

  /// Reads `type=place`.
  public init(parsing text: String) throws(DiffError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let subject = Subject(rawValue: String(parts[0])), !parts[1].isEmpty else {
      throw DiffError("'\(text)' is not of the form type=NAME, field=NAME or document=NAME")
    }
    self.init(subject, String(parts[1]))
  }

  func matches(document: String) -> Bool {
    guard subject == .document else { return false }
    return value.hasSuffix("*") ? document.hasPrefix(value.dropLast()) : document == value
  }

  func matches(type: String) -> Bool { subject == .type && type == value }

  func matches(field: String) -> Bool {
    subject == .field && (field == value || field.hasSuffix(".\(value)"))
  }
}
