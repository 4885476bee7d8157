import HanFacts

/// Reads text-bound annotations of brat's standoff format.
struct BratAnnotations {
  private let file: String
  private let scalars: [Unicode.Scalar]

  init(file: String, text: [UInt8]) {
    self.file = file
    scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  }

  func document(in bytes: [UInt8], id: String) throws(AnnotationFileError) -> EvaluationDocument {
    var mentions: [(name: String, mention: EvaluationDocument.Mention)] = []
    var triggers: Set<String> = []
    for (number, line) in AnnotationLines(bytes[...]) where !line.isEmpty {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      let name = String(decoding: fields[0], as: UTF8.self)
      switch name.utf8.first {
      case UInt8(ascii: "T"): mentions.append((name, try mention(fields, line: number)))
      case UInt8(ascii: "E"):
        guard fields.count >= 2, let trigger = Self.trigger(fields[1]) else {
          throw fault(number, Self.width(fields[0]) + 2, "expected 'TYPE:TRIGGER' behind '\(name)'")
        }
        triggers.insert(trigger)
      case UInt8(ascii: "R"), UInt8(ascii: "A"), UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "#"),
        UInt8(ascii: "*"):
        if fields.count < 2 { throw fault(number, Self.width(line) + 1, "expected a tabulator behind '\(name)'") }
      default: throw fault(number, 1, "expected the id of an annotation (T, E, R, A, M, N, # or *)")
      }
    }
    return EvaluationDocument(
      id: id, text: String(String.UnicodeScalarView(scalars)),
      mentions: mentions.filter { !triggers.contains($0.name) && $0.mention.type != "argument" }.map(\.mention))
  }

  private func fault(_ line: Int, _ column: Int, _ message: String) -> AnnotationFileError {
    AnnotationFileError(file: file, line: line, column: column, message)
  }

  /// The length in scalars.
  private static func width(_ field: ArraySlice<UInt8>) -> Int { field.count { $0 & 0xC0 != 0x80 } }

  private static func trigger(_ field: ArraySlice<UInt8>) -> String? {
    let head = field.prefix { $0 != 0x20 }
    guard let colon = head.lastIndex(of: UInt8(ascii: ":")), colon + 1 < head.endIndex else { return nil }
    return String(decoding: head[(colon + 1)...], as: UTF8.self)
  }

  /// `T1 ⇥ type 0 2;3 5 ⇥ text`.
  private func mention(
    _ fields: [ArraySlice<UInt8>], line: Int
  ) throws(AnnotationFileError) -> EvaluationDocument.Mention {
    let column = Self.width(fields[0]) + 2
    guard fields.count >= 3 else { throw fault(line, column, "expected 'TYPE START END', a tabulator and the text") }
    let words = String(decoding: fields[1], as: UTF8.self).split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { throw fault(line, column, "expected 'TYPE START END'") }
    var pieces: [Range<Int>] = []
    for piece in words[1].split(separator: ";", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: " ").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start < end else {
        throw fault(line, column + words[0].unicodeScalars.count + 1, "'\(piece)' is no range 'START END'")
      }
      guard end <= scalars.count, pieces.last.map({ $0.upperBound <= start }) ?? true else {
        throw fault(
          line, column + words[0].unicodeScalars.count + 1,
          end > scalars.count ? "the range ends at \(end), the text at \(scalars.count)" : "the pieces are not in order"
        )
      }
      pieces.append(start..<end)
    }
    let text = fields[2...].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\t")
    let found = pieces.flatMap { scalars[$0].filter { !$0.isLayout } }
    guard found == text.unicodeScalars.filter({ !$0.isLayout }) else {
      let standing = String(String.UnicodeScalarView(found.prefix(30)))
      throw fault(line, column + Self.width(fields[1]) + 1, "the text there is '\(standing)', not '\(text)'")
    }
    let range = pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound
    return .init(type: EntityType(rawValue: String(words[0])), range: range, text: text)
  }
}
