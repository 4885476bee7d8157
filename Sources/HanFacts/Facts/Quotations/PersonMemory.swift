/// The persons that pronouns may stand for: who spoke or was the subject last.
struct PersonMemory {
  private var last: (mention: Int, paragraph: Int32)?
  private(set) var paragraph: Int32 = -1
  /// The paragraph in which somebody unnamed spoke last, or -1.
  private var unnamed: Int32 = -1

  mutating func enter(paragraph: Int32) { self.paragraph = paragraph }

  /// The person that was the subject or spoke last, unless somebody unnamed has spoken since.
  var latest: Int? {
    guard let last, paragraph - last.paragraph <= 3, unnamed != paragraph else { return nil }
    return last.mention
  }

  /// Remembers the subject of a sentence or a speaker.
  mutating func remember(_ mention: Int) {
    if mention >= 0 {
      last = (mention, paragraph)
      unnamed = -1
    }
  }

  /// Somebody unnamed has spoken: who is 她 is not known in this paragraph.
  mutating func forget() { unnamed = paragraph }

  /// How many tokens back a person is looked for where none was a subject.
  private static let reach = 80

  /// The person that 他 or 她 stands for: the last one of the paragraph, else the last before it, three paragraphs back;
  /// else the only one that stands near.
  func resolve(_ token: FactToken, _ index: Int, in context: FactContext, _ quotes: QuoteSpans) -> Int? {
    if let latest { return latest }
    guard last == nil, unnamed != paragraph else { return nil }
    var found: Int?
    var place = index - 1
    while place >= 0, index - place < Self.reach {
      let candidate = context.token(place)
      if candidate.wordClass == .person, candidate.mention >= 0, quotes.span(at: place) < 0 {
        let mention = Int(candidate.mention)
        if let found, context.mentions[found].thing != context.mentions[mention].thing { return nil }
        found = found ?? mention
      }
      place -= 1
    }
    return found
  }
}
