/// What happened to one document.
public struct DocumentChanges: Hashable, Sendable {
  /// On which side a document stands.
  public enum Presence: String, Hashable, Sendable {
    /// On both.
    case both
    /// It is new.
    case added
    /// It is gone.
    case removed
  }

  /// The document's name now; where it is gone, its name before.
  public var id: String
  /// The document's name before, where it differs.
  public var oldID: String
  /// Where it stands.
  public var presence: Presence
  /// How many records it has now.
  public var recordCount: Int
  /// The differences that are reported, in text order.
  public var changes: [RecordChange]
  /// How many differences of each class there are, reported or not; those within a tolerance or ignored left out.
  public var counts: [ChangeClass: Int]
  /// How many differences lie within a tolerance.
  public var toleratedCount: Int

  /// Names the difference that the document itself is, where it is on one side only.
  public var changeID: String {
    var naming = ChangeNaming(document: id)
    return naming.name(presence == .removed ? .removed : .added, old: nil, new: nil)
  }

  /// Takes out differences that were accepted, or the whole document's.
  mutating func forget(_ accepted: [RecordChange], isWhole: Bool) {
    let names = Set(accepted.map(\.id))
    for change in changes where names.contains(change.id) { counts[change.changeClass, default: 0] -= 1 }
    changes.removeAll { names.contains($0.id) }
    if isWhole {
      presence = .both
      counts = [:]
    } else if presence == .added {
      // With its first accepted record the document is one of the baseline.
      presence = .both
    }
  }

  /// What to say of a document that is on one side only.
  var presenceDetails: String {
    switch presence {
    case .both: ""
    case .added: "\(recordCount) \(recordCount == 1 ? "record" : "records")"
    case .removed: "its records are gone"
    }
  }

  /// Whether nothing is to be reported.
  public var isQuiet: Bool { presence == .both && changes.isEmpty }
}

/// What happened to a set of documents.
public struct DiffResult: Hashable, Sendable {
  /// The documents in order.
  public var documents: [DocumentChanges] = []

  /// Makes a result.
  public init(documents: [DocumentChanges] = []) { self.documents = documents }

  /// How many differences of a class there are.
  public func count(_ changeClass: ChangeClass) -> Int {
    documents.reduce(0) { $0 + ($1.counts[changeClass] ?? 0) }
  }

  /// How many documents are on one side only, or on both.
  public func documentCount(_ presence: DocumentChanges.Presence) -> Int {
    documents.reduce(0) { $0 + ($1.presence == presence ? 1 : 0) }
  }

  /// How many differences lie within a tolerance.
  public var toleratedCount: Int { documents.reduce(0) { $0 + $1.toleratedCount } }

  /// Whether there is a difference of one of these classes; a document that is new or gone is one, also without records.
  public func fails(on classes: Set<ChangeClass>) -> Bool {
    classes.contains { count($0) > 0 }
      || (classes.contains(.added) && documentCount(.added) > 0)
      || (classes.contains(.removed) && documentCount(.removed) > 0)
  }
}
