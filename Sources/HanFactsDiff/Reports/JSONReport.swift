/// The comparison as one JSON object.
struct JSONReport {
  /// The version of this format.
  static let schema = "hanfacts-diff/1"

  let context: ReportContext

  func write(_ result: DiffResult) -> [UInt8] {
    var out = JSONOutput()
    out.object { out in
      out.string("schema", Self.schema)
      out.string("old", context.oldName)
      out.string("new", context.newName)
      out.object("summary") { out in
        out.number("documents", result.documents.count)
        out.number("documentsAdded", result.documentCount(.added))
        out.number("documentsRemoved", result.documentCount(.removed))
        for one in ChangeClass.allCases { out.number(one.rawValue, result.count(one)) }
        out.number("tolerated", result.toleratedCount)
      }
      out.array("documents") { out in
        for document in result.documents where !document.isQuiet { write(document, to: &out) }
      }
    }
    out.lineEnd()
    return out.bytes
  }

  private func write(_ document: DocumentChanges, to out: inout JSONOutput) {
    out.object { out in
      out.string("id", document.id)
      if document.oldID != document.id { out.string("oldId", document.oldID) }
      out.string("state", document.presence.rawValue)
      if document.presence != .both { out.string("change", document.changeID) }
      out.array("changes") { out in
        for change in document.changes { write(change, to: &out) }
      }
    }
  }

  private func write(_ change: RecordChange, to out: inout JSONOutput) {
    out.object { out in
      out.string("id", change.id)
      out.string("class", change.changeClass.rawValue)
      out.string("record", (change.new ?? change.old)?.isFact == true ? "fact" : "entity")
      out.string("type", change.type)
      if !change.fields.isEmpty {
        out.array("fields") { out in
          for field in change.fields {
            out.object { out in
              out.string("name", field.name)
              if let old = field.old { out.string("old", old) }
              if let new = field.new { out.string("new", new) }
            }
          }
        }
      }
      if let old = change.old { write("old", old, to: &out) }
      if let new = change.new { write("new", new, to: &out) }
      if let anchor = change.anchor, change.new == nil {
        out.object("near") { out in
          out.number("line", anchor.line)
          out.number("column", anchor.column)
        }
      }
      if !change.affectedFacts.isEmpty {
        out.array("alsoIn") { out in
          for type in change.affectedFacts { out.string(nil, type) }
        }
      }
    }
  }

  private func write(_ key: String, _ record: RecordView, to out: inout JSONOutput) {
    out.object(key) { out in
      out.string("text", record.text)
      guard let place = record.place else { return }
      out.array("scalars") { out in
        out.number(nil, place.scalars.lowerBound)
        out.number(nil, place.scalars.upperBound)
      }
      out.number("line", place.line)
      out.number("column", place.column)
    }
  }
}
