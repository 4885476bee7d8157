import HanFacts

/// The marked text of one document: blocks of lines that a browser lays out only when they come into view.
///
/// A block carries the UTF-16 offset of its start (`data-o`), its number of lines for the estimate of its height, and
/// for each line an empty `<i>` that shows its number (a counter would not cross blocks that are laid out apart). Its
/// text is the source's, character for character.
struct HTMLText {
  private struct Mark {
    var lower: Int
    var upper: Int
    var index: Int
    var opening: String
  }

  private static let linesOfBlock = 40
  private static let softLimit = 6_000
  private static let hardLimit = 9_000

  private let source: [UInt8]
  private var marks: [Mark] = []
  private var open: [Mark] = []
  private var line = 1
  private var utf16 = 0

  init(source: [UInt8], entities: [Entity]) {
    self.source = source
    var spans = entities.enumerated().map { index, entity in
      let range = entity.range.utf8.clamped(to: 0..<source.count)
      return Mark(lower: range.lowerBound, upper: range.upperBound, index: index, opening: entity.type.rawValue)
    }
    spans.removeAll { $0.lower >= $0.upper }
    spans.sort {
      if $0.lower != $1.lower { return $0.lower < $1.lower }
      return $0.upper != $1.upper ? $0.upper > $1.upper : $0.index < $1.index
    }
    for index in spans.indices {
      let isOuter = index + 1 < spans.count && spans[index + 1].lower < spans[index].upper
      spans[index].opening = Self.opening(spans[index].opening, index: spans[index].index, isOuter: isOuter)
    }
    marks = spans
  }

  private static func opening(_ type: String, index: Int, isOuter: Bool) -> String {
    var out: [UInt8] = []
    out.add("<mark class=\"\(HTMLPalette.name(of: type))\(isOuter ? " o" : "")\" data-r=\"\(index)\" data-t=\"")
    out.addHTML(type)
    out.add("\">")
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the blocks. Linear in the text and its records.
  mutating func write(into out: inout [UInt8]) {
    var position = 0
    var next = 0
    var continues = false
    while position < source.count {
      let end = blockEnd(from: position)
      openBlock(from: position, to: end, continues: continues, into: &out)
      while position < end {
        if !open.isEmpty { close(at: position, into: &out) }
        while next < marks.count, marks[next].lower <= position {
          out.add(marks[next].opening)
          open.append(marks[next])
          next += 1
        }
        write(source[position], at: position, blockEnd: end, into: &out)
        position += 1
      }
      close(at: position, into: &out)
      for _ in open { out.add("</mark>") }
      out.add("</div>")
      continues = !Self.endsLine(source, position - 1)
    }
  }

  private mutating func write(_ byte: UInt8, at position: Int, blockEnd: Int, into out: inout [UInt8]) {
    out.addHTML(byte)
    utf16 += byte >= 0xF0 ? 2 : byte & 0xC0 == 0x80 ? 0 : 1
    guard Self.endsLine(source, position) else { return }
    line += 1
    if byte == UInt8(ascii: "\r") { out.add("<br>") }
    if position + 1 < blockEnd { out.add("<i data-n=\"\(line)\"></i>") }
  }

  private func openBlock(from start: Int, to end: Int, continues: Bool, into out: inout [UInt8]) {
    out.add("<div class=\"b\" data-o=\"\(utf16)\" style=\"--h:\(height(start..<end))\">")
    if !continues { out.add("<i data-n=\"\(line)\"></i>") }
    for mark in open { out.add(mark.opening) }
  }

  /// Closes the marks that end here; those inside that do not end are opened again.
  private mutating func close(at position: Int, into out: inout [UInt8]) {
    guard let outermost = open.firstIndex(where: { $0.upper <= position }) else { return }
    for _ in outermost..<open.count { out.add("</mark>") }
    let crossing = open[outermost...].filter { $0.upper > position }
    open.removeSubrange(outermost...)
    for mark in crossing { out.add(mark.opening) }
    open += crossing
  }

  /// A block ends behind 40 lines, or inside a very long line behind a full stop.
  private func blockEnd(from start: Int) -> Int {
    var lines = 0
    var position = start
    while position < source.count {
      let length = position - start
      if length >= Self.softLimit, source[position] & 0xC0 != 0x80 {
        let isStop =
          position >= 3 && source[position - 3] == 0xE3 && source[position - 2] == 0x80 && source[position - 1] == 0x82
        if isStop || length >= Self.hardLimit { return position }
      }
      if Self.endsLine(source, position) {
        lines += 1
        if lines == Self.linesOfBlock || length >= Self.softLimit { return position + 1 }
      }
      position += 1
    }
    return source.count
  }

  /// The lines the block will fill on a page some 45 characters wide.
  private func height(_ range: Range<Int>) -> Int {
    var rows = 0
    var width = 0
    for position in range {
      if source[position] & 0xC0 != 0x80 { width += source[position] < 0x80 ? 1 : 2 }
      if Self.endsLine(source, position) {
        rows += max(1, (width + 88) / 90)
        width = 0
      }
    }
    return rows + (width > 0 ? (width + 89) / 90 : 0)
  }

  /// True for LF, and for CR unless LF follows.
  private static func endsLine(_ source: [UInt8], _ position: Int) -> Bool {
    guard position >= 0 else { return true }
    if source[position] == UInt8(ascii: "\n") { return true }
    guard source[position] == UInt8(ascii: "\r") else { return false }
    return position + 1 >= source.count || source[position + 1] != UInt8(ascii: "\n")
  }
}

/// The colours of types.
enum HTMLPalette {
  private static let names = [
    "person": "k0", "organization": "k1", "place": "k2", "date": "k3", "figure": "k4", "title": "k5", "work": "k6",
    "event": "k7",
  ]

  /// The class that colours a type; users' types share four colours.
  static func name(of type: String) -> String {
    if let name = names[type] { return name }
    let sum = type.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    return "k\(8 + sum % 4)"
  }
}
