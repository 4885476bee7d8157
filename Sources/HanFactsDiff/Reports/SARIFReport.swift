/// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code scanning.
struct SARIFReport {
  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    let rules = ruleNames(result)
    var out = JSONOutput()
    out.object { out in
      out.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      out.string("version", "2.1.0")
      out.array("runs") { out in
        out.object { out in
          tool(rules, to: &out)
          out.string("columnKind", "unicodeCodePoints")
          out.array("results") { out in
            for document in result.documents { write(document, rules, to: &out) }
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
      for change in document.changes { names.insert(change.title) }
    }
    return names.sorted()
  }

  private func write(_ document: DocumentChanges, _ rules: [String], to out: inout JSONOutput) {
    let file = SourceFile(document: document.id)
    if document.presence != .both {
      let isAdded = document.presence == .added
      entry(
        "document \(document.presence.rawValue)", isAdded ? .added : .removed,
        isAdded ? "The document has \(document.recordCount) records and is new." : "The document is gone.",
        document.changeID, file,
        nil, rules, to: &out)
    }
    for change in document.changes {
      entry(
        change.title, change.changeClass, "\(change.title): \(change.details)", change.id, file,
        change.new?.place ?? change.anchor, rules, to: &out)
    }
  }

  private func entry(
    _ rule: String, _ changeClass: ChangeClass, _ message: String, _ id: String, _ file: SourceFile,
    _ place: RecordPlace?, _ rules: [String], to out: inout JSONOutput
  ) {
    out.object { out in
      out.string("ruleId", rule)
      if let index = rules.firstIndex(of: rule) { out.number("ruleIndex", index) }
      out.string("level", context.failOn.contains(changeClass) ? "error" : "note")
      out.object("message") { $0.string("text", message) }
      out.array("locations") { out in
        out.object { out in
          out.object("physicalLocation") { out in
            out.object("artifactLocation") { $0.string("uri", Self.uri(file.path)) }
            if let line = file.line {
              out.object("region") { $0.number("startLine", line) }
            } else if let place {
              out.object("region") { out in
                out.number("startLine", place.line)
                out.number("startColumn", place.column)
                out.number("charOffset", place.scalars.lowerBound)
                out.number("charLength", place.scalars.count)
              }
            }
          }
        }
      }
      out.object("partialFingerprints") { $0.string("hanfactsChange/v1", id) }
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
