import HanFacts

/// A value as the flat formats show it: one short text, what qualifies it, its unit and what is counted.
struct ValueSummary {
  /// The kind of a date or a figure.
  var kind: String?
  /// `2020-09-15`, `4500`, `20..36`, `CN`, `王 宏升`.
  var value = ""
  /// `more_than`, `over`: the `mod` of a date or the `approximation` of a figure.
  var modifier: String?
  /// The unit that `value` counts in: the canonical one, else the one as written.
  var unit: String?
  /// The text of what is counted or measured.
  var of: String?

  init() {}

  init(_ value: EntityValue?) {
    switch value {
    case .person(let person): self.value = person.given.isEmpty ? person.surname : "\(person.surname) \(person.given)"
    case .place(let place): self.value = place.code
    case .date, .figure: read(value?.node ?? .null)
    case nil: break
    }
  }

  private mutating func read(_ node: JSONNode) {
    kind = node["kind"]?.text
    let bounds = [node["min"]?.scalarText, node["max"]?.scalarText]
    value = node["value"]?.scalarText ?? ""
    if value.isEmpty, bounds.contains(where: { $0 != nil }) {
      value = bounds.map { $0 ?? "" }.joined(separator: "..")
    }
    modifier = node["mod"]?.text ?? node["approximation"]?.text
    unit = node["canonicalUnit"]?.text ?? node["unit"]?.text
    of = node["of"]?["text"]?.text
  }

  /// Value, modifier, unit and what is counted in reading order: `over 4500 项 of 技术成果`.
  var phrase: String {
    var words = [modifier, value, unit].compactMap { $0 }.filter { !$0.isEmpty }
    if let of { words += ["of", of] }
    return words.joined(separator: " ")
  }
}

extension EntityValue {
  /// The value's JSON as a tree.
  var node: JSONNode {
    var out: [UInt8] = []
    appendJSON(to: &out)
    return (try? JSONNode(parsing: out)) ?? .null
  }
}
