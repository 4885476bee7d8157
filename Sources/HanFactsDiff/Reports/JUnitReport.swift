/// JUnit XML: a test suite per document, a failing test case per difference that counts, a passing one where there is
/// none.
struct JUnitReport {
  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    let suites = result.documents.map(suite)
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    out += Array("<testsuites name=\"hanfacts\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\">\n".utf8)
    for suite in suites { out += Array(suite.xml.utf8) }
    out += Array("</testsuites>\n".utf8)
    return out
  }

  private func suite(_ document: DocumentChanges) -> (xml: String, tests: Int, failures: Int) {
    var cases: [String] = []
    var failures = 0
    func add(_ name: String, _ line: Int?, _ changeClass: ChangeClass, _ details: String) {
      let isFailure = context.failOn.contains(changeClass)
      failures += isFailure ? 1 : 0
      let body =
        isFailure
        ? "<failure message=\"\(Self.escaped("\(name): \(details)"))\" type=\"\(changeClass.rawValue)\"/>"
        : "<system-out>\(Self.escaped(details))</system-out>"
      let file = SourceFile(document: document.id).path
      let position = line.map { " line=\"\($0)\"" } ?? ""
      cases.append(
        "    <testcase classname=\"\(Self.escaped(document.id))\" name=\"\(Self.escaped(name))\""
          + " file=\"\(Self.escaped(file))\"\(position) time=\"0\">\(body)</testcase>\n")
    }
    if document.presence != .both {
      let isAdded = document.presence == .added
      add("document \(document.presence.rawValue)", nil, isAdded ? .added : .removed, document.presenceDetails)
    }
    for change in document.listed(context) {
      let file = SourceFile(document: document.id)
      let line = file.position(of: change.new?.place ?? change.anchor)?.line
      add("\(change.title) [\(change.id)]", line, change.changeClass, change.details)
    }
    if cases.isEmpty {
      cases.append(
        "    <testcase classname=\"\(Self.escaped(document.id))\" name=\"records unchanged\" time=\"0\"/>\n")
    }
    let head =
      "  <testsuite name=\"\(Self.escaped(document.id))\" tests=\"\(cases.count)\" failures=\"\(failures)\""
      + " errors=\"0\" skipped=\"0\" time=\"0\">\n"
    return (head + cases.joined() + "  </testsuite>\n", cases.count, failures)
  }

  /// Text as XML 1.0 may hold it, in an attribute too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x0D: result += "&#\(scalar.value);"
      case ..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
