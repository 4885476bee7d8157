import HanGazetteer
import HanText

/// What the fact families read of a document, and where they put what they find.
struct FactContext {
  let stream: FactStream
  let document: DecodedDocument
  let knowledge: KnowledgeBase
  let lexicon: FactLexicon
  let folded: UnsafePointer<UInt32>
  var mentions: [Mention]
  let notes: MentionNotes
  var drafts: [FactDraft] = []
  /// Who holds which title in the document.
  var titles = TitleReferences([])

  /// A token of the document; before the first one and behind the last one an empty end of a sentence.
  @inline(__always)
  func token(_ index: Int) -> FactToken {
    index >= 0 && index < stream.tokens.count ? stream.tokens.base[index] : outside(index)
  }

  @inline(never)
  private func outside(_ index: Int) -> FactToken {
    let place = index < 0 || stream.tokens.count == 0 ? 0 : stream.tokens.base[stream.tokens.count - 1].end
    return FactToken(start: place, end: place, wordClass: .stop, traits: [], uses: WordUses(), mention: -1, token: -1)
  }

  /// The kind of a token's mention, or nil.
  func kind(_ index: Int) -> String? {
    let mention = token(index).mention
    return mention >= 0 ? knowledge.vocabulary.name(mentions[Int(mention)].kind) : nil
  }

  /// Whether a token reads as one folded character.
  @inline(__always)
  func isCharacter(_ index: Int, _ scalar: UInt32) -> Bool {
    let token = token(index)
    return token.count == 1 && folded[Int(token.start)] == scalar
  }

  /// Whether the characters from a place on are these.
  func reads(_ word: [UInt32], at place: Int, before end: Int) -> Bool {
    guard place >= 0, place + word.count <= end else { return false }
    for offset in word.indices where folded[place + offset] != word[offset] { return false }
    return true
  }

  /// Whether a token reads as this word.
  func reads(_ index: Int, as word: [UInt32]) -> Bool {
    token(index).count == word.count && reads(word, at: Int(token(index).start), before: Int(token(index).end))
  }

  /// Whether a token is a word of a use.
  @inline(__always)
  func reads(_ index: Int, as use: WordUse) -> Bool { token(index).uses.contains(use) }

  /// Whether characters end with a word of a use, and have more before it where they may not be the word itself.
  func ends(_ range: Range<Int>, as use: WordUse, mayBeWhole: Bool = true) -> Bool {
    let longest = min(mayBeWhole ? range.count : range.count - 1, FactLexicon.longest)
    return longest > 0
      && (1...longest).contains {
        lexicon.uses(of: folded + range.upperBound - $0, count: $0).contains(use)
      }
  }

  /// Whether characters begin with a word of a use.
  func begins(_ range: Range<Int>, as use: WordUse) -> Bool {
    let longest = min(range.count, FactLexicon.longest)
    return longest > 0
      && (1...longest).contains {
        lexicon.uses(of: folded + range.lowerBound, count: $0).contains(use)
      }
  }

  /// The piece from one token to another, which may be the same one.
  func piece(_ first: Int, _ last: Int) -> FactPiece {
    FactPiece(
      range: Int(token(first).start)..<Int(token(last).end), mention: first == last ? Int(token(first).mention) : -1)
  }

  /// Whether a mark ends a clause: comma, end mark, colon.
  func endsClause(_ index: Int) -> Bool {
    switch token(index).wordClass {
    case .comma, .stop, .colon: true
    default: false
    }
  }

  /// Whether the tables list these characters as a title.
  func isListedTitle(_ range: Range<Int>) -> Bool {
    var found = false
    for image in knowledge.images {
      image.forEachEntry(of: folded + range.lowerBound, count: range.count) { entry in
        let category = image.categories[Int(image.common(entry).category)]
        if category == "titles" || category == "words/title" { found = true }
      }
    }
    return found
  }

  /// Whether the tables list these characters as a place.
  func isListedPlace(_ range: Range<Int>) -> Bool {
    var found = false
    for image in knowledge.images {
      image.forEachEntry(of: folded + range.lowerBound, count: range.count) { entry in
        if image.categories[Int(image.common(entry).category)] == "places" { found = true }
      }
    }
    return found
  }

  /// The kind of a listed title (`post`, `rank`, `profession`, `kinship`, `address`, `honour`), or nil.
  func titleKind(_ range: Range<Int>) -> String? {
    for image in knowledge.images {
      var kind: String?
      image.forEachEntry(of: folded + range.lowerBound, count: range.count) { entry in
        let common = image.common(entry)
        if kind == nil, image.categories[Int(common.category)] == "titles" { kind = image.kinds[Int(common.kind)] }
      }
      if let kind { return kind }
    }
    return nil
  }
}

extension String {
  /// The scalars of a word as the stream folds them.
  var foldedScalars: [UInt32] { unicodeScalars.map { FoldingTable.shared.fold($0.value) } }
}
