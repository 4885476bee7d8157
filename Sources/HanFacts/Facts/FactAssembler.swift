import HanText

/// Turns drafts into the facts of the document: one for each statement, in text order, with names and strings.
struct FactAssembler {
  let context: FactContext
  let text: SourceText

  /// The facts, sorted and numbered.
  func facts() -> [Fact] {
    let drafts = context.drafts
    let order = drafts.indices.sorted {
      (drafts[$0].range.lowerBound, drafts[$0].range.upperBound, $0) < (
        drafts[$1].range.lowerBound, drafts[$1].range.upperBound, $1
      )
    }
    var numbers = [Int](repeating: 0, count: drafts.count)
    for (position, index) in order.enumerated() { numbers[index] = position + 1 }
    return order.map { fact(drafts[$0], number: numbers[$0], numbers) }
  }

  private func fact(_ draft: FactDraft, number: Int, _ numbers: [Int]) -> Fact {
    var arguments: [Fact.Argument] = []
    for (name, value) in draft.arguments {
      switch value {
      case .piece(let piece): arguments.append(.init(name: name, value: .argument(argument(piece))))
      case .list(let pieces): arguments.append(.init(name: name, value: .list(pieces.map(argument))))
      case .word(let word): arguments.append(.init(name: name, value: .word(word)))
      case .fact(let index):
        if numbers.indices.contains(index) { arguments.append(.init(name: name, value: .word("f\(numbers[index])"))) }
      }
    }
    return Fact(
      id: "f\(number)", type: draft.type, range: text.range(draft.range), arguments: arguments,
      polarity: draft.polarity,
      modality: draft.modality, source: draft.source.map(argument), evidence: Evidence(rule: draft.rule))
  }

  private func argument(_ piece: FactPiece) -> FactArgument {
    let range = trimmed(piece.range)
    var argument = FactArgument(text: surface(range), range: text.range(range))
    if piece.mention >= 0 {
      let mention = context.mentions[piece.mention]
      argument.entity = mention.thingName
      if mention.type == .date || mention.type == .figure { argument.value = mention.value }
    }
    return argument
  }
}

extension FactAssembler {
  /// The end of a paragraph inside a quotation: layout, as every line end.
  private static let paragraphEnd: UInt32 = 0x0A

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == paragraphEnd || scalar == 0x20 || scalar == 0x3000
  }

  /// Without blanks at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, Self.isBlank(text.folded[range.lowerBound]) { range = range.dropFirst() }
    while range.count > 1, Self.isBlank(text.folded[range.upperBound - 1]) { range = range.dropLast() }
    return range
  }

  /// The text of a piece without the ends of paragraphs inside it.
  private func surface(_ range: Range<Int>) -> String {
    var start = range.lowerBound
    var result = ""
    for place in range where text.folded[place] == Self.paragraphEnd {
      result += text.text(start..<place)
      start = place + 1
    }
    return result + text.text(start..<range.upperBound)
  }
}

extension Mention {
  /// The thing's name in the document, or nil.
  var thingName: String? {
    guard thing > 0 else { return nil }
    switch type {
    case .person: return "p\(thing)"
    case .organization: return "o\(thing)"
    case .place: return "l\(thing)"
    default: return nil
    }
  }
}
