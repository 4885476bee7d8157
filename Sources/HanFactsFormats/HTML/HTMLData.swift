import HanFacts
import HanText

/// The records of a document as the page's script reads them: short keys, offsets in UTF-16.
///
/// A record: `i` id, `t` type, `y` colour, `k` kind, `x` text, `c` canonical, `e` thing, `o` offsets, `l` line and
/// column, `m` value in words, `v` value, `u` rule, `g` gazetteer rows, `p` confidence, `n` nested, `q` parts. A fact:
/// `i`, `t`, `o`, `l`, `a` arguments as pairs of name and value, `s` source, `z` polarity and modality, `u`, `g`.
enum HTMLData {
  static func write(_ document: Document, into out: inout [UInt8]) {
    out.add("{\"r\":[")
    for (index, entity) in document.entities.enumerated() {
      out.add(index > 0 ? ",\n" : "\n")
      write(entity, into: &out)
    }
    out.add("],\n\"f\":[")
    for (index, fact) in document.facts.enumerated() {
      out.add(index > 0 ? ",\n" : "\n")
      write(fact, into: &out)
    }
    out.add("]}")
  }

  private static func write(_ entity: Entity, into out: inout [UInt8]) {
    let summary = ValueSummary(entity.value)
    out.add("{\"i\":")
    out.addJSON(entity.id)
    member("t", entity.type.rawValue, into: &out)
    member("y", HTMLPalette.name(of: entity.type.rawValue), into: &out)
    member("k", entity.kind ?? summary.kind, into: &out)
    member("x", entity.text, into: &out)
    member("c", entity.canonical, into: &out)
    member("e", entity.entity, into: &out)
    place(entity.range, into: &out)
    if let value = entity.value {
      member("m", summary.phrase, into: &out)
      out.add(",\"v\":")
      write(value.node, into: &out)
    }
    write(entity.evidence, into: &out)
    if let confidence = entity.confidence { out.add(",\"p\":\(confidence.thousandths)") }
    if entity.isNested { out.add(",\"n\":1") }
    if !entity.parts.isEmpty {
      out.add(",\"q\":[")
      for (index, part) in entity.parts.enumerated() {
        out.add(index > 0 ? ",{\"t\":" : "{\"t\":")
        out.addJSON(part.type.rawValue)
        member("x", part.text, into: &out)
        out.add("}")
      }
      out.add("]")
    }
    out.add("}")
  }

  private static func write(_ fact: Fact, into out: inout [UInt8]) {
    out.add("{\"i\":")
    out.addJSON(fact.id)
    member("t", fact.type.rawValue, into: &out)
    place(fact.range, into: &out)
    out.add(",\"a\":[")
    for (index, argument) in fact.arguments.enumerated() {
      out.add(index > 0 ? ",[" : "[")
      out.addJSON(argument.name)
      switch argument.value {
      case .word(let word):
        out.add(",")
        out.addJSON(word)
      case .argument, .list:
        for piece in argument.value.pieces {
          out.add(",")
          write(piece, into: &out)
        }
      }
      out.add("]")
    }
    out.add("]")
    if let source = fact.source {
      out.add(",\"s\":")
      write(source, into: &out)
    }
    let qualifiers = [fact.polarity, fact.modality].compactMap { $0 }
    if !qualifiers.isEmpty { member("z", qualifiers.joined(separator: ", "), into: &out) }
    write(fact.evidence, into: &out)
    out.add("}")
  }

  private static func write(_ argument: FactArgument, into out: inout [UInt8]) {
    out.add("{\"x\":")
    out.addJSON(argument.text)
    member("e", argument.entity, into: &out)
    place(argument.range, into: &out)
    if argument.value != nil { member("m", ValueSummary(argument.value).phrase, into: &out) }
    out.add("}")
  }

  private static func write(_ evidence: Evidence, into out: inout [UInt8]) {
    member("u", evidence.rule, into: &out)
    guard !evidence.gazetteer.isEmpty else { return }
    out.add(",\"g\":[")
    for (index, row) in evidence.gazetteer.enumerated() {
      if index > 0 { out.add(",") }
      out.addJSON(row)
    }
    out.add("]")
  }

  private static func place(_ range: SourceRange, into out: inout [UInt8]) {
    out.add(",\"o\":[\(range.utf16.lowerBound),\(range.utf16.upperBound)],\"l\":[\(range.line),\(range.column)]")
  }

  private static func member(_ key: String, _ text: String?, into out: inout [UInt8]) {
    guard let text else { return }
    out.add(",\"\(key)\":")
    out.addJSON(text)
  }

  /// Writes a value; numbers that JavaScript cannot hold exactly stand as strings.
  private static func write(_ node: JSONNode, into out: inout [UInt8]) {
    switch node {
    case .null: out.add("null")
    case .bool(let flag): out.add(flag ? "true" : "false")
    case .number(let digits): if digits.utf8.count > 15 { out.addJSON(digits) } else { out.add(digits) }
    case .string(let text): out.addJSON(text)
    case .array(let elements):
      out.add("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { out.add(",") }
        write(element, into: &out)
      }
      out.add("]")
    case .object(let members):
      out.add("{")
      for (index, member) in members.enumerated() {
        if index > 0 { out.add(",") }
        out.addJSON(member.key)
        out.add(":")
        write(member.value, into: &out)
      }
      out.add("}")
    }
  }
}
