/// What differs between two records that are one.
enum FieldComparison {
  /// The fields that differ, the weightiest first: type, value, what describes it, boundary.
  ///
  /// A field that follows from another that differs is not listed beside it: neither the surface of a figure beside its
  /// value, nor the end of a month beside the month.
  static func changes(from old: RecordLine, to new: RecordLine) -> [FieldChange] {
    var changes: [FieldChange] = []
    if old.type != new.type {
      changes.append(FieldChange(name: "\(new.type).type", old: old.type, new: new.type))
      if old.text != new.text { changes.append(boundary(old, new)) }
      return changes
    }
    var derived: [FieldChange] = []
    for name in names(old, new) {
      let change = FieldChange(name: "\(new.type).\(name)", old: old.effective(name), new: new.effective(name))
      guard !change.old.isIdentical(to: change.new) else { continue }
      if !old.isFact, RecordIdentity.isDerived(name) { derived.append(change) } else { changes.append(change) }
    }
    changes = (0...2).flatMap { rank in changes.filter { weight($0.name) == rank } }
    let hasOtherValue = changes.contains { weight($0.name) == 0 }
    if !hasOtherValue, !old.text.utf8.elementsEqual(new.text.utf8), isBoundary(old, new) || changes.isEmpty {
      changes.append(boundary(old, new))
    }
    return changes.isEmpty ? derived : changes
  }

  /// The names of both sides' fields, the new one's order first.
  private static func names(_ old: RecordLine, _ new: RecordLine) -> [String] {
    var names = new.fields.map(\.name)
    for field in old.fields where !names.contains(field.name) { names.append(field.name) }
    return names
  }

  private static func weight(_ name: String) -> Int {
    switch name.split(separator: ".").last {
    case "value", "min", "max", "code", "surname", "given": 0
    case "approximation", "mod", "unit", "canonicalUnit", "of": 1
    default: 2
    }
  }

  private static func isBoundary(_ old: RecordLine, _ new: RecordLine) -> Bool {
    ComparedText(old.text).isNested(with: ComparedText(new.text))
  }

  /// The same thing in more or fewer characters is a boundary, in others another surface.
  private static func boundary(_ old: RecordLine, _ new: RecordLine) -> FieldChange {
    let field = isBoundary(old, new) ? "boundary" : "text"
    return FieldChange(name: "\(new.type).\(field)", old: old.text, new: new.text)
  }
}
