/// Workflow commands that GitHub shows at the lines of a pull request:
/// `::error file=texts/a.txt,line=3,col=5,title=changed figure.value::55 → 56 (55家 → 56家)`.
///
/// See "Workflow commands for GitHub Actions". A removed record is shown at the line of the record that stood before it.
struct GitHubReport {
  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    var out: [UInt8] = []
    for document in result.documents {
      let file = SourceFile(document: document.id)
      if document.presence != .both {
        let isAdded = document.presence == .added
        command(
          level(isAdded ? .added : .removed), file.path, file.line.map { ($0, nil) },
          "document \(document.presence.rawValue)", document.presenceDetails, &out)
      }
      for change in document.listed(context) {
        let position = file.position(of: change.new?.place ?? change.anchor)
        command(level(change.changeClass), file.path, position, change.title, change.details, &out)
      }
    }
    return out
  }

  private func level(_ changeClass: ChangeClass) -> String {
    context.failOn.contains(changeClass) ? "error" : "notice"
  }

  private func command(
    _ level: String, _ file: String, _ position: (line: Int, column: Int?)?, _ title: String, _ message: String,
    _ out: inout [UInt8]
  ) {
    var properties = ["file=\(Self.escapedProperty(file))"]
    if let position {
      properties.append("line=\(position.line)")
      if let column = position.column { properties.append("col=\(column)") }
    }
    properties.append("title=\(Self.escapedProperty("HanFacts: \(title)"))")
    out += Array("::\(level) \(properties.joined(separator: ","))::\(Self.escapedMessage(message))\n".utf8)
  }

  /// What stands behind the second `::`.
  static func escapedMessage(_ text: String) -> String {
    replacing(text) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case 0x0D: "%0D"
      case 0x0A: "%0A"
      default: nil
      }
    }
  }

  /// The value of a property, where a colon or a comma would end it.
  static func escapedProperty(_ text: String) -> String {
    replacing(escapedMessage(text)) { byte in
      switch byte {
      case UInt8(ascii: ":"): "%3A"
      case UInt8(ascii: ","): "%2C"
      default: nil
      }
    }
  }

  private static func replacing(_ text: String, _ replacement: (UInt8) -> String?) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if let escaped = replacement(byte) { out += Array(escaped.utf8) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
