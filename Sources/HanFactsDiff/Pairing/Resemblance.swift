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

  /// A record with what is asked of it again and again.
  struct Prepared {
    let line: RecordLine
    let text: ComparedText
    let unit: String?
    let kind: String?
    let of: String?
    /// Whether the text is the value, so that another text at the same place is another value of the same thing.
    let isMeasured: Bool

    init(_ line: RecordLine) {
      self.line = line
      text = ComparedText(line.text)
      unit = line["unit"]
      kind = line["kind"]
      of = line["of"]
      isMeasured = line["value"] != nil || line["min"] != nil
    }
  }

  /// A score, higher for what is more alike; nil where the two are different records.
  static func score(_ old: Prepared, _ new: Prepared, span: Span) -> Int? {
    guard old.line.isFact == new.line.isFact else { return nil }
    return old.line.isFact ? factScore(old.line, new.line, span) : mentionScore(old, new, span)
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

  private static func mentionScore(_ old: Prepared, _ new: Prepared, _ span: Span) -> Int? {
    let isSameType = old.line.type == new.line.type
    let bonus = (isSameType ? 20 : 0) + (span == .same ? 40 : span == .overlapping ? 20 : 0)
    if old.text.isEqual(to: new.text) { return 200 + bonus }
    if isSameType, span == .same { return 150 }
    if span != .apart, isSameType || span != .unknown, old.text.isNested(with: new.text) { return 120 + bonus }
    guard isSameType, span != .apart else { return nil }
    let likeness = old.text.commonShare(with: new.text)
    if span == .overlapping { return likeness > 0 || old.isMeasured ? 100 + likeness / 2 : nil }
    let countsTheSame = old.of == new.of
    if old.isMeasured, old.unit == new.unit, old.kind == new.kind, likeness > 0 || countsTheSame {
      return 50 + likeness / 2 + (countsTheSame ? 10 : 0)
    }
    return likeness >= 50 ? likeness / 2 : nil
  }
}
