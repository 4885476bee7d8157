/// One line per difference: `file:line:column: changed figure.value: 55 → 56 (55家 → 56家)`.
struct TextReport {
  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    var out: [UInt8] = []
    for document in result.documents {
      switch document.presence {
      case .both: break
      case .added: line(document, "document added", .added, document.presenceDetails, to: &out)
      case .removed: line(document, "document removed", .removed, document.presenceDetails, to: &out)
      }
      for change in document.listed(context) { line(change, in: document, to: &out) }
    }
    if result.documents.contains(where: { !$0.isQuiet }) { out += Array("\(result.summary)\n".utf8) }
    return out
  }

  private func line(
    _ document: DocumentChanges, _ title: String, _ changeClass: ChangeClass, _ details: String, to out: inout [UInt8]
  ) {
    let name = document.presence == .removed ? document.oldID : document.id
    let id = context.showsIDs ? "  [\(document.changeID)]" : ""
    out += Array("\(name.replacingControls()): \(painted(title, changeClass)): \(details)\(id)\n".utf8)
  }

  private func line(_ change: RecordChange, in document: DocumentChanges, to out: inout [UInt8]) {
    let place = change.new?.place ?? change.old?.place
    let isOld = change.new == nil && place != nil
    let file = SourceFile(document: isOld ? document.oldID : document.id)
    var location = file.path
    if let (line, column) = file.position(of: place) {
      location += ":\(line)" + (column.map { ":\($0)" } ?? "")
    } else if let line = file.position(of: change.anchor)?.line {
      location += ":\(line)"
    }
    let details = change.details.replacingControls()
    let id = context.showsIDs ? "  [\(change.id)]" : ""
    out += Array(
      "\(location.replacingControls()): \(painted(change.title, change.changeClass)): \(details)\(id)\n".utf8)
  }

  private func painted(_ text: String, _ changeClass: ChangeClass) -> String {
    let text = text.replacingControls()
    guard context.usesColor else { return text }
    let code =
      switch changeClass {
      case .added: "32"
      case .removed: "31"
      case .changed: "33"
      case .moved, .evidence: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension String {
  /// The text with every control character as a space, so that one difference stays one line and no text of a document
  /// commands the terminal.
  func replacingControls() -> String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}
