/// Finds the facts that changed only because a mention in them did.
///
/// Where `55家` becomes `56家`, the measurement over it and the quotation around it change too. That is one difference,
/// not three.
struct ConsequenceFolding {
  /// A mention before and after, and which change tells of it.
  struct Replacement {
    var oldIndex: Int
    var change: Int
    var oldText: [Unicode.Scalar]
    var newText: [Unicode.Scalar]
  }

  /// How far from a fact, in records, the mentions inside it are looked for.
  static let reach = 64

  private var byIdentity: [[String]: Int] = [:]
  private var replacements: [Replacement] = []

  /// Notes a mention that changed; in ascending order of the old index.
  mutating func note(old: RecordLine, new: RecordLine, oldIndex: Int, change: Int) {
    for (from, to) in [
      (old.argumentIdentity, new.argumentIdentity), (old.text, new.text),
      (old["canonical"] ?? old.text, new["canonical"] ?? new.text),
    ] where from != to {
      if byIdentity[[from, to]] == nil { byIdentity[[from, to]] = change }
    }
    for (from, to) in [(old.text, new.text), (old.argumentIdentity, new.argumentIdentity)] where from != to {
      replacements.append(
        Replacement(
          oldIndex: oldIndex, change: change, oldText: Array(from.unicodeScalars), newText: Array(to.unicodeScalars)))
    }
  }

  /// The change that explains all changed fields of a fact, the last one's where there are several; nil where a field
  /// stays unexplained.
  func cause(of fields: [FieldChange], oldIndex: Int) -> Int? {
    guard !replacements.isEmpty else { return nil }
    var cause: Int?
    for field in fields {
      guard let old = field.old, let new = field.new else { return nil }
      guard let change = byIdentity[[old, new]] ?? substitution(old, new, near: oldIndex) else { return nil }
      cause = change
    }
    return cause
  }

  /// Whether one text becomes the other by replacing mentions near a place alone.
  private func substitution(_ old: String, _ new: String, near index: Int) -> Int? {
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].oldIndex < index - Self.reach { low = middle + 1 } else { high = middle }
    }
    let near = replacements[low...].prefix { $0.oldIndex <= index + Self.reach }
    guard !near.isEmpty else { return nil }
    let from = Array(old.unicodeScalars)
    let to = Array(new.unicodeScalars)
    var (oldPosition, newPosition) = (0, 0)
    var cause: Int?
    while oldPosition < from.count || newPosition < to.count {
      let hit = near.first {
        from[oldPosition...].starts(with: $0.oldText) && to[newPosition...].starts(with: $0.newText)
      }
      if let hit {
        cause = hit.change
        oldPosition += hit.oldText.count
        newPosition += hit.newText.count
      } else if oldPosition < from.count, newPosition < to.count, from[oldPosition] == to[newPosition] {
        oldPosition += 1
        newPosition += 1
      } else {
        return nil
      }
    }
    return cause
  }
}
