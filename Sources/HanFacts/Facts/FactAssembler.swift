import HanText

/// Turns drafts into the facts of the document, or their JSON: one for each statement, in text order.
struct FactAssembler {
  let context: FactContext
  let text: SourceText

  /// The facts, sorted and numbered.
  func facts() -> [Fact] {
    let (order, numbers) = numbered()
    return order.map { fact(context.drafts[$0], number: numbers[$0], numbers) }
  }

  /// The drafts in text order, and the number of each.
  private func numbered() -> (order: [Int], numbers: [Int]) {
    var places: [(start: Int, end: Int, index: Int)] = []
    places.reserveCapacity(context.drafts.count)
    for index in context.drafts.indices {
      let range = context.drafts[index].range
      places.append((range.lowerBound, range.upperBound, index))
    }
    places.sort { ($0.start, $0.end, $0.index) < ($1.start, $1.end, $1.index) }
    var numbers = [Int](repeating: 0, count: places.count)
    for (position, place) in places.enumerated() { numbers[place.index] = position + 1 }
    return (places.map(\.index), numbers)
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
    while range.count > 1, Self.isBlank(context.folded[range.lowerBound]) { range = range.dropFirst() }
    while range.count > 1, Self.isBlank(context.folded[range.upperBound - 1]) { range = range.dropLast() }
    return range
  }

  /// The text of a piece without the ends of paragraphs inside it.
  private func surface(_ range: Range<Int>) -> String {
    var result = ""
    forEachLine(range) { result += text.text($0) }
    return result
  }

  /// The parts of a piece between the ends of paragraphs.
  @inline(__always)
  private func forEachLine(_ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    for place in range where context.folded[place] == Self.paragraphEnd {
      body(start..<place)
      start = place + 1
    }
    body(start..<range.upperBound)
  }
}

// MARK: Writing

extension FactAssembler {
  /// Where the last piece stood: the next one is not far.
  private struct Place {
    var start = 0
    var line = 0
  }

  /// Pieces further apart than this are looked up.
  private static let nearby = 512

  /// Writes the array of the facts straight from the drafts: the bytes that ``facts()`` and `Fact` would give.
  ///
  /// - Parameter values: by mention, where its value stands in `out` already; an empty place where it does not
  func write(to out: inout JSONBuffer, values: ScratchBuffer<WrittenValue>) {
    let (order, numbers) = numbered()
    var place = Place()
    text.scalars.withUnsafeBufferPointer { scalars in
      guard let scalars = scalars.baseAddress else { return }
      let writer = Pieces(scalars: scalars, values: values)
      for (position, index) in order.enumerated() {
        if position > 0 { out.raw(",") }
        write(index, numbers, writer, &place, &out)
      }
    }
  }

  /// What pieces are written from.
  private struct Pieces {
    let scalars: UnsafePointer<UInt32>
    let values: ScratchBuffer<WrittenValue>
  }

  private func write(
    _ index: Int, _ numbers: [Int], _ pieces: Pieces, _ place: inout Place, _ out: inout JSONBuffer
  ) {
    let draft = context.drafts[index]
    out.raw("{\"id\":\"f")
    out.number(numbers[index])
    out.raw("\",\"type\":")
    out.string(draft.type.rawValue)
    out.raw(",\"range\":")
    write(draft.range, &place, &out)
    for (name, value) in draft.arguments {
      if case .fact(let other) = value, !numbers.indices.contains(other) { continue }
      out.raw(",")
      out.string(name)
      out.raw(":")
      switch value {
      case .piece(let piece): write(piece, pieces, &place, &out)
      case .list(let list):
        out.raw("[")
        for number in list.indices {
          if number > 0 { out.raw(",") }
          write(list[number], pieces, &place, &out)
        }
        out.raw("]")
      case .word(let word): out.string(word)
      case .fact(let other):
        out.raw("\"f")
        out.number(numbers[other])
        out.raw("\"")
      }
    }
    if let polarity = draft.polarity {
      out.raw(",\"polarity\":")
      out.string(polarity)
    }
    if let modality = draft.modality {
      out.raw(",\"modality\":")
      out.string(modality)
    }
    if let source = draft.source {
      out.raw(",\"source\":")
      write(source, pieces, &place, &out)
    }
    out.raw(",\"evidence\":{\"rule\":")
    out.string(draft.rule)
    out.raw("}}")
  }

  private func write(_ piece: FactPiece, _ pieces: Pieces, _ place: inout Place, _ out: inout JSONBuffer) {
    let range = trimmed(piece.range)
    out.raw("{\"text\":\"")
    forEachLine(range) { out.surface(pieces.scalars + $0.lowerBound, $0.count) }
    out.raw("\",\"range\":")
    write(range, &place, &out)
    context.mentions.withUnsafeBufferPointer { mentions in
      guard let first = mentions.baseAddress, mentions.indices.contains(piece.mention) else { return }
      write(first + piece.mention, piece.mention, pieces, &out)
    }
    out.raw("}")
  }

  /// Writes the thing of a mention, or the value of a date or figure.
  private func write(
    _ mention: UnsafePointer<Mention>, _ number: Int, _ pieces: Pieces, _ out: inout JSONBuffer
  ) {
    switch mention.pointee.type {
    case .date, .figure:
      let written = number < pieces.values.count ? pieces.values.base[number].range : 0..<0
      if !written.isEmpty {
        out.raw(",\"value\":")
        out.again(written)
      } else if let value = mention.pointee.value {
        out.raw(",\"value\":")
        value.write(to: &out)
      }
      return
    case .person where mention.pointee.thing > 0: out.raw(",\"entity\":\"p")
    case .organization where mention.pointee.thing > 0: out.raw(",\"entity\":\"o")
    case .place where mention.pointee.thing > 0: out.raw(",\"entity\":\"l")
    default: return
    }
    out.number(mention.pointee.thing)
    out.raw("\"")
  }

  private func write(_ range: Range<Int>, _ place: inout Place, _ out: inout JSONBuffer) {
    if abs(range.lowerBound - place.start) <= Self.nearby {
      out.range(text.range(range, near: &place.line))
    } else {
      let found = text.range(range)
      place.line = found.line - 1
      out.range(found)
    }
    place.start = range.lowerBound
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
