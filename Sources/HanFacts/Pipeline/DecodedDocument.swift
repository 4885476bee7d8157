import HanGazetteer
import HanText

/// The tokens of a document, sentence by sentence: what all later stages read.
struct DecodedDocument {
  /// One sentence: its characters in the stream and its tokens.
  struct Sentence {
    var range: Range<Int>
    var tokens: Range<Int>
  }

  var sentences: [Sentence] = []
  var tokens: [DecodedToken] = []
  /// The tokens inside composed organizations.
  var inner: [DecodedToken] = []
  /// Listed names that stand over the tokens.
  var overlays: [Overlay] = []

  /// Whether a place of the stream lies inside a token.
  func cutsToken(at index: Int) -> Bool {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= index { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start < index
  }

  /// Appends sentences of another decoding of the same text.
  mutating func copy(_ numbers: Range<Int>, of other: DecodedDocument) {
    guard let first = numbers.first, let last = numbers.last else { return }
    let source = other.sentences[first].tokens.lowerBound..<other.sentences[last].tokens.upperBound
    let shift = tokens.count - source.lowerBound
    tokens.append(contentsOf: other.tokens[source])
    for index in (source.lowerBound + shift)..<tokens.count where tokens[index].innerCount > 0 {
      let start = Int(tokens[index].innerStart)
      let count = Int(tokens[index].innerCount)
      tokens[index].innerStart = Int32(truncatingIfNeeded: inner.count)
      inner.append(contentsOf: other.inner[start..<(start + count)])
    }
    for number in numbers {
      let sentence = other.sentences[number]
      sentences.append(
        Sentence(
          range: sentence.range,
          tokens: (sentence.tokens.lowerBound + shift)..<(sentence.tokens.upperBound + shift)))
    }
  }

  mutating func removeAll() {
    overlays.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    inner.removeAll(keepingCapacity: true)
  }
}

/// Decodes a document: sentences one after the other, then again those that hold names the document has proven.
final class DocumentDecoder {
  private let knowledge: KnowledgeBase
  let decoder: SentenceDecoder
  private(set) var codes: [ScratchBuffer<UInt16>]
  private let documentNames = DocumentNames()
  private let nameFinder: DocumentNameFinder
  private var again = DecodedDocument()
  private(set) var decoded = DecodedDocument()
  /// The numbers of the sentences that were decoded again.
  private var redone: [Int] = []

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    decoder = SentenceDecoder(knowledge: knowledge)
    nameFinder = DocumentNameFinder(knowledge: knowledge)
    codes = knowledge.images.map { _ in ScratchBuffer<UInt16>(capacity: 4096) }
  }

  /// Decodes the text; the spans of dates and figures are in text order.
  func decode(_ text: SourceText, spans: [ScannedSpan]) {
    decoded.removeAll()
    documentNames.removeAll()
    decoder.lattice.documentNames = nil
    decoder.lattice.doubtful.begin()
    let count = text.count
    for number in codes.indices { encode(text, number) }
    text.folded.withUnsafeBufferPointer { folded in
      text.flags.withUnsafeBufferPointer { flags in
        spans.withUnsafeBufferPointer { spans in
          guard let folded = folded.baseAddress, let flags = flags.baseAddress else { return }
          let input = DecoderInput(
            folded: folded, flags: flags, codes: codes.map { UnsafePointer($0.base) }, count: count)
          let credits = CreditNames(knowledge: knowledge, text: text).names()
          firstPass(input, text.sentences, spans)
          decoded.setPersons(credits, text, knowledge)
          decoded.mendParts(text, knowledge)
          decoder.lattice.doubtful.prove(decoded.tokens)
          secondPass(input, spans, text)
          if !redone.isEmpty { decoded.mendParts(text, knowledge, in: redone) }
          decoded.mendBodies(text, knowledge)
          decoded.setPersons(credits, text, knowledge)
          decoded.dropThings(text, knowledge)
        }
      }
    }
  }

  /// Sets the codes of the characters in one image.
  private func encode(_ text: SourceText, _ number: Int) {
    let buffer = codes[number]
    let image = knowledge.images[number]
    // The model of characters is indexed by the built-in codes: unknown characters have a place there too.
    let unknownHan = number == 0 ? knowledge.model.unknownHan : 0
    let unknownOther = number == 0 ? knowledge.model.unknownOther : 0
    text.folded.withUnsafeBufferPointer { folded in
      buffer.resize(folded.count + 1)
      guard let scalars = folded.baseAddress else { return }
      let table = UnsafePointer(image.codeTable)
      let codes = buffer.base
      for index in 0..<folded.count {
        let scalar = scalars[index]
        var code = table[Int(scalar & 0xFFFF)]
        if code == 0 || scalar > 0xFFFF {
          code = scalar > 0xFFFF ? image.code(of: scalar) : 0
          if code == 0 { code = CharacterKind(scalar) == .han ? unknownHan : unknownOther }
        }
        codes[index] = code
      }
      codes[folded.count] = 0
    }
  }

