/// What makes a record the same record: its type and its normalised value, else its canonical form; of a fact its type
/// and its arguments. Never where it stands, and never why.
enum RecordIdentity {
  /// Fields of a value that follow from others or from the reference date, and so identify nothing.
  static let derived: Set<String> = [
    "anchor", "edtf", "begin", "end", "parents", "numerator", "denominator", "parts", "calendar", "zone",
  ]

  /// Fields of a mention that describe it besides its value.
  static let descriptive: Set<String> = ["kind", "canonical", "nested"]

  /// The frame of a fact besides its arguments.
  static let frame: Set<String> = ["polarity", "modality", "source"]

  static func isDerived(_ name: String) -> Bool {
    derived.contains(name) || name == "si" || name.hasPrefix("si.")
  }

  /// The identity as one string.
  static func of(_ line: RecordLine) -> String {
    var parts = [line.isFact ? "*\(line.type)" : line.type]
    if line.isFact {
      let isDateline = line.type == "dateline"
      for field in line.fields where !frame.contains(field.name) || (isDateline && field.name == "source") {
        parts.append("\(field.name)=\(field.value)")
      }
      return parts.joined(separator: "\t")
    }
    let unit = line["canonicalUnit"] ?? line["unit"]
    for field in line.fields where !descriptive.contains(field.name) && !isDerived(field.name) {
      if field.name != "unit", field.name != "canonicalUnit" { parts.append("\(field.name)=\(field.value)") }
    }
    if let unit { parts.append("unit=\(unit)") }
    if parts.count == 1 { parts.append(line["canonical"] ?? line.text) }
    return parts.joined(separator: "\t")
  }
}
