/// How much two unequal records look like one record that changed.
enum Resemblance {
  /// How their spans lie to each other.
  enum Span {
    case same
    case overlapping
    case apart
    /// A baseline has no spans; the neighbours alone say that the two stand in the same place.
    case unknown
  }

  /// A score, higher for what is more alike; nil where the two are different records.
  static func score(_ old: RecordLine, _ new: RecordLine, span: Span) -> Int? {
    guard old.isFact == new.isFact else { return nil }
    return old.isFact ? factScore(old, new, span) : mentionScore(old, new, span)
  }

  private static func factScore(_ old: RecordLine, _ new: RecordLine, _ span: Span) -> Int? {
    guard old.type == new.type else { return nil }
    let equal = old.fields.count { field in new[field.name] == field.value }
    let share = 100 * equal / max(old.fields.count, new.fields.count, 1)
    switch span {
    case .same: return 100 + share
    case .overlapping where share >= 25: return 50 + share
    case .apart where share >= 50, .unknown where share >= 34: return share
    default: return nil
    }
  }

  private static func mentionScore(_ old: RecordLine, _ new: RecordLine, _ span: Span) -> Int? {
    let isSameType = old.type == new.type
    let bonus = (isSameType ? 20 : 0) + (span == .same ? 40 : span == .overlapping ? 20 : 0)
    if old.text == new.text { return 200 + bonus }
    if isSameType, span == .same { return 150 }
    let isNested = old.text.contains(new.text) || new.text.contains(old.text)
    if isNested, span != .apart, isSameType || span != .unknown { return 120 + bonus }
    guard isSameType else { return nil }
    let likeness = commonShare(old.text, new.text)
    switch span {
    case .overlapping: return likeness > 0 || isMeasured(old) ? 100 + likeness / 2 : nil
    case .same, .unknown:
      if isMeasured(old), old["unit"] == new["unit"], old["kind"] == new["kind"], likeness > 0 || old["of"] == new["of"] {
        return 50 + likeness / 2 + (old["of"] == new["of"] ? 10 : 0)
      }
      return likeness >= 50 ? likeness / 2 : nil
    case .apart: return nil
    }
  }

  /// Whether a mention's text is its value, so that another text at the same place is another value of the same thing.
  private static func isMeasured(_ line: RecordLine) -> Bool { line["value"] != nil || line["min"] != nil }

  /// How many of the scalars of the longer text stand in the other too, in hundredths.
  static func commonShare(_ first: String, _ second: String) -> Int {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in first.unicodeScalars { counts[scalar, default: 0] += 1 }
    var common = 0
    for scalar in second.unicodeScalars {
      guard let count = counts[scalar], count > 0 else { continue }
      counts[scalar] = count - 1
      common += 1
    }
    return 100 * common / max(first.unicodeScalars.count, second.unicodeScalars.count, 1)
  }
}
