/// The texts of rules and of rows that mentions show, each made once.
struct EvidenceTexts {
  private var rules: [(name: UInt, text: String)] = []
  private var rows: [String?] = []

  /// The rule's name behind its type.
  mutating func rule(_ type: StaticString, _ rule: StaticString) -> String {
    for known in rules where known.name == UInt(bitPattern: rule.utf8Start) { return known.text }
    let text = "\(type)\(rule)"
    rules.append((UInt(bitPattern: rule.utf8Start), text))
    return text
  }

  /// The text of a row, of which there are so many.
  mutating func row(_ number: Int, of count: Int, _ make: () -> String) -> String {
    if rows.count < count { rows += repeatElement(nil, count: count - rows.count) }
    guard number < rows.count else { return make() }
    if let text = rows[number] { return text }
    let text = make()
    rows[number] = text
    return text
  }
}
