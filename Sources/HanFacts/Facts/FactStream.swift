import HanText

/// A token as facts and rules read it: names, dates and figures are one token each.
struct FactToken: BitwiseCopyable {
  /// First character in the normalised stream.
  var start: Int32
  /// One past the last character.
  var end: Int32
  /// The decoder's class; `date` and `figure` for what the scanners found, `other` for records of other types.
  var wordClass: WordClass
  /// What `facts/words.tsv` says of it; nothing of a mention, of a title what it says of its head.
  var traits: WordTraits
  /// What `facts/uses.tsv` says of it, mention or not.
  var uses: WordUses
  /// The mention that it is, or -1.
  var mention: Int32
  /// The decoded token that it begins with.
  var token: Int32

  var range: Range<Int> { Int(start)..<Int(end) }
  var count: Int { Int(end - start) }
}

/// The tokens of a document with its mentions merged in, sentence by sentence.
///
/// One pass over decoded tokens and mentions, both in text order; the buffers are reused from document to document.
final class FactStream {
  /// A sentence: its tokens, its characters, its paragraph.
  struct Sentence: BitwiseCopyable {
    var firstToken: Int32
    var endToken: Int32
    var start: Int32
    var end: Int32
    var paragraph: Int32
    var beginsParagraph: Bool
    var endsParagraph: Bool

    var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
  }

  let tokens = ScratchBuffer<FactToken>(capacity: 8_192)
  let sentences = ScratchBuffer<Sentence>(capacity: 512)
  /// By character: the token that holds it, or -1.
  let covering = ScratchBuffer<Int32>(capacity: 16_384)
  private(set) var characterCount = 0
  private let outlines = ScratchBuffer<Outline>(capacity: 1_024)
  private let isNeeded = ScratchBuffer<Bool>(capacity: 512)

  /// Fills the stream. O(tokens + mentions + characters).
  ///
  /// - Parameter onlyPersons: whether sentences without a person, and not before one that begins with a person, are left
  ///   out: all that the finder of titles reads
  func fill(
    _ document: DecodedDocument, _ mentions: [Mention], _ text: SourceText, _ lexicon: FactLexicon,
    onlyPersons: Bool = false
  ) {
    tokens.count = 0
    sentences.count = 0
    characterCount = text.count
    outline(mentions)
    if onlyPersons, !findSentencesOfPersons(document) { return }
    let paragraphs = text.paragraphs
    var paragraph = 0
    var mention = 0
    let mentionCount = outlines.count
    let outlines = outlines.base
    text.folded.withUnsafeBufferPointer { folded in
      guard let folded = folded.baseAddress else { return }
      document.tokens.withUnsafeBufferPointer { decoded in
        guard let decoded = decoded.baseAddress else { return }
        for (number, sentence) in document.sentences.enumerated() {
          if onlyPersons, !isNeeded.base[number] { continue }
          while paragraph < paragraphs.count, paragraphs[paragraph].upperBound <= sentence.range.lowerBound {
            paragraph += 1
          }
          let first = tokens.count
          tokens.reserve(first + sentence.tokens.count + document.inner.count)
          var target = tokens.base + first
          var index = sentence.tokens.lowerBound
          while index < sentence.tokens.upperBound {
            let start = decoded[index].start
            while mention < mentionCount, outlines[mention].start < start || outlines[mention].isNested {
              mention += 1
            }
            // The outermost of the mentions that begin here stands first.
            if mention < mentionCount, outlines[mention].start == start {
              let end = outlines[mention].end
              var next = index
              while next < sentence.tokens.upperBound, decoded[next].end < end { next += 1 }
              if next < sentence.tokens.upperBound, decoded[next].end == end {
                target.pointee = FactToken(
                  start: Int32(outlines[mention].start), end: Int32(end), wordClass: outlines[mention].wordClass,
                  traits: [], uses: lexicon.uses(of: folded + start, count: end - start), mention: Int32(mention),
                  token: Int32(index))
                target += 1
                index = next + 1
                continue
              }
              if decoded[index].innerCount > 0, end < decoded[index].end {
                target = addParts(of: index, document, from: &mention, at: target, folded, lexicon)
                index += 1
                continue
              }
            }
            target.pointee = Self.token(decoded + index, index, folded, lexicon)
            target += 1
            index += 1
          }
          tokens.count = target - tokens.base
          let isLast = paragraph >= paragraphs.count || sentence.range.upperBound >= paragraphs[paragraph].upperBound
          sentences.append(
            Sentence(
              firstToken: Int32(first), endToken: Int32(tokens.count), start: Int32(sentence.range.lowerBound),
              end: Int32(sentence.range.upperBound), paragraph: Int32(paragraph),
              beginsParagraph: paragraph < paragraphs.count
                && sentence.range.lowerBound <= paragraphs[paragraph].lowerBound,
              endsParagraph: isLast))
        }
      }
    }
    cover()
  }

