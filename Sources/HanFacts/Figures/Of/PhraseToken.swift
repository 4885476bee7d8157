/// The class of a decoded token, as far as rules over tokens ask for it.
package enum PhraseClass: UInt8, Sendable, CaseIterable {
  case noun, verb, adjective, adverb, preposition, conjunction, particle, pronoun, numeral, classifier, time, locality
  case modal, speechVerb, roleVerb, idiom, punctuation, latin, date, figure, title, person, place, organization, work
  case event, character, other
}

/// One token of the decoded path: a word, a record or a single character.
package struct PhraseToken: Hashable, Sendable {
  /// Where it begins in the stream.
  package var start: Int
  /// Where it ends.
  package var end: Int
  /// Its class.
  package var wordClass: PhraseClass

  /// Makes a token.
  package init(start: Int, end: Int, wordClass: PhraseClass) {
    self.start = start
    self.end = end
    self.wordClass = wordClass
  }

  /// Its characters.
  package var range: Range<Int> { start..<end }
}

/// The tokens of a sentence as the search for what is counted reads them.
protocol PhraseTokens {
  /// How many there are.
  var count: Int { get }
  /// The token at a place below `count`.
  subscript(index: Int) -> PhraseToken { get }
}

extension UnsafeBufferPointer<PhraseToken>: PhraseTokens {}
