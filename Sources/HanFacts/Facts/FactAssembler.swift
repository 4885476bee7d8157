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
    var argument = FactArgument(text: text.text(piece.range), range: text.range(piece.range))
    if piece.mention >= 0 {
      let mention = context.mentions[piece.mention]
      argument.entity = mention.thingName
      if mention.type == .date || mention.type == .figure { argument.value = mention.value }
    }
    return argument
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