  /// 江苏省|南京市|玄武区人民法院: the tokens of a composed name of which the mentions are parts, from `target` on.
  ///
  /// - Returns: where the next token goes
  private func addParts(
    of index: Int, _ document: DecodedDocument, from mention: inout Int, at target: UnsafeMutablePointer<FactToken>,
    _ folded: UnsafePointer<UInt32>, _ lexicon: FactLexicon
  ) -> UnsafeMutablePointer<FactToken> {
    var target = target
    let whole = document.tokens[index]
    let end = Int(whole.innerStart + whole.innerCount)
    document.inner.withUnsafeBufferPointer { inner in
      guard let parts = inner.baseAddress, end <= inner.count else { return }
      var part = Int(whole.innerStart)
      while part < end {
        let start = parts[part].start
        while mention < outlines.count, outlines.base[mention].start < start || outlines.base[mention].isNested {
          mention += 1
        }
        var last = part
        if mention < outlines.count, outlines.base[mention].start == start {
          while last < end - 1, parts[last].end < outlines.base[mention].end { last += 1 }
        }
        if mention < outlines.count, outlines.base[mention].start == start,
          parts[last].end == outlines.base[mention].end
        {
          target.pointee = FactToken(
            start: Int32(start), end: Int32(parts[last].end), wordClass: outlines.base[mention].wordClass, traits: [],
            uses: lexicon.uses(of: folded + start, count: parts[last].end - start), mention: Int32(mention),
            token: Int32(index))
        } else {
          last = part
          target.pointee = Self.token(parts + part, index, folded, lexicon)
          if target.pointee.wordClass == .head || target.pointee.wordClass == .brand {
            target.pointee.wordClass = .noun
          }
        }
        target += 1
        part = last + 1
      }
    }
    return target
  }

  private func cover() {
    covering.reserve(characterCount + 1)
    covering.base.update(repeating: -1, count: characterCount + 1)
    let (covering, first) = (covering.base, tokens.base)
    for index in 0..<tokens.count {
      for character in Int(first[index].start)..<Int(first[index].end) { covering[character] = Int32(index) }
    }
  }

  /// Puts in mentions that were added since `fill`: the tokens that one covers become one. O(tokens + mentions).
  func merge(_ mentions: [Mention], _ text: SourceText, _ lexicon: FactLexicon) {
    var written = 0
    var mention = 0
    outline(mentions)
    let mentionCount = outlines.count
    let outlines = outlines.base
    for number in 0..<sentences.count {
      let sentence = sentences.base[number]
      let first = written
      var index = Int(sentence.firstToken)
      while index < Int(sentence.endToken) {
        var token = tokens.base[index]
        while mention < mentionCount, outlines[mention].start < Int(token.start) || outlines[mention].isNested {
          mention += 1
        }
        index += 1
        if mention < mentionCount, outlines[mention].start == Int(token.start) {
          let end = outlines[mention].end
          var last = index
          while last < Int(sentence.endToken), Int(tokens.base[last].start) < end { last += 1 }
          if Int(tokens.base[last - 1].end) == end {
            token.end = Int32(end)
            token.mention = Int32(mention)
            token.wordClass = outlines[mention].wordClass
            // The traits of a title are those of its head.
            token.traits = token.wordClass == .title ? tokens.base[last - 1].traits : []
            if last > index {
              token.uses = text.folded.withUnsafeBufferPointer { folded in
                folded.baseAddress.map { lexicon.uses(of: $0 + Int(token.start), count: token.count) } ?? WordUses()
              }
            }
            index = last
          }
        }
        tokens.base[written] = token
        for character in token.range { covering.base[character] = Int32(written) }
        written += 1
      }
      sentences.base[number].firstToken = Int32(first)
      sentences.base[number].endToken = Int32(written)
    }
    tokens.count = written
  }

