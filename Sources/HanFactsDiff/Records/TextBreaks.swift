/// How strong the boundaries in the text between records are.
///
/// Of several records with the same line, any may be called the one that is gone; the one whose neighbourhood is a
/// whole sentence or paragraph is the one that was cut out.
enum TextBreaks {
  /// A boundary that nothing surpasses: the start and the end of the document.
  static let edge: UInt8 = 4

  /// One strength per record, for the text between the start of the record before and its own.
  ///
  /// - Parameters:
  ///   - starts: where the records start in the text, in UTF-8 bytes, ascending
  ///   - places: their lines and columns, used where there is no text
  ///   - text: the source, if it is at hand
  static func strengths(starts: [Int], places: [RecordPlace], text: [UInt8]?) -> [UInt8] {
    starts.indices.map { index in
      guard index > 0 else { return edge }
      if let text, starts[index] <= text.count, starts[index - 1] <= starts[index] {
        return strength(of: text[starts[index - 1]..<starts[index]])
      }
      guard places[index].line != places[index - 1].line else { return 0 }
      return places[index].column <= 3 ? 2 : 1
    }
  }

  /// 3 for a blank line or an indent after a line end, 2 for the end of a sentence, 1 for a line end or a semicolon.
  private static func strength(of text: ArraySlice<UInt8>) -> UInt8 {
    var strongest: UInt8 = 0
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        let isCRLF = byte == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
        index += isCRLF ? 2 : 1
        let startsParagraph = index < text.endIndex && startsBlank(text[index...])
        strongest = max(strongest, startsParagraph ? 3 : 1)
        continue
      }
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        strongest = max(strongest, 2)
      } else if byte >= 0xE3, index + 2 < text.endIndex {
        switch (byte, text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): strongest = max(strongest, 2)  // 。！？
        case (0xEF, 0xBC, 0x9B): strongest = max(strongest, 1)  // ；
        default: break
        }
      }
      index += 1
    }
    return strongest
  }

  /// Whether a line begins with white space or is empty.
  private static func startsBlank(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case 0x0A, 0x0D, 0x20, 0x09: true
    case 0xE3: line.dropFirst().starts(with: [0x80, 0x80])
    default: false
    }
  }
}
