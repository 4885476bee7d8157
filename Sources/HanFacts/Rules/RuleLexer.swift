/// Cuts a rules file into words, strings and marks. O(n), no backtracking.
struct RuleLexer {
  /// A piece of the file.
  struct Lexeme: Hashable {
    enum Kind: Hashable { case word, string, mark, end }
    var kind: Kind
    var text: String
    var position: RulePosition
  }

  private(set) var lexemes: [Lexeme] = []
  private(set) var diagnostics: [RuleDiagnostic] = []
  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Reads a whole file.
  init(text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
    while index < scalars.count { readOne() }
    lexemes.append(Lexeme(kind: .end, text: "the end of the file", position: position))
  }

  private var position: RulePosition { RulePosition(line: line, column: index - lineStart + 1) }

  private mutating func newline() {
    index += 1
    line += 1
    lineStart = index
  }

  private mutating func readOne() {
    let scalar = scalars[index]
    switch scalar {
    case "\n": newline()
    case "\r":
      if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
      newline()
    case " ", "\t", "\u{FEFF}", "\u{3000}": index += 1
    case "#": while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" { index += 1 }
    case "\"": readString()
    default:
      if Self.isWord(scalar) { readWord() } else { readMark() }
    }
  }

  private mutating func readString() {
    let start = position
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count, scalars[index] != "\"", scalars[index] != "\n", scalars[index] != "\r" {
      if scalars[index] == "\\", index + 1 < scalars.count {
        index += 1
        switch scalars[index] {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "\"", "\\": text.append(scalars[index])
        default: report(position, "unknown escape '\\\(scalars[index])'; only \\\" \\\\ \\n \\t are known")
        }
      } else {
        text.append(scalars[index])
      }
      index += 1
    }
    if index < scalars.count, scalars[index] == "\"" {
      index += 1
    } else {
      report(start, "string without closing \"")
    }
    lexemes.append(Lexeme(kind: .string, text: String(text), position: start))
  }

  private mutating func readWord() {
    let start = position
    let first = index
    while index < scalars.count {
      let scalar = scalars[index]
      let joins =
        scalar == "." && index + 1 < scalars.count && scalars[index + 1] != "." && Self.isWord(scalars[index + 1])
      guard Self.isWord(scalar) || joins else { break }
      index += 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first..<index])
    lexemes.append(Lexeme(kind: .word, text: String(text), position: start))
  }

  private mutating func readMark() {
    let start = position
    let scalar = scalars[index]
    index += 1
    var text = String(Character(scalar))
    // Marks of two characters.
    if index < scalars.count {
      let pair = text + String(Character(scalars[index]))
      if ["=>", "^^", "$$", ".."].contains(pair) {
        text = pair
        index += 1
      }
    }
    lexemes.append(Lexeme(kind: .mark, text: text, position: start))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
      || scalar == "/"
      || scalar == "%"
  }

  private mutating func report(_ position: RulePosition, _ message: String) {
    guard diagnostics.count < 100 else { return }
    diagnostics.append(RuleDiagnostic(file: file, line: position.line, column: position.column, message: message))
  }
}
