/// What a report for people says of a change.
extension RecordChange {
  /// What changed in a few words: `55 → 56 (55家 → 56家)`. Long texts are shown around what differs.
  var details: String {
    switch changeClass {
    case .added, .moved: return Excerpt.shortened(new?.text ?? "")
    case .removed: return Excerpt.shortened(old?.text ?? "")
    case .changed, .evidence: return fieldDetails + recordDetails + consequenceDetails
    }
  }

  private var fieldDetails: String {
    var parts: [String] = []
    for (index, field) in fields.enumerated() {
      let sides = Excerpt.around(field.old ?? "–", field.new ?? "–")
      let change = "\(sides.old) → \(sides.new)"
      parts.append(index == 0 ? change : "\(field.name) \(change)")
    }
    return parts.joined(separator: "; ")
  }

  /// The texts of the records, where the fields do not say them already.
  private var recordDetails: String {
    guard let old, let new else { return "" }
    if new.isFact || old.text == new.text { return " (\(Excerpt.shortened(new.text)))" }
    return fields.first?.new == new.text ? "" : " (\(old.text) → \(new.text))"
  }

  private var consequenceDetails: String {
    var types: [String] = []
    for type in affectedFacts where !types.contains(type) { types.append(type) }
    return types.isEmpty ? "" : ", also in \(types.joined(separator: ", "))"
  }
}

/// Cuts long texts down to what a line of a report has room for.
enum Excerpt {
  /// Texts of up to this many scalars are shown whole.
  static let limit = 60
  /// How many equal scalars are shown on either side of a difference.
  static let context = 8

  /// The beginning and the end of a text.
  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return "\(String(scalars.prefix(limit - context)))…\(String(scalars.suffix(context)))"
  }

  /// Two texts without the most of what they begin and end alike with.
  static func around(_ old: String, _ new: String) -> (old: String, new: String) {
    let (one, other) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    guard max(one.count, other.count) > limit else { return (old, new) }
    var head = 0
    while head < min(one.count, other.count), one[head] == other[head] { head += 1 }
    var tail = 0
    while tail < min(one.count, other.count) - head, one[one.count - 1 - tail] == other[other.count - 1 - tail] {
      tail += 1
    }
    func cut(_ scalars: [Unicode.Scalar]) -> String {
      let start = max(0, head - context)
      let end = min(scalars.count, scalars.count - tail + context)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<max(start, end)])
      return (start > 0 ? "…" : "") + shortened(String(view)) + (end < scalars.count ? "…" : "")
    }
    return (cut(one), cut(other))
  }
}
