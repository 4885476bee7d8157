/// One field of a record before and after.
public struct FieldChange: Hashable, Sendable {
  /// The field with its record's type, for example `figure.value`, `place.type` or `organization.boundary`.
  public var name: String
  /// What stood there; nil where nothing did.
  public var old: String?
  /// What stands there now; nil where nothing does.
  public var new: String?

  /// Makes a field's change.
  public init(name: String, old: String?, new: String?) {
    self.name = name
    self.old = old
    self.new = new
  }
}

/// A record as a report shows it.
public struct RecordView: Hashable, Sendable {
  /// The type of the mention or the fact.
  public var type: String
  /// Whether it is a fact.
  public var isFact: Bool
  /// The surface of a mention; the arguments of a fact.
  public var text: String
  /// Where it stands; nil where it comes from a baseline.
  public var place: RecordPlace?

  init(_ line: RecordLine, place: RecordPlace?) {
    type = line.type
    isFact = line.isFact
    text = line.summary
    self.place = place
  }
}

/// One difference between two extractions of a document.
public struct RecordChange: Hashable, Sendable {
  /// Names the difference: the same from run to run, as long as it is the same. Twelve hexadecimal digits.
  public var id: String
  /// What happened.
  public var changeClass: ChangeClass
  /// The record before; nil where it was added.
  public var old: RecordView?
  /// The record now; nil where it was removed.
  public var new: RecordView?
  /// What changed, the weightiest field first; empty unless the class is changed or evidence.
  public var fields: [FieldChange]
  /// Where the new text shows the change: the record itself, or for a removed one the record that stood before it.
  public var anchor: RecordPlace?
  /// The types of facts that changed only because this record did, and are not reported for themselves.
  public var affectedFacts: [String] { consequences.map(\.type) }
  /// Those facts.
  var consequences: [Consequence] = []
  /// A fact that changed only because a mention in it did.
  struct Consequence: Hashable {
    var type: String
    var oldIndex: Int
    var newIndex: Int
  }

  /// The record's index in the old document.
  var oldIndex: Int?
  /// The record's index in the new document.
  var newIndex: Int?

  init(
    changeClass: ChangeClass, old: RecordView?, new: RecordView?, fields: [FieldChange] = [],
    anchor: RecordPlace? = nil
  ) {
    id = ""
    self.changeClass = changeClass
    self.old = old
    self.new = new
    self.fields = fields
    self.anchor = anchor
  }

  /// The type of the record, as it is now.
  public var type: String { (new ?? old)?.type ?? "" }

  /// The class, with the weightiest field where there is one: `changed figure.value`.
  public var title: String {
    guard changeClass == .changed, let field = fields.first else { return "\(changeClass.rawValue) \(type)" }
    return "changed \(field.name)"
  }
}
