/// A table per document, for a pull request or a step summary.
struct MarkdownReport {
  /// GitHub refuses a step summary over 1 MiB; what does not fit is counted.
  static let sizeLimit = 900_000

  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    let isFailing = result.fails(on: context.failOn)
    var out = Array("### HanFacts: \(isFailing ? "records differ" : "no differences that count")\n\n".utf8)
    out += Array("\(Self.escaped(context.oldName)) → \(Self.escaped(context.newName)). \(result.summary).\n".utf8)
    var omitted = 0
    for document in result.documents where !document.isQuiet {
      guard out.count < Self.sizeLimit else {
        omitted += document.listed(context).count
        continue
      }
      heading(document, to: &out)
      for change in document.listed(context) {
        if out.count < Self.sizeLimit { row(change, in: document, to: &out) } else { omitted += 1 }
      }
    }
    if omitted > 0 { out += Array("\n… and \(omitted) more.\n".utf8) }
    return out
  }

  private func heading(_ document: DocumentChanges, to out: inout [UInt8]) {
    let note =
      switch document.presence {
      case .both: ""
      case .added: " (new document, \(document.presenceDetails), `\(document.changeID)`)"
      case .removed: " (missing document, \(document.presenceDetails), `\(document.changeID)`)"
      }
    out += Array("\n#### \(Self.escaped(document.id))\(note)\n".utf8)
    guard !document.listed(context).isEmpty else { return }
    out += Array("\n| line | change | before | after | id |\n| ---: | --- | --- | --- | --- |\n".utf8)
  }

  private func row(_ change: RecordChange, in document: DocumentChanges, to out: inout [UInt8]) {
    let isGone = change.new == nil
    let file = SourceFile(document: isGone ? document.oldID : document.id)
    let place = change.new?.place ?? change.old?.place ?? change.anchor
    let line = file.position(of: place).map { "\($0.line)" } ?? ""
    var title = "**\(change.changeClass.rawValue)** \(Self.escaped(change.type))"
    if change.changeClass == .changed {
      title = "**changed** \(Self.escaped(change.fields.map(\.name).joined(separator: ", ")))"
    }
    if !change.affectedFacts.isEmpty {
      title += " (also in \(Self.escaped(change.affectedFacts.joined(separator: ", "))))"
    }
    let cells = [line, title, cell(change.old, change, \.old), cell(change.new, change, \.new), "`\(change.id)`"]
    out += Array("| \(cells.joined(separator: " | ")) |\n".utf8)
  }

  /// The record's text, with the value that changed where the text does not show it.
  private func cell(_ record: RecordView?, _ change: RecordChange, _ side: KeyPath<FieldChange, String?>) -> String {
    guard let record else { return "" }
    if record.isFact, change.changeClass == .changed {
      return Self.escaped(change.fields.map { Excerpt.shortened($0[keyPath: side] ?? "–") }.joined(separator: "; "))
    }
    var text = Self.escaped(Excerpt.shortened(record.text))
    if change.changeClass == .changed, let value = change.fields.first?[keyPath: side], value != record.text {
      text += " (\(Self.escaped(value)))"
    }
    return text
  }

  /// Text that Markdown shows as it is: nothing of it becomes a link, a mention, a tag or another cell.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacingControls().unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "@":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
