/// The class of a token: what the decoder's transition costs and the rules know of it.
///
/// The raw values index the cost matrices. The names are those of `Gazetteers/words/*.tsv` and `Gazetteers/model/`.
package enum WordClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case noun, verb, adjective, adverb, preposition, conjunction, particle, pronoun, numeral, classifier
  case time, locality, modal, speechVerb, roleVerb, idiom, latin, number, title
  case person, place, organization
  case character, comma, pause, colon, stop, open, close, dash, quote
  /// A type of a user's tables.
  case other
  /// Before the first and behind the last token of a sentence.
  case bos, eos
  /// Inside organizations only: a string of unknown characters, and the word that closes the name.
  case brand, head
  /// What scanners found, once the decoder has taken it (`number` while it decides).
  case date, figure

  /// How many classes there are.
  package static let count = allCases.count

  /// The class of this name.
  package init?(name: some StringProtocol) {
    guard let value = Self.byName[String(name)] else { return nil }
    self = value
  }

  /// The names that tables and rules use; written out, since asking the runtime for them costs a millisecond.
  private static let names: [StaticString] = [
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction", "particle", "pronoun", "numeral", "classifier",
    "time", "locality", "modal", "speechVerb", "roleVerb", "idiom", "latin", "number", "title", "person", "place",
    "organization", "character", "comma", "pause", "colon", "stop", "open", "close", "dash", "quote", "other", "bos",
    "eos", "brand", "head", "date", "figure",
  ]

  /// The name that tables and rules use.
  package var name: String { Self.names[Int(rawValue)].description }

  /// All classes by their names.
  package static let byName: [String: WordClass] = Dictionary(
    uniqueKeysWithValues: zip(names, allCases).map { ($0.description, $1) })

  /// Whether the decoder makes records of it.
  package var isName: Bool {
    @inline(__always) get { Self.nameBits & (1 &<< UInt64(rawValue)) != 0 }
  }

  @inline(__always)
  private static var nameBits: UInt64 {
    1 << UInt64(person.rawValue) | 1 << UInt64(place.rawValue) | 1 << UInt64(organization.rawValue)
      | 1 << UInt64(other.rawValue)
  }

  /// Whether it is a mark.
  package var isPunctuation: Bool {
    switch self {
    case .comma, .pause, .colon, .stop, .open, .close, .dash, .quote: true
    default: false
    }
  }
}
