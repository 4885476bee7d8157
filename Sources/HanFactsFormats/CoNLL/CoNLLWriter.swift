import HanFacts
import HanText

/// Writes CoNLL columns: one character a line, a tabulator, its BIO label; a blank line behind each sentence.
///
/// White space is left out, as layout is from records. Of nested records the outer one is written, of two that
/// cross the first. Each document begins with a comment, as in CoNLL-U:
/// ```text
/// # newdoc id = news.txt
/// 新	B-organization
/// 华	I-organization
/// 社	I-organization
/// 北	B-place
/// 京	I-place
/// ```
public struct CoNLLWriter: DocumentWriter, Sendable {
  private let layout: LayoutMode

  /// A writer of texts that were read with this layout, which decides where sentences end.
  public init(layout: LayoutMode = .auto) { self.layout = layout }

  /// Appends nothing.
  public mutating func begin(into out: inout [UInt8]) {}

  /// Appends the characters of a document. Linear in the text.
  public mutating func write(_ document: Document, source: [UInt8], into out: inout [UInt8]) {
    out.add("# newdoc id = ")
    out.add(String(String.UnicodeScalarView(document.id.unicodeScalars.map { $0.breaksLine ? " " : $0 })))
    out.add("\n")
    // A text that is not UTF-8 has no records: nothing but its comment is written.
    guard let text = try? SourceText(utf8: source, layout: layout) else {
      out.add("\n")
      return
    }
    let owners = Self.owners(of: document.entities, in: text)
    let labels = document.entities.map { Self.label($0.type) }
    var needsBreak = false
    var wrote = false
    var last: Int32 = -1
    for sentence in text.sentences {
      for index in sentence {
        guard let character = Unicode.Scalar(text.scalars[index]), !character.isLayout else { continue }
        let owner = owners[index]
        let continues = owner >= 0 && owner == last
        if needsBreak, !continues { out.add("\n") }
        needsBreak = false
        wrote = true
        out.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
        if owner >= 0 {
          out.add(continues ? "\tI-" : "\tB-")
          out.add(labels[Int(owner)])
          out.add("\n")
        } else {
          out.add("\tO\n")
        }
        last = owner
      }
      // Nothing parts a sentence of white space from the one before, and nothing parts a record.
      needsBreak = wrote
    }
    out.add("\n")
  }

  /// Appends nothing.
  public mutating func end(into out: inout [UInt8]) {}

  /// For each character of the stream the index of its entity, −1 for none.
  private static func owners(of entities: [Entity], in text: SourceText) -> [Int32] {
    var owners = [Int32](repeating: -1, count: text.count)
    let outerFirst = entities.indices.sorted { left, right in
      let (first, second) = (entities[left].range.scalars, entities[right].range.scalars)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      return first.count != second.count ? first.count > second.count : left < right
    }
    var free = 0
    for index in outerFirst {
      let range = text.normalizedRange(sourceScalars: entities[index].range.scalars)
      guard range.lowerBound >= free, !range.isEmpty else { continue }
      for character in range { owners[character] = Int32(truncatingIfNeeded: index) }
      free = range.upperBound
    }
    return owners
  }

  private static func label(_ type: EntityType) -> String {
    String(String.UnicodeScalarView(type.rawValue.unicodeScalars.map { $0.isLayout ? "_" : $0 }))
  }
}