  static func spans(
    of range: Range<Int>, in spans: UnsafeBufferPointer<ScannedSpan>, from: inout Int
  ) -> UnsafeBufferPointer<ScannedSpan> {
    while from < spans.count, Int(spans[from].start) < range.lowerBound { from += 1 }
    var end = from
    while end < spans.count, Int(spans[end].start) < range.upperBound { end += 1 }
    return UnsafeBufferPointer(rebasing: spans[from..<end])
  }

  /// Sentences longer than this are decoded in pieces: memory stays bounded on text without marks.
  private static let pieceLimit = 2_000

  private func firstPass(
    _ input: DecoderInput, _ sentences: [Range<Int>], _ spans: UnsafeBufferPointer<ScannedSpan>
  ) {
    // Taken out of the object, whose properties cost a check each time.
    var decoded = self.decoded
    self.decoded = DecodedDocument()
    defer { self.decoded = decoded }
    var from = 0
    for sentence in sentences {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        let end = min(start + Self.pieceLimit, sentence.upperBound)
        let first = decoded.tokens.count
        decoder.lattice.build(input, range: start..<end, spans: Self.spans(of: start..<end, in: spans, from: &from))
        for index in 0..<decoder.lattice.overlays.count {
          decoded.overlays.append(decoder.lattice.overlays.base[index])
        }
        decoder.decode(into: &decoded)
        decoded.sentences.append(.init(range: start..<end, tokens: first..<decoded.tokens.count))
        start = end
      }
    }
  }

  private func secondPass(_ input: DecoderInput, _ spans: UnsafeBufferPointer<ScannedSpan>, _ text: SourceText) {
    redone.removeAll(keepingCapacity: true)
    nameFinder.find(in: decoded, input, into: documentNames)
    CompanyNames(knowledge: knowledge, input: input).find(in: decoded, into: documentNames)
    TeamNames(knowledge: knowledge, input: input).find(in: decoded, into: documentNames)
    if documentNames.isEmpty, !decoder.lattice.doubtful.hasProven { return }
    decoder.lattice.documentNames = documentNames
    // Locals are read without the checks that properties of an object need.
    let decoded = self.decoded
    var sighting = 0
    guard let first = decoded.sentences.firstIndex(where: { needsDecoding($0, decoded, input, &sighting) }) else {
      return
    }
    var again = self.again
    self.again = DecodedDocument()
    again.removeAll()
    again.overlays = decoded.overlays
    again.copy(0..<first, of: decoded)
    var from = 0
    var kept = first
    for number in first..<decoded.sentences.count
    where number == first || needsDecoding(decoded.sentences[number], decoded, input, &sighting) {
      let sentence = decoded.sentences[number]
      again.copy(kept..<number, of: decoded)
      kept = number + 1
      redone.append(number)
      let token = again.tokens.count
      decoder.lattice.build(
        input, range: sentence.range, spans: Self.spans(of: sentence.range, in: spans, from: &from))
      decoder.decode(into: &again)
      again.sentences.append(.init(range: sentence.range, tokens: token..<again.tokens.count))
    }
    again.copy(kept..<decoded.sentences.count, of: decoded)
    self.again = decoded
    self.decoded = again
  }

  /// Whether a proven name stands in the sentence where the first pass did not read it as one token.
  private func needsDecoding(
    _ sentence: DecodedDocument.Sentence, _ decoded: DecodedDocument, _ input: DecoderInput, _ sighting: inout Int
  ) -> Bool {
    if decoder.lattice.doubtful.isUnread(in: sentence.range, from: &sighting) {
      return true
    }
    var token = sentence.tokens.lowerBound
    let names = documentNames
    let end = sentence.range.upperBound
    let starts = names.starts
    for index in sentence.range where starts.contains(input.folded[index]) {
      while token < sentence.tokens.upperBound, decoded.tokens[token].end <= index { token += 1 }
      var found = false
      names.forEachName(in: input.folded, from: index, to: end) { end, name in
        guard token < sentence.tokens.upperBound else { return }
        let current = decoded.tokens[token]
        if current.start == index, current.end == end, current.wordClass == name.wordClass {
          // 雁荡精工, which the text declares to be a name, is more than a place and a trade.
          if current.source == .composed, name.cost <= DocumentNames.declared { found = true }
          return
        }
        // 俊平 in 王俊平: what stands inside a name of its kind was read with it.
        // But 佟乐 in 佟乐|后.
        let isCut = name.isCut && current.start == index && current.end == end + 1
        // 杜邦, the company, and 莱尔·杜邦.
        let isPart =
          name.wordClass == .person && name.full != name.number && current.source == .listed
          && current.start == index && current.end == end
        if current.start <= index, current.end >= end, !isCut, !isPart,
          current.wordClass == .organization || current.wordClass == name.wordClass
        {
          return
        }
        found = true
      }
      if found { return true }
    }
    return false
  }
}
