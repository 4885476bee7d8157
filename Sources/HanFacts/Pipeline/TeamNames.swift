import HanGazetteer
import HanText

/// The names of teams and bands that no table lists and that what they do proves.
///
/// ```
/// [南通启岳]客场逆转    [合肥NOVA]队长    [保定长城]击败[大连人]    [旧仓库乐队]主唱苗亦禾
/// ```
/// One pass over the tokens, linear.
struct TeamNames {
  private let knowledge: KnowledgeBase
  private let input: DecoderInput
  private let words: BodyWords
  private let sports: UInt16
  private let culture: UInt16
  /// The marks of so many bands are looked for in the text.
  private static let bandLimit = 4

  init(knowledge: KnowledgeBase, input: DecoderInput) {
    self.knowledge = knowledge
    self.input = input
    words = knowledge.scanners.bodyWords
    sports = knowledge.number(ofKind: "sports")
    culture = knowledge.number(ofKind: "culture")
  }

  private var folded: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: input.folded, count: input.count) }

  /// Adds the names of `document` to `names`.
  func find(in document: DecodedDocument, into names: DocumentNames) {
    var bands = 0
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        for index in sentence.tokens {
          switch tokens[index].wordClass {
          case .place where index + 1 < sentence.tokens.upperBound && tokens[index].source == .listed:
            addTeam(from: index, sentence.tokens, tokens, into: names)
          case .noun where bands < Self.bandLimit && words[.band].contains(tokens[index], folded):
            if addBand(index, sentence, tokens, into: names) { bands += 1 }
          case .organization where bands < Self.bandLimit && tokens[index].kind == culture:
            if addMark(of: tokens[index], document, into: names) { bands += 1 }
          default: break
          }
        }
      }
    }
  }

  /// 南通启岳 beside 逆转, 合肥NOVA before 队长: a place and a mark beside what teams do and have.
  private func addTeam(
    from index: Int, _ sentence: Range<Int>, _ tokens: UnsafeBufferPointer<DecodedToken>, into names: DocumentNames
  ) {
    let place = tokens[index]
    guard (2...3).contains(place.end - place.start), !knowledge.isCountry(place) else { return }
    let first = tokens[index + 1]
    guard first.start == place.end else { return }
    var end = first.end
    var isUnknown = false
    if first.wordClass == .latin {
      guard (2...8).contains(end - first.start), folded[first.start] >= 0x41, folded[first.start] <= 0x5A else {
        return
      }
      isUnknown = true
    } else {
      var next = index + 1
      while next < sentence.upperBound, tokens[next].end <= place.end + 2 {
        switch tokens[next].wordClass {
        case .character: isUnknown = true
        case .noun, .verb, .adjective, .place: break
        default: return
        }
        end = tokens[next].end
        next += 1
      }
      guard end == place.end + 2, !words[.noTeam].contains(place.end..<end, folded) else { return }
      if !isUnknown, !isTeamOfWords(index, first, end, sentence, tokens) { return }
    }
    guard
      knowledge.supports.support(kind: sports, input.folded, from: place.start, to: end, length: input.count)
    else { return }
    let full = names.add(
      input.folded + place.start, end - place.start, wordClass: .organization, cost: 4_000, kind: sports)
    guard isUnknown, full >= 0 else { return }
    names.add(
      input.folded + place.end, end - place.end, wordClass: .organization, cost: 6_500, kind: sports, full: full)
  }

  /// 保定长城 in 保定长城击败大连人: a mark that is one word, which needs another team in the sentence.
  private func isTeamOfWords(
    _ index: Int, _ mark: DecodedToken, _ end: Int, _ sentence: Range<Int>,
    _ tokens: UnsafeBufferPointer<DecodedToken>
  ) -> Bool {
    guard mark.end == end, mark.wordClass == .noun || mark.wordClass == .place else { return false }
    for other in max(sentence.lowerBound, index - 8)..<min(sentence.upperBound, index + 9)
    where tokens[other].wordClass == .organization && knowledge.isKind(tokens[other], "sports") {
      return true
    }
    return false
  }

  /// 旧仓库乐队 before 主唱: words behind a mark, and 乐队; behind it what only bands have.
  private func addBand(
    _ index: Int, _ sentence: DecodedDocument.Sentence, _ tokens: UnsafeBufferPointer<DecodedToken>,
    into names: DocumentNames
  ) -> Bool {
    let band = tokens[index]
    guard isOfBand(band.end) else { return false }
    var first = index
    while first > sentence.tokens.lowerBound {
      let part = tokens[first - 1]
      if part.wordClass.isPunctuation { break }
      switch part.wordClass {
      case .noun, .adjective, .verb, .character, .latin, .place: break
      default: return false
      }
      if part.end != tokens[first].start || band.start - part.start > 6 || words[.music].contains(part, folded) {
        return false
      }
      first -= 1
    }
    let start = tokens[first].start
    guard band.start - start >= 2 else { return false }
    let full = names.add(
      input.folded + start, band.end - start, wordClass: .organization, cost: 3_000, kind: culture)
    addMark(start..<band.start, full, into: names)
    return true
  }

  /// 旧仓库 of 旧仓库乐队, which the first decoding read.
  private func addMark(of token: DecodedToken, _ document: DecodedDocument, into names: DocumentNames) -> Bool {
    guard token.source == .composed, token.innerCount >= 2 else { return false }
    let head = document.inner[Int(token.innerStart + token.innerCount) - 1]
    guard words[.band].contains(head, folded) else { return false }
    let full = names.add(
      input.folded + token.start, token.end - token.start, wordClass: .organization, cost: 5_000, kind: culture)
    addMark(token.start..<head.start, full, into: names)
    return true
  }

  private func addMark(_ mark: Range<Int>, _ full: Int32, into names: DocumentNames) {
    guard full >= 0, mark.count >= 3, isAlone(mark) else { return }
    names.add(
      input.folded + mark.lowerBound, mark.count, wordClass: .organization, cost: 6_500, kind: culture, full: full)
  }

  /// Whether the text has a mark before what only bands have.
  private func isAlone(_ mark: Range<Int>) -> Bool {
    var place = 0
    while place + mark.count < input.count {
      if folded[place] == folded[mark.lowerBound],
        (0..<mark.count).allSatisfy({ folded[place + $0] == folded[mark.lowerBound + $0] }),
        isOfBand(place + mark.count)
      {
        return true
      }
      place += 1
    }
    return false
  }

  private func isOfBand(_ offset: Int) -> Bool {
    words[.ofBand].contains(offset..<offset + 2, folded) || words[.ofBand].contains(offset..<offset + 3, folded)
  }
}
