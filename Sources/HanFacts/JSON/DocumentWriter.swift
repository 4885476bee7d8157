/// Writes document records in one of the output formats.
package protocol DocumentWriter {
  /// Appends what stands before the first document.
  mutating func begin(into out: inout [UInt8])
  /// Appends a document; `source` is its text as it was given.
  mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8])
  /// Appends what stands behind the last document.
  mutating func end(into out: inout [UInt8])
}

/// One object `{"schema": …, "documents": […]}`, compact.
package struct JSONWriter: DocumentWriter {
  private var isFirst = true

  package init() {}

  package mutating func begin(into out: inout [UInt8]) { out.append("{\"schema\":\"hanfacts/1\",\"documents\":[") }

  package mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    out.append(isFirst ? "\n" : ",\n")
    isFirst = false
    document.appendJSON(to: &out)
  }

  package mutating func end(into out: inout [UInt8]) { out.append("\n]}\n") }
}

/// A document record a line.
package struct JSONLinesWriter: DocumentWriter {
  package init() {}
  package mutating func begin(into out: inout [UInt8]) {}
  package mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    document.appendJSON(to: &out)
    out.append("\n")
  }
  package mutating func end(into out: inout [UInt8]) {}
}

/// Lays compact JSON out over lines, two blanks a level. Strings are copied as they are.
package func indentedJSON(_ compact: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(compact.count * 2)
  var level = 0
  var inString = false
  var index = 0
  func newline() {
    out.append(0x0A)
    for _ in 0..<level { out.append("  ") }
  }
  while index < compact.count {
    let byte = compact[index]
    if inString {
      out.append(byte)
      if byte == UInt8(ascii: "\\"), index + 1 < compact.count {
        index += 1
        out.append(compact[index])
      } else if byte == UInt8(ascii: "\"") {
        inString = false
      }
      index += 1
      continue
    }
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09: break
    case UInt8(ascii: "\""):
      inString = true
      out.append(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      out.append(byte)
      var next = index + 1
      while next < compact.count, compact[next] <= 0x20 { next += 1 }
      if next < compact.count, compact[next] == byte + 2 {
        out.append(compact[next])
        index = next
      } else {
        level += 1
        newline()
      }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      level -= 1
      newline()
      out.append(byte)
    case UInt8(ascii: ","):
      out.append(byte)
      newline()
    case UInt8(ascii: ":"): out.append(": ")
    default: out.append(byte)
    }
    index += 1
  }
  out.append(0x0A)
  return out
}
