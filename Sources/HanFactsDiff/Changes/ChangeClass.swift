/// What happened to a record.
public enum ChangeClass: String, CaseIterable, Hashable, Sendable {
  /// It is new.
  case added
  /// It is gone.
  case removed
  /// It is there, with another value, type or boundary.
  case changed
  /// It is there unchanged, in another order among its neighbours. Reported on request.
  case moved
  /// It is there unchanged for another reason: another rule, other rows, another confidence. Reported on request.
  case evidence

  /// The classes that are reported unless all are asked for.
  public static let reported: Set<ChangeClass> = [.added, .removed, .changed]

  /// Reads a list such as `added,removed`; `none` is the empty list.
  public static func set(parsing text: String) throws(DiffError) -> Set<ChangeClass> {
    if text == "none" { return [] }
    var classes: Set<ChangeClass> = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let one = ChangeClass(rawValue: String(name)) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw DiffError("unknown class of change '\(name)'; the classes are \(known), or none")
      }
      classes.insert(one)
    }
    return classes
  }
}
