import HanFacts
import HanText

/// A text with its records marked: `[王宏升](person)说`, nested `[[上海](place)交通大学](organization)`.
///
/// Line ends inside a mark are layout: the record's text has none.
struct MarkedText {
  private(set) var source = ""
  private(set) var entities: [Entity] = []

  init(_ marked: String) {
    var open: [(start: Int, order: Int)] = []
    var plain: [Unicode.Scalar] = []
    var found: [(order: Int, type: String, range: Range<Int>)] = []
    var order = 0
    var rest = Array(marked.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "[":
        open.append((plain.count, order))
        order += 1
      case "]":
        guard let mark = open.popLast(), rest.popFirst() == "(" else { preconditionFailure("bad mark in \(marked)") }
        var type = ""
        while let next = rest.popFirst(), next != ")" { type.unicodeScalars.append(next) }
        found.append((mark.order, type, mark.start..<plain.count))
      default: plain.append(scalar)
      }
    }
    source = Self.string(plain)
    for (index, mark) in found.sorted(by: { $0.order < $1.order }).enumerated() {
      let text = Self.string(plain[mark.range].filter { $0 != "\n" && $0 != "\r" })
      entities.append(
        Entity(
          id: "e\(index + 1)", type: EntityType(rawValue: mark.type), text: text,
          range: Self.range(mark.range, in: plain), evidence: Evidence(rule: "test")))
    }
  }

  /// Changes a record.
  mutating func set(_ index: Int, _ change: (inout Entity) -> Void) { change(&entities[index]) }

  var utf8: [UInt8] { Array(source.utf8) }

  func document(id: String = "a.txt", facts: [Fact] = []) -> Document {
    Document(
      id: id, length: .init(utf8: source.utf8.count, scalars: source.unicodeScalars.count), entities: entities,
      facts: facts)
  }

  /// The argument that a record is.
  func argument(_ index: Int) -> FactValue {
    .argument(FactArgument(text: entities[index].text, range: entities[index].range, entity: entities[index].entity))
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  static func range(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> SourceRange {
    let before = string(scalars[..<range.lowerBound])
    let inside = string(scalars[range])
    let lineStart = (scalars[..<range.lowerBound].lastIndex { $0 == "\n" }).map { $0 + 1 } ?? 0
    return SourceRange(
      utf8: before.utf8.count..<before.utf8.count + inside.utf8.count, scalars: range,
      utf16: before.utf16.count..<before.utf16.count + inside.utf16.count,
      line: scalars[..<range.lowerBound].count { $0 == "\n" } + 1, column: range.lowerBound - lineStart + 1)
  }
}

/// The output of a writer for documents and their texts.
func output(_ writer: some DocumentWriter, _ documents: [(Document, [UInt8])]) -> String {
  var writer = writer
  var out: [UInt8] = []
  writer.begin(into: &out)
  for (document, source) in documents { writer.write(document, source: source, into: &out) }
  writer.end(into: &out)
  return String(decoding: out, as: UTF8.self)
}

/// The output of a writer for one marked text.
func output(_ writer: some DocumentWriter, _ marked: MarkedText, id: String = "a.txt", facts: [Fact] = []) -> String {
  output(writer, [(marked.document(id: id, facts: facts), marked.utf8)])
}

extension Fact {
  /// A fact over the records of a text.
  static func over(_ marked: MarkedText, type: FactType, id: String = "f1", _ arguments: [(String, FactValue)]) -> Fact
  {
    Fact(
      id: id, type: type, range: marked.entities[0].range,
      arguments: arguments.map { .init(name: $0.0, value: $0.1) }, evidence: Evidence(rule: "test"))
  }
}

/// A random generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
