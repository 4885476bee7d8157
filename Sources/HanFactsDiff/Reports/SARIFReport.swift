/// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code scanning.
struct SARIFReport {
  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    let rules = ruleNames(result)
    let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var out = JSONOutput()
    out.object { out in
      out.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      out.string("version", "2.1.0")
      out.array("runs") { out in
        out.object { out in
          tool(rules, to: &out)
          out.string("columnKind", "unicodeCodePoints")
          out.array("results") { out in
            for document in result.documents { write(document, indices, to: &out) }
          }
        }
      }
    }
    out.lineEnd()
    return out.bytes
  }

  private func tool(_ rules: [String], to out: inout JSONOutput) {
    out.object("tool") { out in
      out.object("driver") { out in
        out.string("name", "hanfacts")
        if !context.programVersion.isEmpty { out.string("version", context.programVersion) }
        out.array("rules") { out in
          for rule in rules {
            out.object { out in
              out.string("id", rule)
              out.object("shortDescription") { $0.string("text", "Record \(rule)") }
            }
          }
        }
      }
    }
  }

  private func ruleNames(_ result: DiffResult) -> [String] {
    var names: Set<String> = []
    for document in result.documents {
      if document.presence != .both { names.insert("document \(document.presence.rawValue)") }
      for change in document.listed(context) { names.insert(change.title) }
    }
    return names.sorted()
  }

  /// One result: what happened, and where.
  private struct Entry {
    var rule: String
    var changeClass: ChangeClass
    var message: String
    var id: String
    /// The record, or nil.
    var place: RecordPlace?
    /// The line to show it at where the record itself is gone.
    var nearLine: Int?
  }

  private func write(_ document: DocumentChanges, _ rules: [String: Int], to out: inout JSONOutput) {
    let file = SourceFile(document: document.id)
    if document.presence != .both {
      let title = "document \(document.presence.rawValue)"
      let entry = Entry(
        rule: title, changeClass: document.presence == .added ? .added : .removed,
        message: "\(title): \(document.presenceDetails)", id: document.changeID)
      write(entry, file, rules, to: &out)
    }
    for change in document.listed(context) {
      let entry = Entry(
        rule: change.title, changeClass: change.changeClass, message: "\(change.title): \(change.details)",
        id: change.id, place: change.new?.place, nearLine: change.anchor?.line)
      write(entry, file, rules, to: &out)
    }
  }

  private func write(_ entry: Entry, _ file: SourceFile, _ rules: [String: Int], to out: inout JSONOutput) {
    out.object { out in
      out.string("ruleId", entry.rule)
      if let index = rules[entry.rule] { out.number("ruleIndex", index) }
      out.string("level", context.failOn.contains(entry.changeClass) ? "error" : "note")
      out.object("message") { $0.string("text", entry.message) }
      out.array("locations") { out in
        out.object { out in
          out.object("physicalLocation") { out in
            out.object("artifactLocation") { $0.string("uri", Self.uri(file.path)) }
            region(of: entry, file, to: &out)
          }
        }
      }
      out.object("partialFingerprints") { $0.string("hanfactsChange/v1", entry.id) }
    }
  }

  /// Lines and columns from 1, columns and offsets in Unicode scalars.
  private func region(of entry: Entry, _ file: SourceFile, to out: inout JSONOutput) {
    if file.line == nil, let place = entry.place {
      out.object("region") { out in
        out.number("startLine", place.line)
        out.number("startColumn", place.column)
        out.number("charOffset", place.scalars.lowerBound)
        out.number("charLength", place.scalars.count)
      }
    } else if let line = file.line ?? entry.nearLine {
      out.object("region") { $0.number("startLine", line) }
    }
  }

  /// A path as a relative reference, or a `file` URI where it is absolute (RFC 3986).
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    // A colon in the first segment would make it a scheme.
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + HexDigits.string(UInt64(byte), count: 2).uppercased()
      }
    }
    return result
  }
}