  private static func wordClass(of type: MentionType) -> WordClass {
    switch type {
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .date: .date
    case .figure: .figure
    case .title: .title
    case .work, .event, .other: .other
    }
  }

  private func outline(_ mentions: [Mention]) {
    outlines.resize(mentions.count)
    mentions.withUnsafeBufferPointer { mentions in
      guard let first = mentions.baseAddress else { return }
      for index in 0..<mentions.count {
        let mention = first + index
        outlines.base[index] = Outline(
          start: mention.pointee.range.lowerBound, end: mention.pointee.range.upperBound,
          wordClass: Self.wordClass(of: mention.pointee.type), isNested: mention.pointee.isNested)
      }
    }
  }

  /// Marks the sentences that hold a person, or that stand before one which begins with a person; false where there are
  /// none.
  private func findSentencesOfPersons(_ document: DecodedDocument) -> Bool {
    isNeeded.resize(document.sentences.count)
    let isNeeded = isNeeded.base
    isNeeded.update(repeating: false, count: document.sentences.count)
    var hasAny = false
    var mention = 0
    let (outlines, mentionCount) = (outlines.base, outlines.count)
    document.tokens.withUnsafeBufferPointer { tokens in
      for (number, sentence) in document.sentences.enumerated() where !sentence.tokens.isEmpty {
        let start = tokens[sentence.tokens.lowerBound].start
        var first = sentence.tokens.first { tokens[$0].wordClass == .person }.map { tokens[$0].start } ?? Int.max
        while mention < mentionCount, outlines[mention].start < sentence.range.upperBound {
          if outlines[mention].wordClass == .person { first = min(first, outlines[mention].start) }
          mention += 1
        }
        if first == Int.max { continue }
        hasAny = true
        isNeeded[number] = true
        if number > 0, first <= start { isNeeded[number - 1] = true }
      }
    }
    return hasAny
  }

  /// What the stream reads of a mention.
  private struct Outline: BitwiseCopyable {
    var start: Int
    var end: Int
    var wordClass: WordClass
    var isNested: Bool
  }

  @inline(__always)
  private static func token(
    _ token: UnsafePointer<DecodedToken>, _ index: Int, _ folded: UnsafePointer<UInt32>, _ lexicon: FactLexicon
  ) -> FactToken {
    let (start, end) = (token.pointee.start, token.pointee.end)
    var wordClass = token.pointee.wordClass
    if wordClass == .number { wordClass = token.pointee.kind == ScannedSpan.dateKind ? .date : .figure }
    let word = lexicon.word(folded + start, count: end - start)
    return FactToken(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), wordClass: wordClass,
      traits: word.traits, uses: word.uses, mention: -1,
      token: Int32(truncatingIfNeeded: index))
  }

  /// The token that begins at a character, or nil.
  @inline(__always)
  func token(startingAt character: Int) -> Int? {
    guard character < characterCount else { return nil }
    let index = covering.base[character]
    return index >= 0 && Int(tokens.base[Int(index)].start) == character ? Int(index) : nil
  }

  /// The token that ends before a character, or nil.
  @inline(__always)
  func token(endingAt character: Int) -> Int? {
    guard character > 0 else { return nil }
    let index = covering.base[character - 1]
    return index >= 0 && Int(tokens.base[Int(index)].end) == character ? Int(index) : nil
  }

  /// Whether no token is cut at a character.
  @inline(__always)
  func isBoundary(_ character: Int) -> Bool {
    if character <= 0 || character >= characterCount { return true }
    let index = covering.base[character]
    return index < 0 || covering.base[character - 1] != index
  }
}
