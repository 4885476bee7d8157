/// Compares extractions record by record.
///
/// ```swift
/// let differ = Differ()
/// let changes = differ.compare(old: DiffDocument(before), new: DiffDocument(after))
/// for change in changes.changes { print(change.title, change.new?.text ?? "") }
/// ```
/// The time is n log n in the number of records at worst, linear where the documents are alike.
public struct Differ: Sendable {
  /// What counts as a difference.
  public let options: DiffOptions

  /// A comparison with these options.
  public init(options: DiffOptions = DiffOptions()) { self.options = options }

  /// What happened from one document to the other; nil stands for one that does not exist.
  public func compare(old: DiffDocument?, new: DiffDocument?) -> DocumentChanges {
    let id = (new ?? old)?.id ?? ""
    let presence: DocumentChanges.Presence = old == nil ? .added : new == nil ? .removed : .both
    var changes = DocumentChanges(
      id: id, oldID: old?.id ?? id, presence: presence, recordCount: new?.count ?? 0, changes: [], counts: [:],
      toleratedCount: 0)
    if options.ignored.contains(where: { $0.matches(document: id) }) {
      changes.presence = .both
      return changes
    }
    var comparison = DocumentComparison(
      old: old ?? DiffDocument(emptyWithID: id), new: new ?? DiffDocument(emptyWithID: id), options: options)
    comparison.run()
    changes.changes = comparison.reported()
    changes.counts = comparison.counts
    changes.toleratedCount = comparison.toleratedCount
    return changes
  }
}
