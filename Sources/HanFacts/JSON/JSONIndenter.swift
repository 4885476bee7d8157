/// Lays compact JSON out over lines for people: two blanks a level, short arrays and objects on one line.
///
/// It changes white space outside strings only and looks at no key, so it serves every record.
/// ```swift
/// JSONIndenter.indented(Array("{\"id\":\"e1\",\"range\":[1,4]}".utf8))
/// // {"id": "e1", "range": [1, 4]}
/// ```
package struct JSONIndenter {
  /// An array or object of at most so many bytes in compact form stays on one line.
  package static let inlineLimit = 72

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The laid-out form, without a line end behind it. O(n).
  package static func indented(_ compact: [UInt8], level: Int = 0) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(compact.count + compact.count / 2)
    append(compact, level: level, to: &out)
    return out
  }

  /// Appends the laid-out form of well-formed JSON whose first line stands at a level already. O(n).
  package static func append(_ compact: [UInt8], level: Int = 0, to out: inout [UInt8]) {
    compact.withUnsafeBufferPointer { bytes in
      var indenter = JSONIndenter(bytes)
      indenter.run(level, &out)
    }
  }

  private mutating func run(_ start: Int, _ out: inout [UInt8]) {
    var level = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""): copyString(&out)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if let end = endOfShort() {
          copyLine(to: end, &out)
        } else {
          out.append(byte)
          index += 1
          level += 1
          newLine(level, &out)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        level -= 1
        newLine(level, &out)
        out.append(byte)
        index += 1
      case UInt8(ascii: ","):
        out.append(byte)
        index += 1
        newLine(level, &out)
      case UInt8(ascii: ":"):
        out.append(": ")
        index += 1
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default:
        out.append(byte)
        index += 1
      }
    }
  }

  private func newLine(_ level: Int, _ out: inout [UInt8]) {
    out.append(0x0A)
    for _ in 0..<max(level, 0) { out.append("  ") }
  }

  /// The index behind the bracket that closes the one at `index`, if it comes soon.
  private func endOfShort() -> Int? {
    var depth = 0
    var position = index
    let limit = min(bytes.count, index + Self.inlineLimit)
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "\""): position = endOfString(position) - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Copies one line's worth with a blank behind commas and colons.
  private mutating func copyLine(to end: Int, _ out: inout [UInt8]) {
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        copyString(&out)
        continue
      case UInt8(ascii: ","): out.append(", ")
      case UInt8(ascii: ":"): out.append(": ")
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: out.append(byte)
      }
      index += 1
    }
  }

  private mutating func copyString(_ out: inout [UInt8]) {
    let end = endOfString(index)
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
    index = end
  }

  /// The index behind the string that begins at `start`; the end of the bytes where it is not closed.
  private func endOfString(_ start: Int) -> Int {
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }
}
