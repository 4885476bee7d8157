/// The texts of rows that mentions show, each made once.
struct EvidenceTexts {
  private var rows: [String?] = []

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
